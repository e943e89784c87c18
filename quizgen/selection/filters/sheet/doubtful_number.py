"""*When were Highlands Links laid out?*: one course with the name of several."""

from __future__ import annotations

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, is_question


def check(candidate: Candidate, context: Context) -> str | None:
    clause = candidate.fact.clause
    if clause is None or clause.subject.number != "plur" or not clause.subject.proper or not is_question(candidate):
        return None
    name = clause.subject.text
    several = " and " in name or name.lower().startswith("the ") or clause.subject.type == "person"
    return None if several else f"'{name}' may be one"


FILTER = Filter("doubtful_number", check)
