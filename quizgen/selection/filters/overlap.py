"""The answer, or enough of it, stands in the question."""

from __future__ import annotations

from quizgen.records import Candidate, ItemType
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, answer_is_open
from quizgen.selection.words import content, lower, stem, tokenize

LONG = 5
"""From so many words of content on, an answer may share one with the question: a definition does."""

_NAMED_IN_QUESTION = ("comparison", "list")
"""*Which is larger, Jupiter or Saturn?* names the answer beside another; *Which two universities …?* names its kind."""


def check(candidate: Candidate, context: Context) -> str | None:
    if not answer_is_open(candidate) or candidate.fact.kind in _NAMED_IN_QUESTION:
        return None
    asked = content(candidate.item.question)
    answer = content(candidate.item.answer)
    if not answer:
        return _little_words(candidate)
    shared = sorted([word for word in answer if word in asked or any(_same(word, other) for other in asked)])
    if candidate.item.type is ItemType.CLOZE and len(shared) < len(answer):
        return None  # a part of the blank beside it leads there, and does not tell it
    allowed = 1 if len(answer) >= LONG else 0
    if len(shared) > allowed and not _one_of_many(shared, answer, candidate):
        return f"the question gives away '{shared[0]}' of the answer"
    return None


def _same(one: str, other: str) -> bool:
    """*russia* and *russian*, *athen* and *athenian*: a name and what is made of it."""
    if one[:5] != other[:5]:  # so most pairs
        return one == other
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= 5 and long.startswith(short) and len(long) - len(short) <= 3)


def _one_of_many(shared: list[str], answer: frozenset[str], candidate: Candidate) -> bool:
    """One small word of an answer of three or more that is not its head: *space* does not give away *the International
    Space Station*; as part of a name it would."""
    if len(shared) != 1 or len(answer) < 3 or shared[0] == stem(candidate.answer.head):
        return False
    return not any(stem(word) == shared[0] and word[0].isupper() for word in tokenize(candidate.item.question)[1:])


def _little_words(candidate: Candidate) -> str | None:
    answer, asked = lower(candidate.item.answer), lower(candidate.item.question)
    if answer and all(word in asked for word in answer):
        return "the answer stands in the question"
    return None


FILTER = Filter("overlap", check)
