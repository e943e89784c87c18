"""Words that point at something which neither the question nor the reader has: *he*, *this mission*, *last year*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mechanical_words import (
    AUXILIARIES,
    DETERMINERS,
    OBJECT_PRONOUNS,
    POSSESSIVES,
    SUBJECT_PRONOUNS,
    WH_WORDS,
    is_name,
    may_be_noun,
    unquoted,
    vocabulary,
    words,
)

from quizgen.records import Item

_PRONOUNS = SUBJECT_PRONOUNS | OBJECT_PRONOUNS | POSSESSIVES
_GENERIC = vocabulary("we us our")
"""A textbook may ask *Why do we dream?*; they dangle only in questions about the past."""
_LINKS = vocabulary("in on at by with for to from of under since until through against during into about")
_SUBORDINATORS = _LINKS | vocabulary("when after before while as although though if because once despite besides")
_CLAUSE_WORDS = vocabulary("that who whom which when because after before if while since until and to for so than as")

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_PAST = re.compile(r"\b(?:did|was|were|had)\b")

_EMPTY_IT = re.compile(
    r"\b(?:do|does|did|will|would|can|could|must|may|might) it (?:take|cost|rain|snow|seem|appear|happen|matter|mean)\b"
    r"|\b(?:is|was|be|been|being) it (?:\S+ ){0,4}(?:to|that|for|if|when|called|like)\b"
    r"|\bit (?:is|was|(?:has|had) been|(?:would|will) be|takes?|took|costs?|rains?|snows?|seem(?:s|ed)?|bec[oa]mes?)\b"
    r"|\b(?:make|makes|made|making|find|finds|found|considers?|considered|thought|keeps?|kept) it (?:\S+ ){1,3}to\b"
    r"|\btime (?:is|was) it\b|\bhow (?:far|long|hot|cold|late) (?:is|was) it\b",
    re.I,
)
"""*It* that stands for nothing (expletive) or for a clause: Quirk et al. 1985, 6.17 and 18.33."""

_POINTERS = (
    r"\b(?:this|these)\b(?! (?:article|text|passage|sentence|items|events)\b)",
    r"\bthose\b(?! (?:of|who|whom|whose|which|that|in|on|from|with|without|at|under|over|to|\w+ed|\w+ing|born|made)\b)",
    r"\b(?:do|did|does|say|said|after|before|because of|like|besides|from|about|by) that"
    r"(?:[?.]|,(?! (?:as|if|because|when|since|although|after)\b))",
    r"\bthat (?:time|day|year|month|week|night|morning|evening|moment|point|place|same)\b",
    r"\bhere[?.]",
    r"(?<!are )(?<!is )(?<!was )(?<!were )(?<!be )(?<!been )\bthere[?.]|^(?:Who|Why|When) (?:is|was|were) there\?",
    r"\bthe (?:latter|former)(?= (?:is|was|are|were|did|does|do|has|have|had|will|can)\b|[?,.])",
    r"\b(?:yesterday|tomorrow|tonight)\b",
    rf"(?<!the )\b(?:last|next) (?:night|week|month|year|summer|winter|spring|autumn|fall|{_DAY})\b",
    r"\bago\?",
)
_OF_THESE = re.compile(r"\b(?:of|put|match|order|arrange|sort) (?:each of )?these\b|^these\b.*: ", re.I)
_LOOSE_DAY = re.compile(rf"\b(?:on|since|until|by) {_DAY}\b(?!,? (?:the )?\d|,? (?:{_MONTH}))")
_CONNECTIVE = re.compile(
    r"^(?:(?:And|But)\b|(?:So|However|Also|Therefore|Thus|Moreover|Meanwhile|Yet|Instead|Besides|Then|Later),"
    r"|(?:So|Also|Then|Therefore|Thus) (?=wh|how|did|does|do|is|was|were|are)\w+)"
)


def connective(item: Item) -> Iterator[str]:
    """A first word that hangs on the sentence before."""
    if match := _CONNECTIVE.search(item.question):
        yield f"begins with “{match[0]}”"


def dangling(item: Item) -> Iterator[str]:
    """A pronoun without anything that it could stand for, or a word that points out of the question."""
    text = unquoted(item.question)
    yield from _pointers(text)
    text = _without_empty_front(text)
    tokens = words(_EMPTY_IT.sub(lambda match: re.sub(r"\bit\b", "", match[0], flags=re.I), text))
    for index, token in enumerate(tokens):
        if _is_pronoun(token, index, text) and _unbound(tokens, index, text):
            yield f"“{token}” stands for nothing in the question"


def _without_empty_front(text: str) -> str:
    """*In 2005, what did he say?*: a front that names nobody has nothing for a pronoun either."""
    front, comma, rest = text.partition(", ")
    named = any(is_name(word) and word.isalpha() for word in words(front)[1:]) or re.search(
        r"\b(?:the|an?)\b|'s", front
    )
    return rest if comma and not named and re.match(r"(?:\w+ )?(?:who|what|which|when|where|why|how)\b", rest) else text


def _pointers(text: str) -> Iterator[str]:
    text = re.split(r"(?<=[a-z0-9)][.!?]) (?=[A-Z_“\"])", text)[0]  # a second sentence may point back at the first
    for pattern in _POINTERS:
        match = re.search(pattern, text, re.I)
        if match and not (match[0].lower() == "these" and _OF_THESE.search(text)):
            yield f"“{match[0].strip('?,.')}” points out of the question"
    match = _LOOSE_DAY.search(text)
    if match and _PAST.search(text):
        yield f"“{match[0]}” does not say which day"


def _is_pronoun(token: str, index: int, text: str) -> bool:
    """Not *I* the numeral (*World War I*), nor *US* the country, nor the *we* of mankind."""
    numeral = token == "I" and index and not re.search(r"\b(?:did|do|was|am|had|have|should|can|that) I\b", text)
    if token == "US" or numeral:
        return False
    return token.lower() in _PRONOUNS and (token.lower() not in _GENERIC or bool(_PAST.search(text)))


def _unbound(tokens: list[str], index: int, text: str) -> bool:
    """Whether the pronoun can be nothing that is named in the question."""
    word, first = tokens[index].lower(), tokens[0].lower()
    if word in _GENERIC | {"i", "me", "my"}:
        return True
    if _name_after_comma(tokens, index, text):
        return False
    if _is_subject(tokens, index):
        return True
    if any(_candidate(tokens, i) for i in range(index)):
        return _is_object(tokens, index) and _bound_by_its_own_subject(tokens, index)
    if first not in ("who", "whose", "what", "which") or _is_object(tokens, index):
        return True
    return first == "what" and word not in ("it", "its")  # Who lost his life?, What got its name from a king?


def _name_after_comma(tokens: list[str], index: int, text: str) -> bool:
    """*When he was twelve, what did Mozart write?*"""
    before, comma, after = text.partition(",")
    if not comma or index >= len(words(before)) or tokens[0].lower() not in _SUBORDINATORS or tokens[1] in AUXILIARIES:
        return False
    return any(is_name(word) or word.lower() in ("the", "a", "an") for word in words(after))


def _is_subject(tokens: list[str], index: int) -> bool:
    """*What did he …?*, *When was her house …?*: the pronoun is the subject, or opens the statement."""
    first, word = tokens[0].lower(), tokens[index].lower()
    if first not in WH_WORDS | _LINKS:
        return index == 0 or (index == 1 and first in AUXILIARIES)
    auxiliary = next((i for i, token in enumerate(tokens) if token.lower() in AUXILIARIES), -1)
    if auxiliary != index - 1 or any("'s" in token for token in tokens[1:index]):  # Which of Newton's books did he …?
        return False
    owns = tokens[auxiliary].lower() in ("has", "have", "had") and first in ("who", "what", "which")
    return not (owns and word in POSSESSIVES)  # Which university has its origins in a school?


def _candidate(tokens: list[str], index: int) -> bool:
    """A name, or a word that can be a noun and is not the question's first verb."""
    token, word = tokens[index], tokens[index].lower()
    if word in AUXILIARIES | DETERMINERS | _PRONOUNS | WH_WORDS | _CLAUSE_WORDS | _LINKS:
        return False
    if index == 0 or is_name(token):
        return is_name(token)
    previous = tokens[index - 1].lower()
    if index == 1:  # Which cosmonaut …, What instrument …; but: Who joined …, What happened …
        if previous in ("the", "a", "an"):
            return may_be_noun(word)  # The parents …
        asked_for = previous in ("which", "whose", "what")
        return asked_for and not word.endswith(("ed", "s")) and may_be_noun(word)
    if previous in AUXILIARIES and word.endswith(("ed", "ing", "n")):
        return False
    return may_be_noun(word)


def _is_object(tokens: list[str], index: int) -> bool:
    """*them* always; *it* and *her* where nothing follows that could be their verb or noun."""
    last = index == len(tokens) - 1 or tokens[index + 1].lower() in _LINKS
    return tokens[index].lower() in OBJECT_PRONOUNS or (tokens[index].lower() in ("it", "her") and last)


def _bound_by_its_own_subject(tokens: list[str], index: int) -> bool:
    """*What did Shipenko give them?*: nothing but the subject of the same verb, which would have to be *himself*."""
    verb = index - 1
    if tokens[verb].lower() in _LINKS:
        if tokens[verb].lower() not in ("about", "of"):  # What did he take with him?
            return False
        verb -= 1
    subject = tokens[1:verb] if tokens[0].lower() in WH_WORDS else tokens[:verb]
    if any(token.lower() in _CLAUSE_WORDS - {"and"} or "'" in token for token in subject):
        return False
    rest = [token for token in subject if token.lower() not in DETERMINERS | AUXILIARIES | {"and"}]
    return bool(rest) and (all(is_name(token) for token in rest) or len(rest) == 1)
