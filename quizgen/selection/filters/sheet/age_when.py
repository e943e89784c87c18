"""*How old was Curtis?* – *23*: when?"""

from __future__ import annotations

import re

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter

_OLD = re.compile(r"^How old (?:was|were) ")
_WHEN = re.compile(r"\b(?:when|at the time|in|on|after|before) ")


def check(candidate: Candidate, context: Context) -> str | None:
    question = candidate.item.question
    if _OLD.match(question) and not _WHEN.search(question):
        return "at what time is not told"
    return None


FILTER = Filter("age_when", check)
