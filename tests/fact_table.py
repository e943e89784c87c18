"""Tables of sentences with the facts that must be read from them: ``sentence → role=text; role=text``.

A second fact follows after `` / ``; ``–`` stands for none. A phrase is written with its preposition.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from quizgen import analysis, facts, reading
from quizgen.analysis.parser import Model
from quizgen.facts.article import Article
from quizgen.facts.clauses import clauses
from quizgen.records import Analysis, Argument, Clause, Fact, Phrase

OWN = {
    "time": ("time", "duration", "interval", "start", "end", "range"),
    "place": ("place",),
    "party": ("person", "body", "house"),
    "cause": ("cause", "ground"),
    "result": ("result",),
    "purpose": ("purpose",),
    "means": ("means",),
    "use": ("use",),
    "change": ("before", "after", "amount"),
    "comparison": ("quality", "amount", "factor", "greater"),
    "condition": ("case", "outcome"),
    "list": ("members", "counted"),
    "part": ("parts", "whole"),
    "origin": ("namesake", "honoured", "source", "language"),
    "life": ("person", "birth", "death"),
    "age": ("age",),
    "quantity": ("whole", "count", "counted", "money"),
    "measure": ("thing", "amount", "dimension", "property", "moment"),
    "identity": ("thing", "kind", "title", "name"),
    "role": ("person", "office", "profession"),
    "name": ("thing", "name", "called", "meaning"),
    "abbreviation": ("short", "long"),
    "quotation": ("speaker", "quote"),
}
"""The roles that a fact of each kind has of its own; those of its clause are not written."""


class Row(NamedTuple):
    sentence: str
    facts: tuple[str, ...]

    def __str__(self) -> str:
        return self.sentence


def rows(table: str) -> list[Row]:
    found = []
    for line in table.strip().splitlines():
        if line.strip():
            sentence, _, expected = (part.strip() for part in line.partition("→"))
            given = tuple(sorted(e.strip() for e in expected.split(" / "))) if expected != "–" else ()
            found.append(Row(sentence, given))
    return found


def analysed(text: str, model: Model, date: datetime.date | None = None) -> Analysis:
    return analysis.analyse(reading.from_text(text, date=date), model)


def read(kind: str, text: str, model: Model, date: datetime.date | None = None) -> tuple[str, ...]:
    """The facts of one kind that a text states, as the tables write them; with ``kind`` clause its clauses."""
    return told(kind, analysed(text, model, date))


def told(kind: str, article: Analysis) -> tuple[str, ...]:
    if kind == "clause":
        lookup = Article(article)
        return tuple(sorted(clause(p.clause) for s in article.sentences for p in clauses(lookup, s)))
    return tuple(sorted(written(fact) for fact in facts.extract(article) if fact.kind == kind))


def written(fact: Fact) -> str:
    return "; ".join(f"{role}={phrase(part)}" for role, part in fact.roles if role in OWN[fact.kind])


def phrase(part: Phrase) -> str:
    return f"{part.marker} {part.text}".strip()


def clause(told: Clause) -> str:
    """``subject | verb | role=text; …`` with negation, condition and attribution where there are any."""
    verb = " ".join(filter(None, (str(told.verb), told.verb.particle)))
    negation = f" ({told.verb.negation})" if told.verb.negation else ""
    parts = [f"{told.subject} | {verb}{negation}"]
    if told.arguments:
        parts.append("; ".join(map(argument, told.arguments)))
    parts += [f"condition={told.condition}"] if told.condition else []
    parts += [f"according to {told.attribution}"] if told.attribution else []
    return " | ".join(parts)


def argument(told: Argument) -> str:
    return f"{told.role}={phrase(told.phrase)}"


def sentences(table: Iterable[Row]) -> list[str]:
    return [row.sentence for row in table]
