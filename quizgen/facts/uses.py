"""Use: what something is used for, and as what."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.facts.apart import picks_out
from quizgen.facts.article import Article
from quizgen.facts.clauses import ParsedClause
from quizgen.facts.events import make_fact
from quizgen.facts.remade import swapped
from quizgen.records import Argument, Fact, Sentence, replace

_MEANING = frozenset({"mean", "describe", "denote", "designate", "indicate", "signify", "refer"})
"""What a word is used to do."""
_ORDER = frozenset({"first", "second", "third", "former", "latter", "other"})


def uses(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """*Iodine is used to make hormones*: ``use``, with the preposition that stays behind in the question.

    An infinitive is asked for with *for* too: *What is iodine used for? – to make hormones*.
    """
    for parsed in found:
        if not is_use(parsed) or parsed.clause.verb.negated or picks_out(sentence, parsed.predicate):
            continue
        if parsed.subject.upos not in ("NOUN", "PROPN", "PRON") or parsed.subject.lemma in _ORDER:
            continue  # *the second uses*: of what?
        told = [(a, t) for a, t in parsed.arguments if _tells_use(a) and t.head == parsed.predicate.id]
        if len(told) != 1:
            continue  # *used as food and to make soap*: none of them is all of it
        argument, token = told[0]
        if token.lemma in _MEANING and argument.role != "oblique":
            continue  # *the word is often used to mean something else*
        said = argument
        if argument.role != "oblique":
            said = Argument("oblique", replace(argument.phrase, marker="for"), "after", True)
        fact = make_fact("use", swapped(parsed, argument, said), sentence, ("use", said.phrase))
        yield replace(fact, confidence=min(fact.confidence, token.confidence))


def is_use(parsed: ParsedClause) -> bool:
    """*is used* by anybody, or what people use; *used to be* is no use."""
    verb = parsed.clause.verb
    own = any(a.role == "object" and t.head == parsed.predicate.id for a, t in parsed.arguments)
    return verb.lemma == "use" and (verb.passive or own)


def _tells_use(argument: Argument) -> bool:
    told = argument.phrase
    if argument.role == "oblique":
        return told.marker in ("for", "as") and told.type != "time" and argument.position == "after"
    return argument.role in ("purpose", "complement") and told.text.startswith("to ") and len(told.tokens) > 1
