"""*In which year did he receive the medal in 1921?*: a question for a time that tells a time already."""

from __future__ import annotations

import re

from quizgen.records import BLANK, Candidate, ItemType
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, is_question
from quizgen.selection.words import unquoted

_WHEN = re.compile(r"^(?:(?:in|on|from|since|until|by) )?(?:when|which (?:year|decade|century|day|month))\b", re.I)
_TOLD = re.compile(
    r" (?:in|on|since|from|until) (?:the )?(?:\d{1,2} )?(?:[A-Z][a-z]+ )?(?:\d{1,2}(?:st|nd|rd|th)?,? )?"
    r"(?:1\d{3}|20\d\d)s?\b"
)
_TWO_AGES = re.compile(r"At what age .* (?:at|by) (?:the |an? )?age\b")
"""*At what age did Rand begin writing at the age of ten?*"""
_BESIDE = re.compile(rf"{_TOLD.pattern} (?:in|on) {BLANK}")
"""*a fleet against the Spanish in 1648 in _____*"""


def check(candidate: Candidate, context: Context) -> str | None:
    question = unquoted(candidate.item.question)
    if candidate.item.type is ItemType.CLOZE and _BESIDE.search(question):
        return "a time stands right before the blank for a time"
    if is_question(candidate) and _TWO_AGES.match(question):
        return "an age is told already"
    if not is_question(candidate) or not _WHEN.match(question):
        return None
    told = _TOLD.search(question)
    return f"'{told.group().strip()}' tells a time already" if told else None


FILTER = Filter("two_times", check)
