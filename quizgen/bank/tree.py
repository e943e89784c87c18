"""YAML or JSON text as a tree that knows its lines.

Every scalar stays the text that was written: *yes*, *1.9* and *2021* are answers of a quiz, not booleans, numbers
or dates. What a field needs to be is decided where the field is read.
"""

from __future__ import annotations

import json
import json.decoder
import json.scanner
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from quizgen.errors import BankError


@dataclass(frozen=True, slots=True)
class Node:
    """A text, a list or a mapping of a bank file."""

    value: str | list[Node] | dict[str, Node]
    """Null and nothing at all are the empty text."""
    line: int
    """1-based; for a value in a mapping the line of its key. In JSON that of the mapping or list around a text."""


def from_yaml(text: str) -> Node:
    """Raises BankError with the line where the text is no YAML, has tags or aliases, or a key twice.

    The tree is built from the parser's events, since composing a deeply nested text breaks the C library's stack.
    """
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        return _document(yaml.parse(text, loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = error.problem or error.context or "it is not valid YAML"
        if "nesting depth" in problem:  # from PyYAML 6.0.4 on the parser has a limit of its own
            raise BankError(_TOO_DEEP, line=mark.line + 1 if mark else 0, hint=_TOO_DEEP_HINT) from error
        raise BankError(f"{_sentence(problem)}.", line=mark.line + 1 if mark else 0, hint=_HINT) from error
    except yaml.YAMLError as error:
        raise BankError(f"{_sentence(str(error))}.", hint=_HINT) from error


_HINT = "Look at the indentation, and put a text in double quotes when it has a colon or begins with a sign."
_QUOTES = "Put the text in double quotes."
_DEEPEST = 8
_TOO_DEEP = "The lists in it are too deep."
_TOO_DEEP_HINT = "A quiz file is a list of items."


def _sentence(text: str) -> str:
    words = " ".join(text.split())
    return words[:1].upper() + words[1:]


def _document(events: Iterator[Any]) -> Node:
    """The one document of a file."""
    root = Node("", 1)
    for number, event in enumerate(event for event in events if event.__class__.__name__ == "DocumentStartEvent"):
        first = next(events)
        if number:
            raise BankError("A second document begins here.", line=event.start_mark.line + 1, hint='Delete the "---".')
        root = _node(events, first, first.start_mark.line + 1, 0)
    return root


def _node(events: Iterator[Any], event: Any, line: int, depth: int) -> Node:
    """The node that begins with ``event``."""
    kind = event.__class__.__name__
    if kind == "AliasEvent" or event.anchor is not None:
        raise BankError("A text may not begin with * or & here.", line=event.start_mark.line + 1, hint=_QUOTES)
    if event.tag is not None:
        raise BankError("A text may not begin with ! here.", line=event.start_mark.line + 1, hint=_QUOTES)
    if kind == "ScalarEvent":
        return Node("" if event.implicit[0] and event.value in ("~", "null") else event.value, line)
    if depth > _DEEPEST:
        raise BankError(_TOO_DEEP, line=line, hint=_TOO_DEEP_HINT)
    if kind == "SequenceStartEvent":
        return Node([_node(events, child, child.start_mark.line + 1, depth + 1) for child in _until_end(events)], line)
    entries: dict[str, Node] = {}
    for key in _until_end(events):
        at = key.start_mark.line + 1
        name = _node(events, key, at, depth + 1).value
        _add(entries, name, at)
        entries[str(name)] = _node(events, next(events), at, depth + 1)
    return Node(entries, line)


def _until_end(events: Iterator[Any]) -> Iterator[Any]:
    """First events of the children, up to the end of the list or mapping that was begun."""
    for event in events:
        if event.__class__.__name__ in ("SequenceEndEvent", "MappingEndEvent"):
            return
        yield event


def _add(entries: dict[str, Node], key: object, line: int) -> None:
    """Checks that a field may be added."""
    if not isinstance(key, str):
        raise BankError("A name of a field must be one word.", line=line, hint=_HINT)
    if key in entries:
        raise BankError(f'"{key}" stands here twice.', line=line, hint="Keep one of them.")


def from_json(text: str) -> Node:
    """Raises BankError with the line where the text is no JSON, or has a key twice."""
    try:
        return _Json(text).tree()
    except json.JSONDecodeError as error:
        raise BankError(f"{error.msg}.", line=error.lineno, hint="It is not valid JSON there.") from error
    except RecursionError:
        raise BankError(_TOO_DEEP, hint=_TOO_DEEP_HINT) from None


class _Json(json.JSONDecoder):
    """The decoder of the standard library, with lists and mappings that remember where they began."""

    def __init__(self, text: str) -> None:
        super().__init__(parse_float=str, parse_int=str, parse_constant=str, object_pairs_hook=list)
        objects, arrays = json.decoder.JSONObject, json.decoder.JSONArray  # type: ignore[attr-defined]

        def located(parse: Any) -> Any:
            def parse_located(start_and_end: tuple[str, int], *rest: Any) -> tuple[Any, int]:
                value, end = parse(start_and_end, *rest)
                return (parse, value, start_and_end[1]), end

            return parse_located

        self.text, self._objects = text, objects
        self.parse_object, self.parse_array = located(objects), located(arrays)
        self.scan_once = json.scanner.py_make_scanner(self)  # type: ignore[attr-defined]
        self._at, self._line = 0, 1

    def tree(self) -> Node:
        return self._node(self.decode(self.text), 1)

    def _node(self, value: Any, line: int) -> Node:
        if not isinstance(value, tuple):
            return Node("" if value is None else str(value), line)
        parse, children, at = value
        line = self._line_of(at)
        if parse is not self._objects:
            return Node([self._node(child, line) for child in children], line)
        entries: dict[str, Node] = {}
        for key, child in children:
            _add(entries, key, line)
            entries[key] = self._node(child, line)
        return Node(entries, line)

    def _line_of(self, at: int) -> int:
        """Nodes are visited in the order of the text, so that each stretch of it is counted once."""
        self._line += self.text.count("\n", self._at, at)
        self._at = at
        return self._line
