"""The bookmarks of a PDF: where its chapters begin."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from quizgen.reading.clean import clean, one_line
from quizgen.reading.pdf.lines import Line

_NUMBER = 14
"""Letters at most before the title proper: *chapter fifteen*."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place in the document and what it is called."""

    title: str
    page: int
    """Number from 0."""
    top: float | None
    """Points from the lower edge; None: the page from its top."""


def bookmarks(reader: Any) -> list[Bookmark]:
    """Those of the outermost list that has several, in the order of the pages; none where there is no such list."""
    try:
        found = list(_outermost(reader, reader.outline))
    except Exception:  # a damaged list is as good as none
        return []
    found.sort(key=lambda one: one.page)
    return found if len(found) > 1 else []


def _outermost(reader: Any, entries: Sequence[Any]) -> Iterator[Bookmark]:
    """A list of one entry is the book; its chapters are in the list below."""
    own = [entry for entry in entries if not isinstance(entry, list)]
    below = [entry for entry in entries if isinstance(entry, list)]
    if len(own) == 1 and below:
        yield from _outermost(reader, below[0])
        return
    for entry in own:
        page = reader.get_destination_page_number(entry)
        if isinstance(page, int) and page >= 0:
            top = float(entry.top) if isinstance(entry.top, (int, float)) else None
            yield Bookmark(one_line(clean(str(entry.title))), page, top)


def chapters(
    pages: Sequence[Sequence[Line]], marks: Sequence[Bookmark]
) -> Iterator[tuple[str, Sequence[Sequence[Line]]]]:
    """The lines of each chapter, page by page, with its title; first, without one, what stands before."""
    lines = [(number, line) for number, page in enumerate(pages) for line in page]
    starts: list[int] = []
    for mark in marks:
        starts.append(_start(lines, mark, starts[-1] if starts else 0))
    titles = ["", *(mark.title for mark in marks)]
    for title, (start, end) in zip(titles, itertools.pairwise([0, *starts, len(lines)]), strict=True):
        numbered = itertools.groupby(lines[start:end], key=lambda entry: entry[0])
        yield title, [[line for _, line in of_page] for _, of_page in numbered]


def _start(lines: Sequence[tuple[int, Line]], mark: Bookmark, least: int) -> int:
    """The first line of a chapter: on its page the one that begins its title, the one nearest to the place where
    several do, else the first line below the place."""
    here = [at for at in range(least, len(lines)) if lines[at][0] == mark.page]
    named = [at for at in here if _begins(mark.title, lines[at][1].text)]
    top = math.inf if mark.top is None else mark.top
    if mark.top is not None:
        named.sort(key=lambda at: abs(lines[at][1].y - top))
    below = [at for at in here if lines[at][1].y <= top]
    after = [at for at in range(least, len(lines)) if lines[at][0] > mark.page]
    return next(iter((*named, *below, *after)), len(lines))


def _begins(title: str, text: str) -> bool:
    """Whether a line is a title or the first line of one; *Chapter three* may be left out in one of them."""
    wanted, found = (_letters(words) for words in (title, text))
    if 2 * len(found) < len(wanted) or len(found) > len(wanted) + _NUMBER:
        return False
    return wanted.startswith(found) or wanted.endswith(found) or found.endswith(wanted)


def _letters(words: str) -> str:
    return "".join(char for char in words.casefold() if char.isalpha())
