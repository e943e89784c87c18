"""How old somebody was when something happened."""

from __future__ import annotations

import pytest
from fact_table import Row, read, rows

from quizgen.analysis.parser import Model

STATED = """
    Mary Brown died of cancer on 9 March 1847, at the age of 47. → age=at the age of 47
    John Miller led the Lions to victory at age 38. → age=at the age of 38
    At the age of fourteen, John Miller joined a monastery in Spain. → age=at the age of fourteen
    Clara Voss died in Bonn in 1950 aged 84. → age=at the age of 84
"""
SILENT = """
    Mary Brown died at an early age.
    John Miller looked at the age of the tower.
    John Miller lives in Rome at age 80.
    The tower collapsed at the age of 200 years.
"""


@pytest.mark.parametrize("row", rows(STATED), ids=str)
def test_stated(row: Row, model: Model) -> None:
    assert read("age", row.sentence, model) == row.facts


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_no_age_is_told(sentence: str, model: Model) -> None:
    assert read("age", sentence.strip(), model) == ()
