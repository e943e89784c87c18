"""Work on several things at once, in processes of their own: results in order, few of them in memory."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from quizgen.errors import QuizgenError

Given = TypeVar("Given")
Found = TypeVar("Found")
_AHEAD = 2
"""So many for each process wait for it, so that none is idle."""


def mapped(action: Callable[[Given], Found], given: Iterable[Given], jobs: int) -> Iterator[Found]:
    """What ``action`` makes of each, in their order. Both must be fit to be pickled.

    Raises:
        QuizgenError: a process was ended from outside.
    """
    threads = max(1, _cores() // jobs)
    # A new process rather than a copy of this one: threads that run here would be missing there.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, context, _prepare, (threads,))
    waiting: deque[Future[Found]] = deque()
    try:
        for one in given:
            waiting.append(pool.submit(action, one))
            if len(waiting) > _AHEAD * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        hint = "Use fewer --jobs, or a smaller --max-chars."
        raise QuizgenError("A process was ended by the system, mostly for want of memory.", hint=hint) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _prepare(threads: int) -> None:
    """Each process keeps to its share of the cores, and leaves Ctrl-C to the one that started it."""
    import signal

    os.environ["OMP_NUM_THREADS"] = str(threads)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
