"""GIFT: questions as text, for Moodle's import and others that read it.

What Moodle's reader takes for markup is written so that it does not: ``\\ # = ~ { } :`` with a backslash; an answer
that begins like a weight with its weight before it; one that begins like the name of a form with its form before it.
A ``->`` makes a matching of a short answer and cannot be written otherwise in plain text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from quizgen.exporters.common import check_ids, unseen
from quizgen.exporters.formats import Format
from quizgen.exporters.markup import feedback, lines_with_places, markup, plain, shortened
from quizgen.exporters.moodle import category
from quizgen.records import Item, ItemBank, ItemType

_NAME = 60


def to_gift(bank: ItemBank) -> bytes:
    """The bank as one category, named like it; questions parted by a blank line."""
    check_ids(bank)
    # Of a category only the backslash is read as an escape.
    head = f"$CATEGORY: {html.unescape(category(bank.title))}".replace("\\", "\\\\")
    blocks = (_question(item, number) for number, item in enumerate(bank, start=1))
    return ("\n\n".join([head, *blocks]) + "\n").encode("utf8")


def lacks(item: Item) -> str:
    typed = item.type in (ItemType.SHORT, ItemType.CLOZE)
    if typed and any("->" in plain(answer) for answer in (item.answer, *item.accept)):
        return "an answer with a sign that cannot be escaped"
    return unseen(item)


def _escaped(text: str) -> str:
    return re.sub(r"[\\#=~{}:]", r"\\\g<0>", text)


def _question(item: Item, number: int) -> str:
    name = _escaped(f"{number:03} {shortened(item.question, _NAME)}")
    after = feedback(item)
    lines = [f"::{name}::[html]{_escaped(markup(item.question))}{{", *_ANSWERS[item.type](item)]
    lines += [f"####{_escaped(after)}"] if after else []
    return "\n".join([*lines, "}"])


def _choice(item: Item) -> Iterator[str]:
    for option in item.options:
        text = _escaped(markup(option))
        yield f"={text}" if option == item.answer else f"~{'%0%' if text.startswith('%') else ''}{text}"


def _true_false(item: Item) -> Iterator[str]:
    yield item.answer.upper()


def _short(item: Item) -> Iterator[str]:
    for answer in dict.fromkeys(map(plain, (item.answer, *item.accept))):
        weight = "%100%" if answer.startswith("%") else ""
        form = "[plain]" if answer.startswith("[") else ""
        if answer:
            yield f"={weight}{form}{_escaped(answer.replace('*', chr(92) + '*'))}"


def _matching(item: Item) -> Iterator[str]:
    for part in item.parts:
        yield _pair(part.text, html.escape(plain(part.match), quote=False))


def _ordering(item: Item) -> Iterator[str]:
    for line, place in lines_with_places(item):
        yield _pair(line, place)


def _pair(left: str, right: str) -> str:
    return f"={_escaped(markup(left))} -> {_escaped(right)}"


_ANSWERS = {
    ItemType.CHOICE: _choice,
    ItemType.TRUE_FALSE: _true_false,
    ItemType.SHORT: _short,
    ItemType.CLOZE: _short,
    ItemType.MATCHING: _matching,
    ItemType.ORDERING: _ordering,
}

FORMAT = Format(
    "gift",
    (".gift", ".gift.txt"),
    "a question bank as text, for Moodle and others",
    to_gift,
    lacks=lacks,
    holds="all types but answers to type with '->'; an ordering as places to match",
)
