"""Faults that can be found in items without understanding them.

A list to hold questions against: it misses much, but what it names is wrong. ``faults(items, article)`` gives every
fault with the name of the check that found it. It is deliberately apart from the filters of ``quizgen.selection``,
so that a mistake there cannot hide itself here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import mechanical_form as form
import mechanical_grammar as grammar
from mechanical_evidence import key_in_question, missing
from mechanical_pronouns import connective, dangling
from mechanical_words import plain

from quizgen.records import Item, ItemType, replace


@dataclass(frozen=True)
class Fault:
    """What is wrong with one item."""

    check: str
    question: str
    answer: str
    detail: str

    def __str__(self) -> str:
        return f"{self.check}: {self.question} – {self.answer} ({self.detail})"


CHECKS: tuple[tuple[str, Callable[[Item], Iterator[str]]], ...] = (
    ("dangling pronoun", dangling),
    ("connective", connective),
    ("key in the question", key_in_question),
    ("spacing", form.spacing),
    ("quotes", form.quotes),
    ("prepositions", grammar.prepositions),
    ("auxiliary", grammar.auxiliary),
    ("a or an", form.articles),
    ("length", form.length),
    ("ending", form.ending),
    ("leftovers", form.leftovers),
    ("options", form.options),
)
"""Checks of one item by itself. Beside them: *evidence* (needs the article) and *two answers* (needs the others)."""


def faults(items: Iterable[Item], article: str = "") -> tuple[Fault, ...]:
    """Every fault of these items; ``article`` is the text that names are looked up in (``Document.text``)."""
    items = tuple(items)
    return tuple(fault for item in items for fault in _of_one(item, article)) + tuple(_two_answers(items))


def _of_one(item: Item, article: str) -> Iterator[Fault]:
    for name, check in CHECKS:
        for detail in check(item):
            yield Fault(name, item.question, item.answer, detail)
    for one in _single(item):
        for detail in missing(one, article):
            yield Fault("evidence", one.question, one.answer, detail)


def _single(item: Item) -> Iterator[Item]:
    """The item, or one for each side of what it is made of: both stand in the sentence of their part."""
    if not item.parts:
        yield item
    for part in item.parts:
        for side in (part.text, part.match):
            yield replace(item, type=ItemType.SHORT, question=item.question, answer=side, evidence=part.evidence)


def _two_answers(items: tuple[Item, ...]) -> Iterator[Fault]:
    """One question asked twice, with answers of which neither is accepted for the other."""
    asked: dict[str, list[Item]] = {}
    for item in items:
        if item.type is ItemType.TRUE_FALSE:
            continue  # a statement is no question: the same words with a blank may stand beside it
        asked.setdefault(re.sub(r"[\W_]+", " ", plain(item.question)).strip(), []).append(item)
    for first, *others in asked.values():
        for other in others:
            if not _answers(first) & _answers(other):
                yield Fault("two answers", other.question, other.answer, f"also answered by “{first.answer}”")
            elif first.type is other.type:
                yield Fault("asked twice", other.question, other.answer, "the same question is there already")


def _answers(item: Item) -> set[str]:
    texts = (plain(text).strip(" .") for text in (item.answer, *item.accept))
    return {re.sub(r"^(?:the|an?|in|on|at|by|to) ", "", text) for text in texts}
