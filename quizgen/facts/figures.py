"""Figures that something has: *a population of 660,000*, *a length of 530 metres*; *3.8 kilometres long*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.facts.article import Article
from quizgen.facts.clauses import ParsedClause
from quizgen.facts.events import make_fact
from quizgen.facts.extents import after_comma
from quizgen.facts.phrases import phrase
from quizgen.facts.quantities import DIMENSIONS, EXTENTS, MEASURED
from quizgen.facts.remade import narrowed
from quizgen.records import Fact, Phrase, Sentence, Token, replace


def figures(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """Measures told with *have*, with *with* or behind a name: ``thing``, ``amount``, ``dimension`` or ``property``
    and, where a time is given with it, ``moment``."""
    for parsed in found:
        if parsed.clause.verb.negated:
            continue
        yield from _behind(article, sentence, parsed)
        for noun in _properties(sentence, parsed):
            amount = next((t for t in sentence.children(noun, "nmod") if _is_amount(sentence, t)), None)
            if amount is not None and not parsed.clause.subject.dangling:
                yield _had(article, sentence, parsed, noun, amount)


def _properties(sentence: Sentence, parsed: ParsedClause) -> Iterator[Token]:
    """*population* of *has a population of …* and of *is a city with a population of …*"""
    having = parsed.clause.verb.lemma == "have"
    for argument, token in parsed.arguments:
        if having and argument.role == "object":
            yield from (t for t in (token, *sentence.children(token, "conj")) if _measures(sentence, t))
        elif argument.role == "attribute" and parsed.clause.verb.copula and token is parsed.predicate:
            for noun in sentence.children(token, "nmod"):
                with_it = [t.form.lower() for t in sentence.children(noun, "case")] == ["with"]
                if with_it and _measures(sentence, noun) and not after_comma(sentence, noun):
                    yield noun


def _measures(sentence: Sentence, noun: Token) -> bool:
    indefinite = any(t.form.lower() in ("a", "an") for t in sentence.children(noun, "det"))
    return indefinite and noun.lemma in DIMENSIONS.keys() | MEASURED


def _is_amount(sentence: Sentence, token: Token) -> bool:
    of = [t.form.lower() for t in sentence.children(token, "case")] == ["of"]
    words = " ".join(t.form for t in sentence.subtree(token))
    return of and bool(re.search(r"\d", words)) and not sentence.children(token, "conj", "acl")


def _had(article: Article, sentence: Sentence, parsed: ParsedClause, noun: Token, amount: Token) -> Fact:
    when = [t for n in (noun, amount) for t in sentence.children(n, "nmod", "obl") if _is_year(article, sentence, t)]
    told = _told(article, sentence, amount, when)
    rest = sentence.children(noun, "det", "nmod", "case", "conj", "cc", "acl", "punct")
    named = phrase(article, sentence, noun, without=rest, marker="")
    plain = named.text == noun.form.lower() and DIMENSIONS.get(noun.lemma)
    dimension = "high" if noun.lemma == "height" and parsed.clause.subject.type != "person" else plain
    what = ("dimension", dimension) if plain and dimension else ("property", named.text)
    clause_times = [a.phrase for a in parsed.clause.arguments if a.phrase.type == "time" and a.phrase.marker == "in"]
    times = [phrase(article, sentence, t) for t in when] or clause_times
    moment = [("moment", Phrase(f"in {t.text}", t.head, type="time")) for t in times[:1]]
    roles = [
        ("thing", parsed.clause.subject), ("amount", told), (what[0], Phrase(what[1], noun.lemma)), *moment
    ]  # fmt: skip
    sure = min(parsed.clause.confidence, noun.confidence, amount.confidence)
    passing = narrowed(parsed, parsed.clause.arguments)  # said in passing: the clause itself tells something else
    return replace(make_fact("measure", passing, sentence, *roles), confidence=sure)


def _told(article: Article, sentence: Sentence, amount: Token, when: list[Token]) -> Phrase:
    """*3.7 million* of *3.7 million inhabitants*: a population counts nothing else."""
    number = sentence.child(amount, "nummod")
    if number is not None and amount.lemma in ("inhabitant", "person", "people", "resident"):
        words = [t for t in sentence.subtree(amount) if t.id < amount.id and t.relation not in ("case", "det")]
        return phrase(article, sentence, number, tokens=words, marker="")
    return phrase(article, sentence, amount, without=when, marker="")


def _is_year(article: Article, sentence: Sentence, token: Token) -> bool:
    return article.type(sentence, token) == "time" and [t.form.lower() for t in sentence.children(token, "case")] == [
        "in"
    ]


def _behind(article: Article, sentence: Sentence, parsed: ParsedClause) -> Iterator[Fact]:
    """*The Grand Canal, 3.8 kilometres long, winds …*: said of the subject in passing."""
    for adjective in sentence.children(parsed.subject, "amod", "acl", "appos"):
        extent = next((t for t in sentence.children(adjective, "obl", "nmod", "nummod") if t.id < adjective.id), None)
        bare = not sentence.children(adjective, "cop", "nsubj") and not sentence.children(parsed.subject, "conj")
        if adjective.lemma not in EXTENTS or adjective.id < parsed.subject.id or extent is None or not bare:
            continue
        thing = phrase(article, sentence, parsed.subject, without=[adjective], marker="")
        if not sentence.children(extent, "nummod") or not thing.proper or thing.dangling:
            continue
        amount = phrase(article, sentence, extent, marker="")
        told = narrowed(parsed, ())
        told = replace(told, clause=replace(told.clause, subject=thing))
        roles = [("thing", thing), ("amount", amount), ("dimension", Phrase(adjective.form.lower(), adjective.lemma))]
        fact = make_fact("measure", told, sentence, *roles)
        yield replace(fact, confidence=min(fact.confidence, adjective.confidence, extent.confidence))
