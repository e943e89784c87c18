"""From one year to another."""

from __future__ import annotations

import pytest
from fact_table import Row, read, rows

from quizgen.analysis.parser import Model

STATED = """
    The duke ruled Parma from 1731 to 1736. → range=from 1731 to 1736
    From May 1807 to June 1809 the duke ruled Parma. → range=from May 1807 to June 1809
"""
SILENT = """
    The duke rode from Parma to Rome.
    The weather changes from one season to the next.
    The population of Leeds rose from 12,000 in 1770 to 45,000 in 1810.
    Mary Brown died of cancer at the age of 47.
"""


@pytest.mark.parametrize("row", rows(STATED), ids=str)
def test_stated(row: Row, model: Model) -> None:
    assert read("time", row.sentence, model) == row.facts


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_no_range_is_told(sentence: str, model: Model) -> None:
    assert read("time", sentence.strip(), model) == ()
