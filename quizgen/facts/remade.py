"""Clauses said with other arguments than the article gives them: the same subject and verb, one part asked for."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.facts.clauses import ParsedClause
from quizgen.records import Argument, Clause, replace


def swapped(parsed: ParsedClause, old: Argument, new: Argument) -> ParsedClause:
    """The clause with one argument in the place of another."""
    arguments = tuple(new if a is old else a for a in parsed.clause.arguments)
    return replace(parsed, clause=replace(parsed.clause, arguments=arguments))


def narrowed(parsed: ParsedClause, arguments: Iterable[Argument]) -> ParsedClause:
    """A statement of its own made of some of the arguments: the others tell something else of the same event."""
    clause = parsed.clause
    alone = Clause(
        clause.subject, clause.verb, tuple(arguments), clause.sentence, clause.condition, clause.attribution,
        clause.confidence,
    )  # fmt: skip
    return replace(parsed, clause=alone)
