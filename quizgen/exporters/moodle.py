"""Moodle XML: a category of questions with feedback, as Moodle's question bank imports it.

Everything that is shown as HTML is escaped for HTML first and for XML then. Answers to type are plain text, in which an
asterisk stands for anything unless a backslash is before it. Room: 255 characters for the name of a category, for the
name of a question and for the right side of a pair (columns of Moodle's tables).
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from quizgen.exporters.common import check_ids, unseen
from quizgen.exporters.formats import Format
from quizgen.exporters.markup import feedback, lines_with_places, markup, plain, shortened
from quizgen.records import Item, ItemBank, ItemType

ROOM = 255
_NAME = 60
"""Characters of the question in its name: enough to know it by."""
_PENALTY = "0.3333333"
"""Lost for each wrong try, where a quiz allows several; Moodle's own default."""


def to_xml(bank: ItemBank) -> bytes:
    """The bank as one category, named like it."""
    check_ids(bank)
    questions = (_question(item, number) for number, item in enumerate(bank, start=1))
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<quiz>", _category(bank), *questions, "</quiz>", ""]
    return "\n".join(lines).encode("utf8")


def category(title: str) -> str:
    """The path of a category for a title: a slash in it is doubled, since a single one begins a category inside."""
    name = plain(title) or "Quiz"
    while len(html.escape(name, quote=False)) > ROOM:
        name = name[:-1]
    doubled = html.escape(name, quote=False).replace("/", "//")
    return f"$course$/{' ' if doubled.startswith('/') else ''}{doubled}"


def lacks(item: Item) -> str:
    if not unseen(item) and any(len(html.escape(plain(part.match), quote=False)) > ROOM for part in item.parts):
        return f"a right side of over {ROOM} characters"
    return unseen(item)


def _category(bank: ItemBank) -> str:
    return f'<question type="category">{_text("category", category(bank.title))}</question>'


def _question(item: Item, number: int) -> str:
    kind, content = _CONTENT[item.type]
    name = f"{number:03} {shortened(item.question, _NAME)}"
    parts = [
        f'<question type="{kind}">',
        _text("name", name),
        _html("questiontext", markup(item.question)),
        _html("generalfeedback", feedback(item)),
        f"<defaultgrade>{len(item.parts) or 1}</defaultgrade>",
        f"<penalty>{'1' if item.type is ItemType.TRUE_FALSE else _PENALTY}</penalty>",
        "<hidden>0</hidden>",
        f"<idnumber>{escape(plain(item.id))}</idnumber>",
        *content(item),
        *_tags(item.tags),
        "</question>",
    ]
    return "\n".join(parts)


def _text(name: str, text: str) -> str:
    return f"<{name}><text>{escape(text)}</text></{name}>"


def _html(name: str, text: str, attributes: str = "") -> str:
    return f'<{name} format="html"{attributes}><text>{escape(text)}</text></{name}>'


def _tags(tags: Iterable[str]) -> Iterator[str]:
    named = [name for name in map(plain, tags) if name]
    if named:
        yield f"<tags>{''.join(f'<tag><text>{escape(name)}</text></tag>' for name in named)}</tags>"


# ------------------------------------------------------------------------------------------------------- answers


def _choice(item: Item) -> Iterator[str]:
    # The options stay in the item's own order, which is that of every other format.
    yield "<single>true</single>\n<shuffleanswers>false</shuffleanswers>\n<answernumbering>ABC</answernumbering>"
    for option in item.options:
        yield _answer(option == item.answer, markup(option), "html")


def _true_false(item: Item) -> Iterator[str]:
    for answer in ("True", "False"):
        yield _answer(answer == item.answer, answer.lower(), "moodle_auto_format")


def _short(item: Item) -> Iterator[str]:
    yield "<usecase>0</usecase>"
    for answer in dict.fromkeys(map(plain, (item.answer, *item.accept))):
        if answer:
            yield _answer(True, answer.replace("*", r"\*"), "plain_text")


def _matching(item: Item) -> Iterator[str]:
    yield "<shuffleanswers>true</shuffleanswers>"
    for part in item.parts:
        yield _pair(part.text, html.escape(plain(part.match), quote=False))


def _ordering(item: Item) -> Iterator[str]:
    yield "<shuffleanswers>false</shuffleanswers>"
    for line, place in lines_with_places(item):
        yield _pair(line, place)


def _answer(right: bool, text: str, form: str) -> str:
    return f'<answer fraction="{100 if right else 0}" format="{form}"><text>{escape(text)}</text></answer>'


def _pair(left: str, right: str) -> str:
    return f'<subquestion format="html"><text>{escape(markup(left))}</text>{_text("answer", right)}</subquestion>'


_CONTENT = {
    ItemType.CHOICE: ("multichoice", _choice),
    ItemType.TRUE_FALSE: ("truefalse", _true_false),
    ItemType.SHORT: ("shortanswer", _short),
    ItemType.CLOZE: ("shortanswer", _short),
    ItemType.MATCHING: ("matching", _matching),
    ItemType.ORDERING: ("matching", _ordering),
}

FORMAT = Format(
    "moodle",
    (".moodle.xml",),
    "a question bank for Moodle",
    to_xml,
    lacks=lacks,
    holds="all types; an ordering as places to match",
)
