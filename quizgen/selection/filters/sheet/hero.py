"""*Who went to Harrow?* in an article on Byron: whoever has seen its title knows."""

from __future__ import annotations

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, answer_is_open, is_question
from quizgen.selection.words import content


def check(candidate: Candidate, context: Context) -> str | None:
    if not is_question(candidate):
        return None  # in a blank of a whole sentence judges let it pass
    words = content(candidate.item.answer) if answer_is_open(candidate) else frozenset()
    longer = candidate.answer.proper and len(words & context.hero) > 1  # *Josephine Elizabeth Butler*
    return "the whole article is about the answer" if words and (words <= context.hero or longer) else None


FILTER = Filter("hero", check)
