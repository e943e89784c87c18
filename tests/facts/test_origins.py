"""After whom something is named, and where a word comes from."""

from __future__ import annotations

import pytest
from fact_table import Row, read, rows

from quizgen.analysis.parser import Model

STATED = """
    The town of Jackson was named after the general Andrew Miller. → namesake=after Andrew Miller
    Harlan Road, named after the farmer Theo Brown, crosses the town. → namesake=after Theo Brown
    The Canary Islands were named after the dogs of the islands. → namesake=after the dogs of the islands
    The Simmons Library in Leeds was named in honour of Clara Voss. → honoured=in honour of Clara Voss
    The word “quarantine” comes from Italian. → language=from Italian
    The name of the island of Elba comes from a Latin word for iron. → source=from a Latin word for iron
"""
SILENT = """
    The town was named Jackson after the war.
    The town was not named after the general Andrew Miller.
    The best silk comes from Italy.
    A street named after the farmer Theo Brown crosses the town.
"""


@pytest.mark.parametrize("row", rows(STATED), ids=str)
def test_stated(row: Row, model: Model) -> None:
    assert read("origin", row.sentence, model) == row.facts


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_no_origin_is_told(sentence: str, model: Model) -> None:
    assert read("origin", sentence.strip(), model) == ()
