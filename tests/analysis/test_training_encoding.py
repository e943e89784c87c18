"""What the network is fed in training is what it is fed at run time."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

import quizgen.analysis
from quizgen.analysis import load_model, parser
from quizgen.analysis.training import encoding
from quizgen.analysis.training.data import Example, Labels

MODEL = Path(quizgen.analysis.__file__).parent / "model"
SENTENCES = (
    ("Perseverance", "landed", "in", "Jezero", "Crater", "on", "18", "February", "2021", "."),
    ("I", "do", "n't", "use", "an", "iPhone", "…"),
    ("NASA", "'s", "McDonald", "paid", "€5.2bn", "q7" * 20, "x" * 150),
    ("Да",),
)


@pytest.fixture(scope="module")
def cut():
    return encoding.piece_cutter(Tokenizer.from_file(str(MODEL / "tokenizer.json")))


def test_training_and_run_time_feed_the_network_alike(cut) -> None:
    model = load_model(MODEL)
    for words in SENTENCES:
        ours = encoding.arrays([encoding.encode(words, cut)])
        theirs = parser._inputs(words, [model.pieces(word) for word in words])
        assert ours.keys() == theirs.keys()
        for name in ours:
            np.testing.assert_array_equal(ours[name], theirs[name])


def test_every_word_has_its_pieces_between_the_special_ones(cut) -> None:
    row = encoding.encode(SENTENCES[2], cut)
    assert (row.pieces[0], row.pieces[-1]) == (encoding.CLS, encoding.SEP)
    assert row.words[0] == (0, 0)
    bounds = row.words[1:]
    assert bounds[0][0] == 1
    assert all(later[0] == earlier[1] + 1 for earlier, later in pairwise(bounds))
    assert bounds[-1][1] == len(row.pieces) - 2
    assert len(row.case) == len(row.pieces)
    assert max(last - first + 1 for first, last in bounds) == parser.WORD_PIECES


def test_a_word_of_nothing_that_the_vocabulary_knows_still_has_a_piece(cut) -> None:
    assert cut("\u200b") == [encoding.UNKNOWN]


def test_targets_leave_out_the_root_the_padding_and_what_is_not_annotated() -> None:
    lists = Labels(("NOUN", "VERB"), ("NN", "VB"), ("nsubj", "root"), ("O", "person"))
    tagged = Example(("dogs", "bark"), ("NOUN", "VERB"), ("NN", "_"), (2, 0), ("nsubj", "root"), ("person", "O"))
    plain = Example(("go",), ("VERB",), ("VB",), (0,), ("root",))
    gold = encoding.targets([tagged, plain], lists)
    out = encoding.IGNORED
    assert gold["arc"].tolist() == [[out, 2, 0], [out, 0, out]]
    assert gold["upos"].tolist() == [[out, 0, 1], [out, 1, out]]
    assert gold["xpos"].tolist() == [[out, 0, out], [out, 1, out]]
    assert gold["label"].tolist() == [[out, 0, 1], [out, 1, out]]
    assert gold["entity"].tolist() == [[out, 1, 0], [out, out, out]]


def test_batches_hold_each_sentence_once_and_stay_within_their_size() -> None:
    lengths = [random.Random(3).randint(1, 60) for _ in range(500)] + [400]
    plan = encoding.batches(lengths, 300, random.Random(5))
    assert sorted(i for batch in plan for i in batch) == list(range(len(lengths)))
    assert all(max(lengths[i] for i in batch) * len(batch) <= 300 for batch in plan if len(batch) > 1)
    assert plan == encoding.batches(lengths, 300, random.Random(5))
    assert plan != encoding.batches(lengths, 300, random.Random(6))


def test_sentences_of_a_batch_are_of_like_length() -> None:
    lengths = [random.Random(3).randint(1, 60) for _ in range(2000)]
    plan = encoding.batches(lengths, 600, random.Random(5))
    padded = sum(max(lengths[i] for i in batch) * len(batch) for batch in plan)
    assert padded < 1.2 * sum(lengths)
