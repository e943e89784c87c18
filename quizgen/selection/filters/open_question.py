"""Questions that many answers fit: *What did Byron do?*, *What does Russia have?*"""

from __future__ import annotations

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, is_question
from quizgen.selection.words import content, lower, stem, unquoted

LIGHT = frozenset(
    map(
        stem,
        "do make have get take give go come put see say tell think know want need use try seem look find let keep show "
        "include involve happen become call cause mean provide contain feature involve consist serve begin start "
        "continue remain stay occur exist like say said made had got took gave went came saw told thought knew found "
        "kept showed meant began became done gone taken given seen known".split(),
    )
)
_QUESTION_WORDS = frozenset("what who whom whose which when where why how".split())
_DEFINING = ("identity", "role", "abbreviation", "name", "measure")


def check(candidate: Candidate, context: Context) -> str | None:
    if not is_question(candidate) or candidate.fact.kind in _DEFINING:
        return None
    question = unquoted(candidate.item.question)
    if '"' in candidate.item.question or "“" in candidate.item.question:
        return None
    told = content(question) - {stem(word) for word in _QUESTION_WORDS}
    if not told:
        return "the question names nothing"
    weight = told - LIGHT
    subject = candidate.fact.clause.subject.text if candidate.fact.clause else ""
    beyond = weight - content(subject)
    if lower(question)[:1] == ["what"] and not beyond and not _noun_asked(question):
        return "many answers would fit: the question says no more than its subject"
    return None


def _noun_asked(question: str) -> bool:
    """*What year*, *What kind of*: the noun narrows it down."""
    words = lower(question)
    return len(words) > 1 and words[1] not in (
        "is are was were do does did has have had will would can could may might must shall should be".split()
    )


FILTER = Filter("open_question", check)
