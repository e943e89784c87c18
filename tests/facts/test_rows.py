"""What the rows of a table become: facts, their keys, and how a column is understood."""

from __future__ import annotations

import random

import pytest

from quizgen import analysis, facts, reading
from quizgen.facts import columns
from quizgen.records import Fact


def of(text: str) -> tuple[Fact, ...]:
    return facts.extract(analysis.analyse(reading.read_bytes(text.encode("utf8"), "facts.csv"), None))


TABLE = ["scientist,born,field,note", "Emmy Noether,1882,algebra,x", "Lise Meitner,1878,physics,", "Ada Yonath,1939,,y"]


def told(fact: Fact) -> str:
    return "; ".join(f"{name}={phrase}" for name, phrase in fact.roles)


def test_a_fact_for_each_thing_and_each_property() -> None:
    assert [told(fact) for fact in of("\n".join(TABLE))] == [
        "entry=Emmy Noether; heading=scientist; value=1882; column=born; done=born; did=born",
        "entry=Emmy Noether; heading=scientist; value=algebra; column=field",
        "entry=Lise Meitner; heading=scientist; value=1878; column=born; done=born; did=born",
        "entry=Lise Meitner; heading=scientist; value=physics; column=field",
        "entry=Ada Yonath; heading=scientist; value=1939; column=born; done=born; did=born",
    ]


def test_keys_do_not_hang_on_the_order_of_rows_and_columns_or_on_other_rows() -> None:
    keys = {fact.key for fact in of("\n".join(TABLE))}
    assert {fact.key for fact in of("\n".join([TABLE[0], *reversed(TABLE[1:])]))} == keys
    turned = [",".join([line.split(",")[i] for i in (0, 2, 3, 1)]) for line in TABLE]
    assert {fact.key for fact in of("\n".join(turned))} == keys
    assert keys < {fact.key for fact in of("\n".join([*TABLE, "Emmy Noether,1900,physics,"]))}


def test_evidence_is_the_row() -> None:
    document = reading.read_bytes("\n".join(TABLE).encode(), "facts.csv")
    for fact in facts.extract(analysis.analyse(document, None)):
        row = document.text[fact.evidence.start : fact.evidence.end]
        assert row.startswith("scientist: ") and str(fact.role("value")) in row


@pytest.mark.parametrize("header", ["year,event,place", "no.,event,place", "definition,term,origin"])
def test_the_thing_may_stand_behind_numbers_years_and_definitions(header: str) -> None:
    assert told(of(f"{header}\n1,the storming,Paris\n")[-1]).startswith("entry=the storming")


@pytest.mark.parametrize(
    ("column", "value", "kind"),
    [
        ("capital", "Lima", ""), ("population", "34 million", ""), ("president", "Ann Lee", "person"),
        ("head of state", "Ann Lee", ""), ("author", "Ann Lee", "by"), ("Composer", "Ann Lee", "by"),
        ("founded by", "Ann Lee", "by"), ("founded", "1901", "done"), ("founded in", "1901", "done"),
        ("published", "May 1901", "done"), ("birth year", "1901", "done"), ("died", "1901", "died"),
        ("died", "old", ""), ("year", "1901", "year"), ("date", "6 May 1901", "year"), ("year", "leap", ""),
        ("German", "Hund", "language"), ("meaning", "a dog", "definition"), ("moons", "2", "count"),
        ("colours", "red and white", ""), ("status", "5", ""), ("series", "5", ""), ("made of", "sand", "state"),
        ("known for", "its wine", "state"), ("lives in", "rivers", "unasked"), ("joined UN", "1945", "unasked"),
        ("notes", "x", "unasked"), ("id", "7", "unasked"), ("answer", "yes", "answer"),
    ],
)  # fmt: skip
def test_how_a_column_is_understood(column: str, value: str, kind: str) -> None:
    assert columns.kind(column, columns.value_type(value, column)) == kind


@pytest.mark.parametrize(
    ("text", "column", "type", "preposition"),
    [
        ("1789", "year", "time", "in"), ("1789", "population", "number", ""), ("44 BC", "year", "time", "in"),
        ("14 July 1789", "x", "time", "on"), ("July 14, 1789", "x", "time", "on"), ("July 1789", "x", "time", "in"),
        ("1789-07-14", "x", "time", "on"), ("c. 1789", "built", "time", ""), ("1066 AD", "date", "time", "in"),
        ("19th century", "century", "time", "in the"),
        ("12%", "share", "percent", ""), ("$12", "price", "money", ""), ("8,849 m", "height", "number", ""),
        ("-5 °C", "temperature", "number", ""), ("Lima", "capital", "", ""), ("3 wise old men", "characters", "", ""),
    ],
)  # fmt: skip
def test_what_a_value_is(text: str, column: str, type: str, preposition: str) -> None:
    assert columns.value_type(text, column) == type
    assert (columns.preposition(text) if type == "time" else "") == preposition


@pytest.mark.parametrize(
    ("many", "one"),
    [("countries", "country"), ("boxes", "box"), ("planets", "planet"), ("species", "species"), ("status", "status"),
     ("gas", "gas"), ("glass", "glass"), ("country", "country"), ("novels", "novel"), ("rivers", "river")],
)  # fmt: skip
def test_a_heading_in_the_plural(many: str, one: str) -> None:
    assert columns.singular(many) == one
    assert columns.plural(many) is (many != one)


def test_facts_are_the_same_in_any_order() -> None:
    rows = TABLE[1:]
    random.Random(1).shuffle(rows)
    assert sorted(map(told, of("\n".join([TABLE[0], *rows])))) == sorted(map(told, of("\n".join(TABLE))))
