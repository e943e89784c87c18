"""How old, how tall, how long."""

from __future__ import annotations

import pytest
from fact_table import Row, read, rows

from quizgen.analysis.parser import Model

STATED = """
    The tower is 330 metres tall. → thing=the tower; amount=330 metres; dimension=tall
    The river is about 1,200 kilometres long. → thing=the river; amount=about 1,200 kilometres; dimension=long
    The wall is two metres thick. → thing=the wall; amount=two metres; dimension=thick
    The river is 400 kilometres long. → thing=the river; amount=400 kilometres; dimension=long
    The population of Reykjavik is about 140,000. → thing=Reykjavik; amount=about 140,000; property=population
    The height of the tower is 330 metres. → thing=the tower; amount=330 metres; dimension=high
    The diameter of the crater is 1.2 kilometres. → thing=the crater; amount=1.2 kilometres; property=diameter
    Anna Klein is 85 years old. → thing=Anna Klein; amount=85 years old; dimension=old
    The 37-year-old actor Yulia Peresild flew to the station. → thing=Yulia Peresild; amount=37 years old; dimension=old
    Tom Brown, a 42-year-old farmer, found the coin. → thing=Tom Brown; amount=42 years old; dimension=old
"""
SILENT = """
    The lake is deep.
    The road is closed.
    The tower has 294 steps.
    A 37-year-old farmer found the coin.
    Is the tower 330 metres tall?
"""


@pytest.mark.parametrize("row", rows(STATED), ids=str)
def test_stated(row: Row, model: Model) -> None:
    assert read("measure", row.sentence, model) == row.facts


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_nothing_is_measured(sentence: str, model: Model) -> None:
    assert read("measure", sentence.strip(), model) == ()
