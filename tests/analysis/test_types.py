"""The kind of thing that a noun phrase names."""

from __future__ import annotations

import pytest

from quizgen.analysis.lexicon import MONTHS, PERSON_NOUNS, is_currency, title_gender
from quizgen.analysis.types import gender_of_name, is_person_noun, is_time_noun, is_unit, phrase_type, place_rank
from quizgen.records import Sentence, Token

Word = tuple[str, str, str, int, str, str]
"""Form, UPOS, XPOS, head, relation, entity type of the parser."""


def tree(*words: Word) -> Sentence:
    tokens, start = [], 0
    for number, (form, upos, xpos, head, relation, entity) in enumerate(words, 1):
        lemma = form.lower().removesuffix("s") if xpos == "NNS" else form.lower() if upos != "PROPN" else form
        tokens.append(Token(number, form, lemma, upos, xpos, (), head, relation, start, start + len(form), entity))
        start += len(form) + 1
    return Sentence(0, tuple(tokens), " ".join(word[0] for word in words), 0, start - 1)


def kind(number: int, *words: Word) -> str:
    sentence = tree(*words)
    return phrase_type(sentence, sentence.token(number))


LEFT = ("left", "VERB", "VBD", 0, "root", "")


def test_the_parser_alone_is_believed() -> None:
    assert kind(1, ("Zorblax", "PROPN", "NNP", 2, "nsubj", "organization"), LEFT) == "organization"


def test_silence_of_all_witnesses_is_an_unknown_type() -> None:
    assert kind(1, ("Zorblax", "PROPN", "NNP", 2, "nsubj", ""), LEFT) == ""


def test_witnesses_who_disagree_leave_it_unknown() -> None:
    said = (("in", "ADP", "IN", 2, "case", ""), ("Zorblax", "PROPN", "NNP", 3, "obl", "person"), LEFT)
    assert kind(2, *said) == ""


@pytest.mark.parametrize("noun", ["astronaut", "spokeswoman", "sociologist", "photographer", "co-founder"])
def test_person_nouns(noun: str) -> None:
    assert is_person_noun(noun)
    assert kind(1, (noun, "NOUN", "NN", 2, "nsubj", ""), LEFT) == "person"


@pytest.mark.parametrize("noun", ["list", "mist", "rocket", "member", "committee", "stone", "assist", "water", "wrist"])
def test_what_is_no_person_noun(noun: str) -> None:
    assert not is_person_noun(noun)


def test_a_title_makes_a_person() -> None:
    words = (("Dr.", "PROPN", "NNP", 2, "nmod:desc", ""), ("Glennie", "PROPN", "NNP", 3, "nsubj", ""), LEFT)
    assert kind(2, *words) == "person"


def test_a_bridge_named_after_an_emperor_is_no_person() -> None:
    words = (
        ("Emperor", "PROPN", "NNP", 3, "nmod:desc", ""),
        ("Norton", "PROPN", "NNP", 3, "compound", ""),
        ("Bridge", "PROPN", "NNP", 4, "nsubj", ""),
        LEFT,
    )
    assert kind(3, *words) != "person"


def test_a_first_name_and_a_surname_make_a_person() -> None:
    words = (("Yulia", "PROPN", "NNP", 3, "nsubj", ""), ("Peresild", "PROPN", "NNP", 1, "flat", ""), LEFT)
    assert kind(1, *words) == "person"


def test_a_plan_named_after_someone_is_no_person() -> None:
    words = (("Marshall", "PROPN", "NNP", 2, "compound", ""), ("Plan", "PROPN", "NNP", 3, "nsubj", ""), LEFT)
    assert kind(2, *words) != "person"


def test_a_group_is_not_a_person_because_the_parser_says_so() -> None:
    assert kind(1, ("population", "NOUN", "NN", 2, "nsubj", "person"), LEFT) == ""
    assert kind(1, ("borrower", "NOUN", "NN", 2, "nsubj", "person"), LEFT) == "person"


def test_the_last_word_of_a_name_tells_an_organization() -> None:
    words = (("Trinity", "PROPN", "NNP", 2, "compound", ""), ("College", "PROPN", "NNP", 3, "nsubj", ""), LEFT)
    assert kind(2, *words) == "organization"


@pytest.mark.parametrize("name", ["France", "Paris", "Africa"])
def test_well_known_places(name: str) -> None:
    assert kind(1, (name, "PROPN", "NNP", 2, "nsubj", ""), LEFT) == "place"


def test_numbers_money_percent_and_years() -> None:
    rose = ("rose", "VERB", "VBD", 0, "root", "")
    assert kind(2, rose, ("40", "NUM", "CD", 1, "obj", "")) == "number"
    assert kind(3, ("in", "ADP", "IN", 3, "case", ""), rose, ("1859", "NUM", "CD", 2, "obl", "")) == "time"
    percent = (rose, ("12", "NUM", "CD", 3, "nummod", ""), ("percent", "NOUN", "NN", 1, "obl", ""))
    assert kind(3, *percent) == "percent"
    dollars = (rose, ("12", "NUM", "CD", 3, "nummod", ""), ("dollars", "NOUN", "NNS", 1, "obl", "object"))
    assert kind(3, *dollars) == "money"
    metres = (rose, ("12", "NUM", "CD", 3, "nummod", ""), ("metres", "NOUN", "NNS", 1, "obl", "object"))
    assert kind(3, *metres) == "number"


def test_months_are_times_and_may_be_surnames() -> None:
    may = (("in", "ADP", "IN", 2, "case", ""), ("May", "PROPN", "NNP", 3, "obl", ""), LEFT)
    assert kind(2, *may) == "time"
    theresa = (("Theresa", "PROPN", "NNP", 3, "nsubj", "person"), ("May", "PROPN", "NNP", 1, "flat", ""), LEFT)
    assert kind(1, *theresa) == "person"


def test_pronouns() -> None:
    assert kind(1, ("She", "PRON", "PRP", 2, "nsubj", ""), LEFT) == "person"
    assert kind(1, ("It", "PRON", "PRP", 2, "nsubj", "person"), LEFT) == ""


@pytest.mark.parametrize(
    ("name", "rank"),
    [("Norway", "country"), ("the United States", "country"), ("Tokyo", "city"), ("Europe", "continent")],
)
def test_ranks_of_places(name: str, rank: str) -> None:
    assert place_rank(name) == rank


def test_names_tell_a_gender_or_nothing() -> None:
    assert (gender_of_name("Yulia"), gender_of_name("Klim"), gender_of_name("Robin")) == ("fem", "masc", "")


def test_titles_tell_a_gender_or_nothing() -> None:
    assert (title_gender("Mrs."), title_gender("Mr"), title_gender("Dr."), title_gender("table")) == (
        "fem",
        "masc",
        "",
        None,
    )


def test_units_and_currencies() -> None:
    assert all(map(is_unit, ("metres", "kg", "years", "feet"))) and not is_unit("people")
    assert is_currency("dollars") and is_currency("€") and not is_currency("people")


def test_time_nouns() -> None:
    assert is_time_noun("Tuesday") and is_time_noun("decade") and not is_time_noun("table")


def test_the_lists_hold_lower_case_words_without_marks() -> None:
    for words in (PERSON_NOUNS, MONTHS):
        assert all(word == word.casefold() and word.strip(" ?_") == word for word in words)
