"""The network: a six-layer encoder of word pieces, and heads for tags, entity types, arcs and relations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from quizgen.analysis.training.data import Labels
from quizgen.analysis.training.encoding import IGNORED, MASK


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the network. The encoder's are those of all-MiniLM-L6-v2."""

    width: int = 384
    layers: int = 6
    attention_heads: int = 12
    inner: int = 1536
    pieces: int = 30522
    positions: int = 512
    arc: int = 256
    label: int = 96
    entity: int = 256
    hidden_dropout: float = 0.1
    word_dropout: float = 0.2
    head_dropout: float = 0.25
    masked: float = 0.06
    """Share of the pieces hidden behind [MASK] in training, so that the context is learnt as well as the word."""


BARRED = -1e4
"""Score of an arc that cannot be."""


class Layer(nn.Module):  # type: ignore[misc, unused-ignore]
    """Self-attention and a feed-forward block, each normed after its residual, as in BERT."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.count = shape.attention_heads
        self.mix = nn.Linear(shape.width, 3 * shape.width)
        self.out = nn.Linear(shape.width, shape.width)
        self.up = nn.Linear(shape.width, shape.inner)
        self.down = nn.Linear(shape.inner, shape.width)
        self.norm1 = nn.LayerNorm(shape.width, eps=1e-12)
        self.norm2 = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(shape.hidden_dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, pieces, width = x.shape
        q, k, v = self.mix(x).view(batch, pieces, 3, self.count, -1).permute(2, 0, 3, 1, 4).unbind(0)
        # Written out: on the CPU torch's fused attention is slower for sentences, and this exports plainly.
        share = (q @ k.transpose(2, 3)) * (width // self.count) ** -0.5
        mixed = share.masked_fill(~mask, -1e4).softmax(dim=3).to(v.dtype) @ v
        x = self.norm1(x + self.dropout(self.out(mixed.transpose(1, 2).reshape(batch, pieces, width))))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):  # type: ignore[misc, unused-ignore]
    """Word pieces with the case of their words → vectors [sentences, pieces, width]."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.word = nn.Embedding(shape.pieces, shape.width)
        self.place = nn.Embedding(shape.positions, shape.width)
        self.case = nn.Embedding(8, shape.width)
        nn.init.zeros_(self.case.weight)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.dropout = nn.Dropout(shape.hidden_dropout)

    def forward(self, pieces: Tensor, case: Tensor, mask: Tensor) -> Tensor:
        x = self.word(pieces) + self.place.weight[: pieces.shape[1]] + self.case(case)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        return x


