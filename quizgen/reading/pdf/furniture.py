"""What stands on every page and belongs to none: running titles, numbers of pages, and the notes at its foot."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from quizgen.reading.pdf.lines import Line

_MARGIN = 0.12
"""Of the height of a page, above and below: there stands what is repeated."""
_OUTER = 0.07
"""Of the height: small print this far out is no part of the text, repeated or not."""
_NUMBER = re.compile(r"\W*(?:page|p\.)?\W*(?:\d{1,4}|[ivxlc]{1,6})(?:\W+(?:of\W+)?\d{1,4})?\W*$", re.I)
_NOTE = re.compile(r"\[?(\d{1,3}|[*†‡§]+)\]?\W?\s*\S")
_FOOT = 0.35
"""Of the height: lower stand notes whose mark was in the text above."""
_SMALL = 0.92
"""Times the size of most of the text: smaller print."""


def without_furniture(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of the text, page by page."""
    size = body_size(pages)
    shapes = Counter(shape for page in pages for shape in {_shape(line) for line in page if _outside(line, _MARGIN)})
    often = max(2, 0.3 * len(pages))
    kept = [[line for line in page if not _is_furniture(line, size, shapes[_shape(line)] >= often)] for page in pages]
    return [list(_without_notes(page, size)) for page in kept]


def body_size(pages: Sequence[Sequence[Line]]) -> float:
    """The size, in points, in which most is printed."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[line.size] += len(line.text)
    return max(sizes, key=lambda one: (sizes[one], one)) if sizes else 0.0


def _is_furniture(line: Line, size: float, repeated: bool) -> bool:
    if not _outside(line, _MARGIN):
        return False
    if repeated or _NUMBER.match(line.text):
        return True
    return _outside(line, _OUTER) and line.size < _SMALL * size and len(line.text) < 100


def _outside(line: Line, margin: float) -> bool:
    return not margin * line.height < line.y < (1 - margin) * line.height


def _shape(line: Line) -> str:
    """The same on all pages: the words without numbers, and above or below."""
    return f"{line.y > line.height / 2} {re.sub(r'[0-9]+', '#', line.text)}"


def _without_notes(page: Sequence[Line], size: float) -> Iterator[Line]:
    """Without the small print at the foot of the page that begins with the mark of a note."""
    inside = False
    marks = {mark for line in page for mark in line.marks}
    lowest = min((line.y for line in page if line.size >= _SMALL * size), default=0.0)
    for line in page:
        named = _NOTE.match(line.text)
        small = line.size < _SMALL * size and line.y < min(lowest, line.height / 2)
        answered = named is not None and named[1] in marks and line.y < _FOOT * line.height
        inside = answered or (small and (inside or bool(named))) or (inside and line.y < _FOOT * line.height)
        if not inside:
            yield line
