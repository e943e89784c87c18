"""What a filter is: a name, and a question put to one candidate that answers None or a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quizgen.records import Candidate, ItemType
from quizgen.selection.context import Context


@dataclass(frozen=True, slots=True)
class Filter:
    """Judges one candidate by itself."""

    name: str
    check: Callable[[Candidate, Context], str | None]
    """None, or in a sentence without a full stop why the candidate must not be asked. Changes nothing."""


@dataclass(frozen=True, slots=True)
class SetFilter:
    """Judges candidates beside one another. They come best first."""

    name: str
    check: Callable[[Sequence[Candidate], Context], dict[int, str]]
    """Position of each candidate that must not be asked → why."""


def answer_is_open(candidate: Candidate) -> bool:
    """Whether the reader gives the answer: a true_false statement holds it, and is judged as a statement alone."""
    return candidate.item.type is not ItemType.TRUE_FALSE


def is_question(candidate: Candidate) -> bool:
    """Whether it ends in a question mark, other than a cloze and a statement."""
    return candidate.item.type in (ItemType.SHORT, ItemType.CHOICE)
