"""What a reader hands over, and how the pieces of a page become one text with its blocks."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from quizgen.reading.clean import one_line
from quizgen.reading.content import Content
from quizgen.records import Block, BlockKind, Row, Span

NO_CHAPTER = re.compile(
    r"(?:title ?page|cover|contents|table of contents|copyright|imprint|colophon|index|bibliography|notes|"
    r"acknowledge?ments|dedication|about the authors?|also by .*|list of illustrations)$",
    re.I,
)
"""Headings of what is no chapter."""
LEAST = 200
"""Characters. A page with less is a title page or a picture."""


@dataclass(frozen=True, slots=True)
class Page:
    """One article as its format tells it."""

    text: str
    blocks: tuple[Block, ...] = ()
    """In order, not overlapping; half-open character offsets into ``text``."""
    title: str = ""
    date: datetime.date | None = None
    link: str = ""
    author: str = ""
    language: str = ""
    """As the format names it, a code like *en-GB*; empty where it does not."""
    rows: tuple[Row, ...] = ()
    """Of a table of facts."""
    notes: tuple[str, ...] = ()
    """What was left out that a reader would miss, a sentence each."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One format that articles come in."""

    name: str
    suffixes: tuple[str, ...]
    """Lower case, with the dot."""
    description: str
    read: Callable[[Content], Iterable[Page]]
    """The articles in it: one, but for books, feeds and collections. Raises ReadingError."""


_NOTE_MARK = re.compile(
    r"(?<=[a-z]{2}[.!?;:,])(?<!\bno\.)(?<!\bfig\.)(?<!\bvol\.)(?<!\bpp\.)\d{1,3}(?=\s|$)|\s*[↩↑]\ufe0e?$"
)
"""The number of a note where its being raised is lost, *the engineer Samuel Orrick.1 It stands*, and the way back."""

_HOLLOW = re.compile(r"(?<=\()\s*[;,]\s+| \([ ]*\)")
"""*Rand (; born Rosenbaum)*, *Ankara ()*: encyclopaedias turned into text lose what stood in the brackets."""


_NUMBER = r"\[[1-9]\d{0,2}\]"
_REMARK = (
    r"\[(?:(?:note|nb|n) \d{1,3}|(?:citation|clarification|verification|page|date) needed|dubious|sic|"
    r"(?:when|who|where|which|why|by whom|according to whom)\?)\]"
)
_CLOSE = re.compile(
    rf"(?:(?<=[a-z]{{2}})|(?<=[.,;:!?)%\d\]\"”’]))(?:{_NUMBER}|{_REMARK})(?=[\s.,;:!?)\[\"”’]|$)(?!\s*=)"
    r"|(?<=[a-z][.,;:!?])\[[a-z]\](?=\s|\[|$)"
)
"""*a mill.[1] It*, *in 1902[citation needed]*, *the mill.[a]*: where it is written elsewhere; *a[0]* is none."""
_APART = re.compile(
    rf"(?<=[\w.%)\"”’]) (?:{_NUMBER}|{_REMARK})(?:(?: ?[–—-] ?|[,;] ?| )?{_NUMBER})*(?=[\s.,;:!?)]|$)(?! ?[=+*])"
)
"""*small losses [17], [21]–[24].*; *[1, 2]* may be an interval."""
_LEADS_ON = frozenset(
    "a an and as at by cf for from in of on or ref reference references refs see than the to with".split()
)
"""Behind such a word the number stands for what it refers to: *see [16]*."""
_LONGEST_LEAD = 16
"""Characters: more than the longest of them has."""


def _unreferenced(found: re.Match[str]) -> str:
    before = found.string[max(0, found.start() - _LONGEST_LEAD) : found.start()].rpartition(" ")[2]
    return found[0] if before.strip("(.").casefold() in _LEADS_ON else ""


def tidied(text: str) -> str:
    """The prose of a page without references in brackets, half-empty brackets closed up, and without empty ones."""
    if "[" in text:
        text = _APART.sub(_unreferenced, _CLOSE.sub("", text))
    return _HOLLOW.sub("", text)


def compose(pieces: Iterable[tuple[BlockKind, str]]) -> tuple[str, tuple[Block, ...]]:
    """Pieces of a page as one text, a blank line between two of them, and the block of each."""
    texts: list[str] = []
    blocks: list[Block] = []
    start = 0
    for kind, piece in pieces:
        text = piece.strip("\n") if kind is BlockKind.CODE else _NOTE_MARK.sub("", tidied(one_line(piece)))
        if not text:
            continue
        texts.append(text)
        blocks.append(Block(kind, Span(start, start + len(text))))
        start += len(text) + len("\n\n")
    return "\n\n".join(texts), tuple(blocks)


def title_of(text: str, blocks: tuple[Block, ...]) -> str:
    """The words of the first block that is a title, empty when there is none."""
    found = next((block for block in blocks if block.kind is BlockKind.TITLE), None)
    return one_line(text[found.span.start : found.span.end]) if found else ""
