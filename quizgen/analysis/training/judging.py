"""The judge: learns from marks whether a teacher would print an item; written as ONNX for ``quizgen.analysis.judge``.

A mark is one line of JSON: ``article``, ``title``, ``question``, ``answer``, ``kind`` (short or cloze) and
``G C U W``, each between 0 and 1 (grammar, correct, unambiguous, worth asking; the mean where several judged).
"""

from __future__ import annotations

import gzip
import json
import math
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from quizgen.analysis import judge, runtime
from quizgen.analysis.training import network

MARKS = ("G", "C", "U", "W")
EPOCHS, RATE, HEAD_RATE, BATCH = 4, 1e-4, 1e-3, 48
SIDE = 0.4
"""Weight of each single mark beside *acceptable*: what is wrong helps to learn that something is."""

Pieces = tuple[list[int], list[int]]
"""Pieces and case classes of one item."""


class Judge(nn.Module):  # type: ignore[misc, unused-ignore]
    """An encoder of few layers, and on its first vector a head: acceptable, then the four marks (logits)."""

    def __init__(self, layers: int = judge.LAYERS) -> None:
        super().__init__()
        self.shape = network.Shape(layers=layers, pieces=judge.VOCABULARY, positions=judge.WINDOW)
        self.encoder = network.Encoder(self.shape)
        width = self.shape.width
        self.head = nn.Sequential(nn.Linear(2 * width, 128), nn.GELU(), nn.Dropout(0.2), nn.Linear(128, 1 + len(MARKS)))

    def forward(self, pieces: Tensor, case: Tensor, mask: Tensor) -> Tensor:
        x = self.encoder(pieces, case, mask)
        real = mask[..., None].to(x.dtype)
        mean = (x * real).sum(1) / real.sum(1)
        return self.head(torch.cat([x[:, 0], mean], dim=1))


def start(net: Judge, base: Path) -> None:
    """The lower layers and the commoner pieces of the base encoder (safetensors)."""
    from safetensors.torch import load_file

    source = {name: value.float() for name, value in load_file(str(base)).items()}
    source["embeddings.word_embeddings.weight"] = source["embeddings.word_embeddings.weight"][: judge.VOCABULARY]
    source["embeddings.position_embeddings.weight"] = source["embeddings.position_embeddings.weight"][: judge.WINDOW]
    network.fill_encoder(net.encoder, source, net.shape.layers)


def read(path: Path) -> list[dict[str, Any]]:
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def encoded(marks: Sequence[dict[str, Any]], tokenizer: Path) -> list[Pieces]:
    """The wording of each as ``quizgen.analysis.judge`` feeds it to the network."""
    cut = runtime.tokenizer(tokenizer)
    return [judge.encode(judge.Wording(m["title"], m["question"], m["answer"]), cut) for m in marks]


def opinions(
    marks: Sequence[dict[str, Any]], items: Sequence[Pieces], base: Path, folds: int, report: Callable[[str], None]
) -> Iterator[str]:
    """JSON lines for ``benchmarks/fit_ranking.py``: what a judge says of each item that has not seen its article."""
    articles = sorted({mark["article"] for mark in marks})
    for fold in range(folds):
        held = [i for i, mark in enumerate(marks) if articles.index(mark["article"]) % folds == fold]
        rest = sorted(set(range(len(marks))) - set(held))
        report(f"fold {fold + 1}: {len(rest)} marks to learn from, {len(held)} to judge")
        net = train([items[i] for i in rest], [goals(marks[i]) for i in rest], base)
        for i, chance in zip(held, chances(net, [items[i] for i in held]), strict=True):
            known = {name: marks[i][name] for name in ("article", "question", "answer")}
            yield json.dumps(known | {"opinion": round(chance, 4)}, ensure_ascii=False)


def goals(mark: dict[str, Any]) -> list[float]:
    """What is to be learnt of one mark: whether it is acceptable, and the four marks."""
    each = [float(mark[name]) for name in MARKS]
    return [float(mark.get("ok", min(each))), *each]


