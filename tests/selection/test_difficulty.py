"""Easy, medium and hard come from reasons that can be told."""

from dataclasses import replace

import pytest
from selection_samples import article, candidate, clause, phrase

from quizgen.records import Distractor, Evidence, ItemType
from quizgen.selection.context import Context
from quizgen.selection.difficulty import EASY, HARD, difficulty, reasons

LINES = (
    "Byron_PROPN spent_VERB three_NUM years_NOUN at_ADP Trinity_PROPN College_PROPN with_ADP Hobhouse_PROPN ._PUNCT",
    "Byron_PROPN met_VERB Shelley_PROPN and_CCONJ Keats_PROPN ._PUNCT",
    "Byron_PROPN wrote_VERB ._PUNCT",
    "Byron_PROPN swam_VERB ._PUNCT",
)
CONTEXT = Context(article(*LINES, paragraphs=[0, 0, 1, 1]))
SENTENCE = "Byron spent three years at Trinity College with Hobhouse."


def told(question, answer, *, options=(), form=ItemType.SHORT, evidence=SENTENCE, **more):
    """The reasons without their points, and the level."""
    made = candidate(question, answer, stated=clause(phrase("Byron"), "spend"), evidence=evidence, **more)
    distractors = tuple(Distractor(text, "test") for text in options)
    item = replace(made.item, type=form, distractors=distractors, evidence=Evidence(evidence))
    found = reasons(item, made, CONTEXT)
    level = difficulty(item, made, CONTEXT)
    points = sum(p for p, _ in found)
    assert level == ("easy" if points <= EASY else "hard" if points >= HARD else "medium")
    return {reason.partition(" (")[0] for _, reason in found}, level


def test_how_often_the_answer_is_named():
    often, level = told("Who spent three years at Trinity College?", "Byron")
    assert "the article names the answer often" in often and level == "easy"
    once, _ = told("With whom did Byron spend the years?", "Hobhouse")
    assert "the article names the answer only once" in once


def test_a_full_name_counts_by_its_best_known_word():
    found, _ = told("Who spent three years at Trinity College?", "George Gordon Byron")
    assert "the article names the answer often" in found


def test_how_much_of_the_sentence_the_question_repeats():
    most, _ = told("Who spent three years at Trinity College with Byron?", "Hobhouse")
    assert "the question repeats most of the sentence" in most
    few, _ = told("Who was there?", "Hobhouse")
    assert "the question repeats little of the sentence" in few


def test_how_near_the_wrong_answers_are_in_value():
    near, _ = told(
        "How long?", "12 days", options=("11 days", "13 days", "40 days"), form=ItemType.CHOICE, type="number"
    )
    far, _ = told(
        "How long?", "12 days", options=("11 days", "30 days", "40 days"), form=ItemType.CHOICE, type="number"
    )
    assert "two or more wrong answers lie close to the right one" in near - far


def test_how_near_the_wrong_answers_are_in_the_text():
    beside, _ = told("Who was there?", "Hobhouse", options=("Shelley", "Keats", "Scott"), form=ItemType.CHOICE)
    nowhere, _ = told("Who was there?", "Hobhouse", options=("Scott", "Burns", "Moore"), form=ItemType.CHOICE)
    assert "the paragraph speaks of two or more of the wrong answers" in beside
    assert "the article speaks of none of the wrong answers" in nowhere


@pytest.mark.parametrize(
    ("question", "explained"),
    [
        ("Why did Byron stay?", True),
        ("According to Hobhouse, why did he stay?", True),
        ("How did Byron swim?", True),
        ("How many years did Byron stay?", False),
        ("How old was Byron?", False),
    ],
)
def test_only_why_and_how_something_is_done_ask_for_an_explanation(question, explained):
    found, _ = told(question, "because he liked it", type="object")
    assert ("an explanation is asked for" in found) is explained


def test_recognising_is_easier_than_knowing():
    short, _ = told("Who was there?", "Hobhouse")
    choice, _ = told("Who was there?", "Hobhouse", options=("Shelley", "Keats", "Scott"), form=ItemType.CHOICE)
    assert "the answer need only be recognised" in choice - short


def test_all_three_levels_occur():
    long = "Byron " + " ".join(f"word{n}" for n in range(30)) + "."
    assert told("Who was there?", "Byron")[1] in ("easy", "medium")
    assert told("In which year was it?", "1805", type="time", evidence=long)[1] == "hard"
    assert told("Who spent three years at Trinity College?", "Byron")[1] == "easy"
