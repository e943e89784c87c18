"""Articles in every format that quizgen reads, each as a :class:`~quizgen.records.Document`.

To add a format, write one file with a function ``str -> Page`` and add one line to ``READERS``. A table of facts is
read by ``table``, for its tabs and lines must reach it as they are.
"""

from __future__ import annotations

import datetime
import re
import sys
from pathlib import Path

from quizgen.errors import NothingToAsk, ReadingError
from quizgen.reading import table
from quizgen.reading.clean import clean, one_line
from quizgen.reading.decode import decode
from quizgen.reading.html import read_html
from quizgen.reading.markdown import read_markdown
from quizgen.reading.page import Page, Reader
from quizgen.reading.text import read_text, read_text_file
from quizgen.records import Document

__all__ = [
    "READERS",
    "STANDARD_INPUT",
    "Page",
    "Reader",
    "from_text",
    "is_table",
    "load_text",
    "read",
    "read_bytes",
]

STANDARD_INPUT = "-"

READERS: tuple[Reader, ...] = (
    Reader("text", (".txt", ".text"), "plain text, paragraphs parted by blank lines", read_text_file),
    Reader("markdown", (".md", ".markdown", ".mkd"), "Markdown (CommonMark, tables, front matter)", read_markdown),
    Reader("html", (".html", ".htm", ".xhtml"), "the main text of a web page", read_html),
)
"""A file with any other suffix is read as plain text, or as HTML when it begins like a page."""

_LOOKS_LIKE_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype html|html|head|body|article|p|div)\b", re.I | re.S
)


def read(source: str | Path, *, title: str | None = None, date: datetime.date | None = None) -> Document:
    """The article in a file; ``-`` is standard input. ``title`` and ``date`` go before what the article says.

    Raises:
        ReadingError: no such file, a folder, no text.
        NothingToAsk: nothing is in it.
    """
    name = str(source)
    return read_bytes(_load(source), name, title=title, date=date)


def read_bytes(data: bytes, source: str, *, title: str | None = None, date: datetime.date | None = None) -> Document:
    """The article in the content of a file; the suffix of ``source`` chooses the reader."""
    text = decode(data, source)
    if table.is_table(source, text):
        return _document(table.read(text, source), source, title, date)
    text = clean(text)
    return _document(_reader(source, text).read(text), source, title, date)


def from_text(text: str, *, title: str | None = None, date: datetime.date | None = None) -> Document:
    """A string as an article, read as plain text.

    Offsets into the document are offsets into ``text`` where it is clean (NFC, ``\\n``, nothing invisible) and has no
    header of its own.

    Raises:
        NothingToAsk: it is empty.
    """
    return _document(read_text(clean(text)), "", title, date)


def is_table(source: str | Path) -> bool:
    """Whether a file is a table of facts: by its suffix, in YAML and JSON by what stands in it."""
    if table.is_table(source, ""):
        return True
    if Path(source).suffix.casefold() not in {suffix for form in table.FORMATS for suffix in form.suffixes}:
        return False
    try:
        return table.is_table(source, load_text(source))
    except ReadingError:  # whoever opens it will say so
        return False


def load_text(source: str | Path) -> str:
    """The content of a file as it is, decoded: for formats whose reader lives elsewhere."""
    return decode(_load(source), str(source))


def _load(source: str | Path) -> bytes:
    if str(source) == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    path = Path(source)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise ReadingError("There is no such file.", path=str(source)) from None
    except IsADirectoryError:
        raise ReadingError("This is a folder.", path=str(source), hint="Name the files in it.") from None
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        if path.is_dir():  # Windows says that access is denied
            raise ReadingError("This is a folder.", path=str(source), hint="Name the files in it.") from None
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadingError(f"This cannot be read: {reason}.", path=str(source)) from None


def _reader(source: str, text: str) -> Reader:
    suffix = Path(source).suffix.lower()
    named = next((reader for reader in READERS if suffix in reader.suffixes), None)
    if named:
        return named
    wanted = "html" if _LOOKS_LIKE_HTML.match(text) else "text"
    return next(reader for reader in READERS if reader.name == wanted)


def _document(page: Page, source: str, title: str | None, date: datetime.date | None) -> Document:
    if not page.text.strip():
        raise NothingToAsk("There is no text in it.", path=source)
    return Document(
        text=page.text,
        title=one_line(title if title is not None else page.title),
        date=date or page.date,
        source=source,
        link=page.link,
        blocks=page.blocks,
        rows=page.rows,
    )
