"""How the learning goes: numbers over the history."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from quizgen.drill.memory.history import History, Moment
from quizgen.drill.memory.schedule import begins, day_of, moment, read_moment

DAYS_AHEAD, DAYS_KEPT, WEEKS = 14, 30, 26
HARDEST = 10
_REVIEW = 2
"""FSRS's state of an item that has been learned."""


@dataclass(frozen=True, slots=True)
class Hard:
    """An item that was often missed."""

    question: str
    answer: str
    missed: int
    answered: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """Days are the learner's, which begin at four in the morning."""

    today: datetime.date
    answers: int
    """Today."""
    counted: int
    """Of them, right or close."""
    minutes: float
    streak: int
    """Days in a row with an answer, up to today or yesterday."""
    best_streak: int
    learned: int
    """Items in the schedule."""
    reviews: int
    """Answers to learned items in the last 30 days."""
    kept: int
    """Of them, those that were known."""
    forecast: tuple[tuple[datetime.date, int], ...]
    """Items due on each of the next 14 days; what is overdue counts for today."""
    heat: Mapping[datetime.date, int]
    """Answers on each day of the last 26 weeks on which there were any."""
    hardest: tuple[Hard, ...]

    @property
    def retention(self) -> float | None:
        """The share of learned items that were known; None: nothing was reviewed."""
        return self.kept / self.reviews if self.reviews else None


def of(history: History, now: Moment) -> Statistics:
    """The numbers at a moment. Raises HistoryError."""
    today = day_of(now)
    since = moment(begins(today))
    row = history.rows(
        "SELECT count(*) AS n, sum(mark IN ('right', 'close')) AS good, sum(min(seconds, 120)) AS s "
        "FROM answers WHERE at >= ?",
        since,
    )[0]
    days = _days(history)
    reviews, kept = _kept(history, now)
    streak, best = _streaks(set(days), today)
    first = today - datetime.timedelta(weeks=WEEKS)
    return Statistics(
        today=today,
        answers=row["n"],
        counted=row["good"] or 0,
        minutes=(row["s"] or 0) / 60,
        streak=streak,
        best_streak=best,
        learned=history.rows("SELECT count(*) AS n FROM items WHERE due IS NOT NULL")[0]["n"],
        reviews=reviews,
        kept=kept,
        forecast=_forecast(history, today),
        heat={day: count for day, count in days.items() if day > first},
        hardest=_hardest(history),
    )


def _days(history: History) -> Counter[datetime.date]:
    """Answers by the learner's day. They are counted by the hour first, which the database does fast."""
    hours = history.rows("SELECT substr(at, 1, 13) AS hour, count(*) AS n FROM answers GROUP BY hour")
    days: Counter[datetime.date] = Counter()
    for row in hours:
        days[day_of(read_moment(f"{row['hour']}:30:00.000Z"))] += row["n"]
    return days


def _streaks(days: set[datetime.date], today: datetime.date) -> tuple[int, int]:
    """Days in a row up to now, and the most there ever were."""
    best = length = 0
    last: datetime.date | None = None
    for day in sorted(days):
        length = length + 1 if last and (day - last).days == 1 else 1
        best, last = max(best, length), day
    alive = last is not None and (today - last).days <= 1
    return (length if alive else 0), best


def _kept(history: History, now: Moment) -> tuple[int, int]:
    since = moment(now - datetime.timedelta(days=DAYS_KEPT))
    row = history.rows(
        "SELECT count(*) AS n, sum(mark IN ('right', 'close')) AS good FROM answers "
        "WHERE at >= ? AND scheduled AND was IS NOT NULL AND json_extract(was, '$.state') = ?",
        since,
        _REVIEW,
    )[0]
    return row["n"], row["good"] or 0


def _forecast(history: History, today: datetime.date) -> tuple[tuple[datetime.date, int], ...]:
    days = [today + datetime.timedelta(days=n) for n in range(DAYS_AHEAD)]
    counts = []
    for number, day in enumerate(days):
        until = moment(begins(day + datetime.timedelta(days=1)))
        after = moment(begins(day)) if number else ""
        asked = "SELECT count(*) AS n FROM items WHERE due IS NOT NULL AND due >= ? AND due < ?"
        counts.append((day, history.rows(asked, after, until)[0]["n"]))
    return tuple(counts)


def _hardest(history: History) -> tuple[Hard, ...]:
    """Those that were missed most often, and at least twice."""
    rows = history.rows(
        "SELECT question, answer, sum(mark IN ('wrong', 'skipped')) AS missed, count(*) AS n "
        "FROM answers JOIN items ON items.id = item GROUP BY item HAVING missed > 1 "
        "ORDER BY missed DESC, missed * 1.0 / n DESC, question LIMIT ?",
        HARDEST,
    )
    return tuple(Hard(row["question"], row["answer"], row["missed"], row["n"]) for row in rows)
