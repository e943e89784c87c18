"""Hints: the first letter, then every word's first letter; of a choice, fewer options; of a
matching or an ordering, its first letters."""

from __future__ import annotations

import re

from quizgen.drill.grading import labels_of, letters_of
from quizgen.drill.replies import Card
from quizgen.records import ItemType, digest

_QUOTES = "\"'“”‘’«»([{"


def hint(card: Card, given: int) -> str:
    """The next hint as a sentence, after ``given`` hints to this card; empty when there is none."""
    if card.item.type is ItemType.TRUE_FALSE:
        return ""
    if card.item.type is ItemType.CHOICE:
        return _fewer_options(card, given)
    if card.item.parts:
        return _one_more_letter(card, given)
    answer = card.item.answer.strip().lstrip(_QUOTES)
    if given == 0:
        return f"It begins with {answer[:1]}."
    if given == 1:
        return f"It looks like this: {letters(answer)}"
    return ""


def letters(answer: str) -> str:
    """The answer with a dot for every letter or digit that does not begin a word: *K··· S·······*."""
    return re.sub(r"(?<=\w)\w", "·", answer)


def _one_more_letter(card: Card, given: int) -> str:
    """Gives one letter away at a time, as long as two are left."""
    letters = letters_of(card.item, card.options).split()
    return f"It begins with {' '.join(letters[: given + 1])}." if given + 2 < len(letters) else ""


def _fewer_options(card: Card, given: int) -> str:
    """Takes one wrong option away at a time, as long as two are left."""
    wrong = sorted((o for o in card.options if o != card.item.answer), key=lambda o: digest("hint", card.item.id, o))
    out = wrong[: given + 1]
    if given + 2 > len(wrong):
        return ""
    labels = [label for label, option in zip(labels_of(card.options), card.options, strict=True) if option in out]
    return f"It is not {' and not '.join(labels)}."
