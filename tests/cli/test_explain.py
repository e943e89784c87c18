"""``quizgen explain``: every sentence, its facts, its items, and the reasons against the others."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quizgen.analysis import conllu
from quizgen.cli import main

ARTICLE = """\
# The Tay Bridge

Thomas Bouch built the Tay Bridge in 1878. It was not long.

- The bridge had 85 spans.
"""


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "bridge.md"
    path.write_text(ARTICLE, "utf8")
    return str(path)


def explain(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["explain", *arguments], prog_name="quizgen")


def test_every_sentence_stands_there_with_what_it_is(article: str) -> None:
    shown = explain(article).stdout
    lines = [line.strip() for line in shown.splitlines()]
    assert lines[0] == "The Tay Bridge"
    assert "2. Thomas Bouch built the Tay Bridge in 1878." in lines
    assert "title: not read as a statement" in lines
    assert "list item: not read as a statement" in lines


def test_facts_with_their_roles(article: str) -> None:
    facts = [line for line in explain(article).stdout.splitlines() if "subject: Thomas Bouch (person)" in line]
    assert facts
    assert "object: the Tay Bridge" in facts[0]


def test_what_is_picked_and_what_is_refused_with_the_reason(article: str) -> None:
    lines = explain(article, "--items", "1").stdout.splitlines()
    picked = [line for line in lines if line.strip().removeprefix("items").strip().startswith("* ")]
    refused = [line for line in lines if "refused, limit:" in line]
    assert len(picked) == 1
    assert refused
    assert all("[" in line and "]" in line for line in picked + refused)


def test_what_is_made_of_several_sentences_names_them(tmp_path: Path) -> None:
    path = tmp_path / "life.txt"
    path.write_text(
        "In 1862 Clara Holt opened a small school in Oslo. In 1870 Clara Holt published a grammar of Sami. "
        "The king gave Clara Holt a gold medal in May 1881. Around 1890 Clara Holt painted the church of Bergen.",
        "utf8",
    )
    lines = explain(str(path)).stdout.splitlines()
    at = lines.index("* Put these events in order, the earliest first.  [timeline.order]")
    assert lines[at + 1 : at + 4] == [
        "    Clara Holt opened a small school in Oslo (1862)  [sentence 1]",
        "    Clara Holt published a grammar of Sami (1870)  [sentence 2]",
        "    The king gave Clara Holt a gold medal (May 1881)  [sentence 3]",
    ]
    assert any("[timeline.order] refused, sets: the article does not say exactly when it was" in line for line in lines)


def test_the_parse_as_conllu(article: str) -> None:
    shown = explain("--conllu", article)
    assert shown.exit_code == 0
    _, sentences = conllu.loads(shown.stdout)
    assert [token.form for token in sentences[1].tokens][:3] == ["Thomas", "Bouch", "built"]
    assert sentences[1].root is not None
    assert sentences[1].root.form == "built"


def test_a_quiz_cannot_be_explained(tmp_path: Path) -> None:
    result = explain(str(tmp_path / "a.quiz.yaml"))
    assert result.exit_code == 2
    assert result.stderr.startswith("quizgen: ")
