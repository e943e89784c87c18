"""When an item is asked again: FSRS (Free Spaced Repetition Scheduler), by the package ``fsrs``.

Nothing is drawn by lot, so that the same answers give the same plan.
"""

from __future__ import annotations

import datetime
import functools
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quizgen.drill.verdict import Mark
from quizgen.records import Item, digest

DAY_BEGINS = datetime.timedelta(hours=4)
"""Who learns after midnight still learns on the same day."""
NEW, REVIEWS = 20, 200
"""A day, at most, if the learner does not say."""
SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Planned:
    """What the schedule knows of an item."""

    id: str
    due: str
    """The moment, as ``moment`` writes it; empty: new."""
    card: str = ""


def moment(time: datetime.datetime) -> str:
    """UTC to the millisecond, in a form that sorts."""
    utc = time.astimezone(datetime.timezone.utc)
    return f"{utc:%Y-%m-%dT%H:%M:%S}.{utc.microsecond // 1000:03}Z"


def read_moment(text: str) -> datetime.datetime:
    return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=datetime.timezone.utc)


def day_of(time: datetime.datetime) -> datetime.date:
    """The learner's day, which begins at four in the morning where they are."""
    return (time.astimezone() - DAY_BEGINS).date()


def begins(day: datetime.date) -> datetime.datetime:
    """The moment at which a day begins."""
    return datetime.datetime.combine(day, datetime.time()).astimezone() + DAY_BEGINS


def reviewed(card: str | None, mark: str, hints: int, time: datetime.datetime) -> tuple[str, str]:
    """The card after an answer, and when it is due. ``card``: JSON as it was; None: the item is new."""
    from fsrs import Card

    before = Card.from_dict(json.loads(card)) if card else Card(card_id=0, due=time)
    # A clock that was set back must not bring negative intervals.
    time = max(time, before.last_review) if before.last_review else time
    after, _ = _scheduler().review_card(before, _rating(mark, hints), time)
    return json.dumps(after.to_dict(), sort_keys=True), moment(after.due)


def _rating(mark: str, hints: int) -> Any:
    """Wrong is *again*; what needed a hint, or was close, *hard*; right *good*."""
    from fsrs import Rating

    if mark in (Mark.WRONG, SKIPPED):
        return Rating.Again
    return Rating.Hard if hints or mark == Mark.CLOSE else Rating.Good


@functools.lru_cache(maxsize=1)
def _scheduler() -> Any:
    from fsrs import Scheduler

    return Scheduler(enable_fuzzing=False)


# ------------------------------------------------------------------------------------------------- what to learn now


def sibling(item: Item) -> str:
    """The same for items that rest on the same sentence: one of them a day is enough, the others are postponed."""
    return digest("sibling", item.document, item.evidence.text) if item.evidence.text else item.id


def session(
    items: Sequence[Item],
    plans: Mapping[str, Planned],
    answered_today: Iterable[str],
    now: datetime.datetime,
    *,
    new: int | None = NEW,
    reviews: int | None = REVIEWS,
) -> tuple[Item, ...]:
    """What is to be learned now: what is due, the longest overdue first, then new items in the order of the quiz.

    Args:
        items: those of the quizzes.
        plans: by id; an item without one is new.
        answered_today: siblings of what was answered today, which are left for another day. An item that is due
            again the same day is asked all the same.
        new, reviews: how many at most; None: all.
    """
    buried = set(answered_today)
    moment_now = moment(now)
    due = [i for i in items if i.id in plans and plans[i.id].due and plans[i.id].due <= moment_now]
    due.sort(key=lambda item: (plans[item.id].due, item.id))
    fresh = [item for item in items if item.id not in plans or not plans[item.id].due]
    return (*_unburied(due, buried, reviews, plans, now), *_unburied(fresh, buried, new, plans, now))


def _unburied(
    items: Iterable[Item], buried: set[str], most: int | None, plans: Mapping[str, Planned], now: datetime.datetime
) -> list[Item]:
    """The first of them without those whose sibling was asked; what is taken buries its own siblings."""
    chosen: list[Item] = []
    for item in items:
        if most is not None and len(chosen) >= most:
            break
        mine = sibling(item)
        if mine in buried and not _seen_today(plans.get(item.id), now):
            continue
        buried.add(mine)
        chosen.append(item)
    return chosen


def _seen_today(plan: Planned | None, now: datetime.datetime) -> bool:
    if plan is None or not plan.card:
        return False
    last = json.loads(plan.card).get("last_review")
    return bool(last) and day_of(datetime.datetime.fromisoformat(last)) == day_of(now)
