"""*The lunar crater _____ is named after Herschel* – *C. Herschel*: a name of the answer stands beside the blank."""

from __future__ import annotations

import re

from quizgen.records import BLANK, Candidate, ItemType
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter
from quizgen.selection.words import content

_LEAST = 4
"""Letters of a word that tells something."""


def check(candidate: Candidate, context: Context) -> str | None:
    item = candidate.item
    if item.type is not ItemType.CLOZE:
        return None
    if candidate.answer.type == "place" and re.search(rf"[A-Z]\w+, {BLANK}(?:[.,]|$)", item.question):
        return "the place before the blank tells it"
    names = {word for word in re.findall(r"\b[A-Z][\w’']+", item.answer) if len(word) >= _LEAST}
    said = content(item.question)
    told = next((name for name in sorted(names) if content(name) and content(name) <= said), "")
    return f"'{told}' stands beside the blank" if told else None


FILTER = Filter("tells_itself", check)
