"""Statements taken apart: ``subject | verb | arguments``; two clauses are parted by a slash."""

from __future__ import annotations

import pytest
from fact_table import Row, read, rows

from quizgen.analysis.parser import Model

STATED = """
    The king gave the sailors a ship. → the king | gave | recipient=the sailors; object=a ship
    Tea was brought to Europe by Dutch traders. → tea | was brought | oblique=to Europe; agent=by Dutch traders
    Napoleon was defeated at Waterloo in 1815. → Napoleon | was defeated | oblique=at Waterloo; oblique=in 1815
    The river floods the valley every spring. → the river | floods | object=the valley; oblique=every spring
    After the war, the family moved to Chile. → the family | moved | oblique=after the war; oblique=to Chile
    The crew had to abandon the ship. → the crew | had | complement=to abandon; object=the ship
    The army gave up the siege in 1683. → the army | gave up | object=the siege; oblique=in 1683
    The tower is in Pisa. → the tower | is | attribute=in Pisa
    The lake is deep. → the lake | is | attribute=deep
    A caldera is a large volcanic crater. → a caldera | is | attribute=a large volcanic crater
    There are three bridges in the town. → there | are | existent=three bridges; oblique=in the town
    Wolves hunt in packs. → wolves | hunt | oblique=in packs
    The film may have cost ten million dollars. → the film | may have cost | object=ten million dollars
    The plan to flood the valley failed. → the plan to flood the valley | failed
"""
NEGATED = """
    The volcano has not erupted since 1902. → the volcano | has erupted (not) | oblique=since 1902
    The divers have never found the wreck. → the divers | have found (never) | object=the wreck
    The engine no longer works. → the engine | works | adverb=no longer
"""
SHARED = """
    The queen opened the bridge and named the ship. → the queen | opened | object=the bridge / the queen | named | object=the ship
    The law was passed and signed in June. → the law | was passed / the law | was signed | oblique=in June
    Anna Klein, who founded the museum in 1920, sold the house. → Anna Klein | founded | object=the museum; oblique=in 1920 / Anna Klein | sold | object=the house
    The castle, built in 1240 by the king, was sold in 1800. → the castle | was built | oblique=in 1240; agent=by the king / the castle | was sold | oblique=in 1800
    Cologne Cathedral, begun in 1248, stands near the Rhine. → Cologne Cathedral | was begun | oblique=in 1248 / Cologne Cathedral | stands | oblique=near the Rhine
    John Smith was elected in 1990 and served until 1995. → John Smith | was elected | oblique=in 1990 / John Smith | served | oblique=until 1995
    Tom Brown was arrested in 1940 and sent to a camp. → Tom Brown | was arrested | oblique=in 1940
    Australians born in India suffered from asthma. → Australians born in India | suffered | oblique=from asthma
    Decline set in under Anna Klein, who founded the museum, and was confirmed in 1920. → Anna Klein | founded | object=the museum / decline | set | adverb=in; oblique=under Anna Klein
    Ada Smith was born in London and died in Paris. → Ada Smith | was born | oblique=in London / Ada Smith | died | oblique=in Paris
    The chief geographer of the empire was a former prisoner, taken at Poltava in 1709. → the chief geographer of the empire | was | attribute=a former prisoner / the chief geographer of the empire | was taken | oblique=at Poltava; oblique=in 1709
    The ship that sank in 1912 carried 2,224 people. → the ship that sank in 1912 | carried | object=2,224 people
"""  # noqa: E501
REPORTED = """
    According to NASA, the probe reached Saturn in 2004. → the probe | reached | object=Saturn; oblique=in 2004 | according to NASA
    Clara Voss said that the dam would protect the town. → Clara Voss | said | content=that the dam would protect the town / the dam | would protect | object=the town | according to Clara Voss
"""  # noqa: E501
CONDITIONAL = """
    If the dam breaks, the water will flood the valley. → the water | will flood | object=the valley | condition=if the dam breaks
    The alarm rings if smoke fills the room. → the alarm | rings | condition=if smoke fills the room
"""  # noqa: E501
SILENT = """
    What did the crew find?
    Did the king sign the treaty?
    Close the door before you leave.
    How beautiful the valley is!
    Nobody saw the thief.
    “The dam has saved the town many times.”
    “We have never lost a ship,” said the captain.
    It is believed that the thief stole the statue.
    Whether the painter visited Rome is unknown.
    Clara Voss built the first bridge in 1877 and the second bridge in December 1888.
    The oldest form of art are drawings in caves.
    Nor could Clara Voss marry a soldier.
    Clara Voss stayed there for nearly twenty years.
    Figure 3: The dam holds the water.
    Table 2 shows the results.
"""


@pytest.mark.parametrize("row", [r for t in (STATED, NEGATED, SHARED, REPORTED, CONDITIONAL) for r in rows(t)], ids=str)
def test_stated(row: Row, model: Model) -> None:
    assert read("clause", row.sentence, model) == row.facts


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_no_statement_of_the_article(sentence: str, model: Model) -> None:
    stated = [clause for clause in read("clause", sentence.strip(), model) if " | said | content=" not in clause]
    assert stated == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor denied that the dam was unsafe.", "The mayor wants the council to close the road.",
        "The crew hoped to reach the pole.", "Peskov doubts that the crew will return.",
    ],
)  # fmt: skip
def test_what_is_only_thought_is_no_statement_of_its_own(sentence: str, model: Model) -> None:
    subject = sentence.split(" denied")[0].split(" wants")[0].split(" hoped")[0].split(" doubts")[0]
    stated = read("clause", sentence, model)
    assert len(stated) == 1 and stated[0].lower().startswith(subject.lower())
