"""How much higher, and which of two."""

from __future__ import annotations

import pytest
from fact_table import Row, read, rows

from quizgen.analysis.parser import Model

STATED = """
    The Nile is 250 kilometres longer than the Amazon. → quality=longer; amount=250 kilometres
    The population of Lagos is three times larger than that of Accra. → quality=larger; factor=three times
    Jupiter is larger than Saturn. → quality=larger; greater=Jupiter
"""
SILENT = """
    Anna Brown is taller than Tom Miller.
    The tower is higher than a house.
    The Nile is not longer than the Amazon.
    The days grew longer.
"""


@pytest.mark.parametrize("row", rows(STATED), ids=str)
def test_stated(row: Row, model: Model) -> None:
    assert read("comparison", row.sentence, model) == row.facts


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_nothing_is_compared(sentence: str, model: Model) -> None:
    assert read("comparison", sentence.strip(), model) == ()
