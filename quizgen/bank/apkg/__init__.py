"""An Anki deck (.apkg) read back into a bank: one that quizgen made, or one of simple cards that others made.

What quizgen wrote comes back as it was, also after a learner had it in Anki and exported it again. docs/bank.md says
what a deck cannot hold.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizgen.bank.apkg import collection, foreign, own
from quizgen.bank.apkg.collection import Note
from quizgen.records import Document, Item, ItemBank, Source, digest, replace

_UNNAMED = "Default"
"""The deck of what nobody put into a deck."""


@dataclass(frozen=True, slots=True)
class Deck:
    """What was read of a file."""

    bank: ItemBank
    left_out: int = 0
    """How many of its notes gave no item: no text that can be asked or answered, or the same note once more."""


def load(path: str | os.PathLike[str]) -> Deck:
    """Raises BankError where the file is no deck, is damaged or needs a package that is not installed."""
    notes = collection.read(path)
    sources = _Sources()
    items: dict[str, Item] = {}
    left_out = 0
    for note in notes:
        made = {item.id: item for item in _items(note, sources) if item.id not in items}
        items |= made
        left_out += not made
    title = _title([note.deck for note in notes]) or Path(path).stem
    return Deck(ItemBank(title, tuple(items.values()), sources.known), left_out)


def _items(note: Note, sources: _Sources) -> Iterator[Item]:
    kind = own.kind_of(note)
    if kind is None:
        yield from foreign.items(note)
        return
    item = own.item(note, kind)
    if item:
        yield replace(item, document=sources.key(own.source(note)))


class _Sources:
    """The articles of a deck in the order in which its notes name them."""

    def __init__(self) -> None:
        self._keys: dict[Source, str] = {}

    @property
    def known(self) -> tuple[Source, ...]:
        return tuple(replace(source, key=key) for source, key in self._keys.items())

    def key(self, source: Source) -> str:
        """Made of the title, as that of an article is; of the link too, where two share a title."""
        if not source.title and not source.link:
            return ""
        if source not in self._keys:
            key = Document("", title=source.title or source.link).key
            self._keys[source] = digest(key, source.link) if key in self._keys.values() else key
        return self._keys[source]


def _title(decks: Sequence[str]) -> str:
    """The deck that holds all the others, without those that it is in: *Verbs* of ``Spanish::Verbs``."""
    named = sorted({tuple(deck.split("::")) for deck in decks if deck and deck != _UNNAMED})
    if not named:
        return ""
    # What the first and the last in order have in common, all have.
    pairs = zip(named[0], named[-1], strict=False)
    common = list(itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))
    return common[-1][0] if common else ""
