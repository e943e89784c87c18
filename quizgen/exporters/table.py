"""CSV: one item a row, for spreadsheets. docs/formats.md lists the columns.

UTF-8 with a byte order mark, since Excel takes a file without one for an old code page; CRLF after RFC 4180.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from quizgen.exporters.common import clean, letter, letters, marked, sentences, web_link
from quizgen.records import Item, ItemBank, ItemType

_COLUMNS = ("number", "type", "question", "answer", "right option", "accept", "explanation", "source sentence")
_LAST = ("article", "link", "difficulty", "rule", "tags", "id")
_STARTERS = "=+-@\t\r\n＝＋－＠"
"""A cell that begins with one of these is run as a formula by some spreadsheet; the last four are full width."""


def to_csv(bank: ItemBank) -> bytes:
    """The bank as CSV with a header; as many option columns as the item with most options needs, four at least."""
    options = max((len(_options(item)) for item in bank), default=4)
    options = max(4, options)
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([*_COLUMNS, *(f"option {n + 1}" for n in range(options)), *_LAST])
    for number, item in enumerate(bank, start=1):
        writer.writerow([number, *map(harmless, _cells(bank, item, options))])
    return file.getvalue().encode("utf-8-sig")


def _options(item: Item) -> tuple[str, ...]:
    """What bears letters."""
    return item.options if item.parts or item.type is ItemType.CHOICE else ()


def _cells(bank: ItemBank, item: Item, options: int) -> Iterator[str]:
    source = bank.source_of(item)
    shown = _options(item)
    yield from (str(item.type), _asked(item), item.answer, _right(item), " | ".join(item.accept))
    yield from (item.explanation, " ".join(sentences(item)) if item.parts else "".join(marked(item)))
    yield from (*shown, *[""] * (options - len(shown)))
    yield from (source.title if source else "", web_link(source.link) if source else "")
    yield from (item.difficulty, item.rule, ", ".join(item.tags), item.id)


def _asked(item: Item) -> str:
    """The question; a matching with its left sides, which have no column of their own."""
    if item.type is not ItemType.MATCHING:
        return item.question
    return " ".join([item.question, *(f"({n}) {part.text}" for n, part in enumerate(item.parts, start=1))])


def _right(item: Item) -> str:
    """The letter of the right option, or the letters of the parts in their order."""
    return " ".join(letters(item)) if item.parts else letter(item) if item.type is ItemType.CHOICE else ""


def harmless(text: str) -> str:
    """The text as a cell that no spreadsheet runs: an apostrophe before what would begin a formula."""
    text = clean(text)
    return "'" + text if runs(text) else text


def runs(text: str) -> bool:
    """Whether some spreadsheet would take the text for a formula."""
    return text.lstrip(" ").startswith(tuple(_STARTERS))
