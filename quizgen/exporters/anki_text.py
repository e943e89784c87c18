"""Anki's text import: notes of the type *Basic*, with headers that say what is what; for other flashcard programs too.

The guid is another than that of a deck (``.apkg``): these notes have another type, and Anki never changes one.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from quizgen.exporters import anki, wording
from quizgen.exporters.anki import text
from quizgen.exporters.common import check_ids, web_link
from quizgen.exporters.formats import Format
from quizgen.records import Item, ItemBank, ItemType, digest


def to_text(bank: ItemBank, *, deck: str | None = None) -> bytes:
    """Guid, front, back and tags, parted by tabs. ``deck``: another name than that of the title."""
    check_ids(bank)
    name = anki.deck_name(deck) if deck else anki.deck_name(bank.title.replace("::", ": "))
    headers = ("separator:tab", "html:true", "notetype:Basic", f"deck:{name}", "guid column:1", "tags column:4")
    file = io.StringIO(newline="")
    file.writelines(f"#{header}\n" for header in headers)
    writer = csv.writer(file, delimiter="\t", lineterminator="\n")
    for item in bank:
        guid = digest("anki text", item.id, item.type)
        writer.writerow([guid, _front(item), _back(bank, item), " ".join(anki.tags(bank, item))])
    return file.getvalue().encode("utf8")


def _front(item: Item) -> str:
    asked = text.field(wording.asked(item))
    if item.parts:
        return asked + text.lettered(item)
    return asked + text.options(item) if item.type is ItemType.CHOICE else asked


def _back(bank: ItemBank, item: Item) -> str:
    return "<br>".join(line for line in _back_lines(bank, item) if line)


def _back_lines(bank: ItemBank, item: Item) -> Iterator[str]:
    yield text.solution(item) if item.parts else text.field(item.answer)
    yield f"Also right: {text.field('; '.join(item.accept))}" if item.accept else ""
    yield text.field(item.explanation)
    yield text.sentence(item)
    source = bank.source_of(item)
    link = text.field(web_link(source.link)) if source else ""
    title = text.field(source.title) if source else ""
    yield f'<a href="{link}">{title or link}</a>' if link else title


FORMAT = Format(
    "anki-text",
    (".anki.txt",),
    "notes as text, for Anki and others",
    to_text,
    ("deck",),
    lacks=wording.lacks,
    holds="all types",
)
