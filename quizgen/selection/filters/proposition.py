"""The proposition put together from question and answer must say no less than the source clause: *Who had 5 sacks?*, in
how many games?
"""

from __future__ import annotations

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter
from quizgen.selection.left_out import left_out


def check(candidate: Candidate, context: Context) -> str | None:
    missing = left_out(candidate, context)
    if not missing:
        return None
    words = " … ".join(token.form for token in missing[:4])
    return f"the article says more of it: “{words}” was left out"


FILTER = Filter("proposition", check)
