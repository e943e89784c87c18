"""The weights that ship keep the contract that the run time is written against, and read English."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tokenizers import Tokenizer

import quizgen.analysis
from quizgen.analysis import load_model, parser
from quizgen.analysis.training import data, encoding, evaluation

MODEL = Path(quizgen.analysis.__file__).parent / "model"
WEIGHTS = MODEL / "parser.int8.onnx"
MEGABYTE = 1_000_000
ACTORS = "Yulia Peresild and Klim Shipenko will spend twelve days on the station , a spokesman said ."
CREW = "The crew of three landed safely in Kazakhstan after twelve days in orbit ."


@pytest.fixture(scope="module")
def session() -> Any:
    import onnxruntime

    return onnxruntime.InferenceSession(str(WEIGHTS), providers=["CPUExecutionProvider"])


@pytest.fixture(scope="module")
def labels() -> data.Labels:
    return data.Labels.from_json(json.loads((MODEL / "labels.json").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def shipped() -> parser.Model:
    return load_model(MODEL)


def feed(session: Any, *sentences: str) -> dict[str, Any]:
    cut = encoding.piece_cutter(Tokenizer.from_file(str(MODEL / "tokenizer.json")))
    inputs = encoding.arrays([encoding.encode(sentence.split(), cut) for sentence in sentences])
    names = [output.name for output in session.get_outputs()]
    return dict(zip(names, session.run(names, inputs), strict=True))


def test_the_weights_are_small_enough_for_the_repository() -> None:
    assert 5 * MEGABYTE < WEIGHTS.stat().st_size <= 30 * MEGABYTE


def test_inputs_are_those_of_the_contract(session: Any) -> None:
    found = {i.name: (i.type, len(i.shape)) for i in session.get_inputs()}
    whole = "tensor(int64)"
    assert found == {"pieces": (whole, 2), "case": (whole, 2), "mask": ("tensor(bool)", 2), "words": (whole, 3)}


def test_outputs_fit_the_label_lists(session: Any, labels: data.Labels) -> None:
    outputs = feed(session, "The capsule landed safely in Kazakhstan .", "It did .")
    words = 1 + 7
    assert {name: array.shape for name, array in outputs.items()} == {
        "upos": (2, words, len(labels.upos)),
        "xpos": (2, words, len(labels.xpos)),
        "entity": (2, words, len(labels.entities)),
        "arc": (2, words, words),
        "label": (2, len(labels.relations), words, words),
    }
    assert all(array.dtype == np.float32 and np.isfinite(array).all() for array in outputs.values())


def test_no_word_hangs_on_itself(session: Any) -> None:
    arc = feed(session, "The capsule landed safely in Kazakhstan .")["arc"][0]
    others = arc[~np.eye(len(arc), dtype=bool)]
    assert arc.diagonal().max() < others.min() - 100


def test_padding_changes_no_tree(session: Any) -> None:
    short, long = "She left early .", "The capsule , which had left the station an hour before , landed in Kazakhstan ."
    alone, together = feed(session, short)["arc"][0], feed(session, short, long)["arc"][0]
    size = len(alone)
    assert alone[1:].argmax(axis=1).tolist() == together[1:size, :size].argmax(axis=1).tolist()


def test_label_lists_are_those_of_english_ud(labels: data.Labels) -> None:
    assert labels.entities[0] == data.NO_TYPE
    assert {"person", "place", "organization", "time", "event", "object"} <= set(labels.entities)
    assert {"root", "nsubj", "nsubj:pass", "obl", "appos", "flat", "punct"} <= set(labels.relations)
    assert {"NOUN", "PROPN", "VERB", "AUX", "PUNCT"} <= set(labels.upos)
    assert {"VBD", "VBN", "VBZ", "NNP", "POS"} <= set(labels.xpos)
    for column in (labels.upos, labels.xpos, labels.relations, labels.entities):
        assert len(set(column)) == len(column)


def test_the_tokenizer_cuts_words_one_by_one_and_keeps_the_special_ids() -> None:
    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    assert tokenizer.padding is None
    assert tokenizer.truncation is None
    special = {"[PAD]": 0, "[UNK]": encoding.UNKNOWN, "[CLS]": encoding.CLS, "[SEP]": encoding.SEP}
    assert {piece: tokenizer.token_to_id(piece) for piece in special} == special
    assert tokenizer.encode("Kazakhstan").ids == tokenizer.encode("KAZAKHSTAN").ids


GOLD = """
The DET 2 det O | spacecraft NOUN 3 nsubj object | landed VERB 0 root O | in ADP 5 case O
Kazakhstan PROPN 3 obl place | on ADP 7 case O | Sunday PROPN 3 obl time | . PUNCT 3 punct O

She PRON 3 nsubj:pass person | was AUX 3 aux:pass O | born VERB 0 root O | in ADP 5 case O
London PROPN 3 obl place | in ADP 7 case O | 1815 NUM 3 obl time | . PUNCT 3 punct O

Its PRON 2 nmod:poss place | capital NOUN 4 nsubj place | is AUX 4 cop O | Oslo PROPN 0 root place
. PUNCT 4 punct O
"""


def gold(text: str) -> list[data.Example]:
    """Sentences parted by blank lines, words by bars or lines: form, UPOS, head, relation, entity type."""
    found = []
    for sentence in text.strip().split("\n\n"):
        rows = [word.split() for line in sentence.splitlines() for word in line.split("|")]
        forms, upos, heads, relations, entities = zip(*rows, strict=True)
        found.append(data.Example(forms, upos, ("_",) * len(forms), tuple(map(int, heads)), relations, entities))
    return found


def test_plain_sentences_are_read_without_a_fault(shipped: parser.Model) -> None:
    scores = evaluation.on_gold_words(shipped, gold(GOLD))
    assert (scores["LAS"], scores["UPOS"], scores["entity F"]) == (1.0, 1.0, 1.0)


@pytest.mark.parametrize("change", [str.lower, str.upper])
def test_case_is_a_help_but_no_need(shipped: parser.Model, change: Any) -> None:
    words = ACTORS.split()
    usual, changed = shipped.parse([words, [change(word) for word in words]])
    assert changed.heads == usual.heads
    assert changed.relations == usual.relations


def test_confidence_tells_a_sentence_from_a_heap_of_words(shipped: parser.Model) -> None:
    words = CREW.split()
    heap = sorted(words, key=lambda word: word[::-1])
    sentence, scrambled = shipped.parse([words, heap])
    assert np.mean(sentence.confidence) > 0.9
    assert np.mean(scrambled.confidence) < np.mean(sentence.confidence) - 0.2


def test_the_readme_names_data_and_licences() -> None:
    text = (MODEL / "README.md").read_text(encoding="utf-8")
    for name in ("UD English EWT", "UD English GUM", "all-MiniLM-L6-v2", "CC BY-SA 4.0", "Apache-2.0"):
        assert name in text
