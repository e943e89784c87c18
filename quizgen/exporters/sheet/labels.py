"""The words of the sheet in a language: ``templates/html/labels``, and the user's own files over them."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Any

from quizgen import resources
from quizgen.errors import ExportError

_HINT = "Start from a copy of templates/html/labels/en.yaml, which has a name and a word a line and twelve months."


def of(language: str) -> dict[str, Any]:
    """The words, in English where they are not translated. Raises ExportError where a file of words is none."""
    words = _words(resources.builtin("html") / "labels" / "en.yaml")
    code = language.partition("-")[0].lower()
    if not re.fullmatch("[a-z]{2,3}", code):
        code = "en"
    for folder in reversed(resources.folders("html")):
        file = folder / "labels" / f"{code}.yaml"
        if file.is_file():
            words |= _words(file)
    return words


def day(date: datetime.date, words: dict[str, Any]) -> str:
    """A calendar day as the language writes it: *18 March 2024*."""
    parts = {"day": str(date.day), "month": words["months"][date.month - 1], "year": str(date.year)}
    return re.sub(r"\{(day|month|year)\}", lambda match: parts[match[1]], words["day"])


def _words(file: Path) -> dict[str, Any]:
    import yaml

    try:
        words = yaml.load(file.read_text(encoding="utf8"), yaml.BaseLoader)  # every word stays a text, *true* too
    except (OSError, UnicodeError, yaml.YAMLError) as error:
        raise ExportError(f"{' '.join(str(error).split())}.", path=str(file), hint=_HINT) from error
    if not isinstance(words, dict) or not all(map(_is_label, words.items())):
        raise ExportError("These are not the words of a sheet.", path=str(file), hint=_HINT)
    return words


def _is_label(entry: tuple[Any, Any]) -> bool:
    name, word = entry
    if name == "months":
        return isinstance(word, list) and len(word) == 12 and all(isinstance(month, str) for month in word)
    return isinstance(name, str) and isinstance(word, str)
