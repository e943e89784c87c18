"""Trees from scores: against every tree there is, and on cases that greedy heads get wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np
import pytest

from quizgen.analysis import decoding


def every_tree(words: int) -> Iterator[tuple[int, ...]]:
    """All heads of words 1..n (0 is the root) that make a tree with one child of the root."""
    for heads in product(range(words + 1), repeat=words):
        if heads.count(0) == 1 and all(reaches_root(heads, word) for word in range(1, words + 1)):
            yield heads


def reaches_root(heads: Sequence[int], word: int) -> bool:
    for _ in heads:
        word = heads[word - 1]
        if word == 0:
            return True
    return False


def total(scores: np.ndarray, heads: Sequence[int]) -> float:
    return float(sum(scores[word, head] for word, head in enumerate(heads, start=1)))


@pytest.mark.parametrize("seed", range(60))
def test_no_tree_is_better(seed: int) -> None:
    random = np.random.default_rng(seed)
    words = int(random.integers(1, 6))
    scores = random.normal(size=(words + 1, words + 1)) * random.choice([0.1, 1.0, 30.0])
    found = decoding.tree(scores)[1:].tolist()
    assert tuple(found) in set(every_tree(words))
    assert total(scores, found) == pytest.approx(max(total(scores, heads) for heads in every_tree(words)))


def test_greedy_heads_that_make_a_tree_stay() -> None:
    scores = np.full((4, 4), -9.0)
    scores[[1, 2, 3], [2, 0, 2]] = 0.0
    assert decoding.tree(scores)[1:].tolist() == [2, 0, 2]


def test_two_roots_become_one() -> None:
    scores = np.array([[0.0, 0, 0], [0.0, -9, -3.0], [0.0, -1.0, -9]])
    assert decoding.tree(scores)[1:].tolist() == [0, 1]


def test_a_cycle_is_opened_at_its_weakest_arc() -> None:
    scores = np.array([[0.0, 0, 0], [-5.0, -9, -0.1], [-2.0, -0.1, -9]])
    assert decoding.tree(scores)[1:].tolist() == [2, 0]


def test_impossible_arcs_do_no_harm() -> None:
    scores = np.full((5, 5), -np.inf)
    scores[[1, 2, 3, 4], [0, 0, 4, 3]] = 0.0
    heads = decoding.tree(scores)[1:].tolist()
    assert heads.count(0) == 1
    assert all(reaches_root(heads, word) for word in range(1, 5))


def test_long_sentences_are_decoded() -> None:
    scores = np.random.default_rng(0).normal(size=(161, 161))
    heads = decoding.tree(scores)[1:].tolist()
    assert heads.count(0) == 1
    assert all(reaches_root(heads, word) for word in range(1, 161))


def test_no_words_and_one_word() -> None:
    assert decoding.tree(np.zeros((1, 1))).tolist() == [0]
    assert decoding.tree(np.zeros((2, 2))).tolist() == [0, 0]


NAMES = ("root", "nsubj", "obj", "obl", "nsubj:pass")


def labels(heads: Sequence[int], *rows: dict[str, float]) -> list[str]:
    scores = np.array([[-9.0] * len(NAMES)] + [[row.get(name, -9.0) for name in NAMES] for row in rows])
    chosen = decoding.relations(scores, np.array([0, *heads]), NAMES)
    return [NAMES[i] for i in chosen[1:]]


def test_the_root_alone_is_called_root() -> None:
    assert labels((0, 1), {"obl": -1, "root": -2}, {"root": -1, "obj": -2}) == ["root", "obj"]


def test_of_two_subjects_the_likelier_stays() -> None:
    rows = ({"root": 0}, {"nsubj": -0.5, "obj": -0.6}, {"nsubj:pass": -0.1, "obj": -0.6}, {"nsubj": -0.3, "obl": -4})
    assert labels((0, 1, 1, 3), *rows) == ["root", "obj", "nsubj:pass", "nsubj"]
