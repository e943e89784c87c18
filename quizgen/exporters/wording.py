"""Items as plain text in one line or a few, for formats that know questions and answers and nothing else."""

from __future__ import annotations

from quizgen.exporters.common import LETTERS, too_many, unseen
from quizgen.exporters.markup import plain
from quizgen.records import Item, ItemType


def asked(item: Item) -> str:
    """The question, without what bears letters; of a statement what is to be done with it."""
    return f"True or false: {plain(item.question)}" if item.type is ItemType.TRUE_FALSE else plain(item.question)


def points(item: Item) -> tuple[str, ...]:
    """What stands below a question: the left sides of a matching with numbers, then whatever bears letters."""
    sides = item.parts if item.type is ItemType.MATCHING else ()
    shown = item.options if item.parts or item.type is ItemType.CHOICE else ()
    return (
        *(f"({number}) {plain(part.text)}" for number, part in enumerate(sides, start=1)),
        *(f"({letter}) {plain(line)}" for letter, line in zip(LETTERS, shown, strict=False)),
    )


def lacks(item: Item) -> str:
    """Why it cannot be put into words: an option without a letter, a text that shows nothing."""
    return too_many(item) or unseen(item)
