"""A tree read from a file → ItemBank: every field checked, every fault with its line and what to do."""

from __future__ import annotations

import datetime
import difflib
import math
import re
from collections.abc import Callable, Mapping
from typing import Any

from quizgen.bank.tree import Node
from quizgen.errors import BankError
from quizgen.records import (
    BLANK,
    SETS,
    Distractor,
    Document,
    Evidence,
    Item,
    ItemBank,
    ItemType,
    Memory,
    Part,
    Source,
    answer_of,
    digest,
    replace,
)

VERSION = 1
"""Of the form of bank files; raised when an older quizgen could not read a new one."""
MOST_PARTS = 26
"""Of a matching or an ordering: each bears a letter."""

Readers = Mapping[str, Callable[[Node], Any]]


def bank(root: Node, title: str = "") -> ItemBank:
    """``title`` is used where the file gives none. Raises BankError with a line."""
    given = _fields(root, _BANK, "A quiz file")
    _check_version(given.pop("version", VERSION), root)
    if "items" not in given:
        raise BankError("It has no items.", line=root.line, hint='Add "items:" and below it "- question: …".')
    sources = tuple(given.get("sources", ()))
    _check_once([(s.key, line) for s, line in zip(sources, _lines(root, "sources"), strict=True)], "source")
    default = default_document(sources)
    items = [_with_defaults(item, default) for item in given.get("items", ())]
    _check_once([(i.id, line) for i, line in zip(items, _lines(root, "items"), strict=True)], "item")
    memory = given.get("memory", Memory())
    return ItemBank(given.get("title", title), tuple(items), sources, given.get("language", "en"), memory)


def default_document(sources: tuple[Source, ...]) -> str:
    """The article of an item that names none: the only one there is."""
    return sources[0].key if len(sources) == 1 else ""


def identifier(item: Item) -> str:
    """The id of an item written by hand: made of what it asks, so that it is the same at each reading."""
    return digest("by hand", item.document, item.type, item.question, item.answer)


def _with_defaults(item: Item, document: str) -> Item:
    if item.document == _UNSET:
        item = replace(item, document=document)
    return item if item.id else replace(item, id=identifier(item))


def _lines(root: Node, key: str) -> list[int]:
    entry = root.value.get(key) if isinstance(root.value, dict) else None
    return [child.line for child in _list(entry)] if entry and entry.value != "" else []


def _check_version(version: int, root: Node) -> None:
    if version > VERSION:
        raise BankError("This quiz was made by a newer quizgen.", line=root.line, hint="Update quizgen to read it.")


def _check_once(names: list[tuple[str, int]], what: str) -> None:
    seen: dict[str, int] = {}
    for name, line in names:
        if name in seen:
            hint = "Delete one of them" + (', or the "id" of the one that is new.' if what == "item" else ".")
            raise BankError(f"This {what} is also in line {seen[name]}: both have the id {name}.", line=line, hint=hint)
        seen[name] = line


# --------------------------------------------------------------------------------------------------------------
# Single values
# --------------------------------------------------------------------------------------------------------------


def _text(node: Node) -> str:
    if not isinstance(node.value, str):
        raise BankError("A text is expected here.", line=node.line, hint="Put it in double quotes, in one piece.")
    return node.value


def _filled(node: Node) -> str:
    text = _text(node)
    if not text.strip():
        raise BankError("This text is empty.", line=node.line, hint="Write it, or delete the item.")
    return text


def _texts(node: Node) -> tuple[str, ...]:
    return tuple(map(_filled, _list(node)))


def _list(node: Node) -> list[Node]:
    """A single value stands for a list of one."""
    return node.value if isinstance(node.value, list) else [node]


def _whole(node: Node) -> int:
    text = _text(node)
    if not re.fullmatch(r"-?\d{1,15}", text, re.ASCII):
        raise BankError(f'"{text}" is not a whole number.', line=node.line, hint="Write digits only.")
    return int(text)


def _number(node: Node) -> float:
    try:
        number = float(_text(node))
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise BankError(f'"{node.value}" is not a number.', line=node.line, hint="Write one like 0.5.")
    return number


