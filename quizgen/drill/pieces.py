"""What a round says, before it is known how it will look: lines made of pieces, each with a style."""

from __future__ import annotations

import enum
import re
import unicodedata
from dataclasses import dataclass


class Style(enum.Enum):
    """What a piece is; the screen decides how to show it. No style carries a meaning that the words do not."""

    PLAIN = enum.auto()
    STRONG = enum.auto()
    QUIET = enum.auto()
    ANSWER = enum.auto()
    """The answer inside its sentence: between stars where there is nothing but characters."""
    RIGHT = enum.auto()
    CLOSE = enum.auto()
    WRONG = enum.auto()


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    style: Style = Style.PLAIN


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is meant; the screen may have to break it."""

    pieces: tuple[Piece, ...] = ()
    lead: str = ""
    """What stands before it; what does not fit on the first row goes on below the end of the lead."""


def line(*pieces: Piece | str, lead: str = "") -> Line:
    """A line of pieces; a string is a piece in plain style."""
    return Line(tuple(Piece(p) if isinstance(p, str) else p for p in pieces), lead)


def printable(text: str) -> str:
    """The text on one line and without characters that command a terminal: a quiz may come from a stranger."""
    text = re.sub(r"\s+", " ", text)
    return "".join(c for c in text if not _commands(c))


def _commands(character: str) -> bool:
    """Control characters, lone surrogates, and the marks that turn the direction of writing."""
    return (
        unicodedata.category(character) in ("Cc", "Cs")
        or "\u202a" <= character <= "\u202e"
        or "\u2066" <= character <= "\u2069"
    )
