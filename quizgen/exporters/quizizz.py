"""Quizizz's (Wayground's) import template as CSV. Its headers are what several writers of such files agree on."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.exporters import games, wording
from quizgen.exporters.common import marked, unseen
from quizgen.exporters.formats import Format
from quizgen.exporters.markup import plain
from quizgen.exporters.table import runs
from quizgen.records import Item, ItemBank, ItemType

OPTIONS = 5
_HEADER = (
    "Question Text",
    "Question Type",
    *(f"Option {number}" for number in range(1, OPTIONS + 1)),
    "Correct Answer",
    "Time in seconds",
    "Image Link",
    "Answer explanation",
)
_TYPED = (ItemType.SHORT, ItemType.CLOZE)


def to_csv(bank: ItemBank) -> bytes:
    """A question a row: choices by the number of the right option, the others as blanks to fill in."""
    return games.table([_HEADER, *([*_row(item)] for item in bank)])


def lacks(item: Item) -> str:
    if item.type not in _TYPED:
        return games.lacks(item, OPTIONS)
    if runs(plain(item.answer)):
        return "an answer to type that a spreadsheet would run"
    return unseen(item)


def _row(item: Item) -> Iterator[str]:
    typed = item.type in _TYPED
    shown = [plain(item.answer)] if typed else games.options(item)
    yield from (wording.asked(item), "Fill-in-the-Blank" if typed else "Multiple Choice")
    yield from (*shown, *[""] * (OPTIONS - len(shown)))
    yield from ("" if typed else str(games.right(item)), str(games.seconds(item)), "")
    yield " ".join(filter(None, (plain(item.explanation), plain("".join(marked(item))))))


FORMAT = Format(
    "quizizz",
    (".quizizz.csv",),
    "a table for Quizizz (Wayground)",
    to_csv,
    lacks=lacks,
    holds="choices of 2 to 5 options, true or false, short, cloze; of answers to type the first",
)
