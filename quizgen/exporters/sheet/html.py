"""The handout as one HTML file, nothing from outside: a sheet to print that is a quiz on a screen.

The looks are templates in ``templates/html``; a user's ``html`` folder goes before it, file by file.
"""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from quizgen.exporters import templates
from quizgen.exporters.common import LETTERS
from quizgen.exporters.sheet import screen
from quizgen.exporters.sheet.form import Form
from quizgen.exporters.sheet.layout import Handout, handout
from quizgen.records import ItemBank

_WORD = 30
"""Characters that every form has room for on a line."""


def to_html(bank: ItemBank, **options: object) -> bytes:
    """The bank as one HTML page; options as for ``Form.of``."""
    return page(handout(bank, Form.of(**options))).encode("utf8")


def page(told: Handout, *, live: bool = True) -> str:
    """The page of a handout; ``live``: with the script that makes a quiz of it on a screen, else as a program that
    makes PDF files prints it."""
    script = templates.source("quiz.js").replace("</", "<\\/") if live else ""
    return templates.render(
        "sheet.html.j2",
        **_values(told),
        script=_markup(script),
        data=_markup(screen.data(told)) if live else "",
        # Such programs part a word before or behind marked text wherever words may be parted at all.
        whole_words=not live and _longest_word(told) <= _WORD,
        policy=f"default-src 'none'; style-src 'unsafe-inline'{_allowed(script)}",
    )


def _longest_word(told: Handout) -> int:
    """Characters of the longest word on the handout."""
    items = [entry.item for entry in told.sheets[0].entries]
    texts = [told.title, told.subtitle, *(p.text for text in told.texts for p in text.paragraphs)]
    for item in items:
        texts += [item.question, item.answer, item.explanation, item.evidence.text, *item.options, *item.accept]
        texts += [text for part in item.parts for text in (part.text, part.match, part.evidence.text)]
    return max((len(word) for text in texts for word in text.split()), default=0)


def _values(told: Handout) -> dict[str, Any]:
    return {
        "title": told.title,
        "subtitle": told.subtitle,
        "language": told.language,
        "labels": told.labels,
        "letters": LETTERS,
        "form": told.form,
        "sheets": told.sheets,
        "texts": told.texts,
        "numbers": told.numbers,
        "total": len(told.numbers),
    }


def _allowed(script: str) -> str:
    """The script is allowed by what it says: no other can run."""
    digest = base64.b64encode(hashlib.sha256(script.encode("utf8")).digest()).decode("ascii")
    return f"; script-src 'sha256-{digest}'" if script else ""


def _markup(text: str) -> Any:
    from markupsafe import Markup

    return Markup(text)
