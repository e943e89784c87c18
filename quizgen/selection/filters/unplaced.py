"""Something that happened once, to nobody and nowhere: *Who left the family in debt?*, *Who returned?*

What is told in the past happened to somebody, somewhere, at some time. A question about it that has neither a name nor
a figure could be asked of any article; one in the present (*What carves valleys?*) asks for what is always so.
"""

from __future__ import annotations

import re

from quizgen.records import BLANK, Candidate, ItemType
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter
from quizgen.text import count_words

_NAMED = re.compile(r"\S\s+(?:\S+\s+)*?[“\"‘'(]?[A-Z]|\d")
"""A capital behind the first word, or a figure."""
TOLD = 7
"""A sentence of so many words around a blank says what it is about."""
_DEFINING = frozenset({"identity", "role", "abbreviation", "name", "measure", "quotation", "sentence"})


def check(candidate: Candidate, context: Context) -> str | None:
    clause = candidate.fact.clause
    if candidate.item.type is ItemType.CLOZE and count_words(candidate.item.question) >= TOLD:
        return None
    if clause is None or clause.verb.tense != "past" or candidate.fact.kind in _DEFINING:
        return None
    asked = candidate.item.question.replace(BLANK, "")
    if clause.attribution or _NAMED.search(asked) or _starts_with_name(asked, candidate):
        return None
    return "it happened once, and the question tells neither who nor when nor where"


def _starts_with_name(asked: str, candidate: Candidate) -> bool:
    clause = candidate.fact.clause
    return clause is not None and clause.subject.proper and asked.strip().startswith(clause.subject.text)


FILTER = Filter("unplaced", check)
