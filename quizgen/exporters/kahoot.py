"""Kahoot's spreadsheet. Rows, headers and room are those of its template, as several writers of such files have it.

Cells are texts in the file, so that what looks like a formula is none and is shown as it is.
"""

from __future__ import annotations

import io
from typing import Any

from quizgen.exporters import games, wording, zips
from quizgen.exporters.formats import Format
from quizgen.exporters.table import runs
from quizgen.records import Item, ItemBank

QUESTION, ANSWER = 120, 75
"""Room, in characters."""
SECONDS = (5, 10, 20, 30, 60, 90, 120, 240)
"""That Kahoot knows; those of ``games.SECONDS`` are among them."""
_HEADER = (
    f"Question - max {QUESTION} characters",
    *(f"Answer {number} - max {ANSWER} characters" for number in range(1, 5)),
    f"Time limit (sec) – {', '.join(map(str, SECONDS[:-1]))}, or {SECONDS[-1]} secs",
    "Correct answer(s) - choose at least one",
)
_HEAD = 8
"""The row of the header; what stands above it in the template is for people."""


def to_xlsx(bank: ItemBank) -> bytes:
    """A question a row, from the ninth on."""
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.properties.creator = "quizgen"
    sheet = workbook.active
    _put(sheet, 2, ["Quiz template"])
    _put(sheet, _HEAD, _HEADER)
    for number, item in enumerate(bank, start=1):
        sheet.cell(_HEAD + number, 1).value = number
        _put(sheet, _HEAD + number, _row(item))
    file = io.BytesIO()
    workbook.save(file)
    return zips.dateless(file.getvalue())


def lacks(item: Item) -> str:
    why = games.lacks(item)
    if why:
        return why
    if len(wording.asked(item)) > QUESTION:
        return f"a question of over {QUESTION} characters"
    return f"an option of over {ANSWER} characters" if max(map(len, games.options(item))) > ANSWER else ""


def _row(item: Item) -> list[str]:
    shown = games.options(item)
    return [
        wording.asked(item),
        *shown,
        *[""] * (4 - len(shown)),
        str(games.seconds(item)),
        str(games.right(item)),
    ]


def _put(sheet: Any, row: int, texts: Any) -> None:
    """Texts from the second column on; figures as figures, since Kahoot reads times and numbers of answers."""
    for column, text in enumerate(texts, start=2):
        if not text:
            continue
        cell = sheet.cell(row, column)
        figure = row > _HEAD and column > 6
        cell.value = int(text) if figure else text
        if not figure:
            cell.data_type = "s"
            cell.quotePrefix = runs(text)  # so that it stays a text when a person edits the cell


FORMAT = Format(
    "kahoot",
    (".kahoot.xlsx",),
    "a spreadsheet for Kahoot",
    to_xlsx,
    lacks=lacks,
    holds=f"choices of 2 to 4 options, true or false; questions of {QUESTION} characters, options of {ANSWER}",
)
