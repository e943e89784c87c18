"""The lines of a page: pieces of text by their places, as they were printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from quizgen.reading.clean import clean

_BOLD = re.compile(r"bold|black|heavy|semib|demi", re.I)
_WIDTH = 0.5
"""Of a letter, times the size of its font: enough to tell a gap between cells from one between words."""
_DOUBT = 0.12
"""How much wider a letter may be."""
_CELL_GAP = 1.5
"""Times the size of the font: such a gap parts the cells of a table."""
_SMALLER, _RAISED = 0.88, 0.12
"""Times the size of the line's font: smaller pieces that stand so much higher are marks of notes."""
_LEADER = re.compile(r"(?:\.\s?){5,}|(?:\s\.){4,}")
"""The points between a heading and its page in a table of contents."""
_SIGN = re.compile(r"^[\ue000-\uf8ff●○■□◆♦❖➢➤✓✔▶►](?= )")
"""Signs before the items of lists, those of symbol fonts among them."""
_WORD_END = re.compile(r"(?:[^\W\d_]{3,}|[.,;:!?)\]”’\"'])\s*$")
"""What a mark of a note stands behind; behind *10* and *m* stands a power."""
_MARK = re.compile(r"\s*[\[(]?(?:\d{1,3}(?:\s*[,–-]\s*\d{1,3})*|[*†‡§¶]+|[a-z])[\])]?\s*$")


@dataclass(slots=True)
class Line:
    """One line as printed. Places are points from the lower left corner of the page."""

    text: str
    x: float
    y: float
    size: float
    bold: bool = False
    cells: int = 1
    """More than one where wide gaps part it."""
    marks: tuple[str, ...] = ()
    """Of notes, which were taken out of it."""
    height: float = 842.0
    """Of its page."""
    page: int = 0


@dataclass(slots=True)
class _Piece:
    text: str
    x: float
    y: float
    size: float
    bold: bool


@dataclass(slots=True)
class _Gathered:
    pieces: list[_Piece] = field(default_factory=list)

    def fits(self, piece: _Piece) -> bool:
        """Whether it stands on this line: on one height, raised or lowered a bit, and not left of it."""
        last, size = self.pieces[-1], max(one.size for one in self.pieces)
        return abs(piece.y - self.pieces[0].y) < 0.55 * max(size, piece.size) and piece.x >= last.x - size


def lines_of(page: Any) -> list[Line]:
    """The lines of a page of pypdf, in the order in which they were drawn."""
    pieces: list[_Piece] = []

    def take(text: str, cm: list[float], tm: list[float], font: dict[str, Any] | None, size: float) -> None:
        across = tm[0] * cm[1] + tm[1] * cm[3]
        along = tm[0] * cm[0] + tm[1] * cm[2]
        if not text.strip("\n") or abs(across) > abs(along):  # what runs up the page is a stamp
            return
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        scale = abs(tm[2] * cm[1] + tm[3] * cm[3]) or 1.0
        name = str((font or {}).get("/BaseFont", ""))
        pieces.append(_Piece(text.replace("\n", " "), x, y, round(size * scale, 1), bool(_BOLD.search(name))))

    page.extract_text(visitor_text=take)
    height = float(page.mediabox.height)
    number = getattr(page, "page_number", 0) or 0
    return [line for gathered in _gathered(pieces) if (line := _line(gathered, height, number)).text]


def _gathered(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    line = _Gathered()
    for piece in pieces:
        if not piece.text.strip() and not line.pieces:
            continue
        if line.pieces and not line.fits(piece):
            yield line.pieces
            line = _Gathered()
        line.pieces.append(piece)
    if line.pieces:
        yield line.pieces


def _line(pieces: list[_Piece], height: float, page: int) -> Line:
    sizes: Counter[float] = Counter()
    for piece in pieces:
        sizes[piece.size] += len(piece.text.strip())
    size = max(sizes, key=lambda one: (sizes[one], one))
    kept: list[_Piece] = []
    marks: list[str] = []
    low = min(piece.y for piece in pieces if piece.size == size)
    for piece in pieces:
        raised = piece.size < _SMALLER * size and piece.y > low + _RAISED * size
        if raised and _MARK.match(piece.text) and kept and _WORD_END.search(kept[-1].text):
            marks.append(piece.text.strip(" [](),."))
        else:
            kept.append(piece)
    bold = sum(len(p.text) for p in kept if p.bold) > 0.8 * sum(len(p.text) for p in kept)
    text = _SIGN.sub("• ", " ".join(clean(_joined(kept)).replace("\n", " ").split()))
    first = kept[0] if kept else pieces[0]
    return Line(text, first.x, low, size, bold, _cells(kept), tuple(marks), height, page)


def _joined(pieces: Sequence[_Piece]) -> str:
    """The words of a line; where a gap stands between two pieces, so does a space. A soft hyphen at the end stays,
    close to its word, as Chromium draws it apart."""
    text = ""
    end = None
    for piece in pieces:
        gap = end is not None and piece.x - end > 0.6 * piece.size
        text += (" " if gap and not text.endswith(" ") and piece.text[:1].isalnum() else "") + piece.text
        end = _end(piece)
    text = text.rstrip()
    return text[:-1].rstrip("\xad ") + "-" if text[-1:] in "\xad\u2010" and text else text


def _cells(pieces: Sequence[_Piece]) -> int:
    if _LEADER.search("".join(piece.text for piece in pieces)):
        return 2
    found, end = 1, None
    for piece in pieces:
        if not piece.text.strip():
            continue
        if end is not None and piece.x - end > _CELL_GAP * piece.size:
            found += 1
        end = _end(piece)
    return found


def _end(piece: _Piece) -> float:
    """Where a piece ends at the latest: how wide its letters are is not known, and guesses add up."""
    return piece.x + (_WIDTH + _DOUBT) * piece.size * len(piece.text.rstrip())
