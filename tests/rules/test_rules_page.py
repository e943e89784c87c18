"""docs/rules.md: its worked example runs, and it leaves no key, fact or role out."""

import re
from pathlib import Path

import pytest

from quizgen import facts
from quizgen.rules import check, loader
from quizgen.rules.functions import Functions

PAGE = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf8")
EXAMPLE = re.search(r"```yaml\n(- id: discovery.*?)```", PAGE, re.DOTALL)


@pytest.fixture
def folder(tmp_path):
    assert EXAMPLE
    (tmp_path / "discovery.yaml").write_text(EXAMPLE[1], encoding="utf8")
    return tmp_path


def test_the_worked_example_runs(folder, model):
    rules = {rule.id: rule for rule in loader.load([folder])}
    assert check.run([rules["discovery.by_whom"]], model) == ()
    assert rules["event.who"].score == 0.2
    assert "event.what_object" not in rules


def test_its_fault_is_reported_as_the_page_says(folder):
    path = folder / "discovery.yaml"
    path.write_text(path.read_text(encoding="utf8").replace("lemma:", "lema:"), encoding="utf8")
    with pytest.raises(loader.RuleError) as caught:
        loader.load([folder])
    said = re.search(r"discovery\.yaml:.*", PAGE[PAGE.index("## When something") :])
    assert said and str(caught.value).endswith(said[0])


@pytest.mark.parametrize("key", [*loader.KEYS, *loader.TYPES])
def test_every_key_is_explained(key):
    assert f"`{key}`" in PAGE


@pytest.mark.parametrize("kind", sorted(facts.ROLES))
def test_every_fact_is_named(kind):
    assert f"`{kind}`" in PAGE


def test_every_function_is_named():
    missing = [name for name in sorted(set(Functions.NAMES) - {"verb"}) if not re.search(rf"\b{name}\(", PAGE)]
    assert missing == []


def test_a_failure_shows_expected_got_facts_and_parse(folder, model):
    path = folder / "discovery.yaml"
    path.write_text(
        path.read_text(encoding="utf8").replace('answer: "Marie Curie"', 'answer: "Curie"'), encoding="utf8"
    )
    rules = [rule for rule in loader.load([folder]) if rule.id == "discovery.by_whom"]
    (failure,) = check.run(rules, model)
    shown = str(failure)
    assert f"discovery.yaml:{failure.example.line}" in shown
    for part in ("→  Curie", "→  Marie Curie", "event:", "nsubj", "radium"):
        assert part in shown
