"""Births and deaths in brackets behind a name."""

from __future__ import annotations

import pytest
from fact_table import Row, read, rows

from quizgen.analysis.parser import Model

STATED = """
    Peter Brown (1250–1316) translated the book. → person=Peter Brown; birth=1250 / person=Peter Brown; death=1316
    Joshua Brown (c. 1818 – January 8, 1880) was a citizen of Boston. → person=Joshua Brown; birth=about 1818 / person=Joshua Brown; death=January 8, 1880
    Peter of Abano (1250–1316) translated the book. → person=Peter of Abano; birth=1250 / person=Peter of Abano; death=1316
"""  # noqa: E501
SILENT = """
    The play (1950–1952) was a success.
    King Harald Brown (1840–1880) ruled Norway.
    Louis XIV (1643–1715) ruled France.
    The novel was written for Peter Brown (1250–1316).
    Peter Brown (1950) wrote the report.
"""


@pytest.mark.parametrize("row", rows(STATED), ids=str)
def test_stated(row: Row, model: Model) -> None:
    assert read("life", row.sentence, model) == row.facts


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_no_life_is_told(sentence: str, model: Model) -> None:
    assert read("life", sentence.strip(), model) == ()
