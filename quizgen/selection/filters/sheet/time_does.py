"""*What did the 20th century mark?*"""

from __future__ import annotations

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, is_question


def check(candidate: Candidate, context: Context) -> str | None:
    clause = candidate.fact.clause
    does = clause is not None and clause.subject.type == "time" and clause.subject.text != candidate.answer.text
    return "a time does nothing" if does and is_question(candidate) else None


FILTER = Filter("time_does", check)
