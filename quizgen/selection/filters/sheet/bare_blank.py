"""*_____ was an American poet*, *Polaroid released _____*: a few words around a blank that many would fill."""

from __future__ import annotations

import re

from quizgen.records import BLANK, Candidate, ItemType
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter
from quizgen.text import count_words

_IS_A = re.compile(rf"^{BLANK} (?:is|are|was|were) an? ")
_FEW = 6
_KINDS = 14
"""Words up to which *X is a …* tells the kind alone."""


def check(candidate: Candidate, context: Context) -> str | None:
    question = candidate.item.question
    if candidate.item.type is not ItemType.CLOZE:
        return None
    if candidate.item.answer.startswith("("):
        return "nothing tells that a remark in brackets is wanted"  # *The cane toad _____, also known as …*
    if _IS_A.match(question) and count_words(question) < _KINDS:
        return "many are of this kind"
    short = count_words(question) < _FEW and not re.search(r"\d", question)
    return "a few words around the blank say too little" if short else None


FILTER = Filter("bare_blank", check)
