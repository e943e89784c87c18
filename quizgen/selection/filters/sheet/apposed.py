"""*dedicated to Artemis, _____*, *_____, Hamas, issued a statement*: much can be said of whom the name names."""

from __future__ import annotations

import re

from quizgen.records import BLANK, Candidate, ItemType
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter

_NAMED_BEHIND = re.compile(rf"{BLANK}, [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)*, ")


def check(candidate: Candidate, context: Context) -> str | None:
    sentence, head = context.sentence(candidate), context.answer_head(candidate)
    if candidate.item.type is not ItemType.CLOZE or sentence is None or head is None or head.upos != "NOUN":
        return None
    named = sentence.head(head) if head.relation == "appos" else None
    behind = named is not None and named.upos == "PROPN" and named.id < head.id
    if behind or _NAMED_BEHIND.search(candidate.item.question):
        return "the name beside it leaves open what is said of it"
    return None


FILTER = Filter("apposed", check)
