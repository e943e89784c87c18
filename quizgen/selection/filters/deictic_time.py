"""*Today*, *last year*, *Tuesday*: days that only the article's date tells, and that it did not tell."""

from __future__ import annotations

import re
from functools import lru_cache

from quizgen.analysis.calendar_text import HARMLESS
from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, answer_is_open
from quizgen.selection.words import lower, unquoted

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_UNIT = (
    r"(?:weeks?|months?|years?|days?|decades?|century|centuries|weekend|summer|winter|spring|autumn|fall|season|night|"
    rf"morning|afternoon|evening|{_DAY})"
)
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
PATTERNS = (
    re.compile(r"\b(?:today|yesterday|tomorrow|tonight|nowadays|presently|so far|to date|right now|at present|"
               r"at the moment|currently|recently|lately|shortly)\b", re.I),
    re.compile(r"(?<!until )(?<!by )\bnow\b", re.I),
    re.compile(r"\bago\b", re.I),
    re.compile(rf"\b(?:last|next|past|previous|following|coming|upcoming|same|that|earlier this|"
               rf"later this) (?:\w+ )?{_UNIT}\b(?! (?:of|in|before|after)\b)", re.I),
    re.compile(rf"\b(?:that|the same|the following|the next|the previous) {_MONTH}\b", re.I),
)  # fmt: skip
_TRIGGERS = frozenset(
    "today yesterday tomorrow tonight nowadays presently so to right at currently recently lately shortly now ago last "
    "next past previous following coming upcoming same that earlier later".split()
) | {day + end for day in "monday tuesday wednesday thursday friday saturday sunday".split() for end in ("", "'s", "s")}
"""Without one of these words none of the patterns can match."""
_WEEKDAY = re.compile(rf"(?P<before>\S+ )?\b(?P<day>{_DAY})\b(?P<after>,? (?:{_MONTH}|the \d|\d)\S*)?", re.I)


def check(candidate: Candidate, context: Context) -> str | None:
    texts = (candidate.item.question, candidate.item.answer if answer_is_open(candidate) else "")
    return next((reason for text in texts if (reason := _loose(text))), None)


@lru_cache(maxsize=4096)
def _loose(text: str) -> str | None:
    if _TRIGGERS.isdisjoint(lower(text)):
        return None
    text = HARMLESS.sub(" ", unquoted(text))
    found = next((match for pattern in PATTERNS if (match := pattern.search(text))), None)
    if found:
        return f"'{found.group()}' says no day without the article's date"
    day = _loose_weekday(text)
    return f"'{day}' could be any week" if day else None


def _loose_weekday(text: str) -> str:
    """A day of the week without a date; *every Tuesday* and *Bloody Sunday* are not loose."""
    for match in _WEEKDAY.finditer(text):
        before = (match["before"] or "").strip()
        if match["after"] or before.lower() in ("every", "each", "a", "any", "per"):
            continue
        if before[:1].isupper() and before.lower() not in ("on", "last", "which", "what"):
            continue
        return match["day"]
    return ""


FILTER = Filter("deictic_time", check)
