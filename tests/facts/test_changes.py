"""From what, to what and by how much something rose or fell."""

from __future__ import annotations

import pytest
from fact_table import Row, read, rows

from quizgen.analysis.parser import Model

STATED = """
    The population of Leeds rose from 12,000 in 1770 to 45,000 in 1810. → after=to 45,000
    Unemployment in Spain dropped from 20 percent to 14 percent in 2018. → before=from 20 percent / after=to 14 percent
    Between 1960 and 1990 the forest shrank from 4,000 to 2,500 square kilometres. → before=from 4,000 square kilometres / after=to 2,500 square kilometres
    The price of bread increased by 12 percent in 1923. → amount=by 12 percent
    The temperature of the sea has risen by 0.7 °C since 1900. → amount=by 0.7 °C
    The tax was raised to 15 percent. → after=to 15 percent
"""  # noqa: E501
SILENT = """
    The council raised $3 billion.
    The sun rose at six.
    The balloon rose to the roof.
    The price did not rise by 12 percent.
    The kingdom declined by about 900 CE.
    Sales may rise by 10 or 20 percent.
"""


@pytest.mark.parametrize("row", rows(STATED), ids=str)
def test_stated(row: Row, model: Model) -> None:
    assert read("change", row.sentence, model) == row.facts


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_no_change_is_told(sentence: str, model: Model) -> None:
    assert read("change", sentence.strip(), model) == ()
