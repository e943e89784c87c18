"""What came of something."""

from __future__ import annotations

import pytest
from fact_table import Row, read, rows

from quizgen.analysis.parser import Model

STATED = """
    The new railway led to the growth of Leeds. → result=to the growth of Leeds
    Iodine deficiency can result in deafness. → result=in deafness
    The discovery gave rise to a new science. → result=to a new science
"""
SILENT = """
    The old road leads to Rome.
    The guide led the tourists to victory.
    The reform did not lead to peace.
    The rain stopped, leading to a drought.
"""


@pytest.mark.parametrize("row", rows(STATED), ids=str)
def test_stated(row: Row, model: Model) -> None:
    assert read("result", row.sentence, model) == row.facts


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_nothing_came_of_it(sentence: str, model: Model) -> None:
    assert read("result", sentence.strip(), model) == ()
