"""Two sentences for one blank: of what judges saw of them they took one in four."""

from __future__ import annotations

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter


def check(candidate: Candidate, context: Context) -> str | None:
    return "a sentence before has to lead in" if candidate.fact.role("lead") is not None else None


FILTER = Filter("led_in", check)
