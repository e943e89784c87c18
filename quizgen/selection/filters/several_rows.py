"""One question that several rows of a table answer: asked the other way round there is only one answer."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import SetFilter


def check(candidates: Sequence[Candidate], context: Context) -> dict[int, str]:
    """Compared to the letter but for case: *Guinea* is not *Equatorial Guinea*, nor *C* *C++*."""
    groups: dict[str, list[int]] = {}
    for at, candidate in enumerate(candidates):
        groups.setdefault(_folded(candidate.item.question), []).append(at)
    rejected: dict[int, str] = {}
    for group in groups.values():
        answers = {at: _folded(candidates[at].item.answer) for at in group}
        for at in group:
            other = next((o for o in group if answers[o] != answers[at]), None)
            if other is not None:
                rejected[at] = f"the same question has the answer '{candidates[other].item.answer}' too"
            elif at != group[0]:
                rejected[at] = "another row says the same"
    return rejected


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


FILTER = SetFilter("several_rows", check)
