"""Plain text → what an Anki field may hold, so that the card shows this very text and nothing in it is run.

Anki reads more than HTML in a field: ``[sound:…]``, ``[latex]`` and ``[$]``, ``{{c1::…}}``, ``\\(…\\)`` for MathJax.
"""

from __future__ import annotations

import functools
import re

from quizgen.exporters.common import LETTERS, clean, letters, marked, sentences
from quizgen.records import BLANK, Item, ItemType, Part

_SPECIAL = re.compile(r'\\(?=[()\[\]])|[&<>"\[{}\n]')
_ENTITIES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "[": "&#91;",
    "{": "&#123;",
    "}": "&#125;",
    "\n": "<br>",
    # MathJax looks for \( in the decoded text, where an entity is a bracket again, but never across an element.
    "\\": "<span>\\</span>",
}


def field(text: str) -> str:
    """HTML that shows ``text``."""
    return _SPECIAL.sub(lambda match: _ENTITIES[match[0]], clean(text)) if text else ""


def gap(item: Item) -> str:
    """The sentence of a cloze with its answer as deletion c1: one item is one card, now and in later versions.

    Inside a deletion ``::`` would begin a hint, so that a colon there is written as an entity.
    """
    answer = field(item.answer).replace(":", "&#58;")
    return f"{{{{c1::{answer}}}}}".join(field(part) for part in item.question.split(BLANK))


def options(item: Item) -> str:
    """The options as a list; the class tells the style sheet of the back which one is right."""
    entries = "".join(
        f'<li class="{"right" if option == item.answer else "wrong"}" dir="auto">{field(option)}</li>'
        for option in item.options[: len(LETTERS)]
    )
    return f'<ol class="options" type="A">{entries}</ol>'


def lettered(item: Item) -> str:
    """The lines of what has parts, scrambled: for a matching in two lists, the left sides numbered."""
    sides = "".join(f'<li dir="auto">{field(part.text)}</li>' for part in item.parts)
    left = f'<ol class="sides">{sides}</ol>' if item.type is ItemType.MATCHING else ""
    entries = "".join(f'<li dir="auto">{field(line)}</li>' for line in item.options[: len(LETTERS)])
    return f'{left}<ol class="options" type="A">{entries}</ol>'


def solution(item: Item) -> str:
    """The parts with their letters as the answer has them: pairs, or what happened with its date behind it."""
    return f'<ol class="solution">{"".join(map(_solved, letters(item), item.parts))}</ol>'


def _solved(letter: str, part: Part) -> str:
    match = f' <span class="match">{field(part.match)}</span>' if part.match else ""
    return f'<li dir="auto"><span class="letter">{letter}</span> {field(part.text)}{match}</li>'


def sentence(item: Item) -> str:
    """The source sentence with the answer marked; empty for a cloze that is that very sentence."""
    if item.parts:
        return "<br>".join(map(field, sentences(item)))
    before, answer, after = marked(item)
    if before + answer + after == item.question.replace(BLANK, item.answer):
        return ""
    return field(before) + (f"<mark>{field(answer)}</mark>" if answer else "") + field(after)


@functools.lru_cache(maxsize=4096)
def tag(*parts: str) -> str:
    """One Anki tag, parts joined as levels: white space becomes ``_``, what searches take for a sign is left out."""
    levels = (re.sub(r"\s+", "_", re.sub(r"::+|[\"*\\]", " ", clean(part)).strip()) for part in parts)
    return "::".join(level for level in levels if level)
