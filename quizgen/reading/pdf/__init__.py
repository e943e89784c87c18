"""PDF by pypdf: lines put back together into paragraphs, without what every page repeats, notes and their marks.

The file's own moment of making is not taken for the article's date: a page printed today may be of last year.
"""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

from quizgen.errors import NothingToAsk, ReadingError
from quizgen.reading.clean import clean, one_line
from quizgen.reading.content import Content
from quizgen.reading.header import dateline
from quizgen.reading.html import silence
from quizgen.reading.page import LEAST, NO_CHAPTER, Page, compose
from quizgen.reading.pdf.furniture import without_furniture
from quizgen.reading.pdf.lines import Line, lines_of
from quizgen.reading.pdf.outline import bookmarks, chapters
from quizgen.reading.pdf.paragraphs import pieces
from quizgen.records import BlockKind

_NO_TITLE = re.compile(
    r"untitled|document\d*$|microsoft word|\S+\.(?:docx?|pdf|tex|indd|qxd|html?|odt)$|[\w/\\.-]*$", re.I
)
"""Titles that programs make up: names of files and of themselves, and single words."""


def read_pdf(content: Content) -> Iterator[Page]:
    """The document as one article, or by its bookmarks where its parts are asked for.

    Raises ReadingError where it is locked or damaged, NothingToAsk for pictures.
    """
    reader = _opened(content)
    notes: list[str] = []
    pages = list(_pages(reader, content, notes))
    if not any(pages):
        raise NothingToAsk(
            "There is no text in it: its pages are pictures.",
            path=content.name,
            hint="Have their text recognised first, for example by OCRmyPDF.",
        )
    told = _about(reader)
    cleaned = without_furniture(pages)
    marks = bookmarks(reader) if content.parts else []
    if not marks:
        title = "" if _NO_TITLE.match(told.get("title", "")) else told["title"]
        yield _page(cleaned, title, told, notes)
        return
    for title, lines in chapters(cleaned, marks):
        page = _page(lines, title, told, notes)
        if len(page.text) >= LEAST and not NO_CHAPTER.match(page.title):
            yield page


def _page(lines: Sequence[Sequence[Line]], title: str, told: dict[str, str], notes: Sequence[str]) -> Page:
    found = list(pieces(lines))
    text, blocks = compose(found)
    heading = next((words for kind, words in found if kind is BlockKind.TITLE), "")
    return Page(
        text,
        blocks,
        title or heading,
        _date(found),
        author=told.get("author", ""),
        language=told.get("language", ""),
        notes=tuple(notes),
    )


def _opened(content: Content) -> Any:
    import pypdf

    silence("pypdf")
    try:
        reader = pypdf.PdfReader(io.BytesIO(content.data))
        locked = reader.is_encrypted and not reader.decrypt("")
        reader.pages.__len__()
    except Exception as error:  # a malformed file ends in any error of the parts that meet it
        if "crypt" in str(error).lower():
            raise _locked(content) from error
        raise ReadingError("It is damaged: no whole PDF.", path=content.name, hint="Get the file again.") from error
    if locked:
        raise _locked(content)
    return reader


def _locked(content: Content) -> ReadingError:
    return ReadingError("It is locked by a password.", path=content.name, hint="Save it without one.")


def _pages(reader: Any, content: Content, notes: list[str]) -> Iterator[list[Line]]:
    """The lines of each page; a page that cannot be read is told in ``notes``, and so is where reading stopped."""
    total, seen = len(reader.pages), 0
    for number in range(1, total + 1):
        if number > content.limits.pages or (content.limits.chars or seen) < seen:
            notes.append(f"Only the first {number - 1} of its {total} pages were read.")
            return
        try:
            lines = lines_of(reader.pages[number - 1])
        except Exception:  # see above
            notes.append(f"Page {number} is damaged and was left out.")
            lines = []
        seen += sum(len(line.text) for line in lines)
        yield lines


def _about(reader: Any) -> dict[str, str]:
    """What the file says of itself."""
    try:
        about = reader.metadata or {}
        found = {"title": about.get("/Title"), "author": about.get("/Author")}
        found["language"] = reader.trailer["/Root"].get("/Lang")
        return {name: one_line(clean(str(value))) for name, value in found.items() if value}
    except Exception:  # as little as above: nobody misses it
        return {}


def _date(found: list[tuple[BlockKind, str]]) -> datetime.date | None:
    """The day that one of the lines on top is."""
    return next(filter(None, (dateline(words) for _, words in found[:4])), None)
