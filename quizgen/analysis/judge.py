"""The judge: how likely a teacher is to print an item, by its wording alone.

A small network that has read some ten thousand items with the marks that people of strict judgement gave them
(``training/judging.py``). It writes nothing and refuses nothing by itself: selection puts its opinion beside the
measures of the ranking.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quizgen.analysis import runtime
from quizgen.errors import ModelError
from quizgen.records import BLANK

LAYERS = 3
VOCABULARY = 12_000
"""Pieces that it knows: the commoner ones of the parser's vocabulary, which is in order of frequency. The rest, mostly
of names, is all the same to it."""
WINDOW = 128
_FIRST, _LAST, _UNKNOWN = 101, 102, 100
_WORD = re.compile(r"_{3,}|\w+(?:['’]\w+)*|[^\w\s]")
_BLANK = "[ blank ]"


@dataclass(frozen=True, slots=True)
class Wording:
    """What the judge reads of an item."""

    title: str
    question: str
    answer: str


class Judge:
    """The weights, loaded; once a process."""

    def __init__(self, path: Path | None = None) -> None:
        """``path``: the folder with ``judge.int8.onnx``; None: the one that ships. Raises ModelError."""
        folder = path or Path(__file__).parent / "judge_model"
        try:
            self._tokenizer = runtime.tokenizer(Path(__file__).parent / "model" / "tokenizer.json")
            self._session = runtime.session(folder / "judge.int8.onnx")
        except Exception as error:
            raise ModelError(
                f"The judge's weights cannot be read ({error}).", path=str(folder), hint="Install quizgen again."
            ) from error

    def chances(self, wordings: Sequence[Wording]) -> list[float]:
        """How likely each is to be acceptable, 0 to 1. Each is read by itself: its neighbours change nothing."""
        inputs = [encode(wording, self._tokenizer) for wording in wordings]
        return runtime.side_by_side(self._chance, inputs)

    def _chance(self, pieces: tuple[list[int], list[int]]) -> float:
        import numpy as np

        ids, case = (np.array([row], dtype=np.int64) for row in pieces)
        (marks,) = self._session.run(["marks"], {"pieces": ids, "case": case, "mask": np.ones_like(ids, dtype=bool)})
        return 1 / (1 + math.exp(-float(marks[0][0])))


def encode(wording: Wording, tokenizer: Any) -> tuple[list[int], list[int]]:
    """Pieces and case classes: title, question and answer, each closed by a mark."""
    ids, case = [_FIRST], [0]
    for part in (wording.title, wording.question.replace(BLANK, _BLANK), wording.answer):
        for word in _WORD.findall(part):
            found, capitals = _word(word, tokenizer)
            ids += found
            case += [capitals] * len(found)
        ids.append(_LAST)
        case.append(0)
    return ids[:WINDOW], case[:WINDOW]


@functools.lru_cache(maxsize=20_000)
def _word(word: str, tokenizer: Any) -> tuple[tuple[int, ...], int]:
    """Pieces of a word, at least one, and its case class. The words of an article come again and again."""
    from quizgen.analysis.parser import case_class

    ids = tokenizer.encode(word, add_special_tokens=False).ids
    return tuple(id if id < VOCABULARY else _UNKNOWN for id in ids) or (_UNKNOWN,), case_class(word)
