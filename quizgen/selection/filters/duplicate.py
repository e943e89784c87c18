"""The same thing asked twice in nearly the same words: the better one stays."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.records import Candidate, ItemType
from quizgen.selection.context import Context
from quizgen.selection.filters.ambiguous import answers
from quizgen.selection.filters.base import SetFilter
from quizgen.selection.words import content, normal, similarity

NEAR = 0.6
"""Share of common words from which on two questions are one."""


def check(candidates: Sequence[Candidate], context: Context) -> dict[int, str]:
    kept: dict[str, list[int]] = {}
    rejected: dict[int, str] = {}
    for at, candidate in enumerate(candidates):
        names = {normal(text) for text in answers(candidate)}
        rivals = sorted({other for name in names for other in kept.get(name, ())})
        twin = next((o for o in rivals if _near(candidate, candidates[o])), None)
        if twin is not None:
            rejected[at] = f"asked already: {candidates[twin].item.question}"
            continue
        for name in names:
            kept.setdefault(name, []).append(at)
    return rejected


def _near(one: Candidate, other: Candidate) -> bool:
    if one.item.type is not other.item.type:
        return False
    a, b = content(one.item.question), content(other.item.question)
    same_sentence = one.fact.sentence == other.fact.sentence
    if same_sentence and one.item.type is ItemType.CLOZE and set(one.answer.tokens) & set(other.answer.tokens):
        return True  # the same words are left out of the whole sentence and of one of its clauses
    return similarity(a, b) >= NEAR or (same_sentence and (a <= b or b <= a))


FILTER = SetFilter("duplicate", check)
