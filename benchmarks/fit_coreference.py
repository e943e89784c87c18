"""Fits the weights of pronouns and definite descriptions on GUM's gold coreference; writes weights.json.

    python benchmarks/fit_coreference.py gum-train.conllu.gz

Each document is read twice, on its gold trees and parsed from its raw text. While features are taken, every pronoun is
merged with what the gold annotation says (as far as it is among the candidates), so that later ones see right bearers.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import coreference as benchmark
import gum
import numpy as np

from quizgen import analysis
from quizgen.analysis.coreference import descriptions, joined, mentions, naming, pronouns, roles
from quizgen.analysis.coreference.clusters import Clusters
from quizgen.analysis.coreference.expletives import is_pleonastic
from quizgen.analysis.coreference.nominal import Nominal
from quizgen.analysis.quotes import speech
from quizgen.records import Sentence

TARGET = Path(descriptions.__file__).with_name("weights.json")
FOLDS = 5
PENALTY = 12.0
"""Of the squared weights; found by cross-validation."""
PRECISION = {"he": 0.93, "it": 0.9, "they": 0.9, "description": 0.9}
"""What the cross-validated precision on expository genres must be for a choice to be made."""
EXPOSITORY = frozenset({"bio", "news", "academic", "textbook", "voyage", "essay"})
ABOUT = "Fitted by benchmarks/fit_coreference.py on the coreference annotation of UD English GUM (CC BY 4.0)."


@dataclass(frozen=True, slots=True)
class Choice:
    """One pronoun or description: the features of every candidate, then of none of them; ``right`` are indices."""

    kind: str
    document: str
    genre: str
    options: tuple[tuple[str, ...], ...]
    right: frozenset[int]


def choices(gold: gum.GoldDocument, sentences: Sequence[Sentence]) -> Iterator[Choice]:
    annotation = benchmark.Gold(gold)
    clusters = Clusters(mentions.find(sentences, speech(gold.document, sentences)))
    naming.unite(clusters, gold.document.title)
    roles.learn(clusters)
    descriptions.learn_classes(clusters)
    for nominal in clusters.nominals:
        if nominal.kind == "joined":
            joined.resolve(clusters, nominal)
        elif nominal.kind == "pronoun" and not is_pleonastic(nominal.sentence, nominal.head):
            found = pronouns.candidates(clusters, nominal)
            if found:
                fitting = [i for i, c in enumerate(found) if _same(annotation, clusters, c.bearer, nominal)]
                options = (*(c.evidence for c in found), pronouns.silence(nominal, found))
                if not nominal.spoken:
                    right = frozenset(fitting or [len(found)])
                    yield Choice(pronouns.CLASSES[nominal.gender], gold.name, gold.genre, options, right)
                if fitting:
                    clusters.merge(found[fitting[0]].bearer, nominal.key)
        elif nominal.kind == "description":
            found_ = descriptions.candidates(clusters, nominal)
            if found_:
                for candidate in found_:
                    right_ = _same(annotation, clusters, candidate.bearer, nominal)
                    yield Choice(
                        "description", gold.name, gold.genre, (candidate.evidence, ()), frozenset([0 if right_ else 1])
                    )
                fitting = [i for i, c in enumerate(found_) if _same(annotation, clusters, c.bearer, nominal)]
                if fitting:
                    clusters.merge(found_[fitting[0]].bearer, nominal.key)


def _same(annotation: benchmark.Gold, clusters: Clusters, bearer: int, nominal: Nominal) -> bool:
    """Whether the gold annotation puts the nominal with the bearer's names, or with its first mention."""
    cluster = _gold(annotation, nominal)
    parts = clusters.bearer(bearer).parts
    if parts and nominal.kind == "pronoun":
        mine = {_cluster_of(annotation, clusters, part) for part in parts}
        source = clusters.members(bearer)[0].head.start
        return set(annotation.document.split.get(cluster, ())) == mine or annotation.joined.get(source) == cluster
    return bool(cluster) and cluster == _cluster_of(annotation, clusters, bearer)


def _cluster_of(annotation: benchmark.Gold, clusters: Clusters, bearer: int) -> str:
    members = clusters.members(bearer)
    names = [m for m in members if m.kind == "name"] or members[:1]
    counted = Counter(c for m in names if (c := _gold(annotation, m)))
    return counted.most_common(1)[0][0] if counted else "none"


def _gold(annotation: benchmark.Gold, nominal: Nominal) -> str:
    sentences = {nominal.sentence.index: nominal.sentence}
    return annotation.single.get(annotation.head(nominal.mention(), sentences), "")  # type: ignore[arg-type]


