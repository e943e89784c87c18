"""The fitted weights: how much each feature speaks for a candidate, and how sure the choice must be.

``weights.json`` is written by ``benchmarks/fit_coreference.py`` from GUM's gold coreference and by nothing else.
"""

from __future__ import annotations

import functools
import importlib.resources
import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """A log-linear model: a feature that is not listed weighs nothing."""

    least: float
    """The probability from which a choice is made."""
    least_named: float
    """The same where the candidate has a name."""
    features: dict[str, float]

    def score(self, names: tuple[str, ...]) -> float:
        return sum([self.features[name] for name in names if name in self.features])


@functools.cache
def load(kind: str) -> Weights:
    """The weights for *he*, *it*, *they* or *description*."""
    text = importlib.resources.files("quizgen.analysis.coreference").joinpath("weights.json").read_text("utf8")
    part = json.loads(text)[kind]
    return Weights(part["least"], part["least_named"], part["features"])
