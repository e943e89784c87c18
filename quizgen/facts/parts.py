"""Parts: what something consists of, and what it is a part of."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.facts.apart import picks_out
from quizgen.facts.article import Article
from quizgen.facts.clauses import ParsedClause
from quizgen.facts.events import make_fact
from quizgen.facts.phrases import phrase
from quizgen.facts.remade import swapped
from quizgen.records import Argument, Fact, Sentence, Token, replace

_OF = frozenset({"consist", "compose", "make", "comprise"})
_INTO = frozenset({"divide", "split", "subdivide", "separate", "organize", "organise"})


def parts(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """*Water consists of hydrogen and oxygen*: ``parts``; *The pond is part of the park*: ``whole``.

    *includes* names some parts and not all: nothing is asked of it.
    """
    for parsed in found:
        narrow = picks_out(sentence, parsed.predicate) or sentence.children(parsed.subject, "nummod")
        if parsed.clause.verb.negated or narrow:
            continue
        for argument, token in parsed.arguments:
            if _are_parts(sentence, parsed, argument, token):
                told = swapped(parsed, argument, argument)
                yield _sure(make_fact("part", told, sentence, ("parts", argument.phrase)), token)
        yield from _whole(article, sentence, parsed)


def _are_parts(sentence: Sentence, parsed: ParsedClause, argument: Argument, token: Token) -> bool:
    """All parts, and not only how many: *Into how many provinces is it divided?* asks for these."""
    verb, told = parsed.clause.verb, argument.phrase
    counted = bool(sentence.children(token, "nummod")) and not sentence.children(token, "conj", "appos")
    if told.dangling or counted or token.head != parsed.predicate.id:
        return False
    if argument.role == "oblique" and told.marker == "of":
        return verb.lemma in _OF and (verb.passive or verb.lemma == "consist")
    if argument.role == "oblique" and told.marker == "into":
        return verb.lemma in _INTO and verb.passive
    return argument.role == "object" and verb.lemma == "comprise" and not verb.passive


def _whole(article: Article, sentence: Sentence, parsed: ParsedClause) -> Iterator[Fact]:
    part = parsed.predicate
    if part.lemma != "part" or not parsed.clause.verb.copula or part.xpos != "NN":
        return
    attribute = next((a for a, t in parsed.arguments if a.role == "attribute" and t is part), None)
    whole = next((t for t in sentence.children(part, "nmod") if _of(sentence, t)), None)
    if attribute is None or whole is None or sentence.children(part, "amod", "conj"):
        return
    told = phrase(article, sentence, whole, marker="of")
    said = Argument("attribute", phrase(article, sentence, part, without=[whole], marker=""), "after", True)
    of = Argument("oblique", told, "after", True)
    if told.dangling or told.determiner in ("a", "an"):
        return
    remade = swapped(parsed, attribute, said)
    arguments = tuple(b for a in remade.clause.arguments for b in ((a, of) if a is said else (a,)))
    clause = replace(remade.clause, arguments=arguments)
    yield _sure(make_fact("part", replace(remade, clause=clause), sentence, ("whole", told)), whole)


def _of(sentence: Sentence, token: Token) -> bool:
    return [t.form.lower() for t in sentence.children(token, "case")] == ["of"]


def _sure(fact: Fact, token: Token) -> Fact:
    return replace(fact, confidence=min(fact.confidence, token.confidence))
