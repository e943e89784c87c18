"""What is not needed is not loaded, so that small commands cost little."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import cost
import pytest

import quizgen

HEAVY = {
    "onnxruntime",
    "numpy",
    "tokenizers",
    "lemminflect",
    "sentencex",
    "trafilatura",
    "lxml",
    "genanki",
    "jinja2",
    "rich",
}

BANK = """\
title: Bridges
items:
- question: When was the bridge opened?
  answer: "1878"
"""


def loaded_by(code: str, cwd: Path | None = None) -> set[str]:
    """Top-level modules after some code has run in a process of its own."""
    tail = "; import sys; print('MODULES', *{name.split('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code + tail], capture_output=True, text=True, check=True, cwd=cwd)
    return set(done.stdout.rpartition("MODULES")[2].split())


def command(*arguments: str) -> str:
    """Code that runs the command line in this process."""
    return f"from quizgen.cli import main; main({list(arguments)!r}, standalone_mode=False)"


def test_import_quizgen_is_cheap() -> None:
    assert not loaded_by("import quizgen") & (HEAVY | {"click", "yaml"})


@pytest.mark.parametrize("arguments", [["--help"], ["make", "--help"], ["formats"], ["rules", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    assert not loaded_by(command(*arguments)) & (HEAVY - {"genanki", "jinja2"})


def test_the_list_of_rules_needs_no_parser() -> None:
    assert not loaded_by(command("rules", "list")) & {"onnxruntime", "numpy", "tokenizers", "trafilatura"}


def test_a_bank_is_written_without_the_parser(tmp_path: Path) -> None:
    (tmp_path / "a.quiz.yaml").write_text(BANK, "utf8")
    found = loaded_by(command("make", "a.quiz.yaml", "-o", "a.csv"), tmp_path)
    assert (tmp_path / "a.csv").exists()
    assert not found & {"onnxruntime", "numpy", "tokenizers", "lemminflect", "trafilatura", "genanki"}


def test_a_text_is_read_without_what_html_needs() -> None:
    found = loaded_by("import quizgen.reading; quizgen.reading.from_text('Ada was born in 1815.')")
    assert not found & (HEAVY | {"charset_normalizer", "markdown_it"})


def test_every_module_can_be_imported() -> None:
    training = "quizgen.analysis.training"
    names = [m.name for m in pkgutil.walk_packages(quizgen.__path__, "quizgen.") if not m.name.startswith(training)]
    for name in names:
        if not name.endswith("__main__"):
            importlib.import_module(name)
    assert len(names) > 30


def test_asking_for_the_version_costs_little_more_than_click() -> None:
    rounds = [(cost.seconds(["-c", "import click"]), cost.seconds(["-m", "quizgen", "--version"])) for _ in range(5)]
    bare, version = (min(times) for times in zip(*rounds, strict=True))
    assert version <= 3 * bare, f"{version:.3f} s against {bare:.3f} s"
