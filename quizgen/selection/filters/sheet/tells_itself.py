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
_ENDING = 3
"""Letters by which one of two names of one root may be longer: *Egypt*, *Egyptian*."""


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
    kin = sorted(name for name in names if _has_kin(name, item.question))
    told = told or (kin[0] if 2 * len(kin) > len(names) else "")  # *the Angolan Civil War* tells more than *Angola*
    return f"'{told}' stands beside the blank" if told else None


def _has_kin(name: str, question: str) -> bool:
    """Whether the question has a name of one root: *Malaysian* for *Malaysia*, not *Australia* for *Austria*."""
    beside = (word for word in re.findall(r"\b[A-Z]\w{3,}", question) if abs(len(word) - len(name)) <= _ENDING)
    roots = ((word, min(len(word), len(name)) - 1) for word in beside)
    return any(word[:shared] == name[:shared] for word, shared in roots)


FILTER = Filter("tells_itself", check)
