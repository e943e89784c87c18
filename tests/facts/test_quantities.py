"""How many, how much, what share."""

from __future__ import annotations

import pytest
from fact_table import Row, read, rows

from quizgen.analysis.parser import Model

STATED = """
    Over 600 people witnessed the event. → whole=over 600 people; count=over 600; counted=people
    The mine employed 300 men. → whole=300 men; count=300; counted=men
    The castle has twelve towers. → whole=twelve towers; count=twelve; counted=towers
    At least 50 people died in the fire. → whole=at least 50 people; count=at least 50; counted=people
    About 40 percent of the island is forest. → whole=about 40 percent of the island; count=about 40; counted=percent of the island
    The crew spent 12 days in space. → whole=12 days; count=12; counted=days
    There are five islands in the lake. → whole=five islands; count=five; counted=islands
    The company sold 3.5 million cars in 2019. → whole=3.5 million cars; count=3.5 million; counted=cars
    The museum is visited by two million people. → whole=by two million people; count=two million; counted=people
    The mayor said that 300 men lost the job. → whole=300 men; count=300; counted=men
    The bridge cost $30 million. → whole=$30 million; money=$30 million
    The ticket costs 12 euros. → whole=12 euros; money=12 euros
"""  # noqa: E501
SILENT = """
    The three brothers moved to Rome.
    Both brothers died.
    One man survived.
    Half of the workers left.
    The church was built in 1240.
    The room is on the third floor.
    Were 300 men employed in the mine?
"""


@pytest.mark.parametrize("row", rows(STATED), ids=str)
def test_stated(row: Row, model: Model) -> None:
    assert read("quantity", row.sentence, model) == row.facts


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_nothing_is_counted(sentence: str, model: Model) -> None:
    assert read("quantity", sentence.strip(), model) == ()
