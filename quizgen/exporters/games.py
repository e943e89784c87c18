"""What the tables of classroom games share: options in columns, the right one by its number, seconds to answer."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from quizgen.exporters import wording
from quizgen.exporters.common import unseen
from quizgen.exporters.markup import plain
from quizgen.exporters.table import runs
from quizgen.records import Item, ItemType

SECONDS = (20, 30, 60, 90, 120)
"""That all games know."""
TRUTHS = ("True", "False")
JOINER = "\u2060"
"""Shows nothing. Before a text that a spreadsheet would run, it makes a text of it that a game shows as it is; the
apostrophe that spreadsheets know would be seen by every player."""


def options(item: Item) -> tuple[str, ...]:
    """What a player chooses from."""
    return TRUTHS if item.type is ItemType.TRUE_FALSE else tuple(map(plain, item.options))


def right(item: Item) -> int:
    """The number of the right option, from 1 on."""
    shown = TRUTHS if item.type is ItemType.TRUE_FALSE else item.options
    return shown.index(item.answer) + 1


def seconds(item: Item) -> int:
    """Time to answer: ten seconds and half a second a word of what is to be read, rounded up to what games know."""
    words = sum(len(text.split()) for text in (wording.asked(item), *options(item)))
    return next((known for known in SECONDS if known >= 10 + words / 2), SECONDS[-1])


def lacks(item: Item, most: int = 4) -> str:
    """Why a game of choices with at most so many options cannot hold an item."""
    if item.type not in (ItemType.CHOICE, ItemType.TRUE_FALSE):
        return "no choice"
    if not 2 <= len(options(item)) <= most:
        return f"not 2 to {most} options"
    return unseen(item)


def table(rows: Iterable[Sequence[str]]) -> bytes:
    """The rows as CSV: UTF-8 without a mark, CRLF, and no cell that a spreadsheet would run."""
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\r\n").writerows([*map(cell, row)] for row in rows)
    return file.getvalue().encode("utf8")


def cell(text: str) -> str:
    return JOINER + text if runs(text) else text
