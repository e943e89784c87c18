"""Who else takes part: *fell in love with Mary Chaworth*, *wrote for the Times*, *studied at Trinity College*."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.facts.article import Article
from quizgen.facts.clauses import ParsedClause
from quizgen.facts.events import adjuncts, make_fact
from quizgen.records import Fact, Phrase, Sentence

_BESIDE = frozenset({"with", "to", "for", "from", "against", "about", "under", "alongside", "by", "of", "towards"})
_INSIDE = frozenset({"at", "in"})
_HOUSES = frozenset(
    "school college university academy institute museum gallery theatre theater cathedral church abbey monastery "
    "hospital library observatory laboratory stadium arena prison hotel restaurant studio conservatory seminary".split()
)
"""Organizations that have a house: what happens at one of them happens somewhere."""


def parties(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """A name behind a preposition: the ``person`` or ``body`` that takes part, the ``house`` where it happens."""
    for parsed in found:
        for argument, token in adjuncts(parsed):
            role = _role(argument.phrase)
            alone = not sentence.children(token, "conj") and token.head == parsed.predicate.id
            if role and alone and argument.position == "after":
                yield make_fact("party", parsed, sentence, (role, argument.phrase))


def _role(phrase: Phrase) -> str:
    if not phrase.proper or phrase.dangling:
        return ""
    if phrase.type == "organization" and phrase.marker in _INSIDE and phrase.noun in _HOUSES:
        return "house"
    if phrase.marker not in _BESIDE:
        return ""
    return {"person": "person", "organization": "body"}.get(phrase.type, "")
