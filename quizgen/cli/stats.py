"""``quizgen stats``: how the learning goes."""

from __future__ import annotations

import datetime
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.cli import outputs
from quizgen.errors import ExportError, HistoryError

if TYPE_CHECKING:
    from quizgen.drill.memory.statistics import Statistics

_SHADES = "·░▒▓█"
_DAYS = ("Mon", "", "Wed", "", "Fri", "", "Sun")


@click.command(short_help="Show how the learning goes, or what a corpus bank holds.")
@click.argument("bank", metavar="[BANK/]", required=False, type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", "path", type=click.Path(path_type=Path), metavar="FILE.html", help="Write it as a page instead."
)
def stats(bank: Path | None, path: Path | None) -> None:
    """Show how the learning goes: today, days in a row, what was kept, what comes, what is hard.

    With BANK/, the folder of a corpus bank, show what it holds: items by rule, type and difficulty, what was refused
    and why, errors, words and items a second.

    \b
    quizgen stats
    quizgen stats -o stats.html
    quizgen stats bank/
    """
    if bank is not None:
        _corpus(bank, path)
        return
    if path is not None and path.suffix.casefold() not in (".html", ".htm"):
        raise ExportError("Statistics are written as an HTML page.", path=str(path), hint="Let its name end in .html.")
    if path is not None:
        outputs.check([path])
    from quizgen.drill.memory import History, statistics

    told = statistics.of(History(), datetime.datetime.now(datetime.timezone.utc))
    if path is not None:
        from quizgen.cli import stats_page

        outputs.put(path, stats_page.to_html(told))
        click.echo(path, err=True)
        return
    from quizgen.drill.screen import encodable

    width = min(shutil.get_terminal_size().columns, 100)
    for line in lines(told, width):
        click.echo(encodable(line, sys.stdout))


def _corpus(bank: Path, path: Path | None) -> None:
    from quizgen.cli.stats_corpus import lines
    from quizgen.corpus import is_corpus

    if path is not None:
        raise click.UsageError("What a corpus bank holds is only printed: leave --output out.")
    if not is_corpus(bank):
        raise HistoryError("This is no corpus bank.", path=str(bank), hint="'quizgen corpus' makes one.")
    for line in lines(bank):
        click.echo(line)


def lines(told: Statistics, width: int) -> Iterator[str]:
    """The numbers as lines of at most ``width`` columns."""
    if not told.heat and not told.learned:
        yield "Nothing was answered yet. Play a quiz first:  quizgen play article.quiz.yaml"
        return
    yield from _today(told)
    yield ""
    yield from _forecast(told, width)
    yield ""
    yield from _heat(told, width)
    if told.hardest:
        yield ""
        yield "Hardest items"
    for hard in told.hardest:
        yield _cut(f"  missed {hard.missed} of {hard.answered}: {' '.join(hard.question.split())}", width)


def _today(told: Statistics) -> Iterator[str]:
    share = f", {round(100 * told.counted / told.answers)} % right" if told.answers else ""
    yield f"Today      {told.answers} answer{'' if told.answers == 1 else 's'}{share}, {told.minutes:.0f} min"
    days = f"{told.streak} day{'' if told.streak == 1 else 's'}"
    yield f"In a row   {days}, at most {told.best_streak}"
    kept = "nothing yet" if told.retention is None else f"{round(100 * told.retention)} % of {told.reviews}"
    yield f"Kept       {kept}, in 30 days"
    yield f"Scheduled  {told.learned} item{'' if told.learned == 1 else 's'}"


def _forecast(told: Statistics, width: int) -> Iterator[str]:
    yield "Due"
    most = max((count for _, count in told.forecast), default=0) or 1
    for day, count in told.forecast[:7]:
        bar = "█" * round(count / most * max(4, min(40, width - 24)))
        name = "today" if day == told.today else f"{day:%a} {day.day} {day:%b}"
        yield f"  {name:<11} {count:>5} {bar}".rstrip()


def _heat(told: Statistics, width: int) -> Iterator[str]:
    """A column a week, a row a day; the darker, the more answers."""
    weeks = max(4, min(26, width - 8))
    monday = told.today - datetime.timedelta(days=told.today.weekday())
    first = monday - datetime.timedelta(weeks=weeks - 1)
    most = max((count for day, count in told.heat.items() if day >= first), default=0)
    yield "Answers a day"
    for number, name in enumerate(_DAYS):
        days = [first + datetime.timedelta(days=7 * week + number) for week in range(weeks)]
        row = "".join(" " if day > told.today else _shade(told.heat.get(day, 0), most) for day in days)
        yield f"  {name:<4} {row}".rstrip()
    yield f"  {_SHADES[0]} none  {_SHADES[-1]} {most}"


def _shade(count: int, most: int) -> str:
    return _SHADES[0] if not count else _SHADES[min(4, 1 + (4 * count - 1) // max(1, most))]


def _cut(text: str, width: int) -> str:
    from quizgen.drill.columns import rows
    from quizgen.drill.pieces import line

    first, *rest = rows(line(text), width - 1)
    return "".join(piece.text for piece in first.pieces) + ("…" if rest else "")
