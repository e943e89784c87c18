"""What a line that the player typed means: a command of the round, or an answer."""

from __future__ import annotations

import enum
import random
from dataclasses import dataclass

from quizgen.drill.grading import LETTERS, arrange, choose, grade, labels_of, truth
from quizgen.drill.normal import normal
from quizgen.drill.verdict import Mark
from quizgen.records import Item, ItemType, scrambled


@dataclass(frozen=True, slots=True)
class Card:
    """An item as it is put to the player."""

    item: Item
    options: tuple[str, ...] = ()
    """Of a choice, and the lines with letters of a matching or an ordering, in the order shown."""


class Command(enum.Enum):
    """What a player may say instead of an answer; the value is what is typed, with or without a slash."""

    HELP = "?"
    HINT = "h"
    SKIP = "s"
    UNDO = "u"
    OVERRULE = "o"
    QUIT = "q"


def deal(items: tuple[Item, ...], seed: int | None = None, *, keep_order: bool = False) -> tuple[Card, ...]:
    """The items in their order, or with a seed in another order, options too; one seed always gives one order.

    ``keep_order``: only the options are in another order.
    """
    if seed is None:
        return tuple(Card(item, _options(item)) for item in items)
    order = list(items)
    if not keep_order:
        random.Random(seed).shuffle(order)
    return tuple(Card(item, _shuffled(item, f"{seed} {item.id}")) for item in order)


def _options(item: Item) -> tuple[str, ...]:
    return item.options if item.parts or item.type is ItemType.CHOICE else ()


def _shuffled(item: Item, seed: str) -> tuple[str, ...]:
    if item.parts:
        return scrambled(item.solution, seed)
    order = list(_options(item))
    random.Random(seed).shuffle(order)
    return tuple(order)


def command(line: str, card: Card) -> Command | None:
    """The command that a line gives; None when it is an answer.

    A letter that is the right answer (the symbol of hydrogen) is an answer; with a slash it is the command.
    """
    typed = line.strip().casefold()
    bare = typed.removeprefix("/")
    known = next((c for c in Command if c.value == bare or (c.name.casefold() == bare and typed != bare)), None)
    return None if known and typed == bare and _is_answer(typed, card) else known


def _is_answer(typed: str, card: Card) -> bool:
    words = normal(typed).words
    return any(normal(answer).words == words for answer in (card.item.answer, *card.item.accept, *card.options))


def complaint(line: str, card: Card) -> str:
    """Why a line can be no answer to this card, as a sentence for the player; empty when it can."""
    if not line.strip():
        return "Type an answer, or s to skip, or ? for all keys."
    if card.item.type is ItemType.TRUE_FALSE and truth(line) is None:
        return "Answer t (true) or f (false); ? shows all keys."
    if card.item.parts and arrange(line, card.options) is None:
        return f"Answer with each of the letters {letter_span(card.options)} once; ? shows all keys."
    unknown = card.item.type is ItemType.CHOICE and choose(line, card.options) is None
    if unknown and grade(line, card.item, card.options).mark is Mark.WRONG:
        return f"Answer {span_of(card.options)}; ? shows all keys."
    return ""


def span_of(options: tuple[str, ...]) -> str:
    """What the options are chosen by, shortly: *1-4*."""
    labels = labels_of(options)
    return f"{labels[0]}-{labels[-1]}" if len(labels) > 1 else labels[0]


def letter_span(options: tuple[str, ...]) -> str:
    """The letters that lines of a matching or an ordering bear: *a-c*."""
    return f"{LETTERS[0]}-{LETTERS[len(options) - 1]}"