def fit(rows: Sequence[Choice], steps: int = 400) -> dict[str, float]:
    """Log-linear weights by gradient ascent; features said fewer than eight times are left out."""
    counted = Counter(name for row in rows for option in row.options for name in option)
    names = sorted(name for name, count in counted.items() if count >= 8)
    index = {name: i for i, name in enumerate(names)}
    flat = [(r, [index[n] for n in option if n in index]) for r, row in enumerate(rows) for option in row.options]
    owner = np.array([r for r, _ in flat])
    cells = np.array([(o, i) for o, (_, ids) in enumerate(flat) for i in ids])
    right = np.array([float(i in row.right) for row in rows for i in range(len(row.options))])
    weights, first, second = np.zeros(len(names)), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, steps + 1):
        scores = np.bincount(cells[:, 0], weights[cells[:, 1]], len(flat))
        probability = _normal(scores, owner, len(rows))
        wanted = _normal(scores + np.log(right + 1e-12), owner, len(rows))
        gradient = np.bincount(cells[:, 1], (wanted - probability)[cells[:, 0]], len(names)) - PENALTY * weights
        first = 0.9 * first + 0.1 * gradient
        second = 0.999 * second + 0.001 * gradient**2
        weights += 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return dict(zip(names, map(float, weights), strict=True))


def _normal(scores: np.ndarray, owner: np.ndarray, rows: int) -> np.ndarray:
    top = np.full(rows, -np.inf)
    np.maximum.at(top, owner, scores)
    powers = np.exp(scores - top[owner])
    return powers / np.bincount(owner, powers, rows)[owner]


@dataclass(frozen=True, slots=True, order=True)
class Guess:
    """What the weights would choose: how sure it is, and what it would be worth."""

    probability: float
    right: bool
    wanted: bool
    """Whether there was something to resolve it to."""
    named: bool
    """Whether the chosen bearer has a name."""


def guesses(rows: Iterable[Choice], weights: dict[str, float]) -> Iterator[Guess]:
    """The best candidate of every row; to choose an unresolved pronoun is to be silent."""
    for row in rows:
        scores = [sum(weights.get(name, 0.0) for name in option) for option in row.options]
        top = max(scores)
        powers = [math.exp(s - top) for s in scores]
        best = max(range(len(scores) - 1), key=lambda i: scores[i])
        empty = {i for i, option in enumerate(row.options[:-1]) if pronouns.ONLY_PRONOUNS in option}
        wanted = bool(row.right - empty - {len(row.options) - 1})
        named = any(name == "named" or name.endswith(" named True") for name in row.options[best])
        probability = 0.0 if best in empty else powers[best] / sum(powers)
        yield Guess(probability, best in row.right and best not in empty, wanted, named)


def cross_validated(rows: Sequence[Choice]) -> list[Guess]:
    """Guesses for the expository documents, each by weights fitted without its fold."""
    documents = sorted({row.document for row in rows})
    found: list[Guess] = []
    for fold in range(FOLDS):
        held = set(documents[fold::FOLDS])
        weights = fit([row for row in rows if row.document not in held])
        found += guesses((row for row in rows if row.document in held and row.genre in EXPOSITORY), weights)
    return found


def least(found: Sequence[Guess], precision: float) -> tuple[float, float]:
    """The lowest probability from which on the wanted precision holds, and the recall there."""
    answer, hits = (1.0, 0.0), 0
    wanted = sum(guess.wanted for guess in found)
    for n, guess in enumerate(sorted(found, reverse=True), 1):
        hits += guess.right
        if hits / n >= precision:
            answer = (guess.probability, hits / max(1, wanted))
    return answer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--model", type=Path, help="folder of the model")
    options = parser.parse_args()
    model = analysis.load_model(options.model)
    read = ((gold, analysis.parse(gold.document, model)) for gold in gum.read(options.treebank))
    write(collected(read))


def collected(documents: Iterable[tuple[gum.GoldDocument, Sequence[Sentence]]]) -> dict[str, list[Choice]]:
    """The choices of the written genres, on gold and on parsed trees."""
    rows: dict[str, list[Choice]] = defaultdict(list)
    for gold, parsed in documents:
        for sentences in (gold.sentences, parsed):
            if gold.genre in benchmark.WRITTEN:
                for choice in choices(gold, sentences):
                    rows[choice.kind].append(choice)
    return rows


def write(rows: dict[str, list[Choice]]) -> None:
    """Fit every kind, say how it does in cross-validation, and write the weights."""
    fitted: dict[str, object] = {"about": ABOUT}
    for kind in sorted(rows):
        found = cross_validated(rows[kind])
        parts = {"least": [g for g in found if not g.named], "least_named": [g for g in found if g.named]}
        bounds = {}
        for name, part in parts.items():
            print(f"{kind}, {name}: {len(part)} choices, {sum(g.wanted for g in part)} with an answer")
            for precision in (0.85, 0.9, 0.92, 0.95):
                probability, recall = least(part, precision)
                print(f"   P {precision:.2f}: from probability {probability:.3f}, recall {recall:.3f}")
            bounds[name] = round(least(part, PRECISION[kind])[0], 3)
        features = {name: round(weight, 3) for name, weight in fit(rows[kind]).items() if abs(weight) >= 0.01}
        fitted[kind] = {**bounds, "features": features}
    TARGET.write_text(json.dumps(fitted, indent=0, sort_keys=True) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
