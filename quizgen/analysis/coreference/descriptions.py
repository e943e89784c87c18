"""Definite descriptions (*the director*, *the 37-year-old actor*, *the mission*) and whom the article means by them."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from quizgen.analysis import types
from quizgen.analysis.coreference.clusters import Clusters
from quizgen.analysis.coreference.nominal import Nominal
from quizgen.analysis.coreference.weights import load
from quizgen.analysis.lexicon import word_set

_DEFINITE = word_set("the this that these those")
_NEAR = 6
"""Sentences since someone was mentioned after which a bare role may mean someone else."""
_OTHER = word_set("other another same next last first second third former latter new only")
_AGE = re.compile(r"^(?:\d+|year|month|old|-|–|\d+-year-old)$")
_CLASSES = word_set(
    "city town village state province county kingdom republic district island river lake mountain port region parish "
    "borough municipality duchy commune suburb empire university bay gulf strait isle"
)
"""Nouns whose *of* is followed by the name of the thing itself."""
_RELATIONAL = word_set(
    """
    end beginning start part side top bottom middle number amount kind type sort way fact idea case time rest majority
    result reason example lack use role level rate area center centre back front edge past future day year week month
    public internet situation problem fact effect interest age lower name one thing something while
    """
)
"""Nouns that point anew each time they are said."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A bearer that the article calls by the same noun."""

    bearer: int
    evidence: tuple[str, ...]


def resolve(clusters: Clusters, nominal: Nominal) -> bool:
    """Merge a definite description with the one bearer before it that it fits beyond doubt; tells whether it did."""
    if nominal.spoken or len(clusters.bearer(nominal.key).members) > 1:
        return False  # in apposition it is explained already: *the director Doug Liman*
    weights = load("description")
    found = candidates(clusters, nominal)
    chances = {c.bearer: probability(c) for c in found}
    least = {b: weights.least_named if clusters.named(b) else weights.least for b in chances}
    sure = [b for b, chance in chances.items() if chance >= least[b]]
    topics = [c.bearer for c in found if is_topic(clusters, nominal, c.bearer)]
    if len(topics) == 1:
        sure = topics
    elif len(found) == 1 and is_plain(clusters, nominal, found[0].bearer):
        sure = [found[0].bearer]
    elif sum(chance >= 0.5 for chance in chances.values()) > 1:
        return False
    if len(sure) != 1:
        return False
    clusters.merge(sure[0], nominal.key)
    return True


def is_topic(clusters: Clusters, nominal: Nominal, bearer: int) -> bool:
    """*the city* in an article about one city: its name is said most, and it is called so or known to be one."""
    definite = nominal.determiner == "the" or (nominal.determiner == "this" and clusters.type(bearer) == "place")
    bare = not nominal.modifiers and not nominal.restricted and definite
    last = max(m.sentence.index for m in clusters.members(bearer) if m.key < nominal.key)
    titled = clusters.bearer(bearer).titled
    if not bare or (nominal.sentence.index - last > _NEAR and not titled):
        return False
    if not clusters.is_topic(bearer) or clusters.type(bearer) == "person":
        return False
    noun, how = nominal.words[0], _class_name(clusters, nominal, bearer)
    roles = clusters.bearer(bearer).roles
    if titled and (how == "in name" or any(role.endswith(noun) for role in roles)):
        return True  # *the ship* in an article on a warship
    return noun in roles or how == "of class"


def _another(clusters: Clusters, nominal: Nominal, bearer: int, last: Nominal) -> bool:
    """Whether another of the kind was named since: *if peace returns to Iraq, … the country's oil*."""
    noun = nominal.words[0]
    if noun not in ("city", "country"):
        return False
    named = [m for m in clusters.nominals if m.kind == "name" and last.key < m.key < nominal.key]
    others = [m for m in named if clusters.id(m.key) != bearer]
    return any(types.place_rank(" ".join(m.words)) == noun for m in others)


def is_topic_noun(clusters: Clusters, nominal: Nominal, bearer: int) -> bool:
    """Whether what the title names is a kind of this: *the ship*, and the article is on a warship."""
    known = clusters.bearer(bearer)
    return known.titled and known.members[0] < nominal.key and any(r.endswith(nominal.words[0]) for r in known.roles)


def is_plain(clusters: Clusters, nominal: Nominal, bearer: int) -> bool:
    """Whether it calls the only fitting bearer, one with a name, by its role or class, and adds at most an age.

    *The 37-year-old actor* where one actor was named; *the space station* after *International Space Station*.
    """
    if not clusters.named(bearer) or nominal.restricted or nominal.determiner == "those" or nominal.number == "plur":
        return False
    if not nominal.modifiers and not nominal.sentence.children(nominal.head, "det"):
        return False
    members = clusters.members(bearer)
    said = {word for word in nominal.modifiers if not _AGE.match(word)}
    known = clusters.bearer(bearer).modifiers | {w for m in members if m.kind == "name" for w in m.words}
    far = nominal.sentence.index - max(m.sentence.index for m in members if m.key < nominal.key)
    if types.is_person_noun(nominal.words[0]):
        return clusters.type(bearer) == "person" and said <= known and far <= _NEAR
    return _class_name(clusters, nominal, bearer) == "in name" and bool(said) and said <= known


def probability(candidate: Candidate) -> float:
    """How sure it is that the article means this bearer."""
    return 1 / (1 + math.exp(-load("description").score(candidate.evidence)))


