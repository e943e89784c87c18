"""*According to Cres Eastman, authorities react slowly to Cres Eastman's calls*: put together, not written."""

from __future__ import annotations

import re

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter
from quizgen.selection.words import unquoted

_WHOLE_TWICE = re.compile(r"\b([A-Z]\w+(?: [A-Z]\w+)+)\b.*\b\1\b")
_TWICE = re.compile(r"\b([A-Z]\w+)['’]s?\b.*\b\1\b|\b([A-Z]\w+)\b.*\b\2['’]s?\b")

_BORN_AS = re.compile(r"\bborn [A-Z]\w+ [A-Z]\w+.*\?$")
"""*When was Mary Midgley born Mary Scrutton?*"""


def check(candidate: Candidate, context: Context) -> str | None:
    question = unquoted(candidate.item.question)
    whole = _WHOLE_TWICE.search(question)
    if whole:
        return f"'{whole[1]}' is named twice"
    if _BORN_AS.search(question):
        return "the name at birth stands beside the later one"
    found = _TWICE.search(question)
    return f"'{found[1] or found[2]}' is named twice" if found else None


FILTER = Filter("named_twice", check)
