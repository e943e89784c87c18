"""The built-in rules: their form, and every example in them as a test of its own."""

from pathlib import Path

import pytest

from quizgen import resources
from quizgen.rules import check, loader

RULES = loader.load_folder(resources.builtin("rules/en"))
EXAMPLES = [pytest.param(rule, example, id=f"{rule.id}:L{example.line}") for rule, example in check.examples(RULES)]


@pytest.fixture(scope="module")
def read(model):
    return check.reader(model)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule, example, read):
    failure = check.check(rule, example, read)
    assert failure is None, f"\n{failure}"


def test_there_are_at_least_forty():
    assert len(RULES) >= 40


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_form(rule):
    assert any(example.items for example in rule.examples), "no positive example"
    assert any(not example.items for example in rule.examples), "no negative example"
    assert rule.id.split(".")[0] == Path(rule.path).stem, "the id begins with the name of its file"


def test_no_two_rules_ask_the_same():
    asked = [(rule.fact, rule.when, rule.question, rule.type) for rule in RULES]
    assert len(asked) == len(set(asked))
