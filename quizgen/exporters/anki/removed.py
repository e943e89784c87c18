"""Notes that an earlier deck had and a new one lacks: they stay with the learner, who can find them with a search."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.exporters import anki
from quizgen.exporters.anki import earlier, notetypes
from quizgen.exporters.anki.earlier import Kept
from quizgen.records import ItemBank

MOST = 40
"""More notes than these are not written out one by one."""
_ARTICLE = "quizgen::article::"
_KEY = notetypes.FIELDS.index("Key")
_NAMES = dict(notetypes.NOTE_TYPES.values())


@dataclass(frozen=True, slots=True)
class Removed:
    """What a later deck no longer has."""

    keys: tuple[str, ...]
    """Of the notes, as they stand in the field Key: the ids of their items."""
    search: str
    """What to type into Anki's browser to see them. Empty when there are none."""
    found: int
    """How many of them the search finds: all, or the first ``MOST``."""


def removed(path: str | os.PathLike[str] | None, bank: ItemBank) -> Removed:
    """Compare the deck at ``path``, if there is one, with what the bank would put in its place."""
    old = earlier.notes(path)
    still = {anki.guid(item) for item in bank}
    gone = [note for guid, note in old.items() if guid not in still and note.note_type in _NAMES]
    keys = tuple(map(_key, gone))
    if len(gone) > MOST:
        tags = _articles(gone)
        kept = [note for guid, note in old.items() if guid in still]
        if tags and not tags & (_articles(kept) | anki.article_tags(bank)):
            return Removed(keys, " OR ".join(f'"tag:{_literal(tag)}"' for tag in sorted(tags)), len(gone))
    shared = {_key(note) for guid, note in old.items() if guid in still} | {item.id for item in bank}
    search = " OR ".join(_search(note, shared) for note in gone[:MOST])
    return Removed(keys, search, min(len(gone), MOST))


def told(path: str | os.PathLike[str], removed: Removed) -> Iterator[str]:
    """For people: how many notes remain, and how to find them."""
    count = len(removed.keys)
    if not count:
        return
    notes, remain = ("note", "remains") if count == 1 else ("notes", "remain")
    yield f"{count} {notes} of the earlier {path} {remain} in the collection of whoever imported it: Anki deletes none."
    which = "it" if count == 1 else "them" if removed.found == count else f"the first {removed.found} of them"
    yield f"To find {which}, search in Anki's browser for:  {removed.search}"


def _key(note: Kept) -> str:
    return note.fields.split("\x1f")[_KEY]


def _search(note: Kept, shared: set[str]) -> str:
    """Finds one note; where an item lives on as a note of another type, that one is told apart by its note type."""
    key = f'"Key:{_literal(_key(note))}"'
    return f'({key} "note:{_NAMES[note.note_type]}")' if _key(note) in shared else key


def _articles(notes: list[Kept]) -> set[str]:
    return {tag for note in notes for tag in note.tags.split() if tag.startswith(_ARTICLE)}


def _literal(text: str) -> str:
    """Inside double quotes of an Anki search: no wildcard, no end of the quotes, no second colon."""
    return re.sub(r'[\\"*_:]', lambda match: f"\\{match[0]}", text)
