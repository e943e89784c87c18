"""The notes of a deck that was written before."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import zipfile
from pathlib import Path
from typing import NamedTuple

COLLECTION = "collection.anki2"
"""The file in the package that holds the notes."""


class Kept(NamedTuple):
    """What a deck holds of one note."""

    modified: int
    """Seconds since 1970."""
    fields: str
    """As Anki keeps them, joined by U+001F."""
    tags: str
    """Joined by spaces, with one at each end."""
    note_type: int


def notes(path: str | os.PathLike[str] | None) -> dict[str, Kept]:
    """By guid; nothing where there is no deck, or a file that is none."""
    if path is None or not Path(path).is_file():
        return {}
    try:
        with zipfile.ZipFile(path) as archive:
            return _notes(archive.read(COLLECTION))
    except (OSError, KeyError, zipfile.BadZipFile, sqlite3.DatabaseError):
        return {}


def _notes(database: bytes) -> dict[str, Kept]:
    with tempfile.TemporaryDirectory(prefix="quizgen") as folder:
        file = Path(folder, COLLECTION)
        file.write_bytes(database)
        connection = sqlite3.connect(file)
        try:
            rows = connection.execute("SELECT guid, mod, flds, tags, mid FROM notes ORDER BY id").fetchall()
        finally:
            connection.close()
    return {guid: Kept(*rest) for guid, *rest in rows}
