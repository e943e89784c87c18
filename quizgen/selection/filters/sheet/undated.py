"""*When did she cast the only vote?* – *December 8*: what happened once, and the year is nowhere."""

from __future__ import annotations

import re

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, answer_is_open, is_question
from quizgen.selection.numbers import MONTHS
from quizgen.selection.words import unquoted

_MONTH = re.compile(rf"\b(?:{'|'.join(m.capitalize() for m in MONTHS)})\b(?!,? (?:\d{{1,2}},? )?\d{{4}})")
_YEAR = re.compile(r"\b1\d{3}\b|\b20\d\d\b")


def check(candidate: Candidate, context: Context) -> str | None:
    clause = candidate.fact.clause
    if not is_question(candidate):
        return None  # a sentence is read as one of its article
    if clause is not None and clause.verb.tense != "past":
        return None
    texts = (unquoted(candidate.item.question), candidate.item.answer if answer_is_open(candidate) else "")
    if any(map(_YEAR.search, texts)):
        return None
    found = next(filter(None, map(_MONTH.search, texts)), None)
    return f"'{found.group()}' of which year is not told" if found else None


FILTER = Filter("undated", check)
