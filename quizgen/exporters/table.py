"""CSV: one item a row, for spreadsheets. docs/formats.md lists the columns.

UTF-8 with a byte order mark, since Excel takes a file without one for an old code page; CRLF after RFC 4180.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from quizgen.exporters.common import clean, letter, marked, web_link
from quizgen.records import Item, ItemBank, ItemType

_COLUMNS = ("number", "type", "question", "answer", "right option", "accept", "explanation", "source sentence")
_LAST = ("article", "link", "difficulty", "rule", "tags", "id")
_STARTERS = "=+-@\t\r\n＝＋－＠"
"""A cell that begins with one of these is run as a formula by some spreadsheet; the last four are full width."""


def to_csv(bank: ItemBank) -> bytes:
    """The bank as CSV with a header; as many option columns as the longest choice has, four at least."""
    options = max((len(item.options) for item in bank if item.type is ItemType.CHOICE), default=4)
    options = max(4, options)
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([*_COLUMNS, *(f"option {n + 1}" for n in range(options)), *_LAST])
    for number, item in enumerate(bank, start=1):
        writer.writerow([number, *map(harmless, _cells(bank, item, options))])
    return file.getvalue().encode("utf-8-sig")


def _cells(bank: ItemBank, item: Item, options: int) -> Iterator[str]:
    choice = item.type is ItemType.CHOICE
    source = bank.source_of(item)
    yield from (str(item.type), item.question, item.answer, letter(item) if choice else "", " | ".join(item.accept))
    yield from (item.explanation, "".join(marked(item)))
    shown = item.options if choice else ()
    yield from (*shown, *[""] * (options - len(shown)))
    yield from (source.title if source else "", web_link(source.link) if source else "")
    yield from (item.difficulty, item.rule, ", ".join(item.tags), item.id)


def harmless(text: str) -> str:
    """The text as a cell that no spreadsheet runs: an apostrophe before what would begin a formula."""
    text = clean(text)
    return "'" + text if text.lstrip(" ").startswith(tuple(_STARTERS)) else text
