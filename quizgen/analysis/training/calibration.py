"""Makes the probabilities of arcs and relations mean what they say, by a temperature each (Guo et al. 2017).

The confidence of a token decides whether anything is asked about it. The temperatures are folded into the weights:
the exported network needs no further step, and its best tree stays the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
from torch.nn import functional as F

from quizgen.analysis.training import encoding
from quizgen.analysis.training.data import Example, Labels
from quizgen.analysis.training.network import BARRED, Parser

GRID = tuple(0.7 + 0.05 * i for i in range(37))
"""The temperatures that are tried."""


def calibrate(
    parser: Parser, gold: Sequence[Example], cut: Callable[[str], list[int]], lists: Labels
) -> tuple[float, float]:
    """Divides the scores of arcs and relations by what fits ``gold`` best; returns the two temperatures.

    ``gold`` must be sentences that the network was not trained on.
    """
    losses = torch.zeros(2, len(GRID))
    for chosen in encoding.batches([len(e) for e in gold], 2000):
        losses += _losses(parser, [gold[i] for i in chosen], cut, lists)
    arc, label = (GRID[int(row.argmin())] for row in losses)
    with torch.no_grad():
        parser.arc.weight /= arc
        parser.arc_prior.weight /= arc
        parser.label.weight /= label
    return arc, label


def _losses(parser: Parser, batch: list[Example], cut: Callable[[str], list[int]], lists: Labels) -> torch.Tensor:
    """Summed cross-entropies of a batch: [arcs or relations, temperature]."""
    inputs = encoding.arrays([encoding.encode(e.forms, cut) for e in batch])
    gold = {name: torch.from_numpy(value) for name, value in encoding.targets(batch, lists).items()}
    with torch.inference_mode():
        *_, arc, label = parser(*(torch.from_numpy(value) for value in inputs.values()))
    real = gold["arc"] != encoding.IGNORED
    allowed = real.clone()
    allowed[:, 0] = True
    arcs = arc.masked_fill(~allowed[:, None, :], BARRED)[real]
    heads = gold["arc"].clamp(min=0)[:, None, :, None].expand(-1, label.shape[1], -1, -1)
    labels = label.gather(3, heads).squeeze(3).transpose(1, 2)[real]
    ignored = encoding.IGNORED
    return torch.stack(
        [
            torch.stack([F.cross_entropy(arcs / t, gold["arc"][real], reduction="sum") for t in GRID]),
            torch.stack(
                [F.cross_entropy(labels / t, gold["label"][real], reduction="sum", ignore_index=ignored) for t in GRID]
            ),
        ]
    )
