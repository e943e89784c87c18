"""*Each car will be cheaper*: than what? A comparative without its *than* takes up something that was said before."""

from __future__ import annotations

import re

from quizgen.records import Candidate, ItemType, Sentence, Token
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter
from quizgen.selection.words import lower

_FIXED = frozenset("further later earlier rather longer sooner better".split())
"""Comparatives that need no *than*: *further improved*, *later became*."""


_SET_PHRASE = re.compile(r"\b(?:more and more|the more|the less|no longer|more or less|or more|or less)\b")


def check(candidate: Candidate, context: Context) -> str | None:
    sentence = context.sentence(candidate)
    if sentence is None or candidate.item.type is ItemType.TRUE_FALSE:
        return None
    compared = context.once(_comparatives, sentence)
    asked = lower(f"{candidate.item.question} {candidate.item.answer}") if compared else ()
    open_one = next((token for token in compared if token.form.casefold() in asked), None)
    return f"'{open_one.form}' compares, and the sentence does not say with what" if open_one else None


def _comparatives(context: Context, sentence: Sentence) -> tuple[Token, ...]:
    """Those of the sentence that do not say with what."""
    return tuple(t for t in sentence.tokens if t.xpos in ("JJR", "RBR") and _open(sentence, t))


def _open(sentence: Sentence, token: Token) -> bool:
    words = " ".join(t.form.casefold() for t in sentence.tokens)
    behind = {t.form.casefold() for t in sentence.tokens[token.id :]}
    if "than" in behind or _SET_PHRASE.search(words):
        return False
    head = sentence.head(token)
    told = token.relation in ("root", "xcomp", "ccomp") or (
        token.relation == "advmod" and head is not None and head.relation == "root" and head.upos == "VERB"
    )
    return told and token.form.casefold() not in _FIXED


FILTER = Filter("compared", check)
