"""Dates of the calendar beside one another: *January 8, 1880* → *March 21, 1877*, never the day before.

Who knows what the article tells should be able to choose; one day more or less is known by nobody. Therefore the whole
date varies, and every other one lies weeks, months or years away.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKS = 35
"""So many days at least lie between two dates with a day."""
MONTHS_APART = 2
"""So many months at least lie between two months."""
YEARS_APART = ((1900, 2), (1500, 3), (0, 5))
"""From this year on, so many years at least lie between two years."""

_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")
_YEAR = re.compile(r"(?<![\d,.])(?:1\d{3}|20\d{2})(?![\d,.]\d|\d|%|s\b|['’]s\b)")
_DAY = re.compile(r"(?<![\d,.])(?:[12]?\d|3[01])(?:st|nd|rd|th)?(?![\d%]|[,.]\d)")


@dataclass(frozen=True, slots=True)
class Date:
    """A date as it is written: which of its parts are there, and what stands around them."""

    month: int
    """1 to 12."""
    day: int
    """0 where none is written."""
    year: int
    """0 where none is written."""
    frame: str
    """The text with ``%m``, ``%d`` and ``%y`` in place of the parts."""

    def write(self, month: int, day: int, year: int) -> str:
        text = self.frame.replace("%m", MONTHS[month - 1]).replace("%y", str(year))
        return re.sub(r"%d(\w*)", lambda match: ordinal(day) if match[1] else str(day), text)

    @property
    def days(self) -> float:
        """Days from the year 0, roughly; what is not written is not counted."""
        return self.year * 365.25 + self.month * 30.5 + self.day


def ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


@lru_cache(maxsize=2048)
def read(text: str) -> Date | None:
    """The one date with a month that a phrase holds; None where there is none, or other numbers beside it."""
    months, years = list(_MONTH.finditer(text)), list(_YEAR.finditer(text))
    if (
        len(months) != 1
        or len(years) > 1
        or (months[0].group() == "May" and text != "May" and not re.search(r"\d", text))
    ):
        return None
    frame, year = text, 0
    if years:
        year = int(years[0].group())
        frame = frame[: years[0].start()] + "%y" + frame[years[0].end() :]
    frame = _MONTH.sub("%m", frame)
    days = list(_DAY.finditer(frame))
    if len(days) > 1:
        return None
    day = int(re.sub(r"\D", "", days[0].group())) if days else 0
    if days:
        ending = "x" if days[0].group()[-1].isalpha() else ""
        frame = f"{frame[: days[0].start()]}%d{ending}{frame[days[0].end() :]}"
    if re.search(r"\d", frame):
        return None
    return Date(MONTHS.index(months[0].group()) + 1, day, year, frame)


def apart(one: Date, other: Date) -> bool:
    """Whether two dates differ in a way that matters."""
    if one.year and one.year != other.year and not one.day:
        return True
    within = abs(one.days - other.days)
    if not one.year:  # December and January follow one another
        within = min(within, 366 - within)
    return within >= (WEEKS if one.day else MONTHS_APART * 30)


def year_gap(year: float) -> int:
    return next(gap for since, gap in YEARS_APART if year >= since)


def vary(text: str, rng: random.Random, latest_year: int | None = None) -> Iterator[str]:
    """Other dates of the same form: no part of the right one is in most of them, so that none gives it away.

    Args:
        latest_year: no year after it is offered when the right one does not lie after it.
    """
    date = read(text)
    if date is None:
        return
    months = [month for month in range(1, 13) if min(abs(month - date.month), 12 - abs(month - date.month)) >= 2]
    rng.shuffle(months)
    offsets = _offsets(date.year, rng, latest_year) if date.year else [0] * len(months)
    for month, offset in zip(months, offsets, strict=False):
        day = rng.choice([d for d in range(2, 29) if d != date.day])
        yield date.write(month, day, date.year + offset)


def _offsets(year: int, rng: random.Random, latest_year: int | None) -> list[int]:
    """Years before and after, one of them the same year: it alone must not tell."""
    gap = year_gap(year)
    steps = [gap * k for k in (1, 2, 3)]
    late = latest_year if latest_year and year <= latest_year else 9999
    some = [sign * step for step in steps for sign in (-1, 1) if 0 < year + sign * step <= late]
    rng.shuffle(some)
    place = rng.randrange(3)
    return [*some[:place], 0, *some[place:]]
