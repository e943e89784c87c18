"""The database of the history: SQLite in the user's data folder. One answer is one transaction.

A write-ahead log lets two rounds write at once, and whatever was committed survives a kill at any moment.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from quizgen import resources
from quizgen.errors import HistoryError

VERSION = 1
NAME = "history.db"
_WAIT = 20
"""Seconds to wait for another round to finish its writing."""
_SCHEMA = """
CREATE TABLE items (
    id TEXT PRIMARY KEY,        -- of the item in its quiz: it survives edits
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    title TEXT NOT NULL,        -- of the quiz
    sibling TEXT NOT NULL,      -- items that tell each other's answer have the same
    card TEXT,                  -- the state of the schedule as JSON, NULL: not learned yet
    due TEXT                    -- a moment, as in answers.at
);
CREATE INDEX items_due ON items (due);
CREATE TABLE answers (
    number INTEGER PRIMARY KEY,
    round TEXT NOT NULL,
    place INTEGER NOT NULL,     -- of the question in its round, from 1 on
    item TEXT NOT NULL,
    at TEXT NOT NULL,           -- 2026-11-26T13:45:00.000Z
    mark TEXT NOT NULL,         -- right, close, wrong or skipped
    given TEXT NOT NULL,
    hints INTEGER NOT NULL,
    seconds REAL NOT NULL,
    scheduled INTEGER NOT NULL, -- 0: crammed
    was TEXT,                   -- the card before this answer, NULL: it was new, or nothing was scheduled
    UNIQUE (round, place)
);
CREATE INDEX answers_item ON answers (item);
CREATE INDEX answers_at ON answers (at);
CREATE TABLE rounds (
    id TEXT PRIMARY KEY,
    begun TEXT NOT NULL,
    sources TEXT NOT NULL,      -- JSON: the files, as absolute paths
    items TEXT NOT NULL,        -- JSON: ids in the order of the round
    seed INTEGER,               -- of the order of options, NULL: as in the quiz
    scheduled INTEGER NOT NULL,
    finished INTEGER NOT NULL DEFAULT 0
);
"""


def path() -> Path:
    return resources.data_folder() / NAME


@contextlib.contextmanager
def told(file: Path) -> Iterator[None]:
    """Faults of the database as one sentence."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise HistoryError(
            f"The history cannot be used: {_reason(error)}.", path=str(file), hint=_hint(error)
        ) from error


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return (error.strerror or str(error)).lower()
    return " ".join(str(error).split()).rstrip(".")


def _hint(error: Exception) -> str:
    words = str(error)
    if "full" in words or "No space" in words:
        return "Make room on the disk."
    if "malformed" in words or "not a database" in words:
        return "Move this file away to begin anew."
    if "locked" in words:
        return "Another program holds it; close that one."
    return "Choose another folder with QUIZGEN_DATA."


def connect(file: Path) -> sqlite3.Connection:
    """The database, made where it is not there yet. Raises HistoryError."""
    with told(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(file, timeout=_WAIT, isolation_level=None)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.row_factory = sqlite3.Row
        _build(connection, file)
    return connection


def _build(connection: sqlite3.Connection, file: Path) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        hint = "Install a newer quizgen, or choose another folder with QUIZGEN_DATA."
        raise HistoryError("This history was written by a newer quizgen.", path=str(file), hint=hint)
    if version == VERSION:
        return
    with transaction(connection):
        # Another process may have built it while this one waited.
        if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
            for statement in filter(str.strip, _SCHEMA.split(";")):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {VERSION}")


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing, and nobody else writes meanwhile."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
