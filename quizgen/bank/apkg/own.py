"""Notes that quizgen made → the items that they were made of."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from quizgen.bank.apkg.collection import Note
from quizgen.bank.apkg.text import blanked, plain
from quizgen.records import (
    BLANK,
    SETS,
    Distractor,
    Evidence,
    Item,
    ItemType,
    Part,
    Source,
    answer_of,
    digest,
)

NAMES = {
    "quizgen short": ItemType.SHORT,
    "quizgen choice": ItemType.CHOICE,
    "quizgen cloze": ItemType.CLOZE,
    "quizgen true or false": ItemType.TRUE_FALSE,
    "quizgen matching": ItemType.MATCHING,
    "quizgen ordering": ItemType.ORDERING,
}
"""The note types by name, for notes that a learner copied: those have a guid of their own."""
FIRST = 1_577_836_800
"""Modification time of a note that never changed: 2020 began."""

_MARKS = frozenset(("marked", "leech"))
"""Tags that Anki gives by itself."""
_LINE = re.compile(r"<li\b([^>]*)>(.*?)</li>", re.DOTALL)
_SOLVED = re.compile(
    r'<span[^>]*class="letter"[^>]*>.*?</span> ?(.*?)(?: ?<span[^>]*class="match"[^>]*>(.*)</span>)?', re.DOTALL
)


def kind_of(note: Note) -> ItemType | None:
    """The type of the item that a note was made of; None where quizgen did not make it."""
    kind = next((kind for kind in ItemType if _is_of(note, kind)), None)
    return kind or NAMES.get(note.type.name.rstrip("+"))


def _is_of(note: Note, kind: ItemType) -> bool:
    return note.guid == digest("anki", _text(note, "Key"), kind)


def source(note: Note) -> Source:
    """The article, without a key. A title that is the link stands in for none."""
    title, link = _text(note, "Source title"), _text(note, "Source link")
    return Source("", "" if title == link else title, link=link)


def item(note: Note, kind: ItemType) -> Item | None:
    """None where something is missing without which the item could not be asked."""
    question, answer = _asked(note, kind)
    wrong = _wrong(note, answer) if kind is ItemType.CHOICE else ()
    parts = _parts(note, kind) if kind in SETS else ()
    if parts:
        answer = answer_of(kind, parts)
    if not question.strip() or not answer.strip() or not _can_be_asked(kind, answer, parts):
        return None
    return Item(
        id=_text(note, "Key") if _is_of(note, kind) else digest("anki note", note.guid),
        type=ItemType.SHORT if kind is ItemType.CHOICE and not wrong else kind,
        question=question,
        answer=answer,
        distractors=tuple(map(Distractor, wrong)),
        evidence=parts[0].evidence if parts else _evidence(note, question, answer),
        rule=_text(note, "Rule"),
        difficulty=_difficulty(note),
        tags=tuple(other_tags(note)),
        changed=changed(note),
        explanation=_text(note, "Extra"),
        parts=parts,
    )


def _text(note: Note, name: str) -> str:
    return plain(note.fields.get(name, ""))


def _asked(note: Note, kind: ItemType) -> tuple[str, str]:
    """Question and answer; those that a learner sees, where a field says the same once more."""
    if kind is ItemType.CLOZE:
        shown, deleted = blanked(note.fields.get("Text", ""), 1, BLANK)
        return plain(shown), plain(deleted[0]) if deleted else ""
    answer = _text(note, "Answer")
    if kind is ItemType.CHOICE:
        right = [line for line, attributes in _lines(note, "Options") if _is_right(attributes)]
        answer = right[0] if len(right) == 1 else answer
    return _text(note, "Question"), answer


def _lines(note: Note, name: str) -> Iterator[tuple[str, str]]:
    """The entries of a list with their attributes."""
    for entry in _LINE.finditer(note.fields.get(name, "")):
        yield plain(entry[2]), entry[1]


def _is_right(attributes: str) -> bool:
    return 'class="right"' in attributes


def _wrong(note: Note, answer: str) -> tuple[str, ...]:
    texts = (line for line, attributes in _lines(note, "Options") if not _is_right(attributes))
    return tuple(dict.fromkeys(text for text in texts if text.strip() and text != answer))


def _can_be_asked(kind: ItemType, answer: str, parts: Sequence[Part]) -> bool:
    if kind is ItemType.TRUE_FALSE:
        return answer in ("True", "False")
    if kind not in SETS:
        return True
    matches = [part.match for part in parts]
    apart = len({part.text for part in parts}) == len(parts) >= 2 and all(part.text.strip() for part in parts)
    return apart and (kind is ItemType.ORDERING or (all(matches) and len(set(matches)) == len(parts)))


def changed(note: Note) -> str:
    """When the note last changed, as a bank says it; empty for never, and for what is no moment."""
    if not FIRST < note.modified < 1 << 37:
        return ""
    moment = datetime.datetime.fromtimestamp(note.modified, datetime.timezone.utc)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


# --------------------------------------------------------------------------------------------------------------
# Tags
# --------------------------------------------------------------------------------------------------------------


def other_tags(note: Note) -> Iterator[str]:
    """Those that say what no other field does."""
    for tag in note.tags:
        if tag.casefold() not in _MARKS and not tag.casefold().startswith("quizgen::"):
            yield tag


def _difficulty(note: Note) -> str:
    levels = ("easy", "medium", "hard")
    tags = {tag.casefold() for tag in note.tags}
    return next((level for level in levels if f"quizgen::difficulty::{level}" in tags), "medium")


# --------------------------------------------------------------------------------------------------------------
# The source sentence
# --------------------------------------------------------------------------------------------------------------


def _evidence(note: Note, question: str, answer: str) -> Evidence:
    """The source sentence with the place of its mark. A cloze that is this very sentence has it not once more."""
    field = note.fields.get("Source sentence", "")
    if field:
        before, mark, rest = field.partition("<mark>")
        marked, _, after = rest.partition("</mark>")
        pieces = plain(before), plain(marked) if mark else "", plain(after)
    elif BLANK in question and note.type.cloze:
        first, _, last = question.partition(BLANK)
        pieces = first, answer, last.replace(BLANK, answer)
    else:
        return Evidence("")
    return _marked(*pieces, answer)


def _marked(before: str, marked: str, after: str, answer: str) -> Evidence:
    """Where the mark is found by looking for the answer, it needs no place: so the sentence may be edited freely."""
    text, start, end = before + marked + after, len(before), len(before) + len(marked)
    found = re.search(rf"(?<!\w){re.escape(answer)}(?!\w)", text, re.IGNORECASE)
    if not marked or (found and found.span() == (start, end)):
        return Evidence(text)
    return Evidence(text, 0, len(text), start, end)


# --------------------------------------------------------------------------------------------------------------
# Parts
# --------------------------------------------------------------------------------------------------------------


def _parts(note: Note, kind: ItemType) -> tuple[Part, ...]:
    entries = (_SOLVED.fullmatch(entry[2]) for entry in _LINE.finditer(note.fields.get("Answer", "")))
    parts = [Part(plain(entry[1]), plain(entry[2] or "")) for entry in entries if entry]
    sentences = [line for line in _text(note, "Source sentence").split("\n") if line]
    return tuple(Part(part.text, part.match, Evidence(text)) for part, text in _shared_out(parts, sentences))


def _shared_out(parts: Sequence[Part], sentences: Sequence[str]) -> Iterator[tuple[Part, str]]:
    """Each part with the sentence that it rests on.

    The sentences stand there once each, in the order in which the parts first rest on them. A part takes the one
    with which it shares most words, and never leaves fewer parts than there are sentences that nothing rests on.
    """
    used = 0
    for at, part in enumerate(parts):
        left = len(parts) - at
        if len(sentences) - used >= left:
            more = sentences[used:] if left == 1 else sentences[used : used + 1]
            used += len(more)
            yield part, "\n".join(more)
            continue
        best = max(sentences[: used + 1], key=lambda sentence: _shared(part, sentence), default="")
        if not best or not _shared(part, best):
            yield part, ""
            continue
        used += best not in sentences[:used]
        yield part, best


def _shared(part: Part, sentence: str) -> int:
    return len(_words(f"{part.text} {part.match}") & _words(sentence))


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
