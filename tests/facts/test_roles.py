"""Who holds an office, who has a profession."""

from __future__ import annotations

import pytest
from fact_table import Row, read, rows

from quizgen.analysis.parser import Model

STATED = """
    Kremlin spokesman Dmitry Peskov praised the crew. → person=Dmitry Peskov; office=Kremlin spokesman
    Angela Merkel, chancellor of Germany, visited Oslo. → person=Angela Merkel; office=chancellor of Germany
    Astronaut Anton Shkaplerov steered the rocket. → person=Anton Shkaplerov; profession=astronaut
    Marie Curie, a Polish physicist, discovered radium. → person=Marie Curie; profession=physicist
    The Spanish architect Santiago Calatrava designed the bridge. → person=Santiago Calatrava; profession=architect
    A lawyer, Clara Voss, bought the house in 1950. → person=Clara Voss; profession=lawyer
"""
SILENT = """
    His brother Tom Brown left.
    Mr Brown left the house.
    King Charles left London.
    First man Neil Armstrong spoke.
    The river Thames flows through London.
    Paris was the capital.
    Was the Spanish architect Santiago Calatrava there?
    The king met Tom Brown, a strong critic of the plan.
    The most famous is Lewis Carroll, author of Alice in Wonderland.
"""


@pytest.mark.parametrize("row", rows(STATED), ids=str)
def test_stated(row: Row, model: Model) -> None:
    assert read("role", row.sentence, model) == row.facts


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_a_form_of_address_or_a_relation_is_no_role(sentence: str, model: Model) -> None:
    assert read("role", sentence.strip(), model) == ()
