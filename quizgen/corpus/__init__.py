"""Question banks of whole archives: millions of articles through ``generate``, on Dask, into Parquet.

The folder that it makes, a corpus bank, is described in docs/scale.md; ``layout`` has its schema. The work is cut
into batches of articles, batches into parts; a part is written whole and renamed, so that a run that was cut off goes
on where it was, and the result is that of a run without a fault, row for row.
"""

from __future__ import annotations

from pathlib import Path

from quizgen.errors import QuizgenError

__all__ = ["MANIFEST", "is_corpus", "needs"]

MANIFEST = "bank.json"
EXTRA = "pip install 'quizgen[corpus]'"


def is_corpus(path: str | Path) -> bool:
    """Whether a path is the folder of a corpus bank."""
    try:
        return (Path(path) / MANIFEST).is_file()
    except (OSError, ValueError):
        return False


def needs(*modules: str) -> None:
    """Raises QuizgenError where a library of the extra is missing."""
    import importlib.util

    missing = [name for name in modules if importlib.util.find_spec(name) is None]
    if missing:
        raise QuizgenError(f"This needs {', '.join(missing)}.", hint=f"Install it:  {EXTRA}")
