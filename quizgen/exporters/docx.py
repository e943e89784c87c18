"""The sheet as a Word document, for teachers who edit it, by python-docx (extra ``quizgen[docx]``).

What belongs together stays on a page: every paragraph of an item but its last is kept with the next.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from quizgen.errors import ExportError
from quizgen.exporters import zips
from quizgen.exporters.common import LETTERS
from quizgen.exporters.docx_page import Page
from quizgen.exporters.formats import Format
from quizgen.exporters.sheet import OPTIONS, Entry, Form, Handout, Section, Sheet, handout
from quizgen.exporters.sheet.article import Text
from quizgen.records import ItemBank, ItemType

_GAP = "_" * 18
_BLANK = "_" * 5


def to_docx(bank: ItemBank, **options: object) -> bytes:
    """The bank as a Word document; options as for ``Form.of``. Raises ExportError without python-docx."""
    try:
        import docx
    except ImportError as error:
        hint = "Install it:  pip install 'quizgen[docx]'"
        raise ExportError("Word documents need python-docx.", hint=hint) from error
    told = handout(bank, Form.of(**options))
    page = Page(docx.Document(), told)
    for number, text in enumerate(told.texts):
        _article(page, text, told.title, new_page=number > 0)
    for number, sheet in enumerate(told.sheets):
        _sheet(page, told, sheet, first=number == 0 and not told.texts)
    _key(page, told)
    file = io.BytesIO()
    page.document.save(file)
    return zips.dateless(file.getvalue())


def _article(page: Page, text: Text, title: str, new_page: bool) -> None:
    page.heading(text.title or title, 1, new_page=new_page)
    if text.day:
        page.small(text.day)
    for paragraph in text.paragraphs:
        if paragraph.number:
            page.numbered(str(paragraph.number), [paragraph.text], strong=False)
        else:
            page.heading(paragraph.text, 2)


def _sheet(page: Page, told: Handout, sheet: Sheet, first: bool) -> None:
    words = told.labels
    page.begin(f"{told.title} – {words['version']} {sheet.letter}" if sheet.letter else told.title, new=not first)
    page.head(sheet)
    page.heading(told.title, 1)
    if told.subtitle:
        page.small(told.subtitle)
    for section in sheet.sections:
        page.columns(1)
        _opening(page, told, section)
        page.columns(told.form.columns)
        for entry in section.entries:
            _WRITTEN[entry.item.type](page, told, entry)
    page.columns(1)
    if told.form.bubbles:
        _bubbles(page, told, sheet)


def _opening(page: Page, told: Handout, section: Section) -> None:
    words = told.labels
    each = words["point_part"] if section.entries[0].parts else words["point_each"]
    page.heading(f"{words[section.kind]} ({each})", 2)
    page.small(words[f"{section.kind}_how"], keep=True)
    if section.bank:
        page.boxed(f"{words['word_bank']}: {', '.join(section.bank)}")


# ------------------------------------------------------------------------------------------------------- questions


def _choice(page: Page, told: Handout, entry: Entry) -> None:
    page.numbered(f"{entry.number}.", [entry.item.question], keep=True)
    lines = [f"{letter}  {option}" for letter, option in zip(LETTERS, entry.options, strict=False)]
    page.options(lines, 1 if entry.wide else 2)


def _true_false(page: Page, told: Handout, entry: Entry) -> None:
    page.numbered(f"{entry.number}.", [entry.item.question], keep=True)
    page.options([f"☐ {told.labels['true']}    ☐ {told.labels['false']}"], 1)


def _cloze(page: Page, told: Handout, entry: Entry) -> None:
    page.numbered(f"{entry.number}.", [_GAP.join(entry.pieces)])


def _short(page: Page, told: Handout, entry: Entry) -> None:
    page.numbered(f"{entry.number}.", [entry.item.question], keep=True)
    page.lines(entry.lines)


def _matching(page: Page, told: Handout, entry: Entry) -> None:
    page.numbered(f"{entry.number}.", [entry.item.question], keep=True)
    left = [f"{_BLANK} {number}  {part.text}" for number, part in enumerate(entry.parts, start=1)]
    right = [f"{letter}  {option}" for letter, option in zip(LETTERS, entry.options, strict=False)]
    if entry.wide or told.form.columns > 1:
        page.options(left, 1, keep=True)
        page.options(right, 1)
    else:
        page.options([line for pair in zip(left, right, strict=True) for line in pair], 2)


def _ordering(page: Page, told: Handout, entry: Entry) -> None:
    page.numbered(f"{entry.number}.", [entry.item.question], keep=True)
    page.options([f"{_BLANK} {letter}  {line}" for letter, line in zip(LETTERS, entry.options, strict=False)], 1)


_WRITTEN: dict[ItemType, Callable[[Page, Handout, Entry], None]] = {
    ItemType.CHOICE: _choice,
    ItemType.TRUE_FALSE: _true_false,
    ItemType.MATCHING: _matching,
    ItemType.ORDERING: _ordering,
    ItemType.CLOZE: _cloze,
    ItemType.SHORT: _short,
}


def _bubbles(page: Page, told: Handout, sheet: Sheet) -> None:
    page.heading(told.labels["bubbles"], 1, new_page=True)
    page.small(told.labels["bubbles_how"])
    page.columns(3)
    for entry in sheet.entries:
        letters: Sequence[str] = LETTERS[: len(entry.options)] if entry.item.type is ItemType.CHOICE else ()
        if entry.item.type is ItemType.TRUE_FALSE:
            letters = (told.labels["true"][:1], told.labels["false"][:1])
        page.numbered(f"{entry.number}.", ["  ".join(f"○ {letter}" for letter in letters) or "_" * 18])


# ----------------------------------------------------------------------------------------------------------- the key


def _key(page: Page, told: Handout) -> None:
    page.begin(told.title, new=True)
    page.heading(told.labels["key"], 1)
    if len(told.sheets) > 1:
        page.table(
            [told.labels["question"], *(f"{told.labels['version']} {sheet.letter}" for sheet in told.sheets)],
            [
                [str(row[0].number), *(entry.short_key or "–" for entry in row)]
                for row in zip(*(sheet.entries for sheet in told.sheets), strict=True)
                if any(entry.short_key for entry in row)
            ],
        )
    for entries in told.numbers.values():
        _solution(page, told, entries)


def _solution(page: Page, told: Handout, entries: Sequence[Entry]) -> None:
    entry = entries[0]
    page.numbered(f"{entry.number}.", _answer_lines(told, entry), keep=bool(entry.item.explanation or entry.marked[0]))
    if len(entries) > 1:
        places = (f"{s.letter} {e.number}" for s, e in zip(told.sheets, entries, strict=True))
        page.note(" · ".join(places))
    if entry.item.explanation:
        page.note(entry.item.explanation)
    if entry.parts:
        for sentence in entry.sentences:
            page.note(sentence)
    elif any(entry.marked):
        page.sentence(entry.marked)
    if entry.place:
        page.note(f"({entry.place})")


def _answer_lines(told: Handout, entry: Entry) -> list[str]:
    if entry.parts:
        lines = entry.item.answer_lines if entry.item.type is ItemType.ORDERING else _pairs(entry)
        return [f"{letter}  {line}" for letter, line in zip(entry.letters, lines, strict=True)]
    also = f" ({told.labels['also']}: {', '.join(entry.also)})" if entry.also else ""
    return [f"{entry.letter + '  ' if entry.letter else ''}{entry.answer}{also}"]


def _pairs(entry: Entry) -> list[str]:
    return [f"{part.text} – {part.match}" for part in entry.parts]


FORMAT = Format("docx", (".docx",), "the sheet for Word, to edit", to_docx, OPTIONS)
