"""What is always so under a condition."""

from __future__ import annotations

import pytest
from fact_table import Row, read, rows

from quizgen.analysis.parser import Model

STATED = """
    When magma reaches the surface, it cools. → case=when magma reaches the surface; outcome=it cools
    If the temperature of the water falls below zero, ice forms on the lake. → case=if the temperature of the water falls below zero; outcome=ice forms on the lake
    The snow melts when the sun shines. → case=when the sun shines; outcome=the snow melts
"""  # noqa: E501
SILENT = """
    When the king reached the city, the people fled.
    If you live in a city, you pay more.
    If the bill passes, it is a law.
    If Anna Brown wins, the party will change its name.
    When magma cools, they call it rock.
"""


@pytest.mark.parametrize("row", rows(STATED), ids=str)
def test_stated(row: Row, model: Model) -> None:
    assert read("condition", row.sentence, model) == row.facts


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_nothing_is_always_so(sentence: str, model: Model) -> None:
    assert read("condition", sentence.strip(), model) == ()
