"""Quizlet: a card a line, the term, a tab, the definition. Options and sides stand in the term."""

from __future__ import annotations

from quizgen.exporters import wording
from quizgen.exporters.formats import Format
from quizgen.exporters.markup import plain
from quizgen.records import Item, ItemBank


def to_quizlet(bank: ItemBank) -> bytes:
    """For *Import from Word, Excel, Google Docs, etc.*, with tab and new line as they are set there."""
    return "".join(f"{_term(item)}\t{_definition(item)}\n" for item in bank).encode("utf8")


def _term(item: Item) -> str:
    return " ".join([wording.asked(item), *wording.points(item)])


def _definition(item: Item) -> str:
    return "; ".join(map(plain, item.answer_lines))


FORMAT = Format(
    "quizlet",
    (".quizlet.txt",),
    "terms and definitions for Quizlet",
    to_quizlet,
    lacks=wording.lacks,
    holds="all types",
)
