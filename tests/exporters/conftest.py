"""The readers that people use: the real Anki and a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from quizgen import bank as banks
from quizgen.records import Item, ItemBank


@pytest.fixture
def danube() -> ItemBank:
    """Eleven items of all four kinds, as a person writes them."""
    return banks.load(Path(__file__).with_name("danube.quiz.yaml"))


# --------------------------------------------------------------------------------------------------------------
# Anki
# --------------------------------------------------------------------------------------------------------------


@dataclass
class Learner:
    """Someone's Anki."""

    collection: Any

    def imports(self, path: Path) -> dict[str, int]:
        """Imports a deck as Anki does by default; how many notes were new, updated, duplicate and conflicting."""
        request = ImportAnkiPackageRequest(package_path=str(path), options=ImportAnkiPackageOptions())
        log = self.collection.import_anki_package(request).log
        self.collection.models._clear_cache()
        counts = {name: len(getattr(log, name)) for name in ("new", "updated", "duplicate", "conflicting")}
        assert log.found_notes == sum(counts.values())
        return {name: count for name, count in counts.items() if count}

    def notes(self, search: str = "") -> list[Any]:
        """In the order in which they are learned."""
        notes = [self.collection.get_note(note) for note in self.collection.find_notes(search)]
        return sorted(notes, key=lambda note: note.cards()[0].due)

    def note(self, item: Item) -> Any:
        (note,) = (note for note in self.notes() if note["Key"] == item.id)
        return note


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    folder = tmp_path / "anki"
    folder.mkdir()
    collection = Collection(str(folder / "collection.anki2"))
    yield Learner(collection)
    collection.close()
