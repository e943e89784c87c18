"""One question with different answers: whichever is written down, the other is right as well."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizgen.records import Candidate, ItemType
from quizgen.selection.context import Context
from quizgen.selection.filters.base import SetFilter
from quizgen.selection.words import content, normal


def check(candidates: Sequence[Candidate], context: Context) -> dict[int, str]:
    groups: dict[str, list[int]] = {}
    for at, candidate in enumerate(candidates):
        if candidate.item.type is not ItemType.TRUE_FALSE:
            groups.setdefault(normal(candidate.item.question), []).append(at)
    rejected: dict[int, str] = {}
    for group in groups.values():
        for at in group:
            other = next((o for o in group if not same_answer(candidates[at], candidates[o])), None)
            whole = next((o for o in group if _is_one_of(candidates[at], candidates[o])), None)
            if other is not None:
                rejected[at] = f"the same question has the answer '{candidates[other].item.answer}' too"
            elif whole is not None:
                rejected[at] = f"it is one of '{candidates[whole].item.answer}', which answer the same question"
    return rejected


def _is_one_of(one: Candidate, several: Candidate) -> bool:
    """*Peresild* beside *Peresild and Shipenko*."""
    parts = re.split(r", (?:and )?| and ", several.item.answer)
    return len(parts) > 1 and normal(one.item.answer) in map(normal, parts)


def same_answer(one: Candidate, other: Candidate) -> bool:
    """Whether two answers are one: equal, an alias, or the shorter form of the longer."""
    if {normal(text) for text in answers(one)} & {normal(text) for text in answers(other)}:
        return True
    a, b = content(one.item.answer), content(other.item.answer)
    return bool(a and b) and (a <= b or b <= a)


def answers(candidate: Candidate) -> tuple[str, ...]:
    return (candidate.item.answer, *candidate.item.accept, *candidate.answer.aliases)


FILTER = SetFilter("ambiguous", check)
