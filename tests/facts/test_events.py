"""Who did what: every clause that tells of a doing."""

from __future__ import annotations

import pytest
from fact_table import analysed

from quizgen import facts
from quizgen.analysis.parser import Model
from quizgen.records import Fact


def events(sentence: str, model: Model) -> list[Fact]:
    return [fact for fact in facts.extract(analysed(sentence, model)) if fact.kind == "event"]


def roles(sentence: str, model: Model) -> list[dict[str, str]]:
    return [{name: phrase.text for name, phrase in fact.roles} for fact in events(sentence, model)]


def test_the_parts_of_a_clause_are_roles(model: Model) -> None:
    [event] = roles("The king gave the sailors a ship in 1492.", model)
    assert event == {"subject": "the king", "recipient": "the sailors", "object": "a ship", "oblique": "1492"}


def test_each_verb_of_a_sentence_is_an_event(model: Model) -> None:
    opened, named = roles("The queen opened the bridge and named the ship.", model)
    assert (opened["subject"], opened["object"]) == ("the queen", "the bridge")
    assert (named["subject"], named["object"]) == ("the queen", "the ship")


def test_an_event_told_of_each_person_who_is_described(model: Model) -> None:
    told = roles("A Russian actor, Yulia Peresild, and a film director, Klim Shipenko, flew to the station.", model)
    assert {event["subject"] for event in told} >= {"Yulia Peresild", "Klim Shipenko"}


def test_what_is_painted_is_no_person(model: Model) -> None:
    [painted] = events("Leonardo da Vinci painted Lisa Gherardini in Florence.", model)
    thing = painted.role("object")
    assert thing is not None and thing.text == "Lisa Gherardini" and thing.type == "object"


@pytest.mark.parametrize(
    "sentence",
    [
        "A caldera is a large volcanic crater.", "The lake is deep.", "Did the king sign the treaty?",
        "“We have never lost a ship,” said the captain.", "Stop the engine.",
    ],
)  # fmt: skip
def test_being_and_saying_are_no_events(sentence: str, model: Model) -> None:
    assert roles(sentence, model) == []


def test_who_reports_is_no_event_but_stands_by_what_is_reported(model: Model) -> None:
    [event] = events("Clara Voss said that the dam would protect the town.", model)
    assert event.clause is not None and event.clause.attribution == "Clara Voss"
    assert str(event.role("subject")) == "the dam"


def test_the_same_fact_told_twice_is_one_fact(model: Model) -> None:
    assert len(roles("Marie Curie discovered radium. Marie Curie discovered radium.", model)) == 1


def test_the_evidence_is_the_sentence(model: Model) -> None:
    text = "The valley is quiet. Marie Curie discovered radium in 1898. The valley is green."
    [event] = events(text, model)
    assert text[event.evidence.start : event.evidence.end] == "Marie Curie discovered radium in 1898."
    assert event.sentence == 1 and 0 < event.confidence <= 1
    assert [text[p.span.start : p.span.end] for _, p in event.roles] == ["Marie Curie", "radium", "1898"]
