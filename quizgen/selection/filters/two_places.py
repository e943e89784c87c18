"""*Where did Chao teach at the University of California?*: a question for a place that tells a place already."""

from __future__ import annotations

import re

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, is_question

_WHERE = re.compile(
    r"^(?:from where|where|(?:in|on|at|to|from) which (?:city|town|country|state|village|region|place))\b", re.I
)
_GOING = frozenset({"fly", "go", "travel", "move", "walk", "sail", "run", "extend", "stretch", "lead", "ride", "march"})
_STANDS = frozenset("in at on near of within inside outside east west north south".split())


def check(candidate: Candidate, context: Context) -> str | None:
    clause, question = candidate.fact.clause, candidate.item.question
    if clause is None or not is_question(candidate) or not _WHERE.match(question):
        return None
    if re.match(r"where\b", question, re.I) and re.search(r" from [^?]*\?$", question) and clause.verb.lemma in _GOING:
        return "'from' tells where it began, and the question does not say whether that is asked"
    for argument in clause.arguments:
        other = argument.phrase
        told = other.text != candidate.answer.text and f"{other.marker} {other.text}".strip() in question
        if told and other.type in ("place", "organization") and other.marker.split(" ")[0] in _STANDS:
            return f"'{other.marker} {other.text}' tells a place already"
    return None


FILTER = Filter("two_places", check)
