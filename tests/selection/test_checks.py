"""What a wrong answer must not be: every check with an option that it refuses and one that it lets pass."""

from dataclasses import replace

import pytest
from selection_samples import article, candidate, clause, phrase

from quizgen.selection import checks
from quizgen.selection.asking import Asking
from quizgen.selection.context import Context
from quizgen.selection.pool import Pool

TEXT = (
    "Ada_PROPN met_VERB Bo_PROPN ._PUNCT",
    "Jean_PROPN Cauvin_PROPN (_PUNCT John_PROPN Calvin_PROPN )_PUNCT taught_VERB ._PUNCT",
)
NAMES = [("Ada Lovelace", "person", 0), ("Charles Babbage", "person", 0), ("Jean Cauvin", "person", 1),
         ("John Calvin", "person", 1), ("Grace Hopper", "person", 2)]  # fmt: skip


def asking(question="Who wrote the notes?", answer="Ada Lovelace", *, others=(), lines=TEXT, **more):
    made = candidate(question, answer, **more)
    lines = (*lines, "Hopper_PROPN coded_VERB ._PUNCT")[:3]
    analysis = article(*lines, names=NAMES, paragraphs=[0] * len(lines))
    document = replace(analysis.document, text=analysis.document.text.replace("( ", "(").replace(" )", ")"))
    analysis = replace(analysis, document=document)
    return Asking(made, Pool((made, *others), analysis), Context(analysis))


def refused(text, about, chosen=()):
    """Name of the check that refuses it, empty where none does."""
    found = checks.refusal(text, about, chosen)
    return found[0] if found else ""


def time(answer, question="When was it?", **more):
    return asking(question, answer, type="time", **more)


def number(answer, question="How many were there?", **more):
    return asking(question, answer, type="number", **more)


@pytest.mark.parametrize(
    ("text", "about", "check"),
    [
        ("Ada", asking(), "part_of_key"),
        ("Augusta Lovelace", asking(), "part_of_key"),
        ("October 1805", time("1805"), "part_of_key"),
        ("Charles Babbage", asking("Who wrote to Charles Babbage?"), "in_question"),
        ("Hopper University", asking("Who taught Grace Hopper?", "Yale", type="organization"), "in_question"),
        ("Ada Lovelaice", asking("Who?", "Bo"), ""),
        ("her", asking(), "unlike"),
        ("the engine", asking("What did it move?", "looms", type="object"), "unlike"),
        ("a very long and winding name of nobody", asking(), "unlike"),
        ("January 7, 1880", time("January 8, 1880"), "near_guess"),
        ("October 12, 1859", time("January 8, 1880"), ""),
        ("June 1942", time("July 1942"), "near_guess"),
        ("1971", time("1970"), "near_guess"),
        ("1974", time("1970"), ""),
        ("around nine", number("around ten"), "near_guess"),
        ("around five", number("around ten"), ""),
        ("seventy", number("nine"), "near_guess"),
        ("5,000", number("5"), "near_guess"),
        ("0", number("22,338,618"), "near_guess"),
        ("1.25 metres", number("1.9 metres"), "near_guess"),
        ("1.6 metres", number("1.9 metres"), ""),
        ("fifteen", number("twelve"), ""),
    ],
)
def test_options_beside_the_key_and_the_question(text, about, check):
    assert refused(text, about) == check


def test_an_option_comes_once():
    assert refused("John Calvin", asking(), ["John Calvin"]) == "twin"


def test_two_names_of_one_person_are_not_two_options():
    assert refused("John Calvin", asking(), ["Jean Cauvin"]) == "two_names"
    assert refused("Jean Cauvin", asking(answer="John Calvin")) == "two_names"
    assert refused("Johann Kalwin", asking(), ["Jean Cauvin"]) == ""


