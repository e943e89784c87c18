"""How the learning goes, as one HTML page: what ``quizgen stats -o`` writes."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from quizgen.exporters import templates
from quizgen.exporters.common import clean

if TYPE_CHECKING:
    from quizgen.drill.memory.statistics import Statistics

SHADES = 4


def to_html(told: Statistics) -> bytes:
    """The page of these numbers."""
    most = max((count for _, count in told.forecast), default=0) or 1
    page = templates.render(
        "stats.html.j2",
        told=told,
        clean=clean,
        forecast=[
            (f"{day:%a} {day.day} {day:%b}", count, round(100 * count / most, 1)) for day, count in told.forecast
        ],
        weeks=_weeks(told),
        busiest=max(told.heat.values(), default=0),
    )
    return page.encode("utf8")


def _weeks(told: Statistics) -> list[tuple[str, list[tuple[str, int, int]]]]:
    """The months that begin in each week, and its days: name, answers, shade from 0 to 4."""
    most = max(told.heat.values(), default=0)
    monday = told.today - datetime.timedelta(days=told.today.weekday())
    weeks = []
    for back in range(25, -1, -1):
        days = [monday - datetime.timedelta(weeks=back) + datetime.timedelta(days=n) for n in range(7)]
        month = next((f"{day:%b}" for day in days if day.day == 1), "")
        entries = [
            (f"{d.day} {d:%B %Y}", told.heat.get(d, 0), _shade(told.heat.get(d, 0), most))
            for d in days
            if d <= told.today
        ]
        weeks.append((month, entries))
    return weeks


def _shade(count: int, most: int) -> int:
    return 0 if not count else min(SHADES, 1 + (SHADES * count - 1) // max(1, most))
