"""Where the reading of the sentence is doubtful, nothing is asked."""

from __future__ import annotations

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter

THRESHOLD = 0.45
"""Least confidence of a fact; from here on the ranking decides, which sees doubts too."""


def check(candidate: Candidate, context: Context) -> str | None:
    confidence = candidate.fact.confidence
    if candidate.fact.clause:
        confidence = min(confidence, candidate.fact.clause.confidence)
    return f"the parse is doubtful ({confidence:.2f})" if confidence < THRESHOLD else None


FILTER = Filter("doubtful", check)
