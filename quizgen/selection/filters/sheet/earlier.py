"""*In which year had Charles V been born?*: told from a later moment, which the question does not name."""

from __future__ import annotations

import re

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter

_MOMENT = re.compile(
    r"\b(?:before|after|until|since|already)\b|.\bwhen\b|^By\b|\bby (?:\d|the (?:time|end|beginning|summer|winter))"
)
"""A later moment from which *had* tells of an earlier one."""
_CURRENT = re.compile(r"\b(?:was|were) (?:the |an? |\w+['’]s )?(?:current|incumbent|present-day)\b")


def check(candidate: Candidate, context: Context) -> str | None:
    if _CURRENT.search(candidate.item.question):
        return "'current' is told of a moment that has passed"
    clause = candidate.fact.clause
    if clause is None or candidate.fact.kind == "sentence" or clause.verb.auxiliaries[:1] != ("had",):
        return None
    named = _MOMENT.search(candidate.item.question)
    return None if named else "it is told from a later moment that the question does not name"


FILTER = Filter("earlier", check)
