"""Blooket's import template as CSV. Its headers are what several writers of such files agree on."""

from __future__ import annotations

from quizgen.exporters import games, wording
from quizgen.exporters.formats import Format
from quizgen.records import Item, ItemBank

_TITLE = ("Blooket Import Template", *[""] * 7)
_HEADER = (
    "Question #",
    "Question Text",
    "Answer 1",
    "Answer 2",
    "Answer 3\n(Optional)",
    "Answer 4\n(Optional)",
    "Time Limit (sec)\n(Max: 300 seconds)",
    "Correct Answer(s)\n(Only include Answer #)",
)


def to_csv(bank: ItemBank) -> bytes:
    """A question a row."""
    return games.table([_TITLE, _HEADER, *(_row(item, number) for number, item in enumerate(bank, start=1))])


def _row(item: Item, number: int) -> list[str]:
    shown = games.options(item)
    answers = [*shown, *[""] * (4 - len(shown))]
    return [str(number), wording.asked(item), *answers, str(games.seconds(item)), str(games.right(item))]


FORMAT = Format(
    "blooket",
    (".blooket.csv",),
    "a table for Blooket",
    to_csv,
    lacks=games.lacks,
    holds="choices of 2 to 4 options, true or false",
)
