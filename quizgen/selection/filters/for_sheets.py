"""Reasons to leave an item off a sheet of chosen items; whoever asks for all items gets it.

Judges refused half of what each of these finds, also among what the ranking took for good: too many for a sheet that
is printed untouched, too few to say that the item is wrong.
"""

from __future__ import annotations

import re

from quizgen.records import Candidate, ItemType
from quizgen.selection.context import Context
from quizgen.selection.features import open_descriptions
from quizgen.selection.filters.base import Filter, answer_is_open
from quizgen.selection.filters.definite import UNIQUE
from quizgen.selection.words import content, stem, unquoted

_SOME = re.compile(r"(?:One|Some|Several|Another|Other|Certain|Various|Both|Each) (?!of\b)[a-z]")
_BEFORE = re.compile(
    r"\b(?:an?|the|his|her|its|their) (?:previous|earlier|prior|subsequent|preceding|latter|last) "
    r"(?!\w+ (?:of|to)\b)[a-z]+\b",
    re.I,
)
_TWICE = re.compile(r"\b([A-Z]\w+)['’]s?\b.*\b\1\b|\b([A-Z]\w+)\b.*\b\2['’]s?\b")
_EMPTY = re.compile(r"^(?:There (?:is|are|was|were)|It (?:is|was)|This|That) ")


def described(candidate: Candidate, context: Context) -> str | None:
    """*The municipality experienced _____*: the reader does not know which."""
    if candidate.item.type is not ItemType.CLOZE:
        return None
    noun = next((n for n in open_descriptions(candidate, context) if stem(n) not in UNIQUE), "")
    return f"'the {noun}' may be any" if noun else None


def given_away(candidate: Candidate, context: Context) -> str | None:
    """*A study of iodine … are not getting _____ (enough iodine)*"""
    head = context.answer_head(candidate)
    if candidate.item.type is not ItemType.CLOZE or head is None:
        return None
    asked = content(candidate.item.question)
    return f"'{head.form}' stands in the sentence already" if stem(head.form) in asked else None


def named_twice(candidate: Candidate, context: Context) -> str | None:
    """*According to Cres Eastman, authorities react slowly to Cres Eastman's calls*: put together, not written."""
    found = _TWICE.search(unquoted(candidate.item.question))
    return f"'{found[1] or found[2]}' is named twice" if found else None


def some_of_many(candidate: Candidate, context: Context) -> str | None:
    """*One study found _____*, *a previous cyclone*: which?"""
    texts = (candidate.item.question, candidate.item.answer if answer_is_open(candidate) else "")
    found = _SOME.match(texts[0]) or next((m for text in texts if (m := _BEFORE.search(unquoted(text)))), None)
    return f"'{found.group()}' does not say which" if found else None


def empty_sentence(candidate: Candidate, context: Context) -> str | None:
    """*There are attractions on _____.*"""
    if candidate.item.type is ItemType.CLOZE and _EMPTY.match(candidate.item.question):
        return "the sentence only says that there is something"
    return None


SHEET_FILTERS: tuple[Filter, ...] = (
    Filter("described", described),
    Filter("given_away", given_away),
    Filter("named_twice", named_twice),
    Filter("some_of_many", some_of_many),
    Filter("empty_sentence", empty_sentence),
)
