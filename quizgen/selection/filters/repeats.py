"""Words said twice: *born in in Jutland*, and the stranded preposition that the answer brings again."""

from __future__ import annotations

import itertools
from collections import Counter

from quizgen.records import BLANK, Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, answer_is_open
from quizgen.selection.words import lower, tokenize, unquoted

_MAY_DOUBLE = frozenset("had that very her do".split())
_PREPOSITIONS = frozenset("in on at of by for with to from during into about after before".split())
_BINDS_LEFT = frozenset("of at with for during from".split())
"""Prepositions that are no particles: another preposition after one of them is a slip."""
_MAY_FOLLOW = frozenset(
    (first, second)
    for first, seconds in {
        "from": "on in before after about with",
        "of": "about from to",
        "for": "about over after",
        "with": "about to",
        "at": "about",
    }.items()
    for second in seconds.split()
)


def check(candidate: Candidate, context: Context) -> str | None:
    words = lower(candidate.item.question.replace(BLANK, "blank"))
    answer = lower(candidate.item.answer) if answer_is_open(candidate) else ()
    for text in (words, answer):
        doubled = _doubled(text)
        if doubled:
            return f"'{doubled}' is said twice"
    own_words = candidate.fact.kind == "sentence"  # the article's sentence says a name as often as it needs to
    often = "" if own_words else _often(tokenize(unquoted(candidate.item.question)))
    if often:
        return f"'{often}' comes too often"
    pair = "" if own_words else _two_prepositions(words)
    if pair:
        return f"'{pair}' are two prepositions for one phrase"
    if words and answer and words[-1] in _PREPOSITIONS and answer[0] == words[-1]:
        return f"question and answer both have the preposition '{answer[0]}'"
    return None


def _doubled(words: tuple[str, ...]) -> str:
    if len(set(words)) == len(words):
        return ""
    for at, word in enumerate(words[:-1]):
        if word == words[at + 1] and word not in _MAY_DOUBLE and not word.isdigit():
            return word
        if words[at : at + 2] == words[at + 2 : at + 4] and len(words) >= at + 4:
            return f"{word} {words[at + 1]}"
    return ""


def _often(words: list[str]) -> str:
    """A name that comes three times in one question, or a full name that comes twice."""
    names = [word for word in words if word[0].isupper()]
    if len(set(names)) == len(names):
        return ""
    thrice = next((word for word, count in Counter(names).items() if count >= 3), "")
    pairs = Counter(f"{a} {b}" for a, b in itertools.pairwise(words) if a[0].isupper() and b[0].isupper())
    return thrice or next((pair for pair, count in pairs.items() if count >= 2), "")


def _two_prepositions(words: tuple[str, ...]) -> str:
    for one, two in itertools.pairwise(words):
        if one in _BINDS_LEFT and two in _PREPOSITIONS and (one, two) not in _MAY_FOLLOW:
            return f"{one} {two}"
    return ""


FILTER = Filter("repeats", check)
