"""Figures that something has."""

from __future__ import annotations

import pytest
from fact_table import Row, read, rows

from quizgen.analysis.parser import Model

STATED = """
    Athens has a population of about 660,000. → thing=Athens; amount=about 660,000; property=population
    Reykjavik is a city with a metropolitan population of 250,000. → thing=Reykjavik; amount=250,000; property=metropolitan population
    Reykjavik had a population of 56,000 in 1950. → thing=Reykjavik; amount=56,000; property=population; moment=in 1950
    The bridge has a length of 530 metres and a height of 67 metres. → thing=the bridge; amount=530 metres; dimension=long / thing=the bridge; amount=67 metres; dimension=high
    The Grand Canal, 3.8 kilometres long, winds through the city. → thing=the Grand Canal; amount=3.8 kilometres; dimension=long
"""  # noqa: E501
SILENT = """
    The rate is 18% higher than before.
    The tower has a height that surprises.
    Venice lies in the province of Venice, with a population of 800,000.
    As of the census of 2001, the population of York was 181,000.
"""


@pytest.mark.parametrize("row", rows(STATED), ids=str)
def test_stated(row: Row, model: Model) -> None:
    assert read("measure", row.sentence, model) == row.facts


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_no_figure_is_had(sentence: str, model: Model) -> None:
    assert read("measure", sentence.strip(), model) == ()
