"""Who else takes part, and in whose house."""

from __future__ import annotations

import pytest
from fact_table import Row, read, rows

from quizgen.analysis.parser import Model

STATED = """
    In 1903 the painter John Ashby fell in love with Mary Harcourt. → person=with Mary Harcourt
    Anna Brown wrote for Harbour Light Magazine until 1935. → body=for Harbour Light Magazine
    Anna Brown studied chemistry at Somerville College. → house=at Somerville College
    Anna Brown studied under Peter Lund at Somerville College. → person=under Peter Lund / house=at Somerville College
"""
SILENT = """
    The painter fell in love with a dancer.
    Anna Brown played with Peter Lund and Karen Holm.
    The bridge was designed by Peter Lund.
    Anna Brown studied chemistry at night.
    According to Peter Lund, the bridge is safe.
"""


@pytest.mark.parametrize("row", rows(STATED), ids=str)
def test_stated(row: Row, model: Model) -> None:
    assert read("party", row.sentence, model) == row.facts


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_nobody_else_takes_part(sentence: str, model: Model) -> None:
    assert read("party", sentence.strip(), model) == ()
