"""Facts of one kind with two sides: each person with what the article says of them, each term with its meaning."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quizgen.records import ItemType, Part, Rejection
from quizgen.selection.choice import Ranked
from quizgen.selection.context import Context
from quizgen.selection.sets.base import FEWEST, MOST, Element, Made, best_of_each, doubtful, evidence, made, refused
from quizgen.selection.words import content, lower, similarity
from quizgen.text import article, count_words

SURE = 0.6
"""Least probability of the reading of a pair."""
_LONGEST = 12
"""Words of a side."""
_ALIKE = 0.4
"""Share of words in common from which two right sides could be taken for one another."""
_WIDE = frozenset(
    "person people man woman scientist leader member official expert figure native citizen resident descendant "
    "interviewee student child son daughter brother sister wife husband friend fellow colleague veteran hero "
    "professional personality celebrity human being".split()
)
"""What somebody else in the article may be just as well."""
_PRONOUNS = frozenset("he she his her him hers they their them it its himself herself themselves".split())


@dataclass(frozen=True, slots=True)
class Sides:
    """A pair as a fact gives it."""

    entry: Ranked
    left: str
    right: str
    head: str
    """Lemma of the noun that the right side turns on; empty where it is no noun."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of pairs."""

    rule: str
    question: str
    sides: Callable[[Ranked], Sides | None]
    """The pair that a candidate gives, None when it is of another kind."""


def match(kind: Kind, passed: Sequence[Ranked], context: Context) -> tuple[Made | None, list[Rejection]]:
    """The matching of one kind, None where there are too few pairs, and why others are no part of it."""
    found: list[Sides] = []
    rejections: list[Rejection] = []
    for entry in best_of_each(entry for entry in passed if kind.sides(entry)):
        pair = kind.sides(entry)
        assert pair is not None, "asked for before"
        reason = (
            doubtful(entry, SURE)
            or _unfit(pair)
            or next((why for p in found if (why := _beside(pair, p, context))), "")
        )
        if reason:
            rejections.append(refused(kind.rule, entry, pair.left, pair.right, reason))
        else:
            found.append(pair)
    if len(found) < FEWEST:
        rejections += [refused(kind.rule, p.entry, p.left, p.right, "the article has too few like it") for p in found]
        return None, rejections
    chosen = sorted(found[:MOST], key=_place)
    elements = [Element(Part(pair.left, pair.right, evidence(pair.entry)), pair.entry) for pair in chosen]
    return made(ItemType.MATCHING, kind.rule, "pairs", kind.question, elements, context), rejections


def _place(pair: Sides) -> tuple[int, int]:
    """Where the article tells of the left side."""
    fact = pair.entry.candidate.fact
    thing = fact.role("person") or fact.role("thing")
    return fact.evidence.start, thing.span.start if thing else 0


# --------------------------------------------------------------------------------------------- the kinds


def person(entry: Ranked) -> Sides | None:
    """*Georges Cuvier* – *the leading anatomist of France*."""
    fact = entry.candidate.fact
    who = fact.role("person") or fact.role("thing")
    if fact.kind not in ("role", "identity") or who is None or not who.proper or who.type != "person":
        return None
    office, profession = fact.role("office"), fact.role("profession")
    said = office or profession or fact.role("title") or fact.role("kind")
    if said is None:
        return None
    words = said.definition if profession is not None and said is profession else said.text  # with the nationality
    before = "" if fact.kind == "identity" else "the " if office else f"{article(words)} "
    return Sides(entry, who.text, f"{before}{words}", said.head)


def term(entry: Ranked) -> Sides | None:
    """*a caldera* – *a large volcanic crater*: what is always so of a kind of thing."""
    found = _identity(entry)
    return found if found and entry.candidate.fact.role("kind") and not _names(entry) else None


def name(entry: Ranked) -> Sides | None:
    """*Coron* – *the largest town on Busuanga Island*."""
    found = _identity(entry)
    return found if found and _names(entry) else None


def _identity(entry: Ranked) -> Sides | None:
    fact = entry.candidate.fact
    thing, said = fact.role("thing"), fact.role("title") or fact.role("kind")
    if fact.kind != "identity" or thing is None or said is None or thing.type == "person" or fact.clause is None:
        return None
    if fact.clause.verb.tense != "pres" or thing.number != "sing" or said.number != "sing":
        return None
    return Sides(entry, thing.text, said.text, said.head)


def _names(entry: Ranked) -> bool:
    thing = entry.candidate.fact.role("thing")
    return thing is not None and thing.proper


PERSONS = Kind("pairs.persons", "Match each person with the right description.", person)
TERMS = Kind("pairs.terms", "Match each term with its meaning.", term)
NAMES = Kind("pairs.names", "Match each name with the right description.", name)
KINDS = (PERSONS, TERMS, NAMES)


# --------------------------------------------------------------------------------------------- gates


def _unfit(pair: Sides) -> str:
    """Why a pair cannot be printed as two sides; empty when it can."""
    words = lower(pair.right)
    if count_words(pair.left) > 5 or count_words(pair.right) > _LONGEST:
        return "a side is too long"
    if content(pair.left) & content(pair.right):
        return "one side tells the other"
    if pair.head in _WIDE or (set(words) & _WIDE and len(words) < 4):
        return f"“{pair.right}” may be said of others too"
    if set(words) & _PRONOUNS:
        return "a pronoun in it tells whom it is about"
    return (
        "it leans on another sentence" if re.search(r"\b(?:also|then|later|again|another|other)\b", pair.right) else ""
    )


def _beside(pair: Sides, other: Sides, context: Context) -> str:
    """Why a pair cannot stand beside a better one; empty when it can."""
    if content(pair.left) & content(other.left):
        return f"“{other.left}” is there already"
    if similarity(content(pair.right), content(other.right)) >= _ALIKE or (pair.head and pair.head == other.head):
        return f"“{other.right}” is too much like it"
    if content(pair.left) & content(other.right) or content(other.left) & content(pair.right):
        return f"the pair of “{other.left}” names it"
    if _may_be(pair, other, context) or _may_be(other, pair, context):
        return f"it may be said of “{other.left}” too, or the other way round"
    return ""


def _may_be(pair: Sides, other: Sides, context: Context) -> bool:
    """Whether the article calls the other by the noun of this one's description."""
    entity = context.names.get(other.left.casefold())
    return bool(pair.head and entity and any(pair.head in role.split() for role in entity.roles))
