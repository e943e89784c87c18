"""The content of one file, and how much of it is read at most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from quizgen.errors import ReadingError
from quizgen.reading.clean import clean
from quizgen.reading.decode import decode

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a source is read. What lies beyond is left out, and a note of the document says so."""

    chars: int | None = 2_000_000
    """Characters of one article; None: all of it. Two million are a very long novel, and take about a minute."""
    bytes: int = 200 * MEGABYTE
    """Of a file, or of what comes over the network. A bigger one is refused: what is cut off in it may be anything."""
    unpacked: int = 400 * MEGABYTE
    """Bytes of everything in an archive that is read, unpacked. More is an attack, or no article."""
    pages: int = 2_000
    """Of a PDF."""
    seconds: float = 60.0
    """For what comes over the network, from the first byte asked to the last one read."""


USUAL = Limits()


@dataclass
class Content:
    """Bytes of a file with its name; the text of them is made when it is asked for."""

    data: bytes
    name: str = ""
    """As the user gave it: a path, a URL or ``-``."""
    suffix: str = ""
    """What the name ends in, or what a server said of it; lower case, with the dot."""
    limits: Limits = field(default_factory=Limits)
    parts: bool = False
    """Whether its chapters are asked for, of a format in which it is one article otherwise."""

    def __post_init__(self) -> None:
        self.suffix = self.suffix or PurePosixPath(self.name.replace("\\", "/")).suffix.lower()
        if len(self.data) > self.limits.bytes:
            size = self.limits.bytes // MEGABYTE
            raise ReadingError(f"It has more than {size} MB.", path=self.name, hint="Read a part of it.")

    @cached_property
    def raw(self) -> str:
        """The text as it stands there. Raises ReadingError where it is none."""
        return decode(self.data, self.name)

    @cached_property
    def text(self) -> str:
        """The text without what nobody sees. Raises ReadingError where it is none."""
        return clean(self.raw)


def numbered(choice: str, count: int) -> Sequence[int]:
    """The numbers from 1 to ``count`` that *2,4-6* names, in order. Raises ValueError, with the reason, for others."""
    found: set[int] = set()
    for part in choice.replace(" ", "").split(","):
        first, dash, last = part.partition("-")
        if not first.isdecimal() or (dash and not last.isdecimal()):
            raise ValueError(f"'{choice}' names no numbers; write them like 2,4-6.")
        span = range(int(first), int(last if dash else first) + 1)
        if not span or span[0] < 1 or span[-1] > count:
            there = f"{part} is not among its {count} articles." if count > 1 else "It is one article."
            raise ValueError(there)
        found.update(span)
    return sorted(found)