@pytest.mark.parametrize(
    ("said", "same"),
    [
        ("Eric Blair, known as George Orwell, wrote.", True),
        ("Eric Blair (later George Orwell) wrote.", True),
        ("Eric Blair or George Orwell wrote.", True),
        ("Eric Blair, George Orwell and others wrote.", False),
        ("Eric Blair (a friend of many, among them George Orwell) wrote.", False),
        ("Eric Blair and George Orwell wrote.", False),
    ],
)
def test_the_article_tells_that_two_names_are_of_one(said, same):
    about = asking("Who wrote it?", "Ann Lee", lines=(" ".join(f"{word}_X" for word in said.split()),) * 2)
    assert (refused("George Orwell", about, ["Eric Blair"]) == "two_names") is same


def test_accents_alone_make_no_other_name():
    assert refused("Contrecoeur", asking("Who?", "Ann"), ["Contrecœur"]) == "two_names"


def test_rivers_and_universities_share_a_word_and_are_two():
    assert not checks.same_thing("Durham University", "Newcastle University")
    assert not checks.same_thing("the River Tyne", "the River Wear")
    assert not checks.same_thing("Henry IV", "Sergius IV")
    assert not checks.same_thing("Sabur ibn Sahl", "Muhammad ibn Musa")
    assert checks.same_thing("Newcastle University", "the University of Newcastle")
    assert not checks.same_thing("three days", "four days")


def test_what_another_question_has_as_its_answer_is_right_as_well():
    also = candidate("Who wrote the notes with a friend?", "Charles Babbage", rule="event.whom",
                     stated=clause(phrase("Charles Babbage", "person"), "write"))  # fmt: skip
    about = asking(stated=clause(phrase("Ada Lovelace", "person"), "write"), others=[also])
    assert refused("Charles Babbage", about) == "right_elsewhere"
    assert refused("Grace Hopper", about) == ""


def test_whom_the_sentence_of_the_fact_names_is_no_option():
    assert refused("Charles Babbage", asking("Who led the team?")) == "told_of_it"


def test_whom_another_sentence_names_with_the_words_of_the_question_is_no_option():
    lines = (*TEXT, "Grace_PROPN Hopper_PROPN wrote_VERB the_DET first_ADJ notes_NOUN too_ADV ._PUNCT")
    assert refused("Grace Hopper", asking("Who wrote the first notes?", lines=lines)) == "told_of_it"


def test_the_question_tells_the_sex():
    her = asking("Who wrote her notes?", target=phrase("Ada Lovelace", "person", gender="fem"))
    assert refused("Grace Hopper", her) == "wrong_sex"
    assert refused("Grace Hopper", asking(target=phrase("Ada Lovelace", "person", gender="fem"))) == ""


@pytest.mark.parametrize(
    "question",
    ["Which quarterback won?", "Who was the first quarterback to win?", "Who is the oldest quarterback at 39?"],
)
def test_who_is_not_what_the_question_asks_for_is_no_option(question):
    about = asking(question)
    captain = replace(about.pool.find("Grace Hopper"), roles=frozenset({"captain"}))
    about.pool._by_name["grace hopper"] = captain
    assert refused("Grace Hopper", about) == "another_role"
    about.pool._by_name["grace hopper"] = replace(captain, roles=frozenset({"quarterback"}))
    assert refused("Grace Hopper", about) == ""


def test_nobody_dies_before_birth():
    lines = ("Ada_PROPN (1815_NUM –_PUNCT 1852)_NUM wrote_VERB ._PUNCT", TEXT[1])
    about = time("1815", "When was Ada born?", lines=lines)
    assert refused("1860", about) == "outside_life" and refused("1811", about) == ""
    assert refused("1811", time("1852", "When did Ada die?", lines=lines)) == "outside_life"


def test_a_mention_knows_its_clause():
    about = asking()
    assert about.in_clause(about.pool.find("Charles Babbage")) is False
    answer = phrase("Ada Lovelace", "person", head_id=1)
    there = asking("Who led?", target=answer)
    assert there.in_clause(there.pool.find("Charles Babbage")) is True
