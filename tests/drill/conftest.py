"""A quiz with one item of each kind, made by hand."""

from __future__ import annotations

import pytest

from quizgen.records import BLANK, Distractor, Evidence, Item, ItemBank, ItemType, Source

RETURN = "After 12 days in space, they are set to return to Earth on October 16."


def make(number: int, type: ItemType, question: str, answer: str, sentence: str, **more: object) -> Item:
    """An item whose sentence stands at offset 100 of its article."""
    place = sentence.find(answer)
    where = (100 + place, 100 + place + len(answer)) if place >= 0 else (-1, -1)
    evidence = Evidence(sentence, 100, 100 + len(sentence), *where)
    return Item(f"{number:016x}", type, question, answer, evidence=evidence, document="k" * 16, **more)  # type: ignore[arg-type]


@pytest.fixture
def bank() -> ItemBank:
    others = tuple(map(Distractor, ("Anton Shkaplerov", "Dmitry Peskov", "Doug Liman")))
    director = "The director, Klim Shipenko, had a hard flight in a small capsule."
    items = (
        make(1, ItemType.CHOICE, "Who is the director?", "Klim Shipenko", director, distractors=others),
        make(2, ItemType.SHORT, "How many days will they stay?", "12 days", RETURN),
        make(3, ItemType.CLOZE, f"They are set to return to Earth on {BLANK}.", "October 16", RETURN),
        make(4, ItemType.TRUE_FALSE, "The director is 1.7 metres tall.", "False", "His height is 1.9 metres.",
             explanation="The director is 1.9 metres tall."),
        make(5, ItemType.SHORT, "Who plays the surgeon 👩‍🚀 of 電影「挑戰」?", "Yulia Peresild",
             "The surgeon 🚀 is played by Yulia Peresild, who trained for months in a centrifuge near Moscow."),
    )  # fmt: skip
    return ItemBank("Crew in orbit", items, (Source("k" * 16, "A film crew in orbit"),))
