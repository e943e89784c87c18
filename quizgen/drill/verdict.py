"""What judging an answer starts from and comes to."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass

from quizgen.drill.normal import Form
from quizgen.records import Item


class Mark(str, enum.Enum):
    """How good an answer is. A close one counts, but the player is told what was not quite right."""

    RIGHT = "right"
    CLOSE = "close"
    WRONG = "wrong"

    __str__ = str.__str__


_ORDER = {mark: place for place, mark in enumerate(Mark)}

Judgement = tuple[Mark, str]
"""A mark and its reason: half a sentence for the player, empty when there is nothing to say."""

RIGHT: Judgement = (Mark.RIGHT, "")


@dataclass(frozen=True, slots=True)
class Verdict:
    mark: Mark
    given: str
    """The answer in its normal form."""
    expected: str
    """The answer that it was judged by, as the item has it: the nearest of the answer and what else is accepted."""
    reason: str = ""
    """Half a sentence for the player, without a full stop; empty when there is nothing to say."""

    @property
    def rank(self) -> int:
        """Less is better."""
        return _ORDER[self.mark]


@dataclass(frozen=True, slots=True)
class Case:
    """One answer beside one expected answer, with what surrounds them."""

    given: Form
    expected: Form
    typed: str
    """The answer as typed."""
    answer: str
    """The expected answer as the item has it."""
    item: Item
    question: Form
    evidence: Form


def worst(judgements: Iterable[Judgement]) -> Judgement:
    """The one that decides when several things about one answer were judged; right when none was."""
    return max(judgements, key=lambda judgement: _ORDER[judgement[0]], default=RIGHT)
