"""The notes in an .apkg: a zip with a SQLite database, in one of the three forms that Anki has written so far."""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from quizgen.errors import BankError

LARGEST = 512 * 1024 * 1024
"""Bytes of the database when unpacked; more is no deck of cards but an attempt to fill the disk."""
COMPRESSED = "collection.anki21b"
FORMS = (COMPRESSED, "collection.anki21", "collection.anki2")
"""The newest first: beside it Anki puts an old one that holds nothing but the advice to update."""

_CHUNK = 1 << 20
_SEPARATOR = "\x1f"
_AGAIN = "In Anki choose File > Export, Anki Deck Package."


@dataclass(frozen=True, slots=True)
class NoteType:
    name: str
    cloze: bool
    fields: tuple[str, ...]
    templates: tuple[tuple[str, str], ...]
    """Front and back of each card."""


@dataclass(frozen=True, slots=True)
class Note:
    guid: str
    type: NoteType
    modified: int
    """Seconds since 1970."""
    tags: tuple[str, ...]
    fields: dict[str, str]
    """HTML by name, in the order of the note type."""
    cards: tuple[int, ...]
    """Numbers of its cards from 0 on; of a cloze one less than that of the deletion."""
    deck: str
    """Of its first card; levels are joined by ``::``."""


def read(path: str | os.PathLike[str]) -> list[Note]:
    """The notes in the order in which they were made. Media are not looked at.

    Raises:
        BankError: the file is no deck, is damaged, is too big, or is compressed and zstandard is not installed.
    """
    try:
        with _database(Path(path)) as database:
            return list(_notes(database))
    except BankError as error:
        raise BankError(error.message, path=str(path), hint=error.hint) from error
    except OSError as error:
        hint = "Check the name." if isinstance(error, FileNotFoundError) else ""
        raise BankError(f"{(error.strerror or 'cannot be read').capitalize()}.", path=str(path), hint=hint) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as error:
        message = "It is no Anki deck, or only a part of one."
        raise BankError(message, path=str(path), hint=_AGAIN) from error
    except (sqlite3.Error, LookupError, TypeError, ValueError, AttributeError) as error:
        message = "The collection in this Anki deck is damaged."
        raise BankError(message, path=str(path), hint=f"Export it again: {_AGAIN}") from error


# --------------------------------------------------------------------------------------------------------------
# The file
# --------------------------------------------------------------------------------------------------------------


@contextlib.contextmanager
def _database(path: Path) -> Iterator[sqlite3.Connection]:
    """The database, unpacked for as long as it is needed."""
    with tempfile.TemporaryDirectory(prefix="quizgen") as folder:
        file = Path(folder, "collection")
        with zipfile.ZipFile(path) as archive:
            name = next((form for form in FORMS if form in archive.namelist()), None)
            if name is None:
                raise BankError("There is no collection of Anki in it.", hint=_AGAIN)
            with archive.open(name) as packed:
                _unpack(packed, file, name == COMPRESSED)
        connection = sqlite3.connect(file)
        connection.text_factory = lambda data: data.decode("utf8", "replace")
        try:
            yield connection
        finally:
            connection.close()


def _unpack(packed: IO[bytes], file: Path, compressed: bool) -> None:
    if not compressed:
        _copy(packed, file)
        return
    zstandard = _zstandard()
    try:
        with zstandard.ZstdDecompressor().stream_reader(packed, closefd=False, read_across_frames=True) as stream:
            _copy(stream, file)
    except zstandard.ZstdError as error:
        raise zipfile.BadZipFile(str(error)) from error


def _zstandard() -> Any:
    try:
        return importlib.import_module("zstandard")
    except ImportError:
        hint = (
            "Install it with: pip install 'quizgen[apkg]', or tick \"Support older Anki versions\" when Anki exports."
        )
        raise BankError("To read decks of newer Ankis the package zstandard is needed.", hint=hint) from None


def _copy(stream: Any, file: Path) -> None:
    size = 0
    with file.open("wb") as target:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > LARGEST:
                message = f"The collection in this deck is bigger than {LARGEST >> 20} MB."
                raise BankError(message, hint="Export a part of it from Anki.")
            target.write(chunk)


