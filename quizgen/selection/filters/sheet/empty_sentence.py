"""*There are attractions on _____.*"""

from __future__ import annotations

import re

from quizgen.records import Candidate, ItemType
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter

_EMPTY = re.compile(r"^(?:There (?:is|are|was|were)|It (?:is|was)|This|That) ")


def check(candidate: Candidate, context: Context) -> str | None:
    if candidate.item.type is ItemType.CLOZE and _EMPTY.match(candidate.item.question):
        return "the sentence only says that there is something"
    return None


FILTER = Filter("empty_sentence", check)