def train(
    items: Sequence[Pieces], wanted: Sequence[list[float]], base: Path, *, layers: int = judge.LAYERS, seed: int = 1,
    device: str = "cpu", report: Callable[[str], None] = lambda line: None,
) -> Judge:  # fmt: skip
    """A judge that has learnt from these items. ``wanted``: ``goals`` of each."""
    torch.manual_seed(seed)
    draw = random.Random(seed)
    net = Judge(layers)
    start(net, base)
    net.to(device).encoder.word.weight.requires_grad_(False)
    fresh = [p for name, p in net.named_parameters() if name.startswith(("head", "encoder.case"))]
    new = {id(p) for p in fresh}
    known = [p for p in net.parameters() if id(p) not in new and p.requires_grad]
    optimizer = torch.optim.AdamW([{"params": known}, {"params": fresh}], lr=0.0, weight_decay=0.01)
    weights = torch.tensor([1.0] + [SIDE] * len(MARKS), device=device)
    steps, step = EPOCHS * math.ceil(len(items) / BATCH), 0
    for epoch in range(EPOCHS):
        net.train()
        total = 0.0
        for chosen in _batches([len(pieces) for pieces, _ in items], draw):
            share = min(1.0, (step + 1) / (0.1 * steps)) * max(0.02, 1 - step / steps)
            step += 1
            for group, rate in zip(optimizer.param_groups, (RATE, HEAD_RATE), strict=True):
                group["lr"] = rate * share
            told = net(*tensors([items[i] for i in chosen], device))
            goal = torch.tensor([wanted[i] for i in chosen], device=device)
            loss = (F.binary_cross_entropy_with_logits(told, goal, reduction="none") * weights).mean()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            total += float(loss.detach()) * len(chosen)
        report(f"epoch {epoch + 1}: loss {total / len(items):.4f}")
    return net


def _batches(lengths: Sequence[int], draw: random.Random) -> list[list[int]]:
    """Items of like length together, in random order."""
    order = list(range(len(lengths)))
    draw.shuffle(order)
    found: list[list[int]] = []
    for first in range(0, len(order), BATCH * 16):
        part = sorted(order[first : first + BATCH * 16], key=lambda i: lengths[i])
        found += [part[at : at + BATCH] for at in range(0, len(part), BATCH)]
    draw.shuffle(found)
    return found


def tensors(items: Sequence[Pieces], device: str = "cpu") -> tuple[Tensor, Tensor, Tensor]:
    """pieces, case and mask of some items: [B, longest]."""
    longest = max(len(pieces) for pieces, _ in items)
    padded = [[row + [0] * (longest - len(row)) for row in rows] for rows in zip(*items, strict=True)]
    mask = [[True] * len(pieces) + [False] * (longest - len(pieces)) for pieces, _ in items]
    return (*(torch.tensor(rows, device=device) for rows in padded), torch.tensor(mask, device=device))


@torch.no_grad()  # type: ignore[misc, untyped-decorator, unused-ignore]
def chances(net: Judge, items: Sequence[Pieces], device: str = "cpu") -> list[float]:
    """How likely each item is to be acceptable."""
    net.eval()
    order = sorted(range(len(items)), key=lambda i: len(items[i][0]))
    told = [0.0] * len(items)
    for at in range(0, len(order), 64):
        part = order[at : at + 64]
        for i, chance in zip(part, torch.sigmoid(net(*tensors([items[i] for i in part], device))[:, 0]), strict=True):
            told[i] = float(chance)
    return told


def export(net: Judge, path: Path) -> Path:
    """Write the network in 8 bits."""
    import tempfile
    import warnings

    from quizgen.analysis.training import exporting

    row = {0: "batch", 1: "pieces"}
    axes = {"pieces": row, "case": row, "mask": row, "marks": {0: "batch"}}
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        whole = Path(scratch) / "judge.onnx"
        torch.onnx.export(
            net.cpu().eval(), tensors([([1, 2, 3], [0, 1, 1]), ([1, 2], [0, 0])]), str(whole),
            input_names=["pieces", "case", "mask"], output_names=["marks"], dynamic_axes=axes,
            opset_version=17, dynamo=False,
        )  # fmt: skip
        return exporting.quantise(whole, path)
