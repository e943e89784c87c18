"""*According to Cres Eastman, authorities react slowly to Cres Eastman's calls*: put together, not written."""

from __future__ import annotations

import re

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter
from quizgen.selection.words import unquoted

_TWICE = re.compile(r"\b([A-Z]\w+)['’]s?\b.*\b\1\b|\b([A-Z]\w+)\b.*\b\2['’]s?\b")


def check(candidate: Candidate, context: Context) -> str | None:
    found = _TWICE.search(unquoted(candidate.item.question))
    return f"'{found[1] or found[2]}' is named twice" if found else None


FILTER = Filter("named_twice", check)
