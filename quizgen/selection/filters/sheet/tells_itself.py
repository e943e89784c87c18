"""*The lunar crater _____ is named after Herschel* – *C. Herschel*: a name of the answer stands beside the blank."""

from __future__ import annotations

import re

from quizgen.records import BLANK, Candidate, ItemType
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter
from quizgen.selection.words import content

_LETTER = re.compile(r"(?<![\w'’.])[b-zB-HJ-Z](?![\w'’.])")
_LEAST = 4
"""Letters of a word that tells something."""
_ROOT, _ENDING = 5, 3
"""Letters that two names of one root share, and those by which one may be longer."""


def check(candidate: Candidate, context: Context) -> str | None:
    item = candidate.item
    if item.type is not ItemType.CLOZE:
        return None
    if candidate.answer.type == "place" and re.search(rf"[A-Z]\w+, {BLANK}(?:[.,]|$)", item.question):
        return "the place before the blank tells it"
    letters = set(_LETTER.findall(item.answer)) & set(_LETTER.findall(item.question))
    if letters:
        return f"'{min(letters)}' stands beside the blank"  # *between _____ and called means of x and y*
    names = {word for word in re.findall(r"\b[A-Z][\w’']+", item.answer) if len(word) >= _LEAST}
    said = content(item.question)
    told = next((name for name in sorted(names) if content(name) and content(name) <= said), "")
    told = told or next((name for name in sorted(names) if _has_kin(name, item.question)), "")
    return f"'{told}' stands beside the blank" if told else None


def _has_kin(name: str, question: str) -> bool:
    """Whether the question has a name of one root with it: *Malaysian* beside *Malaysia*."""
    if len(name) < _ROOT:
        return False
    kin = (word for word in re.findall(rf"\b{re.escape(name[:_ROOT])}\w*", question))
    return any(abs(len(word) - len(name)) <= _ENDING for word in kin)


FILTER = Filter("tells_itself", check)
