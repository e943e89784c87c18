"""*the Hollywood and _____ temples*, *a black liquid or _____*: the blank cuts through what several words share."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizgen.records import BLANK, Candidate, ItemType, Sentence, Token
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter

_PARTICLE = re.compile(rf"\b(?:van|von|der|den|ter|del|della|bin|ibn|ben) {BLANK}")
"""*greater van _____ forces*"""
_COMPOUND = re.compile(rf"\w[-–]{BLANK}|{BLANK}[-–]\w")
"""*Angola-_____ relations*"""
_OWNER = re.compile(rf"{BLANK}['’]s? [A-Z]")
"""*_____'s Land*, *_____' Bills*: names whose first word is left out."""
_SIDE = re.compile(r" to the (?:north|south|east|west)(?:[- ]?(?:east|west))?$")
"""*Georgia to the east and _____* – *Mississippi to the west*"""
_UNIT = r"(?:hours?|minutes?|seconds?|days?|weeks?|months?|years?|feet|foot|inches|pounds|ounces|miles)"
_MEASURE_GOES_ON = re.compile(
    rf"{BLANK}°|\d (?:{_UNIT}),?(?: and)? {BLANK}|{BLANK}(?: {_UNIT})?,? (?:and )?\d+ {_UNIT}\b"
)
"""*2 hours, _____ and 30 seconds*, *_____° and 37° N*"""
_VERBLESS = re.compile(rf"[A-Z][a-z]+ {BLANK}(?:[.;]|, (?:and|while)\b)")
"""*Gafner got four months, and Steuri _____.*"""
_MODIFYING = ("compound", "amod")
_COUNTING = frozenset(("a", "an"))


def check(candidate: Candidate, context: Context) -> str | None:
    if candidate.item.type is not ItemType.CLOZE:
        return None
    cut = _goes_on(candidate)
    if cut:
        return cut
    sentence, head = context.sentence(candidate), context.answer_head(candidate)
    if sentence is None or head is None:
        return None
    if _leaves_behind(sentence, head, candidate.answer.tokens):
        return "what stands behind it tells of a word inside it"
    if _is_in_a_modifier(sentence, head, candidate.answer.tokens):
        return "what stands beside it belongs to the same noun"
    first = sentence.head(head) if head.relation == "conj" else head
    inside = set(candidate.answer.tokens)
    members = [] if first is None else [first, *sentence.children(first, "conj")]
    if first is None or all(member.id in inside for member in members):
        return None
    dated = candidate.answer.type == "time"
    if _shares_a_determiner(sentence, members, first.id in inside, dated):
        return "what stands beside it shares its article"
    return None


def _is_in_a_modifier(sentence: Sentence, head: Token, inside: Sequence[int]) -> bool:
    """*the Hollywood and _____ temples*, *a small leopard and _____ cheetah population*"""
    token: Token | None = head
    while token is not None:
        first = sentence.head(token) if token.relation == "conj" else token
        members = [] if first is None else [first, *sentence.children(first, "conj")]
        modifies = first is not None and first.relation in _MODIFYING and first.upos in ("NOUN", "PROPN")
        if modifies and any(member.id not in inside for member in members if member is not token):
            return True
        token = sentence.head(token) if token.relation in _MODIFYING else None
    return False


def _leaves_behind(sentence: Sentence, head: Token, inside: Sequence[int]) -> bool:
    """*sheltering under _____, a small seaside town* – *an elm in Lyme Regis*"""
    inner = (sentence.token(i) for i in inside if i != head.id)
    return any(below.id not in inside for token in inner for below in sentence.children(token, "appos", "acl"))


def _goes_on(candidate: Candidate) -> str | None:
    """What the words right beside the blank say of it."""
    question = candidate.item.question
    if _PARTICLE.search(question):
        return "the name begins before the blank"
    if candidate.answer.type != "person" and _OWNER.search(question):
        return "the name may go on behind the blank"
    if _COMPOUND.search(question):
        return "the word goes on beside the blank"
    if candidate.answer.type in ("time", "number", "") and _MEASURE_GOES_ON.search(question):
        return "it is one part of a measure"
    if not candidate.item.answer[:1].isupper() and _VERBLESS.search(question):
        return "the verb before it is left to be understood"
    if _SIDE.search(candidate.item.answer):
        return "on which side it lies belongs to the sentence"
    return None


def _shares_a_determiner(sentence: Sentence, members: list[Token], asks_first: bool, dated: bool) -> bool:
    """*a liquid or form of oil*, *the 1970s and 1990s*: the article stands with the first and counts for all.

    What follows may be asked for where it says as much without the article: *the judges and _____*.
    """
    forms = [next((t.form.lower() for t in sentence.children(m, "det", "nmod:poss", "nummod")), "") for m in members]
    others = members[1:]
    if forms[0] in _COUNTING:
        either = any(t.form.lower() == "or" for m in others for t in sentence.children(m, "cc"))
        return either and any(m.xpos == "NN" and not form for m, form in zip(others, forms[1:], strict=True))
    bare = any(not form and (dated or m.xpos != "NNP") for m, form in zip(others, forms[1:], strict=True))
    return forms[0] == "the" and bare and (dated or asks_first)


FILTER = Filter("shared_parts", check)
