"""Every built-in rule, over its own examples in every tense, voice, modal, negation and number that it takes.

The examples say word by word what a rule makes of one sentence. Here the clause that was read from it is put into all
other forms, and whatever the rule still asks must keep what English demands of a question.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING

import mechanical_form
import mechanical_grammar
import pytest
from verb_oracle import made_active, verb_faults

from quizgen import resources
from quizgen.analysis.inflection import inflect
from quizgen.records import Analysis, Candidate, Clause, Example, Fact, Phrase, Rule, Verb, replace
from quizgen.rules import check, engine, loader

if TYPE_CHECKING:
    from quizgen.rules.check import Reader

RULES = loader.load_folder(resources.builtin("rules/en"))
CHECKS = (
    mechanical_form.spacing, mechanical_form.quotes, mechanical_form.articles, mechanical_form.ending,
    mechanical_form.leftovers, mechanical_grammar.prepositions, mechanical_grammar.auxiliary,
)  # fmt: skip
ACTIVE = (
    "VBZ",
    "VBD",
    "will VB",
    "may VB",
    "has VBN",
    "had VBN",
    "is VBG",
    "was VBG",
    "would have VBN",
    "has been VBG",
)
PASSIVE = ("is VBN", "was VBN", "will be VBN", "can be VBN", "has been VBN", "had been VBN", "is being VBN")
COPULA = ("VBZ", "VBD", "will VB", "may VB", "has VBN", "had VBN", "would have VBN")
PLURAL = {"is": "are", "was": "were", "has": "have"}
NEGATIONS = ("", "not", "never")


def forms(lemma: str) -> dict[str, str]:
    found = {tag: inflect(lemma, tag) for tag in ("VB", "VBZ", "VBP", "VBD", "VBN", "VBG")}
    return {**found, "VBD2": "were"} if lemma == "be" else found


def verbs(verb: Verb, number: str) -> Iterator[Verb]:
    """The verb of a clause in every form that its kind of clause has, with a subject in this number."""
    patterns = PASSIVE if verb.passive else COPULA if verb.lemma == "be" else ACTIVE
    for pattern, negation in itertools.product(patterns, NEGATIONS):
        yield _in_form(verb, pattern, negation, number)


def _in_form(verb: Verb, pattern: str, negation: str, number: str) -> Verb:
    *auxiliaries, tag = pattern.split()
    bare = not auxiliaries and verb.lemma != "be"
    if bare and negation == "not":
        auxiliaries, tag = ["did" if tag == "VBD" else "does" if number == "sing" else "do"], "VB"
    elif number == "plur":
        auxiliaries = [PLURAL.get(word, word) for word in auxiliaries[:1]] + auxiliaries[1:]
        tag = "VBP" if tag == "VBZ" else tag
    form = "were" if (verb.lemma, tag, number) == ("be", "VBD", "plur") else forms(verb.lemma)[tag]
    first = auxiliaries[0] if auxiliaries else ""
    modal = first if first in ("will", "may", "can", "would") else ""
    past = first in ("was", "were", "had", "did") or (not first and tag == "VBD")
    return replace(
        verb, form=form, tag=tag, auxiliaries=tuple(auxiliaries), tense="" if modal else "past" if past else "pres",
        modal=modal, negated=bool(negation), negation=negation,
    )  # fmt: skip


def subjects(clause: Clause) -> Iterator[Phrase]:
    """The subject as it is, and made into one and into several."""
    told = clause.subject
    yield replace(told, original="")
    if told.number == "sing":
        yield replace(told, text=f"{told.text} and Tom Ray", number="plur", original="")


def variants(fact: Fact) -> Iterator[Fact]:
    """The fact with its clause in every form; what stands in a role is changed there too."""
    if fact.clause is None:
        return
    for subject in subjects(fact.clause):
        roles = tuple((name, subject if phrase is fact.clause.subject else phrase) for name, phrase in fact.roles)
        for verb in verbs(fact.clause.verb, subject.number):
            yield replace(fact, clause=replace(fact.clause, subject=subject, verb=verb), roles=roles)


def made(rule: Rule, example: Example, read: Reader) -> Iterator[Candidate]:
    """What the rule makes of an example as it stands and in all other forms."""
    analysis, facts = read(example.given, example.date, rule.fact)
    for fact in facts:
        if fact.kind == rule.fact:
            yield from _applied(rule, (fact, *variants(fact)), analysis)


def _applied(rule: Rule, facts: tuple[Fact, ...], analysis: Analysis) -> Iterator[Candidate]:
    for fact in facts:
        outcome = engine.apply(rule, fact, analysis)
        if isinstance(outcome, Candidate):
            yield outcome


def faults(candidate: Candidate) -> Iterator[str]:
    for mechanical in CHECKS:
        yield from mechanical(candidate.item)
    clause = candidate.fact.clause
    if clause is None:
        return
    if candidate.statement:
        yield from _of_verb(candidate.statement, clause)
    if "active(" in candidate.rule.question:
        yield from _of_verb(candidate.item.question, replace(made_active(clause), subject=Phrase("nobody", "nobody")))
    elif "ask(" in candidate.rule.question or "state(" in candidate.rule.question:
        yield from _of_verb(candidate.item.question, clause)


def _of_verb(sentence: str, clause: Clause) -> Iterator[str]:
    """Faults of the verb; where the subject is asked for, the question word may be one or several."""
    numbers = ("sing", "plur") if clause.subject.text not in sentence else ("",)
    found = [list(verb_faults(sentence, clause, forms(clause.verb.lemma), number)) for number in numbers]
    yield from min(found, key=len)


@pytest.fixture(scope="module")
def read(model) -> Reader:
    return check.reader(model)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_in_every_form(rule: Rule, read: Reader) -> None:
    candidates = [c for example in rule.examples if example.items for c in made(rule, example, read)]
    assert candidates
    wrong = [(c.item.question, c.statement, found) for c in candidates if (found := list(faults(c)))]
    assert wrong == []
