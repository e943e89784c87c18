"""Which wrong answer makes a statement false beyond doubt.

A choice may say *which of these*; a statement stands alone, so that more is asked of what is put into it: the article
gives one value for the fact, and the sentence says nothing of the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from quizgen.records import BLANK, Candidate, Distractor
from quizgen.selection import kinds, variation
from quizgen.selection.asking import Asking
from quizgen.selection.context import Context
from quizgen.selection.pool import Pool
from quizgen.selection.words import content, normal

_HEDGE = re.compile(
    r"\b(?:by|since|until|till|before|after|about|around|nearly|almost|roughly|approximately|over|under|above|below|"
    r"up to|than|at least|at most|as many as|as much as|some|early|late|possibly|perhaps|probably|circa|c\.|"
    r"between|within|throughout|mainly|mostly|largely|partly|usually|often|sometimes)\s*$",
    re.I,
)
"""What stands before the blank and leaves room for more than one value."""
_OPEN = re.compile(
    r"\b(?:including|such as|e\.g\.|for example|among others|may|might|could|can|possibly|perhaps|probably|reportedly|"
    r"allegedly|another|other|more)\b",
    re.I,
)
"""Words of a statement that is not the whole story, so that another value might be right too."""
_MANY = frozenset("include contain have use involve own need consist comprise feature offer mean resemble like".split())
"""Verbs that hold of several things at once: that it has one does not say that it has not the other."""
Reason = str | None


@dataclass(frozen=True, slots=True)
class StatementCheck:
    name: str
    why: Callable[[Distractor, Asking], Reason]


def swaps(candidate: Candidate, found: Sequence[Distractor], pool: Pool, context: Context) -> Iterator[Distractor]:
    """Those wrong answers, the best first, with which the candidate's statement is clearly false by the article."""
    if candidate.statement.count(BLANK) != 1:
        return
    asking = Asking(candidate, pool, context)
    for option in found:
        if not any(check.why(option, asking) for check in CHECKS):
            yield option


def unheard(option: Distractor, asking: Asking) -> Reason:
    """*He was treated well in Seattle*: where the article does not speak of Seattle, it does not deny it either."""
    known = asking.numeric or asking.pool.find(option.text) is not None
    return None if known else "the article does not speak of it"


def hedged(option: Distractor, asking: Asking) -> Reason:
    """*By 1998 it had closed* is true of 1999 as well; *around ten* says nothing against eleven."""
    before = asking.candidate.statement.partition(BLANK)[0]
    if _HEDGE.search(before) or variation.is_bounded(asking.key) or variation.is_rough(asking.key):
        return "a word before it leaves room for other values"
    return None


def open_statement(option: Distractor, asking: Asking) -> Reason:
    """What is said may be true of several, or is itself not certain."""
    clause = asking.candidate.fact.clause
    if _OPEN.search(asking.candidate.statement):
        return "the statement does not claim to be the whole story"
    if clause is not None and clause.verb.lemma in _MANY and not asking.numeric:
        return "it may be true of several"
    return "what is not so cannot be made wrong" if clause is not None and clause.verb.negated else None


def in_sentence(option: Distractor, asking: Asking) -> Reason:
    """*Korea substituted Kim for Lee*: whoever the sentence names takes part in what it tells."""
    sentence = asking.sentence
    if sentence is None:
        return None
    if f" {normal(option.text)} " in f" {normal(sentence.text)} ":
        return "the sentence names it"
    if asking.numeric:
        return None
    shared = (content(option.text) - kinds.kind_stems()) & content(sentence.text)
    return "the sentence names a part of it" if shared else None


def told_beside(option: Distractor, asking: Asking) -> Reason:
    """Names: a sentence that speaks of the other one with the verb of the statement may say the same of it."""
    clause, found = asking.candidate.fact.clause, asking.pool.find(option.text)
    if asking.numeric or found is None or clause is None or clause.verb.lemma == "be":
        return None
    sentences = asking.context.analysis.sentences
    near = (sentences[at] for at in found.sentences if at < len(sentences))
    if any(token.lemma.casefold() == clause.verb.lemma for sentence in near for token in sentence.tokens):
        return "the article says the same of it, or something like it"
    return None


def now(option: Distractor, asking: Asking) -> Reason:
    """*There are flights to Tehran*, *Chad is in Africa*: beside what is so in general, other places may be so too."""
    clause, own = asking.candidate.fact.clause, asking.own
    if asking.candidate.answer.type != "place":
        return None
    if own is not None and own.kind == "continent":
        return "what happens on one continent may happen on another"
    past = clause is not None and clause.verb.tense == "past"
    return None if past else "what is so in general may be so in several places"


CHECKS = (
    StatementCheck("unheard", unheard),
    StatementCheck("hedged", hedged),
    StatementCheck("open_statement", open_statement),
    StatementCheck("in_sentence", in_sentence),
    StatementCheck("told_beside", told_beside),
    StatementCheck("now", now),
)
