"""A table of facts made by hand: CSV, TSV, or a list of mappings in YAML or JSON. docs/tables.md describes them.

The text of the document is one line a row, *country: France; capital: Paris*, so that every item can show its row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from quizgen.errors import NothingToAsk, ReadingError
from quizgen.reading.clean import one_line
from quizgen.reading.page import Page
from quizgen.reading.table import headings
from quizgen.reading.table.sheet import Sheet
from quizgen.records import Block, BlockKind, Cell, Row, Span

__all__ = ["FORMATS", "is_table", "read"]


@dataclass(frozen=True, slots=True)
class Format:
    """One form that tables come in. The suffixes are lower case, with the dot."""

    suffixes: tuple[str, ...]
    description: str


FORMATS = (
    Format((".csv", ".tsv", ".tab"), "a table of facts: a heading and a row of cells for each"),
    Format((".yaml", ".yml", ".json"), "a table of facts: a list with the same keys again and again"),
)
_SEPARATED, _MAPPINGS = (form.suffixes for form in FORMATS)
_LIST = re.compile(r"(?:\s*(?:#[^\n]*|%[^\n]*|---[ \t]*(?:#[^\n]*)?)\n)*\s*(?:---\s+)?(?:-\s|\[)")
"""How a list begins in YAML and in JSON: behind blank lines, comments and the mark of a document."""


def is_table(source: str | Path, text: str) -> bool:
    """Whether a file is a table: by its suffix, or because a list stands where a quiz would be a mapping."""
    suffix = Path(source).suffix.casefold()
    return suffix in _SEPARATED or (suffix in _MAPPINGS and bool(_LIST.match(text)))


def read(text: str, source: str) -> Page:
    """The rows of a table; the suffix of ``source`` chooses between the forms.

    Raises:
        ReadingError: the table breaks its form, with the line.
        NothingToAsk: there is no row in it.
    """
    from quizgen.reading.table import mappings, separated

    suffix = Path(source).suffix.casefold()
    if suffix not in _SEPARATED:
        sheet = mappings.from_json(text, source) if suffix == ".json" else mappings.from_yaml(text, source)
    else:
        sheet = separated.read(text, source, delimiter="" if suffix == ".csv" else "\t")
    return _page(sheet, source)


def _page(sheet: Sheet, source: str) -> Page:
    if not sheet.header:
        raise NothingToAsk("There is nothing in it.", path=source)
    names, units = zip(*headings.named(sheet.header), strict=True)
    _check_header(names, sheet, source)
    lines: list[str] = []
    rows: list[Row] = []
    start = 0
    for number, raw in sheet.rows:
        values = [headings.with_unit(one_line(cell), unit) for cell, unit in zip(raw, units, strict=True)]
        if not any(values):
            continue
        row, line = _row(names, values, start)
        if not values[headings.entry(names)]:
            raise ReadingError(
                f'Nothing stands under "{names[headings.entry(names)]}" here.',
                path=source,
                line=number,
                hint="Say what the row is about, or delete it.",
            )
        rows.append(row)
        lines.append(line)
        start += len(line) + 1
    if not rows:
        raise NothingToAsk("There is no row of facts in it.", path=source)
    blocks = tuple(Block(BlockKind.ROW, row.span) for row in rows)
    return Page("\n".join(lines), blocks, rows=tuple(rows))


def _check_header(names: tuple[str, ...], sheet: Sheet, source: str) -> None:
    if len(names) < 2:
        raise ReadingError(
            "It has only one column.",
            path=source,
            line=sheet.line,
            hint="Give each thing in the first column at least one property in a second.",
        )
    for at, name in enumerate(names):
        if not name:
            raise ReadingError(
                f"Column {at + 1} has no name.", path=source, line=sheet.line, hint="Write one above it."
            )
        if name.casefold() in (other.casefold() for other in names[:at]):
            raise ReadingError(
                f'The column "{name}" stands here twice.', path=source, line=sheet.line, hint="Rename one of them."
            )


def _row(names: tuple[str, ...], values: list[str], start: int) -> tuple[Row, str]:
    """The filled cells with the line of text that they stand in, which begins at ``start``."""
    cells: list[Cell] = []
    line = ""
    for name, value in zip(names, values, strict=True):
        if value:
            line += f"{'; ' if line else ''}{name}: "
            at = start + len(line)
            cells.append(Cell(name, value, Span(at, at + len(value))))
            line += value
    return Row(tuple(cells), Span(start, start + len(line))), line
