"""*In which year did he receive the medal in 1921?*: a question for a time that tells a time already."""

from __future__ import annotations

import re

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, is_question
from quizgen.selection.words import unquoted

_WHEN = re.compile(r"^(?:(?:in|on|from|since|until|by) )?(?:when|which (?:year|decade|century|day|month))\b", re.I)
_TOLD = re.compile(
    r" (?:in|on|since|from|until) (?:the )?(?:[A-Z][a-z]+ )?(?:\d{1,2}(?:st|nd|rd|th)?,? )?(?:1\d{3}|20\d\d)s?\b"
)


def check(candidate: Candidate, context: Context) -> str | None:
    question = unquoted(candidate.item.question)
    if not is_question(candidate) or not _WHEN.match(question):
        return None
    told = _TOLD.search(question)
    return f"'{told.group().strip()}' tells a time already" if told else None


FILTER = Filter("two_times", check)
