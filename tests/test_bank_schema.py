"""The JSON Schema of quiz files, for editors: it takes what quizgen writes, and speaks of the same fields."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from test_bank import item_banks

import quizgen
from quizgen import bank as banks
from quizgen.bank import loading
from quizgen.cli import main
from quizgen.errors import BankError
from quizgen.records import BLANK, Distractor, ItemBank, ItemType, Memory, Part, replace

SCHEMA: dict[str, Any] = json.loads(Path(banks.__file__).with_name("schema.json").read_text("utf8"))
VALIDATOR = Draft202012Validator(SCHEMA)
EXPORTERS = Path(__file__).with_name("exporters")


class EditorsLoader(yaml.SafeLoader):
    """YAML as editors read it, by version 1.2: a date is a text."""


EditorsLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":merge", ":value"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def faults(text: str) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(yaml.load(text, EditorsLoader))]


def accepts(bank: ItemBank) -> None:
    assert faults(banks.dumps(bank)) == []
    assert [error.message for error in VALIDATOR.iter_errors(json.loads(banks.to_json(bank)))] == []


def test_it_is_a_schema_of_draft_2020_12():
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(SCHEMA)


def test_formats_prints_it():
    done = CliRunner().invoke(main, ["formats", "--schema"])
    assert done.exit_code == 0 and json.loads(done.stdout) == SCHEMA


# --------------------------------------------------------------------------------------------------------------
# What is right
# --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["danube.quiz.yaml", "sets.quiz.yaml"])
def test_it_takes_files_written_by_hand_and_what_becomes_of_them(name):
    assert faults((EXPORTERS / name).read_text("utf8")) == []
    accepts(banks.load(EXPORTERS / name))


def test_it_takes_stale_items_and_the_memory():
    bank = banks.load(EXPORTERS / "danube.quiz.yaml")
    memory = Memory((("0123456789abcdef", "00ff"), ("89abcdef01234567", "11ee")), ("aa00", "bb11"))
    accepts(replace(bank, items=tuple(replace(item, stale=True) for item in bank), memory=memory))


def test_it_takes_a_generated_quiz():
    text = "Thomas Bouch built the Tay Bridge in 1878. Queen Victoria crossed the bridge in June 1879."
    bank = quizgen.generate(text, limit=None)
    assert len(bank) > 2
    accepts(bank)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(item_banks())
def test_it_takes_every_bank_that_quizgen_writes(bank):
    accepts(bank)


@pytest.mark.parametrize(
    "text",
    [
        "items: []",
        "items:\n  - question: When was it?\n    answer: 1992",
        "items:\n  - {question: Is it, answer: Yes, accept: sure, tags: one}",
        "items:\n  - {question: It is., answer: TRUE, type: true_false}",
        "items:\n  - {question: Is it, answer: Yes, distractors: No, evidence: It is., difficulty: hard}",
        "title:\nsources:\nitems:\n  - {question: Is it, answer: 1.9, explanation: , changed: , score: 1e-3}",
        "items:\n  - {question: In order, type: ordering, parts: [first, second]}",
        "version: 1\nsources: [{title: Ten, date: 2024-03-18, link: }]\nitems: [{question: a, answer: b}]",
    ],
)
def test_it_takes_what_people_write_and_the_loader_too(text):
    assert faults(text) == []
    banks.loads(text)


def test_it_takes_the_example_of_the_docs():
    page = Path(__file__).resolve().parents[1] / "docs" / "bank.md"
    example = page.read_text("utf8").split("```yaml\n")[1].split("```")[0]
    assert faults(example) == []
    banks.loads(example)


# --------------------------------------------------------------------------------------------------------------
# Mistakes
# --------------------------------------------------------------------------------------------------------------

ITEM = "items:\n  - {question: Which sea, answer: the Black Sea"

MISTAKES = {
    "no items": "title: The Danube",
    "items left empty": "items:",
    "an unknown field of the quiz": "item: []\nitems: []",
    "a newer version": "version: 2\nitems: []",
    "an unknown field of an item": f"{ITEM}, anwser: x}}",
    "an unknown field of a source": "sources: [{titel: x}]\nitems: []",
    "an unknown field of the evidence": f"{ITEM}, evidence: {{begin: 1}}}}",
    "an unknown field of a distractor": f"{ITEM}, distractors: [{{text: x, why: y}}]}}",
    "no question": "items: [{answer: x}]",
    "an empty question": 'items: [{question: " ", answer: x}]',
    "no answer": "items: [{question: x}]",
    "an answer left empty": "items: [{question: x, answer: }]",
    "a list for an answer": "items: [{question: x, answer: [a, b]}]",
    "a wrong type": f"{ITEM}, type: clozed}}",
    "a wrong difficulty": f"{ITEM}, difficulty: heavy}}",
    "a score in words": f"{ITEM}, score: high}}",
    "a broken date": "sources: [{date: 18.3.2024}]\nitems: []",
    "a broken moment": f"{ITEM}, changed: yesterday}}",
    "an offset in words": f"{ITEM}, evidence: {{text: x, start: one}}}}",
    "a fraction for an offset": f"{ITEM}, evidence: {{text: x, start: 1.5}}}}",
    "a distractor without text": f"{ITEM}, distractors: [{{reason: x}}]}}",
    "an empty distractor": f'{ITEM}, distractors: [""]}}',
    "a distractor twice": f"{ITEM}, distractors: [x, x]}}",
    "an empty tag": f'{ITEM}, tags: [" "]}}',
    "a choice without distractors": f"{ITEM}, type: choice}}",
    "a choice with none in the list": f"{ITEM}, type: choice, distractors: []}}",
    "a cloze without a gap": f"{ITEM}, type: cloze}}",
    "neither true nor false": f"{ITEM}, type: true_false}}",
    "a matching without parts": f"{ITEM}, type: matching}}",
    "a matching with one part": f"{ITEM}, type: matching, parts: [{{text: a, match: b}}]}}",
    "a matching with a part without match": f"{ITEM}, type: matching, parts: [{{text: a, match: b}}, {{text: c}}]}}",
    "a matching of mere texts": f"{ITEM}, type: matching, parts: [a, b]}}",
    "an ordering without parts": f"{ITEM}, type: ordering, parts: }}",
    "an ordering with a part twice": f"{ITEM}, type: ordering, parts: [a, a]}}",
    "more parts than letters": f"{ITEM}, type: ordering, parts: {[f'p{n}' for n in range(27)]}}}",
    "parts of a short item": f"{ITEM}, parts: [a, b]}}",
    "a stale that is no yes or no": f"{ITEM}, stale: perhaps}}",
    "a memory without digests": "items: []\nmemory: {made: 0123 4567}",
    "an unknown field of the memory": "items: []\nmemory: {seen: x}",
    "a part without text": f"{ITEM}, type: ordering, parts: [a, {{match: b}}]}}",
    "an unknown field of a part": f"{ITEM}, type: ordering, parts: [a, {{text: b, date: c}}]}}",
}


@pytest.mark.parametrize("text", MISTAKES.values(), ids=MISTAKES)
def test_it_refuses_the_mistakes_that_the_loader_refuses(text):
    with pytest.raises(BankError):
        banks.loads(text)
    assert faults(text)


# --------------------------------------------------------------------------------------------------------------
# One form of file
# --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("described", "read"),
    [
        (SCHEMA, loading._BANK),
        (SCHEMA["$defs"]["item"], loading._ITEM),
        (SCHEMA["$defs"]["source"], loading._SOURCE),
        (SCHEMA["$defs"]["evidence"], loading._EVIDENCE),
        (SCHEMA["$defs"]["memory"], loading._MEMORY),
        (SCHEMA["$defs"]["part"], Part.__dataclass_fields__),
        (SCHEMA["$defs"]["distractor"], Distractor.__dataclass_fields__),
    ],
    ids=["quiz", "item", "source", "evidence", "memory", "part", "distractor"],
)
def test_schema_and_loader_know_the_same_fields(described, read):
    assert set(described["properties"]) == set(read)
    assert described["additionalProperties"] is False


def test_schema_and_loader_know_the_same_words_and_bounds():
    item = SCHEMA["$defs"]["item"]
    assert item["properties"]["type"]["enum"] == list(map(str, ItemType))
    assert SCHEMA["properties"]["version"]["maximum"] == loading.VERSION
    sets, _, cloze, *_ = item["allOf"]
    assert sets["then"]["properties"]["parts"]["maxItems"] == loading.MOST_PARTS
    assert cloze["then"]["properties"]["question"]["pattern"] == BLANK
