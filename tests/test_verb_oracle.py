"""The oracle itself: right sentences pass, and every kind of wrong one is found."""

from __future__ import annotations

import pytest
from verb_forms import ACTIVE, PASSIVE, TRANSITIVE, phrase, verb
from verb_oracle import verb_faults

from quizgen.records import Argument, Clause

WRITE = next(v for v in TRANSITIVE if v.base == "write")
FORMS = {"VB": "write", "VBP": "write", "VBZ": "writes", "VBD": "wrote", "VBN": "written", "VBG": "writing"}
TENSES = {form.name: (form, False) for form in ACTIVE} | {f"passive {form.name}": (form, True) for form in PASSIVE}


def faults(name: str, sentence: str, negation: str = "", number: str = "") -> list[str]:
    """Of *the pilot … a letter in Rome* in the form of this name."""
    form, passive = TENSES[name]
    said = verb(WRITE, WRITE.fill(form.singular), form.singular, negation, passive=passive)
    clause = Clause(phrase("the pilot", 2), said, (Argument("object", phrase("a letter", 5), required=True),))
    return list(verb_faults(sentence, clause, FORMS, number))


@pytest.mark.parametrize(
    ("name", "negation", "right"),
    [
        ("past", "", "Where did the pilot write a letter?"), ("past", "", "Who wrote a letter?"),
        ("past", "never", "Where did the pilot never write a letter?"), ("present", "", "Who writes a letter?"),
        ("perfect progressive", "", "Where has the pilot been writing a letter?"),
        ("could have been", "not", "Where could the pilot not have been writing a letter?"),
        ("passive progressive", "", "Where is the pilot being written?"),
        ("can", "not", "_____ cannot write a letter."),
    ],
)  # fmt: skip
def test_right_sentences_pass(name: str, negation: str, right: str) -> None:
    assert faults(name, right, negation) == []


@pytest.mark.parametrize(
    ("name", "wrong", "said"),
    [
        ("past", "Where the pilot wrote a letter in Rome did?", "no auxiliary before"),
        ("past", "Where did the pilot wrote a letter?", "did wrote"),
        ("past", "Where did the pilot written a letter?", "did written"),
        ("past", "Where does the pilot write a letter?", "not the past"),
        ("present", "Where did the pilot write a letter?", "not the pres"),
        ("present", "Where do the pilot write a letter?", "does not agree"),
        ("present", "Who write a letter?", "does not agree"),
        ("past", "Where was the pilot writing a letter?", "auxiliaries"),
        ("perfect", "Where has the pilot wrote a letter?", "has wrote"),
        ("perfect", "Where have the pilot written a letter?", "does not agree"),
        ("perfect", "Where did the pilot have written a letter?", "auxiliaries"),
        ("progressive", "Where is the pilot written a letter?", "is written"),
        ("can", "Where can the pilot writes a letter?", "can writes"),
        ("can", "Where does the pilot can write a letter?", "auxiliaries"),
        ("can", "Where could the pilot write a letter?", "auxiliaries"),
        ("may have", "Where may the pilot has written a letter?", "may has"),
        ("passive past", "Where was the pilot writing?", "was writing"),
        ("passive perfect", "Where has the pilot being written?", "has being"),
        ("past", "Who written a letter?", "not finite"),
        ("past", "Where did the pilot not write a letter?", "negated"),
        ("past", "Where did the pilot a letter?", "no verb group"),
    ],
)  # fmt: skip
def test_wrong_sentences_are_found(name: str, wrong: str, said: str) -> None:
    assert any(said in fault for fault in faults(name, wrong)), faults(name, wrong)


def test_a_lost_negation_is_found() -> None:
    assert faults("past", "Where did the pilot write a letter?", "never")
