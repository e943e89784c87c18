"""What every form of a table is read into."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """A header and the rows below it, as they were written."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    """1-based line and cells of each row, as many as the header has; the empty text where nothing stands."""
    line: int = 1
    """1-based line of the header."""
