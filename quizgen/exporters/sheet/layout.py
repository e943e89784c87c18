"""What stands on a handout, before it is HTML, PDF or Word: its versions, their sections and entries, the key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from quizgen.exporters.common import LETTERS, clean, marked, sentences
from quizgen.exporters.sheet import article, labels
from quizgen.exporters.sheet.article import Text
from quizgen.exporters.sheet.form import Form
from quizgen.exporters.sheet.versions import Shown, version
from quizgen.records import BLANK, Item, ItemBank, ItemType, Part, Source, digest, replace

ORDER = (
    ItemType.CHOICE,
    ItemType.TRUE_FALSE,
    ItemType.MATCHING,
    ItemType.ORDERING,
    ItemType.CLOZE,
    ItemType.SHORT,
)
"""Of the sections: what needs no writing first."""
_TWO_COLUMNS = 36
"""Longest option, in characters, of a list that stands in two columns of the plain form."""
_ONE_LINE = 45
"""Longest answer, in characters, for which one line to write on is enough; handwriting runs wide."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An item as one version of the sheet shows it. Every text can be printed."""

    number: int
    item: Item
    options: tuple[str, ...]
    """What bears letters, in its order."""
    parts: tuple[Part, ...]
    """Of a matching its pairs as they are shown; of an ordering what happened, the earliest first."""
    answer: str
    """As the key gives it: True and False in the words of the sheet."""
    also: tuple[str, ...]
    """Other answers that are right, where one writes an answer."""
    letter: str
    """Of the right option; empty where there are none."""
    letters: tuple[str, ...]
    """Of what has parts: the letter of each, in the order of ``parts``."""
    marked: tuple[str, str, str]
    """The source sentence before the answer, the answer, the rest."""
    sentences: tuple[str, ...]
    """Of what has parts: the sentences that they rest on."""
    place: str
    """Where the sentence stands in the article: *paragraph 3*; empty where that is not known."""
    pieces: tuple[str, ...]
    """The question cut at its gaps."""
    wide: bool
    """Whether its options need the whole width."""
    lines: int
    """To write on."""

    @property
    def points(self) -> int:
        """One for each part, one for all that has none."""
        return len(self.parts) or 1

    @property
    def short_key(self) -> str:
        """What a table of letters says: the letters, or the first letter of True or False; empty where one writes."""
        if self.item.type is ItemType.TRUE_FALSE:
            return self.answer[:1].upper()
        return " ".join(self.letters) or self.letter


@dataclass(frozen=True, slots=True)
class Section:
    """The entries of one type."""

    kind: str
    entries: tuple[Entry, ...]
    bank: tuple[str, ...] = ()
    """The missing words, each once, in alphabetical order, where the form asks for them."""

    @property
    def points(self) -> int:
        return sum(entry.points for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One version."""

    letter: str
    """Empty where there is one version alone."""
    sections: tuple[Section, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(entry for section in self.sections for entry in section.entries)

    @property
    def points(self) -> int:
        return sum(section.points for section in self.sections)


@dataclass(frozen=True, slots=True)
class Handout:
    """All that is printed of one bank."""

    id: str
    title: str
    subtitle: str
    language: str
    labels: dict[str, Any]
    form: Form
    sheets: tuple[Sheet, ...]
    texts: tuple[Text, ...]
    """The articles that are printed before the questions."""

    @property
    def numbers(self) -> dict[str, tuple[Entry, ...]]:
        """By the id of each item, in the order of the first version: its entry in every version."""
        found: dict[str, list[Entry]] = {}
        for sheet in self.sheets:
            for entry in sheet.entries:
                found.setdefault(entry.item.id, []).append(entry)
        return {id: tuple(entries) for id, entries in found.items()}


def handout(bank: ItemBank, form: Form) -> Handout:
    """The bank as it is to be printed. Raises ExportError where the words of a language cannot be read."""
    words = labels.of(form.labels or bank.language)
    places = article.Places(form.articles, words)
    items = [_printable(item) for item in bank]
    sheets = tuple(_sheet(items, number, form, words, places) for number in range(form.versions))
    return Handout(
        id=digest("sheet", bank.title, *(item.id for item in bank)),
        title=clean(bank.title) or words["key"],
        subtitle=_subtitle(bank, words),
        language=bank.language,
        labels=words,
        form=form,
        sheets=sheets,
        texts=article.texts(form.articles, words) if form.with_article else (),
    )


def _sheet(items: Sequence[Item], number: int, form: Form, words: dict[str, Any], places: article.Places) -> Sheet:
    """Items by kind, numbered through the whole sheet."""
    sections: list[Section] = []
    count = 0
    for kind in ORDER:
        shown = version([item for item in items if item.type is kind], number, form.seed)
        entries = tuple(_entry(one, count + n, form, words, places) for n, one in enumerate(shown, start=1))
        count += len(entries)
        if entries:
            sections.append(Section(str(kind), entries, _word_bank(entries, form)))
    return Sheet(LETTERS[number] if form.versions > 1 else "", tuple(sections))


def _word_bank(entries: Sequence[Entry], form: Form) -> tuple[str, ...]:
    if not form.word_bank or entries[0].item.type is not ItemType.CLOZE:
        return ()
    return tuple(sorted({entry.answer for entry in entries}, key=lambda word: (word.casefold(), word)))


def _printable(item: Item) -> Item:
    wrong = tuple(replace(d, text=clean(d.text)) for d in item.distractors)
    parts = tuple(replace(part, text=clean(part.text), match=clean(part.match)) for part in item.parts)
    texts = {name: clean(getattr(item, name)) for name in ("question", "answer", "explanation")}
    return replace(item, distractors=wrong, accept=tuple(map(clean, item.accept)), parts=parts, **texts)


def _entry(shown: Shown, number: int, form: Form, words: dict[str, Any], places: article.Places) -> Entry:
    item = shown.item
    before, answer, after = map(clean, marked(item))
    parts = tuple(item.parts[at] for at in shown.order)
    return Entry(
        number=number,
        item=item,
        options=shown.options,
        parts=parts,
        answer=words[item.answer.lower()] if item.type is ItemType.TRUE_FALSE else item.answer,
        also=item.accept if item.type in (ItemType.SHORT, ItemType.CLOZE) else (),
        letter=_letter(item.answer, shown.options) if item.type is ItemType.CHOICE else "",
        letters=tuple(_part_letters(item, parts, shown.options)),
        marked=(before, answer, after),
        sentences=tuple(map(clean, sentences(item))),
        place=places.of(item),
        pieces=tuple(item.question.split(BLANK)),
        wide=bool(shown.options) and max(map(len, shown.options)) > _TWO_COLUMNS * form.room,
        lines=min(3, 1 + int(len(item.answer) / (_ONE_LINE * form.room))),
    )


def _part_letters(item: Item, parts: Sequence[Part], options: Sequence[str]) -> Iterator[str]:
    for part in parts:
        yield _letter(part.match if item.type is ItemType.MATCHING else part.text, options)


def _letter(text: str, options: Sequence[str]) -> str:
    return LETTERS[options.index(text) % len(LETTERS)]


def _subtitle(bank: ItemBank, words: dict[str, Any]) -> str:
    """The article and its date, where they say more than the title does."""
    if len(bank.sources) != 1:
        return ""
    source = bank.sources[0]
    title = "" if source.title == bank.title else clean(source.title)
    return ", ".join(part for part in (title, _day(source, words)) if part)


def _day(source: Source, words: dict[str, Any]) -> str:
    return labels.day(source.date, words) if source.date else ""
