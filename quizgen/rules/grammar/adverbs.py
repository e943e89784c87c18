"""Where adverbs go: those of time, frequency and doubt to the verb, comments of the writer nowhere."""

from __future__ import annotations

import re

from quizgen.records import Argument, Clause, Verb, replace

_AT_VERB = frozenset(
    {
        "originally", "initially", "formerly", "previously", "historically", "traditionally", "briefly",
        "typically", "usually", "often", "generally", "normally", "commonly", "sometimes", "frequently",
        "occasionally", "always", "never", "rarely", "seldom", "mostly", "mainly", "largely", "primarily",
        "officially", "formally", "allegedly", "reportedly", "apparently", "supposedly", "presumably",
        "probably", "possibly", "perhaps", "maybe", "legally", "technically", "theoretically", "ultimately",
        "gradually", "repeatedly", "jointly", "ever",
    }
)  # fmt: skip
"""*Originally, the tower housed a bank* → *What did the tower originally house?*"""
EARLY = _AT_VERB | {"well", "long", "also", "still", "already", "once", "almost", "nearly", "hardly", "no longer"}
"""Adverbs that follow the first auxiliary (*may well have been*); others stand right before the verb."""
_COMMENTS = frozenset(
    {
        "surprisingly", "remarkably", "curiously", "oddly", "strangely", "ironically", "hopefully", "luckily",
        "happily", "clearly", "obviously", "evidently", "naturally", "admittedly", "arguably", "famously",
        "crucially", "tragically", "frankly", "honestly", "undoubtedly", "certainly", "understandably",
        "predictably", "significantly", "overall", "alternatively", "conversely", "specifically", "basically",
        "essentially", "simply", "firstly", "secondly", "thirdly", "lastly", "amazingly", "incredibly",
        "fittingly", "inevitably", "unsurprisingly", "unexpectedly",
    }
)  # fmt: skip
"""What the writer thinks of it; said only in front, where it is no part of the fact."""
_FIXED = re.compile(
    r"no longer|(?:almost|nearly) (?:always|never|entirely|exclusively)|(?:very|most|quite) (?:often|commonly|likely)"
)


def of_one(verb: Verb) -> Verb:
    """The verb without *both* and *each*, which a wh-word as subject cannot have."""
    return replace(verb, adverbs=tuple(a for a in verb.adverbs if a not in ("both", "each", "all", "respectively")))


def settled(clause: Clause) -> Clause:
    """The clause with its adverbs where a question can have them."""
    at_verb: list[str] = []
    kept: list[Argument] = []
    for argument in clause.arguments:
        words = argument.phrase.text.lower()
        if argument.role == "adverb" and _goes_to_verb(argument, words):
            at_verb.append(words)
        elif argument.role != "adverb" or argument.position == "after" or words not in _COMMENTS:
            kept.append(argument)
    if len(kept) == len(clause.arguments):
        return clause
    verb = replace(clause.verb, adverbs=(*at_verb, *clause.verb.adverbs))
    return replace(clause, verb=verb, arguments=tuple(kept))


def _goes_to_verb(argument: Argument, words: str) -> bool:
    if words == "no longer":
        return True
    return argument.position == "before" and (words in _AT_VERB or bool(_FIXED.fullmatch(words)))
