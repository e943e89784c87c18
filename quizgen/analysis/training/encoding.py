"""Sentences as numbers: pieces and targets of a batch, in numpy. What the network is fed here is what
``quizgen.analysis.parser`` feeds it later; a test holds the two together.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from quizgen.analysis.parser import WORD_PIECES, case_class
from quizgen.analysis.training.data import Example, Labels

IGNORED = -100
"""Target of a word that a loss leaves out: padding, the root, what a treebank does not annotate."""

CLS, SEP, UNKNOWN, MASK = 101, 102, 100, 103
"""Ids of the special pieces in the uncased BERT vocabulary."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """One sentence as the network takes it."""

    pieces: list[int]
    case: list[int]
    words: list[tuple[int, int]]
    """First and last piece of each word; row 0 stands for the root."""


def piece_cutter(tokenizer: Any) -> Callable[[str], list[int]]:
    """A function from a word to its piece ids (1 to 12 of them), which remembers what it has cut."""
    tokenizer.no_padding()
    tokenizer.no_truncation()
    known: dict[str, list[int]] = {}

    def cut(form: str) -> list[int]:
        if form not in known:
            ids = tokenizer.encode(form, add_special_tokens=False).ids
            known[form] = ids[:WORD_PIECES] or [UNKNOWN]
        return known[form]

    return cut


def encode(forms: Sequence[str], cut: Callable[[str], list[int]]) -> Encoded:
    """The pieces of a sentence between [CLS] and [SEP], each with the case class of its word."""
    pieces, case, words = [CLS], [0], [(0, 0)]
    for form in forms:
        ids = cut(form)
        words.append((len(pieces), len(pieces) + len(ids) - 1))
        pieces += ids
        case += [case_class(form)] * len(ids)
    return Encoded([*pieces, SEP], [*case, 0], words)


def arrays(rows: Sequence[Encoded]) -> dict[str, Any]:
    """The four inputs of the network for some sentences, padded with 0 (numpy)."""
    longest = max(len(row.pieces) for row in rows)
    most = max(len(row.words) for row in rows)
    batch = {
        "pieces": np.zeros((len(rows), longest), np.int64),
        "case": np.zeros((len(rows), longest), np.int64),
        "mask": np.zeros((len(rows), longest), bool),
        "words": np.zeros((len(rows), most, 2), np.int64),
    }
    for i, row in enumerate(rows):
        batch["pieces"][i, : len(row.pieces)] = row.pieces
        batch["case"][i, : len(row.case)] = row.case
        batch["mask"][i, : len(row.pieces)] = True
        batch["words"][i, : len(row.words)] = row.words
    return batch


def targets(rows: Sequence[Example], lists: Labels) -> dict[str, Any]:
    """Gold indices [sentences, 1 + words] for each head of the network; ``IGNORED`` where there is nothing to learn."""
    most = 1 + max(map(len, rows))
    gold = {name: np.full((len(rows), most), IGNORED, np.int64) for name in ("upos", "xpos", "entity", "arc", "label")}
    tables = {
        "upos": {label: i for i, label in enumerate(lists.upos)},
        "xpos": {label: i for i, label in enumerate(lists.xpos)},
        "entity": {label: i for i, label in enumerate(lists.entities)},
        "label": {label: i for i, label in enumerate(lists.relations)},
    }
    for i, row in enumerate(rows):
        columns = {"upos": row.upos, "xpos": row.xpos, "entity": row.entities, "label": row.relations}
        for name, column in columns.items():
            gold[name][i, 1 : 1 + len(column)] = [tables[name].get(label, IGNORED) for label in column]
        gold["arc"][i, 1 : 1 + len(row)] = row.heads
    return gold


def batches(lengths: Sequence[int], size: int, draw: random.Random | None = None) -> list[list[int]]:
    """Positions of sentences of like length, at most ``size`` words together; shuffled where ``draw`` is given."""
    noise = [draw.uniform(0.9, 1.1) if draw else 1.0 for _ in lengths]
    order = sorted(range(len(lengths)), key=lambda i: lengths[i] * noise[i])
    found: list[list[int]] = []
    longest = 0
    for i in order:
        longest = max(longest, lengths[i])
        if not found or longest * (len(found[-1]) + 1) > size:
            found.append([])
            longest = lengths[i]
        found[-1].append(i)
    if draw:
        draw.shuffle(found)
    return found
