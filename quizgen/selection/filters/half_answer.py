"""Answers that are a piece of what the article says."""

from __future__ import annotations

import re

from quizgen.analysis.lexicon import is_person_noun, title_gender
from quizgen.records import BLANK, Candidate, ItemType
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, answer_is_open
from quizgen.selection.words import lower

_LOOSE_END = frozenset(
    "a an the of in on at to by for with from and or but nor as than that which who whose into his her its "
    "their my our "
    "very more most less is are was were be has have had not".split()
)
_LOOSE_START = frozenset("and or but nor of than which whose 's".split())
_TIME_FIRST = re.compile(r"(?:in|on|by|during) (?:the )?(?:\d{4}|[A-Z][a-z]+ \d{4}) \w", re.I)
"""*_____ opened a centre* – *in 1951 students*"""
_TWO_OF_A_LIST = re.compile(r"^(?!.*\b(?:and|or)\b).*, (?:the )?\w")
_TWO_YEARS = re.compile(r"\d{4}, \d{4}$")
"""*1942 (US), 1943 (UK)*, and nothing left of what told them apart."""
_TIME_TAIL = re.compile(r"\d{4}(?::| (?:an?|the)) \w")
"""*August 1, 1974 a few months* after what? *December 1823: the skeleton of a plesiosaur*"""
_LIST_GOES_ON = re.compile(rf"{BLANK},? (?:and|or) ")
"""*a member of _____ and NATO* – *the Council of Europe, the OSCE*"""
_LIST_ENDS = re.compile(rf"\b(?:and|or) {BLANK}(?:[.,]|$)")
"""*the boards are the CBSE and _____* – *the CISCE, NENBSE*"""
_EXCEPT = re.compile(
    r"(?: \([^()]*\))?,? (excluding|except|other than|apart from|with the exception|but not|not including|minus)\b"
)
_FIGURES = ("number", "money", "percent", "time")
_WHOLE_KINDS = ("quantity", "measure", "role", "name", "abbreviation", "quotation", "time")
"""Here the fact itself is one of the things that stand side by side."""


def check(candidate: Candidate, context: Context) -> str | None:
    if not answer_is_open(candidate):
        return None
    words = lower(candidate.item.answer)
    if candidate.item.question.startswith(BLANK) and _TIME_FIRST.match(candidate.item.answer):
        return "a time opens the answer"
    if _office_alone(candidate.item.answer):
        return f"'{candidate.item.answer}' does not say which"
    if words and words[-1] in _LOOSE_END and len(words) > 1:
        return f"the answer breaks off at '{words[-1]}'"
    if words and words[0] in _LOOSE_START:
        return f"the answer begins in the middle, with '{words[0]}'"
    if "(" in candidate.item.answer.strip("()") and candidate.fact.kind not in ("name", "abbreviation"):
        return "the answer has a remark in brackets"
    if re.search(r",? and (?:in|on|at|across|along|into|to|from|by|through|of|for|with)\b", candidate.item.answer):
        return "a second phrase hangs on the answer"
    if re.search(r"\bbut\b|, and (?:a|an|the) ", candidate.item.answer) and candidate.item.type is ItemType.CLOZE:
        return "the answer is two statements, or half of them"
    if _TWO_OF_A_LIST.search(candidate.item.answer) and _LIST_GOES_ON.search(candidate.item.question):
        return "the answer is two of a list"
    if _TWO_YEARS.search(candidate.item.answer):
        return "the answer is two years"
    if candidate.answer.type == "time" and _TIME_TAIL.search(candidate.item.answer):
        return "something hangs on the time"
    ends = candidate.answer.type not in ("time", "place") and _LIST_ENDS.search(candidate.item.question)
    if ends and _TWO_OF_A_LIST.search(candidate.item.answer):
        return "the answer is two of a list"
    if _exception(candidate):
        return "what is excepted is left out"
    told_apart = candidate.answer.definition and candidate.answer.definition in candidate.item.question
    if told_apart or candidate.fact.kind in _WHOLE_KINDS or candidate.answer.type in _FIGURES:
        return None
    return _sibling(candidate, context)


def _exception(candidate: Candidate) -> bool:
    """*the group 1 elements* of *the group 1 elements, excluding hydrogen*."""
    told, words = candidate.item.evidence.text, candidate.item.answer.split(",")[0]
    behind = (found for found in _EXCEPT.finditer(told) if told[: found.start()].endswith(words))
    return any(found[1] not in f"{candidate.item.question} {candidate.item.answer}" for found in behind)


def _office_alone(answer: str) -> bool:
    """*the Tsar*, *the Prime Minister*: whoever has not the article in front of them asks which one."""
    article, _, words = answer.partition(" ")
    if article.casefold() != "the" or not words[:1].isupper():
        return False
    alone = " " not in words and (title_gender(words) is not None or is_person_noun(words.casefold()))
    return alone or words.casefold() in ("prime minister", "vice president", "home secretary", "foreign minister")


def _sibling(candidate: Candidate, context: Context) -> str | None:
    """*Shipenko* of *Peresild and Shipenko*: the others of the list are as right as this one."""
    sentence, head = context.sentence(candidate), context.answer_head(candidate)
    if sentence is None or head is None or head.upos not in ("NOUN", "PROPN", "NUM", "ADJ", "PRON"):
        return None
    if candidate.item.type is ItemType.CLOZE:
        return None  # the others stand around the blank
    inside = set(candidate.answer.tokens)
    first = sentence.head(head) if head.relation == "conj" else head
    if first is None:
        return None
    for other in (first, *sentence.children(first, "conj")):
        nominal = other.upos in ("NOUN", "PROPN", "NUM", "PRON", "ADJ") and not sentence.children(other, "nsubj", "cop")
        if other.id not in inside and nominal and not _initials(other.form, candidate.item.answer):
            return f"'{other.form}' stands beside it and is as right"
    return None


def _initials(short: str, long: str) -> bool:
    """*ISS* beside *the International Space Station* is the same thing."""
    return short.isupper() and short == "".join(word[0] for word in long.split() if word[0].isupper())


FILTER = Filter("half_answer", check)
