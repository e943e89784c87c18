"""What a matching and an ordering have in common: elements that passed every gate, and how they become an item."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizgen.records import Evidence, Item, ItemType, Part, Rejection, answer_of, digest, replace
from quizgen.selection.choice import Ranked
from quizgen.selection.context import Context
from quizgen.selection.filters import FILTERS, open_question
from quizgen.selection.words import content, normal

FEWEST, MOST = 3, 6
"""So many parts. Two can be guessed; of seven or more one loses the thread."""


@dataclass(frozen=True, slots=True)
class Element:
    """A part and the candidate that stands for its fact."""

    part: Part
    entry: Ranked


@dataclass(frozen=True, slots=True)
class Made:
    """A matching or an ordering, and what it was made of."""

    item: Item
    elements: tuple[Element, ...]


def made(type: ItemType, rule: str, fact: str, question: str, elements: Sequence[Element], context: Context) -> Made:
    """The item of these elements, which come in the order of its answer.

    An article has at most one item of a rule, so that its id needs no more than the two: a set that gained an element
    after an edit of the article is still the same card.
    """
    parts = tuple(element.part for element in elements)
    key = context.document.key
    item = Item(
        id=digest(key, rule),
        type=type,
        question=question,
        answer=answer_of(type, parts),
        evidence=parts[0].evidence,
        rule=rule,
        fact=fact,
        document=key,
        difficulty=_difficulty(type, len(parts)),
        score=min(element.entry.score for element in elements),
        parts=parts,
    )
    return Made(item, tuple(elements))


def _difficulty(type: ItemType, count: int) -> str:
    """What comes first must be remembered, what belongs together need only be recognised; more parts are harder."""
    points = count + (type is ItemType.ORDERING)
    return "easy" if points <= FEWEST else "hard" if points >= MOST else "medium"


def evidence(entry: Ranked) -> Evidence:
    """The sentence of a candidate; what its answer is plays no part in a set."""
    return replace(entry.candidate.item.evidence, answer_start=-1, answer_end=-1)


def objection(entry: Ranked, statement: str, context: Context) -> str:
    """Why a statement must not be printed, as the filters see it; empty when they see nothing.

    But for the one that asks whether it can be judged true or false: here it need only be told from others.
    """
    item = replace(entry.candidate.item, type=ItemType.TRUE_FALSE, question=statement, answer="True", accept=())
    formed = replace(entry.candidate, item=item)
    return next(
        (why for filter in FILTERS if filter is not open_question.FILTER and (why := filter.check(formed, context))), ""
    )


def doubtful(entry: Ranked, least: float) -> str:
    """Why a fact is too unsure for an element, since one that was misread spoils the set; empty when it is not."""
    return "" if entry.candidate.fact.confidence >= least else "its reading is too doubtful for one of several parts"


def best_of_each(entries: Iterable[Ranked]) -> list[Ranked]:
    """One entry a fact, the best first."""
    best: dict[str, Ranked] = {}
    for entry in sorted(entries, key=lambda e: e.order):
        best.setdefault(entry.candidate.fact.key, entry)
    return list(best.values())


def refused(rule: str, entry: Ranked, text: str, match: str, reason: str) -> Rejection:
    """An element that was not taken."""
    return Rejection(text or entry.candidate.item.question, match, rule, entry.candidate.fact.sentence, "sets", reason)


def gives_away(entry: Ranked, set: Made) -> bool:
    """Whether a question and a set cannot stand on one sheet, since one tells what the other asks."""
    tells = _pairs if set.item.type is ItemType.MATCHING else _dates
    return any(tells(entry, element) for element in set.elements)


def _pairs(entry: Ranked, element: Element) -> bool:
    """Whether an item has something of both sides: *Who was the leading anatomist of France? – Georges Cuvier*."""
    left, right = content(element.part.text), content(element.part.match)
    said = entry.asked | entry.answered
    both = bool(left & said) and 2 * len(right & said) >= len(right)
    return both or entry.fact == element.entry.fact


def _dates(entry: Ranked, element: Element) -> bool:
    """Whether a question on the same sentence names the date of an event or asks for it, or for what the event tells.

    A date is asked for once: the options of *When …?* would tell the order. Initials may be told, as elsewhere.
    """
    fact = entry.candidate.fact
    if fact.sentence != element.entry.candidate.fact.sentence:
        return False
    told = f" {entry.answer} " in f" {normal(element.part.text)} " and fact.kind != "abbreviation"
    return told or bool(content(element.part.match) & (entry.asked | entry.answered))
