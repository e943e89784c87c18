"""What for: *to* with a verb, *in order to*."""

from __future__ import annotations

import pytest
from fact_table import Row, read, rows

from quizgen.analysis.parser import Model

STATED = """
    The crew landed in Chile to repair the engine. → purpose=to repair the engine
    The council raised taxes in order to build a school. → purpose=in order to build a school
    The dam was built to protect the town. → purpose=to protect the town
    To save fuel, the pilot flew higher. → purpose=to save fuel
"""
SILENT = """
    The king decided to leave the city.
    She was happy to help.
    The plan to flood the valley failed.
    The crew tried to land.
    The crew has to leave.
    The road leads to Rome.
    The council voted to close the road.
    The ship took three days to travel to the island.
"""


@pytest.mark.parametrize("row", rows(STATED), ids=str)
def test_stated(row: Row, model: Model) -> None:
    assert read("purpose", row.sentence, model) == row.facts


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_an_infinitive_that_tells_no_purpose(sentence: str, model: Model) -> None:
    assert read("purpose", sentence.strip(), model) == ()
