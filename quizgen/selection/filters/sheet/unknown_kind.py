"""*What entered the Narrows?* – *the Imo*: a name is asked for with *which*, and nothing tells which what."""

from __future__ import annotations

import re

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, is_question


def check(candidate: Candidate, context: Context) -> str | None:
    answer = candidate.answer
    asked = is_question(candidate) and re.match(r"What (?!is the|was the|are the|were the)", candidate.item.question)
    owned = answer.determiner == "'s"  # *What supplied instruments?* – *Fraunhofer's workshop*
    by_name = candidate.fact.kind in ("name", "abbreviation", "part", "use", "identity")
    named = answer.proper and answer.type != "abstract"
    return "it asks what, not which" if asked and not by_name and (named or owned) else None


FILTER = Filter("unknown_kind", check)
