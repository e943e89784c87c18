"""What the title names, name or not: read by the parser that ships, as a reader of the article would."""

from __future__ import annotations

import pytest

import quizgen
from quizgen.records import Document, Entity


def topic(title: str, text: str) -> Entity:
    """The entity that is spoken of most."""
    analysed = quizgen.analyse(Document(f"{title}\n\n{text}", title=title) if not title else f"{title}\n\n{text}")
    return max(analysed.entities, key=lambda entity: len(entity.mentions))


@pytest.mark.parametrize(
    ("title", "text", "name"),
    [
        (
            "Loire",
            "The Loire is a river in France. It rises in the Massif Central. Ships sail on the Loire.",
            "the Loire",
        ),
        (
            "Solvay process",
            "The Solvay process is an industrial process for making soda ash. The process was developed in 1861. "
            "It needs salt and limestone.",
            "the Solvay process",
        ),
        (
            "Penicillin",
            "Penicillin is a drug against bacteria. It was found in 1928. In the war penicillin saved many soldiers.",
            "penicillin",
        ),
        (
            "Hekla (ship)",
            "Hekla was a Danish warship built in 1844. The ship sank in 1864 after she had struck a rock.",
            "Hekla",
        ),
        (
            "Carcassonne",
            "Carcassonne is a board game designed by Klaus Wrede. It was published in 2000. The game won a prize.",
            "Carcassonne",
        ),
        (
            "Real Unión",
            "Real Unión Club, commonly known as Real Unión, is a Spanish football club. The club was founded in 1915 "
            "and the club won the cup in 1918.",
            "Real Unión",
        ),
    ],
)
def test_the_title_names_the_topic(title: str, text: str, name: str) -> None:
    found = topic(title, text)
    assert (found.name, found.named) == (name, True)
    assert len(found.mentions) >= 3


def test_whose_surname_it_is_the_title_says_although_it_was_read_as_a_place() -> None:
    text = (
        "Greta Holm was a Danish painter. Holm was born in Aarhus, the daughter of a merchant, Christian Holm. "
        "Holm studied in Copenhagen."
    )
    found = topic("Greta Holm", text)
    assert found.name == "Greta Holm" and found.type == "person"
    assert all(m.sentence != 2 or m.tokens[0] < 5 for m in found.mentions if m.kind == "name")


def names(text: str) -> set[str]:
    return {entity.name for entity in quizgen.analyse(text).entities}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The lens was made by Augustin-Jean Fresnel in 1822.", "Augustin-Jean Fresnel"),
        ("Command was given to John of Austria, who won the battle.", "John of Austria"),
        ("The reform was the work of the Marquis of Pombal, the minister of the king.", "the Marquis of Pombal"),
        ("The business was founded in 1932 by Ole Kirk Christiansen, a carpenter.", "Ole Kirk Christiansen"),
    ],
)
def test_names_are_read_whole(text: str, name: str) -> None:
    assert name in names(text)


def test_a_wife_of_that_name_is_somebody_else() -> None:
    text = "Amy Holm\n\nAmy Holm was a pilot. Holm was the daughter of a fish merchant, John Holm, and his wife Amy."
    (pilot,) = [e for e in quizgen.analyse(text).entities if e.name == "Amy Holm"]
    assert max(m.sentence for m in pilot.mentions) == 2
    assert all(m.tokens[0] < 10 for m in pilot.mentions if m.sentence == 2)


def test_a_surname_that_is_a_first_name_tells_no_gender() -> None:
    text = "Edmund Hillary\n\nEdmund Hillary was a mountaineer. Hillary was born in Auckland. He kept bees."
    (climber,) = [e for e in quizgen.analyse(text).entities if e.name == "Edmund Hillary"]
    assert {m.sentence for m in climber.mentions} >= {1, 2, 3}


def test_a_case_is_neither_of_the_two_whom_it_is_named_for() -> None:
    text = "Holm v Berg\n\nHolm v Berg was a case in Scotland. Holm drank the beer in 1928. Berg died in 1932."
    (case,) = [e for e in quizgen.analyse(text).entities if e.name == "Holm v Berg"]
    assert case.type != "person" and max(m.sentence for m in case.mentions) == 1


def test_a_name_that_only_the_title_has_whole() -> None:
    text = (
        'Jussi Holm\n\nJohan "Jussi" Holm was a Swedish tenor. Holm was born in Borlänge. His father, David Holm, was '
        "a singer. In 1928 Holm went to Stockholm, and he made his first recordings there."
    )
    (tenor,) = [e for e in quizgen.analyse(text).entities if e.name == "Jussi Holm"]
    assert {m.sentence for m in tenor.mentions} >= {2, 4}


def test_a_town_is_no_surname_of_whom_it_is_the_byname_of() -> None:
    text = "The abbey lies above Melk. A novel is told by Adso of Melk, a young monk. In 1805 the French took Melk."
    (monk,) = [e for e in quizgen.analyse(text).entities if e.name == "Adso of Melk"]
    assert {m.sentence for m in monk.mentions} == {1}


def test_a_brother_without_a_surname_is_not_another_of_his_first_name() -> None:
    text = (
        "Elsa Holm was a novelist. Her brother John joined the navy, and John was lost in 1827. She wrote to the "
        "critic John Ruskin in 1860."
    )
    (critic,) = [e for e in quizgen.analyse(text).entities if e.name == "John Ruskin"]
    assert {m.sentence for m in critic.mentions} == {2}
