"""What an article states: one extractor a kind of fact, in an explicit order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from quizgen import clock
from quizgen.facts.ages import ages
from quizgen.facts.article import Article
from quizgen.facts.bynames import bynames
from quizgen.facts.changes import changes
from quizgen.facts.clauses import ParsedClause, clauses
from quizgen.facts.comparisons import comparisons
from quizgen.facts.conditions import conditions
from quizgen.facts.details import details
from quizgen.facts.events import events, places, times
from quizgen.facts.figures import figures
from quizgen.facts.identities import appositions, identities
from quizgen.facts.lists import lists
from quizgen.facts.lives import lives
from quizgen.facts.names import abbreviations, names
from quizgen.facts.origins import origins
from quizgen.facts.parties import parties
from quizgen.facts.parts import parts
from quizgen.facts.quantities import measures, quantities
from quizgen.facts.quotations import quotations
from quizgen.facts.ranges import ranges
from quizgen.facts.reasons import causes, means, purposes, results
from quizgen.facts.roles import roles
from quizgen.facts.rows import rows
from quizgen.facts.uses import uses
from quizgen.facts.whole import wholes
from quizgen.records import Analysis, Fact, Sentence, replace

Extractor = Callable[[Article, Sentence, tuple[ParsedClause, ...]], Iterator[Fact]]

EXTRACTORS: tuple[Extractor, ...] = (
    events, times, ranges, places, parties, causes, results, purposes, means, uses, quantities, measures, figures, ages,
    changes, comparisons, identities, appositions, lists, parts, conditions, origins, lives, roles, names, bynames,
    abbreviations, quotations, details, wholes,
)  # fmt: skip

_CLAUSE = (
    "subject",
    "object",
    "recipient",
    "attribute",
    "complement",
    "content",
    "oblique",
    "agent",
    "adverb",
    "purpose",
    "means",
    "cause",
    "clause",
    "existent",
)
ROLES: dict[str, tuple[str, ...]] = {
    "event": _CLAUSE,
    "time": ("time", "duration", "interval", "start", "end", "range", *_CLAUSE),
    "place": ("place", *_CLAUSE),
    "party": ("person", "body", "house", *_CLAUSE),
    "cause": ("ground", *_CLAUSE),
    "result": ("result", *_CLAUSE),
    "purpose": _CLAUSE,
    "means": _CLAUSE,
    "use": ("use", *_CLAUSE),
    "change": ("before", "after", "amount", "unit", *_CLAUSE),
    "comparison": ("quality", "amount", "factor", "greater", "first", "second", *_CLAUSE),
    "condition": ("case", "outcome"),
    "list": ("members", "counted", *_CLAUSE),
    "part": ("parts", "whole", *_CLAUSE),
    "origin": ("namesake", "honoured", "source", "language", *_CLAUSE),
    "life": ("person", "birth", "death"),
    "age": ("age", *_CLAUSE),
    "quantity": ("whole", "count", "counted", "things", "period", "percentage", "money", *_CLAUSE),
    "measure": ("thing", "amount", "dimension", "property", "moment", *_CLAUSE),
    "identity": ("thing", "kind", "title", "name", *_CLAUSE),
    "detail": ("name", "figure", "term", "word", "common", "whole", *_CLAUSE),
    "sentence": ("name", "figure", "term", "word", "common", "action", "sentence", "lead"),
    "role": ("person", "office", "profession"),
    "name": ("thing", "name", "called", "meaning", *_CLAUSE),
    "abbreviation": ("short", "long"),
    "quotation": ("speaker", "quote", "saying"),
    "row": ("entry", "heading", "value", "column", "done", "did"),
}
"""The roles that a fact of each kind may fill. A rule may name no other."""


def extract(analysis: Analysis, blanks: Collection[str] | None = None) -> tuple[Fact, ...]:
    """Every fact of the article, in the order of its sentences; the same content stated twice is one fact.

    ``blanks``: the roles of the kinds *detail* and *sentence* that are wanted, which cost the most; None: all.
    """
    if analysis.document.rows:
        stated_in_rows = {fact.key: replace(fact, extractor=rows.__name__) for fact in rows(analysis)}
        return tuple(stated_in_rows.values())
    article = Article(analysis, blanks)
    found: dict[str, Fact] = {}
    for sentence in analysis.sentences:
        clock.tick()
        stated = tuple(clauses(article, sentence))
        for extractor in EXTRACTORS:
            for fact in extractor(article, sentence, stated):
                known = found.get(fact.key)
                if known is None or known.confidence < fact.confidence:
                    found[fact.key] = fact.extracted_by(extractor.__name__)
    told = _professions(found.values())
    return tuple(fact for fact in found.values() if not _said_better(fact, told))


def _professions(facts: Iterable[Fact]) -> dict[str, list[frozenset[str]]]:
    """By person, what they are said to be, each as its words."""
    told: dict[str, list[frozenset[str]]] = {}
    for fact in facts:
        said, person = fact.role("profession"), fact.role("person")
        if said is not None and person is not None:
            told.setdefault(person.text, []).append(frozenset(said.text.lower().split()))
    return told


def _said_better(fact: Fact, told: Mapping[str, list[frozenset[str]]]) -> bool:
    """*director*, where the article also says *Russian film director* of the same person."""
    said, person = fact.role("profession"), fact.role("person")
    if said is None or person is None:
        return False
    words = frozenset(said.text.lower().split())
    return any(words < fuller for fuller in told[person.text])
