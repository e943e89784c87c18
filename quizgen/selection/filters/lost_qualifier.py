"""Words left out without which nobody can tell what is meant: *How many people packed the streets?*, at what occasion?

Grammar leaves out what points at something unknown and what makes a question too long. With a name or a figure left in
it, a question can still be told from all others; without, it asks about anything of the kind.
"""

from __future__ import annotations

import re

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter
from quizgen.selection.words import content

_QUALIFYING = frozenset({"oblique", "purpose", "means", "clause"})
_NAMED = re.compile(r"\S\s+(?:\S+\s+)*?[“\"‘(]?[A-Z]|\d")
"""A capital behind the first word, or a figure."""


def check(candidate: Candidate, context: Context) -> str | None:
    clause = candidate.fact.clause
    if clause is None or candidate.fact.kind in ("detail", "name", "measure") or _NAMED.search(candidate.item.question):
        return None
    asked = content(candidate.item.question) | content(candidate.item.answer)
    for argument in clause.arguments:
        words = content(argument.phrase.text)
        qualifies = (
            argument.role in _QUALIFYING and argument.position == "after" and argument.phrase is not candidate.answer
        )
        if qualifies and words and not words & asked:
            return f"“{argument.phrase.text}” was left out, and nothing else tells which occasion is meant"
    return None


FILTER = Filter("lost_qualifier", check)
