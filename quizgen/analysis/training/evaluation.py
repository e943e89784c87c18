"""Scores of a model folder on a treebank: with gold words, and from raw text. Needs no torch.

From raw text in the manner of the CoNLL 2018 shared task (Zeman et al. 2018): sentences and words count as found
where they cover the same characters, blanks left out; tags and arcs are compared over the words found.
"""

from __future__ import annotations

import gzip
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.analysis.parser import WINDOW
from quizgen.analysis.training import data
from quizgen.records import Document, Sentence, Token

if TYPE_CHECKING:
    from quizgen.analysis.parser import Model, Parsed


@dataclass(frozen=True, slots=True)
class Share:
    """How many were found of how many there are and how many were given."""

    hits: int
    given: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.hits / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        return self.hits / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.hits / (self.given + self.wanted) if self.given + self.wanted else 0.0

    def __add__(self, other: Share) -> Share:
        return Share(self.hits + other.hits, self.given + other.given, self.wanted + other.wanted)


NONE = Share(0, 0, 0)

# --------------------------------------------------------------------------------------------------------------
# Gold words
# --------------------------------------------------------------------------------------------------------------


def on_gold_words(model: Model, gold: Sequence[data.Example]) -> dict[str, float]:
    """UAS, LAS, UPOS, XPOS (shares of the words), entity P, R and F where the treebank has entities, and the
    calibration error of the confidence. A sentence beyond the window of the network counts as read all wrong."""
    fitting = [e for e in gold if 2 + sum(len(model.pieces(form)) for form in e.forms) <= WINDOW]
    parses = model.parse([e.forms for e in fitting])
    words = sum(map(len, gold))
    right = dict.fromkeys(("UAS", "LAS", "UPOS", "XPOS"), 0)
    entities = NONE
    sure: list[tuple[float, bool]] = []
    for example, parsed in zip(fitting, parses, strict=True):
        arcs = [h == g for h, g in zip(parsed.heads, example.heads, strict=True)]
        whole = [a and r == g for a, r, g in zip(arcs, parsed.relations, example.relations, strict=True)]
        right["UAS"] += sum(arcs)
        right["LAS"] += sum(whole)
        right["UPOS"] += _same(parsed.upos, example.upos)
        right["XPOS"] += _same(parsed.xpos, example.xpos)
        entities += _entities(parsed, example)
        sure += zip(parsed.confidence, whole, strict=True)
    scores = {name: count / words for name, count in right.items()}
    if entities.wanted:
        scores |= {"entity P": entities.precision, "entity R": entities.recall, "entity F": entities.f1}
    return scores | {"calibration error": calibration_error(sure)}


def _same(ours: Iterable[str], theirs: Iterable[str]) -> int:
    return sum(a == b for a, b in zip(ours, theirs, strict=True))


def _entities(parsed: Parsed, example: data.Example) -> Share:
    if not example.entities:
        return NONE
    wanted = ["" if t == data.NO_TYPE else t for t in example.entities]
    hits = sum(a == b != "" for a, b in zip(parsed.entities, wanted, strict=True))
    return Share(hits, sum(map(bool, parsed.entities)), sum(map(bool, wanted)))


def calibration_error(answers: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Mean distance between how sure and how often right, over bins of like confidence (Guo et al. 2017)."""
    groups: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for confidence, right in answers:
        groups[min(bins - 1, int(confidence * bins))].append((confidence, right))
    gaps = (abs(sum(c for c, _ in group) - sum(r for _, r in group)) for group in groups)
    return sum(gaps) / max(1, len(answers))


# --------------------------------------------------------------------------------------------------------------
# Raw text
# --------------------------------------------------------------------------------------------------------------


def on_raw_text(model: Model, documents: Sequence[tuple[Document, Sequence[Sentence]]]) -> dict[str, float]:
    """F of sentences and words, UPOS, UAS and LAS over the words, and words read in a second of one core.

    Each document comes with its gold sentences, whose offsets point into its text.
    """
    from quizgen.analysis import parse

    shares = dict.fromkeys(("sentence F", "word F", "UPOS F", "UAS F", "LAS F"), NONE)
    began = time.process_time()
    readings = [parse(document, model) for document, _ in documents]
    seconds = time.process_time() - began
    for (document, gold), ours in zip(documents, readings, strict=True):
        for name, share in compare(document.text, ours, gold).items():
            shares[name] += share
    words = sum(len(sentence.tokens) for reading in readings for sentence in reading)
    return {name: share.f1 for name, share in shares.items()} | {"words a second": words / seconds}


def compare(text: str, ours: Sequence[Sentence], gold: Sequence[Sentence]) -> dict[str, Share]:
    """Sentences and words of two readings of the same text, matched by the characters they cover."""
    places = list(_without_blanks(text))
    given, wanted = ([_words(sentence, places) for sentence in reading] for reading in (ours, gold))
    found = {span: word for sentence in given for span, word in sentence.items()}
    truth = {span: word for sentence in wanted for span, word in sentence.items()}
    common = found.keys() & truth.keys()
    sizes = len(found), len(truth)
    bounds = [{(next(iter(s))[0], next(reversed(s))[1]) for s in reading if s} for reading in (given, wanted)]
    arcs = {span for span in common if found[span].head == truth[span].head}
    return {
        "sentence F": Share(len(bounds[0] & bounds[1]), len(bounds[0]), len(bounds[1])),
        "word F": Share(len(common), *sizes),
        "UPOS F": Share(sum(found[s].token.upos == truth[s].token.upos for s in common), *sizes),
        "UAS F": Share(len(arcs), *sizes),
        "LAS F": Share(sum(found[s].token.deprel == truth[s].token.deprel for s in arcs), *sizes),
    }


Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Word:
    token: Token
    head: Range
    """Where the head stands; (-1, -1) for the root."""


def _without_blanks(text: str) -> Iterator[int]:
    """For each offset the number of characters before it that are no blanks."""
    seen = 0
    for character in text:
        yield seen
        seen += not character.isspace()
    yield seen


def _words(sentence: Sentence, places: Sequence[int]) -> dict[Range, _Word]:
    spans = {t.id: (places[t.start], places[t.end]) for t in sentence.tokens}
    return {spans[t.id]: _Word(t, spans.get(t.head, (-1, -1))) for t in sentence.tokens}


def gold_documents(path: Path) -> list[tuple[Document, Sequence[Sentence]]]:
    """The documents of a CoNLL-U file as plain text, paragraphs parted by blank lines, with their gold sentences."""
    from quizgen.analysis import conllu

    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        whole = file.read()
    starts = [match.start() for match in re.finditer("^# newdoc", whole, re.MULTILINE)]
    found: list[tuple[Document, Sequence[Sentence]]] = []
    for start, end in pairwise([*(starts or [0]), len(whole)]):
        document, sentences = conllu.loads(whole[start:end])
        found.append((Document(document.text), sentences))
    return found
