"""Participles that state something: *a project announced last year*; *…, packing winds of 70 mph*."""

from __future__ import annotations

from quizgen.analysis.inflection import inflect
from quizgen.facts.lexicon import NAMING
from quizgen.facts.verbs import adverbs, verb_group
from quizgen.records import Sentence, Token, Verb

_NO_STATEMENT = frozenset(
    [
        "include",
        "follow",
        "concern",
        "regard",
        "accord",
        "depend",
        "base",
        "give",
        "compare",
        "speak",
        "judge",
        "consider",
        "use",
        "start",
        "begin",
        "range",
        "call",
        "date",
        "see",
        "view",
        "ask",
        "leave",
        "allow",
        "owe",
    ]
)
"""Participles that are half prepositions, or state nothing by themselves."""
_STATED = frozenset({"begin", "start", "use"})
"""Those of which only the form in *-ing* does so: *a cathedral begun in 1248* was begun in 1248."""
_ONE = frozenset({"was", "is", "has", "does"})
"""Finite forms that say that it is one."""


def is_reduced(sentence: Sentence, predicate: Token) -> bool:
    """A participle that tells more of its noun: *a project announced last year*, *a surgeon, played by Peresild*."""
    head = predicate
    while head.relation == "conj" and head.xpos == "VBN":
        head = sentence.head(head) or head
    noun = sentence.head(head)
    bare = not sentence.children(predicate, "aux", "nsubj", "mark")
    return (
        predicate.xpos in ("VBN", "VBG")
        and bare
        and head.deprel == "acl"
        and noun is not None
        and noun.upos in ("NOUN", "PROPN")
    )


def is_free_participle(sentence: Sentence, predicate: Token) -> bool:
    """A participle that tells more of the subject: *Placed under his care, he …*; *…, packing winds of 70 mph*."""
    head = sentence.head(predicate)
    bare = not sentence.children(predicate, "aux", "nsubj", "mark", "case")
    own = not any(t.xpos == "WRB" for t in sentence.children(predicate, "advmod"))
    told = head is not None and head.upos == "VERB" and head.xpos in ("VBD", "VBZ", "VBP", "VBN")
    return predicate.xpos in ("VBN", "VBG") and predicate.deprel == "advcl" and bare and own and told


def noun_of(sentence: Sentence, participle: Token) -> Token:
    """The noun that a participle, or the participle it is joined to, hangs on."""
    while participle.relation == "conj":
        participle = sentence.head(participle) or participle
    return sentence.head(participle) or participle


def owner_of(sentence: Sentence, participle: Token) -> Token | None:
    """The subject of the verb that a free participle goes with; its own clause must be the article's statement."""
    head = sentence.head(participle)
    subject = find_subject(sentence, head) if head is not None else None
    return subject if subject is not None and subject.deprel != "expl" else None


def agrees(sentence: Sentence, subject: Token, predicate: Token) -> bool:
    """Whether one verb can have this subject: not *the settlements was*, not *the oldest form of art are*."""
    if subject.xpos == "NNS":
        return not _finite(sentence, predicate) & _ONE
    several = any(t.xpos in ("NNS", "NNPS", "CD") or t.relation == "conj" for t in sentence.subtree(subject))
    one = subject.xpos == "NN" and not several and subject.entity not in ("person", "organization", "")
    return not (one and _finite(sentence, predicate) & {"are", "were"})


def agrees_with_noun(sentence: Sentence, noun: Token, predicate: Token) -> bool:
    """Whether the verb of a relative clause can speak of the noun it hangs on: *the waters that are*."""
    relative = sentence.child(predicate, "nsubj")
    if predicate.deprel != "acl:relcl" or relative is None or relative.xpos not in ("WDT", "WP"):
        return True
    if noun.xpos in ("NNS", "NNPS") or sentence.children(noun, "conj"):
        return noun.xpos != "NNS" or not _finite(sentence, predicate) & _ONE
    people = noun.entity in ("person", "organization")  # *the team who are*
    return people or not _finite(sentence, predicate) & {"are", "were", "have", "do"}


def _finite(sentence: Sentence, predicate: Token) -> set[str]:
    return {t.form.lower() for t in (predicate, *sentence.children(predicate, "aux", "cop"))}


def find_subject(sentence: Sentence, predicate: Token) -> Token | None:
    """The subject's head token: its own, that of the verb it is joined to, or the noun a relative clause hangs on."""
    expletive = sentence.child(predicate, "expl")
    if expletive is not None:
        return expletive if expletive.form.lower() == "there" and predicate.lemma == "be" else None
    own = sentence.child(predicate, "nsubj")
    if own is not None:
        relative = own.feat("PronType") == "Rel" or own.xpos in ("WDT", "WP")
        if relative and predicate.deprel == "acl:relcl":
            return sentence.head(predicate)
        return None if relative else own
    if sentence.children(predicate, "csubj", "mark"):
        return None
    head = sentence.head(predicate)
    if predicate.relation == "conj" and head is not None:
        return find_subject(sentence, head)
    return None


def participle_verb(sentence: Sentence, predicate: Token) -> Verb | None:
    """The finite verb that a participle stands for; past when it has a date or the sentence tells of the past."""
    naming = predicate.lemma in NAMING
    telling = (
        sentence.children(predicate, "obl", "obj", "xcomp")
        if predicate.xpos == "VBG" or naming
        else sentence.children(predicate, "obl")
    )
    silent = predicate.lemma in _NO_STATEMENT and not (predicate.xpos == "VBN" and predicate.lemma in _STATED)
    if not telling or (silent and not naming):
        return None
    noun = noun_of(sentence, predicate)
    finite = next((v for t in (noun, *sentence.ancestors(noun)) if (v := verb_group(sentence, t)) is not None), None)
    beside = [predicate, *sentence.children(predicate, "conj"), sentence.head(predicate) or predicate]
    dated = any(t.entity == "time" for p in beside if p.xpos == "VBN" for t in sentence.children(p, "obl"))
    tense = "past" if dated or (finite is not None and finite.tense == "past") else "pres"
    plural = _plural(sentence, predicate)
    particle = " ".join(t.form for t in sentence.children(predicate, "compound:prt"))
    lemma, with_it = predicate.lemma.lower(), adverbs(sentence, predicate, predicate)
    if predicate.xpos == "VBG":
        tag = "VBD" if tense == "past" else "VBP" if _plural(sentence, predicate) else "VBZ"
        return Verb(lemma, inflect(lemma, tag), tag, (), tense, particle=particle, adverbs=with_it)
    word = {("past", False): "was", ("past", True): "were", ("pres", False): "is", ("pres", True): "are"}[tense, plural]
    return Verb(lemma, predicate.form.lower(), "VBN", (word,), tense, passive=True, particle=particle, adverbs=with_it)


def _plural(sentence: Sentence, participle: Token) -> bool:
    owner = noun_of(sentence, participle) if is_reduced(sentence, participle) else owner_of(sentence, participle)
    return owner is not None and (
        owner.xpos in ("NNS", "NNPS") or bool(sentence.children(owner, "conj")) or owner.form.lower() == "they"
    )
