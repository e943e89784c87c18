"""Running a network: the only place that imports onnxruntime and tokenizers."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

Given = TypeVar("Given")
Found = TypeVar("Found")


def tokenizer(path: Path) -> Any:
    """A tokenizer that neither pads nor cuts."""
    from tokenizers import Tokenizer

    loaded = Tokenizer.from_file(str(path))
    loaded.no_padding()
    loaded.no_truncation()
    return loaded


def session(path: Path) -> Any:
    """An ONNX network on one thread: several inputs are run side by side instead."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def threads() -> int:
    """``OMP_NUM_THREADS``, else the cores this process may use."""
    given = os.environ.get("OMP_NUM_THREADS", "")
    if given.isdigit() and int(given) > 0:
        return int(given)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def side_by_side(action: Callable[[Given], Found], inputs: Sequence[Given]) -> list[Found]:
    """What ``action`` makes of each, in their order, on as many threads as there are cores."""
    if min(threads(), len(inputs)) < 2:
        return [action(one) for one in inputs]
    return list(_pool(threads()).map(action, inputs))


@functools.lru_cache(maxsize=1)
def _pool(workers: int) -> ThreadPoolExecutor:
    """Threads that stay: to start some for every handful of inputs costs more than the work."""
    return ThreadPoolExecutor(workers, "quizgen")


if hasattr(os, "register_at_fork"):  # threads do not survive a fork
    os.register_at_fork(after_in_child=_pool.cache_clear)