def candidates(clusters: Clusters, nominal: Nominal) -> list[Candidate]:
    """Bearers before it with the same head noun, role or class, and the same number; none for what is not definite."""
    if nominal.determiner not in _DEFINITE or nominal.words[0] in _RELATIONAL or nominal.modifiers & _OTHER:
        return []
    if _named_inside(nominal):
        return []
    if nominal.is_predicate:
        return []  # *Mérida is the capital*: it says what the subject is, it does not point at it
    own = clusters.id(nominal.key)
    fitting = []
    called = clusters.called(nominal.words[0])
    topics = {clusters.id(key) for key in clusters.topics if is_topic_noun(clusters, nominal, clusters.id(key))}
    for bearer in sorted({*called, *topics}):
        last = clusters.last_before(bearer, nominal.key)
        if last is None or bearer == own or _another(clusters, nominal, bearer, last):
            continue
        if _agrees(clusters, nominal, bearer) and not _around(last, nominal):
            fitting.append((bearer, last))
    return [Candidate(b, _evidence(clusters, nominal, b, last, len(fitting))) for b, last in fitting]


def _named_inside(nominal: Nominal) -> bool:
    """*the city of Clovis*: it has a name of its own, and points at nothing before it."""
    if nominal.words[0] not in _CLASSES:
        return False
    of = (t for t in nominal.sentence.children(nominal.head, "nmod") if t.upos == "PROPN" and t.id > nominal.head.id)
    return any(c.form.lower() == "of" for t in of for c in nominal.sentence.children(t, "case"))


def _around(other: Nominal, nominal: Nominal) -> bool:
    """Whether one stands inside the other."""
    return other.sentence is nominal.sentence and bool(set(other.tokens) & set(nominal.tokens))


def _agrees(clusters: Clusters, nominal: Nominal, bearer: int) -> bool:
    if clusters.number(bearer) != nominal.number or clusters.bearer(bearer).parts:
        return False
    gender = clusters.gender(bearer)
    return not (nominal.gender and gender and nominal.gender != gender)


def learn_classes(clusters: Clusters) -> None:
    """Write down the class nouns inside names, and the classes of well-known places: *the station*, *the city*."""
    for nominal in clusters.nominals:
        if nominal.kind == "name" and nominal.type != "person":
            words = nominal.words
            rank = types.place_rank(" ".join(words))
            nouns = {words[-1] if len(words) > 1 else "", words[0] if words[1:2] == ("of",) else "", rank}
            for noun in sorted(nouns - {""}):
                clusters.call(nominal.key, noun)


def _class_name(clusters: Clusters, nominal: Nominal, bearer: int) -> str:
    """Whether the noun is in a name of the bearer (*the station*, *the university*), or the class of a known place."""
    noun = nominal.words[0]
    for member in clusters.members(bearer):
        if member.kind != "name" or member.type == "person":
            continue
        if len(member.words) > 1 and (noun == member.words[-1] or member.words[:2] == (noun, "of")):
            return "in name"
        if noun in ("city", "country") and types.place_rank(" ".join(member.words)) == noun:
            return "of class"
    return ""


def _evidence(clusters: Clusters, nominal: Nominal, bearer: int, last: Nominal, count: int) -> tuple[str, ...]:
    members = clusters.members(bearer)
    known = clusters.bearer(bearer).modifiers | {w for m in members if m.kind == "name" for w in m.words}
    said = {word for word in nominal.modifiers if not _AGE.match(word)}
    far = nominal.sentence.index - last.sentence.index
    named = clusters.named(bearer)
    person = types.is_person_noun(nominal.words[0])
    fit = "same" if said and said <= known else "new" if said else "none"
    how = _class_name(clusters, nominal, bearer) or ("role" if named else "noun")
    alike = clusters.times_called(nominal.words[0])
    first = members[0]
    told = [
        "any",
        f"how {how}",
        f"how {how} modifiers {fit}",
        f"modifiers {fit}",
        f"restricted {nominal.restricted} modifiers {fit}",
        f"restricted {nominal.restricted}",
        f"determiner {nominal.determiner}",
        f"determiner {nominal.determiner} far {min(far, 3)}",
        f"number {nominal.number}",
        f"number {nominal.number} how {how}",
        f"far {_bucket(far)}",
        f"said {min(len(members), 5)}",
        f"said {min(len(members), 5)} named {named}",
        f"person {person} named {named}",
        f"type {nominal.type or 'unknown'}",
        f"type {clusters.type(bearer) or 'unknown'} of bearer",
        f"candidates {min(count, 4)}",
        f"candidates {min(count, 4)} how {how}",
        f"noun said {_bucket(alike)}",
        f"first {_first(first)}",
        f"first {_first(first)} restricted {first.restricted}",
        f"first modified {bool(first.modifiers)} modifiers {fit}",
        f"last {last.head.relation}",
        f"last {last.kind} far {min(far, 3)}",
        f"own {nominal.head.relation}",
    ]
    if clusters.is_topic(bearer):
        told.append("topic")
    if nominal.modifiers == first.modifiers and first.kind == "description":
        told.append("same words")
    return tuple(told)


def _first(nominal: Nominal) -> str:
    if nominal.kind != "description":
        return nominal.kind
    return nominal.determiner if nominal.determiner in ("the", "a", "an", "this", "these", "'s") else "other"


def _bucket(number: int) -> str:
    return next((f"to {limit}" for limit in (0, 1, 2, 4, 8, 16) if number <= limit), "more")
