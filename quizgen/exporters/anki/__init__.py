"""An Anki deck: .apkg, written so that importing it again never costs a learner anything.

What makes Anki recognise a card is its guid, made of the item's id and type. What makes it take over a new version
is a newer modification time, and then it overwrites the learner's own edits of that note. So each note carries the
time at which *its own* content last changed:

- ``item.changed``, where the bank remembers it;
- else ``FIRST``, a fixed moment, the same for every first version, so that the same bank gives the same file;
- where the file that is being replaced holds the note with other content, the time of writing; with the same
  content, the time it has there.
"""

from __future__ import annotations

import calendar
import datetime
import functools
import itertools
import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quizgen.errors import ExportError
from quizgen.exporters import zips
from quizgen.exporters.anki import earlier as earlier_deck
from quizgen.exporters.anki import notetypes, text
from quizgen.exporters.common import check_ids, clean, web_link
from quizgen.records import Item, ItemBank, ItemType, Source, digest

FIRST = calendar.timegm((2020, 1, 1, 0, 0, 0))
"""Modification time of a note that no bank remembers to have changed. Any later change is newer."""


def to_apkg(
    bank: ItemBank, *, deck: str | None = None, typed: bool = False, earlier: str | os.PathLike[str] | None = None
) -> bytes:
    """The bank as a deck named like its title.

    ``deck``: another name, ``A::B`` for deck B inside A. ``typed``: short and cloze cards ask for the answer to be
    typed in. ``earlier``: a deck made before, from which the times of unchanged notes are taken; it need not exist.
    """
    check_ids(bank)
    name = deck_name(deck) if deck else deck_name(bank.title.replace("::", ": "))
    known = earlier_deck.notes(earlier)
    now = int(time.time())
    models = {kind: notetypes.note_type(kind) for kind in ItemType}
    package = _deck(name)
    for position, item in enumerate(bank, start=1):
        note = _note(models[item.type], bank, item, typed)
        note.due, note.modified = position, _modified(note, item, known, now)
        package.add_note(note)
    return _zipped(package)


def guid(item: Item) -> str:
    """What Anki knows the note by. The type is in it: a note never changes its type."""
    return digest("anki", item.id, item.type)


def deck_name(name: str) -> str:
    """The name as Anki keeps it: no quotes, no empty levels."""
    levels = (" ".join(clean(level).replace('"', "").split()) for level in name.split("::"))
    return "::".join(level for level in levels if level) or "Quiz"


def _deck(name: str) -> Any:
    import genanki

    return genanki.Deck((1 << 40) + int(digest("deck", name), 16) % (1 << 40), name)


# --------------------------------------------------------------------------------------------------------------
# Notes
# --------------------------------------------------------------------------------------------------------------


def _note(model: Any, bank: ItemBank, item: Item, typed: bool) -> Any:
    written = contents(bank, item, typed)
    values = [written.get(name, "") for name in notetypes.fields(item.type)]
    if not _visible(item.question) or not _visible(item.answer):
        raise ExportError(f"Item {item.id} has no text that can be seen.", hint="Write its question and its answer.")
    return _note_class()(model=model, fields=values, guid=guid(item), tags=list(tags(bank, item)))


def _visible(string: str) -> bool:
    return string[:1].isalnum() or bool(clean(string).strip())


def contents(bank: ItemBank, item: Item, typed: bool) -> dict[str, str]:
    """Fields by name; what is not here stays empty."""
    title, link = _origin(bank.source_of(item))
    first = {"Text": text.gap(item)} if item.type is ItemType.CLOZE else {"Question": text.field(item.question)}
    return {
        **first,
        "Answer": text.solution(item) if item.parts else text.field(item.answer),
        "Options": _options(item),
        "Extra": text.field(item.explanation),
        "Source sentence": text.sentence(item),
        "Source title": title,
        "Source link": link,
        "Rule": text.field(item.rule),
        "Key": text.field(item.id),
        "Typed": "y" if typed and item.type in (ItemType.SHORT, ItemType.CLOZE) else "",
    }


@functools.lru_cache(maxsize=256)
def _origin(source: Source | None) -> tuple[str, str]:
    """Title and link of the article, the link as title where it has none. Many items share one."""
    link = web_link(source.link) if source else ""
    return text.field((source.title if source else "") or link), text.field(link)


def _options(item: Item) -> str:
    if item.parts:
        return text.lettered(item)
    return text.options(item) if item.type is ItemType.CHOICE else ""


def tags(bank: ItemBank, item: Item) -> Iterator[str]:
    """Under one head, so that they do not mix with the learner's own."""
    source = bank.source_of(item)
    title = (source.title if source else "") or bank.title
    yield from _own_tags(title, item.type, item.difficulty, item.rule)
    yield from filter(None, map(text.tag, item.tags))


def article_tags(bank: ItemBank) -> set[str]:
    """The tags that tell which article a note is of."""
    return {tag for item in bank for tag in tags(bank, item) if tag.startswith("quizgen::article::")}


@functools.lru_cache(maxsize=1024)
def _own_tags(title: str, kind: str, difficulty: str, rule: str) -> tuple[str, ...]:
    levels = (("article", title), ("type", kind), ("difficulty", difficulty), ("rule", rule))
    return tuple(text.tag("quizgen", level, value) for level, value in levels if text.tag(value))


@functools.cache
def _note_class() -> Any:
    """A genanki note with a modification time of its own."""
    import genanki

    class Note(genanki.Note):  # type: ignore[misc]
        modified = FIRST

        @property
        def cards(self) -> Any:
            """They are read once: genanki's cached property costs more than it saves."""
            cloze = self.model.model_type == genanki.Model.CLOZE
            return self._cloze_cards() if cloze else self._front_back_cards()

        def write_to_db(self, cursor: Any, timestamp: float, deck_id: int, id_gen: Any) -> None:
            super().write_to_db(cursor, self.modified, deck_id, id_gen)

        def _check_invalid_html_tags_in_fields(self) -> None:
            """Nothing to warn of: every field is made in ``text``, which escapes what is no markup of its own."""

    return Note


def _modified(note: Any, item: Item, known: dict[str, earlier_deck.Kept], now: int) -> int:
    moment = seconds(item.changed) if item.changed else FIRST
    if note.guid not in known:
        return moment
    before = known[note.guid]
    same = before.fields == note._format_fields() and before.tags == note._format_tags()
    return max(moment, before.modified) if same else max(moment, before.modified + 1, now)


def seconds(moment: str) -> int:
    try:
        return calendar.timegm(datetime.datetime.strptime(moment, "%Y-%m-%dT%H:%M:%SZ").timetuple())
    except ValueError:
        raise ExportError(f'"{moment}" is not a moment.', hint="Write it like 2021-10-06T12:00:00Z.") from None


# --------------------------------------------------------------------------------------------------------------
# The file
# --------------------------------------------------------------------------------------------------------------


def _zipped(deck: Any) -> bytes:
    """A zip whose bytes depend on the deck alone: no time of writing, no name of a machine."""
    import genanki

    with tempfile.TemporaryDirectory(prefix="quizgen") as folder:
        file = Path(folder, earlier_deck.COLLECTION)
        connection = sqlite3.connect(file)
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        ids = itertools.count(FIRST * 1000 + deck.deck_id % (365 * 24 * 3600 * 1000))
        genanki.Package(deck).write_to_db(connection.cursor(), notetypes.changed(), ids)
        connection.commit()
        connection.close()
        database = file.read_bytes()
    return zips.pack([(earlier_deck.COLLECTION, database), ("media", b"{}")])
