"""Plain text: paragraphs, headings and lists told apart by blank lines, line lengths and the last character.

Line breaks inside a paragraph become spaces one for one, so that offsets stay those of the text that came in.
"""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterator

from quizgen.reading.header import dateline, find_header
from quizgen.reading.page import Page, tidied, title_of
from quizgen.records import Block, BlockKind, Span

_LINE = re.compile(r"[^\n]+")
_CHUNK = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
BULLET = re.compile(r"(?:[-*+•‣▪◦·–—][ ]+|\(?\d{1,3}[.)][ ]+|\(?[a-z]\)[ ]+)(?=\S)")
CAPTION = re.compile(
    r"(?:Figure|Fig\.|Table|Photo|Photograph|Picture|Image|Caption|Credit)s?\b[^.:\n]{0,20}[:.] ", re.I
)
ENDED = re.compile(r"""[.!?…]["'”’»)\]]*(?:\[\d+\])?$""")
_OPEN_END = re.compile(r"""[.!…:;,]["'”’»)\]]*$""")
_LONG_LINE = 120
"""Characters; a longer line was not broken by hand, it is a paragraph of its own."""
_HEADING_CHARACTERS, _HEADING_WORDS = 120, 18
_LONGEST_DATE = len("Wednesday, September 30, 2026.")


def read_text_file(text: str) -> Page:
    """A page of plain text as files have it: indented, justified with spaces, with spaces at the ends of lines.

    Nobody counts offsets into such a file, so that these go.
    """
    return read_text(tidied(re.sub(r"^ +| +$|(?<=\S) +(?= )", "", text, flags=re.M)))


def read_text(text: str) -> Page:
    """A page of plain text, its header taken off."""
    header = find_header(text)
    body = text[header.end :]
    lines = tuple(_paragraphs(body))
    blocks = tuple(_blocks(body, lines))
    date = header.date or _dateline(body, blocks)
    return Page(
        _unwrapped(body, blocks), blocks, header.title or title_of(body, blocks), date, header.link, header.author
    )


def _dateline(body: str, blocks: tuple[Block, ...]) -> datetime.date | None:
    """The day that one of the lines on top is, under a title or above it."""
    lines = (body[block.span.start : block.span.end] for block in blocks[:3] if block.kind is not BlockKind.PARAGRAPH)
    return next(filter(None, map(dateline, lines)), None)


def _paragraphs(body: str) -> Iterator[Span]:
    """Stretches that hang together: parts between blank lines, divided where a line begins something new."""
    for chunk in _CHUNK.finditer(body):
        lines = [Span(*match.span()) for match in _LINE.finditer(body, *chunk.span())]
        width = max(line.end - line.start for line in lines)
        start = lines[0].start
        for above, below in itertools.pairwise(lines):
            if _begins_anew(body[above.start : above.end], body[below.start : below.end], width):
                yield Span(start, above.end)
                start = below.start
        yield Span(start, lines[-1].end)


def _begins_anew(above: str, below: str, width: int) -> bool:
    """Whether a line break parts two paragraphs rather than two lines of one."""
    above, below = above.rstrip(), below.lstrip()
    if BULLET.match(below) or _is_a_day(above) or _is_a_day(below):
        return True
    if len(above) > _LONG_LINE:
        return ENDED.search(above) is not None
    room = len(above) + len(below.split(" ", 1)[0]) < 0.7 * width
    return room and (below[0].isupper() or not below[0].isalpha())


def _is_a_day(line: str) -> bool:
    """Whether a line is a date and no more, as under a headline: it hangs together with no other line."""
    return len(line) <= _LONGEST_DATE and dateline(line) is not None


def _blocks(body: str, paragraphs: tuple[Span, ...]) -> Iterator[Block]:
    """A block for every paragraph that has letters or digits; the mark of a list item is left out of it."""
    last = len(paragraphs) - 1
    for number, span in enumerate(paragraphs):
        text = body[span.start : span.end]
        if not any(map(str.isalnum, text)):
            continue
        kind = _kind(text.strip(), first=number == 0, last=number == last)
        start = span.start + len(text) - len(text.lstrip())
        if kind is BlockKind.LIST_ITEM and (found := BULLET.match(body, start)):
            start = found.end()
        yield Block(kind, Span(start, span.end - len(text) + len(text.rstrip())))


def _kind(text: str, *, first: bool, last: bool) -> BlockKind:
    if BULLET.match(text):
        return BlockKind.LIST_ITEM
    if CAPTION.match(text):
        return BlockKind.CAPTION
    if not last and is_heading(text):
        return BlockKind.TITLE if first else BlockKind.HEADING
    return BlockKind.PARAGRAPH


def is_heading(text: str) -> bool:
    """Whether a line that stands alone is a heading: short, and not ended as a sentence is."""
    short = len(text) <= _HEADING_CHARACTERS and len(text.split()) <= _HEADING_WORDS
    return short and "\n" not in text and not _OPEN_END.search(text)


def _unwrapped(body: str, blocks: tuple[Block, ...]) -> str:
    """The text with the line breaks inside its blocks as spaces."""
    parts: list[str] = []
    done = 0
    for block in blocks:
        parts += body[done : block.span.start], body[block.span.start : block.span.end].replace("\n", " ")
        done = block.span.end
    return "".join((*parts, body[done:]))
