"""*The fourth, Cassini, went into orbit*, *the largest is the octopus*: the fourth what?"""

from __future__ import annotations

import re

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter
from quizgen.selection.words import unquoted

_HEADLESS = re.compile(
    r"\b[Tt]he (?:first|second|third|fourth|fifth|sixth|last|next|latter|former|other|others|newest|\w{3,}est)"
    r"(?=,| (?:is|are|was|were|has|have|had)\b)"
)


def check(candidate: Candidate, context: Context) -> str | None:
    found = _HEADLESS.search(unquoted(candidate.item.question))
    return f"'{found.group()}' of what is not told" if found else None


FILTER = Filter("headless", check)