# --------------------------------------------------------------------------------------------------------------
# The database
# --------------------------------------------------------------------------------------------------------------


def _notes(database: sqlite3.Connection) -> Iterator[Note]:
    tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    newer = "notetypes" in tables
    types = _types_in_tables(database) if newer else _types_in_json(database)
    decks = _decks_in_table(database) if newer else _decks_in_json(database)
    cards: dict[int, list[tuple[int, int]]] = {}
    for note, number, deck in database.execute("SELECT nid, ord, CASE odid WHEN 0 THEN did ELSE odid END FROM cards"):
        cards.setdefault(note, []).append((number, deck))
    for id, guid, type_id, modified, tags, values in database.execute(
        "SELECT id, guid, mid, mod, tags, flds FROM notes ORDER BY id"
    ):
        mine = sorted(cards.get(id, ()))
        yield Note(
            guid=str(guid),
            type=types[type_id],
            modified=int(modified),
            tags=tuple(str(tags).split()),
            fields=dict(zip(types[type_id].fields, str(values).split(_SEPARATOR), strict=False)),
            cards=tuple(number for number, _ in mine),
            deck=decks.get(mine[0][1], "") if mine else "",
        )


def _types_in_json(database: sqlite3.Connection) -> dict[int, NoteType]:
    (models,) = database.execute("SELECT models FROM col").fetchone()
    return {
        int(id): NoteType(
            str(model["name"]),
            model["type"] == 1,
            tuple(str(field["name"]) for field in sorted(model["flds"], key=_place)),
            tuple((str(side["qfmt"]), str(side["afmt"])) for side in sorted(model["tmpls"], key=_place)),
        )
        for id, model in json.loads(models).items()
    }


def _place(part: dict[str, Any]) -> int:
    return int(part["ord"])


def _decks_in_json(database: sqlite3.Connection) -> dict[int, str]:
    (decks,) = database.execute("SELECT decks FROM col").fetchone()
    return {int(id): str(deck["name"]) for id, deck in json.loads(decks).items()}


def _types_in_tables(database: sqlite3.Connection) -> dict[int, NoteType]:
    # Sorted here: the database compares names in a way that only Anki knows.
    fields = sorted(database.execute("SELECT ntid, ord, name FROM fields"))
    templates = sorted(database.execute("SELECT ntid, ord, config FROM templates"))
    return {
        id: NoteType(
            name,
            _messages(config)[:1] == [(1, b"\x01")],
            tuple(field for owner, _, field in fields if owner == id),
            tuple(_sides(template) for owner, _, template in templates if owner == id),
        )
        for id, name, config in database.execute("SELECT id, name, config FROM notetypes")
    }


def _decks_in_table(database: sqlite3.Connection) -> dict[int, str]:
    rows = database.execute("SELECT id, name FROM decks")
    return {id: name.replace(_SEPARATOR, "::") for id, name in rows}


def _sides(config: bytes) -> tuple[str, str]:
    """The templates of front and back, which are the first two fields of the message."""
    fields = dict(reversed(_messages(config)))
    return fields.get(1, b"").decode("utf8", "replace"), fields.get(2, b"").decode("utf8", "replace")


def _messages(config: bytes) -> list[tuple[int, bytes]]:
    """The first fields of a protobuf message with their numbers: small numbers and byte strings, up to another kind.

    https://protobuf.dev/programming-guides/encoding/
    """
    found = []
    at = 0
    while at + 1 < len(config) and config[at] & 7 in (0, 2):
        number, kind = config[at] >> 3, config[at] & 7
        value, after = _varint(config, at + 1)
        at = after + value if kind == 2 else after
        found.append((number, config[after:at] if kind == 2 else bytes([value & 255])))
    return found


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number in groups of seven bits, the lowest first; and where the next thing begins."""
    value = shift = 0
    while True:
        value |= (data[at] & 127) << shift
        shift += 7
        at += 1
        if data[at - 1] < 128:
            return value, at
