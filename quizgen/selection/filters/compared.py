"""*Each car will be cheaper*: than what? A comparative without its *than* takes up something that was said before."""

from __future__ import annotations

import re

from quizgen.records import Candidate, ItemType, Sentence, Token
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter
from quizgen.selection.words import lower

_FIXED = frozenset("further later earlier elder upper lower inner outer former latter higher rather sooner".split())
"""Words that look like comparatives and mostly compare nothing: *higher education*, *the upper house*."""


_SET_PHRASE = re.compile(r"\b(?:more and more|the more|the less|no longer|more or less|or more|or less)\b")


def check(candidate: Candidate, context: Context) -> str | None:
    sentence = context.sentence(candidate)
    if sentence is None or candidate.item.type is ItemType.TRUE_FALSE:
        return None
    asked = frozenset(lower(f"{candidate.item.question} {candidate.item.answer}"))
    for token in sentence.tokens:
        if token.xpos in ("JJR", "RBR") and token.form.casefold() in asked and _open(sentence, token):
            return f"'{token.form}' compares, and the sentence does not say with what"
    return None


def _open(sentence: Sentence, token: Token) -> bool:
    words = " ".join(t.form.casefold() for t in sentence.tokens)
    behind = {t.form.casefold() for t in sentence.tokens[token.id :]}
    if "than" in behind or re.search(
        r"\b(?:more and more|the more|the less|no longer|more or less|or more|or less)\b", words
    ):
        return False
    attributive = token.relation == "amod" and token.form.casefold() in _FIXED
    return not attributive and token.form.casefold() not in ("later", "earlier", "further", "rather", "longer")


FILTER = Filter("compared", check)
