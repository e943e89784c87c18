"""Blanks that much could stand in: *Byron received _____ at school.* Names, numbers, dates and terms close them."""

from __future__ import annotations

import re

from quizgen.records import BLANK, Candidate, ItemType
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter
from quizgen.text import count_words

_OWNERS = ("his", "her", "its", "their", "my", "our", "your")
TOLD = 7
"""A sentence of so many words around a blank says what belongs there."""
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)")
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_HALF_A_DATE = re.compile(rf"{BLANK},? (?:1\d|20)\d\d\b|\b{_MONTH} {BLANK}|{BLANK} {_MONTH}\b")
_IN_AN_AMOUNT = re.compile(rf"[£$€¥] ?{BLANK}|{BLANK}(?:[%‰]|/\w)|(?:^|[\s(])[−–-]{BLANK}")
_TITLE = 9
"""Words in quotation marks up to which they are a title or a term, no speech."""
_GOES_ON = re.compile(rf"{BLANK}(?:'s)? (?:of|with|and|in|to|for|on|from|by|under|upon)(?: the)? [A-Z]")
_INSIDE = re.compile(
    rf"\w,? (?:[a-z]+ )*[A-Z]\w+ (?:for|on) (?:the )?{BLANK} and [A-Z]|[a-z] [A-Z]\w+ (?:for|on) (?:the )?{BLANK}"
)
"""*the Organization for the _____*, *the Institute for _____ and Gold*"""
_REST_OF_FIGURE = re.compile(
    rf"\b(?:hours?|minutes?|feet|years|months|days),? and {BLANK}|{BLANK} (?:to|past) (?:one|two|three|four|five|"
    r"six|seven|eight|nine|ten|eleven|twelve|noon|midnight)\b"
)
"""*three hours and _____* – *fifty seconds*, *_____ to ten* – *eight minutes*"""
_RANKED = re.compile(r"(?:first|second|third|last|final|next|early|later) [a-z]")
_OWNED = re.compile(rf"\b(?:his|her|its|their) {BLANK}")
"""*a good student in his _____* – *first terms*"""
_LAST_OF_LIST = re.compile(rf", {BLANK}\.?$")
NUMERIC = ("time", "number", "money", "percent")


def check(candidate: Candidate, context: Context) -> str | None:
    if candidate.item.type is not ItemType.CLOZE:
        return None
    if candidate.item.question.count(BLANK) != 1:
        return "the statement has no blank, or more than one"
    answer = candidate.answer
    if len(candidate.item.answer) == 1 and candidate.item.answer.isalpha():
        return "the blank is a letter"
    if _IN_AN_AMOUNT.search(candidate.item.question):
        return "the blank is a part of an amount"
    if _HALF_A_DATE.search(candidate.item.question):
        return "the blank is a part of a date"
    if _half_a_title(candidate.item.question):
        return "the blank is a part of a title"
    if answer.type in NUMERIC and _REST_OF_FIGURE.search(candidate.item.question):
        return "the blank is a part of a figure"
    if _INSIDE.search(candidate.item.question):
        return "the blank is a part of a name"
    if _ends_early(candidate):
        return "the list goes on behind the blank"
    if _RANKED.match(candidate.item.answer) and _OWNED.search(candidate.item.question):
        return "much else could stand in the blank"
    if (
        answer.proper
        and _GOES_ON.search(candidate.item.question)
        and count_words(answer.text) == 1
        and _one_name(candidate)
    ):
        return "the blank is a part of a name"
    if answer.proper or answer.type in NUMERIC:
        return None
    owned = answer.determiner in _OWNERS
    loose = answer.determiner in ("a", "an") and answer.type in ("abstract", "event", "")
    little = count_words(candidate.item.question) < TOLD and (loose or count_words(answer.text) > 4)
    return "much else could stand in the blank" if owned or little else None


def _ends_early(candidate: Candidate) -> bool:
    """*a member of the Arab League, OPEC, _____.*: what was cut off has the *and* of the list."""
    if not _LAST_OF_LIST.search(candidate.item.question):
        return False
    return bool(re.search(rf"{re.escape(candidate.item.answer)},? (?:and|or)\b", candidate.item.evidence.text))


def _half_a_title(question: str) -> bool:
    """*a family history entitled “_____ with Chaos”*"""
    return any(
        BLANK in quoted
        and quoted.strip('“”"‘’ ,.') != BLANK
        and (count_words(quoted) < _TITLE or _all_capital(quoted))
        and _titled(quoted)
        for quoted in _QUOTED.findall(question)
    )


def _all_capital(quoted: str) -> bool:
    words = [word for word in re.findall(r"[^\W_]{4,}", quoted) if word not in ("with", "from", "into", "over", "upon")]
    return all(word[0].isupper() for word in words)


def _titled(quoted: str) -> bool:
    words = quoted.strip('“”"‘’ ,.').split()
    return words[-1][:1].isupper() or (words[-1].startswith(BLANK) and words[0][:1].isupper())


def _one_name(candidate: Candidate) -> bool:
    """*Game of Thrones*: what goes on behind the blank has a capital, and the whole stands in a longer name."""
    words = re.escape(candidate.answer.text)
    return bool(re.search(rf"(?:^|\W){words} (?:of|under|upon)(?: the)? [A-Z]", candidate.item.evidence.text))


FILTER = Filter("open_blank", check)
