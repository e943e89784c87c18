"""What Anki's fields hold → plain text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_TAG = r"""<(/?)([a-zA-Z][\w:-]*)(?:"[^"]*"|'[^']*'|[^"'<>])*>"""
_TAGS = re.compile(_TAG)
_UNSEEN = re.compile(r"<!--.*?-->|<(script|style|title)\b.*?</\1\s*>|<[!?][^>]*>", re.DOTALL | re.IGNORECASE)
_PLAYED = re.compile(r"\[sound:[^\]]*\]|\[anki:tts\b[^\]]*\].*?\[/anki:tts\]|\[anki:[^\]]*\]", re.DOTALL)
_BREAKING = frozenset("blockquote br dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section table td th tr ul".split())
"""Elements that begin a line. Of the others, images and sounds included, nothing is left but what they hold."""

CLOZE = re.compile(r"\{\{c(\d{1,3})::|\}\}")


def plain(field: str, opening: str = "\n", closing: str = "") -> str:
    """The text that is seen, all its spaces kept: the reverse of how the exporter writes a field.

    ``opening`` and ``closing`` stand where a line begins and ends.
    """

    def mark(tag: re.Match[str]) -> str:
        return "" if tag[2].lower() not in _BREAKING else closing if tag[1] else opening

    # Anki's editor writes each space of several as &nbsp;; the exporter writes that character as it is.
    return html.unescape(_TAGS.sub(mark, field).replace("&nbsp;", " "))


def one_line(field: str) -> str:
    """The text of a field that somebody made: without what is heard, run or shown, white space as single spaces."""
    return " ".join(plain(_PLAYED.sub(" ", _UNSEEN.sub(" ", field)), " ", " ").split())


def cut(field: str) -> Iterator[tuple[tuple[int, ...], str]]:
    """A cloze in pieces of HTML, each with the numbers of the deletions around it, the outermost first.

    Hints are left out. Marks that do not pair are text.
    """
    inside: list[int] = []
    at = 0
    for mark in CLOZE.finditer(field):
        if mark[1] is None and not inside:
            continue
        piece = field[at : mark.start()]
        if inside:
            piece = piece.partition("::")[0]
        yield tuple(inside), piece
        if mark[1] is None:
            inside.pop()
        else:
            inside.append(int(mark[1]))
        at = mark.end()
    yield tuple(inside), field[at:]


def blanked(field: str, number: int, blank: str) -> tuple[str, list[str]]:
    """HTML of a cloze with ``blank`` for every deletion of that number, the others filled in; and what was deleted."""
    shown: list[str] = []
    deleted: list[str] = []
    before = False
    for numbers, piece in cut(field):
        hidden = number in numbers
        if hidden and before:
            deleted[-1] += piece
        elif hidden:
            deleted.append(piece)
            shown.append(blank)
        else:
            shown.append(piece)
        before = hidden
    return "".join(shown), deleted
