"""Lines broken into rows that fit a terminal, which counts columns and not characters.

Terminals disagree on joined emoji: one shows an astronaut in two columns, another a woman and a rocket in four. Here
the larger count holds, so that a row may end early but never runs over.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from quizgen.drill.pieces import Line, Piece, Style, printable

_JOINER, _AS_EMOJI = "\u200d", "\ufe0f"


@dataclass(frozen=True, slots=True)
class _Sign:
    """What a reader takes for one character: a base with what is joined to it."""

    text: str
    style: Style
    columns: int


Word = list[_Sign]


def columns(text: str) -> int:
    """How many columns a text takes at most."""
    return sum(sign.columns for sign in _signs(text, Style.PLAIN))


def rows(said: Line, width: int) -> list[Line]:
    """The line as rows of at most ``width`` columns. What follows the first row stands below the end of the lead."""
    lead = said.lead if columns(said.lead) <= width // 2 else ""
    room = max(width - columns(lead), 2)
    signs = [sign for piece in said.pieces for sign in _signs(printable(piece.text), piece.style)]
    filled = _fill(_words(signs), room) or [[]]
    leads = [lead, *[" " * columns(lead)] * (len(filled) - 1)]
    return [Line(_pieces(row), first) for row, first in zip(filled, leads, strict=True)]


def _signs(text: str, style: Style) -> Iterator[_Sign]:
    sign, width = "", 0
    for character in text:
        if sign and (character in (_JOINER, _AS_EMOJI) or sign.endswith(_JOINER) or _width(character) == 0):
            sign += character
            width = 2 if character == _AS_EMOJI and width == 1 else width + _width(character)
            continue
        if sign:
            yield _Sign(sign, style, width)
        sign, width = character, _width(character)
    if sign:
        yield _Sign(sign, style, width)


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    flag = "\U0001f1e6" <= character <= "\U0001f1ff"
    return 2 if flag or unicodedata.east_asian_width(character) in "WF" else 1


def _words(signs: list[_Sign]) -> list[Word]:
    """Stretches that are not broken when it can be helped; each keeps the space before it. Wide characters part."""
    words: list[Word] = []
    for i, sign in enumerate(signs):
        begins = i == 0 or sign.text == " " or (signs[i - 1].text != " " and 2 in (sign.columns, signs[i - 1].columns))
        words.append([sign]) if begins else words[-1].append(sign)
    return words


def _fill(words: list[Word], room: int) -> list[Word]:
    filled: list[Word] = []
    used = room + 1
    for word in words:
        length = sum(sign.columns for sign in word)
        if used + length > room:
            word = word[1:] if word[0].text == " " and filled else word
            filled.append([])
            used = 0
        for sign in word:
            if used + sign.columns > room:  # longer than a whole row
                filled.append([])
                used = 0
            filled[-1].append(sign)
            used += sign.columns
    return filled


def _pieces(row: Word) -> tuple[Piece, ...]:
    """The signs as pieces again, without space at the end."""
    while row and row[-1].text == " ":
        row = row[:-1]
    return tuple(Piece("".join(sign.text for sign in run), style) for style, run in groupby(row, key=lambda s: s.style))
