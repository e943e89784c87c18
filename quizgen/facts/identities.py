"""What something is: copulas and appositions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.facts.apart import says_which
from quizgen.facts.article import Article
from quizgen.facts.clauses import ParsedClause, is_statement
from quizgen.facts.events import make_fact
from quizgen.facts.phrases import phrase
from quizgen.records import Argument, Clause, Fact, Phrase, Sentence, Token, Verb, replace

_EMPTY_KINDS = frozenset(
    "example part one member kind type form number thing way case result reason matter issue".split()
)
"""Nouns that say too little of a thing to be what it is."""
_UNIQUE = frozenset(
    [
        "only",
        "first",
        "last",
        "largest",
        "biggest",
        "smallest",
        "highest",
        "longest",
        "oldest",
        "capital",
        "president",
        "king",
        "queen",
        "founder",
        "author",
    ]
)


_SINGLING = frozenset({"only", "first", "second", "third", "last", "main", "chief", "principal", "sole"})


def identities(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """*X is a Y*, *X became the Y*: ``thing`` and ``kind`` (indefinite) or ``title`` (one of its kind)."""
    for parsed in found:
        verb = parsed.clause.verb
        attribute = next(((a.phrase, t) for a, t in parsed.arguments if a.role == "attribute"), None)
        if attribute is None or verb.negated or not (verb.copula or verb.lemma in ("become", "remain")):
            continue
        kind, token = attribute
        if token.lemma in _EMPTY_KINDS or _torn(sentence, token):
            continue
        if (
            token.upos not in ("NOUN", "PROPN")
            or kind.marker
            or kind.type in ("time", "number")
            or (parsed.subject.upos == "PRON" and kind.dangling)
        ):
            continue
        which = kind.determiner not in ("a", "an")
        inverted = which and _is_unique(sentence, parsed.subject) and not _is_unique(sentence, token)
        # *The smallest type is the cinder cone* says which it is, and not of what kind.
        role = "name" if inverted else identity_role(sentence, token, kind)
        if role == "name" and (not says_which(sentence, parsed.subject) or sentence.children(token, "advmod")):
            continue  # *the smallest type*, of what? *was usually the earl*: not always
        if role == "name":
            kind = replace(kind, text=re.sub(r" \([^()]*\)$", "", kind.text))
        yield make_fact("identity", parsed, sentence, ("thing", parsed.clause.subject), (role, kind))


def appositions(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """*Coron, a town in Palawan, …*: what a name is, told in passing."""
    if not is_statement(sentence):
        return
    for token in sentence.tokens:
        head = sentence.head(token)
        if token.relation != "appos" or head is None or head.upos != "PROPN" or token.upos != "NOUN":
            continue
        if article.type(sentence, head) == "time":  # *in December 1823: the skeleton of a plesiosaur*
            continue
        determiner = sentence.child(token, "det")
        if (
            determiner is None
            or determiner.form.lower() not in ("a", "an", "the")
            or sentence.children(head, "conj")
            or sentence.children(token, "conj")
        ):
            continue
        thing = phrase(article, sentence, head, without=[token], marker="")
        kind = phrase(article, sentence, token, marker="")
        if not thing.dangling and not kind.dangling and not article.quoted(token):
            yield _apposition(article, sentence, token, thing, kind)


def _apposition(article: Article, sentence: Sentence, token: Token, thing: Phrase, kind: Phrase) -> Fact:
    clause = copular(article, sentence, thing, kind, token.confidence)
    role = identity_role(sentence, token, kind)
    return Fact("identity", (("thing", thing), (role, kind)), sentence.index, sentence.span, clause, token.confidence)


def copular(article: Article, sentence: Sentence, subject: Phrase, attribute: Phrase, confidence: float) -> Clause:
    """*X is Y*, for what the article says without a verb; in the tense of the sentence, of today in a dated article."""
    first = any(w in ("first", "last") for w in attribute.text.lower().split())
    passing = first or (subject.type == "person" and article.analysis.document.date is None)
    past = passing and any(t.xpos == "VBD" for t in sentence.tokens)
    form = {(False, False): "is", (False, True): "are", (True, False): "was", (True, True): "were"}[
        past, subject.number == "plur"
    ]
    verb = Verb("be", form, "VBD" if past else "VBZ", tense="past" if past else "pres", copula=True)
    return Clause(
        subject, verb, (Argument("attribute", attribute, "after", True),), sentence.index, confidence=confidence
    )


def identity_role(sentence: Sentence, token: Token, kind: Phrase) -> str:
    """``title`` when only one can be it, ``kind`` when many are."""
    if token.upos == "PROPN":
        return "name"
    the = any(t.form.lower() == "the" for t in sentence.children(token, "det"))
    superlative = any(
        t.xpos in ("JJS", "RBS") or t.lemma in _UNIQUE or t.feat("NumType") == "Ord"
        for t in sentence.subtree(token)
        if t.id <= token.id
    )
    return "title" if the and (superlative or sentence.children(token, "nmod", "acl")) else "kind"


def _torn(sentence: Sentence, token: Token) -> bool:
    """A word of the attribute stands before *is*: the tree is wrong."""
    copula = sentence.child(token, "cop")
    return copula is not None and any(t.id < copula.id for t in sentence.children(token, "amod", "compound", "det"))


def _is_unique(sentence: Sentence, token: Token) -> bool:
    """*the smallest type*, *the main export*, *the first king*: there is one."""
    the = any(t.form.lower() in ("the", "its", "his", "her", "their") for t in sentence.children(token, "det", "nmod"))
    owned = bool(sentence.children(token, "nmod:poss"))
    first = any(t.xpos == "JJS" or t.lemma in _SINGLING for t in sentence.children(token, "amod"))
    most = any(t.xpos == "RBS" for a in sentence.children(token, "amod") for t in sentence.children(a, "advmod"))
    return (the or owned) and (first or most)
