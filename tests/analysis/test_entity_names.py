"""By which name somebody is called in a question, on sentences that the real parser reads."""

from __future__ import annotations

import pytest

from quizgen import analysis, reading
from quizgen.analysis import lexicon
from quizgen.analysis.parser import Model
from quizgen.records import Entity


def entities(text: str, model: Model, title: str = "") -> dict[str, Entity]:
    found = analysis.analyse(reading.from_text(text, title=title or None), model, None)
    return {entity.name: entity for entity in found.entities}


LIFE = (
    "Anna Mary Louise Brown OBE FRS was a British engineer from Leeds. Brown built bridges in Kenya. "
    "In 1950 Brown moved to Oslo."
)


def test_the_title_tells_the_name_that_people_use(model: Model) -> None:
    found = entities(LIFE, model, "Anna Brown")
    assert [name for name in found if "Anna" in name] == ["Anna Brown"]


def test_without_a_title_the_full_name_stays_without_letters(model: Model) -> None:
    assert "Anna Mary Louise Brown" in entities(LIFE, model)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Anna Brown OBE", "Anna Brown"),
        ("Anna Brown OBE, FRS", "Anna Brown"),
        ("Maria Falk PhD", "Maria Falk PhD"),
        ("World Health Organization", "World Health Organization"),
        ("NASA JPL", "NASA JPL"),
    ],
)
def test_letters_behind_a_name(name: str, said: str) -> None:
    assert lexicon.without_letters(name) == said


def test_he_is_not_the_father_where_the_article_is_on_the_son(model: Model) -> None:
    text = (
        "Karl Brandt was a Swiss engineer. Brandt built mills in Olten. Brandt learnt his trade in Bern. "
        "He was the youngest son of Peter Brandt, a miller from Basel. His uncle sent him to Zurich in 1821."
    )
    found = entities(text, model, "Karl Brandt")
    assert "Peter Brandt" in found
    last = [m for m in found["Peter Brandt"].mentions if m.kind == "pronoun" and m.sentence == 4]
    assert not last


def test_she_is_whom_the_title_names_and_not_her_daughter(model: Model) -> None:
    text = (
        "Anna Mary Brown was a British engineer. She was born in Leeds. She married the miller Peter Lund in 1852, and "
        "they had a daughter, Eva. Eva died in 1864. She founded a school in Oslo, and she wrote two books."
    )
    found = entities(text, model, "Anna Brown")
    assert not any(m.sentence == 4 for m in found["Eva"].mentions)
