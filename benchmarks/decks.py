"""Measures what a deck costs: the export against plain genanki writing the same fields, and Anki's import of it.

python benchmarks/decks.py [NOTES]        50,000 notes if no number is given; needs the package anki (extra test)
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import genanki

from quizgen import exporters
from quizgen.exporters import anki
from quizgen.exporters.anki import notetypes
from quizgen.records import Distractor, Evidence, Item, ItemBank, ItemType, Source

ROUNDS = 7
KINDS = (ItemType.SHORT, ItemType.CHOICE, ItemType.CLOZE, ItemType.TRUE_FALSE)


def bank_of(count: int) -> ItemBank:
    """Items of four kinds in turn, no two alike, as long as those of a real article."""
    source = Source("0123456789abcdef", "A river through ten countries", link="https://example.org/danube")
    items = tuple(_item(number, source.key) for number in range(count))
    return ItemBank(f"Benchmark of {count}", items, (source,))


def _item(number: int, document: str) -> Item:
    kind, answer = KINDS[number % len(KINDS)], f"the {number}th sea"
    sentence = f"After some {number} kilometres the Danube flows past “town {number}” & into {answer}."
    question = sentence.replace(answer, "_____") if kind is ItemType.CLOZE else f"Which sea is {number} km off?"
    at = sentence.index(answer)
    return Item(
        id=f"{number:016x}",
        type=kind,
        question=question,
        answer="True" if kind is ItemType.TRUE_FALSE else answer,
        distractors=(Distractor("the North Sea"), Distractor("the Baltic Sea")) if kind is ItemType.CHOICE else (),
        evidence=Evidence(sentence, 0, len(sentence), at, at + len(answer)),
        rule="event.where",
        document=document,
        tags=("rivers",),
    )


def plain(rows: list[tuple[int, list[str], list[str]]], models: dict[int, Any], path: Path) -> None:
    """The usual way to write a deck with genanki."""
    deck = genanki.Deck(1_234_567_890, "Plain")
    for model, fields, tags in rows:
        deck.add_note(genanki.Note(model=models[model], fields=fields, tags=tags))
    genanki.Package(deck).write_to_file(str(path))


def rows_of(path: Path) -> list[tuple[int, list[str], list[str]]]:
    """Note type, fields and tags of every note of a deck."""
    import sqlite3
    import zipfile

    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(path) as archive:
        connection = sqlite3.connect(archive.extract("collection.anki2", folder))
        found = connection.execute("SELECT mid, flds, tags FROM notes").fetchall()
        connection.close()
    return [(mid, fields.split("\x1f"), tags.split()) for mid, fields, tags in found]


def seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def imported(path: Path, folder: Path) -> tuple[int, float]:
    """How many notes Anki took, and in how many seconds, into a new collection."""
    from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

    collection = Collection(str(folder / "collection.anki2"))
    request = ImportAnkiPackageRequest(package_path=str(path), options=ImportAnkiPackageOptions())
    took = seconds(lambda: collection.import_anki_package(request))
    count = collection.note_count()
    collection.close()
    return count, took


def row(name: str, value: str) -> None:
    print(f"{name:<44} {value:>14}")


def main() -> None:
    count = int(sys.argv[1]) if sys.argv[1:] else 50_000
    bank = bank_of(count)
    models = {notetypes.NOTE_TYPES[kind][0]: notetypes.note_type(kind) for kind in KINDS}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours, theirs = folder / "quizgen.apkg", folder / "genanki.apkg"
        ours.write_bytes(anki.to_apkg(bank))
        rows = rows_of(ours)
        pairs = []
        for _ in range(ROUNDS):  # one right after the other: noise meets both
            ours.unlink()
            own = seconds(lambda: exporters.export(bank, ours))
            pairs.append((own, seconds(lambda: plain(rows, models, theirs))))
        again = seconds(lambda: exporters.export(bank, ours))
        notes, took = imported(ours, folder)
        row("notes", f"{count:,}")
        row("quizgen, median", f"{statistics.median(own for own, _ in pairs):.2f} s")
        row("genanki, the same fields, median", f"{statistics.median(other for _, other in pairs):.2f} s")
        shares = sorted(a / b for a, b in pairs)
        row("quizgen / genanki, median of rounds", f"{statistics.median(shares):.2f}")
        row("lowest and highest of the rounds", f"{shares[0]:.2f} – {shares[-1]:.2f}")
        row("quizgen over an earlier deck", f"{again:.2f} s")
        row("size, quizgen and genanki", f"{ours.stat().st_size / 1e6:.1f} / {theirs.stat().st_size / 1e6:.1f} MB")
        row(f"import of {notes:,} into Anki", f"{took:.2f} s")


if __name__ == "__main__":
    main()
