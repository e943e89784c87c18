"""Runs the examples inside the rules: each gives exactly the items that it says, or fails with the reading of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from quizgen.records import Analysis, Example, Expected, Fact, Rule

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[[str, datetime.date | None, str], tuple[Analysis, tuple[Fact, ...]]]


@dataclass(frozen=True, slots=True)
class Failure:
    """An example whose rule gave something else. As text it shows what was expected and how the sentence was read."""

    rule: Rule
    example: Example
    got: tuple[Expected, ...]
    analysis: Analysis
    facts: tuple[Fact, ...]

    @property
    def name(self) -> str:
        return f"{self.rule.id}:L{self.example.line}"

    def __str__(self) -> str:
        parts = (
            f"{self.rule.path}:{self.example.line}: {self.rule.id}",
            f"  given     {self.example.given}",
            *_pairs("expected", self.example.items),
            *_pairs("got", self.got),
            *(f"  facts     {line}" if i == 0 else f"            {line}" for i, line in enumerate(_facts(self))),
            *(line for sentence in self.analysis.sentences for line in _table(sentence)),
        )
        return "\n".join(parts)


def run(rules: Sequence[Rule], model: Any) -> tuple[Failure, ...]:
    """The examples that fail, in the order of the rules. Equal sentences are read once.

    Args:
        rules: with their examples.
        model: from ``quizgen.analysis.load_model``.
    """
    read = reader(model)
    return tuple(failure for rule, example in examples(rules) if (failure := check(rule, example, read)))


def examples(rules: Sequence[Rule]) -> Iterator[tuple[Rule, Example]]:
    for rule in rules:
        for example in rule.examples:
            yield rule, example


def check(rule: Rule, example: Example, read: Reader) -> Failure | None:
    """None when the rule alone gives exactly the items of the example, in any order."""
    from quizgen.rules import engine

    analysis, facts = read(example.given, example.date, rule.fact)
    candidates, _ = engine.candidates((rule,), facts, analysis)
    got = tuple(Expected(c.item.question, c.item.answer) for c in candidates)
    if _sorted(got) == _sorted(example.items):
        return None
    return Failure(rule, example, got, analysis, facts)


def reader(model: Any) -> Reader:
    """Reads an example into facts of some kind; remembers what it has read. Of a fact *row* it is a table in CSV."""
    from quizgen import analysis, facts, reading

    known: dict[tuple[str, datetime.date | None, bool], tuple[Analysis, tuple[Fact, ...]]] = {}

    def read(given: str, date: datetime.date | None, kind: str) -> tuple[Analysis, tuple[Fact, ...]]:
        key = (given, date, kind == "row")
        if key not in known:
            table = reading.read_bytes(given.encode("utf8"), "example.csv", date=date) if kind == "row" else None
            analysed = analysis.analyse(table or reading.from_text(given, date=date), model)
            known[key] = analysed, facts.extract(analysed)
        return known[key]

    return read


def _sorted(items: Sequence[Expected]) -> list[tuple[str, str]]:
    return sorted({(item.question, item.answer) for item in items})


def _pairs(label: str, items: Sequence[Expected]) -> Iterator[str]:
    lines = [f"{item.question}  →  {item.answer}" for item in items] or ["(nothing)"]
    for i, line in enumerate(lines):
        yield f"  {label if i == 0 else '':<10}{line}"


def _facts(failure: Failure) -> list[str]:
    mine = [fact for fact in failure.facts if fact.kind == failure.rule.fact]
    others = sorted({fact.kind for fact in failure.facts} - {failure.rule.fact})
    lines = [
        f"{fact.kind}: " + ", ".join(f"{role}={phrase.text!r}({phrase.type or '?'})" for role, phrase in fact.roles)
        for fact in mine
    ]
    lines = lines or [f"none of the kind {failure.rule.fact}"]
    return [*lines, f"also {', '.join(others)}"] if others else lines


def _table(sentence: Any) -> Iterator[str]:
    if sentence.skipped:
        yield f"  skipped   {sentence.text} ({sentence.skipped})"
    for token in sentence.tokens:
        yield (
            f"  {token.id:>3} {token.form:<16} {token.lemma:<14} {token.upos:<6} {token.xpos:<5} "
            f"{token.head:>3} {token.deprel:<12} {token.entity}"
        ).rstrip()
