"""``quizgen rules``: the list, one rule, and its examples run."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quizgen.cli import main

RULE = """\
- id: event.just_who
  fact: event
  when: {{subject: {{type: person}}}}
  question: "{{{{ ask('Who', subject) }}}}"
  answer: "{{{{ subject }}}}"
  examples:
    - given: "Thomas Bouch built the bridge."
      items: [{{question: "{question}", answer: "Thomas Bouch"}}]
    - given: "It collapsed."
      items: []
      why: nobody is named
"""


def rules(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["rules", *arguments], prog_name="quizgen")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "mine.yaml").write_text(RULE.format(question="Who built the bridge?"), "utf8")
    return folder


def test_the_list_names_every_rule_once() -> None:
    lines = rules("list").stdout.splitlines()
    names = [line.split()[0] for line in lines]
    assert len(names) >= 40
    assert len(set(names)) == len(names)


def test_rules_of_ones_own_are_listed_too(folder: Path) -> None:
    assert "event.just_who" in rules("list", "--rules", str(folder)).stdout
    assert "event.just_who" not in rules("list").stdout


def test_a_rule_is_shown_with_its_place_and_its_examples(folder: Path) -> None:
    shown = rules("show", "event.just_who", "--rules", str(folder)).stdout
    assert f"{folder / 'mine.yaml'}:1" in shown
    assert "subject.type is person" in shown
    assert "Who built the bridge?  →  Thomas Bouch" in shown
    assert "nothing: nobody is named" in shown


def test_an_unknown_rule_brings_up_those_near_it() -> None:
    result = rules("show", "event.whoo")
    assert result.exit_code == 2
    assert "event.who" in result.stderr


def test_examples_that_hold(folder: Path) -> None:
    result = rules("test", str(folder))
    assert result.exit_code == 0, result.output
    assert result.stdout == "1 rules, 2 examples, 0 failed\n"


def test_an_example_that_fails_is_shown_with_the_reading(folder: Path) -> None:
    (folder / "mine.yaml").write_text(RULE.format(question="Who broke the bridge?"), "utf8")
    result = rules("test", str(folder))
    assert result.exit_code == 1
    assert "event.just_who" in result.stdout
    assert "Who broke the bridge?" in result.stdout
    assert "Who built the bridge?" in result.stdout
    assert "nsubj" in result.stdout
    assert result.stdout.endswith("1 rules, 2 examples, 1 failed\n")


def test_a_broken_rule_file_is_told_with_its_line(folder: Path) -> None:
    (folder / "mine.yaml").write_text("- id: event.x\n  fact: event\n  questoin: x\n", "utf8")
    result = rules("test", str(folder))
    assert result.exit_code == 2
    assert "mine.yaml:" in result.stderr
    assert "Traceback" not in result.output
