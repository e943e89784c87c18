"""Comparison: how much higher, and which of two is larger."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.facts.article import Article
from quizgen.facts.clauses import ParsedClause
from quizgen.facts.events import make_fact
from quizgen.facts.phrases import phrase
from quizgen.facts.remade import swapped
from quizgen.records import Argument, Fact, Phrase, Sentence, Token, replace


def comparisons(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """*Jupiter is larger than Saturn*: ``quality`` with the two, ``greater`` and ``lesser``; with an ``amount``,
    *18 % higher than before*, that."""
    for parsed in found:
        quality = _quality(sentence, parsed)
        standard = _standard(article, sentence, parsed)
        if quality is None or standard is None or parsed.clause.verb.negated:
            continue
        old, new, token = standard
        sure = min(parsed.clause.confidence, token.confidence)
        amount = _amount(article, sentence, parsed.predicate)
        told = swapped(parsed, old, new)
        if amount is not None:
            roles = [("quality", quality), (_kind(amount), amount)]
            yield replace(make_fact("comparison", told, sentence, *roles), confidence=sure)
        elif _two_of_a_kind(parsed.clause.subject, new.phrase):
            pair = sorted((parsed.clause.subject, new.phrase), key=str)
            roles = [("quality", quality), ("greater", parsed.clause.subject)]
            roles += [("first", pair[0]), ("second", pair[1])]
            yield replace(make_fact("comparison", told, sentence, *roles), confidence=sure)


def _quality(sentence: Sentence, parsed: ParsedClause) -> Phrase | None:
    """*larger*, *more popular*: the adjective that the clause says of its subject."""
    more = any(t.xpos == "RBR" for t in sentence.children(parsed.predicate, "advmod"))
    if not parsed.clause.verb.copula or not (parsed.predicate.xpos == "JJR" or more):
        return None
    return next((a.phrase for a, t in parsed.arguments if a.role == "attribute" and t is parsed.predicate), None)


def _standard(article: Article, sentence: Sentence, parsed: ParsedClause) -> tuple[Argument, Argument, Token] | None:
    """What it is compared with, as the clause has it and as it is said in a question: *than in the years before*."""
    for argument, token in parsed.arguments:
        if token.head != parsed.predicate.id or argument.phrase.dangling:
            continue
        if argument.phrase.marker == "than":
            return argument, replace(argument, required=True), token
        than = [t for t in sentence.children(token, "mark", "case") if t.form.lower() == "than"]
        if argument.role == "clause" and than and not sentence.children(token, "nsubj", "cop", "aux"):
            words = [t for t in sentence.subtree(token) if t not in than]
            said = phrase(article, sentence, token, tokens=words, marker="than")
            return argument, Argument("oblique", said, "after", True), token
    return None


def _amount(article: Article, sentence: Sentence, quality: Token) -> Phrase | None:
    """*18 %* of *18 % higher*, *three times* of *three times larger*."""
    for token in sentence.children(quality, "obl", "nmod", "advmod"):
        if token.id < quality.id and sentence.children(token, "nummod") and not sentence.children(token, "case"):
            return phrase(article, sentence, token, marker="")
    return None


def _kind(amount: Phrase) -> str:
    return "factor" if amount.head == "time" else "amount"


def _two_of_a_kind(one: Phrase, other: Phrase) -> bool:
    """Two names, neither a person's: *Which is older, Ann or Bob?* is asked otherwise."""
    named = one.proper and other.proper and one.number == other.number == "sing"
    return named and "person" not in (one.type, other.type) and not one.dangling
