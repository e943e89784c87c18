"""What a reader hands over, and how the pieces of a page become one text with its blocks."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from quizgen.reading.clean import one_line
from quizgen.records import Block, BlockKind, Row, Span


@dataclass(frozen=True, slots=True)
class Page:
    """One article as its format tells it."""

    text: str
    blocks: tuple[Block, ...] = ()
    """In order, not overlapping; half-open character offsets into ``text``."""
    title: str = ""
    date: datetime.date | None = None
    link: str = ""
    rows: tuple[Row, ...] = ()
    """Of a table of facts."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One format that articles come in."""

    name: str
    suffixes: tuple[str, ...]
    """Lower case, with the dot."""
    description: str
    read: Callable[[str], Page]
    """Takes the decoded, cleaned content of the file."""


def compose(pieces: Iterable[tuple[BlockKind, str]]) -> tuple[str, tuple[Block, ...]]:
    """Pieces of a page as one text, a blank line between two of them, and the block of each."""
    texts: list[str] = []
    blocks: list[Block] = []
    start = 0
    for kind, piece in pieces:
        text = piece.strip("\n") if kind is BlockKind.CODE else one_line(piece)
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
