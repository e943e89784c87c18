"""A list of mappings in YAML or JSON: every mapping a row, its keys the columns."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from quizgen.errors import ReadingError
from quizgen.reading.table.sheet import Sheet

Pairs = list[tuple[str, str]]

_FORM = "Write each row as column: value, one below the other, with a dash before the first."


def from_yaml(text: str, source: str) -> Sheet:
    """Raises ReadingError with the line where the text is no YAML or no list of flat mappings."""
    import yaml

    try:
        # From the parser's events: every value stays the text that was written, and nothing nests.
        return _sheet(_yaml_rows(yaml.parse(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader)), source), source)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        hint = "Put a text in double quotes when it has a colon or begins with a sign."
        raise ReadingError(
            f"It is no YAML: {problem}.", path=source, line=mark.line + 1 if mark else 0, hint=hint
        ) from None


def _yaml_rows(events: Iterator[Any], source: str) -> Iterator[tuple[int, Pairs]]:
    for event in events:
        if _is(event, "SequenceStart"):
            break
    for event in events:
        if _is(event, "SequenceEnd"):
            return
        line = event.start_mark.line + 1
        if not _is(event, "MappingStart"):
            raise ReadingError("This row is no mapping.", path=source, line=line, hint=_FORM)
        yield line, list(_yaml_pairs(events, source))


def _yaml_pairs(events: Iterator[Any], source: str) -> Iterator[tuple[str, str]]:
    for key in events:
        if _is(key, "MappingEnd"):
            return
        value = next(events)
        for event in (key, value):
            if not _is(event, "Scalar"):
                raise ReadingError(
                    "A single text is expected here.", path=source, line=event.start_mark.line + 1, hint=_FORM
                )
        yield key.value, "" if value.implicit[0] and value.value in ("~", "null") else value.value


def _is(event: Any, name: str) -> bool:
    return bool(event.__class__.__name__ == f"{name}Event")


def from_json(text: str, source: str) -> Sheet:
    """Raises ReadingError with the line where the text is no JSON or no list of flat objects."""
    try:
        return _sheet(_json_rows(text, source), source)
    except json.JSONDecodeError as error:
        raise ReadingError(f"It is no JSON: {error.msg}.", path=source, line=error.lineno) from None
    except RecursionError:
        raise ReadingError("The lists in it are too deep.", path=source, hint=_FORM) from None


def _json_rows(text: str, source: str) -> Iterator[tuple[int, Pairs]]:
    """The objects of the list one after another, so that each is known by its line."""
    decoder = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=str, object_pairs_hook=tuple)
    json.loads(text)  # the form of the whole
    at = text.index("[") + 1
    while (at := _skip(text, at)) < len(text) and text[at] != "]":
        row, end = decoder.raw_decode(text, at)
        line = text.count("\n", 0, at) + 1
        if not isinstance(row, tuple):
            raise ReadingError("This row is no object.", path=source, line=line, hint='Write {"column": "value"}.')
        yield line, [(key, _json_text(value, line, source)) for key, value in row]
        at = end


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n,":
        at += 1
    return at


def _json_text(value: object, line: int, source: str) -> str:
    if isinstance(value, (list, tuple)):
        raise ReadingError("A value of this row is no single text.", path=source, line=line, hint="Write one text.")
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _sheet(rows: Iterator[tuple[int, Pairs]], source: str) -> Sheet:
    """The columns are the keys of all rows, in the order in which they come up."""
    found = []
    columns: dict[str, None] = {}
    for line, pairs in rows:
        keys = [key for key, _ in pairs]
        twice = next((key for key in keys if keys.count(key) > 1), None)
        if twice is not None:
            raise ReadingError(f'"{twice}" stands in this row twice.', path=source, line=line, hint="Keep one of them.")
        columns.update(dict.fromkeys(keys))
        found.append((line, dict(pairs)))
    cells = ((line, tuple(row.get(name, "") for name in columns)) for line, row in found)
    return Sheet(tuple(columns), tuple(cells), found[0][0] if found else 1)
