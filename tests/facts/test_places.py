"""Where something happens, stands or goes."""

from __future__ import annotations

import pytest
from fact_table import Row, read, rows

from quizgen.analysis.parser import Model

STATED = """
    The museum stands in Oslo. → place=in Oslo
    The tower is in Pisa. → place=in Pisa
    The statue was found near the harbour. → place=near the harbour
    Darwin sailed to South America in 1831. → place=to South America
    The river rises in the Black Forest. → place=in the Black Forest
    The picture hangs on the wall of the chapel. → place=on the wall of the chapel
    The ship was built in Belfast in 1911. → place=in Belfast
    Coffee is grown in Ethiopia and Kenya. → place=in Ethiopia and Kenya
    The lake is located in the north of Finland. → place=in the north of Finland
    The city is situated on the Danube. → place=on the Danube
    The crew flew from Houston to Moscow. → place=from Houston / place=to Moscow
    In Rome, the artist met a cardinal. → place=in Rome
    She lives in the city of Lima. → place=in the city of Lima
    The mayor said that the ship was built in Belfast. → place=in Belfast
"""
SILENT = """
    The treaty was signed in 1878.
    The war ended in chaos.
    The queen believed in God.
    It lies there.
    The president of France resigned.
    Was the ship built in Belfast?
    Build the ship in Belfast.
"""


@pytest.mark.parametrize("row", rows(STATED), ids=str)
def test_stated(row: Row, model: Model) -> None:
    assert read("place", row.sentence, model) == row.facts


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_nowhere(sentence: str, model: Model) -> None:
    assert read("place", sentence.strip(), model) == ()
