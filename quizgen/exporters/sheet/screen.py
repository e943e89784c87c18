"""What the script on the page has to know to ask, to grade and to explain: the first version, as JSON."""

from __future__ import annotations

import json
from typing import Any

from quizgen.exporters.common import LETTERS
from quizgen.exporters.sheet.layout import Entry, Handout
from quizgen.records import ItemType

_PREFIX = "screen_"


def data(told: Handout) -> str:
    """JSON that stands inside a script element: it holds nothing that could end one."""
    words = {name.removeprefix(_PREFIX): word for name, word in told.labels.items() if name.startswith(_PREFIX)}
    items = [_item(entry) for entry in told.sheets[0].entries]
    known = {"id": told.id, "letters": LETTERS, "words": words, "items": items}
    text = json.dumps(known, ensure_ascii=False)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _item(entry: Entry) -> dict[str, Any]:
    item = entry.item
    return {
        "id": item.id,
        "number": entry.number,
        "type": str(item.type),
        "question": item.question,
        "answer": item.answer,
        "said": "; ".join(item.answer_lines) if item.parts else entry.answer,
        "accept": list(entry.also),
        "options": list(entry.options),
        "letters": list(entry.letters),
        "points": entry.points,
        "explanation": item.explanation,
        "sentences": _sentences(entry),
    }


def _sentences(entry: Entry) -> list[tuple[str, str, str]]:
    """Each before the answer, the answer, and after it."""
    if entry.item.type in (ItemType.MATCHING, ItemType.ORDERING):
        return [(sentence, "", "") for sentence in entry.sentences]
    return [entry.marked] if any(entry.marked) else []
