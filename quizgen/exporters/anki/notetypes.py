"""The note types, one a type of item, frozen.

Anki ties a learner's cards to the id of the note type and to its list of fields: a field added, renamed or moved
makes it refuse every later update. So ids, names, order and number of fields here never change; new needs take a
spare field. Templates and style may change, with ``CHANGED`` raised on each change, else Anki keeps the old ones.
"""

from __future__ import annotations

import os
from typing import Any

from quizgen import resources
from quizgen.records import ItemType

FIELDS = (
    "Question",
    "Answer",
    "Options",
    "Extra",
    "Source sentence",
    "Source title",
    "Source link",
    "Rule",
    "Key",
    "Typed",
    "Spare1",
    "Spare2",
    "Spare3",
)
"""Of every kind, in this order; only a cloze calls the first one Text."""
CLOZE_FIELDS = ("Text", *FIELDS[1:])

NOTE_TYPES = {
    ItemType.SHORT: (1_502_689_317, "quizgen short"),
    ItemType.CHOICE: (1_846_031_729, "quizgen choice"),
    ItemType.CLOZE: (1_271_905_543, "quizgen cloze"),
    ItemType.TRUE_FALSE: (2_033_417_861, "quizgen true or false"),
    ItemType.MATCHING: (1_640_275_983, "quizgen matching"),
    ItemType.ORDERING: (1_953_806_241, "quizgen ordering"),
}
"""Id and name."""

CHANGED = 1_795_480_554
"""Seconds since 1970 at which the templates or the style that ship last changed."""


def fields(kind: ItemType) -> tuple[str, ...]:
    return CLOZE_FIELDS if kind is ItemType.CLOZE else FIELDS


def note_type(kind: ItemType) -> Any:
    """The genanki model, with the user's templates where there are any."""
    import genanki

    model_id, name = NOTE_TYPES[kind]
    template = {"name": "Card 1", "qfmt": _read(f"{kind}.front.html"), "afmt": _read(f"{kind}.back.html")}
    return genanki.Model(
        model_id,
        name,
        fields=[{"name": field} for field in fields(kind)],
        templates=[template],
        css=_read("style.css"),
        model_type=genanki.Model.CLOZE if kind is ItemType.CLOZE else genanki.Model.FRONT_BACK,
    )


def changed() -> int:
    """When the templates last changed, the user's own included."""
    own = resources.user("anki")
    times = [int(os.stat(path).st_mtime) for path in sorted(own.iterdir())] if own else []
    return max(CHANGED, *times, 0)


def _read(name: str) -> str:
    return resources.find(f"anki/{name}").read_text(encoding="utf8")