def _yes_or_no(node: Node) -> bool:
    word = _text(node).casefold()
    if word not in ("true", "false"):
        raise BankError(f'"{node.value}" is neither true nor false.', line=node.line, hint="Delete the line.")
    return word == "true"


def _pairs(node: Node) -> tuple[tuple[str, str], ...]:
    """``id=digest``, parted by blanks."""
    found = tuple(entry.partition("=") for entry in _text(node).split())
    broken = next((id for id, sign, digest in found if not (id and sign and digest)), None)
    if broken is not None:
        hint = 'Delete the lines of "memory"; then deletions and edits are not known any more.'
        raise BankError(f'"{broken}" is no entry of the memory.', line=node.line, hint=hint)
    return tuple((id, digest) for id, _, digest in found)


def _date(node: Node) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(_text(node))
    except ValueError:
        raise BankError(f'"{node.value}" is not a date.', line=node.line, hint="Write it like 2021-10-06.") from None


def _moment(node: Node) -> str:
    text = _text(node)
    try:
        datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        hint = "Write it like 2021-10-06T12:00:00Z, or delete the line."
        raise BankError(f'"{text}" is not a moment.', line=node.line, hint=hint) from None
    return text


def _one_of(*words: str) -> Callable[[Node], str]:
    def read(node: Node) -> str:
        text = _text(node)
        if text not in words:
            raise BankError(f'"{text}" is not one of {", ".join(words)}.', line=node.line, hint=_guess(text, words))
        return text

    return read


def _guess(word: str, words: tuple[str, ...]) -> str:
    close = difflib.get_close_matches(word, words, 1, 0.5)
    return f'Did you mean "{close[0]}"?' if close else "Use one of them."


# --------------------------------------------------------------------------------------------------------------
# Records
# --------------------------------------------------------------------------------------------------------------

_UNSET = "\x00"
"""Marks an item that names no article, until it is known how many there are."""


def _fields(node: Node, readers: Readers, what: str) -> dict[str, Any]:
    """The values of a mapping. An empty one counts as not given, unless the field is free text."""
    if not isinstance(node.value, dict):
        hint = f"Write one field a line: {', '.join(readers)}."
        raise BankError(f"{what} is written as a list of fields.", line=node.line, hint=hint)
    values = {}
    for key, child in node.value.items():
        if key not in readers:
            known = tuple(readers)
            hint = _guess(key, known)
            hint = hint if hint.startswith("Did") else f"Known are: {', '.join(known)}."
            raise BankError(f'{what} has no field "{key}".', line=child.line, hint=hint)
        if child.value != "" or readers[key] is _text:
            values[key] = readers[key](child)
    return values


def _distractor(node: Node) -> Distractor:
    if isinstance(node.value, str):
        return Distractor(_filled(node))
    values = _fields(node, {"text": _filled, "reason": _text}, "A distractor")
    if "text" not in values:
        raise BankError("This distractor has no text.", line=node.line, hint='Add "text: …".')
    return Distractor(**values)


def _evidence(node: Node) -> Evidence:
    if isinstance(node.value, str):
        return Evidence(node.value)
    values = _fields(node, _EVIDENCE, "The evidence")
    return Evidence(**{"text": "", **values})


def _source(node: Node) -> Source:
    values = _fields(node, _SOURCE, "A source")
    name = Document("", title=values.get("title", ""), source=values.get("source", ""))
    return Source(**{"key": name.key, **values})


def _part(node: Node) -> Part:
    if isinstance(node.value, str):
        return Part(_filled(node))
    values = _fields(node, {"text": _filled, "match": _filled, "evidence": _evidence}, "A part")
    if "text" not in values:
        raise BankError("This part has no text.", line=node.line, hint='Add "text: …".')
    return Part(**values)


