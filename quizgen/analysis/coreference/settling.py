"""The type of someone or something by all that the whole article tells of it, and the noun for what it is.

One mention may mislead: *Coron* alone looks like a person to the parser, *in Coron* and *Coron, a town* do not. Each
witness has its say over all mentions together (``voting.pooled``); where they disagree the type stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.analysis import kinds, lexicon, names, types
from quizgen.analysis.coreference.clusters import Clusters
from quizgen.analysis.coreference.nominal import Nominal
from quizgen.analysis.voting import Vote, elect, pooled

_THINGS = kinds.THINGS | lexicon.word_set(
    "hurricane cyclone storm language religion disease drug mineral element substance alloy"
)
"""Nouns for things that ask well behind *which*; what the type is they do not tell."""
_ASKING = (
    frozenset(kinds.KINDS)
    | (lexicon.ORGANIZATION_NOUNS - lexicon.word_set("staff crew administration authority electorate cabinet"))
    | lexicon.word_set(
        """
        continent country nation state suburb neighborhood neighbourhood hamlet borough archipelago islet beach lagoon
        coast hill peak volcano ridge plateau jungle rainforest swamp marsh waterfall stream harbor harbour plaza
        garden monument market mall hotel restaurant cemetery farm ranch campus planet moon constellation galaxy star
        """
    )
    | _THINGS
)


_DEFINED = 8.0
"""What *X is a game* weighs: more than what the parser thinks of the name."""


def type_votes(clusters: Clusters, key: int) -> tuple[Vote, ...]:
    """Every vote for the type of a bearer, each with its reason, those of one witness pooled."""
    return pooled([*_own_votes(clusters, key), *_company_votes(clusters, key)])


def type_of(clusters: Clusters, key: int) -> str:
    """The elected type of a bearer with a name; of one without what most of its mentions say."""
    return elect(type_votes(clusters, key)) if clusters.named(key) else clusters.type(key)


def noun_of(clusters: Clusters, key: int, type: str) -> str:
    """What the name or the article says it is, lower case: *college*, *magazine*, *city*; empty: neither does."""
    if type == "person" or not clusters.named(key):
        return ""
    named = [m for m in clusters.members(key) if m.kind == "name"]
    for member in sorted(named, key=lambda m: -len(m.words)):
        noun = kinds.noun_in_name(member.text.removeprefix("the ").split())
        if noun:
            return kinds.asked_noun(noun)
    for role in clusters.bearer(key).roles:
        if role in _ASKING and _fits(role, type):
            return kinds.asked_noun(role)
    return names.place_noun(named[0].text) if type == "place" else ""


def _fits(role: str, type: str) -> bool:
    """Whether something of this type goes by this noun; a town may act, and a bank be entered."""
    other = kinds.KINDS.get(role, "")
    return not other or not type or other == type or {other, type} == {"organization", "place"}


def _own_votes(clusters: Clusters, key: int) -> Iterator[Vote]:
    bearer = clusters.bearer(key)
    members = clusters.members(key)
    in_text = any(m.kind == "name" and not m.in_heading for m in members)
    for member in members:
        if member.kind == "name" and member.in_heading and in_text:
            continue  # without a sentence around it a name tells little
        if member.kind == "name":
            yield from types.votes(member.sentence, member.head)
        elif member.kind == "pronoun":
            person = member.gender in ("masc", "fem")
            if person or member.gender == "neut":
                yield Vote("person", 4.0 if person else -2.0, f"spoken of as {'he or she' if person else 'it'}")
    if bearer.defined:
        yield Vote(bearer.defined, _DEFINED, "said to be one")
    for role in bearer.roles:
        if lexicon.is_person_noun(role):
            yield Vote("person", 1.5, "called so")
        elif role in lexicon.ORGANIZATION_NOUNS or kinds.KINDS.get(role) == "organization":
            yield Vote("organization", 2.0, "called so")
        elif role in kinds.KINDS or role in lexicon.PLACE_NOUNS:
            yield Vote(kinds.KINDS.get(role, "place"), 2.0, "called so")


def _company_votes(clusters: Clusters, key: int) -> Iterator[Vote]:
    """What the names beside it are: *Zorbel, Paris and Rome*."""
    mates: dict[int, str] = {}
    for member in clusters.members(key):
        for mate in _beside(clusters, member):
            mates[clusters.id(mate.key)] = elect(pooled(_own_votes(clusters, mate.key)))
    mates.pop(clusters.id(key), None)
    told = set(mates.values()) - {""}
    if len(told) == 1:
        yield Vote(told.pop(), 2.0, "company")


def _beside(clusters: Clusters, member: Nominal) -> Iterator[Nominal]:
    """Names that *and* or a comma joins to this one."""
    if member.kind != "name":
        return
    sentence, head = member.sentence, member.head
    first = sentence.head(head) if head.relation == "conj" else head
    heads = {t.id for t in (first, *sentence.children(first, "conj"))} - {head.id} if first else set()
    for other in clusters.near(member.key, sentence.index):
        if other.kind == "name" and other.head.id in heads:
            yield other
