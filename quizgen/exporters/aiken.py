"""Aiken: choices as plain text, a question a line, read by Moodle and by many others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.exporters import wording
from quizgen.exporters.common import letter
from quizgen.exporters.formats import Format
from quizgen.exporters.markup import plain
from quizgen.records import Item, ItemBank, ItemType


def to_aiken(bank: ItemBank) -> bytes:
    """The choices of the bank, parted by blank lines."""
    return "\n".join("\n".join(_lines(item)) + "\n" for item in bank).encode("utf8")


def lacks(item: Item) -> str:
    if item.type is not ItemType.CHOICE:
        return "no choice"
    # A line of one sign is passed over by those who read it.
    if re.match(r"[A-Z][.)]\s|ANSWER:|.?\Z", plain(item.question)):
        return "a question that begins like an option"
    return wording.lacks(item)


def _lines(item: Item) -> Iterator[str]:
    yield plain(item.question)
    for point in wording.points(item):
        yield f"{point[1]}. {point[4:]}"
    yield f"ANSWER: {letter(item)}"


FORMAT = Format(
    "aiken",
    (".aiken.txt", ".aiken"),
    "choices as plain text, for Moodle and others",
    to_aiken,
    lacks=lacks,
    holds="choices",
)
