"""Lines to paragraphs: what was broken for the page is one again, words that were parted too."""

from __future__ import annotations

import itertools
import re
import statistics
from collections.abc import Iterator, Sequence

from quizgen.reading.pdf.furniture import body_size
from quizgen.reading.pdf.lines import Line
from quizgen.reading.text import BULLET, CAPTION, ENDED, is_heading
from quizgen.records import BlockKind

_LARGE = 1.08
"""Times the size of most of the text: a heading."""
_GAP = 1.35
"""Times the usual distance of two lines: a paragraph ends."""
_INDENT = 0.7
"""Times the size of the font: a line further right than the one above begins a paragraph."""
_PARTED = re.compile(r"([^\W\d_]+)-$")
_KEEPS = frozenset(
    "self non well ill ex anti co multi semi quasi pseudo all half cross high low long short old new so post pre mid "
    "twenty thirty forty fifty sixty seventy eighty ninety north south east west two three four five six seven eight "
    "nine ten full part single double first second third".split()
)
"""Words behind which a hyphen is mostly meant."""


def pieces(pages: Sequence[Sequence[Line]]) -> Iterator[tuple[BlockKind, str]]:
    """The paragraphs of all pages with what they are; a paragraph may go on from page to page."""
    size = body_size(pages)
    lines = [line for page in pages for line in page]
    pitch = _pitch(lines)
    words = _words(lines)
    title = _title_size(lines, size)
    for paragraph in _paragraphs(lines, size, pitch):
        text = _joined([line.text for line in paragraph], words)
        kind = _kind(paragraph, text, size, title)
        if kind is BlockKind.TITLE:
            title = 0.0  # there is one
        yield kind, BULLET.sub("", text, count=1) if kind is BlockKind.LIST_ITEM else text


def _pitch(lines: Sequence[Line]) -> float:
    """The usual distance of two lines, in points."""
    steps = [a.y - b.y for a, b in itertools.pairwise(lines) if a.page == b.page and 0 < a.y - b.y < 4 * a.size]
    return statistics.median_low(steps) if steps else 0.0


def _title_size(lines: Sequence[Line], size: float) -> float:
    """The size of the title: the largest of the first page, where it is larger than the text."""
    largest = max((line.size for line in lines if line.page == lines[0].page), default=0.0)
    return largest if largest > _LARGE * size else 0.0


def _paragraphs(lines: Sequence[Line], size: float, pitch: float) -> Iterator[list[Line]]:
    gathered: list[Line] = []
    for line in lines:
        if gathered and _begins(gathered, line, size, pitch):
            yield gathered
            gathered = []
        gathered.append(line)
    if gathered:
        yield gathered


def _begins(above: list[Line], line: Line, size: float, pitch: float) -> bool:
    """Whether a line begins a paragraph rather than goes on with the one above."""
    last = above[-1]
    if abs(last.size - line.size) > 0.06 * size or last.bold != line.bold:
        return True
    if last.size > _LARGE * size:  # a heading may have several lines, wider apart
        return last.y - line.y > 2 * last.size or line.page != last.page
    if BULLET.match(line.text) or (line.cells > 1) != (last.cells > 1) or line.cells > 1:
        return True
    step = last.y - line.y
    if line.page != last.page or step < 0:  # another page, another column
        return ENDED.search(last.text) is not None and (line.text[:1].isupper() or not line.text[:1].isalpha())
    if step > _GAP * pitch:
        return True
    column = _column(above)
    margin = min(one.x for one in column[1:] or column)
    return len(column) > 1 and line.x - margin > _INDENT * size and not _hangs(column)


def _column(above: list[Line]) -> list[Line]:
    """The lines that stand below each other, up to the last one."""
    start = next((n for n in range(len(above) - 1, 0, -1) if above[n].y > above[n - 1].y), 0)
    return above[start:]


def _hangs(above: list[Line]) -> bool:
    """Whether a paragraph stands with its first line out to the left, as the items of lists do."""
    return len(above) > 1 and above[0].x < above[1].x - 1


def _kind(paragraph: list[Line], text: str, size: float, title: float) -> BlockKind:
    first = paragraph[0]
    if first.cells > 1:
        return BlockKind.TABLE
    large = first.size > _LARGE * size
    if BULLET.match(text) and not large:
        return BlockKind.LIST_ITEM
    if CAPTION.match(text):
        return BlockKind.CAPTION
    if large and title and first.size >= title:
        return BlockKind.TITLE
    if large or (first.bold and len(text) < 120 and not ENDED.search(text)) or is_heading(text):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _words(lines: Sequence[Line]) -> frozenset[str]:
    """Every word that stands within a line, with its hyphens."""
    inside = " ".join(line.text for line in lines)
    return frozenset(word.lower() for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*(?=[\s.,;:!?])", inside))


def _joined(lines: Sequence[str], words: frozenset[str]) -> str:
    text = lines[0]
    for line in lines[1:]:
        parted = _PARTED.search(text)
        following = re.match(r"[^\W\d_]+", line)
        if not parted or following is None:
            text += (
                line if text.endswith(("-", "–", "—", "/")) and not text.endswith((" -", " –", " —")) else " " + line
            )
        elif _keeps_hyphen(parted[1], following[0], words):
            text += line
        else:
            text = text[:-1] + line
    return text


def _keeps_hyphen(before: str, after: str, words: frozenset[str]) -> bool:
    """Whether a word parted at the end of a line is written with a hyphen in the middle of one as well."""
    if after[0].isupper() or f"{before}-{after}".lower() in words:
        return True
    return f"{before}{after}".lower() not in words and before.lower() in _KEEPS
