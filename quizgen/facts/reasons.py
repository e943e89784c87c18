"""Reasons: why, what for, by what means, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from quizgen.facts.article import Article
from quizgen.facts.clauses import ParsedClause
from quizgen.facts.events import make_fact
from quizgen.facts.phrases import phrase
from quizgen.facts.remade import swapped
from quizgen.facts.uses import is_use
from quizgen.records import Argument, Fact, Sentence, Token, replace

_BECAUSE_OF = frozenset({"because of", "due to", "owing to", "thanks to", "on account of", "as a result of"})
_BRINGING = {"lead": "to", "result": "in", "contribute": "to", "give": "to"}


def _clausal(kind: str, role: str) -> Callable[[Article, Sentence, tuple[ParsedClause, ...]], Iterator[Fact]]:
    def extract(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
        for parsed in found:
            for argument, token in parsed.arguments:
                governed = token.head != parsed.predicate.id or parsed.predicate.upos == "ADJ"  # *expensive to make*
                purpose = role == "purpose" and (governed or is_use(parsed))  # *used to make soap*: ``uses``
                if argument.role == role and len(argument.phrase.tokens) > 1 and not purpose:
                    yield make_fact(kind, parsed, sentence, (role, argument.phrase))

    extract.__name__ = extract.__qualname__ = f"{kind}s"
    extract.__doc__ = f"Clauses that tell the {role} of what another one states."
    return extract


purposes = _clausal("purpose", "purpose")
means = _clausal("means", "means")
clause_causes = _clausal("cause", "cause")


def causes(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """*because* clauses, *because of* and *due to* with a noun; *is due to*: ``ground``."""
    yield from clause_causes(article, sentence, found)
    for parsed in found:
        for argument, token in parsed.arguments:
            if argument.role == "oblique" and (_is_because_of(argument) or _is_result_of(sentence, argument, token)):
                yield make_fact("cause", parsed, sentence, ("cause", argument.phrase))
            if argument.role == "attribute" and argument.phrase.marker == "due":
                ground = replace(argument, phrase=replace(argument.phrase, marker="due to"))
                yield make_fact("cause", swapped(parsed, argument, ground), sentence, ("ground", ground.phrase))
        yield from _owing_to(article, sentence, parsed)


def _is_because_of(argument: Argument) -> bool:
    return argument.phrase.marker in _BECAUSE_OF


def _is_result_of(sentence: Sentence, argument: Argument, token: Token) -> bool:
    """*as a result of heavy rain*"""
    of = any(t.form.lower() == "of" for n in sentence.children(token, "nmod") for t in sentence.children(n, "case"))
    return argument.phrase.marker == "as" and token.lemma in ("result", "consequence") and of


def _owing_to(article: Article, sentence: Sentence, parsed: ParsedClause) -> Iterator[Fact]:
    """*owing to*, which parsers take for a participle."""
    for token in sentence.children(parsed.predicate, "advcl"):
        noun = sentence.child(token, "obl") if token.form.lower() == "owing" else None
        if noun is not None and [t.form.lower() for t in sentence.children(noun, "case")] == ["to"]:
            said = Argument("oblique", phrase(article, sentence, noun, marker="owing to"), "after")
            clause = replace(parsed.clause, arguments=(*parsed.clause.arguments, said))
            fact = make_fact("cause", replace(parsed, clause=clause), sentence, ("cause", said.phrase))
            yield replace(fact, confidence=min(fact.confidence, token.confidence))


def results(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """*The new road led to the growth of the suburbs*: ``result``."""
    for parsed in found:
        verb = parsed.clause.verb
        given = verb.lemma != "give" or any(a.phrase.text == "rise" for a in parsed.clause.arguments)
        if verb.negated or verb.passive or not given or parsed.predicate.xpos == "VBG":
            continue  # *…, leading to a rush*: all that was said before led to it
        for argument, token in parsed.arguments:
            wanted = argument.phrase.marker == _BRINGING.get(verb.lemma) and argument.role == "oblique"
            guided = verb.lemma == "lead" and any(a.role == "object" for a in parsed.clause.arguments)  # *led him to*
            if wanted and not guided and token.head == parsed.predicate.id and _is_outcome(argument):
                yield make_fact("result", swapped(parsed, argument, argument), sentence, ("result", argument.phrase))


def _is_outcome(argument: Argument) -> bool:
    """Something that comes about: no place that a road leads to, nobody, no time."""
    return argument.phrase.type not in ("place", "person", "time", "organization") and not argument.phrase.proper
