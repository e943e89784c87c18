"""Pronouns and whom they stand for: agreement first, then how prominent each candidate is, and silence in doubt."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizgen.analysis.coreference.clusters import Clusters
from quizgen.analysis.coreference.mentions import Nominal
from quizgen.analysis.lexicon import word_set
from quizgen.records import Sentence, Token

_WINDOW = 2
"""Sentences before that of the pronoun in which a candidate must have been mentioned."""
_WEATHER = re.compile(r"^(?:rain|snow|hail|freeze|seem|appear|turn|take|happen|matter|follow)$")
_EXPLETIVE_ADJECTIVES = word_set(
    """
    important possible impossible necessary likely unlikely clear unclear difficult easy hard true better best
    worth crucial essential vital obvious evident certain common rare reasonable good bad nice great interesting
    time
    """
)
_MARGIN = 1.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A bearer that may be meant, with its mention closest before the pronoun."""

    bearer: int
    nearest: Nominal
    score: float


def resolve(clusters: Clusters, pronoun: Nominal) -> bool:
    """Merge a pronoun with the one prominent bearer that agrees with it; tells whether it did."""
    if pronoun.spoken or is_pleonastic(pronoun.sentence, pronoun.head):
        return False
    found = sorted(candidates(clusters, pronoun), key=lambda c: (-c.score, c.bearer))
    if not found or found[0].score < 2.0:
        return False
    if len(found) > 1 and found[0].score - found[1].score < _MARGIN:
        return False
    clusters.merge(found[0].bearer, pronoun.key)
    return True


def candidates(clusters: Clusters, pronoun: Nominal) -> list[Candidate]:
    """Bearers mentioned in the window before the pronoun that agree with it and that syntax does not rule out."""
    nearest: dict[int, Nominal] = {}
    for other in clusters.nominals[: pronoun.key]:
        far = pronoun.sentence.index - other.sentence.index
        if far > _WINDOW or other.start >= pronoun.start or (other.spoken and not pronoun.spoken):
            continue
        nearest[clusters.id(other.key)] = other
    return [
        Candidate(bearer, other, _score(clusters, bearer, other, pronoun))
        for bearer, other in nearest.items()
        if agrees(clusters, bearer, pronoun) and not _ruled_out(clusters, bearer, pronoun)
    ]


def agrees(clusters: Clusters, bearer: int, pronoun: Nominal) -> bool:
    kind, gender = clusters.type(bearer), clusters.gender(bearer)
    if kind in ("time", "number", "money", "percent"):
        return False
    if pronoun.gender in ("masc", "fem"):
        return kind == "person" and gender in ("", pronoun.gender) and clusters.number(bearer) == "sing"
    if pronoun.gender == "neut":
        return kind != "person" and gender in ("", "neut") and clusters.number(bearer) == "sing"
    return clusters.number(bearer) == "plur" or (kind == "organization" and gender != "neut")


def is_pleonastic(sentence: Sentence, token: Token) -> bool:
    """*it* that points at nothing: *it is raining*, *it is important that …*, *it seems*, *it was Ann who …*."""
    if token.form.casefold() != "it":
        return False
    head = sentence.head(token)
    if token.relation == "expl" or head is None:
        return True
    if token.relation not in ("nsubj", "obj"):
        return False
    clause = sentence.children(head, "csubj", "ccomp", "xcomp", "acl", "acl:relcl", "advcl")
    if _WEATHER.match(head.lemma) and token.relation == "nsubj" and clause:
        return True
    if token.relation == "obj":
        return head.lemma in ("make", "find", "consider", "think") and bool(clause)
    return bool(sentence.children(head, "cop")) and (
        bool(sentence.children(head, "csubj", "acl:relcl")) or (head.lemma in _EXPLETIVE_ADJECTIVES and bool(clause))
    )


def _ruled_out(clusters: Clusters, bearer: int, pronoun: Nominal) -> bool:
    """Whether some mention of the bearer in this sentence cannot be the pronoun's (binding)."""
    for other in clusters.members(bearer):
        if other.sentence is not pronoun.sentence or other.kind == "joined":
            continue
        if pronoun.head.id in {t.id for t in other.sentence.subtree(other.head)} and other.start > pronoun.start:
            return True
        if _contains(other, pronoun) or _co_arguments(pronoun.sentence, other.head, pronoun.head):
            return True
    return False


def _contains(other: Nominal, pronoun: Nominal) -> bool:
    """The pronoun is inside the noun phrase itself, not in a clause or apposition that hangs on it."""
    return pronoun.head.id in other.tokens


def _co_arguments(sentence: Sentence, first: Token, second: Token) -> bool:
    """Arguments of one verb are two different things unless a reflexive says otherwise; conjuncts are too."""
    if second.deprel == "nmod:poss":
        return False
    if first.head == second.head and first.head:
        return True
    joined = second if second.id > first.id else first
    return joined.relation == "conj" and joined.head in (first.id, second.id)


def _score(clusters: Clusters, bearer: int, nearest: Nominal, pronoun: Nominal) -> float:
    far = pronoun.sentence.index - nearest.sentence.index
    score = {0: 2.0, 1: 1.5, 2: 0.0}[far]
    if nearest.head.relation in ("nsubj", "csubj") or nearest.head.deprel == "nmod:poss":
        score += 1.5
    elif nearest.head.relation == "obj":
        score += 0.5
    mentions = clusters.members(bearer)
    earlier = [m for m in mentions if m.key < pronoun.key]
    score += min(len(earlier), 4) * 0.4
    if clusters.named(bearer):
        score += 0.3
    if clusters.type(bearer) and pronoun.gender != "neut":
        score += 0.3
    return score
