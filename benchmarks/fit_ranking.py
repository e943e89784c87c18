"""Fits the weights of the ranking; writes weights.json beside quizgen/selection/ranking.py.

    python benchmarks/fit_ranking.py xquad-dev.json --marks marks.jsonl

One logistic regression each, over the measures of quizgen/selection/features.py:

asked            did somebody ask for this? A candidate counts when its answer matches (token F1 of at least 0.6) what
                 people asked in the same sentence. From the questions of the data set alone.
question, blank  would a teacher print it untouched? From the marks of blind judges, one JSON object a line with the
                 article's title, question, answer, ok (true when all four marks are 1) and, for an article that is not
                 in the data set, its text. Only what passes the gates counts: the ranking sees nothing else.

A fit begins from the weights that are there and is held near them: marks of other articles stand behind those. With
--anew it begins from nothing.

judged ...       how much the judge's opinion counts beside that, of questions and of blanks. From --opinions: one JSON
                 object a line with article, question, answer and what a judge says that was not trained on the article
                 (python -m quizgen.analysis.training judge --opinions).

Printed: for each the loss and the share of right ones among the best, by cross-validation that leaves articles out.
"""

from __future__ import annotations

import argparse
import collections
import json
import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from quizgen import facts, pipeline
from quizgen.reading import from_text
from quizgen.records import Candidate
from quizgen.rules import engine
from quizgen.selection import ranking
from quizgen.selection.context import Context
from quizgen.selection.features import measures
from quizgen.selection.filters import FILTERS
from quizgen.selection.setting import placed

PENALTY = {"asked": 30.0, "question": 30.0, "blank": 30.0}
"""Of the squared distance from the weights that there are, which other marks taught; found by cross-validation."""
LEAST = 12
"""A measure that holds of fewer candidates is left out."""
LEAST_OF_A_RULE = 12
"""The same for the measure that says which rule made it."""
FOLDS = 8
ABOUT = (
    "Fitted by benchmarks/fit_ranking.py: asked on the questions of XQuAD (CC BY-SA 4.0), "
    "question and blank on marks of blind judges."
)


@dataclass(frozen=True, slots=True)
class Sample:
    article: str
    measures: dict[str, float]
    passed: bool
    """Whether no gate has a reason against it."""
    right: bool
    wording: tuple[str, str] = ("", "")
    """Question and answer."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--marks", type=Path, required=True)
    parser.add_argument("--opinions", type=Path, help="what the judge says of the marked items")
    parser.add_argument("--anew", action="store_true", help="forget the weights that are there")
    parser.add_argument("--dry-run", action="store_true", help="print, and write nothing")
    options = parser.parse_args()
    articles = json.loads(options.data.read_text(encoding="utf-8"))["articles"]
    marks = [json.loads(line) for line in options.marks.read_text(encoding="utf-8").splitlines() if line.strip()]
    samples: dict[str, list[Sample]] = {"asked": [], "question": [], "blank": []}
    for article in articles:
        title = article["title"].replace("_", " ")
        samples["asked"] += _asked(title, article["paragraphs"])
        text = "\n\n".join(p["context"] for p in article["paragraphs"])
        _add(samples, _judged(title, text, [m for m in marks if m["article"] == title and not m.get("text")]))
    for title, text in sorted({(m["article"], m["text"]) for m in marks if m.get("text")}):
        _add(samples, _judged(title, text, [m for m in marks if m["article"] == title]))
    weights: dict[str, object] = {"about": ABOUT}
    earlier = {} if options.anew else json.loads(ranking.WEIGHTS.read_text(encoding="utf-8"))
    for name, found in samples.items():
        known = earlier.get(name, {}) if name != "asked" else {}
        names = tuple(sorted({*_names(found, rules=name != "asked"), *known} - {ranking.BASE}))
        start = np.array([known.get(n, 0.0) for n in (*names, ranking.BASE)])
        told = _report(name, found, names, start)
        if options.opinions and name != "asked":
            weights[f"judged {name}"] = _joined(found, told, options.opinions)
        elif name != "asked" and f"judged {name}" in earlier:
            weights[f"judged {name}"] = earlier[f"judged {name}"]
        fitted = _fit(_matrix(found, names), np.array([s.right for s in found], float), PENALTY[name], start)
        weights[name] = {n: round(float(w), 3) for n, w in zip((*names, ranking.BASE), fitted, strict=True)}
    if not options.dry_run:
        text = json.dumps(weights, indent=0, ensure_ascii=False, sort_keys=True)
        ranking.WEIGHTS.write_text(text + "\n", encoding="utf-8")


# ------------------------------------------------------------------------------------------------ samples


def _add(samples: dict[str, list[Sample]], judged: Iterator[tuple[str, Sample]]) -> None:
    for kind, sample in judged:
        if sample.passed:
            samples[kind].append(sample)


def _candidates(title: str, text: str) -> tuple[tuple[Candidate, ...], Context]:
    analysed = pipeline.analyse(from_text(text, title=title or None))
    made, _ = engine.candidates(pipeline.load_rules(), facts.extract(analysed), analysed)
    return made, Context(analysed)


def _asked(title: str, paragraphs: Sequence[dict]) -> Iterator[Sample]:
    text, at = "", []
    for paragraph in paragraphs:
        at += [(len(text) + qa["start"], qa["answer"]) for qa in paragraph["qas"]]
        text += paragraph["context"] + "\n\n"
    made, context = _candidates(title, text)
    for candidate in made:
        item = candidate.item
        hit = any(
            item.evidence.start <= start
            and start + len(answer) <= item.evidence.end
            and _f1(item.answer, answer) >= 0.6
            for start, answer in at
        )
        yield Sample(title, measures(candidate, context), _passes(candidate, context), hit)


def _judged(title: str, text: str, marks: Sequence[dict]) -> Iterator[tuple[str, Sample]]:
    mine = {(m["question"], m["answer"]): m["ok"] for m in marks}
    if not mine:
        return
    made, context = _candidates("" if marks[0].get("text") else title, text)
    for made_of_clause in made:
        candidate = placed(made_of_clause, context)
        ok = mine.get((candidate.item.question, candidate.item.answer))
        if ok is not None:
            yield (
                ranking.kind(candidate),
                Sample(
                    title,
                    measures(candidate, context),
                    _passes(candidate, context),
                    bool(ok),
                    (candidate.item.question, candidate.item.answer),
                ),
            )


def _passes(candidate: Candidate, context: Context) -> bool:
    return not any(f.check(candidate, context) for f in FILTERS)


def _words(text: str) -> list[str]:
    plain = "".join(" " if c in string.punctuation else c for c in text.lower())
    return [w for w in plain.split() if w not in ("a", "an", "the")]


def _f1(one: str, other: str) -> float:
    a, b = _words(one), _words(other)
    same = sum((collections.Counter(a) & collections.Counter(b)).values())
    return 2 * same / (len(a) + len(b)) if same else 0.0


# ------------------------------------------------------------------------------------------------ the model


def _names(samples: Sequence[Sample], rules: bool) -> tuple[str, ...]:
    """The measures that hold often enough; ``rules``: also those that say which rule it was."""
    counts = collections.Counter(name for s in samples for name in s.measures)
    least = {True: LEAST_OF_A_RULE if rules else len(samples) + 1, False: LEAST}
    return tuple(sorted(name for name, count in counts.items() if count >= least[name.startswith("rule ")]))


def _matrix(samples: Sequence[Sample], names: Sequence[str]) -> np.ndarray:
    """One row a sample: its measures, then 1."""
    return np.array([[*(s.measures.get(n, 0.0) for n in names), 1.0] for s in samples])


def _fit(rows: np.ndarray, right: np.ndarray, penalty: float, start: np.ndarray) -> np.ndarray:
    """Logistic regression by Newton's method, held near ``start``; the base is free."""
    weights = start.copy()
    ridge = np.diag([*([penalty] * (rows.shape[1] - 1)), 1e-6])
    for _ in range(50):
        chances = _chances(rows, weights)
        curve = (rows * (chances * (1 - chances))[:, None]).T @ rows + ridge
        weights -= np.linalg.solve(curve, rows.T @ (chances - right) + ridge @ (weights - start))
    return weights


