"""``import quizgen``: what is offered, and that the examples of the documentation run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import quizgen

CHECKOUT = Path(__file__).resolve().parents[1]


def test_every_public_name_is_there_and_documented() -> None:
    text = (CHECKOUT / "docs" / "python.md").read_text("utf8")
    for name in quizgen.__all__:
        value = getattr(quizgen, name)
        assert name in dir(quizgen)
        if not name.startswith("__"):
            assert value.__doc__
            assert f"`{name}" in text or f"quizgen.{name}" in text, f"{name} is missing in docs/python.md"


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = quizgen.nonsense


def test_from_article_to_deck(tmp_path: Path) -> None:
    article = tmp_path / "article.html"
    article.write_text("<html><body><p>Ada Lovelace was born in London in 1815.</p></body></html>", "utf8")
    bank = quizgen.generate(quizgen.read(article), limit=20)
    assert bank.items
    item = bank.items[0]
    assert item.evidence.text == "Ada Lovelace was born in London in 1815."
    assert quizgen.export(bank, tmp_path / "deck.apkg") == tmp_path / "deck.apkg"
    assert (tmp_path / "deck.apkg").stat().st_size > 0


def test_parse_takes_a_string() -> None:
    (sentence,) = quizgen.parse("Ada Lovelace was born in London in 1815.")
    assert sentence.root is not None
    assert sentence.root.form == "born"


@pytest.mark.parametrize("page", ["python.md"])
def test_the_examples_of_the_documentation_run(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    seed = (CHECKOUT / "seeds" / "the-challenge.txt").read_text("utf8")
    (tmp_path / "article.txt").write_text(seed, "utf8")
    blocks = re.findall(r"```python\n(.*?)```", (CHECKOUT / "docs" / page).read_text("utf8"), re.S)
    assert blocks
    names: dict[str, object] = {}
    for block in blocks:
        exec(compile(block, page, "exec"), names)
