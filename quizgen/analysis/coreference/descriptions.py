"""Definite descriptions (*the director*, *the 37-year-old actor*, *the mission*) and whom the article means by them."""

from __future__ import annotations

import re

from quizgen.analysis import types
from quizgen.analysis.coreference.clusters import Clusters
from quizgen.analysis.coreference.mentions import Nominal
from quizgen.analysis.lexicon import word_set

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_OTHER = word_set(
    """
    other another same next last first second third former latter new only
    """
)
_AGE = re.compile(r"^(?:\d+|year|month|old|-|–|\d+-year-old)$")
_RELATIONAL = word_set(
    """
    end beginning start part side top bottom middle number amount kind type sort way fact idea case time rest
    majority result reason example lack use role level rate area center centre back front edge past future day
    year week month world public internet people man woman situation problem
    """
)
"""Nouns that point anew each time they are said."""


def resolve(clusters: Clusters, nominal: Nominal) -> bool:
    """Merge a definite description with the one bearer before it that the article calls so; tells whether it did."""
    if nominal.determiner not in _DEFINITE or nominal.words[0] in _RELATIONAL or nominal.spoken:
        return False
    if nominal.modifiers & _OTHER:
        return False
    fitting = {clusters.id(other.key) for other in _earlier(clusters, nominal) if _fits(clusters, nominal, other.key)}
    if len(fitting) != 1:
        return False
    clusters.merge(fitting.pop(), nominal.key)
    return True


def _earlier(clusters: Clusters, nominal: Nominal) -> list[Nominal]:
    """Names and descriptions before it, not in a larger phrase with it."""
    return [
        other
        for other in clusters.nominals[: nominal.key]
        if other.kind in ("name", "description")
        and not (other.sentence is nominal.sentence and set(other.tokens) & set(nominal.tokens))
        and clusters.id(other.key) != clusters.id(nominal.key)
    ]


def _fits(clusters: Clusters, nominal: Nominal, key: int) -> bool:
    bearer = clusters.bearer(key)
    noun = nominal.words[0]
    if clusters.number(key) != nominal.number:
        return False
    gender = clusters.gender(key)
    if nominal.gender and gender and nominal.gender != gender:
        return False
    own_class = any(m.kind == "name" and m.type != "person" and m.words[-1] == noun for m in clusters.members(key))
    if noun not in bearer.heads and not own_class:
        return False
    said = {word for word in nominal.modifiers if not _AGE.match(word)}
    if types.is_person_noun(noun) and clusters.named(key):
        return said <= bearer.modifiers or not nominal.restricted
    known = bearer.modifiers | {w for m in clusters.members(key) if m.kind == "name" for w in m.words}
    return said <= known
