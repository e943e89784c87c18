"""Item banks out to files. The suffix chooses the format; a file is written whole or not at all.

To add a format: one module with a function ``(bank, **options) -> bytes``, and one line in ``FORMATS``.
"""

from __future__ import annotations

import os
from pathlib import Path

from quizgen.errors import ExportError
from quizgen.exporters import (
    aiken,
    anki,
    anki_text,
    blooket,
    docx,
    gift,
    gimkit,
    jsonl,
    kahoot,
    markdown,
    moodle,
    pdf,
    qti,
    quizizz,
    quizlet,
    sheet,
    table,
)
from quizgen.exporters.formats import Format
from quizgen.files import write_whole
from quizgen.records import Item, ItemBank, replace


def _yaml(bank: ItemBank) -> bytes:
    from quizgen import bank as banks

    return banks.dumps(bank).encode("utf8")


def _json(bank: ItemBank) -> bytes:
    from quizgen import bank as banks

    return banks.to_json(bank).encode("utf8")


FORMATS = (
    Format("anki", (".apkg",), "a deck of cards for Anki", anki.to_apkg, ("deck", "typed", "earlier")),
    Format("html", (".html", ".htm"), "a sheet to print, and to take on a screen", sheet.to_html, sheet.OPTIONS),
    pdf.FORMAT,
    docx.FORMAT,
    Format("yaml", (".quiz.yaml", ".yaml", ".yml"), "the quiz as a text to edit and to play", _yaml),
    Format("json", (".json",), "the quiz with every field, for programs", _json),
    Format("csv", (".csv",), "a table for a spreadsheet", table.to_csv),
    moodle.FORMAT,
    gift.FORMAT,
    aiken.FORMAT,
    qti.FORMAT,
    kahoot.FORMAT,
    quizizz.FORMAT,
    blooket.FORMAT,
    gimkit.FORMAT,
    quizlet.FORMAT,
    anki_text.FORMAT,
    markdown.FORMAT,
    jsonl.FORMAT,
)


def format_for(path: str | os.PathLike[str]) -> Format:
    """The format that the name of the file asks for. Raises ExportError, with the known ones, when there is none."""
    name = Path(path).name.casefold()
    found = [(suffix, form) for form in FORMATS for suffix in form.suffixes if name.endswith(suffix)]
    if not found:
        suffixes = ", ".join(form.suffixes[0] for form in FORMATS)
        hint = f"Let its name end in one of {suffixes}."
        raise ExportError("The name of this file does not say what to write.", path=str(path), hint=hint)
    return max(found, key=lambda pair: len(pair[0]))[1]


def left_out(bank: ItemBank, path: str | os.PathLike[str]) -> list[tuple[Item, str]]:
    """The items that the format of this file cannot hold, each with the reason."""
    lacks = format_for(path).lacks
    return [(item, why) for item in bank if (why := lacks(item))] if lacks else []


def export(bank: ItemBank, path: str | os.PathLike[str], **options: object) -> None:
    """Writes the bank in the format that the suffix asks for.

    Options that another format knows are passed over, so that one set serves several files; None stands for the
    default. ``deck``: name of the Anki deck, ``A::B`` for a deck inside another. ``typed``: Anki asks for answers to
    be typed in. ``paper``: a4 or letter. Raises ExportError where the file cannot be written.
    """
    form = format_for(path)
    known = {name for other in FORMATS for name in other.options}
    unknown = sorted(set(options) - known)
    if unknown:
        raise ExportError(f'No format has an option "{unknown[0]}".', hint=f"Known are: {', '.join(sorted(known))}.")
    if form.lacks is not None:
        bank = replace(bank, items=tuple(item for item in bank if not form.lacks(item)))
        if not bank.items:
            raise ExportError("This format can hold none of the items.", path=str(path), hint=f"It holds {form.holds}.")
    chosen = {name: value for name, value in options.items() if name in form.options and value is not None}
    if "earlier" in form.options:
        chosen.setdefault("earlier", path)
    try:
        data = form.write(bank, **chosen)
    except ExportError as error:
        if error.path:
            raise
        raise ExportError(error.message, path=str(path), hint=error.hint) from error
    write_whole(path, data)
