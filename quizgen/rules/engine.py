"""Rule × Fact → Candidate: which rules apply to a fact, and what they make of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from quizgen import clock, text
from quizgen.errors import RuleError
from quizgen.records import (
    Analysis,
    Candidate,
    Evidence,
    Fact,
    Item,
    ItemType,
    Phrase,
    Rejection,
    Rule,
    Sentence,
    Span,
    digest,
)
from quizgen.rules.conditions import matches
from quizgen.rules.functions import Blanks, Functions
from quizgen.rules.grammar import Unaskable
from quizgen.rules.templates import Template, TemplateFault

Outcome = Candidate | Rejection | None


def candidates(
    rules: Sequence[Rule], facts: Sequence[Fact], analysis: Analysis
) -> tuple[tuple[Candidate, ...], tuple[Rejection, ...]]:
    """Everything that the rules make of the facts, in the order of the facts, and what grammar refused.

    Raises RuleError when a template of a rule fails.
    """
    by_kind: dict[str, list[tuple[Rule, Program]]] = {}
    for rule in rules:
        if rule.enabled:
            by_kind.setdefault(rule.fact, []).append((rule, _program_of(rule)))
    made: list[Candidate] = []
    refused: list[Rejection] = []
    blanks: Blanks = {}
    for fact in facts:
        clock.tick()
        roles = dict(fact.roles)
        for rule, program in by_kind.get(fact.kind, ()):
            fitting = program.needs <= roles.keys() and matches(rule, fact)
            outcome = _applied(rule, program, fact, roles, analysis, blanks) if fitting else None
            if isinstance(outcome, Candidate):
                made.append(outcome)
            elif outcome is not None:
                refused.append(outcome)
    return tuple(made), tuple(refused)


def apply(rule: Rule, fact: Fact, analysis: Analysis) -> Outcome:
    """What one rule makes of one fact: a candidate, a refusal with its reason, or None when it does not apply."""
    program, roles = _program_of(rule), dict(fact.roles)
    if not program.needs <= roles.keys() or not matches(rule, fact):
        return None
    return _applied(rule, program, fact, roles, analysis, {})


def _applied(
    rule: Rule, program: Program, fact: Fact, roles: Mapping[str, Phrase], analysis: Analysis, blanks: Blanks
) -> Outcome:
    functions = Functions(fact, analysis.sentences[fact.sentence], analysis, blanks)
    try:
        answer, question, further = program.run(roles, functions)
    except Unaskable as reason:
        return Rejection("", "", rule.id, fact.sentence, "grammar", str(reason))
    if not question or not answer:
        return None
    target = roles[program.target] if program.target else functions.target or fact.roles[0][1]
    # A pronoun of the article's own is right again once the question names whom it means.
    if target.names and len(target.tokens) > 1 and all(name in question for name in target.names):
        answer = answer.replace(target.text, target.original)
    item = _item(rule, fact, analysis, question, answer, further, target)
    return Candidate(item, fact, rule, target, program.statement(roles, functions) or functions.statement(target))


def _item(
    rule: Rule, fact: Fact, analysis: Analysis, question: str, answer: str, further: tuple[str, ...], target: Phrase
) -> Item:
    role = next((name for name, phrase in fact.roles if phrase is target), "")
    return Item(
        id=digest(analysis.document.key, fact.key, rule.id, role),
        type=ItemType(rule.type),
        question=question,
        answer=answer,
        accept=tuple(dict.fromkeys(a for a in (*further, *target.aliases) if a and a != answer)),
        evidence=_evidence(analysis.sentences[fact.sentence], answer, target),
        rule=rule.id,
        fact=fact.kind,
        document=analysis.document.key,
        score=rule.score,
    )


def _evidence(sentence: Sentence, answer: str, target: Phrase) -> Evidence:
    """The sentence, and where the answer stands in it: to the letter, else the words that it was made of."""
    starts = [sentence.start + at for at in text.standing(answer, sentence.text)]
    hits = [Span(start, start + len(answer)) for start in starts]
    if hits:
        best = next((hit for hit in hits if hit in target.span), hits[0])
        start, end = best.start, best.end
    elif target.span.end > target.span.start and target.span in sentence.span:
        start, end = target.span.start, target.span.end
    else:
        start = end = -1
    return Evidence(sentence.text, sentence.start, sentence.end, start, end)


class Program:
    """The compiled templates of a rule."""

    def __init__(
        self, question: str, answer: str, accept: tuple[str, ...], statement: str, rule: str, path: str, line: int
    ) -> None:
        self._rule, self._path, self._line = rule, path, line
        self._question, self._answer = self._compiled(question), self._compiled(answer)
        self._accept = tuple(self._compiled(source) for source in accept)
        self._statement = self._compiled(statement) if statement else None
        further = (*self._accept, *((self._statement,) if self._statement else ()))
        names = self._question.names.union(self._answer.names, *(t.names for t in further))
        self._calls = tuple(names.intersection(Functions.NAMES))
        self.needs = names - set(Functions.NAMES)
        """The roles that a fact must fill."""
        self.target = next((word for word in re.findall(r"[a-z_]\w*", answer) if word in self.needs), "")
        """The role that the answer names first; empty when it names none."""

    def run(self, roles: Mapping[str, Phrase], functions: Functions) -> tuple[str, str, tuple[str, ...]]:
        """Answer, question and further answers. Raises Unaskable, RuleError."""
        values = {**functions.values(self._calls), **roles}
        answer = text.trim(self._rendered(self._answer, values))
        question = text.tidy(self._rendered(self._question, values))
        return answer, question, tuple(text.trim(self._rendered(t, values)) for t in self._accept)

    def statement(self, roles: Mapping[str, Phrase], functions: Functions) -> str:
        """The fact as a sentence with a blank; empty where the rule has none. Raises RuleError."""
        if self._statement is None:
            return ""
        values = {**functions.values(self._calls), **roles}
        return text.capitalise(text.end(self._rendered(self._statement, values), "."))

    def _compiled(self, source: str) -> Template:
        try:
            return Template(source, Functions.NAMES)
        except TemplateFault as fault:
            raise self._error(fault) from None

    def _rendered(self, template: Template, values: Mapping[str, object]) -> str:
        try:
            return template.render(values)
        except TemplateFault as fault:
            raise self._error(fault) from fault

    def _error(self, fault: TemplateFault) -> RuleError:
        return RuleError(f"The rule {self._rule} fails: {fault}.", path=self._path, line=self._line)


def _program_of(rule: Rule) -> Program:
    return _program(rule.question, rule.answer, rule.accept, rule.statement, rule.id, rule.path, rule.line)


@lru_cache(maxsize=1024)
def _program(
    question: str, answer: str, accept: tuple[str, ...], statement: str, rule: str, path: str, line: int
) -> Program:
    return Program(question, answer, accept, statement, rule, path, line)
