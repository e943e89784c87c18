"""Items made of several facts: which events can be put in order, which pairs can be told apart."""

from __future__ import annotations

import datetime

import pytest

import quizgen
from quizgen.analysis.calendar_text import bounds
from quizgen.records import SETS, ItemType, scrambled

LIFE = (
    "Clara Holt was born in Bergen in 1841. In 1862 Clara Holt opened a small school in Oslo. In 1870 she published "
    "a grammar of the Sami language. The king gave Clara Holt a gold medal in May 1881. On 4 March 1885 a fire "
    "destroyed the library of her school. Clara Holt died in 1901."
)
PEOPLE = (
    "Ada Wells, a British chemist, met Paul Moreau, a French painter, in Lyon. Lars Holm, a Danish architect, built a "
    "bridge in Lyon. Nils Berg, a Norwegian sailor, sold Ada Wells a boat."
)
PARTED = "\n\nThe harbour was cold and quiet."


def made(text: str, *types: ItemType, limit: int | None = None, **options: object):
    items = quizgen.generate(text, limit=limit, types=types or SETS, **options).items
    return {item.rule: item for item in items}


def reasons(text: str, rule: str) -> dict[str, str]:
    """What was refused for a set: the question or statement, and why."""
    return {r.question: r.reason for r in quizgen.explain(text, limit=None).rejections if r.rule == rule}


# --------------------------------------------------------------------------------------------- ordering


def test_dated_events_are_put_in_order_without_their_dates():
    item = made(LIFE, ItemType.ORDERING)["timeline.order"]
    assert [part.text for part in item.parts] == [
        "Clara Holt opened a small school in Oslo.",
        "Clara Holt published a grammar of the Sami language.",
        "The king gave Clara Holt a gold medal.",
        "A fire destroyed the library of Clara Holt's school.",
    ]
    assert [part.match for part in item.parts] == ["1862", "1870", "May 1881", "4 March 1885"]
    assert item.answer.startswith("Clara Holt opened a small school in Oslo (1862); Clara Holt published")
    assert item.type is ItemType.ORDERING and item.fact == "timeline"
    for part in item.parts:
        assert LIFE[part.evidence.start : part.evidence.end] == part.evidence.text
        assert part.match in part.evidence.text


def test_the_order_shown_is_never_the_right_one_and_always_the_same():
    item = made(LIFE, ItemType.ORDERING)["timeline.order"]
    assert sorted(item.options) == sorted(item.solution) and item.options != item.solution
    assert made(LIFE, ItemType.ORDERING)["timeline.order"].options == item.options
    for size in (2, 3, 6):
        lines = tuple(map(str, range(size)))
        orders = {scrambled(lines, str(seed)) for seed in range(300)}
        assert lines not in orders and len(orders) > size - 2


def test_births_and_deaths_are_left_out():
    assert "births and deaths" in " ".join(reasons(LIFE, "timeline.order").values())


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Around 1870 Clara Holt published a grammar of Sami.", "exactly when"),
        ("By 1870 Clara Holt had published a grammar of Sami.", "exactly when"),
        ("On 4 March Clara Holt published a grammar of Sami.", "year included"),
        ("In 1870 Clara Holt lived in the old town of Tromsø.", "what lasts"),
        ("In 1870 Clara Holt was the head of the school in Oslo.", "happened"),
        ("In 1870 Clara Holt published another grammar of Sami.", "leans on another sentence"),
        ("In 1862 Nils Berg painted the old church of Bergen.", "at the time of"),
        ("A bridge was opened by the king of Norway in 1870.", "nobody can tell which"),
    ],
)
def test_what_has_no_certain_place_is_no_part_of_it(sentence, reason):
    found = reasons(f"{sentence} In 1862 Clara Holt opened a small school in Oslo.{PARTED}", "timeline.order")
    assert any(reason in why for why in found.values()), found


def test_what_happened_twice_has_no_place():
    text = (
        "In 1870 Clara Holt visited the museum in Oslo. In 1880 Clara Holt visited the museum in Oslo with Nils Berg."
    )
    assert any("the like is told of" in why for why in reasons(text, "timeline.order").values())


