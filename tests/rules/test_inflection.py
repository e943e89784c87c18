"""Forms of words, against a table written by hand."""

from __future__ import annotations

import pytest
from verb_forms import LEMMAS, Principal

from quizgen.records import Verb
from quizgen.rules.grammar import inflection


def forms(verb: Principal) -> dict[str, str]:
    return {"VB": verb.base, "VBZ": verb.s, "VBD": verb.past, "VBN": verb.done, "VBG": verb.ing, "VBP": verb.base}


def test_every_form_of_every_verb() -> None:
    made = {(v.base, tag): inflection.inflect(v.base, tag) for v in LEMMAS for tag in forms(v)}
    wanted = {(v.base, tag): form for v in LEMMAS for tag, form in forms(v).items()}
    assert {key: form for key, form in made.items() if form != wanted[key]} == {}


def test_be_have_and_do() -> None:
    tags = ("VB", "VBZ", "VBP", "VBN", "VBG")
    assert " ".join(inflection.inflect("be", tag) for tag in tags) == "be is are been being"
    assert " ".join(inflection.inflect("have", tag) for tag in tags) == "have has have had having"
    assert " ".join(inflection.inflect("do", tag) for tag in tags) == "do does do done doing"


def test_the_copula_agrees() -> None:
    assert [inflection.be(n, t) for t in ("pres", "past") for n in ("sing", "plur")] == ["is", "are", "was", "were"]


def test_an_unknown_verb_follows_the_rule() -> None:
    assert inflection.inflect("brexit", "VBZ") == "brexits"
    assert inflection.inflect("livestream", "VBD") == "livestreamed"


@pytest.mark.parametrize(
    ("word", "number", "agreeing"),
    [
        ("are", "sing", "is"), ("were", "sing", "was"), ("have", "sing", "has"), ("do", "sing", "does"),
        ("is", "plur", "are"), ("was", "plur", "were"), ("has", "plur", "have"), ("does", "plur", "do"),
        ("will", "sing", "will"), ("had", "plur", "had"), ("did", "sing", "did"), ("are", "", "are"),
        ("is", "sing", "is"),
    ],
)  # fmt: skip
def test_an_auxiliary_agrees(word: str, number: str, agreeing: str) -> None:
    assert inflection.auxiliary(word, number) == agreeing


def participle(lemma: str, form: str) -> Verb:
    return Verb(lemma, form, "VBN", ("was",), "past", passive=True)


def test_the_spelling_of_the_article_is_kept() -> None:
    assert inflection.past(participle("label", "labelled")) == "labelled"
    assert inflection.past(participle("label", "labeled")) == "labeled"
    assert inflection.gerund(participle("label", "labelled")) == "labelling"
    assert inflection.gerund(participle("label", "labeled")) == "labeling"
    assert inflection.past(participle("write", "written")) == "wrote"


def test_what_number_a_verb_shows() -> None:
    def shown(form: str, tag: str, *auxiliaries: str) -> str:
        return inflection.shown_number(Verb("see", form, tag, auxiliaries, "pres"))

    assert shown("sees", "VBZ") == "sing"
    assert shown("see", "VBP") == "plur"
    assert shown("saw", "VBD") == ""
    assert shown("seen", "VBN", "has", "been") == "sing"
    assert shown("seen", "VBN", "were") == "plur"
    assert shown("see", "VB", "will") == ""


@pytest.mark.parametrize("noun", ["cities", "countries", "men", "children", "people", "actors", "kings", "analyses"])
def test_plural_nouns(noun: str) -> None:
    assert inflection.plural_noun(noun) is True


@pytest.mark.parametrize("noun", ["city", "country", "man", "child", "organization", "physicist", "bus", "glass"])
def test_singular_nouns(noun: str) -> None:
    assert inflection.plural_noun(noun) is False


@pytest.mark.parametrize("noun", ["series", "species", "aircraft", "means", "headquarters"])
def test_nouns_with_one_form(noun: str) -> None:
    assert inflection.plural_noun(noun) is None
