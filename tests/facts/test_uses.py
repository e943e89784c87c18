"""What something is used for, and as what."""

from __future__ import annotations

import pytest
from fact_table import Row, read, rows

from quizgen.analysis.parser import Model

STATED = """
    Iodine is used to make hormones. → use=for to make hormones
    Copper can be used for electrical wiring. → use=for electrical wiring
    The palace was used as a prison until 1912. → use=as a prison
    People used the old tower as a lighthouse. → use=as a lighthouse
"""
SILENT = """
    Farmers used to plant wheat.
    Iodine was used for forty years.
    The mill is used by farmers.
    Copper is not used for roofs.
    A machine used to cut grass stood in the yard.
"""


@pytest.mark.parametrize("row", rows(STATED), ids=str)
def test_stated(row: Row, model: Model) -> None:
    assert read("use", row.sentence, model) == row.facts


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_no_use_is_told(sentence: str, model: Model) -> None:
    assert read("use", sentence.strip(), model) == ()
