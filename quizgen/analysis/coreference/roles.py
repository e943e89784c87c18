"""What the article calls someone: appositions, nouns before a name, *X is a Y*, *a film named X*."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.analysis import kinds, types
from quizgen.analysis.coreference.clusters import Clusters
from quizgen.analysis.coreference.naming import is_abbreviation
from quizgen.analysis.coreference.nominal import Nominal
from quizgen.analysis.coreference.phrases import names_of
from quizgen.analysis.lexicon import word_set
from quizgen.records import Sentence, Token

_NAMING = word_set(
    """
    name call title entitle dub nickname christen know
    """
)
_NO_ROLES = word_set("one name word term part kind type form example thing way title number member")
"""Nouns that say nothing of what something is."""
Heads = dict[tuple[int, int], Nominal]


def learn(clusters: Clusters) -> None:
    """Merge what stands in apposition, and write down the roles that the article gives to its names."""
    heads: Heads = {(n.sentence.index, n.head.id): n for n in clusters.nominals if n.kind != "joined"}
    for nominal in clusters.nominals:
        if nominal.kind == "name":
            _titles(clusters, nominal)
            _predicates(clusters, nominal)
            _also_known(clusters, heads, nominal)
        if nominal.kind in ("name", "description"):
            _appositions(clusters, heads, nominal)
            _named_things(clusters, heads, nominal)


def role_names(sentence: Sentence, noun: Token) -> tuple[str, ...]:
    """*film director* and *director* for the noun *director* of *the Russian film director*."""
    lemma = noun.lemma.casefold()
    before = [t for t in sentence.children(noun, "compound") if t.id < noun.id]
    inside = sorted({t.id for child in before for t in sentence.subtree(child)})
    if not inside or inside != list(range(inside[0], noun.id)):
        return (lemma,)
    if any(sentence.token(i).upos in ("NUM", "PART") or sentence.token(i).xpos == "POS" for i in inside):
        return (lemma,)  # *a 5-time bowler*, *Carolina's safety*
    start = sentence.token(inside[0]).start - sentence.start
    long = " ".join(sentence.text[start : noun.start - sentence.start].casefold().split())
    return (f"{long} {lemma}", lemma)


def _give(clusters: Clusters, key: int, sentence: Sentence, noun: Token) -> None:
    if noun.lemma.casefold() in _NO_ROLES:
        return
    bearer = clusters.bearer(key)
    bearer.roles.update(dict.fromkeys(role_names(sentence, noun)))
    clusters.call(key, noun.lemma.casefold())
    bearer.modifiers |= {
        t.lemma.casefold() for t in sentence.children(noun, "amod", "compound", "nmod") if t.deprel != "nmod:poss"
    }


def _titles(clusters: Clusters, name: Nominal) -> None:
    """*Kremlin spokesman Dmitry Peskov*, *Director Klim Shipenko*."""
    if types.names_thing(name.sentence, name.head):
        return
    for child in name.sentence.children(name.head, "compound", "nmod:desc", "nmod", "flat"):
        if child.id < name.head.id and types.is_person_noun(child.lemma) and name.type in ("person", ""):
            _give(clusters, name.key, name.sentence, child)


def _appositions(clusters: Clusters, heads: Heads, nominal: Nominal) -> None:
    """*a Russian actor, Yulia Peresild*; *Dmitry Peskov, the spokesman*; *International Space Station (ISS)*."""
    if nominal.head.relation in ("vocative", "list"):
        return
    for child in names_of(nominal.sentence, nominal.head):
        other = heads.get((nominal.sentence.index, child.id))
        if other and _same(clusters, nominal, other):
            clusters.merge(nominal.key, other.key)
            for one, another in ((nominal, other), (other, nominal)):
                if one.kind == "description" and another.kind == "name":
                    _give(clusters, one.key, one.sentence, one.head)
    for child in nominal.sentence.children(nominal.head, "conj"):
        other = heads.get((nominal.sentence.index, child.id))
        either = nominal.sentence.child(child, "cc")
        if other and either and either.form == "or" and is_abbreviation(_bare(other), nominal.words):
            clusters.merge(nominal.key, other.key)


def _same(clusters: Clusters, first: Nominal, second: Nominal) -> bool:
    """Whether an apposition is likely to be one: same number, types that agree, two names only if one is short."""
    if first.number != second.number or first.modifying or second.modifying:
        return False
    if {first.type, second.type} & {"time", "number", "money", "percent"} or min(len(first.text), len(second.text)) < 2:
        return False  # *20 miles (32 km)*, *a field F*
    if first.kind == second.kind == "description" and second.determiner not in ("a", "an", "the", "'s"):
        return False
    if "" not in (first.gender, second.gender) and first.gender != second.gender:
        return False
    if first.kind == second.kind == "name":
        pair = (first, second), (second, first)
        return first.words == second.words or any(is_abbreviation(_bare(a), b.words) for a, b in pair)
    if first.type and second.type and first.type != second.type:
        return first.kind != second.kind and "person" not in (first.type, second.type)
    return True


def _predicates(clusters: Clusters, name: Nominal) -> None:
    """*Joshua Norton was a citizen of San Francisco*; *he became president* is no role for good."""
    if name.head.relation != "nsubj":
        return
    noun = name.sentence.head(name.head)
    if noun is None or noun.upos != "NOUN" or not name.sentence.children(noun, "cop"):
        return
    negated = any(t.lemma in ("not", "n't", "never", "no") for t in name.sentence.children(noun, "advmod", "det"))
    modal = any(t.xpos == "MD" for t in name.sentence.children(noun, "aux"))
    alike = name.number == ("plur" if noun.xpos == "NNS" else "sing")
    if not alike or negated or modal:
        return
    told = kinds.type_of(noun.lemma)
    if told == "person" or name.type != "person" or (told and _indefinite(name.sentence, noun)):
        _give(clusters, name.key, name.sentence, noun)
        bearer = clusters.bearer(name.key)
        if told and _indefinite(name.sentence, noun):  # *the village* may be called so for once
            bearer.defined = bearer.defined or told


def _indefinite(sentence: Sentence, noun: Token) -> bool:
    return any(t.form in ("a", "an") for t in sentence.children(noun, "det"))


def _named_things(clusters: Clusters, heads: Heads, thing: Nominal) -> None:
    """*the film named ‘The Challenge’*."""
    if thing.kind != "description":
        return
    verb_of = thing.sentence.head(thing.head)
    if thing.head.deprel == "nsubj:pass" and verb_of is not None and verb_of.lemma.casefold() in _NAMING:
        for name in _complements(thing.sentence, verb_of):  # *the film is called ‘The Challenge’*
            other = heads.get((thing.sentence.index, name.id))
            if other and other.kind == "name":
                _give(clusters, other.key, thing.sentence, thing.head)
    for verb in thing.sentence.children(thing.head, "acl"):
        if verb.lemma.casefold() not in _NAMING:
            continue
        for name in _complements(thing.sentence, verb):
            other = heads.get((thing.sentence.index, name.id))
            if other and other.kind == "name" and other.number == thing.number:
                clusters.merge(thing.key, other.key)
                _give(clusters, thing.key, thing.sentence, thing.head)


def _also_known(clusters: Clusters, heads: Heads, name: Nominal) -> None:
    """*Athletic Club, commonly known as Athletic Bilbao*: two names of what the title names."""
    for verb in name.sentence.children(name.head, "acl"):
        if verb.lemma.casefold() not in _NAMING or verb.xpos != "VBN":
            continue
        for child in _complements(name.sentence, verb):
            other = heads.get((name.sentence.index, child.id))
            pair = (clusters.bearer(name.key), clusters.bearer(other.key)) if other and other.kind == "name" else ()
            if other and any(bearer.titled for bearer in pair):
                clusters.merge(name.key, other.key)


def _complements(sentence: Sentence, verb: Token) -> Iterator[Token]:
    for child in sentence.children(verb, "xcomp", "obj", "obl", "dep", "appos"):
        case = sentence.child(child, "case")
        if child.id > verb.id and (case is None or case.form == "as"):
            yield child


def _bare(name: Nominal) -> str:
    return name.text.removeprefix("the ")
