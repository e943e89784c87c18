"""Plain text → HTML for learning systems, so that they show this very text and nothing in it is run.

Such systems look for more than tags: TeX between dollars or in brackets, names in braces, marks of uploaded files.
"""

from __future__ import annotations

import html
import re

from quizgen.exporters.common import clean, marked, sentences
from quizgen.records import Item

_SIGNS = re.compile(r"\\(?=[()\[\]])|\$(?=\$)|@(?=@)|[\[\]{}\n]")
_SAFE = {
    "[": "&#91;",
    "]": "&#93;",
    "{": "&#123;",
    "}": "&#125;",
    "@": "&#64;",
    "\n": "<br>",
    # TeX is looked for in the decoded text, where an entity is the sign again, but never across an element.
    "\\": "<span>\\</span>",
    "$": "<span>$</span>",
}


def markup(text: str) -> str:
    """HTML that shows ``text``."""
    return _SIGNS.sub(lambda match: _SAFE[match[0]], html.escape(clean(text), quote=False))


def plain(text: str) -> str:
    """The text in one line, for fields that hold no HTML."""
    return " ".join(clean(text).split())


def feedback(item: Item) -> str:
    """What is shown after an answer: the explanation, and the sentence with the answer in it marked."""
    shown = [markup(item.explanation)] if item.explanation else []
    if item.parts:
        shown += map(markup, sentences(item))
    elif item.evidence.text:
        before, answer, after = map(markup, marked(item))
        shown.append(before + (f"<strong>{answer}</strong>" if answer else "") + after)
    return "".join(f"<p>{text}</p>" for text in shown)


def lines_with_places(item: Item) -> tuple[tuple[str, str], ...]:
    """Of an ordering: its lines as they are shown, each with its place: 1 for what came first."""
    return tuple((line, str(item.solution.index(line) + 1)) for line in item.options)


def shortened(text: str, room: int) -> str:
    """The beginning of a text as escaped HTML in one line, no longer than ``room`` characters: for names, which nobody
    is asked."""
    words = plain(text)
    if len(html.escape(words, quote=False)) <= room:
        return html.escape(words, quote=False)
    while len(html.escape(words, quote=False)) > room - 1:
        words = words[:-1]
    return html.escape(words.rstrip(), quote=False) + "…"
