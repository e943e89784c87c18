"""Wh-phrases: which of them take a preposition along, and in what number the verb follows them."""

from __future__ import annotations

import re

from quizgen.records import Clause, Phrase
from quizgen.rules.grammar.inflection import inflect, plural_noun

WORDS = frozenset({"who", "whom", "whose", "what", "which", "when", "where", "why", "how"})
PREPOSITIONS = frozenset(
    {
        "in", "on", "at", "by", "for", "from", "to", "with", "of", "about", "since", "until", "during",
        "after", "before", "into", "onto", "through", "over", "under", "near", "between", "among", "against",
        "within", "without", "behind", "beside", "across", "along", "around", "towards", "toward", "above",
        "below", "despite", "because", "up",
    }
)  # fmt: skip
_ADVERBIAL = frozenset({"when", "where", "why", "how"})
_SHARE = frozenset({"percentage", "proportion", "share", "fraction", "part", "portion"})
_COUNTED = re.compile(r"(?:which|what) (?:\d+|two|three|four|five|six|seven|eight) ", re.I)
"""A number stands before the noun: it is in the plural already."""
_BEFORE_PREPOSITION = re.compile(r" (?:of|in|at|for|from|on|with|to|by|about) ")


def takes_preposition(wh: str) -> bool:
    """Whether the target's preposition is gone with the wh-phrase: *where*, *how long*, *in which year*."""
    first = wh.split()[0].lower()
    return first in _ADVERBIAL or first not in WORDS


def fitted(wh: str, target: Phrase) -> str:
    """The wh-phrase with its noun in the plural where several are asked for: *Which organizations*."""
    several = target.number == "plur" and (not target.proper or " and " in target.text)
    noun = "" if _COUNTED.match(wh) else _noun(wh)
    if not several or not noun or plural_noun(noun) is not False or noun.lower() in _SHARE:
        return wh
    at = wh.index(noun, wh.index(" "))
    return wh[:at] + inflect(noun, "NNS") + wh[at + len(noun) :]


def _noun(wh: str) -> str:
    """The noun of *which* and *what* phrases: *physicist* of *which Polish physicist*; empty: there is none."""
    first, *others = wh.split()
    if first.lower() not in ("which", "what") or not others:
        return ""
    return _BEFORE_PREPOSITION.split(" ".join(others) + " ")[0].split()[-1]


def number(wh: str, clause: Clause) -> str:
    """The number of the verb when the wh-phrase is its subject; empty: as the clause has it.

    *Who has signed?* but *Who were the founders?*: with a copula the noun behind it decides.
    """
    words = wh.lower().split()
    if "many" in words:
        return "plur"
    noun = _noun(wh)
    if noun:
        plural = None if noun.lower() in _SHARE else plural_noun(noun)
        return "" if plural is None else "plur" if plural else "sing"
    attribute = next((a.phrase for a in clause.arguments if a.role == "attribute"), None)
    copula = clause.verb.copula or clause.verb.lemma == "be"
    return "plur" if copula and attribute is not None and attribute.number == "plur" else "sing"
