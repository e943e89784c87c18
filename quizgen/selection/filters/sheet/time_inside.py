"""*What did Britain ban?* – *new bridges between 1992 and 1996*: the bridges, or the ban?"""

from __future__ import annotations

import re

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, answer_is_open

_TIME = re.compile(
    r"\w (?:in|between|from|since|until|during) (?:\w+ ){0,2}[12]\d{3}(?: (?:and|to) (?:\w+ )?[12]\d{3})?$"
)


def check(candidate: Candidate, context: Context) -> str | None:
    if not answer_is_open(candidate) or candidate.answer.type == "time" or candidate.answer.proper:
        return None
    found = _TIME.search(candidate.item.answer)
    return "whether the time belongs to the answer is not clear" if found else None


FILTER = Filter("time_inside", check)
