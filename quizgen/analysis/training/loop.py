"""The training loop: learning rates, averaging, a checkpoint an epoch."""

from __future__ import annotations

import dataclasses
import json
import math
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from quizgen.analysis.parser import WINDOW
from quizgen.analysis.training import data, encoding
from quizgen.analysis.training.network import Parser, Shape, load_encoder

WEIGHTS = {"arc": 1.0, "label": 1.0, "upos": 0.5, "xpos": 0.5, "entity": 1.2}
"""Share of each cross-entropy in the loss. That of the entities is counted over all words, although only some
of the treebanks annotate them."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be chosen about a run."""

    epochs: int = 10
    words: int = 1300
    """Most words in a batch, padding counted."""
    encoder_rate: float = 2.5e-4
    """Learning rate of the encoder's top layer; each layer below learns at ``layer_decay`` of the one above."""
    layer_decay: float = 0.9
    head_rate: float = 1.5e-3
    weight_decay: float = 0.01
    warm_up: float = 0.33
    """In epochs."""
    floor: float = 0.02
    """Where the linear decay of the learning rates ends, as a share of the peak."""
    average: float = 0.997
    """Decay of the running average of the weights."""
    longest: int = 200
    """Longer sentences are left out of training."""
    seed: int = 1
    share: float = 1.0
    """Share of the sentences to train on; below 1 for a try."""


def groups(parser: Parser, settings: Settings) -> list[dict[str, Any]]:
    """Parameters by learning rate and weight decay. The word embeddings stay as they came: the treebanks show
    only a part of the vocabulary, and the rest must not drift away from it."""
    parser.encoder.word.weight.requires_grad_(False)
    top = parser.shape.layers - 1
    found: dict[tuple[float, float], list[Any]] = {}
    for name, parameter in parser.named_parameters():
        if not parameter.requires_grad:
            continue
        if name.startswith("encoder.layers."):
            rate = settings.encoder_rate * settings.layer_decay ** (top - int(name.split(".")[2]))
        elif name == "encoder.case.weight":
            rate = settings.head_rate / 3
        elif name.startswith("encoder."):
            rate = settings.encoder_rate * settings.layer_decay ** (top + 1)
        else:
            rate = settings.head_rate
        decay = settings.weight_decay if parameter.dim() > 1 and not name.startswith("encoder.case") else 0.0
        found.setdefault((rate, decay), []).append(parameter)
    return [{"params": p, "lr": rate, "peak": rate, "weight_decay": decay} for (rate, decay), p in found.items()]


def factor(step: int, steps: int, warm: int, floor: float) -> float:
    """Share of the peak learning rate at a step: a linear rise, then a linear fall to ``floor``."""
    if step < warm:
        return (step + 1) / warm
    return floor + (1 - floor) * (steps - step) / max(1, steps - warm)


