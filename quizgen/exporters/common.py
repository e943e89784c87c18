"""What several formats need: the answer in its sentence, letters, points in time, safe links."""

from __future__ import annotations

import re
import unicodedata

from quizgen.errors import ExportError
from quizgen.records import Item, ItemBank, ItemType

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def marked(item: Item) -> tuple[str, str, str]:
    """The source sentence cut in three: before the answer, the answer, after it; all before where it is not found."""
    sentence, start, end = item.evidence.text, item.evidence.answer_start, item.evidence.answer_end
    start, end = start - item.evidence.start, end - item.evidence.start
    if not 0 <= start < end <= len(sentence) or item.evidence.answer_start < 0:
        start, end = _found(sentence, item)
    return sentence[:start], sentence[start:end], sentence[end:]


def _found(sentence: str, item: Item) -> tuple[int, int]:
    """Where the answer stands in the sentence as a whole word; its end twice when it does not."""
    answers = () if item.type is ItemType.TRUE_FALSE else (item.answer, *item.accept)
    for answer in answers:
        match = re.search(rf"(?<!\w){re.escape(answer)}(?!\w)", sentence, re.IGNORECASE)
        if match and match.end() > match.start():
            return match.span()
    return len(sentence), len(sentence)


def letter(item: Item) -> str:
    """The letter of the right option."""
    return LETTERS[item.options.index(item.answer) % len(LETTERS)]


def letters(item: Item) -> tuple[str, ...]:
    """Of what has parts: the letter of each line of the right answer, in its order."""
    return tuple(LETTERS[item.options.index(line) % len(LETTERS)] for line in item.solution)


def sentences(item: Item) -> tuple[str, ...]:
    """Of what has parts: the sentences that they rest on, each once."""
    return tuple(dict.fromkeys(part.evidence.text for part in item.parts if part.evidence.text))


def web_link(link: str) -> str:
    """The link where it leads to a page on the web, else nothing: no script, no file of someone's machine."""
    return link if re.match(r"https?://[^\s\"'<>\\]+\Z", link, re.IGNORECASE) else ""


_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\x0b\x0c\x85]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def clean(text: str) -> str:
    """Composed characters (NFC), no control characters, no half surrogates, one kind of line end."""
    if text.isascii() and text.isprintable():
        return text
    return _CONTROLS.sub("", _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text)))


def unseen(item: Item) -> str:
    """Why nobody could answer the item: a text of it shows nothing. Empty where all texts do."""
    shown = item.options if item.parts or item.type is ItemType.CHOICE else (item.answer,)
    texts = (item.question, *shown, *(part.text for part in item.parts))
    return "" if all(clean(text).strip() for text in texts) else "a text of it has nothing to see"


def too_many(item: Item) -> str:
    """Why its options cannot all have a letter; empty where they can."""
    shown = item.options if item.parts or item.type is ItemType.CHOICE else ()
    return f"over {len(LETTERS)} options" if len(shown) > len(LETTERS) else ""


def check_ids(bank: ItemBank) -> None:
    """Two items with one id would become one card and one more that cannot be told from it."""
    seen: set[str] = set()
    for item in bank:
        if item.id in seen:
            hint = "Delete one of them from the quiz, or give one another id."
            raise ExportError(f'Two items have the id {item.id}; one asks "{item.question}".', hint=hint)
        seen.add(item.id)
