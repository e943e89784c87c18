"""*Which places were the officials touring?*: at which moment?"""

from __future__ import annotations

import re

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, is_question


def check(candidate: Candidate, context: Context) -> str | None:
    clause = candidate.fact.clause
    if clause is None or not is_question(candidate) or clause.verb.tag != "VBG" or clause.verb.tense != "past":
        return None
    told = re.search(r"\b(?:when|while|as|in|on|at|during|by) .*\d|\b(?:when|while)\b", candidate.item.question)
    return None if told else "it was in progress at a moment that the question does not name"


FILTER = Filter("in_progress", check)
