"""Events with their dates: *Put these events in order*, or each event with its year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.analysis.calendar_text import bounds
from quizgen.records import Argument, Candidate, Clause, ItemType, Part, Phrase, Rejection, replace
from quizgen.rules import grammar
from quizgen.selection.choice import Ranked
from quizgen.selection.context import Context
from quizgen.selection.filters.open_question import COMING_AND_GOING, LIGHT
from quizgen.selection.sets.base import (
    FEWEST,
    MOST,
    Element,
    Made,
    best_of_each,
    doubtful,
    evidence,
    made,
    objection,
    refused,
)
from quizgen.selection.words import content, similarity, tokenize
from quizgen.text import count_words

ORDER = "timeline.order"
YEARS = "timeline.years"
SURE = 0.75
"""Least probability of the reading of a clause with its date."""
GOOD = 0.4
"""Lowest score of a question whose fact may be put in order."""
_LONGEST = 18
"""Words of a statement: what is to be compared with others must be seen at a glance."""
_ALIKE = 0.6
"""Share of words in common from which two statements cannot be told apart at a glance."""
_REPEATED = 0.5
"""Share of words in common from which two sentences with one verb may tell of one thing that happened twice."""
_STATES = frozenset(
    "be have live work stand remain know own belong lie exist reside serve represent dominate hold keep stay continue "
    "consider regard mean total amount contain consist seem appear suffer experience fear believe".split()
)
"""Verbs of what lasts: that somebody *lived in Paris in 1830* does not say that it began after what was in 1829."""
_ENDS_OF_LIFE = frozenset({"bear", "die"})
"""Nobody needs the article to put a birth first."""
_TELLING = frozenset(
    "again later finally last final then further next eventually subsequently previously still already another also "
    "afterwards thereafter meanwhile anniversary posthumously age aged year years earlier same following second third "
    "today now once another other others".split()
)
"""Words that tell the order, or lean on another sentence."""
_ABOUT = re.compile(r"\b(?:about|around|circa|ca|approximately|roughly|perhaps|probably|nearly|almost)\b|\bc\.", re.I)
_YEAR = re.compile(r"\d{4}(?:-\d\d){0,2}")
_WRITTEN_YEAR = re.compile(r"\b(?:1\d|20)\d\ds?\b")
_NAME = re.compile(r"\S\s+(?:\S+\s+)*?[“\"‘'(]?[A-Z]")
"""A capital behind the first word."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened at a known time, said without it."""

    entry: Ranked
    statement: str
    time: Phrase

    @property
    def element(self) -> Element:
        return Element(Part(self.statement, self.time.text, evidence(self.entry)), self.entry)


def events(
    passed: Sequence[Ranked], everything: Sequence[Candidate], context: Context
) -> tuple[list[Event], list[Rejection]]:
    """The events that can be put in order, best first, no two at a time of which one does not know which was first."""
    found: list[Event] = []
    rejections: list[Rejection] = []
    dated = [entry for entry in passed if entry.candidate.fact.kind == "time" and entry.candidate.fact.role("time")]
    for entry in best_of_each(dated):
        time = entry.candidate.fact.role("time")
        assert time is not None, "asked for before"
        statement, reason = _statement(entry, time, context)
        event = Event(entry, statement, time)
        reason = reason or _twice(event, everything) or next((why for e in found if (why := _beside(event, e))), "")
        if reason:
            rejections.append(refused(ORDER, entry, statement, time.text, reason))
        else:
            found.append(event)
    return found[:MOST], rejections


def ordering(found: Sequence[Event], context: Context) -> Made | None:
    """*Put these events in order*; None where there are too few."""
    if len(found) < FEWEST:
        return None
    elements = [event.element for event in sorted(found, key=lambda event: bounds(event.time.value))]
    question = "Put these events in order, the earliest first."
    return made(ItemType.ORDERING, ORDER, "timeline", question, elements, context)


def years(found: Sequence[Event], context: Context) -> Made | None:
    """*Match each event with its year*; None where there are too few, or the years say more or less than a year."""
    dated = [event for event in found if _YEAR.fullmatch(event.time.value)]
    if len(dated) < FEWEST or len({event.time.value[:4] for event in dated}) < len(dated):
        return None
    elements = [
        replace(event.element, part=replace(event.element.part, match=event.time.value[:4]))
        for event in sorted(dated, key=lambda event: event.entry.candidate.fact.evidence.start)
    ]
    question = "Match each event with the year in which it happened."
    return made(ItemType.MATCHING, YEARS, "timeline", question, elements, context)


