"""How: *by* with a verb in *-ing*."""

from __future__ import annotations

import pytest
from fact_table import Row, read, rows

from quizgen.analysis.parser import Model

STATED = """
    Plants make sugar by capturing sunlight. → means=by capturing sunlight
    The thief opened the safe by using a drill. → means=by using a drill
    By cutting the cable, the sailors freed the ship. → means=by cutting the cable
"""
SILENT = """
    The town was destroyed by an earthquake.
    The road leads to Rome by the river.
    The singing woke the child.
    The work was finished by 1900.
"""


@pytest.mark.parametrize("row", rows(STATED), ids=str)
def test_stated(row: Row, model: Model) -> None:
    assert read("means", row.sentence, model) == row.facts


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_no_means_is_named(sentence: str, model: Model) -> None:
    assert read("means", sentence.strip(), model) == ()
