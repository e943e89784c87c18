"""*What is the Internet?* – *an essential tool of amateur astronomers*: what it is to some, not what it is."""

from __future__ import annotations

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter

_TO_SOMEBODY = frozenset(
    "tool part element aspect factor feature issue topic subject matter problem challenge reason example step cause "
    "result way means concern priority goal success failure source sign symbol help threat alternative advantage "
    "disadvantage benefit essential necessity contributor component ingredient".split()
)


def check(candidate: Candidate, context: Context) -> str | None:
    head = context.answer_head(candidate)
    if candidate.rule.id == "identity.what_is" and head is not None and head.lemma in _TO_SOMEBODY:
        return f"a {head.lemma} is what it is to some, and not all that it is"
    return None


FILTER = Filter("what_for", check)
