"""Answers without a word in them."""

from __future__ import annotations

import re

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter


def check(candidate: Candidate, context: Context) -> str | None:
    if not re.search(r"[^\W_]", candidate.item.answer):
        return "the answer is empty"
    if not re.search(r"[^\W_]", candidate.item.question):
        return "the question is empty"
    return None


FILTER = Filter("empty_answer", check)
