"""Votes for a type: each from a witness that says why, so that a wrong type can be traced to who was wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

LEAST = 2.0
"""Votes that a type needs; a noun in a list alone reaches it, the parser alone does too."""
LEAD = 0.5
"""By how much it must be ahead of the next."""


@dataclass(frozen=True, slots=True)
class Vote:
    """What one witness says of the kind of thing that a phrase names."""

    type: str
    """As ``Token.entity``."""
    weight: float
    """How much it is believed; below zero it speaks against the type."""
    reason: str
    """Who speaks, in a few words: *parser*, *title before it*, *country in the list*."""


def count(votes: Iterable[Vote]) -> dict[str, float]:
    """Votes by type."""
    found: dict[str, float] = {}
    for vote in votes:
        found[vote.type] = found.get(vote.type, 0.0) + vote.weight
    return found


def elect(votes: Iterable[Vote]) -> str:
    """The type with the most votes; empty when it has too few or does not lead: unknown stays unknown."""
    ranked = sorted(count(votes).items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or ranked[0][1] < LEAST:
        return ""
    if len(ranked) > 1 and ranked[0][1] - max(ranked[1][1], 0.0) < LEAD:
        return ""
    return ranked[0][0]


def pooled(votes: Iterable[Vote], most: float = 4.0) -> tuple[Vote, ...]:
    """The votes of many mentions as those of one: what a witness says again and again counts up to ``most``.

    A witness who is of two minds keeps the proportion: a parser that says *place* nine times and *person* once is
    believed nine to one.
    """
    said: dict[str, dict[str, float]] = {}
    for vote in votes:
        types = said.setdefault(vote.reason, {})
        types[vote.type] = types.get(vote.type, 0.0) + vote.weight
    return tuple(
        Vote(type, round(weight * min(1.0, most / sum(map(abs, types.values()))), 3), reason)
        for reason, types in said.items()
        for type, weight in types.items()
    )
