"""*Who was born in Fort Napier?* in a quiz that has *Bessie Head* printed on top: the title gives the answer away."""

from __future__ import annotations

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, answer_is_open
from quizgen.selection.words import normal


def check(candidate: Candidate, context: Context) -> str | None:
    title, answer = (normal(text).removeprefix("the ") for text in (context.document.title, candidate.item.answer))
    same = bool(title) and title == answer and answer_is_open(candidate)
    return "the title on top of the sheet is the answer" if same else None


FILTER = Filter("title_answer", check)
