"""Numbers and dates that look like the right one and are not: *12 days* → *9 days*, *14 days*, *16 days*."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from quizgen.selection import dates, numbers
from quizgen.selection.numbers import Shape

_ROUGH = re.compile(r"\b(?:about|around|roughly|some|approximately|circa|c\.|early|late|mid)\b", re.I)
_BOUND = re.compile(
    r"\b(?:over|under|above|below|nearly|almost|up to|(?:more|less|fewer|greater|higher|older|younger|longer) than|"
    r"at (?:least|most)|no (?:more|fewer|less)|as (?:many|much|few) as|by|before|after|since|until|till)\b",
    re.I,
)
_REACH = {"year": 60.0, "century": 4.0, "decade": 8.0}
"""How far another time of the article may lie from the right one and still tempt."""
_CLOSE_DAYS = 366
_CLOSE_STEPS = 5
"""Years, decades, places in a series."""
_YEARS: tuple[tuple[int, tuple[int, ...]], ...] = (
    (1900, (2, 3, 4, 5, 7, 9)),
    (1500, (3, 5, 8, 12, 17, 23)),
    (0, (7, 12, 18, 26, 35)),
)
"""From this year on, so many years before or after a year another one is made up."""
_SHARES = (0.12, 0.18, 0.25, 0.33, 0.45)
_ROUGH_SHARES = (0.5, 0.7, 1.0, 1.5)
_ROUGHLY = 1.5
"""An approximate number is told from another only when one is so many times the other."""
_ROUGH_YEARS = 4
"""*about 1818*: so many times farther away another year must lie."""
_MAGNITUDE = 3.0
"""Numbers of one magnitude: none is more than so many times another."""


def is_bounded(text: str) -> bool:
    """Whether other numbers are right as well: with *more than two* also *more than one*, with *by 1900* *by 1950*."""
    return bool(_BOUND.search(text))


def is_rough(text: str) -> bool:
    """Whether a number near by is as good: beside *around ten* neither nine nor eleven is wrong."""
    return bool(_ROUGH.search(text))


def distance(text: str, other: str, *, time: bool = False) -> float | None:
    """How far another phrase of the same form lies from this one: days, years, units. None for another form."""
    one, two = (dates.read(text), dates.read(other)) if time else (None, None)
    if one and two:
        parts = [(bool(d.day), bool(d.year), d.frame) for d in (one, two)]
        return abs(one.days - two.days) if parts[0] == parts[1] else None
    mine, theirs = numbers.shape(text, time=time), numbers.shape(other, time=time)
    if mine is None or theirs is None or mine.kind != theirs.kind or mine.frame(text) != theirs.frame(other):
        return None
    return abs(theirs.value - mine.value)


def matters(text: str, other: str, *, time: bool = False) -> bool:
    """Whether two phrases of one form are neither so near that nobody could choose nor so far that anybody could."""
    one, two = (dates.read(text), dates.read(other)) if time else (None, None)
    if one and two:
        return dates.apart(one, two) and abs(one.year - two.year) <= _REACH["year"]
    mine, theirs = numbers.shape(text, time=time), numbers.shape(other, time=time)
    if mine is None or theirs is None:
        return False
    gap = abs(theirs.value - mine.value)
    if mine.kind == "year":
        least = dates.year_gap(mine.value) * (_ROUGH_YEARS if is_rough(text) else 1)
        return least <= gap <= (_REACH["year"] if mine.value >= 1500 else 300.0)
    if mine.kind in _REACH:
        return 0 < gap <= _REACH[mine.kind]
    return _comparable(text, mine, other, theirs) if mine.kind in ("number", "word", "tens") else gap > 0


def is_close(text: str, other: str, *, time: bool = False) -> bool:
    """Whether only a good memory tells the two apart: a few years, a quarter of a number, dates of one year."""
    gap = distance(text, other, time=time)
    if gap is None:
        return False
    if time and dates.read(text):
        return gap <= _CLOSE_DAYS
    mine = numbers.shape(text, time=time)
    if mine is None or mine.kind not in ("number", "word", "tens"):
        return gap <= _CLOSE_STEPS
    return gap <= max(1.0, mine.value / 4)


def _comparable(text: str, mine: Shape, other: str, theirs: Shape) -> bool:
    """Of one magnitude and written alike."""
    if not mine.value or not theirs.value:
        return False
    ratio = max(mine.value, theirs.value) / min(mine.value, theirs.value)
    small = mine.value <= 6 and theirs.value <= 10
    separated = "," in text[mine.start : mine.end], "," in other[theirs.start : theirs.end]
    alike = separated[0] == separated[1] or min(mine.value, theirs.value) < 1000
    if mine.decimals(text) != theirs.decimals(other) or not alike or not (ratio <= _MAGNITUDE or small):
        return False
    return ratio >= _ROUGHLY if is_rough(text) else ratio > 1


def vary(text: str, rng: random.Random, *, time: bool = False, latest_year: int | None = None) -> Iterator[str]:
    """Phrases with another number, the most plausible first; only some, and none where nothing varies.

    Args:
        rng: decides the order and the steps.
        time: whether the phrase is a time, in which four digits are a year.
        latest_year: no year after it is offered when the right one does not lie after it.
    """
    if time and dates.read(text):
        yield from dates.vary(text, rng, latest_year)
        return
    found = numbers.shape(text, time=time)
    if found is None:
        return
    seen = {text}
    for value in _values(found, rng, latest_year, text):
        other = found.put(text, value)
        if other not in seen and _grammatical(other):
            seen.add(other)
            yield other


def _grammatical(text: str) -> bool:
    return not re.search(r"(?<![\d.])1 \w+s\b|\bone \w+s\b", text)


def _values(found: Shape, rng: random.Random, latest_year: int | None, text: str) -> list[float]:
    value, bare = found.value, found.end - found.start == len(text)
    if found.kind == "weekday":
        return _around(value, rng, (1, 2, 3), low=value - 3, high=value + 3)
    if found.kind == "year":
        steps = next(steps for since, steps in _YEARS if value >= since)
        if is_rough(text):
            steps = tuple(_ROUGH_YEARS * step for step in steps)
        late = float(latest_year) if latest_year and value <= latest_year else 9999.0
        return _around(value, rng, steps, low=1, high=late)
    if found.kind in ("decade", "century"):
        order = rng.choice(((-1, 1, 2, -2, -3, 3), (1, -1, -2, 2, 3, -3)))
        return [value + step for step in order if 1 <= value + step <= _latest(found, latest_year)]
    if found.kind == "ordinal":
        return _around(value, rng, (1, 2, 3), low=0, high=9)
    if found.kind == "word":
        near = tuple(max(1, round(value * share)) for share in _ROUGH_SHARES) if is_rough(text) else (1, 2, 3, 4)
        return _around(value, rng, near, low=1 if bare else 2, high=len(numbers.SMALL) - 1)
    if found.kind == "tens":
        return _around_in(value, 10.0, rng, (1, 2, 3, 4), low=20, high=90)
    return _numbers(value, text, rng, bare=bare)


def _latest(found: Shape, latest_year: int | None) -> float:
    if latest_year is None:
        return 21.0 if found.kind == "century" and found.value <= 21 else 9999.0
    latest = (latest_year + 99) // 100 if found.kind == "century" else latest_year // 10
    return float(latest) if found.value <= latest else 9999.0


def _around(value: float, rng: random.Random, steps: tuple[int, ...], *, low: float, high: float) -> list[float]:
    """Values some steps below and above. How many of the first three lie below is drawn, so that the right one is
    not always in the middle."""
    gaps = sorted(rng.sample(steps, min(len(steps), 3)))
    below = [value - gap for gap in gaps if value - gap >= low]
    above = [value + gap for gap in gaps if value + gap <= high]
    under = rng.randint(0, 3)
    first = below[:under] + above[: 3 - under]
    rest = sorted((v for v in (*below, *above) if v not in first), key=lambda v: abs(v - value))
    more = [value + sign * gap for gap in steps for sign in (-1, 1)]
    return [*first, *rest, *(v for v in more if low <= v <= high)]


def _numbers(value: float, text: str, rng: random.Random, *, bare: bool) -> list[float]:
    """Of the same magnitude and as round as the right one: 600 → 400, 500, 800; 1.9 → 1.6, 2.2."""
    written = f"{value:.10f}".rstrip("0").rstrip(".")
    decimals = len(written.partition(".")[2])
    grain = 10.0**-decimals if decimals else float(10 ** (len(written) - len(written.rstrip("0")))) if value else 1.0
    units = round(value / grain)
    percent = bool(re.search(r"%|per ?cent", text)) and value <= 100
    if is_rough(text):
        steps = tuple(sorted({max(1, round(units * share)) for share in _ROUGH_SHARES}))
    else:
        steps = (1, 2, 3, 4) if units <= 12 else tuple(sorted({max(2, round(units * share)) for share in _SHARES}))
    least = (1.0 if bare else 2.0) if grain == 1 else grain
    return _around_in(value, grain, rng, steps, low=least, high=100 - grain if percent else float("inf"))


def _around_in(
    value: float, grain: float, rng: random.Random, steps: tuple[int, ...], *, low: float, high: float
) -> list[float]:
    """As ``_around`` with steps of ``grain``."""
    units = _around(round(value / grain), rng, steps, low=low / grain, high=high / grain)
    return [round(unit * grain, 10) for unit in units]
