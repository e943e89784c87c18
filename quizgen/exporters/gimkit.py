"""Gimkit's import template as CSV. Its headers are what several writers of such files agree on."""

from __future__ import annotations

from quizgen.exporters import games, wording
from quizgen.exporters.formats import Format
from quizgen.records import Item, ItemBank

_TITLE = ("Gimkit Spreadsheet Import Template", *[""] * 4)
_HEADER = (
    "Question",
    "Correct Answer",
    "Incorrect Answer 1",
    "Incorrect Answer 2 (Optional)",
    "Incorrect Answer 3 (Optional)",
)


def to_csv(bank: ItemBank) -> bytes:
    """A question a row, the right answer first; Gimkit shuffles."""
    return games.table([_TITLE, _HEADER, *map(_row, bank)])


def _row(item: Item) -> list[str]:
    shown = list(games.options(item))
    answer = shown.pop(games.right(item) - 1)
    return [wording.asked(item), answer, *shown, *[""] * (3 - len(shown))]


FORMAT = Format(
    "gimkit",
    (".gimkit.csv",),
    "a table for Gimkit",
    to_csv,
    lacks=games.lacks,
    holds="choices of 2 to 4 options, true or false",
)
