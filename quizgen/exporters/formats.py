"""What a format of files is: its names, its content, and what it can hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from quizgen.records import Item


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file that a bank can be written as."""

    name: str
    suffixes: tuple[str, ...]
    """Lower case, with the dot; the first is the usual one."""
    description: str
    """A few words for a list of formats."""
    write: Callable[..., bytes]
    """``write(bank, **options)`` gives the content of the file."""
    options: tuple[str, ...] = ()
    """Names of the options that ``write`` takes; all have defaults."""
    lacks: Callable[[Item], str] | None = None
    """Why an item cannot be held, a few words for the user; empty where it can. None: every item can. Nothing is cut to
    fit: ``write`` gets only what the format holds."""
    holds: str = "every item"
    """What it can hold, for a list of formats."""
