"""Notes that others made → short and cloze items."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.bank.apkg.collection import Note
from quizgen.bank.apkg.own import changed, other_tags
from quizgen.bank.apkg.text import CLOZE, blanked, one_line
from quizgen.records import BLANK, Item, ItemType, digest

_FIELD = re.compile(r"\{\{([^{}]*)\}\}")
_SECTION = re.compile(r"\{\{([#^])([^{}]+)\}\}((?:(?!\{\{[#^]).)*?)\{\{/\2\}\}", re.DOTALL)
_NO_QUESTION = ("type:", "hint:")
"""What a front holds for the answer: the box to type it into, a link that shows a help."""
_MASK = "image-occlusion:"
"""How the deletion of a picture's part begins, which has no text."""


def items(note: Note) -> Iterator[Item]:
    """One for each card that has text on both sides. Ids are made of the note's guid: they outlive every edit."""
    made = _clozes(note) if note.type.cloze else _cards(note)
    for number, question, answer, explanation in made:
        if question and answer:
            yield Item(
                id=digest("anki note", note.guid, *([str(number)] if number else [])),
                type=ItemType.CLOZE if note.type.cloze else ItemType.SHORT,
                question=question,
                answer=answer,
                explanation=explanation,
                tags=tuple(other_tags(note)),
                changed=changed(note),
            )


def _clozes(note: Note) -> Iterator[tuple[int, str, str, str]]:
    """A card for each number of a deletion; what stands in the other fields explains."""
    name = next((name for name, html in note.fields.items() if CLOZE.search(html)), None)
    if name is None:
        return
    html = note.fields[name]
    explanation = " ".join(filter(None, (one_line(note.fields[other]) for other in note.fields if other != name)))
    for number in sorted({int(mark) for mark in CLOZE.findall(html) if mark}):
        # A run of low lines in the text itself would be taken for a gap.
        shown, deleted = blanked(re.sub("_{5,}", "____", html), number, BLANK)
        answers = dict.fromkeys(filter(None, map(one_line, deleted)))
        if not any(answer.startswith(_MASK) for answer in answers):
            yield number - 1, one_line(shown), ", ".join(answers), explanation


def _cards(note: Note) -> Iterator[tuple[int, str, str, str]]:
    """What the front shows asks; of what only the back shows the first field answers and the others explain."""
    for number in note.cards:
        if number >= len(note.type.templates):
            continue
        front, back = note.type.templates[number]
        asked = set(_named(front, note, _NO_QUESTION))
        told = [text for name in _named(back, note) if name not in asked and (text := one_line(note.fields[name]))]
        if any(one_line(note.fields[name]) for name in asked) and told:
            yield number, one_line(_filled(front, note)), told[0], " ".join(told[1:])


def _named(template: str, note: Note, without: tuple[str, ...] = ()) -> list[str]:
    """The fields of the note that a template shows, each once."""
    found = (name for name in _FIELD.findall(template) if not name.startswith(("#", "^", "/", *without)))
    return [name for name in dict.fromkeys(map(_bare, found)) if name in note.fields]


def _bare(name: str) -> str:
    """The name of a field without the filters in front of it: *Back* of ``type:Back``."""
    return name.rpartition(":")[2].strip()


def _filled(template: str, note: Note) -> str:
    """HTML of the front: sections that an empty field hides are left out."""

    def section(found: re.Match[str]) -> str:
        return found[3] if bool(note.fields.get(found[2].strip(), "").strip()) == (found[1] == "#") else ""

    before = ""
    while before != template:
        before, template = template, _SECTION.sub(section, template)
    return _FIELD.sub(
        lambda found: "" if found[1].startswith(_NO_QUESTION) else note.fields.get(_bare(found[1]), ""), template
    )
