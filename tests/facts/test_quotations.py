"""Who said what."""

from __future__ import annotations

import pytest
from fact_table import Row, read, rows

from quizgen.analysis.parser import Model

STATED = """
    “We have been pioneers in space for sixty years,” Dmitry Peskov said. → speaker=Dmitry Peskov; quote=We have been pioneers in space for sixty years
    "The bridge will open before the end of May," said Clara Voss. → speaker=Clara Voss; quote=The bridge will open before the end of May
    Clara Voss said: "The bridge will open before the end of May." → speaker=Clara Voss; quote=The bridge will open before the end of May
    “Art is never finished, only left behind,” wrote Clara Voss in 1950. → speaker=Clara Voss; quote=Art is never finished, only left behind
    “The sea never gives back,” said Clara Voss, “and it never forgets.” → speaker=Clara Voss; quote=The sea never gives back, and it never forgets
    Malaysia's Prime Minister, Clara Voss said, "The bridge will open before the end of May." → speaker=Clara Voss; quote=The bridge will open before the end of May
    “The sea is never quite at rest,” said Clara Voss, “in the bay of Naples.” → speaker=Clara Voss; quote=The sea is never quite at rest in the bay of Naples
"""  # noqa: E501
SILENT = """
    She said “yes”.
    “Was it cold?” asked the guide.
    The sign says “No entry”.
    The book “A Short History of the Danube Valley” appeared in 1950.
    Clara Voss said that the bridge would open in May.
"""


@pytest.mark.parametrize("row", rows(STATED), ids=str)
def test_stated(row: Row, model: Model) -> None:
    assert read("quotation", row.sentence, model) == row.facts


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_nobody_is_quoted(sentence: str, model: Model) -> None:
    assert read("quotation", sentence.strip(), model) == ()
