"""``quizgen due``: what the schedule wants now."""

from __future__ import annotations

import datetime
from typing import Any

import click


@click.command(short_help="Show what is due, quiz by quiz.")
def due() -> None:
    """Show what is due now, quiz by quiz, and when the next items come.

    \b
    quizgen due
    quizgen play --due
    """
    from quizgen.drill.memory import History

    now = datetime.datetime.now(datetime.timezone.utc)
    rows = History().due(now)
    if not rows:
        click.echo("Nothing is scheduled yet. Play a quiz first:  quizgen play article.quiz.yaml")
        return
    for title, ready, later, following in rows:
        click.echo(f"{ready:>6} due  {later:>6} later  {title}{_next(following, now) if not ready else ''}")
    total = sum(row[1] for row in rows)
    click.echo(f"{total:>6} due in all" + ("" if total else ". Come back later."))
    if total:
        click.echo("Play them:  quizgen play --due")


def _next(following: str, now: datetime.datetime) -> str:
    """*, the next in 3 hours*."""
    from quizgen.drill.memory.schedule import read_moment

    if not following:
        return ""
    minutes = max(1, round((read_moment(following) - now).total_seconds() / 60))
    for size, name in ((1440, "day"), (60, "hour"), (1, "minute")):
        if minutes >= size or size == 1:
            count: Any = round(minutes / size)
            return f", the next in {count} {name}{'' if count == 1 else 's'}"
    return ""
