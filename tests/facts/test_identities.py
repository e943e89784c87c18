"""What something is: said with *be* or *become*, or in passing behind a comma."""

from __future__ import annotations

import pytest
from fact_table import Row, read, rows

from quizgen.analysis.parser import Model

IDENTITIES = """
    A caldera is a large volcanic crater. → thing=a caldera; kind=a large volcanic crater
    Bronze is an alloy of copper and tin. → thing=bronze; kind=an alloy of copper and tin
    Ada Lovelace was an English mathematician. → thing=Ada Lovelace; kind=an English mathematician
    Mary Somerville became a tutor in 1830. → thing=Mary Somerville; kind=a tutor
    Whales are mammals. → thing=whales; kind=mammals
    Paris is the capital of France. → thing=Paris; title=the capital of France
    Lisbon is the largest city in Portugal. → thing=Lisbon; title=the largest city in Portugal
    The cheetah is the fastest land animal. → thing=the cheetah; title=the fastest land animal
    Valentina Tereshkova was the first woman in space. → thing=Valentina Tereshkova; title=the first woman in space
    Paul Allen and Bill Gates were the founders of Microsoft. → thing=Paul Allen and Bill Gates; title=the founders of Microsoft
    The smallest planet of the solar system is Mercury. → thing=the smallest planet of the solar system; name=Mercury
    The main export of Iceland is fish. → thing=the main export of Iceland; name=fish
    The author of the novel is Mary Shelley. → thing=the author of the novel; name=Mary Shelley
    The mayor said that Lima is the capital of Peru. → thing=Lima; title=the capital of Peru
"""  # noqa: E501
APPOSITIONS = """
    Bruges, a town in Belgium, is known for its canals. → thing=Bruges; kind=a town in Belgium
    Galileo, an Italian astronomer, observed four moons of Jupiter. → thing=Galileo; kind=an Italian astronomer
    Lima, the capital of Peru, lies on the coast. → thing=Lima; title=the capital of Peru
    Clara Voss, an engineer from Bonn, designed the bridge. → thing=Clara Voss; kind=an engineer from Bonn
"""
SILENT = """
    The soup is hot.
    The smallest planet is Mercury.
    The best player during the first years was Tom Miller.
    The castle is not a museum.
    The tower is in Pisa.
    The match was on Sunday.
    Is Paris the capital of France?
    “Lima is the capital of Peru,” said the teacher.
    If Lima were a village, it would be quiet.
"""


@pytest.mark.parametrize("row", rows(IDENTITIES), ids=str)
def test_said_with_be(row: Row, model: Model) -> None:
    assert read("identity", row.sentence, model) == row.facts


@pytest.mark.parametrize("row", rows(APPOSITIONS), ids=str)
def test_said_in_passing(row: Row, model: Model) -> None:
    assert read("identity", row.sentence, model) == row.facts


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_nothing_is_identified(sentence: str, model: Model) -> None:
    assert read("identity", sentence.strip(), model) == ()
