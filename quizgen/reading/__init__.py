"""Articles in every format that quizgen reads, each as a :class:`~quizgen.records.Document`.

To add a format, write one file with a function ``Content -> Iterable[Page]`` and add one line to ``READERS``. A table
of facts is read by ``table``, for its tabs and lines must reach it as they are.
"""

from __future__ import annotations

import datetime
import functools
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

from quizgen.errors import NothingToAsk, ReadingError
from quizgen.reading import table
from quizgen.reading.clean import clean, one_line
from quizgen.reading.content import USUAL, Content, Limits, numbered
from quizgen.reading.language import foreign_language
from quizgen.reading.page import Page, Reader
from quizgen.reading.sources import STANDARD_INPUT, files, is_url, load
from quizgen.reading.text import read_text
from quizgen.records import Block, Document, Span

__all__ = [
    "READERS",
    "STANDARD_INPUT",
    "Content",
    "Limits",
    "Page",
    "Reader",
    "files",
    "from_text",
    "is_collection",
    "is_table",
    "is_url",
    "load_text",
    "read",
    "read_all",
    "read_bytes",
]


def _text(module: str, function: str) -> Callable[[Content], Iterable[Page]]:
    """A reader of one article in a text; its module, and what that leans on, is loaded when it is used."""
    return lambda content: (getattr(import_module(f"quizgen.reading.{module}"), function)(content.text),)


def _bytes(module: str, function: str) -> Callable[[Content], Iterable[Page]]:
    return lambda content: getattr(import_module(f"quizgen.reading.{module}"), function)(content)


READERS: tuple[Reader, ...] = (
    Reader("text", (".txt", ".text"), "plain text, paragraphs parted by blank lines", _text("text", "read_text_file")),
    Reader(
        "markdown",
        (".md", ".markdown", ".mkd"),
        "Markdown (CommonMark, tables, front matter)",
        _text("markdown", "read_markdown"),
    ),
    Reader("html", (".html", ".htm", ".xhtml"), "the main text of a web page", _text("html", "read_html")),
    Reader("pdf", (".pdf",), "PDF, without running titles, page numbers and notes", _bytes("pdf", "read_pdf")),
    Reader("docx", (".docx",), "Word documents", _bytes("docx", "read_docx")),
    Reader("epub", (".epub",), "books, each chapter an article", _bytes("epub", "read_epub")),
    Reader("feed", (".rss", ".atom", ".xml"), "feeds (RSS, Atom), each entry an article", _bytes("feed", "read_feed")),
    Reader(
        "lines",
        (".jsonl", ".ndjson"),
        'articles as JSON Lines: {"title": …, "date": …, "text": …}',
        _bytes("collection", "read_lines"),
    ),
    Reader("subtitles", (".srt", ".vtt"), "subtitles: what is said", _bytes("subtitles", "read_subtitles")),
)
"""A file with any other suffix is known by how it begins, and is plain text where nothing speaks for another format."""

_JSON = Reader("json", (".json",), "a list of such articles", _bytes("collection", "read_json"))
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype html|html|head|body|article|p|div)\b", re.I | re.S
)
_FEED = re.compile(r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.I | re.S)
_ZIP = b"PK\x03\x04"


def read(
    source: str | Path,
    *,
    title: str | None = None,
    date: datetime.date | None = None,
    limits: Limits = USUAL,
) -> Document:
    """The article in a source: a file, a URL, or ``-`` for standard input.

    ``title`` and ``date`` go before what the article says.

    Raises:
        ReadingError: no such file, a folder, no text; several articles, as in a book.
        NothingToAsk: nothing is in it.
    """
    found = list(itertools.islice(read_all(source, title=title, date=date, limits=limits), 2))
    if len(found) > 1:
        raise ReadingError("There are several articles in it.", path=str(source), hint="Choose one with --chapters.")
    return found[0]


def read_all(
    source: str | Path,
    *,
    title: str | None = None,
    date: datetime.date | None = None,
    chapters: str | None = None,
    parts: bool = False,
    limits: Limits = USUAL,
) -> Iterator[Document]:
    """The articles in a source: one, but for the chapters of a book, the entries of a feed, and collections.

    Args:
        title, date: go before what the article says; of several, ``title`` is that of none.
        chapters: which of several, as *2,4-6*; None: all.
        parts: whether a PDF is parted by its bookmarks, as it is where ``chapters`` are named.
        limits: how much of it is read.

    Raises:
        ReadingError: as for ``read``; ``chapters`` names what is not there.
        NothingToAsk: nothing is in it.
    """
    content = load(source, limits)
    content.parts = parts or chapters is not None
    yield from _documents(content, title, date, chapters)


def read_bytes(
    data: bytes,
    source: str,
    *,
    title: str | None = None,
    date: datetime.date | None = None,
    limits: Limits = USUAL,
) -> Document:
    """The article in the content of a file; the suffix of ``source`` and the first bytes choose the reader."""
    return next(_documents(Content(data, source, limits=limits), title, date, None))


def from_text(text: str, *, title: str | None = None, date: datetime.date | None = None) -> Document:
    """A string as an article, read as plain text.

    Offsets into the document are offsets into ``text`` where it is clean (NFC, ``\\n``, nothing invisible) and has no
    header of its own.

    Raises:
        NothingToAsk: it is empty.
    """
    return _document(read_text(clean(text)), Content(b""), title, date)


def is_table(source: str | Path) -> bool:
    """Whether a file is a table of facts: by its suffix, in YAML and JSON by what stands in it."""
    if table.is_table(source, ""):
        return True
    if Path(source).suffix.casefold() not in {suffix for form in table.FORMATS for suffix in form.suffixes}:
        return False
    return _told(source, lambda text: table.is_table(source, text) and not _collection(source, text))


