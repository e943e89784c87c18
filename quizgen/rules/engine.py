"""Rule × Fact → Candidate: which rules apply to a fact, and what they make of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, TemplateError, UndefinedError, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment

from quizgen import text
from quizgen.errors import RuleError
from quizgen.records import (
    BLANK,
    Analysis,
    Candidate,
    Clause,
    Evidence,
    Fact,
    Item,
    ItemType,
    Phrase,
    Rejection,
    Rule,
    Sentence,
    digest,
)
from quizgen.rules import grammar
from quizgen.rules.grammar import Unaskable
from quizgen.rules.grammar.inflection import be

_FUNCTIONS = frozenset({"ask", "active", "state", "which", "how_many", "when", "placed", "is_", "the", "a", "poss", "blanked", "cap", "verb", "question"})


def candidates(
    rules: Sequence[Rule], facts: Sequence[Fact], analysis: Analysis
) -> tuple[tuple[Candidate, ...], tuple[Rejection, ...]]:
    """Everything that the rules make of the facts, in the order of the facts, and what grammar refused.

    Raises RuleError when a template of a rule fails.
    """
    by_kind: dict[str, list[Rule]] = {}
    for rule in rules:
        if rule.enabled:
            by_kind.setdefault(rule.fact, []).append(rule)
    made: list[Candidate] = []
    refused: list[Rejection] = []
    for fact in facts:
        for rule in by_kind.get(fact.kind, ()):
            outcome = apply(rule, fact, analysis)
            if isinstance(outcome, Candidate):
                made.append(outcome)
            elif outcome is not None:
                refused.append(outcome)
    return tuple(made), tuple(refused)


def apply(rule: Rule, fact: Fact, analysis: Analysis) -> Candidate | Rejection | None:
    """What one rule makes of one fact: a candidate, a refusal with its reason, or None when it does not apply."""
    roles = dict(fact.roles)
    program = _program(rule)
    if not program.needs <= roles.keys() or not matches(rule, fact):
        return None
    context = _Context(fact, analysis.sentences[fact.sentence], analysis)
    try:
        answer = text.trim(program.answer(roles, context))
        question = program.question(roles, context)
        further = tuple(text.trim(render(roles, context)) for render in program.accept)
    except Unaskable as reason:
        return Rejection("", "", rule.id, fact.sentence, "grammar", str(reason))
    if not question or not answer:
        return None
    target = roles[program.target] if program.target else context.target
    if target and target.names and len(target.tokens) > 1 and all(name in question for name in target.names):
        answer = answer.replace(target.text, target.original)
    return _candidate(rule, fact, analysis, question, answer, further, target or fact.roles[0][1], context)


def _candidate(
    rule: Rule, fact: Fact, analysis: Analysis, question: str, answer: str, further: tuple[str, ...], target: Phrase, context: _Context
) -> Candidate:
    sentence = analysis.sentences[fact.sentence]
    accept = tuple(dict.fromkeys(a for a in (*further, *target.aliases) if a and a != answer))
    role = next((name for name, phrase in fact.roles if phrase is target), "")
    item = Item(
        id=digest(analysis.document.key, fact.key, rule.id, role),
        type=ItemType(rule.type),
        question=question,
        answer=answer,
        accept=accept,
        evidence=_evidence(sentence, answer, target),
        rule=rule.id,
        fact=fact.kind,
        document=analysis.document.key,
        score=rule.score,
    )
    return Candidate(item, fact, rule, target, context.statement(target))


def _evidence(sentence: Sentence, answer: str, target: Phrase) -> Evidence:
    """The sentence, and where the answer stands in it: to the letter, else the words that it was made of."""
    found = re.search(rf"(?<!\w){re.escape(answer)}(?!\w)", sentence.text)
    if found:
        start, end = sentence.start + found.start(), sentence.start + found.end()
    elif target.span.end > target.span.start and target.span in sentence.span:
        start, end = target.span.start, target.span.end
    else:
        start = end = -1
    return Evidence(sentence.text, sentence.start, sentence.end, start, end)


# ------------------------------------------------------------------------------------------ conditions


def matches(rule: Rule, fact: Fact) -> bool:
    """Whether the fact fulfils every condition under ``when``."""
    return all(_holds(fact, role, conditions) for role, conditions in rule.when)


def _holds(fact: Fact, role: str, conditions: Sequence[tuple[str, tuple[str | bool, ...]]]) -> bool:
    record: Any
    if role in ("verb", "clause"):
        record = fact.clause.verb if fact.clause and role == "verb" else fact.clause
    else:
        record = fact.role(role)
    for field, allowed in conditions:
        if field == "present":
            if (record is not None) != (True in allowed):
                return False
        elif record is None or not _allowed(getattr(record, field), allowed):
            return False
    return True


def _allowed(value: object, allowed: tuple[str | bool, ...]) -> bool:
    """A list means any of them; ``!x`` means anything but x; a bool asks whether the field is filled."""
    for option in allowed:
        if isinstance(option, bool):
            if bool(value) == option:
                return True
        elif option.startswith("!"):
            if str(value).lower() != option[1:].lower() and all(o.startswith("!") and str(value).lower() != o[1:].lower() for o in allowed if isinstance(o, str)):
                return True
        elif str(value).lower() == option.lower():
            return True
    return False


# ------------------------------------------------------------------------------------------ templates


class _Context:
    """The words that a template may use beside the roles. Remembers which phrase was asked for."""

    def __init__(self, fact: Fact, sentence: Sentence, analysis: Analysis) -> None:
        self.fact, self.sentence, self.analysis = fact, sentence, analysis
        self.target: Phrase | None = None

    def functions(self) -> dict[str, Callable[..., str] | object]:
        clause = self.fact.clause
        return {
            "ask": self.ask, "active": self.active, "state": self.state, "which": self.which, "how_many": self.how_many,
            "when": _with_marker_unless({"", "in", "on", "at"}), "placed": _with_marker_unless({"", "in", "at", "on", "to", "into", "onto"}),
            "is_": self.is_, "the": _the, "blanked": self.blanked, "poss": lambda phrase: text.possessive(str(phrase)), "a": lambda noun: f"{text.article(str(noun))} {noun}",
            "cap": lambda phrase: text.capitalise(str(phrase)), "verb": clause.verb if clause else None,
            "question": lambda line: grammar.finish(str(line)),
        }  # fmt: skip

    def ask(self, wh: str, target: Phrase) -> str:
        self.target = target
        return grammar.ask(self._clause(), str(wh), target)

    def active(self, wh: str) -> str:
        return grammar.ask_active(self._clause(), str(wh))

    def state(self, target: Phrase, filler: str | None = None) -> str:
        self.target = target
        return _state(self._clause(), target, BLANK if filler is None else str(filler))

    def blanked(self, sentence: Phrase, target: Phrase) -> str:
        """The article's own sentence with a blank for a part of it."""
        self.target = target
        line = sentence.text.replace(target.text, BLANK, 1)
        return line if BLANK in line else ""

    def which(self, phrase: Phrase) -> str:
        """*Which Russian actor*: by the description, else by its kind of thing."""
        return f"Which {phrase.definition or phrase.noun or phrase.type or 'one'}"

    def how_many(self, whole: Phrase, counted: Phrase) -> str:
        """*How many people*, *After how many days in space*: the preposition goes along."""
        return text.capitalise(f"{whole.marker} how many {counted}".strip())

    def is_(self, phrase: Phrase) -> str:
        """The copula of today for news, of the past for what the article tells in the past."""
        return be(phrase.number, self.tense())

    def tense(self) -> str:
        if self.fact.clause:
            return self.fact.clause.verb.tense
        if self.analysis.document.date:
            return "pres"
        finite = [t for t in self.sentence.tokens if t.xpos in ("VBD", "VBZ", "VBP")]
        return "past" if finite and finite[0].xpos == "VBD" else "pres"

    def statement(self, target: Phrase) -> str:
        if self.fact.clause is None:
            return ""
        try:
            return _state(self.fact.clause, target, BLANK)
        except Unaskable:
            return ""

    def _clause(self):  # type: ignore[no-untyped-def]
        if self.fact.clause is None:
            raise Unaskable("the fact has no clause of its own")
        return self.fact.clause


