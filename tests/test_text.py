"""Strings that become print. The tables are meant to be read: what goes in, what is printed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen import text


def table(lines: str) -> list[tuple[str, str]]:
    """``left → right`` a line; ``·`` stands for a blank that would not be seen."""
    rows = [line.strip() for line in lines.strip().splitlines() if line.strip()]
    pairs = [row.split("→") for row in rows]
    return [(left.strip().replace("·", " "), right.strip().replace("·", " ")) for left, right in pairs]


# ------------------------------------------------------------------------------------------ spacing

TIDY = """
    The  bridge ,built in 1900       → The bridge,built in 1900
    ··both ends··                    → both ends
    a line\tand a tab                → a line and a tab
    Paris , France                   → Paris, France
    ( the old one )                  → (the old one)
    [ 12 ] metres                    → [12] metres
    “ a quotation ”                  → “a quotation”
    « une citation »                 → «une citation»
    the " Mona Lisa " of Paris       → the "Mona Lisa" of Paris
    “ in Rome ” and " in Oslo "      → “in Rome” and "in Oslo"
    a pipe of 12 " in the wall       → a pipe of 12 " in the wall
    the end .                        → the end.
    the end . .                      → the end.
    who , , then                     → who, then
    Rome , .                         → Rome.
    Rome ,?                          → Rome?
    the crew () left                 → the crew left
    the crew [ ] left                → the crew left
    main() calls it                  → main() calls it
    a .22 calibre rifle              → a .22 calibre rifle
    wait ... what                    → wait... what
    12 %                             → 12 %
    5 °C                             → 5 °C
    Novák – Dvořák                   → Novák – Dvořák
    it 's                            → it 's
