"""*The fourth, Cassini, went into orbit*, *the largest is the octopus*: the fourth what? *_____ of noodles*: which?"""

from __future__ import annotations

import re

from quizgen.records import BLANK, Candidate, ItemType
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter
from quizgen.selection.words import unquoted

_HEADLESS = re.compile(
    r"\b[Tt]he (?:first|second|third|fourth|fifth|sixth|last|next|latter|former|other|others|newest|\w{3,}est)"
    r"(?=,| (?:is|are|was|were|has|have|had)\b)"
)

_MEASURED = re.compile(
    r"What (?:is|was) the (?:colou?r|size|shape|height|length|kind|sort|type|age|price|value|width) of\b"
)
"""*The soup is the colour of mustard*: mustard's colour is not the soup."""
_BARE_NAME = re.compile(r"What (?:is|was) the name of the [a-z]+\?$")
"""*What is the name of the banker?*"""
_NAMED = re.compile(r"[A-Z0-9]")


def check(candidate: Candidate, context: Context) -> str | None:
    if _BARE_NAME.match(candidate.item.question):
        return "which of them is asked for is not told"
    found = _HEADLESS.search(unquoted(candidate.item.question))
    if found:
        return f"'{found.group()}' of what is not told"
    item = candidate.item
    if item.type is ItemType.CLOZE and f"{BLANK} of " in item.question and not _NAMED.search(item.answer):
        return "many words would do before 'of'"
    if candidate.rule.id == "identity.title_of" and _MEASURED.match(item.question):
        return "the title is a measure of the thing, not what it is"
    return None


FILTER = Filter("headless", check)
