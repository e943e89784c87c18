"""How long the work on one article may take.

Long loops call ``tick``, which costs next to nothing. No thread or signal is needed, so it works in any thread and
process, and what is given up leaves nothing behind.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from quizgen.errors import TooLong

USUAL = 600.0
"""Seconds for an article that the command line gives if nothing is said. Two million characters take two minutes."""
_end: ContextVar[tuple[float, float, str] | None] = ContextVar("_end", default=None)
"""The limit in seconds, when it is over, and where the article is from."""


@contextmanager
def at_most(seconds: float | None, source: str = "") -> Iterator[None]:
    """What is done inside, on the article in ``source``, may take so many seconds; None: as many as it likes."""
    token = _end.set(None if seconds is None else (seconds, time.monotonic() + seconds, source))
    try:
        yield
    finally:
        _end.reset(token)


def tick() -> None:
    """Raises TooLong when the time is over."""
    limit = _end.get()
    if limit is not None and time.monotonic() > limit[1]:
        raise TooLong(
            f"It took longer than {limit[0]:g} seconds and was given up.",
            path=limit[2],
            hint="Allow more with --max-seconds, or read less of it with --max-chars.",
        )
