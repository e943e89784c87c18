"""The picture of a round in the README: made from a real one, and complete in itself."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from xml.etree import ElementTree

from quizgen.records import ItemBank

SCRIPT = Path(__file__).parents[2] / "docs" / "terminal_picture.py"


def drawn(bank: ItemBank, path: Path) -> str:
    spec = importlib.util.spec_from_file_location("terminal_picture", SCRIPT)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.terminal_picture(bank, path).read_text("utf8")


def test_the_picture_shows_a_round_and_loads_nothing(bank: ItemBank, tmp_path: Path) -> None:
    picture = drawn(bank, tmp_path / "round.svg")
    text = " ".join("".join(ElementTree.fromstring(picture).itertext()).replace("\xa0", " ").split())
    for shown in (
        "$ quizgen play crew-in-orbit.quiz.yaml",
        "Right",
        "Close",
        "Skipped",
        "Score: 3 of 4",
        "Look at again",
    ):
        assert shown in text
    assert not re.search(r"url\((?!#)|@import|href=", picture)
    assert len(picture) < 100_000
    assert drawn(bank, tmp_path / "again.svg") == picture