def _item(node: Node) -> Item:
    values = _fields(node, _ITEM, "An item")
    kind = ItemType(values.pop("type", "choice" if values.get("distractors") else "short"))
    if kind in SETS and "parts" in values:
        values |= {"answer": answer_of(kind, values["parts"]), "evidence": values["parts"][0].evidence}
    for field in ("question",) if kind in SETS else ("question", "answer"):
        if field not in values:
            raise BankError(f"This item has no {field}.", line=node.line, hint=f'Add "{field}: …".')
    if kind is ItemType.TRUE_FALSE:
        values["answer"] = _truth(values["answer"], node)
    item = Item(**{"id": "", "document": _UNSET, "answer": "", **values, "type": kind})
    _check(item, node)
    return item


def _truth(answer: str, node: Node) -> str:
    word = answer.strip().capitalize()
    if word not in ("True", "False"):
        hint = 'Write "answer: True" or "answer: False".'
        raise BankError(f'"{answer}" does not answer a true_false item.', line=_line(node, "answer"), hint=hint)
    return word


def _check(item: Item, node: Node) -> None:
    """What the fields of an item owe one another."""
    if item.type is ItemType.CLOZE and BLANK not in item.question:
        hint = f"Write {BLANK} where the answer stands."
        raise BankError("This cloze has no gap.", line=_line(node, "question"), hint=hint)
    if item.type is ItemType.CHOICE and not item.distractors:
        hint = 'Add "distractors:", or make it "type: short".'
        raise BankError("This choice has no wrong answers.", line=node.line, hint=hint)
    _check_parts(item, node)
    texts = [item.answer, *(d.text for d in item.distractors)]
    twice = next((text for text in texts if texts.count(text) > 1), None)
    if twice is not None:
        message = f'"{twice}" is among the answers of this item twice.'
        raise BankError(message, line=_line(node, "distractors"), hint="Change or delete one of them.")


def _check_parts(item: Item, node: Node) -> None:
    """A matching and an ordering have parts that can be told apart, and nothing else has any."""
    line = _line(node, "parts")
    if item.type not in SETS and item.parts:
        hint = 'Write "type: matching" or "type: ordering".'
        raise BankError(f"An item of type {item.type} has no parts.", line=line, hint=hint)
    if item.type not in SETS:
        return
    if not 2 <= len(item.parts) <= MOST_PARTS:
        message = f"This {item.type} has {len(item.parts)} parts."
        raise BankError(message, line=line, hint=f'Write 2 to {MOST_PARTS} of them under "parts:".')
    if item.type is ItemType.MATCHING and not all(part.match for part in item.parts):
        raise BankError("A part of this matching has no other side.", line=line, hint='Add "match: …" to it.')
    for lines in (item.solution, tuple(part.text for part in item.parts)):
        twice = next((text for text in lines if lines.count(text) > 1), None)
        if twice is None:
            continue
        hint = "Each of them bears a letter: change or delete one."
        raise BankError(f'"{twice}" is among the parts of this {item.type} twice.', line=line, hint=hint)


def _line(node: Node, key: str) -> int:
    return node.value[key].line if isinstance(node.value, dict) and key in node.value else node.line


_EVIDENCE: Readers = {"text": _text, "start": _whole, "end": _whole, "answer_start": _whole, "answer_end": _whole}
_SOURCE: Readers = {"key": _filled, "title": _text, "date": _date, "source": _text, "link": _text, "author": _text}
_ITEM: Readers = {
    "question": _filled,
    "answer": _filled,
    "type": _one_of(*map(str, ItemType)),
    "accept": _texts,
    "distractors": lambda node: tuple(map(_distractor, _list(node))),
    "explanation": _text,
    "evidence": _evidence,
    "difficulty": _one_of("easy", "medium", "hard"),
    "tags": _texts,
    "rule": _text,
    "fact": _text,
    "score": _number,
    "document": _text,
    "id": _filled,
    "changed": _moment,
    "stale": _yes_or_no,
    "parts": lambda node: tuple(map(_part, _list(node))),
}
_MEMORY: Readers = {"made": lambda node: _pairs(node), "read": lambda node: tuple(_text(node).split())}
_BANK: Readers = {
    "version": _whole,
    "title": _text,
    "language": _text,
    "sources": lambda node: tuple(map(_source, _list(node))),
    "items": lambda node: tuple(map(_item, _list(node))),
    "memory": lambda node: Memory(**_fields(node, _MEMORY, "The memory")),
}