"""


@pytest.mark.parametrize(("given", "printed"), table(TIDY))
def test_tidy(given: str, printed: str) -> None:
    assert text.tidy(given) == printed


TRIM = """
    , the bridge,                    → the bridge
    the bridge.                      → the bridge
    the bridge;                      → the bridge
    – the bridge –                   → the bridge
    - the bridge                     → the bridge
    -5 °C                            → -5 °C
    –40 degrees                      → –40 degrees
    -$3 million                      → -$3 million
    the U.S.                         → the U.S.
    at 5 a.m.                        → at 5 a.m.
    Martin Luther King Jr.           → Martin Luther King Jr.
    Apple Inc.                       → Apple Inc.
    a doctor with a Ph.D.            → a doctor with a Ph.D.
    and so on...                     → and so on...
    “the bridge                      → the bridge
    the bridge”                      → the bridge
    “the bridge”                     → “the bridge”
    "The Challenge"                  → "The Challenge"
    "The Challenge                   → The Challenge
    the bridge)                      → the bridge
    (the bridge                      → the bridge
    the bridge (old)                 → the bridge (old)
    the astronauts’                  → the astronauts’
    the astronauts'                  → the astronauts'
    a pipe of 12"                    → a pipe of 12"
    ,                                → 
    “                                → 
"""


@pytest.mark.parametrize(("given", "printed"), table(TRIM))
def test_trim(given: str, printed: str) -> None:
    assert text.trim(given) == printed


END = """
    what is this                     → what is this?
    what is this.                    → what is this?
    what is this ?                   → what is this?
    what is this,                    → what is this?
    who sold it to the U.K.          → who sold it to the U.K.?
    who works for Apple Inc.         → who works for Apple Inc.?
    when did it open at 5 a.m.       → when did it open at 5 a.m.?
    who wrote “The Challenge”        → who wrote “The Challenge”?
    who wrote "The Challenge"        → who wrote "The Challenge"?
    who shouted “Stop!”              → who shouted “Stop!”?
    who asked “Who is there?”        → who asked “Who is there?”
    who asked "Who is there?"        → who asked "Who is there?"
    who said “and so on...”          → who said “and so on...”?
"""


@pytest.mark.parametrize(("given", "printed"), table(END))
def test_the_end_of_a_question(given: str, printed: str) -> None:
    assert text.end(given, "?") == printed


def test_the_end_of_a_statement() -> None:
    assert text.end("It is in the U.K.", ".") == "It is in the U.K."
    assert text.end("It is in Wales ,", ".") == "It is in Wales."
    assert text.end("She said “No.”", ".") == "She said “No.”"


# ------------------------------------------------------------------------------------------ quotes

UNQUOTE = """
    "The Challenge"                  → The Challenge
    “The Challenge”                  → The Challenge
    ‘The Challenge’                  → The Challenge
    'The Challenge'                  → The Challenge
    “The Challenge,”                 → The Challenge
    'The Emperor's New Clothes'      → The Emperor's New Clothes
    ‘The Emperor’s New Clothes’      → The Emperor’s New Clothes
    “Yes” and “No”                   → “Yes” and “No”
    "Yes" and "No"                   → "Yes" and "No"
    the "Challenge"                  → the "Challenge"
    "Challenge                       → "Challenge
    the bridge                       → the bridge
    ""                               → ""
"""


@pytest.mark.parametrize(("given", "printed"), table(UNQUOTE))
def test_unquote(given: str, printed: str) -> None:
    assert text.unquote(given) == printed


@pytest.mark.parametrize(
    "whole", ["“a” and (b)", 'the "Challenge"', "[a (b)]", "it’s", "the astronauts’", 'a 12" pipe', "", "«oui»", "{a}"]
)
def test_balanced(whole: str) -> None:
    assert text.balanced(whole)


@pytest.mark.parametrize(
    "torn", ["“a", "a”", "(b", "b)", ")b(", "(a]", "“a (b” c)", 'the "Challenge', "«oui", "[a (b]"]
)
def test_not_balanced(torn: str) -> None:
    assert not text.balanced(torn)


# ------------------------------------------------------------------------------------------ words

CAPITALISE = """
    who is it                        → Who is it
    “who is it”                      → “Who is it”
    (about) this                     → (About) this
    iPhone sales rose                → iPhone sales rose
    eBay was sold                    → eBay was sold
    pH is measured                   → pH is measured
    NASA launched it                 → NASA launched it
    éclairs are baked                → Éclairs are baked
    şehir means city                 → Şehir means city
    _____ was born                   → _____ was born
    12 people                        → 12 people
    a                                → A
    ?                                → ?
"""


@pytest.mark.parametrize(("given", "printed"), table(CAPITALISE))
def test_capitalise(given: str, printed: str) -> None:
    assert text.capitalise(given) == printed


POSSESSIVE = """
    Ada Lovelace                     → Ada Lovelace's
    James                            → James's
    Charles Dickens                  → Charles Dickens's
    the astronauts                   → the astronauts'
    the men                          → the men's
    the boss                         → the boss's
    the octopus                      → the octopus's
    the crisis                       → the crisis's
    the gas                          → the gas's
    the Princess                     → the Princess's
    the United States                → the United States'
    the Beatles                      → the Beatles'
    the Netherlands                  → the Netherlands'
    United Nations                   → United Nations'
    Brazil                           → Brazil's
    O’Brien                          → O’Brien’s
    the O’Briens                     → the O’Briens’
    McDonald's                       → McDonald's
    Peresild and Shipenko            → Peresild and Shipenko's
"""


@pytest.mark.parametrize(("given", "printed"), table(POSSESSIVE))
def test_possessive(given: str, printed: str) -> None:
    assert text.possessive(given) == printed


A = """
    bridge, year, yacht, university, union, uniform, unique tool, unicorn, unit, unilateral act, unison, use, user,
    usual day, utility, utopia, ukulele, Ugandan law, uranium mine, Uruguayan port, ubiquitous weed, Utrecht inn,
    UV lamp, European, euro, eucalyptus, eulogy, ewe, one-off, one, once-great port, UN vote, UK law, US senator,
    U.S. senator, USB port, UFO, UNESCO site, UEFA rule, U-turn, NASA probe, NATO state, FIFA rule, SARS case,
    SWAT team, DNA test, BBC film, CEO, PhD, TV set, 7-year-old, 10-day trip, 12-day mission, 1,100-page book,
    110-metre tower, 118,000-seat stadium, 1.8-metre man, 100th day, $7 fine, host, hotel, historian, house, horse,
    Honolulu beach, “bridge”, (big) house, Yale student, Yugoslav, b-side, k-means run, J, Welsh town
"""
AN = """
    apple, egg, idea, orange, umbrella, uncle, urban area, urgent call, usher, ulcer, Uzbek city, utter failure,
    uninhabited island, unimportant town, unidentified ship, unusual day, unpaid bill, hour, hour-long talk, hourly
    rate, honest man, honour, honorary degree, heir, heirloom, MP, MPs' bar, FBI agent, EU law, X-ray, F-16, L-shape,
    S-bend, H-bomb, n-gram, x-axis, NBA player, NGO, MRI scan, HIV test, LED lamp, SOS, SUV, RNA strand, FM station,
    HTML page, NCAA title, HDMI cable, LGBT group, IMF loan, AI, OPEC state, IAEA report, L.A. suburb,
    mRNA strand, iPhone, eBay, e-mail, 8-year-old, 80-day trip, 8.5-metre fish, 800, 11-day trip, 11,000-seat hall,
    11th, 18th, 18-year-old, 18,000, 1815 treaty, $8 fine, €11 million loan, 11.5-metre boat, yttrium atom,
    Euler circuit, “apple”, (old) house, A-level, Oneida spoon, Élysée guard, Østby farm, electron, icy road
"""


def nouns(words: str) -> list[str]:
    return [" ".join(noun.split()) for noun in words.split(", ")]


def test_a() -> None:
    assert [noun for noun in nouns(A) if text.article(noun) != "a"] == []


def test_an() -> None:
    assert [noun for noun in nouns(AN) if text.article(noun) != "an"] == []


def test_join() -> None:
    assert text.join([]) == ""
    assert text.join(["Rome"]) == "Rome"
    assert text.join(["Rome", "Athens"]) == "Rome and Athens"
    assert text.join(("Rome", "Athens", "Cairo")) == "Rome, Athens and Cairo"
    assert text.join(["Rome, Italy", "Athens", "Cairo"]) == "Rome, Italy; Athens; and Cairo"


def test_count_words() -> None:
    assert text.count_words("the  International Space Station ") == 4
    assert text.count_words("") == 0


# ------------------------------------------------------------------------------------------ whatever comes in

WORDS = ["the", "bridge", "U.S.", "Inc.", "’s", "s'", "12", "-5", "é", "...", "  ", "\n", "\u00a0"]
PIECES = [*WORDS, *" ,.…?!;:–-'\"“”‘’«»()[]{}%"]
calm = settings(deadline=None, max_examples=50, derandomize=True)
anything = st.one_of(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.text(max_size=30))


@calm
@given(anything)
def test_tidy_leaves_nothing_to_tidy(given: str) -> None:
    once = text.tidy(given)
    assert text.tidy(once) == once
    assert "  " not in once and once == once.strip() and "\n" not in once
    assert len(once) <= len(given)


@calm
@given(anything)
def test_trim_takes_away_and_adds_nothing(given: str) -> None:
    once = text.trim(given)
    assert text.trim(once) == once
    assert len(once) <= len(text.tidy(given))
    assert once in text.tidy(given)


@calm
@given(anything)
def test_trim_keeps_what_is_no_punctuation(given: str) -> None:
    assert [c for c in text.trim(given) if c.isalnum()] == [c for c in given if c.isalnum()]


@calm
@given(anything)
def test_a_question_ends_once(given: str) -> None:
    ended = text.end(given, "?")
    assert ended.rstrip("\"'”’»").endswith("?")
    assert not ended.endswith(("??", ",?", ";?", " ?"))
    assert text.end(ended, "?") == ended


@calm
@given(anything)
def test_unquote_only_takes_the_edges(given: str) -> None:
    assert text.unquote(given) in given


@calm
@given(anything)
def test_capitalise_changes_one_letter_at_most(given: str) -> None:
    capitalised = text.capitalise(given)
    assert capitalised.casefold() == given.casefold()
    assert text.capitalise(capitalised) == capitalised


@calm
@given(anything)
def test_an_article_is_always_found(given: str) -> None:
    assert text.article(given) in ("a", "an")


@calm
@given(anything.filter(str.strip))
def test_a_possessive_keeps_the_name(given: str) -> None:
    assert text.possessive(given).startswith(given)


@calm
@given(st.text(alphabet="ab ", max_size=8), st.sampled_from(["()", "[]", "{}", "“”", "«»", '""']))
def test_what_stands_in_a_pair_is_balanced(inside: str, pair: str) -> None:
    assert text.balanced(pair[0] + inside + pair[1])
    assert not text.balanced(pair[0] + inside)


@calm
@given(st.lists(st.text(alphabet="abc", min_size=1), min_size=1, max_size=6))
def test_join_names_every_part(parts: list[str]) -> None:
    assert [p for part in text.join(parts).split(", ") for p in part.split(" and ")] == parts
