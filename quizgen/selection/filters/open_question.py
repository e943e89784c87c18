"""Questions that many answers fit: *What did Byron do?*, *What does Russia have?*"""

from __future__ import annotations

from quizgen.records import Candidate, ItemType
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, is_question
from quizgen.selection.words import content, lower, stem, tokenize, unquoted

LIGHT = frozenset(
    map(
        stem,
        "do make have get take give go come put see say tell think know want need use try seem look find let keep show "
        "include involve happen become call cause mean provide contain feature involve consist serve begin start "
        "continue remain stay occur exist like say said made had got took gave went came saw told thought knew found "
        "kept showed meant began became done gone taken given seen known".split(),
    )
)
COMING_AND_GOING = frozenset(
    map(
        stem,
        "return come arrive leave depart appear reemerge move enter meet speak act work live stay wait go travel visit "
        "improve worsen change happen help talk walk look sit stand reappear stop assist contribute follow "
        "try succeed settle fail win lose fight attack lead play run pass march gather agree refuse decide react "
        "respond protest".split(),
    )
)
"""Verbs of what happens again and again: with no more than a subject they tell no occasion."""
_QUESTION_WORDS = frozenset("what who whom whose which when where why how".split())
_ADVERBS = frozenset(
    map(stem, "finally temporarily consistently slowly quickly often usually again inland away back".split())
)
_KINDS_OF_PLACE = frozenset(map(stem, "city country continent region place year".split()))
_DEFINING = ("identity", "role", "abbreviation", "name", "measure", "part", "use", "origin", "list", "comparison")


def check(candidate: Candidate, context: Context) -> str | None:
    if candidate.item.type is ItemType.TRUE_FALSE:
        return _bare_statement(candidate)
    if not is_question(candidate) or candidate.fact.kind in _DEFINING:
        return None
    question = unquoted(candidate.item.question)
    if candidate.fact.kind == "quantity" and len(content(question) - LIGHT - {"many", "much"}) < 2:
        return "the question does not say where or when that many were"
    if '"' in candidate.item.question or "“" in candidate.item.question:
        return None
    told = content(question) - {stem(word) for word in _QUESTION_WORDS}
    if not told:
        return "the question names nothing"
    weight = told - LIGHT
    subject = candidate.fact.clause.subject.text if candidate.fact.clause else ""
    beyond = weight - content(subject)
    if lower(question)[:1] == ("what",) and not beyond and not _noun_asked(question):
        return "many answers would fit: the question says no more than its subject"
    if lower(question)[:1] == ("what",) and not _noun_asked(question) and _one_of_many_deeds(candidate, beyond):
        return "many answers would fit: it says who did it and no more"
    occasion = told - content(subject) - _ADVERBS - _KINDS_OF_PLACE
    occasion -= _when(candidate)
    if occasion and occasion <= COMING_AND_GOING and lower(question)[0] not in ("why", "how"):
        return "many answers would fit: no occasion is told"
    if _asks_subject(candidate) and not _noun_asked(question) and _unanchored(question, candidate):
        return "many answers would fit: hardly more than the verb is told"
    return None


def _when(candidate: Candidate) -> frozenset[str]:
    """Words of content that tell the time."""
    clause = candidate.fact.clause
    return (
        content(" ".join(a.phrase.text for a in clause.arguments if a.phrase.type == "time")) if clause else frozenset()
    )


def _one_of_many_deeds(candidate: Candidate, beyond: frozenset[str]) -> bool:
    """*What did Byron compose?*: people do much in their lives; the verb alone does not tell which deed is meant."""
    clause = candidate.fact.clause
    if (
        clause is None
        or not (clause.verb.tense == "past" or clause.verb.modal)
        or clause.subject.type not in ("person", "organization")
    ):
        return False
    return not beyond - {stem(clause.verb.lemma), stem(clause.verb.form)}


def _bare_statement(candidate: Candidate) -> str | None:
    """*Athens is ever evolving.*: a statement to be judged says something of its subject that can be wrong."""
    clause = candidate.fact.clause
    subject = clause.subject.text if clause else ""
    when = _when(candidate)
    told = content(candidate.item.question) - content(subject) - when
    if when and not told - LIGHT - COMING_AND_GOING - _ADVERBS:
        return "the statement says too little to be judged"
    if len(content(candidate.item.question) - content(subject) - LIGHT - COMING_AND_GOING - _ADVERBS) < 3:
        return "the statement says too little to be judged"
    return None


def _asks_subject(candidate: Candidate) -> bool:
    clause = candidate.fact.clause
    return clause is not None and clause.subject.text not in candidate.item.question


def _unanchored(question: str, candidate: Candidate) -> bool:
    """*What is used in foods?*, *What was announced in 2020?*: no name, and not two words beside verb and time."""
    clause = candidate.fact.clause
    if clause is None:
        return False
    times = frozenset().union(*(content(a.phrase.text) for a in clause.arguments if a.phrase.type == "time"))
    verb = {stem(clause.verb.lemma), stem(clause.verb.form.split()[-1]) if clause.verb.form else ""}
    left = content(question) - times - verb - LIGHT - _ADVERBS
    named = any(word[0].isupper() and stem(word) in left for word in tokenize(question)[1:])
    return len(left) < 2 and not named


def _noun_asked(question: str) -> bool:
    """*What year*, *What kind of*: the noun narrows it down."""
    words = lower(question)
    return len(words) > 1 and words[1] not in (
        "is are was were do does did has have had will would can could may might must shall should be".split()
    )


FILTER = Filter("open_question", check)
