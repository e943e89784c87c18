"""What initials stand for."""

from __future__ import annotations

import pytest
from fact_table import Row, read, rows

from quizgen.analysis.parser import Model

STATED = """
    The World Health Organization (WHO) was founded in 1948. → short=WHO; long=World Health Organization
    The crew reached the International Space Station (ISS) in October. → short=ISS; long=International Space Station
    The International Space Station, or ISS, orbits the Earth. → short=ISS; long=International Space Station
    The North Atlantic Treaty Organization (NATO) has 32 members. → short=NATO; long=North Atlantic Treaty Organization
    The Food and Agriculture Organization (FAO) is based in Rome. → short=FAO; long=Food and Agriculture Organization
    The European Union (EU) has 27 members. → short=EU; long=European Union
"""
SILENT = """
    The island (Malta) was settled early.
    The law (1990) was changed.
    The king (KING) spoke.
    The firm (see Table II) was sold.
    The ship or USS boat sank.
    NASA launched the probe.
"""


@pytest.mark.parametrize("row", rows(STATED), ids=str)
def test_stated(row: Row, model: Model) -> None:
    assert read("abbreviation", row.sentence, model) == row.facts


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_brackets_that_hold_no_initials(sentence: str, model: Model) -> None:
    assert read("abbreviation", sentence.strip(), model) == ()