class Training:
    """A run that can be left after any epoch and taken up again."""

    def __init__(self, examples: list[data.Example], cut: Callable[[str], list[int]], settings: Settings, folder: Path):
        self.settings, self.folder, self.cut = settings, folder, cut
        self.lists = data.labels(examples)
        self.examples = [e for e in examples if len(e) <= settings.longest and self._fits(e)]
        if settings.share < 1:
            keep = int(len(self.examples) * settings.share)
            self.examples = random.Random(settings.seed).sample(self.examples, keep)
        torch.manual_seed(settings.seed)
        self.parser = Parser(self.lists)
        self.mean: dict[str, Any] = {}
        self.optimizer = torch.optim.AdamW(groups(self.parser, settings), lr=0.0, betas=(0.9, 0.98))
        self.epoch = self.step = 0
        # The batches of an epoch differ a little in number; the schedule needs one number for the whole run.
        self.steps_an_epoch = len(encoding.batches([len(e) for e in self.examples], settings.words, random.Random(0)))

    def _fits(self, example: data.Example) -> bool:
        return len(encoding.encode(example.forms, self.cut).pieces) <= WINDOW

    def start(self, encoder: Path) -> None:
        """Begins with a base encoder (safetensors)."""
        load_encoder(self.parser, encoder)
        self.mean = {name: value.clone() for name, value in self.parser.state_dict().items()}

    def run(self, report: Callable[[str], None], check: Callable[[Parser], str] | None = None) -> None:
        """Trains the epochs that are left, saving a checkpoint after each."""
        while self.epoch < self.settings.epochs:
            began = time.time()
            losses = self._pass(report)
            self.epoch += 1
            self.save()
            told = "  ".join(f"{name} {value:.3f}" for name, value in losses.items())
            report(f"epoch {self.epoch}  {told}  {time.time() - began:.0f} s")
            if check:
                report(f"epoch {self.epoch}  {check(self.averaged())}")

    def _pass(self, report: Callable[[str], None]) -> dict[str, float]:
        draw = random.Random(f"{self.settings.seed}-{self.epoch}")
        torch.manual_seed(self.settings.seed * 1000 + self.epoch)
        rows = [data.varied(e, draw) for e in self.examples]
        plan = encoding.batches([len(e) for e in rows], self.settings.words, draw)
        sums = dict.fromkeys(WEIGHTS, 0.0)
        self.parser.train()
        began, seen = time.time(), 0
        for done, chosen in enumerate(plan, 1):
            batch = [rows[i] for i in chosen]
            for name, value in self._update(batch).items():
                sums[name] += value
            seen += sum(map(len, batch))
            if done % 50 == 0:
                told = "  ".join(f"{name} {value / done:.3f}" for name, value in sums.items())
                speed = seen / (time.time() - began)
                report(f"  {done}/{len(plan)}  {told}  {speed:.0f} words/s")
        return {name: value / len(plan) for name, value in sums.items()}

    def _update(self, batch: list[data.Example]) -> dict[str, float]:
        inputs = encoding.arrays([encoding.encode(e.forms, self.cut) for e in batch])
        tensors = {name: torch.from_numpy(value) for name, value in inputs.items()}
        gold = {name: torch.from_numpy(value) for name, value in encoding.targets(batch, self.lists).items()}
        settings = self.settings
        steps = settings.epochs * self.steps_an_epoch
        share = factor(min(self.step, steps), steps, round(settings.warm_up * self.steps_an_epoch) or 1, settings.floor)
        for group in self.optimizer.param_groups:
            group["lr"] = group["peak"] * share
        with torch.autocast("cpu", dtype=torch.bfloat16):
            losses = self.parser.loss(tensors, gold)
        total = sum(WEIGHTS[name] * value for name, value in losses.items())
        self.optimizer.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_(self.parser.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        self._average()
        return {name: float(value.detach()) for name, value in losses.items()}

    def _average(self) -> None:
        # Early weights are far from good: the average starts short and grows to its full length.
        decay = min(self.settings.average, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for name, parameter in self.parser.named_parameters():
                if parameter.requires_grad:
                    self.mean[name].lerp_(parameter, 1 - decay)

    def averaged(self) -> Parser:
        """The network with the averaged weights, ready for use."""
        parser = Parser(self.lists)
        parser.load_state_dict(self.mean)
        parser.eval()
        return parser

    def save(self) -> None:
        """Writes the state whole, and the averaged weights of this epoch by themselves."""
        self.folder.mkdir(parents=True, exist_ok=True)
        state = {
            "settings": dataclasses.asdict(self.settings),
            "labels": self.lists.as_json(),
            "parser": self.parser.state_dict(),
            "mean": self.mean,
            "optimizer": self.optimizer.state_dict(),
            "epoch": self.epoch,
            "step": self.step,
        }
        beside = self.folder / "checkpoint.pt.part"
        torch.save(state, beside)
        beside.replace(self.folder / "checkpoint.pt")
        torch.save({"labels": state["labels"], "mean": self.mean}, self.folder / f"epoch-{self.epoch}.pt")
        settings = json.dumps(state["settings"], indent=1)
        (self.folder / "settings.json").write_text(settings + "\n", encoding="utf-8")

    def resume(self) -> None:
        """Takes up the run whose checkpoint lies in the folder."""
        state = torch.load(self.folder / "checkpoint.pt", weights_only=True)
        self.parser.load_state_dict(state["parser"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.mean, self.epoch, self.step = state["mean"], state["epoch"], state["step"]


def load_parser(path: Path, *, mean: bool = True) -> tuple[Parser, data.Labels]:
    """A network from a checkpoint: its averaged weights, or those of its last step."""
    state = torch.load(path, weights_only=True)
    lists = data.Labels.from_json(state["labels"])
    parser = Parser(lists, Shape())
    parser.load_state_dict(state["mean" if mean else "parser"])
    parser.eval()
    return parser, lists


def greedy_scores(parser: Parser, gold: list[data.Example], cut: Callable[[str], list[int]], lists: data.Labels) -> str:
    """A quick look between epochs, each word's best head taken by itself; ``evaluate`` decodes trees."""
    right = dict.fromkeys(("uas", "las", "upos", "xpos"), 0)
    words = hits = guessed = wanted = 0
    for chosen in encoding.batches([len(e) for e in gold], 4000):
        batch = [gold[i] for i in chosen]
        inputs = encoding.arrays([encoding.encode(e.forms, cut) for e in batch])
        aim = {name: torch.from_numpy(value) for name, value in encoding.targets(batch, lists).items()}
        with torch.inference_mode():
            upos, xpos, entity, arc, label = parser(*(torch.from_numpy(value) for value in inputs.values()))
        real = aim["arc"] != encoding.IGNORED
        allowed = real.clone()
        allowed[:, 0] = True
        head = arc.masked_fill(~allowed[:, None, :], -math.inf).argmax(2)
        relation = label.argmax(1).gather(2, head[..., None]).squeeze(2)
        attached = (head == aim["arc"])[real]
        words += int(real.sum())
        right["uas"] += int(attached.sum())
        right["las"] += int((attached & (relation == aim["label"])[real]).sum())
        right["upos"] += int((upos.argmax(2) == aim["upos"])[real].sum())
        right["xpos"] += int((xpos.argmax(2) == aim["xpos"])[real].sum())
        told, types = aim["entity"], entity.argmax(2)
        known = told != encoding.IGNORED
        hits += int(((types == told) & (told > 0))[known].sum())
        guessed += int((types > 0)[known].sum())
        wanted += int((told > 0)[known].sum())
    scores = {name: count / words for name, count in right.items()}
    scores |= {"entity P": hits / max(1, guessed), "entity R": hits / max(1, wanted)}
    return "  ".join(f"{name} {value:.4f}" for name, value in scores.items())
