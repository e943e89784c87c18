"""The rows of a table of facts made by hand: one fact for each thing and each of its properties."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen import text
from quizgen.facts import columns
from quizgen.reading.table import headings
from quizgen.records import Analysis, Cell, Fact, Phrase, Row, Span


def rows(analysis: Analysis) -> Iterator[Fact]:
    """The facts of a table, in the order of its rows."""
    document = analysis.document
    names = tuple(dict.fromkeys(cell.column for row in document.rows for cell in row.cells))
    key = names[headings.entry(names)]
    for index, row in enumerate(document.rows):
        entry = next(cell for cell in row.cells if cell.column == key)
        for cell in row.cells:
            kind = columns.kind(cell.column, columns.value_type(cell.text, cell.column))
            if cell is not entry and kind != "unasked":
                yield _fact(row, entry, cell, kind, index)


def _fact(row: Row, entry: Cell, value: Cell, kind: str, index: int) -> Fact:
    heading = columns.singular(entry.column)
    roles = {
        "entry": _cell(entry, index, noun=heading),
        "heading": _word(heading, columns.key_kind(heading)),
        "value": _cell(value, index, noun=value.column),
        "column": _word(value.column, kind),
    }
    if kind in ("by", "done"):
        participle = columns.done(value.column)
        roles |= {"done": _word(participle), "did": _word(columns.did(participle))}
    return Fact("row", tuple(roles.items()), index, row.span)


def _cell(cell: Cell, index: int, noun: str) -> Phrase:
    said = text.trim(cell.text) or cell.text
    kind = columns.value_type(said, cell.column)
    return Phrase(
        said,
        said.split()[-1].casefold(),
        kind,
        marker=columns.preposition(said) if kind == "time" else "",
        proper=said[:1].isupper() and not kind,
        noun=noun,
        sentence=index,
        span=Span(cell.span.start, cell.span.end),
    )


def _word(words: str, kind: str = "") -> Phrase:
    """A heading, or a word that belongs to one."""
    return Phrase(words, words.split()[-1].casefold(), kind, "plur" if columns.plural(words) else "sing")
