"""*The ceremony*, *the school*: descriptions that the article does not make unique.

A definite noun phrase is understood without the article when it says more itself (*the school in Dulwich*, *the first
satellite*), when there is only one in the world (*the sun*), or when it is in the title. A sentence with a blank is
also understood where it is the first of the article to have the noun: its readers knew no more than it says.
"""

from __future__ import annotations

import re

from quizgen.records import BLANK, Candidate, ItemType
from quizgen.selection.context import Context
from quizgen.selection.features import open_descriptions
from quizgen.selection.filters.base import Filter, answer_is_open
from quizgen.selection.words import STOP, stem, unquoted
from quizgen.text import standing

UNIQUE = frozenset(
    stem(word)
    for word in (
        "sun moon earth world sky sea ocean universe internet web weather climate environment equator atmosphere air "
        "north south east west northwest northeast southwest southeast past present future public police army navy "
        "press media economy law bible church pope queen king president government market poor rich elderly "
        "young dead brain heart body mind eye skin blood stomach liver lungs kidneys muscles bones nerves human "
        "people population beginning end start middle top bottom front back side "
        "rest majority minority cold war right left morning afternoon evening night day summer winter spring autumn "
        "weekend century decade arts humanities sciences ages renaissance enlightenment constitution senate congress "
        "parliament"
    ).split()
)
"""Nouns that stand with *the* and are understood, or that other filters judge (*the country* in an article on one)."""
_NOT_UNIQUE_ALONE = frozenset(map(stem, "queen king president law church government market".split()))
_THE = re.compile(r"\b[Tt]he ((?:[\w'’.-]+ ?)+)")
_OWNER = re.compile(r"['’]s?$")
_SAYS_MORE = frozenset(
    "of in at on for from to who that which where whose between with against by near under over into about".split()
)
_BEHIND_BLANK = re.compile(rf"{BLANK} (?:that|which|who|whose|of|in|for|from|with|on|at|to|by)\b")


def check(candidate: Candidate, context: Context) -> str | None:
    if answer_is_open(candidate) and not _goes_on(candidate) and _names_nothing(candidate, context):
        return f"'{candidate.item.answer}' as an answer does not say which"
    texts = (candidate.item.question, candidate.item.answer if answer_is_open(candidate) else "")
    for text in map(unquoted, texts):
        for match in _THE.finditer(text):
            noun = _bare_noun(match[1].split(), context)
            if not noun or _known(noun, context):
                continue
            if not (_first_told(noun, candidate, context) or _aside(noun, candidate, context)):
                return f"the article does not make clear alone which {noun} 'the {noun}' is"
    taken_up = next((noun for noun in open_descriptions(candidate, context) if _taken_up(noun, candidate, context)), "")
    return f"'{taken_up}' takes up what the article spoke of before" if taken_up else None


def _aside(noun: str, candidate: Candidate, context: Context) -> bool:
    """Whether a sentence with a blank only mentions it: its subject is another thing, and something is named."""
    sentence = context.sentence(candidate)
    root = sentence.root if sentence is not None else None
    if sentence is None or root is None or candidate.item.type is not ItemType.CLOZE:
        return False
    subject = sentence.child(root, "nsubj", "csubj", "expl")
    if subject is None:
        return False
    within = {stem(t.form) for t in sentence.subtree(subject)}
    named = any(t.upos in ("PROPN", "NUM") for t in sentence.tokens)
    return named and stem(noun) not in within


def _taken_up(noun: str, candidate: Candidate, context: Context) -> bool:
    """*the new service*: an adjective does not say which, when the noun was told before."""
    if _aside(noun, candidate, context):
        return False
    if stem(noun) in UNIQUE or _times(noun, candidate.item.question) > 1:
        return False
    return context.first_told.get(stem(noun), candidate.fact.sentence) < candidate.fact.sentence


def _goes_on(candidate: Candidate) -> bool:
    """*_____ that cause gangrene*: what stands behind the blank says which."""
    return BLANK in candidate.item.question and bool(_BEHIND_BLANK.search(candidate.item.question))


def _names_nothing(candidate: Candidate, context: Context) -> bool:
    """*the report*, *the new study*: whoever has not the article in front of them cannot give such an answer."""
    first, *words = candidate.item.answer.split()
    if first.casefold() != "the" or candidate.answer.proper or candidate.answer.type in ("time", "number", "place"):
        return False
    if candidate.item.type is ItemType.CLOZE and words and _first_told(words[-1], candidate, context):
        return False
    plain = len(words) in (1, 2) and all(w.islower() and w.isalpha() for w in words)
    if len(words) == 2 and context.upos.get(words[0]) != "ADJ":
        return False  # *the space race*: two nouns say which
    return plain and stem(words[-1]) not in UNIQUE and context.upos.get(words[-1]) == "NOUN"


def _bare_noun(words: list[str], context: Context) -> str:
    """The noun right after *the* when nothing before or behind it says more; empty otherwise."""
    if not words:
        return ""
    noun = _OWNER.sub("", words[0].rstrip(".,"))
    if noun[:1].isupper() or context.upos.get(noun.casefold()) != "NOUN":
        return ""
    following = words[1].casefold().rstrip(".,;:?!'’") if len(words) > 1 else ""
    if words[0][-1:] in ".," or not following:
        return noun
    if words[0] != noun:
        return noun
    if following in _SAYS_MORE and following not in ("to", "by", "on", "at", "over", "into"):
        return ""
    if context.upos.get(following) in ("NOUN", "PROPN", "NUM") or (words[1][:1].isupper() and following not in STOP):
        return ""
    return (
        "" if following.endswith(("ed", "ing")) and context.upos.get(following) == "VERB" and len(words) > 3 else noun
    )


def _known(noun: str, context: Context) -> bool:
    root = stem(noun)
    if root in UNIQUE and not (root in _NOT_UNIQUE_ALONE and context.noun_heads[root] > 1):
        return True
    return root in context.title_stems


def _first_told(noun: str, candidate: Candidate, context: Context) -> bool:
    """Whether a sentence with a blank is where the article speaks of it first: its readers knew no more than that."""
    if candidate.item.type is not ItemType.CLOZE:
        return False
    first = context.first_told.get(stem(noun))
    sentence = context.sentence(candidate)
    subject = sentence.child(sentence.root, "nsubj") if sentence is not None and sentence.root is not None else None
    if subject is not None and stem(subject.form) == stem(noun) and sentence is not None and sentence.index:
        return False  # what a later sentence is about was spoken of before, by whatever name
    if _times(noun, candidate.item.question) > 1:
        return True  # *the 2010 drought had three epicentres, whereas the drought of 2005 had one*
    return first is None or first >= candidate.fact.sentence


def _times(noun: str, text: str) -> int:
    """How often the noun stands in the text, in the singular or with *s*."""
    singular, within = noun.lower(), text.lower()
    return len(standing(singular, within)) + len(standing(f"{singular}s", within))


FILTER = Filter("definite", check)
