"""Origin: after whom something was named, and where a word comes from."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.analysis.names import PEOPLES
from quizgen.facts.apart import picks_out
from quizgen.facts.article import Article
from quizgen.facts.bynames import namings
from quizgen.facts.clauses import ParsedClause
from quizgen.facts.events import make_fact
from quizgen.facts.phrases import phrase
from quizgen.facts.remade import swapped
from quizgen.records import Argument, Fact, Sentence, Token, replace

_WORDS = frozenset({"word", "name", "term", "expression", "phrase", "surname"})
_COMING = frozenset({"come", "derive", "originate", "borrow", "take"})
_TONGUES = PEOPLES | {"latin", "sanskrit", "hebrew", "norse", "arabic", "aramaic", "gaelic", "basque"}


def origins(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """*The town was named after Jackson*: ``namesake`` or, *in honour of*, ``honoured``; *from Latin*: ``language``
    or ``source``."""
    for parsed in (*found, *namings(article, sentence)):
        if parsed.clause.verb.negated or picks_out(sentence, parsed.predicate):
            continue
        if parsed.clause.verb.lemma in ("name", "christen") and parsed.clause.verb.passive:
            yield from _named_after(article, sentence, parsed)
        elif parsed.clause.verb.lemma in _COMING and parsed.subject.lemma in _WORDS:
            yield from _etymology(sentence, parsed)


def _named_after(article: Article, sentence: Sentence, parsed: ParsedClause) -> Iterator[Fact]:
    for argument, token in parsed.arguments:
        if argument.role != "oblique" or argument.phrase.dangling:
            continue
        named = any(a.role == "attribute" for a in parsed.clause.arguments)
        after = argument.phrase.type == "person" if named else argument.phrase.type not in ("time", "event")
        if argument.phrase.marker in ("after", "for") and after:  # *was named Jackson after the war*: then
            namesake = replace(argument, required=True)
            yield _fact(sentence, swapped(parsed, argument, namesake), "namesake", namesake, token)
        whom = sentence.child(token, "nmod") if token.lemma in ("honour", "honor", "memory") else None
        if whom is not None and argument.phrase.marker == "in":
            told = phrase(article, sentence, whom, marker=f"in {token.form} of")
            if not told.dangling:
                honoured = Argument("oblique", told, argument.position, True)
                yield _fact(sentence, swapped(parsed, argument, honoured), "honoured", honoured, whom)


def _etymology(sentence: Sentence, parsed: ParsedClause) -> Iterator[Fact]:
    for argument, token in parsed.arguments:
        if argument.role == "oblique" and argument.phrase.marker == "from" and argument.phrase.type != "time":
            words = argument.phrase.text.lower().split()
            tongue = words[-1] in _TONGUES and token.form[:1].isupper() and len(words) <= 3
            role = "language" if tongue else "source"
            yield _fact(sentence, swapped(parsed, argument, argument), role, argument, token)


def _fact(sentence: Sentence, parsed: ParsedClause, role: str, argument: Argument, token: Token) -> Fact:
    fact = make_fact("origin", parsed, sentence, (role, argument.phrase))
    return replace(fact, confidence=min(fact.confidence, token.confidence))
