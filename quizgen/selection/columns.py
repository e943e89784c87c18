"""Wrong answers for what was made of a table: the rest of the column, near ones first."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from quizgen.records import Candidate, Distractor, Phrase
from quizgen.selection import variation
from quizgen.text import count_words


class Columns:
    """What stands in the columns of a table, and which of it is right of what. Empty for an article."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._cells: dict[str, dict[str, Phrase]] = {}
        self._right: dict[tuple[str, str, str], set[str]] = {}
        for fact in (candidate.fact for candidate in candidates if candidate.fact.kind == "row"):
            roles = dict(fact.roles)
            for asked, given in ((roles["entry"], roles["value"]), (roles["value"], roles["entry"])):
                self._cells.setdefault(asked.noun, {}).setdefault(_folded(asked.text), asked)
                self._right.setdefault(_question(asked, given), set()).add(_folded(asked.text))

    def distractors(self, candidate: Candidate, rng: random.Random, wanted: int) -> tuple[Distractor, ...]:
        """So many values of the column as are wanted, or none. Numbers are varied where the column has too few.

        Args:
            candidate: made of a row; asks for its entry or for its value.
            rng: decides between those that are equally near, and how numbers vary.
        """
        roles = dict(candidate.fact.roles)
        asked = candidate.answer
        given = roles["value"] if asked is roles["entry"] else roles["entry"]
        right = self._right[_question(asked, given)]
        question = f" {_folded(candidate.item.question)} "
        chosen: dict[str, Distractor] = {}
        for option in self._offers(asked, rng):
            key = _folded(option.text)
            if key not in right and key not in chosen and f" {key} " not in question:
                chosen[key] = option
                if len(chosen) == wanted:
                    return tuple(chosen.values())
        return ()

    def _offers(self, asked: Phrase, rng: random.Random) -> Iterator[Distractor]:
        time = asked.type == "time"
        near = []
        for text, other in self._cells[asked.noun].items():
            gap = variation.distance(asked.text, other.text, time=time) if asked.type else None
            if other.type != asked.type or (gap is None and self._is_figure(asked)):
                continue
            unlike = _unlikeness(asked.text, other.text) if gap is None else gap
            near.append((unlike, rng.random() if gap is None else 0.0, text, other.text))
        for *_, text in sorted(near):
            yield Distractor(text, f"another {asked.noun} in the table")
        for text in variation.vary(asked.text, rng, time=time) if asked.type else ():
            yield Distractor(text, "made up, close to the right one")

    @staticmethod
    def _is_figure(asked: Phrase) -> bool:
        """Whether it has a number or a date that others of its form can be compared with."""
        time = asked.type == "time"
        return bool(asked.type) and variation.distance(asked.text, asked.text, time=time) is not None


def _unlikeness(one: str, other: str) -> float:
    """How much two texts differ to the eye: in their number of words, and in their first letter."""
    return abs(count_words(one) - count_words(other)) + 2.0 * (one[:1].isupper() != other[:1].isupper())


def _question(asked: Phrase, given: Phrase) -> tuple[str, str, str]:
    return asked.noun, given.noun, _folded(given.text)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
