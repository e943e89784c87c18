"""The article on a handout: its paragraphs with numbers, and in which of them a sentence stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from quizgen.exporters.common import clean
from quizgen.exporters.sheet import labels
from quizgen.records import Block, BlockKind, Document, Evidence, Item, Span

_SHOWN = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.ROW)
"""What is numbered. Headings are shown without a number; code, tables and captions are not read from, nor shown."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    number: int
    """From 1 on; 0 for a heading."""
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """One article."""

    title: str
    day: str
    paragraphs: tuple[Paragraph, ...]


def texts(documents: Sequence[Document], words: dict[str, Any]) -> tuple[Text, ...]:
    return tuple(_text(document, words) for document in documents)


def _text(document: Document, words: dict[str, Any]) -> Text:
    paragraphs = []
    number = 0
    for block in _blocks(document):
        text = " ".join(clean(document.text[block.span.start : block.span.end]).split())
        number += block.kind in _SHOWN
        if text and (block.kind in _SHOWN or block.kind is BlockKind.HEADING):
            paragraphs.append(Paragraph(number if block.kind in _SHOWN else 0, text))
    day = labels.day(document.date, words) if document.date else ""
    return Text(clean(document.title), day, tuple(paragraphs))


def _blocks(document: Document) -> tuple[Block, ...]:
    """The document's own, else its paragraphs."""
    if document.blocks:
        return document.blocks
    found = re.finditer(r"\S(?:.|\n(?!\s*\n))*", document.text)
    return tuple(Block(BlockKind.PARAGRAPH, Span(*match.span())) for match in found)


class Places:
    """Tells where in its article the sentence of an item stands."""

    def __init__(self, documents: Sequence[Document], words: dict[str, Any]) -> None:
        self._documents = {document.key: document for document in documents}
        self._starts = {key: self._numbered(document) for key, document in self._documents.items()}
        self._words = words

    @staticmethod
    def _numbered(document: Document) -> tuple[Span, ...]:
        return tuple(block.span for block in _blocks(document) if block.kind in _SHOWN)

    def of(self, item: Item) -> str:
        """*Paragraph 3*, with the title of the article where there are several; of a sentence that does not stand
        there any more, nothing."""
        document = self._documents.get(item.document)
        numbers = sorted({number for one in _evidence(item) if (number := self._number(document, one))})
        if document is None or not numbers:
            return ""
        label = self._words["paragraph" if len(numbers) == 1 else "paragraphs"]
        place = str(label).replace("{}", ", ".join(map(str, numbers)))
        return f"{clean(document.title)}, {place}" if len(self._documents) > 1 and document.title else place

    def _number(self, document: Document | None, evidence: Evidence) -> int:
        if document is None or not evidence.text or document.text[evidence.start : evidence.end] != evidence.text:
            return 0
        spans = self._starts[document.key]
        return next((n for n, span in enumerate(spans, start=1) if span.start <= evidence.start < span.end), 0)


def _evidence(item: Item) -> tuple[Evidence, ...]:
    return tuple(part.evidence for part in item.parts) or (item.evidence,)
