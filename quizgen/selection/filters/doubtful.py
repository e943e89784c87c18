"""Where the reading of the sentence is doubtful, nothing is asked."""

from __future__ import annotations

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter

THRESHOLD = 0.45
"""Least confidence of a fact; from here on the ranking decides, which sees doubts too."""


OWN_WORDS = 0.15
"""How much surer a blank in the article's own sentence is: only where the phrase ends can be wrong."""


def check(candidate: Candidate, context: Context) -> str | None:
    confidence = candidate.fact.confidence
    if candidate.fact.clause:
        confidence = min(confidence, candidate.fact.clause.confidence)
    if candidate.fact.kind == "sentence":
        confidence += OWN_WORDS
    return f"the parse is doubtful ({confidence:.2f})" if confidence < THRESHOLD else None


FILTER = Filter("doubtful", check)
