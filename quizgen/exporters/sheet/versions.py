"""Versions of one sheet: the same items and options in other orders, decided by the seed alone.

In every version the letters of the right options are spread evenly, and no letter comes three times in a row where
another one is free, so that nothing can be learned from the letters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from quizgen.records import Item, ItemType, digest, scrambled

RUN = 2
"""So often at most the same letter, or the same truth, in a row."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An item as one version shows it."""

    item: Item
    options: tuple[str, ...]
    """What bears letters, in its order; empty where nothing does."""
    order: tuple[int, ...]
    """Of what has parts: their numbers as the version shows the left sides of a matching."""


def version(items: Sequence[Item], number: int, seed: int) -> tuple[Shown, ...]:
    """The items of one section as a version shows them: the first keeps the order of the bank."""
    key = "" if number == 0 else f"{seed} {number}"
    ordered = _shuffled(items, key) if key else tuple(items)
    if ordered and ordered[0].type is ItemType.CHOICE:
        return _choices(ordered, key)
    return tuple(Shown(item, _lettered(item, key), _order(item, key)) for item in ordered)


def _shuffled(items: Sequence[Item], key: str) -> tuple[Item, ...]:
    """By digest; of statements no three in a row that are all true or all false, where that can be."""
    waiting = sorted(items, key=lambda item: digest(key, item.id))
    if not waiting or waiting[0].type is not ItemType.TRUE_FALSE:
        return tuple(waiting)
    often = max(Counter(item.answer for item in waiting).values())
    run = max(RUN, ceil(often / (len(waiting) - often + 1)))
    ordered: list[Item] = []
    while waiting:
        ordered.append(waiting.pop(_next_truth(waiting, ordered, run)))
    return tuple(ordered)


def _next_truth(waiting: Sequence[Item], ordered: Sequence[Item], run: int) -> int:
    """Which of the waiting statements comes next, so that no more than ``run`` in a row are the same."""
    last = [item.answer for item in ordered[-run:]]
    banned = last[0] if len(last) == run and len(set(last)) == 1 else None
    # What is left of the commoner kind has to be used while there are enough of the other to part it.
    left = Counter(item.answer for item in waiting)
    often = next((answer for answer, count in left.items() if count > run * (len(waiting) - count)), None)
    wanted = often if often != banned else None
    free = (at for at, item in enumerate(waiting) if item.answer != banned and wanted in (None, item.answer))
    return next(free, 0)


def _lettered(item: Item, key: str) -> tuple[str, ...]:
    if not item.parts:
        return ()
    return scrambled(item.solution, digest(key, item.id)) if key else item.options


def _order(item: Item, key: str) -> tuple[int, ...]:
    numbers = tuple(range(len(item.parts)))
    if not key or item.type is not ItemType.MATCHING:
        return numbers
    return tuple(sorted(numbers, key=lambda number: digest(key, item.id, str(number))))


# --------------------------------------------------------------------------------------------------- choices


def _choices(items: Sequence[Item], key: str) -> tuple[Shown, ...]:
    totals = Counter(len(item.options) for item in items)
    used: Counter[tuple[int, int]] = Counter()
    """How often a place was right, by the number of options."""
    places: list[int] = []
    shown = []
    for item in items:
        count = len(item.options)
        most = ceil(totals[count] / count)
        free = [place for place in range(count) if places[-RUN:] != [place] * RUN] or list(range(count))
        even = [place for place in free if used[count, place] < most] or free
        place = min(even, key=_liking(item, key, used))
        used[count, place] += 1
        places.append(place)
        shown.append(Shown(item, _options(item, key, place), ()))
    return tuple(shown)


def _liking(item: Item, key: str, used: Counter[tuple[int, int]]):  # type: ignore[no-untyped-def]
    """The item's own place first, in the first version; else one that was used seldom, and among those by lot."""
    count = len(item.options)
    own = item.options.index(item.answer)

    def rank(place: int) -> tuple[bool, int, str]:
        return (not key and place != own, used[count, place], digest(key, item.id, str(place)))

    return rank


def _options(item: Item, key: str, place: int) -> tuple[str, ...]:
    """The wrong options in an order of their own, and the right one at its place."""
    wrong = [option for option in item.options if option != item.answer]
    if key:
        wrong.sort(key=lambda option: digest(key, item.id, option))
    return (*wrong[:place], item.answer, *wrong[place:])
