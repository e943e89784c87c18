"""Waiting for a line, but not for ever. Where the system has no timer (Windows), the clock is read afterwards."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator


class TimeUp(Exception):
    """The time to answer is over."""


@contextlib.contextmanager
def deadline(seconds: float | None) -> Iterator[None]:
    """TimeUp is raised inside after so many seconds; None: never."""
    if seconds is None or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(*_: object) -> None:
        raise TimeUp

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, max(seconds, 0.001))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
