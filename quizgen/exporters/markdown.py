"""Markdown (CommonMark): the questions as a numbered list, then the answer key, all text escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quizgen.exporters import wording
from quizgen.exporters.common import letter, letters, marked, sentences
from quizgen.exporters.formats import Format
from quizgen.exporters.markup import plain
from quizgen.records import Item, ItemBank, ItemType

_SIGNS = re.compile(r"[\\`*_\[\]<>&#|~$]")
_BEGINS = re.compile(r"(?P<number>\d{1,9})(?P<dot>[.)])(?=\s|\Z)|(?P<sign>[-+=:!]+)")
"""What would begin a list or underline a heading at the beginning of a line."""


def to_markdown(bank: ItemBank) -> bytes:
    """Title, questions, key: numbers of the key are those of the questions."""
    asked = _numbered(_question(item) for item in bank)
    key = _numbered(_solution(item) for item in bank)
    return "\n".join([f"# {escaped(bank.title) or 'Quiz'}", "", *asked, "## Answer key", "", *key]).encode("utf8")


def escaped(text: str) -> str:
    """Markdown that shows the text in one line."""
    line = plain(text)
    begin = _BEGINS.match(line)
    signs = _SIGNS.sub(r"\\\g<0>", line)
    if begin is None:
        return signs
    if begin["sign"]:
        return f"\\{signs}"
    return f"{begin['number']}\\{begin['dot']}{_SIGNS.sub(chr(92) * 2 + chr(92) + 'g<0>', line[begin.end() :])}"


def _numbered(entries: Iterable[Iterable[str]]) -> Iterator[str]:
    """Entries of a list, each of paragraphs and points; what goes on is set in by as much as its number is wide."""
    for number, entry in enumerate(entries, start=1):
        first, *rest = entry
        head = f"{number}. "
        yield head + first
        yield ""
        for line in rest:
            yield " " * len(head) + line if line else ""
        if rest and rest[-1]:
            yield ""


def _points(lines: Iterable[str]) -> Iterator[str]:
    shown = [f"- {escaped(line)}" for line in lines]
    yield from (*shown, "") if shown else ()


def _question(item: Item) -> Iterator[str]:
    yield escaped(wording.asked(item))
    yield from _points(wording.points(item))


def _solution(item: Item) -> Iterator[str]:
    right = f"({letter(item)}) " if item.type is ItemType.CHOICE else ""
    yield " ".join(letters(item)) if item.parts else right + escaped(item.answer)
    yield from _points(f"({a}) {line}" for a, line in zip(letters(item), item.answer_lines, strict=False) if item.parts)
    for line in (_also(item), escaped(item.explanation), _sentences(item)):
        yield from (line, "") if line else ()


def _also(item: Item) -> str:
    return f"Also right: {'; '.join(map(escaped, item.accept))}" if item.accept else ""


def _sentences(item: Item) -> str:
    return " ".join(map(escaped, sentences(item))) if item.parts else escaped("".join(marked(item)))


FORMAT = Format(
    "markdown", (".md",), "questions and key as Markdown", to_markdown, lacks=wording.lacks, holds="all types"
)
