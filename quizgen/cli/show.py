"""Items on standard output: a table on a terminal, plain lines in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.records import Item, ItemBank

if TYPE_CHECKING:
    from quizgen.bank import Report


def items(bank: ItemBank) -> None:
    """Print the items of a bank."""
    if sys.stdout.isatty():
        _table(bank)
    else:
        click.echo(plain(bank), nl=False)


def plain(bank: ItemBank) -> str:
    """The items as text: number, question, answer, and the wrong options where there are some."""
    width = len(str(len(bank)))
    lines: list[str] = []
    for number, item in enumerate(bank, start=1):
        lines.append(f"{number:>{width}}. {item.question}")
        lines += (f"{'':{width}}  {line}" for line in _answer_lines(item))
    return "".join(f"{line}\n" for line in lines)


def _answer_lines(item: Item) -> list[str]:
    answer, *further = item.answer_lines
    told = f"{answer} ({item.explanation})" if item.explanation and not item.parts else answer
    others = " | ".join(distractor.text for distractor in item.distractors)
    return [f"= {told}", *(f"  {line}" for line in further), *([f"not: {others}"] if others else [])]


def _table(bank: ItemBank) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=bank.title, title_justify="left", show_lines=False, pad_edge=False, box=None)
    table.add_column("", justify="right", style="dim")
    table.add_column("Question", ratio=3, overflow="fold")
    table.add_column("Answer", ratio=2, overflow="fold")
    table.add_column("Type", style="dim")
    for number, item in enumerate(bank, start=1):
        answer = Text("\n".join(_answer_lines(item)).removeprefix("= "))
        table.add_row(str(number), Text(item.question), answer, str(item.type).replace("_", "/"))
    Console().print(table)


def remade(report: Report, bank: ItemBank, path: Path) -> Iterator[str]:
    """What became of a quiz that was made again, and which of its items want a look."""
    counts = (
        (len(report.added), "new"),
        (len(report.reworded), "reworded"),
        (len(report.edited), "as you changed them"),
        (len(report.deleted), "left out as you deleted them"),
        (len(report.stale), "without their sentence"),
    )
    told = ", ".join(f"{count} {what}" for count, what in counts if count) or "nothing is new"
    yield f"{path} was made again: {told}."
    for item in bank:
        if item.id in report.stale:
            yield f"    The article no longer says it: {item.question}"
    if report.stale:
        yield "    They are marked stale in the file: reword them, delete them, or delete the mark."