def _chances(rows: np.ndarray, weights: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))


def _report(name: str, samples: Sequence[Sample], names: Sequence[str], start: np.ndarray) -> np.ndarray:
    """Prints how good the model is on articles that it has not seen, and gives its chances there."""
    rows, right = _matrix(samples, names), np.array([s.right for s in samples], float)
    titles = sorted({s.article for s in samples})
    held = np.array([titles.index(s.article) % FOLDS for s in samples])
    told = np.zeros(len(samples))
    for fold in range(FOLDS):
        inside = held == fold
        told[inside] = _chances(rows[inside], _fit(rows[~inside], right[~inside], PENALTY[name], start))
    loss = -np.mean(np.log(np.where(right == 1, told, 1 - told)))
    passed = np.array([s.passed for s in samples])
    order = np.argsort(-told[passed])
    best = ", ".join(
        f"{share:.0%}: {right[passed][order[: int(share * len(order))]].mean():.2f}"
        for share in (0.1, 0.2, 0.3, 0.5, 1)
    )
    print(f"{name}: {len(samples)} candidates, {passed.sum()} pass, loss {loss:.3f}; right among the best {best}")
    return told


def _joined(samples: Sequence[Sample], told: np.ndarray, path: Path) -> dict[str, float]:
    """How much the measures and the judge's opinion count together, neither having seen the article."""
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    opinions = {(o["article"], o["question"], o["answer"]): o["opinion"] for o in lines}
    known = [i for i, s in enumerate(samples) if (s.article, *s.wording) in opinions]
    opinion = np.array([opinions[(samples[i].article, *samples[i].wording)] for i in known])
    rows = np.stack([_odds(told[known]), _odds(opinion), np.ones(len(known))], axis=1)
    right = np.array([samples[i].right for i in known], float)
    fitted = _fit(rows, right, 1.0, np.zeros(3))
    order = np.argsort(-rows @ fitted)
    best = ", ".join(f"{share:.0%}: {right[order[: int(share * len(order))]].mean():.2f}" for share in (0.1, 0.3, 0.5))
    print(f"  with the judge's opinion: {len(known)} candidates; right among the best {best}")
    return {n: round(float(w), 3) for n, w in zip(("measures", "opinion", ranking.BASE), fitted, strict=True)}


def _odds(chances: np.ndarray) -> np.ndarray:
    sure = np.clip(chances, 0.01, 0.99)
    return np.log(sure / (1 - sure))


if __name__ == "__main__":
    main()
