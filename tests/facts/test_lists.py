"""Lists asked whole: never what is only an example."""

from __future__ import annotations

import pytest
from fact_table import Row, read, rows

from quizgen.analysis.parser import Model

STATED = """
    There are three types of rock: igneous, sedimentary and metamorphic. → members=igneous, sedimentary and metamorphic; counted=three types of rock
    Leeds has two universities — Leeds Beckett University and the University of Leeds. → members=Leeds Beckett University and the University of Leeds; counted=two universities
    The sonata is divided into three parts: exposition, development and recapitulation. → members=exposition, development and recapitulation; counted=into three parts
    Three countries, France, Spain and Italy, signed the treaty in 1805. → members=France, Spain and Italy; counted=three countries
    The main exports of Ghana are gold, cocoa and oil. → members=gold, cocoa and oil
    The three branches of the government are the court, the council and the parliament. → members=the court, the council and the parliament
"""  # noqa: E501
SILENT = """
    Leeds has many museums, such as the City Museum and the Royal Armouries.
    There are four types of rock: igneous, sedimentary and metamorphic.
    The exports of Ghana are valuable and cheap.
    The council has three members.
"""


@pytest.mark.parametrize("row", rows(STATED), ids=str)
def test_stated(row: Row, model: Model) -> None:
    assert read("list", row.sentence, model) == row.facts


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_no_list_is_complete(sentence: str, model: Model) -> None:
    assert read("list", sentence.strip(), model) == ()
