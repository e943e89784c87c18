"""What something is called and known as."""

from __future__ import annotations

import pytest
from fact_table import Row, read, rows

from quizgen.analysis.parser import Model

STATED = """
    Molten rock that lies below the surface is called magma. → called=magma; meaning=molten rock that lies below the surface
    The highest mountain of Wales is called Snowdon. → called=Snowdon
    The graph of the temperature has been referred to as the “hockey stick graph”. → called=as the hockey stick graph
    The Amazon rainforest, also known in English as Amazonia, covers most of the basin. → called=as Amazonia
"""  # noqa: E501
SILENT = """
    The first part is called Legato.
    Tom Brown was named player of the year.
    The street was called Long Lane.
    The graph is not called the hockey stick.
"""


@pytest.mark.parametrize("row", rows(STATED), ids=str)
def test_stated(row: Row, model: Model) -> None:
    assert read("name", row.sentence, model) == row.facts


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_no_byname_is_given(sentence: str, model: Model) -> None:
    assert read("name", sentence.strip(), model) == ()
