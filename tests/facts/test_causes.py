"""Why: *because* with a clause, *because of* and *due to* with a noun."""

from __future__ import annotations

import pytest
from fact_table import Row, read, rows

from quizgen.analysis.parser import Model

STATED = """
    The flight was delayed because the engine failed. → cause=because the engine failed
    The flight was delayed because of fog. → cause=because of fog
    The match was cancelled due to heavy rain. → cause=due to heavy rain
    Because the summer was dry, the crops failed. → cause=because the summer was dry
    The flight was delayed as a result of fog. → cause=as a result of fog
    The flight was delayed owing to fog. → cause=owing to fog
    The decline of the fishing in Cornwall is due to warm winters. → ground=due to warm winters
    The town is famous because a king was born there. → cause=because a king was born there
"""
SILENT = """
    The law is still in force since 1990.
    The flight was delayed in Rome.
    The village is known as a result.
    Was the flight delayed because of fog?
    “The flight was delayed because of fog,” said the pilot.
"""


@pytest.mark.parametrize("row", rows(STATED), ids=str)
def test_stated(row: Row, model: Model) -> None:
    assert read("cause", row.sentence, model) == row.facts


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_no_cause_is_given(sentence: str, model: Model) -> None:
    assert read("cause", sentence.strip(), model) == ()