def _state(clause: Clause, target: Phrase, filler: str) -> str:
    """The clause with ``filler`` for the target, which may also be a part of one of its phrases."""
    phrases = (clause.subject, *(a.phrase for a in clause.arguments))
    if any(p is target or p.tokens == target.tokens for p in phrases):
        return grammar.state(clause, target, filler)
    for outer in phrases:
        # A name that the subject has given is a pronoun in the article's own words: keep it one.
        named = bool(outer.names) and all(name in clause.subject.text for name in outer.names)
        words = outer.original if named and outer is not clause.subject else outer.text
        if set(target.tokens) < set(outer.tokens) and words.count(target.text) == 1:
            return grammar.state(clause, outer, words.replace(target.text, filler))
    raise Unaskable(f"“{target}” is no part of the clause")


def _with_marker_unless(swallowed: set[str]) -> Callable[[Phrase], str]:
    def write(phrase: Phrase) -> str:
        return str(phrase) if phrase.marker in swallowed else f"{phrase.marker} {phrase}"

    return write


def _the(noun: object) -> str:
    words = str(noun)
    first, _, rest = words.partition(" ")
    if first.lower() in ("the", "his", "her", "its", "their") or first.endswith(("'s", "’s")):
        return words
    return f"the {rest}" if first.lower() in ("a", "an") else f"the {words}"


class Program:
    """The compiled templates of a rule."""

    def __init__(self, rule: Rule) -> None:
        environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
        self._rule = rule
        used: set[str] = set()
        for source in (rule.question, rule.answer, *rule.accept):
            used |= meta.find_undeclared_variables(environment.parse(source))
        self.needs = frozenset(used - _FUNCTIONS)
        in_answer = [m for m in re.findall(r"[a-z_]\w*", rule.answer) if m in self.needs]
        self.target = in_answer[0] if in_answer else ""
        self.question = self._renderer(environment, rule.question)
        self.answer = self._renderer(environment, rule.answer)
        self.accept = tuple(self._renderer(environment, source) for source in rule.accept)

    def _renderer(self, environment: ImmutableSandboxedEnvironment, source: str) -> Callable[[Mapping[str, Phrase], _Context], str]:
        template = environment.from_string(source)

        def render(roles: Mapping[str, Phrase], context: _Context) -> str:
            try:
                return text.tidy(template.render({**context.functions(), **roles}))
            except (UndefinedError, TemplateError, TypeError, AttributeError) as error:
                raise RuleError(
                    f"the rule “{self._rule.id}” fails: {error}.", path=self._rule.path, line=self._rule.line
                ) from error

        return render


@lru_cache(maxsize=1024)
def _program(rule: Rule) -> Program:
    return Program(rule)
