"""*The municipality experienced _____*, *When was the study published?*: the reader does not know which."""

from __future__ import annotations

from quizgen.records import Candidate, ItemType
from quizgen.selection.context import Context
from quizgen.selection.features import open_descriptions
from quizgen.selection.filters.base import Filter
from quizgen.selection.filters.definite import UNIQUE
from quizgen.selection.words import stem

_SPOKEN_OF = frozenset(
    map(
        stem,
        "study report scientists researchers authors survey poll attack incident accident team match game court judge "
        "collection competition contest event exhibit exhibition project article paper ban crisis announcement "
        "decision agreement debate trial case plan program programme ceremony festival conflict battle campaign couple "
        "company animal proposal bill investigation expedition voyage clinic factory catalyst "
        "chief".split(),
    )
)
"""Nouns of what an article is about without a name: *the study*, *the attack*."""
_GROUND = frozenset(map(stem, "ground surface planet globe horizon coast shore countryside".split()))
"""Nouns that stand with *the* and are understood where nothing else is spoken of."""


def check(candidate: Candidate, context: Context) -> str | None:
    blank = candidate.item.type in (ItemType.CLOZE, ItemType.TRUE_FALSE)
    nouns = (n for n in open_descriptions(candidate, context) if stem(n) not in UNIQUE | _GROUND)
    noun = next((n for n in nouns if blank or stem(n) in _SPOKEN_OF), "")
    return f"'the {noun}' may be any" if noun else None


FILTER = Filter("described", check)
