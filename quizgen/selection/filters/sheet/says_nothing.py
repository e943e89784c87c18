"""*What takes place in two ways?* – *movement*; *Traders carried _____ to Africa* – *the plant*."""

from __future__ import annotations

import re

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, answer_is_open, is_question
from quizgen.selection.filters.definite import UNIQUE
from quizgen.selection.words import stem

_POINTER = re.compile(
    r"\b(?:website|web ?page|link|homepage)\b|^the (?:name|title|number|use|rest|end) of\b|^the (?:singular|plural) ",
    re.I,
)


def check(candidate: Candidate, context: Context) -> str | None:
    answer, words = candidate.answer, candidate.item.answer.split()
    if not answer_is_open(candidate) or answer.proper or answer.type in ("time", "number", "money", "percent"):
        return None
    bare = len(words) == 1 and answer.type in ("abstract", "event", "") and is_question(candidate)
    the = words[0].casefold() == "the" and " ".join(words[1:]).islower()
    the = the and (len(words) == 3 if answer.type == "person" else len(words) == 2 and stem(words[1]) not in UNIQUE)
    pointer = bool(_POINTER.search(candidate.item.answer))
    such = words[0].casefold() in ("such", "no", "many", "some", "several", "various")
    return f"'{candidate.item.answer}' says little by itself" if bare or the or such or pointer else None


FILTER = Filter("says_nothing", check)