def is_collection(source: str | Path) -> bool:
    """Whether a file of JSON holds articles, rather than a table or a quiz."""
    return Path(source).suffix.casefold() == ".json" and _told(source, lambda text: _collection(source, text))


def _told(source: str | Path, judge: Callable[[str], bool]) -> bool:
    """What ``judge`` says of the text of a file; False where it cannot be read: whoever opens it will say so."""
    try:
        return str(source) != STANDARD_INPUT and not is_url(str(source)) and judge(load_text(source))
    except ReadingError:
        return False


@functools.lru_cache(maxsize=4)
def _collection(source: str | Path, text: str) -> bool:
    from quizgen.reading.collection import is_collection

    return Path(source).suffix.casefold() == ".json" and is_collection(text)


def load_text(source: str | Path) -> str:
    """The content of a file as it is, decoded: for formats whose reader lives elsewhere."""
    return load(source).raw


# --------------------------------------------------------------------------------------------------------------
# From content to documents
# --------------------------------------------------------------------------------------------------------------


def _documents(
    content: Content, title: str | None, date: datetime.date | None, chapters: str | None
) -> Iterator[Document]:
    reader = _reader(content)
    if reader is None:
        yield _document(table.read(content.raw, content.name), content, title, date)
        return
    pages = iter(reader.read(content))
    ahead = list(itertools.islice(pages, 2))
    if not ahead:
        raise NothingToAsk("There is no article in it.", path=content.name)
    if len(ahead) == 1 and chapters in (None, "1"):
        yield _document(ahead[0], content, title, date)
        return
    yield from _several(itertools.chain(ahead, pages), content, date, chapters)


def _several(
    pages: Iterable[Page], content: Content, date: datetime.date | None, chapters: str | None
) -> Iterator[Document]:
    """Articles that share a file: each is told by its own title, or by its number."""
    chosen: Sequence[int] | None = None
    if chapters is not None:
        pages = list(pages)
        try:
            chosen = numbered(chapters, len(pages))
        except ValueError as error:
            raise ReadingError(str(error), path=content.name) from None
    name = Path(content.name).stem if content.name != STANDARD_INPUT else ""
    for number, page in enumerate(pages, start=1):
        if page.text.strip() and (chosen is None or number in chosen):
            yield _document(page, content, page.title or f"{name} {number}".strip(), date)


def _reader(content: Content) -> Reader | None:
    """Who reads it; None: it is a table. What begins as no text does is known by that, whatever its suffix says."""
    by_name = {reader.name: reader for reader in READERS}
    if content.data.startswith(b"%PDF-") or b"%PDF-" in content.data[:1024].lstrip()[:8]:
        return by_name["pdf"]
    if content.data.startswith(_ZIP) or content.suffix in (".docx", ".epub"):
        return by_name[_archive(content)]
    if content.suffix == ".pdf":
        return by_name["pdf"]  # which says what is wrong with it
    if content.suffix == ".json" and _collection(content.name, content.raw):
        return _JSON
    if table.is_table(content.name, content.raw):
        return None
    named = next((reader for reader in READERS if content.suffix in reader.suffixes), None)
    if named:
        return named
    if _FEED.match(content.text):
        return by_name["feed"]
    if content.text.startswith("WEBVTT"):
        return by_name["subtitles"]
    return by_name["html" if _HTML.match(content.text) else "text"]


def _archive(content: Content) -> str:
    """The reader of what lies in a zip archive."""
    from quizgen.reading.unpack import Archive

    names = Archive(content).names()
    if "word/document.xml" in names:
        return "docx"
    if "META-INF/container.xml" in names:
        return "epub"
    hint = "Name what is in it: .docx and .epub are read."
    raise ReadingError("This is an archive, and no document.", path=content.name, hint=hint)


def _document(page: Page, content: Content, title: str | None, date: datetime.date | None) -> Document:
    if not page.text.strip():
        raise NothingToAsk("There is no text in it.", path=content.name)
    page, notes = _within(page, content.limits.chars)
    foreign = page.language and not page.language.lower().startswith("en") and foreign_language(page.text)
    return Document(
        text=page.text,
        title=one_line(title if title is not None else page.title),
        date=date or page.date,
        language=page.language.split("-")[0].lower() if foreign else "en",
        source=content.name,
        link=page.link or (content.name if is_url(content.name) else ""),
        author=page.author,
        blocks=page.blocks,
        rows=page.rows,
        notes=(*page.notes, *notes),
    )


def _within(page: Page, limit: int | None) -> tuple[Page, tuple[str, ...]]:
    """The page up to ``limit`` characters, cut between two blocks or paragraphs, and a note of what is not read."""
    from quizgen.records import replace

    if limit is None or len(page.text) <= limit or page.rows:
        return page, ()
    inside = [block for block in page.blocks if block.span.end <= limit]
    end = inside[-1].span.end if inside else max(page.text.rfind("\n\n", 0, limit), page.text.rfind(". ", 0, limit) + 1)
    end = end if end > 0 else limit
    blocks: tuple[Block, ...] = tuple(inside)
    if page.blocks and not inside:  # one block without an end
        blocks = (Block(page.blocks[0].kind, Span(page.blocks[0].span.start, end)),)
    share = 100 - 100 * end // len(page.text)
    note = f"Only the first {end:,} of its {len(page.text):,} characters were read; the last {share} % were not."
    return replace(page, text=page.text[:end], blocks=blocks), (note,)
