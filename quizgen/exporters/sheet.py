"""A sheet to print: questions by kind, then the answer key on a page of its own. One file, nothing from outside.

The looks are templates in ``templates/html``; a user's ``html`` folder goes before it, file by file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quizgen import resources
from quizgen.errors import ExportError
from quizgen.exporters import templates
from quizgen.exporters.common import LETTERS, clean, letter, letters, marked, sentences
from quizgen.records import BLANK, Item, ItemBank, ItemType, Source, replace

PAPERS = ("a4", "letter")
_ORDER = (
    ItemType.CHOICE,
    ItemType.TRUE_FALSE,
    ItemType.MATCHING,
    ItemType.ORDERING,
    ItemType.CLOZE,
    ItemType.SHORT,
)
"""Of the sections: what needs no writing first."""
_TWO_COLUMNS = 36
"""Longest option, in characters, of a list that stands in two columns."""
_ONE_LINE = 45
"""Longest answer, in characters, for which one line to write on is enough; handwriting runs wide."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An item as the templates see it."""

    number: int
    item: Item
    answer: str
    """As the key gives it: True and False in the words of the sheet."""
    also: tuple[str, ...]
    """Other answers that are right, where one writes an answer."""
    letter: str
    """Of the right option; empty where there are none."""
    marked: tuple[str, str, str]
    """The source sentence before the answer, the answer, the rest."""
    parts: tuple[str, ...]
    """The question cut at its gaps."""
    wide: bool
    """Whether its options need the whole width."""
    lines: int
    """To write on."""
    letters: tuple[str, ...]
    """Of what has parts: the letter of each, in the order of the answer."""
    sentences: tuple[str, ...]
    """Of what has parts: the sentences that they rest on."""

    @property
    def points(self) -> int:
        """One for each part, one for all that has none."""
        return len(self.item.parts) or 1


@dataclass(frozen=True, slots=True)
class Section:
    kind: str
    entries: tuple[Entry, ...]


def to_html(bank: ItemBank, *, paper: str | None = None) -> bytes:
    """The bank as one HTML page. ``paper``: a4 or letter; without it the printer's own paper is used."""
    if paper is not None and paper not in PAPERS:
        raise ExportError(f'"{paper}" is no paper that is known.', hint=f"Use one of {', '.join(PAPERS)}.")
    labels = _labels(bank.language)
    sections = _sections(bank, labels)
    page = templates.render(
        "sheet.html.j2",
        title=clean(bank.title) or labels["key"],
        subtitle=_subtitle(bank, labels),
        language=bank.language,
        labels=labels,
        letters=LETTERS,
        paper=paper,
        total=len(bank),
        points=sum(entry.points for section in sections for entry in section.entries),
        sections=sections,
    )
    return page.encode("utf8")


def _sections(bank: ItemBank, labels: dict[str, Any]) -> tuple[Section, ...]:
    """Items by kind, each kind in the order of the bank, numbered through the whole sheet."""
    sections: list[Section] = []
    number = 1
    for kind in _ORDER:
        items = [_printable(item) for item in bank if item.type is kind]
        entries = tuple(_entry(item, number + n, labels) for n, item in enumerate(items))
        number += len(entries)
        if entries:
            sections.append(Section(str(kind), entries))
    return tuple(sections)


def _printable(item: Item) -> Item:
    wrong = tuple(replace(d, text=clean(d.text)) for d in item.distractors)
    parts = tuple(replace(part, text=clean(part.text), match=clean(part.match)) for part in item.parts)
    texts = {name: clean(getattr(item, name)) for name in ("question", "answer", "explanation")}
    return replace(item, distractors=wrong, accept=tuple(map(clean, item.accept)), parts=parts, **texts)


def _entry(item: Item, number: int, labels: dict[str, Any]) -> Entry:
    choice = item.type is ItemType.CHOICE
    before, answer, after = map(clean, marked(item))
    return Entry(
        number=number,
        item=item,
        answer=labels[item.answer.lower()] if item.type is ItemType.TRUE_FALSE else item.answer,
        also=item.accept if item.type in (ItemType.SHORT, ItemType.CLOZE) else (),
        letter=letter(item) if choice else "",
        marked=(before, answer, after),
        parts=tuple(item.question.split(BLANK)),
        wide=choice and max(map(len, item.options)) > _TWO_COLUMNS,
        lines=min(3, 1 + len(item.answer) // _ONE_LINE),
        letters=letters(item),
        sentences=tuple(map(clean, sentences(item))),
    )


def _subtitle(bank: ItemBank, labels: dict[str, Any]) -> str:
    """The article and its date, where they say more than the title does."""
    if len(bank.sources) != 1:
        return ""
    source = bank.sources[0]
    title = "" if source.title == bank.title else clean(source.title)
    return ", ".join(part for part in (title, _day(source, labels)) if part)


def _day(source: Source, labels: dict[str, Any]) -> str:
    return f"{source.date.day} {labels['months'][source.date.month - 1]} {source.date.year}" if source.date else ""


def _labels(language: str) -> dict[str, Any]:
    """The words of the sheet in a language; in English where they are not translated."""
    words = _words(resources.builtin("html") / "labels" / "en.yaml")
    code = language.partition("-")[0].lower()
    if not re.fullmatch("[a-z]{2,3}", code):
        code = "en"
    for folder in reversed(resources.folders("html")):
        file = folder / "labels" / f"{code}.yaml"
        if file.is_file():
            words |= _words(file)
    return words


def _words(file: Path) -> dict[str, Any]:
    import yaml

    try:
        words = yaml.load(file.read_text(encoding="utf8"), yaml.BaseLoader)  # every word stays a text, *true* too
    except (OSError, UnicodeError, yaml.YAMLError) as error:
        raise ExportError(f"{' '.join(str(error).split())}.", path=str(file), hint=_LABELS_HINT) from error
    if not isinstance(words, dict) or not all(map(_is_label, words.items())):
        raise ExportError("These are not the words of a sheet.", path=str(file), hint=_LABELS_HINT)
    return words


def _is_label(entry: tuple[Any, Any]) -> bool:
    name, word = entry
    if name == "months":
        return isinstance(word, list) and len(word) == 12 and all(isinstance(month, str) for month in word)
    return isinstance(name, str) and isinstance(word, str)


_LABELS_HINT = (
    "Start from a copy of templates/html/labels/en.yaml, which has a name and a word a line and twelve months."
)
