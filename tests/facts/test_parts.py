"""What something consists of, and what it is a part of."""

from __future__ import annotations

import pytest
from fact_table import Row, read, rows

from quizgen.analysis.parser import Model

STATED = """
    Bronze consists of copper and tin. → parts=of copper and tin
    The parliament of Norway is made up of elected members. → parts=of elected members
    The jury is composed of twelve judges and a clerk. → parts=of twelve judges and a clerk
    The federation comprises the two islands and the coast. → parts=the two islands and the coast
    Crete is part of Greece. → whole=of Greece
"""
SILENT = """
    Bronze includes tin.
    Crete is a beautiful part of the world.
    The country is divided into six provinces.
    Weapons made of stone lay in the cave.
    Twelve houses were made of wood.
"""


@pytest.mark.parametrize("row", rows(STATED), ids=str)
def test_stated(row: Row, model: Model) -> None:
    assert read("part", row.sentence, model) == row.facts


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_no_parts_are_named(sentence: str, model: Model) -> None:
    assert read("part", sentence.strip(), model) == ()
