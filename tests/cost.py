"""What a command costs, measured so that a busy machine does not change the verdict."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence


def seconds(arguments: Sequence[str]) -> float:
    """Processor time of this Python with the arguments, its children included.

    Where nothing else runs on one core, that is what a user waits. Windows does not tell; there it is the clock.
    """
    before, start = _spent(), time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start if os.name == "nt" else _spent() - before


def _spent() -> float:
    if os.name == "nt":
        return 0.0
    import resource

    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
