"""Pronouns and whom they stand for: agreement and syntax rule candidates out, learned weights choose, or are silent.

The weights are those of a log-linear model over the candidates of one pronoun and *none of them*; the names of its
features, which ``evidence`` makes, are also those of ``weights.json``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.analysis.coreference.clusters import Clusters
from quizgen.analysis.coreference.expletives import is_pleonastic
from quizgen.analysis.coreference.nominal import Nominal
from quizgen.analysis.coreference.weights import load
from quizgen.analysis.lexicon import is_person_noun
from quizgen.records import Sentence, Token

_WINDOW = 3
"""Sentences before that of the pronoun in which a candidate must have been mentioned."""
_FOCUS = 3
_TOPIC = 0.1
"""From this probability on the one whom the article is about may be meant, whoever is likelier."""
_OTHER = 0.75
"""So likely at least must be somebody else in an article on one person."""
_HERO_NEAR = 3
"""Sentences since the article spoke of its hero."""
_RIVAL = 0.75
"""Where another candidate has this share of the best one's probability or more, two are meant as likely as not."""
_PAIRS = ({"he", "she"}, {"his", "her"}, {"him", "her"}, {"his", "hers"})
ONLY_PRONOUNS = "only pronouns"
"""A candidate that is itself an unresolved pronoun: to join it resolves nothing, but keeps the doubt together."""
CLASSES = {"masc": "he", "fem": "he", "neut": "it", "": "they"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A bearer that may be meant, with its mention closest before the pronoun."""

    bearer: int
    nearest: Nominal
    evidence: tuple[str, ...] = ()
    """Names of the features that hold; each has a weight."""


def resolve(clusters: Clusters, pronoun: Nominal) -> bool:
    """Merge a pronoun with the bearer that it stands for beyond doubt; tells whether it did."""
    if pronoun.spoken or is_pleonastic(pronoun.sentence, pronoun.head) or _is_anyone(pronoun):
        return False
    topic = _pair_in_focus(clusters, pronoun)
    topic = _named_in_the_title(clusters, pronoun) if topic is None else topic
    if topic is not None:
        clusters.merge(topic, pronoun.key)
        return True
    found = candidates(clusters, pronoun)
    if not found or _may_be_the_subject(pronoun):
        return False
    if _two_pairs(clusters, found):
        return False
    kind = CLASSES[pronoun.gender]
    probabilities = weigh(kind, found, silence(pronoun, found))
    best = max(range(len(found)), key=lambda i: (probabilities[i], -i))
    weights = load(kind)
    least = weights.least_named if clusters.named(found[best].bearer) else weights.least
    rival = max((p for i, p in enumerate(probabilities) if i != best), default=0.0)
    unsure = probabilities[best] < least or rival > _RIVAL * probabilities[best]
    if _forestalled(clusters, pronoun, found[best].bearer):
        return False
    back = _comes_back(clusters, pronoun, found, found[best].bearer)
    if unsure or back or _passes_the_topic(clusters, pronoun, found, probabilities, best):
        hero = _hero(clusters, pronoun, found)
        if hero is None:
            return False
        clusters.merge(hero, pronoun.key)
        return True
    clusters.merge(found[best].bearer, pronoun.key)
    return ONLY_PRONOUNS not in found[best].evidence


def _hero(clusters: Clusters, pronoun: Nominal, found: list[Candidate]) -> int | None:
    """Whom the whole article is about, where nobody else who could be meant was spoken of just before.

    What was spoken of in the paragraph before does not count: *he* at the beginning of a new one is the hero again.
    """
    if pronoun.gender not in ("masc", "fem"):
        return None
    titled = [c for c in found if clusters.bearer(c.bearer).opens_title and clusters.named(c.bearer)]
    if len(titled) != 1:
        return None
    near = distance(titled[0].nearest, pronoun) <= _HERO_NEAR
    for other in _backwards(clusters, pronoun):
        if not _beside(other, pronoun) or (near and distance(other, pronoun) > 1):
            break
        own = clusters.id(other.key) == clusters.id(titled[0].bearer)
        if not own and other.kind != "pronoun" and other.number == "sing" and _could_be(clusters, other, pronoun):
            return None
    return titled[0].bearer


def _comes_back(clusters: Clusters, pronoun: Nominal, found: list[Candidate], best: int) -> bool:
    """Whether a new paragraph opens with *he*: hardly somebody beside the one whom the title names first."""
    hero = any(clusters.bearer(c.bearer).opens_title for c in found) and not clusters.bearer(best).opens_title
    if not hero or pronoun.gender not in ("masc", "fem"):
        return False
    before = next((n for n in _backwards(clusters, pronoun) if not n.in_heading), None)
    return before is None or not _beside(before, pronoun)


def _forestalled(clusters: Clusters, pronoun: Nominal, best: int) -> bool:
    """Whether this sentence names somebody else whom *he* may be as well.

    *In his book, Howard Friedman opens with a satire*: the subject, who comes after it. *Thompson's book has a letter
    in which he mocks the war*: whose book it is.
    """
    if pronoun.gender not in ("masc", "fem"):
        return False
    beside = clusters.near(pronoun.key, pronoun.sentence.index)
    named = [n for n in beside if n.kind != "pronoun" and n.number == "sing" and clusters.named(n.key)]
    if any(clusters.id(n.key) == best for n in named):
        return False
    above = {t.id for t in pronoun.sentence.ancestors(pronoun.head)}
    for other in named:
        owns = other.head.deprel == "nmod:poss"
        subject = pronoun.sentence.head(other.head) if owns or other.head.relation == "appos" else other.head
        stands = subject is not None and subject.relation == "nsubj" and subject.head in above
        if stands and (owns or other.start > pronoun.start) and _could_be(clusters, other, pronoun):
            return True
    return False


def _could_be(clusters: Clusters, other: Nominal, pronoun: Nominal) -> bool:
    """Whether a nominal may be a person of the pronoun's gender."""
    kind, gender = clusters.type(other.key), clusters.gender(other.key)
    return kind in ("person", "") and gender in ("", pronoun.gender) and (other.kind == "name" or kind == "person")


def _named_in_the_title(clusters: Clusters, pronoun: Nominal) -> int | None:
    """Who the title names, where the article begins *She was born*."""
    if pronoun.gender not in ("masc", "fem") or pronoun.in_heading:
        return None
    if any(not n.in_heading for n in _backwards(clusters, pronoun)):
        return None
    fitting = [
        id
        for id in map(clusters.id, clusters.topics)
        if clusters.bearer(id).titled and clusters.type(id) == "person" and agrees(clusters, id, pronoun)
    ]
    return fitting[0] if len(set(fitting)) == 1 else None


def _may_be_the_subject(pronoun: Nominal) -> bool:
    """*he left behind him a diary*: behind such words a plain pronoun means the subject as well."""
    cases = [t.form.lower() for t in pronoun.sentence.children(pronoun.head, "case")]
    return pronoun.head.relation == "obl" and cases in (["behind"], ["around"], ["about"], ["before"], ["beneath"])


def _passes_the_topic(
    clusters: Clusters, pronoun: Nominal, found: list[Candidate], probabilities: list[float], best: int
) -> bool:
    """Whether *he* would be somebody beside the one whom the article is about, who may be meant as well."""
    if pronoun.gender not in ("masc", "fem") or clusters.is_topic(found[best].bearer):
        return False
    topics = [p for c, p in zip(found, probabilities, strict=True) if clusters.is_topic(c.bearer)]
    return bool(topics) and (max(topics) > _TOPIC or probabilities[best] < _OTHER)


def _pair_in_focus(clusters: Clusters, pronoun: Nominal) -> int | None:
    """The people whom the article is about, named together, when a new paragraph goes on with *they*.

    Only where they were spoken of together three times before, nobody else more than once, and no plural that
    could be meant (*the astronauts*) stands in the sentences right before. *Other astronauts* are not the topic.
    """
    opens = all(n.sentence.index >= pronoun.sentence.index for n in clusters.nominals if _beside(n, pronoun))
    if pronoun.text.casefold() != "they" or pronoun.head.relation != "nsubj" or not opens:
        return None
    joined = [id for id in clusters.ids() if clusters.bearer(id).parts and _spoken_of(clusters, id, pronoun) > 1]
    if len(joined) != 1 or _spoken_of(clusters, joined[0], pronoun) < _FOCUS or clusters.type(joined[0]) != "person":
        return None
    rivals = [n for n in _before(clusters, pronoun) if n.number == "plur" and n.determiner in ("the", "these", "those")]
    return None if any(clusters.id(n.key) != clusters.id(joined[0]) for n in rivals) else joined[0]


def _two_pairs(clusters: Clusters, found: list[Candidate]) -> bool:
    """Two times two people were named together shortly before: *they* may be either."""
    pairs = {c.bearer for c in found if clusters.bearer(c.bearer).parts and clusters.type(c.bearer) == "person"}
    return len(pairs) > 1


def _beside(nominal: Nominal, pronoun: Nominal) -> bool:
    return nominal.sentence.paragraph == pronoun.sentence.paragraph


def _spoken_of(clusters: Clusters, bearer: int, pronoun: Nominal) -> int:
    return sum(member.start < pronoun.start for member in clusters.members(bearer))


def _is_anyone(pronoun: Nominal) -> bool:
    """*he or she*, *his or her*: nobody in particular."""
    near = pronoun.sentence.tokens[max(0, pronoun.head.id - 3) : pronoun.head.id + 2]
    forms = {t.form.casefold() for t in near}
    return bool(forms & {"or", "/"}) and any(len(forms & pair) == 2 for pair in _PAIRS)


def weigh(kind: str, found: list[Candidate], none: tuple[str, ...]) -> list[float]:
    """The probability of each candidate; what is missing to 1 is that of none of them."""
    weights = load(kind)
    scores = [*(weights.score(c.evidence) for c in found), weights.score(none)]
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    return [power / sum(powers) for power in powers[:-1]]


def candidates(clusters: Clusters, pronoun: Nominal) -> list[Candidate]:
    """Bearers mentioned shortly before the pronoun that agree and that syntax does not rule out, nearest first."""
    nearest: dict[int, Nominal] = {}
    for other in _before(clusters, pronoun):
        hidden = (other.spoken and not pronoun.spoken) or other.is_predicate
        if other.start < pronoun.start and not hidden:
            nearest.setdefault(clusters.id(other.key), other)
    kept = [
        (bearer, other)
        for bearer, other in nearest.items()
        if agrees(clusters, bearer, pronoun) and not _ruled_out(clusters, bearer, pronoun)
    ]
    kept = _without_parts(clusters, kept) if pronoun.number == "plur" else kept
    return [
        Candidate(bearer, other, evidence(clusters, bearer, other, pronoun, rank, len(kept)))
        for rank, (bearer, other) in enumerate(kept)
    ]


def _backwards(clusters: Clusters, pronoun: Nominal) -> Iterator[Nominal]:
    """All that was spoken of before it, the nearest first."""
    return (clusters.nominals[key] for key in range(pronoun.key - 1, -1, -1))


def _before(clusters: Clusters, pronoun: Nominal) -> Iterator[Nominal]:
    """Nominals of the window, the nearest first; then what the article is about, however far its last mention."""
    for other in _backwards(clusters, pronoun):
        if distance(other, pronoun) > _WINDOW:
            break
        yield other
    for topic in clusters.topics:
        last = clusters.last_before(topic, pronoun.key)
        if last is not None:
            yield last


def agrees(clusters: Clusters, bearer: int, pronoun: Nominal) -> bool:
    """Whether number, gender and type leave it possible."""
    kind, gender, number = clusters.type(bearer), clusters.gender(bearer), clusters.number(bearer)
    if kind in ("time", "number", "money", "percent"):
        return False
    if pronoun.gender == "fem" and number == "sing" and any(r.endswith("ship") for r in clusters.bearer(bearer).roles):
        return True
    if pronoun.gender in ("masc", "fem"):
        return kind in ("person", "animal") and gender in ("", pronoun.gender) and number == "sing"
    if pronoun.gender == "neut":
        return kind != "person" and gender in ("", "neut") and number == "sing"
    return number == "plur" or (kind == "organization" and gender != "neut")


def distance(first: Nominal, second: Nominal) -> int:
    """Sentences of running text from one to the other; headings and captions between them do not count."""
    return 0 if first.sentence is second.sentence else max(1, second.place - first.place)


def _without_parts(clusters: Clusters, kept: list[tuple[int, Nominal]]) -> list[tuple[int, Nominal]]:
    """A plural pronoun that can stand for several taken together does not stand for one of them."""
    parts = {clusters.id(part) for bearer, _ in kept for part in clusters.bearer(bearer).parts}
    return [(bearer, other) for bearer, other in kept if bearer not in parts]


def silence(pronoun: Nominal, found: list[Candidate]) -> tuple[str, ...]:
    """What speaks for none of the candidates."""
    relation = _relation(pronoun.head)
    return ("none", f"none {relation}", f"none of {min(len(found), 4)}")


def evidence(
    clusters: Clusters, bearer: int, nearest: Nominal, pronoun: Nominal, rank: int, count: int
) -> tuple[str, ...]:
    """Names of the features that hold between a pronoun and a candidate."""
    far = min(distance(nearest, pronoun), _WINDOW + 1)
    relation, own = _relation(nearest.head), _relation(pronoun.head)
    kind = clusters.type(bearer) or "unknown"
    members = clusters.members(bearer)
    earlier = sum(m.key < pronoun.key for m in members)
    told = [
        f"far {far}",
        f"far {far} {relation}",
        f"{relation} for {own}",
        f"rank {min(rank, 4)}",
        f"rank {min(rank, 4)} far {min(far, 2)}",
        f"{nearest.kind} {min(far, 2)}",
        f"type {kind}",
        f"type {kind} {own}",
        f"said {min(earlier, 5)}",
        f"said in all {_bucket(len(members))}",
        f"place {_place(nearest)} {min(far, 2)}",
        "named" if clusters.named(bearer) else "unnamed",
        f"determiner {_determiner(nearest)}",
        f"joined {bool(clusters.bearer(bearer).parts)}",
        f"rank {min(rank, 4)} {relation}",
        f"place {_place(nearest)} for {_place(pronoun)} {min(far, 2)}",
        f"lately {_lately(members, pronoun)}",
        f"type {kind} determiner {_determiner(nearest)}",
        f"inside {nearest.modifying or _is_inside(nearest)} {min(far, 2)}",
        f"number {nearest.number} {kind}",
    ]
    if pronoun.gender in ("masc", "fem"):
        told.append("gender known" if clusters.gender(bearer) else "gender open")
    if far == 0:
        inside = _in_sentence(nearest, pronoun)
        told += [f"same {name}" for name in inside] + [f"same {name} {own}" for name in inside]
    else:
        told.append("same paragraph" if nearest.sentence.paragraph == pronoun.sentence.paragraph else "other paragraph")
    if count == 1:
        told += ["alone", f"alone far {far}"]
    if nearest.kind == "pronoun" and nearest.words == pronoun.words:
        told.append(f"same word {min(far, 2)}")
    if clusters.is_topic(bearer):
        told.append("topic")
    if not clusters.described(bearer):
        told.append(ONLY_PRONOUNS)
    return tuple(told)


def _in_sentence(nearest: Nominal, pronoun: Nominal) -> list[str]:
    """How the two stand to each other in one tree."""
    sentence = pronoun.sentence
    verb = sentence.head(nearest.head)
    above = [t.id for t in sentence.ancestors(pronoun.head)]
    near = _bucket(pronoun.head.id - nearest.head.id)
    told = [f"near {near}"]
    if verb is not None and verb.id in above and nearest.head.relation == "nsubj":
        clause = _clause(sentence, pronoun.head)
        told.append("subject of own clause" if clause == verb.id else "subject of clause above")
        if any(sentence.token(i).relation in ("ccomp", "parataxis") for i in above if i != verb.id):
            told.append("speaker of clause above")
    elif verb is not None and verb.id in above:
        told.append("argument of clause above")
    else:
        told.append("elsewhere")
    joined = pronoun.head.relation == "conj" or any(
        sentence.token(i).relation == "conj" and sentence.token(i).upos == "VERB" for i in above
    )
    return [*told, "in later conjunct"] if joined else told


def _lately(members: list[Nominal], pronoun: Nominal) -> int:
    """How often it was mentioned in this sentence and the two before, at most four times."""
    return min(4, sum(m.key < pronoun.key and pronoun.sentence.index - m.sentence.index <= 2 for m in members))


def _is_inside(nominal: Nominal) -> bool:
    """Whether it stands in a larger noun phrase: *the film's director*, *the director of the film*."""
    above = nominal.sentence.head(nominal.head)
    return nominal.head.relation in ("nmod", "compound") and above is not None and above.upos in ("NOUN", "PROPN")


def _clause(sentence: Sentence, token: Token) -> int:
    """Id of the verb or predicate whose clause the token is in."""
    for above in sentence.ancestors(token):
        if above.upos in ("VERB", "AUX") or sentence.children(above, "nsubj", "csubj"):
            return above.id
    return 0


def _relation(token: Token) -> str:
    if token.deprel in ("nsubj:pass", "nmod:poss", "obl:agent"):
        return token.deprel
    known = ("nsubj", "obj", "iobj", "obl", "nmod", "conj", "appos", "root", "compound", "xcomp", "ccomp")
    return token.relation if token.relation in known else "other"


def _place(nominal: Nominal) -> str:
    """Where in its sentence it stands: as subject of the main clause, before the verb, after it."""
    root = nominal.sentence.root
    if root is None:
        return "after"
    if nominal.head.head == root.id and nominal.head.relation == "nsubj":
        return "main subject"
    return "before" if nominal.head.id < root.id else "after"


def _determiner(nominal: Nominal) -> str:
    if nominal.kind in ("name", "pronoun"):
        return nominal.kind
    known = ("the", "a", "an", "this", "that", "these", "those", "no", "some", "any", "each", "every", "'s")
    return nominal.determiner if nominal.determiner in known else "bare" if not nominal.determiner else "other"


def _bucket(number: int) -> str:
    return next((f"to {limit}" for limit in (1, 2, 3, 5, 8, 12, 20) if number <= limit), "more")


def _ruled_out(clusters: Clusters, bearer: int, pronoun: Nominal) -> bool:
    """Whether a mention of the bearer in this sentence cannot be the pronoun's: binding, or a phrase around it."""
    for other in clusters.members(bearer):
        if other.sentence is not pronoun.sentence or other.kind == "joined" or other.key == pronoun.key:
            continue
        if pronoun.head.id in other.tokens or _co_arguments(pronoun.sentence, other.head, pronoun.head):
            return True
        if pronoun.head.deprel != "nmod:poss" and pronoun.head.head in _relative_clauses(other):
            return True
    if _told_of_another(clusters, bearer, pronoun):
        return True
    return any(
        clusters.nominals[part].sentence is pronoun.sentence and pronoun.head.id in clusters.nominals[part].tokens
        for part in clusters.bearer(bearer).parts
    )


def _told_of_another(clusters: Clusters, bearer: int, pronoun: Nominal) -> bool:
    """*Clay Miller, a character who looks for his sister*: whose sister is told of him, not of who plays him."""
    if pronoun.head.xpos != "PRP$" or pronoun.gender not in ("masc", "fem"):
        return False
    sentence = pronoun.sentence
    clause = next((t for t in sentence.ancestors(pronoun.head) if t.relation == "acl"), None)
    gap = sentence.child(clause, "nsubj") if clause is not None else None
    told = sentence.head(clause) if clause is not None else None
    if gap is None or told is None or gap.form.lower() not in ("who", "that"):
        return False
    if told.entity != "person" and not is_person_noun(told.lemma):
        return False
    named = {told.id, *(t.id for t in sentence.children(told, "appos")), told.head if told.relation == "appos" else 0}
    return not any(m.sentence is sentence and m.head.id in named for m in clusters.members(bearer))


def _relative_clauses(nominal: Nominal) -> set[int]:
    """Ids of the verbs whose clause has a gap for it: *whom he met* says of the head that it is not *he*."""
    return {clause.id for clause in nominal.sentence.children(nominal.head, "acl:relcl")}


def _co_arguments(sentence: Sentence, first: Token, second: Token) -> bool:
    """Arguments of one verb are two different things unless a reflexive says otherwise; conjuncts are too."""
    if "nmod:poss" in (second.deprel, first.deprel):
        return False
    if first.head == second.head and first.head and sentence.token(first.head).upos in ("VERB", "AUX", "NOUN", "ADJ"):
        return True
    joined = second if second.id > first.id else first
    return joined.relation == "conj" and joined.head in (first.id, second.id)