# --------------------------------------------------------------------------------------------- single events


def _statement(entry: Ranked, time: Phrase, context: Context) -> tuple[str, str]:
    """The event said without its date, and why it is no part of an ordering."""
    clause = entry.candidate.fact.clause
    reason = _no_date(time) or _no_event(clause) or _weak(entry)
    if reason or clause is None:
        return "", reason
    try:
        statement = grammar.tell(_undated(clause, time))
    except grammar.Unaskable as why:
        return "", str(why)
    return statement, _unclear(statement, clause) or objection(entry, statement, context)


def _no_date(time: Phrase) -> str:
    if not time.value or time.value.startswith("--"):
        return "its time is not told by the calendar, year included"
    if time.marker not in ("in", "on", "at", "during", "") or _ABOUT.search(time.text):
        return "the article does not say exactly when it was"
    return ""


def _no_event(clause: Clause | None) -> str:
    """Why a clause tells of nothing that happened once, as a fact of the article's own; empty when it does."""
    if clause is None or clause.attribution or clause.condition:
        return "it is told on somebody's word or on a condition"
    verb = clause.verb
    if verb.tense != "past" or verb.modal or verb.negated or verb.copula or verb.tag == "VBG":
        return "it is not told as something that happened"
    if verb.lemma in _STATES:
        return f"'{verb.lemma}' tells of what lasts"
    return "births and deaths need no article to be put in order" if verb.lemma in _ENDS_OF_LIFE else ""


def _weak(entry: Ranked) -> str:
    return doubtful(entry, SURE) or ("" if entry.score >= GOOD else "it is too weak for one of several parts")


def _undated(clause: Clause, time: Phrase) -> Clause:
    """The clause without whatever tells when it was; *was established in 1969* is a sentence without the year too."""
    kept = (a for a in clause.arguments if a.phrase is not time and (a.required or not _tells_when(a)))
    return replace(clause, arguments=tuple(kept))


def _tells_when(argument: Argument) -> bool:
    text = argument.phrase.text
    timed = argument.phrase.type == "time" or argument.role == "clause"
    return timed or bool(_telling(text)) or bool(_WRITTEN_YEAR.search(text))


def _telling(text: str) -> list[str]:
    """Words that tell the order; *New* of *the New Testament* is none."""
    first, *others = tokenize(text) or [""]
    return sorted({first.lower(), *others} & _TELLING)


def _unclear(statement: str, clause: Clause) -> str:
    """Why a statement does not stand on its own, or tells its place among others; empty when all is well."""
    telling = _telling(statement)
    if telling:
        return f"'{telling[0]}' tells its place among the others or leans on another sentence"
    if _WRITTEN_YEAR.search(statement):
        return "a year stands in it"
    if count_words(statement) > _LONGEST:
        return f"it has {count_words(statement)} words"
    if not (clause.subject.proper or _NAME.search(statement)):
        return "without its date nothing in it has a name"
    bare = clause.subject.determiner in ("a", "an") or (
        not clause.subject.determiner and clause.subject.number == "plur"
    )
    if bare and not clause.subject.proper and clause.verb.passive:
        return f"without its date nobody can tell which '{clause.subject.text}' is meant"
    told = content(statement) - content(clause.subject.text) - LIGHT - COMING_AND_GOING
    return "without its date it says too little" if len(told) < (1 if clause.verb.passive else 2) else ""


# --------------------------------------------------------------------------------------------- beside others


def _twice(event: Event, everything: Sequence[Candidate]) -> str:
    """Why it may have happened at another time too; empty when the article tells of one time only."""
    mine = event.entry.candidate.fact
    said = content(event.statement)
    for candidate in everything:
        other, time = candidate.fact, candidate.fact.role("time")
        if time is None or other.clause is None or mine.clause is None or time.value == event.time.value:
            continue
        same = other.clause.verb.lemma == mine.clause.verb.lemma
        if same and similarity(said, content(candidate.statement) - content(time.text)) >= _REPEATED:
            return f"the like is told of {time.text}"
    return ""


def _beside(event: Event, other: Event) -> str:
    """Why it cannot stand beside a better one; empty when it can."""
    (first, last), (begin, end) = bounds(event.time.value), bounds(other.time.value)
    if first <= end and begin <= last:
        return f"it may have been at the time of “{other.statement}”"
    if event.entry.fact == other.entry.fact or similarity(content(event.statement), content(other.statement)) > _ALIKE:
        return f"it is too much like “{other.statement}”"
    return ""