class Parser(nn.Module):  # type: ignore[misc, unused-ignore]
    """The whole network. ``forward`` is what is exported; ``loss`` is what is learnt from."""

    def __init__(self, lists: Labels, shape: Shape | None = None) -> None:
        super().__init__()
        self.shape = shape = shape or Shape()
        self.encoder = Encoder(shape)
        self.upos = nn.Linear(shape.width, len(lists.upos))
        self.xpos = nn.Linear(shape.width, len(lists.xpos))
        self.entity = nn.Sequential(
            nn.Linear(shape.width, shape.entity),
            nn.GELU(),
            nn.Dropout(shape.head_dropout),
            nn.Linear(shape.entity, len(lists.entities)),
        )
        self.sides = nn.Linear(shape.width, 2 * (shape.arc + shape.label))
        self.arc = nn.Linear(shape.arc, shape.arc, bias=False)
        self.arc_prior = nn.Linear(shape.arc, 1, bias=False)
        self.label = nn.Linear(shape.label + 1, len(lists.relations) * (shape.label + 1), bias=False)
        nn.init.normal_(self.label.weight, std=0.03)
        self.word_dropout = nn.Dropout(shape.word_dropout)
        self.head_dropout = nn.Dropout(shape.head_dropout)

    def vectors(self, pieces: Tensor, case: Tensor, mask: Tensor, words: Tensor) -> Tensor:
        """A vector for the root and each word, the mean of its first and last piece: [B, W, width]."""
        x = self.encoder(pieces, case, mask)
        first = words[:, :, 0:1].expand(-1, -1, x.shape[2])
        last = words[:, :, 1:2].expand(-1, -1, x.shape[2])
        return self.word_dropout((x.gather(1, first) + x.gather(1, last)) * 0.5)

    def roles(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Each word as dependent and as head: for arcs [B, W, arc], for relations [B, W, label + 1]."""
        arc, label = self.shape.arc, self.shape.label
        sides = self.head_dropout(F.gelu(self.sides(x)))
        dependent, head, labelled, labelling = sides.split((arc, arc, label, label), dim=2)
        return dependent, head, F.pad(labelled, (0, 1), value=1.0), F.pad(labelling, (0, 1), value=1.0)

    def arcs(self, dependent: Tensor, head: Tensor) -> Tensor:
        """[B, W, W]: row = dependent, column = head. No word hangs on itself: the diagonal is far below the rest."""
        scores = self.arc(dependent) @ head.transpose(1, 2) + self.arc_prior(head).transpose(1, 2)
        place = torch.arange(head.shape[1])
        return scores.float().masked_fill(place[:, None] == place, BARRED)

    def forward(self, pieces: Tensor, case: Tensor, mask: Tensor, words: Tensor) -> tuple[Tensor, ...]:
        x = self.vectors(pieces, case, mask, words)
        dependent, head, labelled, labelling = self.roles(x)
        batch, count, size = labelled.shape
        bilinear = self.label(labelled).view(batch, count, -1, size).transpose(1, 2)
        label = bilinear @ labelling.transpose(1, 2).unsqueeze(1)
        return self.upos(x), self.xpos(x), self.entity(x), self.arcs(dependent, head), label

    def loss(self, inputs: dict[str, Tensor], gold: dict[str, Tensor]) -> dict[str, Tensor]:
        """Cross-entropies per word; relations are learnt on the gold arcs alone."""
        pieces = inputs["pieces"]
        if self.training and self.shape.masked:
            pieces = pieces.masked_fill((torch.rand(pieces.shape) < self.shape.masked) & inputs["mask"], MASK)
        x = self.vectors(pieces, inputs["case"], inputs["mask"], inputs["words"])
        dependent, head, labelled, labelling = self.roles(x)
        real = gold["arc"] != IGNORED
        total = real.sum()
        # A word may hang on the root and on every word of its sentence.
        allowed = real.clone()
        allowed[:, 0] = True
        arc = self.arcs(dependent, head).masked_fill(~allowed[:, None, :], BARRED)
        chosen = gold["arc"].clamp(min=0)[..., None].expand(-1, -1, labelling.shape[2])
        governor = labelling.gather(1, chosen)[real]
        label = (self.label(labelled[real]).view(len(governor), -1, governor.shape[1]) @ governor[..., None]).squeeze(2)
        return {
            "arc": _entropy(arc[real], gold["arc"][real]) / total,
            "label": _entropy(label, gold["label"][real]) / total,
            "upos": _entropy(self.upos(x)[real], gold["upos"][real]) / total,
            "xpos": _entropy(self.xpos(x)[real], gold["xpos"][real]) / total,
            "entity": _entropy(self.entity(x)[real], gold["entity"][real]) / total,
        }


def _entropy(logits: Tensor, gold: Tensor) -> Tensor:
    return F.cross_entropy(logits.float(), gold, ignore_index=IGNORED, reduction="sum")


def load_encoder(parser: Parser, path: Path) -> None:
    """Fills the encoder with BERT-style weights from a safetensors file (all-MiniLM-L6-v2)."""
    from safetensors.torch import load_file

    fill_encoder(parser.encoder, load_file(str(path)), parser.shape.layers)


def fill_encoder(encoder: Encoder, source: Mapping[str, Tensor], layers: int) -> None:
    """Fills an encoder with the first so many layers of BERT-style weights."""
    state = {
        "word.weight": source["embeddings.word_embeddings.weight"],
        # Every piece is of the first segment, so its embedding can join the positions'.
        "place.weight": source["embeddings.position_embeddings.weight"]
        + source["embeddings.token_type_embeddings.weight"][0],
        "case.weight": encoder.case.weight.detach(),
        "norm.weight": source["embeddings.LayerNorm.weight"],
        "norm.bias": source["embeddings.LayerNorm.bias"],
    }
    names = {"out": "attention.output.dense", "up": "intermediate.dense", "down": "output.dense"}
    names |= {"norm1": "attention.output.LayerNorm", "norm2": "output.LayerNorm"}
    for i in range(layers):
        for kind in ("weight", "bias"):
            layer = f"encoder.layer.{i}"
            mixed = [source[f"{layer}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            state[f"layers.{i}.mix.{kind}"] = torch.cat(mixed)
            for ours, theirs in names.items():
                state[f"layers.{i}.{ours}.{kind}"] = source[f"{layer}.{theirs}.{kind}"]
    encoder.load_state_dict(state)
