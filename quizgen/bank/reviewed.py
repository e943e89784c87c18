"""The files of a review: the bank, guarded against other writers, and what was looked at, beside the user's data."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path

from quizgen import bank as banks
from quizgen.errors import BankError, ExportError
from quizgen.files import write_whole
from quizgen.records import ItemBank
from quizgen.resources import data_folder


class BankFile:
    """A bank that is saved again and again, as long as nobody else changes it."""

    def __init__(self, path: str) -> None:
        """Reads the bank. Raises BankError with file and line."""
        self.path = path
        self._known = _digest(path)  # before it is read: a change in between must not be taken for what was read
        self.bank = banks.load(path)

    def save(self, bank: ItemBank) -> None:
        """Raises BankError, and writes nothing, where the file is no longer what was read or written here last."""
        if _digest(self.path) != self._known:
            hint = "Nothing was written over it: run quizgen review again."
            raise BankError("Someone else has changed it in the meantime.", path=self.path, hint=hint)
        banks.save(bank, self.path)
        self._known = _digest(self.path)


def _digest(path: str) -> str:
    """Of the bytes of a file: times alone may be equal for two changes of one second."""
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return ""


def recall(path: str) -> dict[str, str]:
    """What was looked at in the bank at ``path``: fingerprints by id. Empty where nothing readable is kept."""
    try:
        items = json.loads(_place(path).read_text("utf8"))["items"]
        return {str(key): str(value) for key, value in items.items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}


def remember(path: str, seen: Mapping[str, str]) -> None:
    """Keeps what was looked at. Raises ExportError where the user's data cannot be written."""
    place = _place(path)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        hint = "QUIZGEN_DATA names another folder for it."
        raise ExportError("What was reviewed cannot be kept there.", path=str(place.parent), hint=hint) from error
    told = {"bank": os.path.realpath(path), "items": dict(sorted(seen.items()))}
    write_whole(place, (json.dumps(told, indent=1) + "\n").encode("ascii"))


def _place(path: str) -> Path:
    name = os.path.realpath(path).encode("utf8", "surrogateescape")
    return data_folder() / "reviewed" / f"{hashlib.sha256(name).hexdigest()[:16]}.json"
