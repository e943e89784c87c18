"""The network: words of a sentence to tags, entity types and a tree. The only place that imports onnxruntime."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from quizgen.analysis import decoding
from quizgen.errors import ModelError

WINDOW = 512
"""Pieces the encoder can see, with the two special ones."""
WORD_PIECES = 12
"""Pieces of one word that are looked at."""
_START, _END, _UNKNOWN = 101, 102, 100
_BATCH_WORDS = 600


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the network says of one sentence; each tuple has one entry a word."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    entities: tuple[str, ...]
    confidence: tuple[float, ...]
    """Probability of the arc times that of its label."""


class Model:
    """The weights, loaded. Expensive: once a process, passed on by whoever runs the pipeline."""

    def __init__(self, path: Path) -> None:
        """Load the folder ``path``: ``labels.json``, ``tokenizer.json`` and one ``*.onnx``.

        Raises ModelError when a file is missing or is not what it should be.
        """
        weights = sorted(path.glob("*.onnx"))
        if not weights:
            hint = "Give a folder with parser.int8.onnx, labels.json and tokenizer.json."
            raise ModelError("The parser's weights are not here.", path=str(path), hint=hint)
        try:
            labels = json.loads((path / "labels.json").read_text(encoding="utf8"))
            self._upos, self._xpos, self._relations = labels["u"], labels["x"], labels["l"]
            self._entities = ["", *labels["e"][1:]]
            self._tokenizer = _tokenizer(path / "tokenizer.json")
            self._session = _session(weights[0])
        except Exception as error:
            hint = "Install quizgen again, or give another folder."
            raise ModelError(f"The parser's weights cannot be read: {error}.", path=str(path), hint=hint) from error
        self.path = path
        self.window = WINDOW
        self._pieces: dict[str, tuple[int, ...]] = {}

    def pieces(self, word: str) -> tuple[int, ...]:
        """Vocabulary indices of one word, at least one and at most ``WORD_PIECES``."""
        found = self._pieces.get(word)
        if found is None:
            ids = self._tokenizer.encode(word[:200], add_special_tokens=False).ids
            found = self._pieces[word] = tuple(ids[:WORD_PIECES]) or (_UNKNOWN,)
        return found

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[Parsed]:
        """Parse sentences given as words. None may be empty or have more pieces than the ``WINDOW``."""
        results: list[Parsed | None] = [None] * len(sentences)
        for batch in _batches([len(words) for words in sentences]):
            for place, parsed in zip(batch, self._run([sentences[i] for i in batch]), strict=True):
                results[place] = parsed
        return [parsed for parsed in results if parsed is not None]

    def _run(self, batch: Sequence[Sequence[str]]) -> Iterator[Parsed]:
        names = ("upos", "xpos", "entity", "arc", "label")
        outputs = self._session.run(names, _inputs(batch, [[self.pieces(w) for w in words] for words in batch]))
        upos, xpos, entity = (output.argmax(axis=-1) for output in outputs[:3])
        for row, words in enumerate(batch):
            end = len(words) + 1
            heads, relations, confidence = _decode(outputs[3][row, :end, :end], outputs[4][row, :, :end, :end])
            yield Parsed(
                tuple(self._upos[i] for i in upos[row, 1:end]),
                tuple(self._xpos[i] for i in xpos[row, 1:end]),
                tuple(heads.tolist()),
                tuple(self._relations[i] for i in relations),
                tuple(self._entities[i] for i in entity[row, 1:end]),
                tuple(confidence.tolist()),
            )

    def __reduce__(self) -> tuple[type[Model], tuple[Path]]:
        return Model, (self.path,)


def case_class(word: str) -> int:
    """How a word is capitalised, as the network was told in training: the encoder itself is uncased."""
    if any(map(str.isdigit, word)):
        return 5
    if word.isupper():
        return 3 if sum(map(str.isalpha, word)) > 1 else 4
    if word[:1].isupper():
        return 2
    if word.islower():
        return 1
    return 6 if any(map(str.isupper, word)) else 7


def _tokenizer(path: Path) -> Any:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def _session(path: Path) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = int(os.environ.get("OMP_NUM_THREADS") or os.cpu_count() or 1)
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Places of sentences of like length, at most ``_BATCH_WORDS`` with padding in each."""
    batch: list[int] = []
    for place in sorted(range(len(lengths)), key=lambda i: (lengths[i], i)):
        if batch and (len(batch) + 1) * (lengths[place] + 1) > _BATCH_WORDS:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch


def _inputs(batch: Sequence[Sequence[str]], pieces: list[list[tuple[int, ...]]]) -> dict[str, NDArray[Any]]:
    rows, case_rows, bounds = [], [], []
    for words, word_pieces in zip(batch, pieces, strict=True):
        row, cases, bound = [_START], [0], [(0, 0)]
        for word, ids in zip(words, word_pieces, strict=True):
            bound.append((len(row), len(row) + len(ids) - 1))
            row.extend(ids)
            cases.extend([case_class(word)] * len(ids))
        rows.append([*row, _END])
        case_rows.append(cases)
        bounds.append(bound)
    width, height = max(map(len, rows)), max(map(len, bounds))
    inputs: dict[str, NDArray[Any]] = {
        "pieces": np.zeros((len(batch), width), dtype=np.int64),
        "case": np.zeros((len(batch), width), dtype=np.int64),
        "mask": np.zeros((len(batch), width), dtype=np.bool_),
        "words": np.zeros((len(batch), height, 2), dtype=np.int64),
    }
    for place, (row, cases, bound) in enumerate(zip(rows, case_rows, bounds, strict=True)):
        inputs["pieces"][place, : len(row)] = row
        inputs["case"][place, : len(cases)] = cases
        inputs["mask"][place, : len(row)] = True
        inputs["words"][place, : len(bound)] = bound
    return inputs


def _decode(arcs: NDArray[Any], labels: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Heads, relations and confidence of the words of one sentence, without the root."""
    arcs = _log_softmax(arcs)
    heads = decoding.tree(arcs)
    words = np.arange(len(heads))
    scores = _log_softmax(labels[:, words, heads].T)
    relations = scores.argmax(axis=1)
    confidence = np.exp(arcs[words, heads] + scores[words, relations])
    return heads[1:], relations[1:], confidence[1:]


def _log_softmax(logits: NDArray[Any]) -> NDArray[np.float64]:
    shifted = logits.astype(np.float64)
    shifted -= shifted.max(axis=-1, keepdims=True)
    result: NDArray[np.float64] = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return result
