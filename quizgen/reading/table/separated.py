"""CSV and its kin: cells parted by commas, semicolons, tabs or bars, quoted where they hold one themselves."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from quizgen.errors import ReadingError
from quizgen.reading.table.sheet import Sheet

_DELIMITERS = ",;\t|"
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_TOLD = re.compile(r"sep=(.)\r?\n")
"""The first line by which Excel is told what parts the cells."""


def read(text: str, source: str, delimiter: str = "") -> Sheet:
    """The rows of a table; an empty ``delimiter`` is the one that parts the header into most cells.

    Raises:
        ReadingError: a row has more or fewer cells than the header, or a quotation mark is left open.
    """
    told = _TOLD.match(text)
    if told:
        delimiter, text = told[1], text[told.end() :]
    records = list(_records(text, source, delimiter or _delimiter(text), bool(told)))
    if not records:
        return Sheet((), ())
    (line, header), *rows = records
    header = _stripped(header)
    return Sheet(header, tuple((number, _fitted(row, header, number, source)) for number, row in rows), line)


def _delimiter(text: str) -> str:
    head = next((line for line in text.splitlines() if line.strip()), "")
    bare = _QUOTED.sub("", head)
    return max(_DELIMITERS, key=bare.count)


def _records(text: str, source: str, delimiter: str, told: bool) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The records that hold anything, with the line on which each begins."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True, skipinitialspace=True)
    line = 1
    try:
        for record in reader:
            if any(cell.strip() for cell in record):
                yield line + told, tuple(record)
            line = reader.line_num + 1
    except csv.Error as error:
        raise ReadingError(
            _fault(str(error)), path=source, line=line + told, hint='Inside quoted text, write "" for each of them.'
        ) from None


def _fault(error: str) -> str:
    if "field larger" in error:
        return "A cell of this row is too long; a quotation mark seems to be left open."
    return "A quotation mark of this row has no partner, or stands in the middle of a cell."


def _stripped(header: tuple[str, ...]) -> tuple[str, ...]:
    """Without the empty cells at the end that spreadsheets leave."""
    while header and not header[-1].strip():
        header = header[:-1]
    return header


def _fitted(row: tuple[str, ...], header: tuple[str, ...], line: int, source: str) -> tuple[str, ...]:
    while len(row) > len(header) and not row[-1].strip():
        row = row[:-1]
    if len(row) == len(header):
        return row
    cells = "1 cell" if len(row) == 1 else f"{len(row)} cells"
    hint = "Leave a cell empty where nothing is known."
    if len(row) > len(header):
        hint = "Put a cell that holds the separator itself in double quotes."
    raise ReadingError(f"This row has {cells}, the header {len(header)}.", path=source, line=line, hint=hint)
