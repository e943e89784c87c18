"""Where the user wants items written: checked before any work starts, written all or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizgen import exporters
from quizgen.cli.options import ALL
from quizgen.errors import ExportError
from quizgen.records import Document, ItemBank

if TYPE_CHECKING:
    from quizgen.exporters.anki.removed import Removed

UNITS = {"anki": "notes", "html": "questions"}
"""What a format calls an item; *items* otherwise."""
_LONG = 200
"""Words of an article that a whole sheet might be expected of."""


def check(paths: Sequence[Path], sources: Sequence[str] = ()) -> None:
    """Look at every output before any work is done.

    Raises:
        ExportError: a suffix that no format has, a folder in the place of the file, a folder that cannot be written,
            an article that would be overwritten.
    """
    for path in paths:
        exporters.format_for(path)
        if path.is_dir():
            raise ExportError("This is a folder.", path=str(path), hint="Name a file in it.")
        folder = next(parent for parent in path.absolute().parents if parent.exists())
        if not folder.is_dir():
            raise ExportError(f"{folder} is a file, not a folder.", path=str(path))
        if not os.access(folder, os.W_OK | os.X_OK):
            raise ExportError(f"The folder {folder} may not be written to.", path=str(path), hint="Choose another one.")
        if any(_same(path, source) for source in sources):
            raise ExportError("This is what the quiz is to be made of.", path=str(path), hint="Name another file.")
    twice = next((path for path in paths if paths.count(path) > 1), None)
    if twice:
        raise ExportError("This file is named twice.", path=str(twice))


def _same(path: Path, source: str) -> bool:
    """Whether the output is a file that is read."""
    return source != "-" and path.exists() and Path(source).exists() and path.samefile(source)


def quiz_at(paths: Sequence[Path], sources: Sequence[str]) -> Path | None:
    """The first output that is a quiz and is there already, when all sources are articles: it is made again."""
    from quizgen import pipeline

    if any(source != "-" and pipeline.is_bank(source) for source in sources):
        return None
    quizzes = (p for p in paths if exporters.format_for(p).name in ("yaml", "json") and p.is_file())
    return next((path for path in quizzes if path.stat().st_size), None)


def write(bank: ItemBank, paths: Sequence[Path], **options: Any) -> list[Removed]:
    """Write the bank to every path; missing folders are made. When one format fails, no file is touched.

    Options: those of ``exporters.export``; each format takes its own.

    Returns, path by path, what was in a deck there before and is no longer.
    """
    from quizgen.exporters.anki.removed import removed

    decks = [path if exporters.format_for(path).name == "anki" else None for path in paths]
    gone = [removed(path, bank) for path in decks]
    with contextlib.ExitStack() as stack:
        made = [(path, stack.enter_context(_beside(path)) / path.name) for path in paths]
        for path, prepared in made:
            exporters.export(bank, prepared, earlier=path, **options)
        for path, prepared in made:
            _put(prepared, path)
    return gone


def put(path: Path, data: bytes) -> None:
    """Write one file whole; missing folders are made."""
    with _beside(path) as folder:
        prepared = folder / path.name
        prepared.write_bytes(data)
        _put(prepared, path)


@contextlib.contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A folder on the same disk as ``path``, gone afterwards."""
    parent = _real(path).parent
    try:
        parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".quizgen-", dir=parent) as folder:
            yield Path(folder)
    except OSError as error:
        raise ExportError(f"This cannot be written: {error.strerror}.", path=str(path)) from error


def _put(prepared: Path, path: Path) -> None:
    """Move a finished file to its place; a link there stays one, and an older file hands its permissions on."""
    target = _real(path)
    if target.exists():
        shutil.copymode(target, prepared)
    os.replace(prepared, target)


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def told(bank: ItemBank, paths: Sequence[Path], gone: Sequence[Removed] = ()) -> Iterator[str]:
    """A line for each file that was written, the items that its format cannot hold, and what a deck no longer has."""
    from quizgen.exporters.anki import removed

    names = [str(path) for path in paths]
    width = max(map(len, names), default=0)
    for path, name in zip(paths, names, strict=True):
        unit = UNITS.get(exporters.format_for(path).name, "items")
        missing = exporters.left_out(bank, path)
        count = len(bank) - len(missing)
        yield f"{name:<{width}}  {count} {unit if count != 1 else unit[:-1]}"
        for item, why in missing:
            yield f"    left out, {why}: {item.question}"
    for path, former in zip(paths, gone, strict=False):
        yield from removed.told(path, former)


def few(bank: ItemBank, articles: Sequence[Document], items: int | None) -> Iterator[str]:
    """Where a sheet is much shorter than it may be, why, and how to get more. ``items``: as the user gave it."""
    from quizgen.pipeline import DEFAULT_LIMIT

    limit = items or DEFAULT_LIMIT
    long = [article for article in articles if not article.rows and len(article.text.split()) >= _LONG]
    if items == ALL or not long or 2 * len(bank) >= limit * len(articles):
        return
    count = "1 is" if len(bank) == 1 else f"{len(bank)} are"
    yield f"Of all that can be asked, {count} good enough for a sheet. '--items all' gives the others to choose from."


def next_steps(paths: Sequence[Path]) -> Iterator[str]:
    """What to do with what was made: how to play it, how to bring it into Anki."""
    from quizgen import bank, pipeline

    quizzes = (path for path in paths if path.suffix.casefold() != bank.DECK and pipeline.is_bank(path))
    playable = next(map(str, quizzes), None)
    if playable:
        yield f"Play it here:  quizgen play {_quoted(playable)}"
    deck = next((str(path) for path in paths if exporters.format_for(path).name == "anki"), None)
    if deck:
        yield f"Play it in Anki:  File > Import, then {deck}"


def _quoted(name: str) -> str:
    """As it must be typed; double quotes, which every shell knows."""
    return f'"{name}"' if any(not (c.isalnum() or c in "-_./\\:") for c in name) else name
