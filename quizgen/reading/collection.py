"""Articles as data: JSON and JSON Lines, each article an object with its text, and what is known of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from quizgen.errors import ReadingError
from quizgen.reading.clean import clean, one_line
from quizgen.reading.content import Content
from quizgen.reading.header import parse_date
from quizgen.reading.page import Page
from quizgen.reading.text import read_text_file
from quizgen.records import replace

TEXTS = ("text", "body", "content", "article")
"""Under one of these keys stands the article; the first that holds a text counts."""
_TITLES, _DATES = ("title", "headline", "name"), ("date", "published", "date_published", "created")
_LINKS, _AUTHORS, _NAMES = ("url", "link"), ("author", "byline"), ("id", "key")
_LEAST = 120
"""Characters. Shorter texts under such a key are cells of a table."""


def read_lines(content: Content) -> Iterator[Page]:
    """JSON Lines: an object a line. Raises ReadingError, with the line."""
    for number, line in enumerate(content.raw.split("\n"), start=1):
        if line.strip():
            yield _page(_object(line, content.name, number), content.name, number)


def read_json(content: Content) -> Iterator[Page]:
    """One object, a list of them, or a mapping that has the list under ``articles``."""
    try:
        given = json.loads(content.raw)
    except (ValueError, RecursionError) as error:
        raise _broken(error, content.name) from error
    given = given.get("articles", given) if isinstance(given, dict) else given
    for number, one in enumerate(given if isinstance(given, list) else [given], start=1):
        if not isinstance(one, dict):
            raise ReadingError(f"Article {number} is no object.", path=content.name, hint=_HINT)
        yield _page(one, content.name, 0, f"Article {number}")


_HINT = 'Write each as {"title": "…", "date": "2021-10-06", "text": "…"}.'


def is_collection(text: str) -> bool:
    """Whether a JSON text holds articles rather than a table or a quiz."""
    if text.lstrip()[:1] not in ("[", "{"):
        return False
    try:
        given = json.loads(text)
    except (ValueError, RecursionError):  # whoever reads it will say so
        return False
    if isinstance(given, dict):
        return "items" not in given and (isinstance(given.get("articles"), list) or bool(_text(given)))
    objects = [one for one in given[:20] if isinstance(one, dict)] if isinstance(given, list) else []
    return bool(objects) and sum(len(_text(one)) for one in objects) >= _LEAST * len(objects)


def _object(line: str, path: str, number: int) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ReadingError("This line is no JSON.", path=path, line=number, hint=_HINT) from error
    if not isinstance(found, dict):
        raise ReadingError("This line is no object.", path=path, line=number, hint=_HINT)
    return found


def _page(given: dict[str, Any], path: str, line: int, where: str = "This line") -> Page:
    text = _text(given)
    if not text:
        raise ReadingError(f"{where} has no text of an article.", path=path, line=line, hint=_HINT)
    page = read_text_file(clean(text))
    return replace(
        page,
        title=_first(given, _TITLES) or page.title or _first(given, _NAMES),
        date=parse_date(_first(given, _DATES)) or page.date,
        link=_first(given, _LINKS) or page.link,
        author=_first(given, _AUTHORS),
        language=_first(given, ("language", "lang")),
    )


def _text(given: dict[str, Any]) -> str:
    found = (given.get(name) for name in TEXTS)
    return next((text for text in found if isinstance(text, str) and text.strip()), "")


def _first(given: dict[str, Any], names: tuple[str, ...]) -> str:
    found = (given.get(name) for name in names)
    return next((one_line(str(value)) for value in found if isinstance(value, (str, int)) and str(value).strip()), "")


def _broken(error: ValueError | RecursionError, path: str) -> ReadingError:
    line = error.lineno if isinstance(error, json.JSONDecodeError) else 0
    return ReadingError("It is no JSON from here on.", path=path, line=line, hint=_HINT)
