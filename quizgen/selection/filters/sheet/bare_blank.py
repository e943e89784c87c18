"""*_____ was an American poet*, *Polaroid released _____*: a few words around a blank that many would fill."""

from __future__ import annotations

import re

from quizgen.records import BLANK, Candidate, ItemType
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter
from quizgen.text import count_words

_IS_A = re.compile(rf"^{BLANK} (?:is|are|was|were) an? ")
_BEFORE_A_NOUN = re.compile(
    rf"\b(?:the|an?|his|her|its|their) {BLANK} (?!(?:[\w-]+ ){{0,3}}(?:Games|Olympics|Cup|Championships?|Series|Open|"
    r"elections?|census|season|war|earthquake|treaty|constitution|referendum|coup|revolution)\b)\w",
    re.I,
)
"""*his first film, the _____ comedy*; what happens every few years is told apart by its year."""
_ONE_OF = re.compile(rf"\bone of (?:the |only )?{BLANK}")
_PLACE_OF = re.compile(rf"\b(?:continent|country|city|state|province|island|town|village|kingdom) of {BLANK}")
"""*the continent of _____* – *4.4 billion people*"""
_IN_BRACKETS = re.compile(rf"\([^()]*{BLANK}[^()]*\)")
_PREDICATE = re.compile(rf"\b(?:is|are|was|were) {BLANK}(?:[.,]| and )")
"""*Napoleon is _____* – *the main villain of the book*"""
_RELATIVE = re.compile(r"\b(?:of|in|at|by|from|to|for|with|on|during) (?:which|whom)\b")
_FEW = 6
_KINDS = 14
"""Words up to which *X is a …* tells the kind alone."""


def check(candidate: Candidate, context: Context) -> str | None:
    item, question = candidate.item, candidate.item.question
    if item.type is not ItemType.CLOZE:
        return None
    if item.answer.startswith("("):
        return "nothing tells that a remark in brackets is wanted"  # *The cane toad _____, also known as …*
    if _IS_A.match(question) and count_words(question) < _KINDS:
        return "many are of this kind"
    head = context.answer_head(candidate)
    if head is not None and head.upos == "NOUN" and _PREDICATE.search(question) and not re.search(r"\d", item.answer):
        return "what somebody or something is may be put in many ways"
    unclear = _unclear(candidate, question)
    if unclear:
        return unclear
    short = count_words(question) < _FEW and not re.search(r"\d", question)
    return "a few words around the blank say too little" if short else None


def _unclear(candidate: Candidate, question: str) -> str | None:
    """Why nobody can tell what kind of thing the blank wants."""
    if re.fullmatch(r"[12]\d{3}", candidate.item.answer) and _BEFORE_A_NOUN.search(question):
        return "nothing tells that a year is wanted"
    if not candidate.answer.proper and f"{BLANK}:" in question:
        return "what stands behind the colon tells it"
    if not candidate.answer.proper and _PLACE_OF.search(question):
        return "a name is expected there"
    if _RELATIVE.search(candidate.item.answer):
        return "the answer tells something of what stands before it"  # *the beginning of which writing was lost*
    if _ONE_OF.search(question) and not candidate.answer.proper:
        return "of what it is one may be put in many ways"
    if _IN_BRACKETS.search(question) and not (f"({BLANK})" in question and candidate.answer.type == "person"):
        return "nothing tells what is wanted in the brackets"  # *Amy Pond (_____)* is a cast list
    return None


FILTER = Filter("bare_blank", check)
