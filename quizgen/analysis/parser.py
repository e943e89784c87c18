"""The network: words of a sentence to tags, entity types and a tree.

Every sentence is run by itself, never in a batch with others: the weights are quantised dynamically, one scale for
all that is in a batch, so that its neighbours would change a sentence's tree (measured: every fifth tree). On one
core this is as fast as batches; on several, sentences are run side by side.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from quizgen import clock
from quizgen.analysis import decoding, runtime
from quizgen.errors import ModelError

WINDOW = 512
"""Pieces that the encoder sees, with the two special ones."""
WORD_PIECES = 12
"""Pieces of one word that are looked at."""
_WORD_LETTERS = 200
_REMEMBERED = 100_000
_AT_ONCE = 1_000
"""Sentences between two looks at the clock."""
_START, _END, _UNKNOWN = 101, 102, 100
_OUTPUTS = ("upos", "xpos", "entity", "arc", "label")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the network says of one sentence; each tuple has one entry a word."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    """Ids of the heads, 1-based; 0 is the root."""
    relations: tuple[str, ...]
    entities: tuple[str, ...]
    confidence: tuple[float, ...]
    """Probability of the arc times that of its label."""


class Model:
    """The weights, loaded. Expensive: once a process, passed on by whoever runs the pipeline."""

    window = WINDOW

    def __init__(self, path: Path) -> None:
        """Load the folder ``path``: ``labels.json``, ``tokenizer.json`` and one ``*.onnx``.

        Raises ModelError when a file is missing or is not what it should be.
        """
        hint = "Install quizgen again, or give a folder with labels.json, tokenizer.json and one .onnx file."
        weights = sorted(path.glob("*.onnx"))
        if not weights:
            raise ModelError("The parser's weights are not here.", path=str(path), hint=hint)
        try:
            labels = json.loads((path / "labels.json").read_text(encoding="utf8"))
            self._upos, self._xpos, self._relations = labels["u"], labels["x"], labels["l"]
            self._entities = ["", *labels["e"][1:]]
            self._fitting = _fitting(self._upos, self._xpos)
            self._tokenizer = runtime.tokenizer(path / "tokenizer.json")
            self._session = runtime.session(weights[0])
        except Exception as error:
            raise ModelError(f"The parser's weights cannot be read ({error}).", path=str(path), hint=hint) from error
        self.path = path
        self._pieces: dict[str, tuple[int, ...]] = {}

    def __reduce__(self) -> tuple[type[Model], tuple[Path]]:
        return Model, (self.path,)

    def pieces(self, word: str) -> tuple[int, ...]:
        """Vocabulary indices of one word, at least one and at most ``WORD_PIECES``."""
        found = self._pieces.get(word)
        if found is None:
            whole = word[:_WORD_LETTERS].encode("utf8", "replace").decode("utf8")
            ids = self._tokenizer.encode(whole, add_special_tokens=False).ids
            if len(self._pieces) >= _REMEMBERED:
                self._pieces.clear()
            found = self._pieces[word] = tuple(ids[:WORD_PIECES]) or (_UNKNOWN,)
        return found

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[Parsed]:
        """Parse sentences given as words. None may be empty or have more pieces than the ``window``."""
        inputs = [_inputs(words, [self.pieces(word) for word in words]) for words in sentences]
        # The longest first, so that at the end no worker waits long for another.
        order = sorted(range(len(inputs)), key=lambda i: -len(sentences[i]))
        parsed: dict[int, Parsed] = {}
        for at in range(0, len(order), _AT_ONCE):
            clock.tick()
            part = order[at : at + _AT_ONCE]
            parsed |= zip(part, runtime.side_by_side(self._run, [inputs[i] for i in part]), strict=True)
        return [parsed[i] for i in range(len(inputs))]

    def _run(self, inputs: dict[str, NDArray[Any]]) -> Parsed:
        upos, xpos, entity, arcs, labels = (output[0] for output in self._session.run(_OUTPUTS, inputs))
        tags = upos[1:].argmax(axis=-1)
        fine = np.where(self._fitting[tags], xpos[1:], -np.inf).argmax(axis=-1)
        chances = _log_softmax(arcs)
        heads = decoding.tree(chances)
        words = np.arange(len(heads))
        of_labels = _log_softmax(labels[:, words, heads].T)
        relations = decoding.relations(of_labels, heads, self._relations)
        confidence = np.exp(chances[words, heads] + of_labels[words, relations])
        return Parsed(
            tuple(self._upos[i] for i in tags.tolist()),
            tuple(self._xpos[i] for i in fine.tolist()),
            tuple(heads[1:].tolist()),
            tuple(self._relations[i] for i in relations[1:]),
            tuple(self._entities[i] for i in entity[1:].argmax(axis=-1).tolist()),
            tuple(confidence[1:].tolist()),
        )


_FITTING = {
    "VERB": "VB VBD VBG VBN VBP VBZ NNP GW AFX",
    "AUX": "VB VBD VBG VBN VBP VBZ MD NNP",
    "NOUN": "NN NNS FW GW AFX",
    "PROPN": "NNP NNPS ADD GW",
    "PRON": "DT EX NN PRP PRP$ WDT WP WP$ GW CD",
    "DET": "DT PDT WDT RB",
}
"""XPOS that go with a UPOS in UD English; the UPOS that are not here go with all."""


def _fitting(upos: Sequence[str], xpos: Sequence[str]) -> NDArray[np.bool_]:
    """[UPOS, XPOS]: whether the two go together."""
    return np.array([[u not in _FITTING or x in _FITTING[u].split() for x in xpos] for u in upos], dtype=np.bool_)


def case_class(word: str) -> int:
    """How a word is capitalised, as the network was told in training: the encoder itself is uncased.

    5 has a digit, 3 all upper, 4 one capital, 2 Capitalised, 1 lower, 6 mIxed, 7 other; tested in this order.
    """
    if any(map(str.isdigit, word)):
        return 5
    if word.isupper():
        return 3 if sum(map(str.isalpha, word)) > 1 else 4
    if word[:1].isupper():
        return 2
    if word.islower():
        return 1
    return 6 if any(map(str.isupper, word)) else 7


def _inputs(words: Sequence[str], pieces: Sequence[Sequence[int]]) -> dict[str, NDArray[Any]]:
    row, cases, bounds = [_START], [0], [(0, 0)]
    for word, ids in zip(words, pieces, strict=True):
        bounds.append((len(row), len(row) + len(ids) - 1))
        row.extend(ids)
        cases.extend([case_class(word)] * len(ids))
    row.append(_END)
    cases.append(0)
    return {
        "pieces": np.array([row], dtype=np.int64),
        "case": np.array([cases], dtype=np.int64),
        "mask": np.ones((1, len(row)), dtype=np.bool_),
        "words": np.array([bounds], dtype=np.int64),
    }


def _log_softmax(logits: NDArray[np.float32]) -> NDArray[np.float64]:
    shifted = logits.astype(np.float64)
    shifted -= shifted.max(axis=-1, keepdims=True)
    result: NDArray[np.float64] = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result
