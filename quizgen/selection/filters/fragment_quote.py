"""A quotation to be recognised is a sentence: *Who said: “the sleeper health issue”?* is a scrap."""

from __future__ import annotations

import re

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter
from quizgen.text import count_words

_SAID = re.compile(r"^who (?:said|wrote|asked|claimed|stated|\w+ed|\w+): ?[“\"‘']+(?P<quote>[^”\"]+)", re.I)
LEAST = 5


def check(candidate: Candidate, context: Context) -> str | None:
    match = _SAID.match(candidate.item.question)
    if not match:
        return None
    if match["quote"][:1].islower():
        return "the quotation begins in the middle of its sentence"
    if count_words(match["quote"]) < LEAST:
        return "the quotation is too short to be recognised"
    return None


FILTER = Filter("fragment_quote", check)
