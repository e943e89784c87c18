"""Blanks that much could stand in: *Byron received _____ at school.* Names, numbers, dates and terms close them."""

from __future__ import annotations

from quizgen.records import BLANK, Candidate, ItemType
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter
from quizgen.text import count_words

_OWNERS = ("his", "her", "its", "their", "my", "our", "your")
TOLD = 7
"""A sentence of so many words around a blank says what belongs there."""
NUMERIC = ("time", "number", "money", "percent")


def check(candidate: Candidate, context: Context) -> str | None:
    if candidate.item.type is not ItemType.CLOZE:
        return None
    if candidate.item.question.count(BLANK) != 1:
        return "the statement has no blank, or more than one"
    answer = candidate.answer
    if answer.proper or answer.type in NUMERIC:
        return None
    owned = answer.determiner in _OWNERS
    loose = answer.determiner in ("a", "an") and answer.type in ("abstract", "event", "")
    little = count_words(candidate.item.question) < TOLD and (loose or count_words(answer.text) > 4)
    return "much else could stand in the blank" if owned or little else None


FILTER = Filter("open_blank", check)
