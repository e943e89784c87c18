"""What did not happen has no time, no place and no end of answers."""

from __future__ import annotations

import re

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, is_question
from quizgen.selection.words import unquoted

_NOT = re.compile(r"\b(?:not|never|no longer|neither|nor|cannot)\b|n['’]t\b", re.I)


def check(candidate: Candidate, context: Context) -> str | None:
    question = unquoted(candidate.item.question)
    clause = candidate.fact.clause
    if clause and clause.verb.negated and not _NOT.search(question):
        return "the article denies it, and the denial got lost"
    if is_question(candidate) and _NOT.search(question) and not re.match(r"(?:why|which|who)\b", question, re.I):
        return "it asks for what is not so, and that is nearly everything"
    return None


FILTER = Filter("negated", check)
