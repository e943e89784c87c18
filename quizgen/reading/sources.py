"""Where articles come from: a file, standard input, the network; and the files in a folder."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from quizgen.errors import ReadingError
from quizgen.reading.content import MEGABYTE, USUAL, Content, Limits

STANDARD_INPUT = "-"
_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.I)


def is_url(source: str) -> bool:
    """Whether it is an address rather than the name of a file: ``file://`` is one too, and is refused."""
    return _URL.match(source) is not None


def load(source: str | Path, limits: Limits = USUAL) -> Content:
    """What a source holds. Raises ReadingError where it cannot be had."""
    name = str(source)
    if name == STANDARD_INPUT:
        return Content(sys.stdin.buffer.read(limits.bytes + 1), name, limits=limits)
    if is_url(name):
        from quizgen.reading import web  # which costs a good deal, and is seldom needed

        data, suffix = web.fetch(name, limits)
        return Content(data, name, suffix, limits)
    return Content(_file(source, limits), name, limits=limits)


def _file(source: str | Path, limits: Limits) -> bytes:
    path = Path(source)
    try:
        if path.is_file() and path.stat().st_size > limits.bytes:
            size = limits.bytes // MEGABYTE
            raise ReadingError(f"It has more than {size} MB.", path=str(source), hint="Read a part of it.")
        return path.read_bytes()
    except FileNotFoundError:
        raise ReadingError("There is no such file.", path=str(source)) from None
    except IsADirectoryError:
        raise _folder(source) from None
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        if path.is_dir():  # Windows says that access is denied
            raise _folder(source) from None
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadingError(f"This cannot be read: {reason}.", path=str(source)) from None


def _folder(source: str | Path) -> ReadingError:
    return ReadingError("This is a folder.", path=str(source), hint="Name the files in it.")


def files(sources: Iterable[str], suffixes: Collection[str]) -> Iterator[tuple[str, bool]]:
    """The sources with folders replaced by what can be read in them, in order of their names, and whether each
    comes from a folder.

    Hidden files and folders, and links that lead out of the folder, are passed over.
    """
    for source in sources:
        if source == STANDARD_INPUT or is_url(source) or not _is_folder(source):
            yield source, False
            continue
        found = [path for path in _inside(Path(source)) if path.suffix.lower() in suffixes]
        if not found:
            hint = "'quizgen formats' lists what is read."
            raise ReadingError("There is no file in this folder that can be read.", path=source, hint=hint)
        yield from ((str(path), True) for path in found)


def _is_folder(source: str) -> bool:
    try:
        return Path(source).is_dir()
    except (OSError, ValueError):
        return False


def _inside(folder: Path) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReadingError(f"This folder cannot be read: {reason}.", path=str(folder)) from None
    for entry in entries:
        if entry.name.startswith(".") or entry.is_symlink():
            continue
        if entry.is_dir():
            yield from _inside(entry)
        elif entry.is_file():
            yield entry
