"""*buildings, among them the castle* → *… buildings the castle …*: without *among them* an example is all there is."""

from __future__ import annotations

import re

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter
from quizgen.selection.words import lower

_AMONG = re.compile(r"\bamong (?:them|these|those|which|whom)\b", re.I)


def check(candidate: Candidate, context: Context) -> str | None:
    sentence = context.sentence(candidate)
    among = _AMONG.search(sentence.text) if sentence is not None else None
    if sentence is None or among is None or "among" in candidate.item.question.casefold():
        return None
    told = " ".join(lower(f"{candidate.item.question} {candidate.item.answer}"))
    example = " ".join(lower(sentence.text[among.end() :])[:2])
    return "what is one example among others is told as all" if example and example in told else None


FILTER = Filter("example", check)