def test_two_events_make_no_ordering():
    text = "In 1862 Clara Holt opened a small school in Oslo. In 1870 Clara Holt published a grammar of Sami."
    assert not made(text)
    assert set(reasons(text, "timeline.order").values()) == {"fewer than 3 events have a date and stand on their own"}


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("1826", (1826, 1, 1), (1826, 12, 31)),
        ("1826-03", (1826, 3, 1), (1826, 3, 31)),
        ("1826-03-09", (1826, 3, 9), (1826, 3, 9)),
        ("181X", (1810, 1, 1), (1819, 12, 31)),
        ("18XX", (1800, 1, 1), (1899, 12, 31)),
        ("1811/1815", (1811, 1, 1), (1815, 12, 31)),
        ("1521-22", (1521, 6, 1), (1521, 9, 31)),
        ("1943-24", (1943, 1, 1), (1944, 3, 31)),
        ("-0594", (-594, 1, 1), (-594, 12, 31)),
        ("-05XX", (-599, 1, 1), (-500, 12, 31)),
    ],
)
def test_the_days_that_a_date_may_mean(value, first, last):
    assert bounds(value) == (first, last)


# --------------------------------------------------------------------------------------------- matching


def test_persons_are_matched_with_what_the_article_says_of_them():
    item = made(PEOPLE, ItemType.MATCHING)["pairs.persons"]
    pairs = {part.text: part.match for part in item.parts}
    assert pairs["Ada Wells"] == "a British chemist" and pairs["Lars Holm"] == "a Danish architect"
    assert len(pairs) >= 3 and item.type is ItemType.MATCHING and item.fact == "pairs"
    assert item.answer.startswith("Ada Wells – a British chemist; ")
    assert sorted(item.options) == sorted(pairs.values()) and item.options != item.solution


def test_two_of_one_trade_are_not_told_apart():
    text = PEOPLE.replace("French painter", "French chemist")
    assert any("too much like it" in why for why in reasons(text, "pairs.persons").values())


def test_terms_are_matched_with_their_meanings():
    text = (
        "A caldera is a large volcanic crater. A fjord is a long inlet between cliffs. An oasis is a fertile spot "
        "in a desert. A glacier is a slow river of ice."
    )
    item = made(text, ItemType.MATCHING)["pairs.terms"]
    assert len(item.parts) >= 3 and item.question == "Match each term with its meaning."


def test_events_are_matched_with_their_years_where_no_ordering_is_wanted():
    item = made(LIFE, ItemType.MATCHING, limit=20)["timeline.years"]
    assert [part.match for part in item.parts] == ["1862", "1870", "1881", "1885"]
    assert list(made(LIFE, limit=20)) == ["timeline.order"]


# --------------------------------------------------------------------------------------------- on a sheet


@pytest.fixture(scope="module")
def sheet():
    return quizgen.generate(f"{LIFE}\n\n{PEOPLE}", date=datetime.date(1990, 5, 1)).items


def test_a_sheet_has_one_of_each_at_most_and_they_come_last(sheet):
    kinds = [item.type for item in sheet if item.parts]
    assert kinds == [ItemType.ORDERING, ItemType.MATCHING]
    assert [item.type for item in sheet][-2:] == kinds


def test_nothing_beside_them_tells_what_they_ask(sheet):
    ordering = next(item for item in sheet if item.type is ItemType.ORDERING)
    matching = next(item for item in sheet if item.type is ItemType.MATCHING)
    for item in sheet:
        if not item.parts:
            assert item.answer not in [part.match for part in (*ordering.parts, *matching.parts)], item
            assert not any(part.match in item.question for part in ordering.parts), item


def test_a_short_sheet_has_none():
    assert not any(item.parts for item in quizgen.generate(LIFE, limit=9))
    assert [item.type for item in quizgen.generate(LIFE, limit=1, types=SETS)] == [ItemType.ORDERING]


def test_the_same_article_gives_the_same_sets_and_an_edit_elsewhere_keeps_their_ids():
    first = made(LIFE, title="Clara Holt")
    assert made(LIFE, title="Clara Holt") == first
    later = made(LIFE.replace("a gold medal", "a silver medal"), title="Clara Holt")
    assert [item.id for item in later.values()] == [item.id for item in first.values()]
    assert later["timeline.order"].parts != first["timeline.order"].parts
