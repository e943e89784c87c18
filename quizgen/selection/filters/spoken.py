"""Speeches and letters: where *we* and *I* come in every sentence, the sentences tell what the speaker thinks.

What is quoted with its speaker, and what names and initials stand for, may still be asked.
"""

from __future__ import annotations

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter

SHARE = 0.03
"""Of all words: a report has one in a hundred at most."""
_KINDS = frozenset({"quotation", "abbreviation", "name", "role", "row"})


def check(candidate: Candidate, context: Context) -> str | None:
    if candidate.fact.kind in _KINDS or context.first_person < SHARE:
        return None
    return "the text speaks as somebody's own words, not as a report"


FILTER = Filter("spoken", check)
