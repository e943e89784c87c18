"""Questions that wind, questions that are stumps, answers that nobody would write down."""

from __future__ import annotations

from quizgen.records import Candidate, ItemType
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, answer_is_open, is_question
from quizgen.selection.words import content
from quizgen.text import count_words

QUESTION = 30
"""Long before that the ranking holds length against a question."""
ANSWER = 10
EXPLAINING = 14
"""Answers that explain (causes, definitions) may be longer than names and dates."""
_EXPLAINING_KINDS = ("cause", "purpose", "identity", "result", "condition", "means", "list", "statement")


def check(candidate: Candidate, context: Context) -> str | None:
    question = candidate.item.question
    words = count_words(question)
    if words > QUESTION:
        return f"the question has {words} words"
    if words < 4 and not (words == 3 and is_question(candidate) and content(question)):
        return "the question is too short to say what it asks"
    if not answer_is_open(candidate):
        return None
    limit = EXPLAINING if candidate.fact.kind in _EXPLAINING_KINDS else ANSWER
    if candidate.item.type is ItemType.CLOZE:
        limit = 8
    if count_words(candidate.item.answer) > limit:
        return f"the answer has {count_words(candidate.item.answer)} words"
    return None


FILTER = Filter("length", check)
