"""``quizgen explain -o``: what the command takes and refuses; what is on the page is tested with the exporters."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import quizgen
from quizgen.cli import main

SEED = Path(__file__).resolve().parents[2] / "seeds" / "venice.txt"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.md"
    path.write_text("# The Tay Bridge\n\nThomas Bouch built the Tay Bridge in 1878.\n", "utf8")
    return path


def explain(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["explain", *map(str, arguments)], prog_name="quizgen")


@pytest.mark.parametrize("name", ["r.html", "R.HTM"])
def test_a_page_takes_the_place_of_an_older_one(article: Path, tmp_path: Path, name: str) -> None:
    page = tmp_path / name
    page.write_text("an older one", "utf8")
    result = explain(article, "-o", page)
    assert result.exit_code == 0, result.stderr
    assert page.read_text("utf8").startswith("<!DOCTYPE html>")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["bridge.md", name])


def test_the_same_article_gives_the_same_page(article: Path, tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        assert explain(article, "-o", tmp_path / name).exit_code == 0
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_options_of_reading_hold_for_the_page_too(article: Path, tmp_path: Path) -> None:
    page = tmp_path / "r.html"
    assert explain(article, "-o", page, "--items", "1", "--title", "Mine & yours").exit_code == 0
    text = page.read_text("utf8")
    assert '<h1 dir="auto">Mine &amp; yours</h1>' in text
    assert 'id="i1"' in text and 'id="i2"' not in text


def test_a_page_and_a_parse_are_not_asked_for_together(article: Path, tmp_path: Path) -> None:
    result = explain(article, "--conllu", "-o", tmp_path / "r.html")
    assert result.exit_code == 2 and "leave one of them out" in result.stderr
    assert not (tmp_path / "r.html").exists()


def test_a_link_to_the_article_is_not_written_over(tmp_path: Path) -> None:
    article, link = tmp_path / "a.html", tmp_path / "b.html"
    article.write_text("<html><body><p>Thomas Bouch built the Tay Bridge in 1878.</p></body></html>", "utf8")
    link.symlink_to(article)
    result = explain(article, "-o", link)
    assert result.exit_code == 2 and result.stderr.count("\n") == 1
    assert article.read_text("utf8").startswith("<html>")


def test_the_text_tells_every_refusal_that_its_last_line_counts() -> None:
    lines = explain(SEED, "--items", "all").stdout.splitlines()
    count = len(quizgen.explain(quizgen.read(str(SEED)), None).rejections)
    assert f" {count} refused" in lines[-1]
    assert sum(" refused, " in line for line in lines[:-1]) == count
