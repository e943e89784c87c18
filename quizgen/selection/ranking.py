"""How much a candidate is worth asking: a linear model over the measures of ``features``, with learned weights.

``weights.json`` holds three sets, fitted by ``benchmarks/fit_ranking.py``: which questions and which blanks judges
found acceptable, and what people asked for. A measure without a weight counts nothing.
"""

from __future__ import annotations

import json
import math
from functools import lru_cache
from pathlib import Path

from quizgen import clock
from quizgen.records import Candidate, ItemType
from quizgen.selection.context import Context
from quizgen.selection.features import measures

WEIGHTS = Path(__file__).with_name("weights.json")
BASE = "base"
"""The name of the weight that every candidate has."""
ASKED = 0.2
"""How much it counts, beside being acceptable, that people ask such things. More would choose worse: at 0.7 four in a
hundred fewer of the best tenth were acceptable."""


def score(candidate: Candidate, context: Context) -> float:
    """The chance that a teacher would print it untouched, 0 to 1, moved by how much people ask such things.

    In a table nothing is doubtful or said by the way: there it is the score of the rule.
    """
    if context.document.rows:
        return candidate.rule.score
    clock.tick()
    found = measures(candidate, context)
    weights = _weights()
    asked = _sum(found, weights["asked"]) - weights["asked"][BASE]
    return round(_chance(_sum(found, weights[kind(candidate)]) + ASKED * asked), 4)


def judged(candidate: Candidate, chance: float, opinion: float) -> float:
    """The chance, once the judge has read the item too; ``chance`` is that of the measures alone."""
    weights = _weights()[f"judged {kind(candidate)}"]
    odds = weights["measures"] * _odds(chance) + weights["opinion"] * _odds(opinion) + weights[BASE]
    return round(_chance(odds), 4)


def kind(candidate: Candidate) -> str:
    """Whose weights judge it: what makes a good blank makes no good question."""
    return "blank" if candidate.item.type is ItemType.CLOZE else "question"


@lru_cache(maxsize=1)
def _weights() -> dict[str, dict[str, float]]:
    loaded = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return {name: weights for name, weights in loaded.items() if isinstance(weights, dict)}


def _sum(found: dict[str, float], weights: dict[str, float]) -> float:
    return weights[BASE] + sum([value * weights[name] for name, value in found.items() if name in weights])


def _odds(chance: float) -> float:
    """Logarithm of the odds; nothing is certain."""
    sure = min(0.99, max(0.01, chance))
    return math.log(sure / (1 - sure))


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))
