"""Items made of several facts, from candidates that passed every filter: *Put these in order*, *Match each …*."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.records import Candidate, ItemType, Rejection
from quizgen.selection.choice import Ranked
from quizgen.selection.context import Context
from quizgen.selection.sets import pairs, timeline
from quizgen.selection.sets.base import FEWEST, Made, gives_away, refused

__all__ = ["Made", "gives_away", "make"]


def make(
    passed: Sequence[Ranked],
    everything: Sequence[Candidate],
    context: Context,
    types: Sequence[ItemType],
    *,
    one_of_each: bool,
) -> tuple[tuple[Made, ...], list[Rejection]]:
    """The sets that an article is good for, and why facts that could have been parts are none.

    Args:
        passed: candidates that no filter objects to.
        everything: all candidates: what was refused still tells that something happened twice.
        types: only these are made.
        one_of_each: at most one matching and one ordering, neither telling what the other asks.
    """
    found: list[Made] = []
    rejections: list[Rejection] = []
    events, unfit = timeline.events(passed, everything, context)
    if ItemType.ORDERING in types:
        rejections += unfit
        ordering = timeline.ordering(events, context)
        found += [ordering] if ordering else []
        if ordering is None:
            why = f"fewer than {FEWEST} events have a date and stand on their own"
            rejections += [refused(timeline.ORDER, e.entry, e.statement, e.time.text, why) for e in events]
    if ItemType.MATCHING in types:
        matchings, refusals = _matchings(passed, events, context, found if one_of_each else [])
        rejections += refusals
        found += matchings[:1] if one_of_each else matchings
    return tuple(found), rejections


def _matchings(
    passed: Sequence[Ranked], events: Sequence[timeline.Event], context: Context, beside: Sequence[Made]
) -> tuple[list[Made], list[Rejection]]:
    """Every matching that can be made, the best kind first; ``beside`` are sets that must not tell its pairs."""
    free = [entry for entry in passed if not any(gives_away(entry, other) for other in beside)]
    found: list[Made] = []
    rejections: list[Rejection] = []
    for kind in pairs.KINDS:
        made, refusals = pairs.match(kind, free, context)
        found += [made] if made else []
        rejections += refusals
    dated = timeline.years(events, context) if not beside else None
    return [*found, *([dated] if dated else [])], rejections
