"""Measures entity types and coreference against GUM's gold annotation.

    python benchmarks/coreference.py gum-dev.conllu.gz                      gold trees and gold entity types
    python benchmarks/coreference.py gum-dev.conllu.gz --parse              trees of the shipped model, from raw text
    python benchmarks/coreference.py gum-dev.conllu.gz --parse --wrong      and every wrong resolution

A resolved mention is right when the gold cluster of the mention holds the mention that the entity's name was taken
from: that is what would be printed in its place. Recall is counted over the gold mentions that have something to be
resolved to: pronouns and definite noun phrases with an earlier noun phrase in their cluster, names with an earlier
name.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import gum

from quizgen import analysis
from quizgen.analysis import coreference, types
from quizgen.analysis.coreference.nominal import PRONOUNS
from quizgen.records import Entity, Mention, Sentence

WRITTEN = ("bio", "news", "academic", "textbook", "voyage", "essay", "letter", "interview", "speech", "court")
_DEFINITE = ("the", "this", "that", "these", "those")
KINDS = ("pronoun", "description", "name", "apposition")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One resolved mention of the system, or one gold mention that it should have resolved."""

    kind: str
    genre: str
    resolved: bool
    right: bool
    named: bool
    """Whether the entity (or, when unresolved, the gold cluster) has a proper name."""
    wanted: bool
    """Whether the gold annotation has something to resolve it to."""
    text: str = ""


class Gold:
    """The gold clusters of one document, found by the offset at which the head of a mention starts."""

    def __init__(self, gold: gum.GoldDocument) -> None:
        self.document = gold
        self.single: dict[int, str] = {}
        self.joined: dict[int, str] = {}
        self.types: dict[int, str] = {}
        self.spans: list[tuple[int, int, int]] = []
        for mention in gold.mentions:
            sentence = gold.sentences[mention.sentence]
            start = sentence.token(mention.head).start
            if not mention.coordination:
                last = sentence.token(max(mention.last, mention.head))
                self.spans.append((sentence.token(mention.first).start, last.end, start))
            (self.joined if mention.coordination else self.single)[start] = mention.cluster
            if not mention.coordination:
                self.types[start] = mention.type

    def head(self, mention: Mention, sentences: Sequence[Sentence]) -> int:
        """Where the gold head of a found mention starts; the parser may have taken another word of the phrase."""
        sentence = sentences[mention.sentence]
        own = sentence.token(mention.head).start
        if own in self.single or mention.kind == "pronoun":
            return own
        first, last = sentence.token(mention.tokens[0]).start, sentence.token(mention.tokens[-1]).end
        inside = [(b - a, head) for a, b, head in self.spans if first <= head < last and a <= own < b]
        inside = inside or [(b - a, head) for a, b, head in self.spans if a == first and last <= b]
        return min(inside)[1] if inside else own

    def wanted(self) -> dict[int, tuple[str, bool]]:
        """Offsets of the heads that have something to be resolved to: their kind, and whether it has a name."""
        result: dict[int, tuple[str, bool]] = {}
        before: dict[str, set[str]] = {}
        for mention in sorted(self.document.mentions, key=lambda m: (m.sentence, m.head)):
            sentence = self.document.sentences[mention.sentence]
            head = sentence.token(mention.head)
            seen = before.setdefault(mention.cluster, set())
            kind = _gold_kind(sentence, mention)
            split = self.document.split.get(mention.cluster)
            if kind == "pronoun" and (seen & {"name", "description", "other"} or split):
                result[head.start] = (kind, "name" in seen)
            described = kind == "description" and mention.link not in ("appos", "pred")
            if described and seen & {"name", "description", "other"}:
                result[head.start] = (kind, "name" in seen)
            if kind == "name" and "name" in seen:
                result[head.start] = (kind, True)
            seen.add(kind)
        return result


def _gold_kind(sentence: Sentence, mention: gum.GoldMention) -> str:
    head = sentence.token(mention.head)
    if mention.coordination:
        return "other"
    if head.form.casefold() in PRONOUNS and head.upos == "PRON":
        return "pronoun"
    if head.upos == "PRON":
        return "first person"
    if head.upos == "PROPN":
        return "name"
    determiner = sentence.child(head, "det")
    return "description" if determiner and determiner.form.casefold() in _DEFINITE else "other"


def judge(gold: gum.GoldDocument, sentences: Sequence[Sentence]) -> Iterator[Outcome]:
    """Every resolved mention, then every gold mention that stayed unresolved."""
    clusters = Gold(gold)
    entities = coreference.resolve(gold.document, sentences)
    wanted = clusters.wanted()
    met: set[int] = set()
    for entity in entities:
        source = _source(entity, sentences)
        for mention in entity.mentions:
            if mention is source:
                continue
            start = clusters.head(mention, sentences)
            right = _right(clusters, entity, entities, mention, source, sentences)
            kind = _kind(entity, mention, sentences)
            if kind == "name" and start not in clusters.single:
                continue  # GUM leaves out many names inside other names; nothing to judge by
            met.add(start)
            text = f"{_context(mention, sentences)} => {entity.name}"
            yield Outcome(kind, gold.genre, True, right, entity.named or bool(entity.parts), start in wanted, text)
    for start, (kind, named) in wanted.items():
        if start not in met:
            text = " ".join(gold.document.text[max(0, start - 100) : start + 20].split())
            yield Outcome(kind, gold.genre, False, False, named, True, text)


def _kind(entity: Entity, mention: Mention, sentences: Sequence[Sentence]) -> str:
    if mention.kind != "description":
        return mention.kind
    sentence = sentences[mention.sentence]
    ends = (mention.tokens[0] - 1, mention.tokens[-1] + 1, mention.tokens[-1] + 2, mention.tokens[-1] + 3)
    for other in entity.mentions:
        if other.sentence == mention.sentence and set(other.tokens) & set(ends) and other is not mention:
            return "apposition"
    first = sentence.token(mention.tokens[0]).form.casefold()
    return "description" if first in _DEFINITE else "apposition"


def _source(entity: Entity, sentences: Sequence[Sentence]) -> Mention:
    """The mention that gave the entity its name."""
    bare = entity.name.removeprefix("the ")
    for mention in entity.mentions:
        sentence = sentences[mention.sentence]
        first, last = sentence.token(mention.tokens[0]), sentence.token(mention.tokens[-1])
        text = " ".join(sentence.text[first.start - sentence.start : last.end - sentence.start].split())
        if bare in text:
            return mention
    return entity.mentions[0]


def _right(
    gold: Gold,
    entity: Entity,
    entities: Sequence[Entity],
    mention: Mention,
    source: Mention,
    sentences: Sequence[Sentence],
) -> bool:
    start = gold.head(mention, sentences)
    if not entity.parts:
        cluster = gold.single.get(start)
        return cluster is not None and cluster == _bearer(gold, entity, mention, source, sentences)
    parts = {gold.single.get(gold.head(_source(entities[p], sentences), sentences)) for p in entity.parts}
    if len(mention.tokens) > 1 and mention.kind == "description":
        return True  # the parts of a coordination are judged one by one
    cluster = gold.single.get(start, "")
    split = set(gold.document.split.get(cluster, ()))
    return split == parts or cluster == gold.joined.get(_start(source, sentences), "none")


def _bearer(gold: Gold, entity: Entity, mention: Mention, source: Mention, sentences: Sequence[Sentence]) -> str | None:
    """The gold cluster of most of the entity's other names; of one without a name that of its first description."""
    names = [m for m in entity.mentions if m.kind == "name" and m is not mention] or [source]
    clusters = [gold.single[start] for m in names if (start := gold.head(m, sentences)) in gold.single]
    return max(clusters, key=clusters.count) if clusters else None


def _start(mention: Mention, sentences: Sequence[Sentence]) -> int:
    return sentences[mention.sentence].token(mention.head).start


def _context(mention: Mention, sentences: Sequence[Sentence]) -> str:
    sentence = sentences[mention.sentence]
    first, last = sentence.token(mention.tokens[0]), sentence.token(mention.tokens[-1])
    a, b = first.start - sentence.start, last.end - sentence.start
    return " ".join(f"{sentence.text[max(0, a - 80) : a]}[{sentence.text[a:b]}]{sentence.text[b : b + 30]}".split())


def table(outcomes: Sequence[Outcome], title: str) -> None:
    print(f"\n{title}\n{'':14}{'resolved':>9}{'right':>7}{'P':>7}{'R':>7}   {'to a name':>10}{'P':>7}{'R':>7}")
    for kind in KINDS:
        rows = [o for o in outcomes if o.kind == kind]
        print(f"{kind:14}{_figures(rows)}   {_figures([o for o in rows if o.named], short=True)}")


def _figures(rows: Sequence[Outcome], short: bool = False) -> str:
    resolved, right = sum(o.resolved for o in rows), sum(o.right for o in rows)
    wanted = sum(o.wanted for o in rows)
    found = sum(o.right and o.wanted for o in rows)
    precision, recall = right / max(1, resolved), found / max(1, wanted)
    return f"{resolved:{10 if short else 9}}{'' if short else f'{right:7}'}{precision:7.3f}{recall:7.3f}"


def type_table(pairs: Sequence[tuple[str, str]]) -> None:
    """``pairs`` are gold and found types of noun phrases."""
    count = Counter(pairs)
    print(f"\n{'entity type':14}{'P':>7}{'R':>7}{'gold':>7}")
    for kind in ("person", "organization", "place", "time", "event", "abstract", "object"):
        hit = count[kind, kind]
        found = sum(n for (_, f), n in count.items() if f == kind)
        gold = sum(n for (g, _), n in count.items() if g == kind)
        print(f"{kind:14}{hit / max(1, found):7.3f}{hit / max(1, gold):7.3f}{gold:7}")


def type_pairs(gold: gum.GoldDocument, sentences: Sequence[Sentence]) -> Iterator[tuple[str, str]]:
    known = Gold(gold).types
    for sentence in sentences:
        for token in sentence.tokens:
            if token.start in known and token.upos in ("NOUN", "PROPN") and token.relation != "flat":
                yield known[token.start], types.phrase_type(sentence, token)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--parse", action="store_true", help="parse the raw text instead of using the gold trees")
    parser.add_argument("--model", type=Path, help="folder of the model")
    parser.add_argument("--wrong", action="store_true", help="print every wrong resolution")
    parser.add_argument("--missed", action="store_true", help="print every mention left unresolved")
    options = parser.parse_args()
    model = analysis.load_model(options.model) if options.parse else None
    outcomes: list[Outcome] = []
    pairs: list[tuple[str, str]] = []
    for gold in gum.read(options.treebank):
        sentences = analysis.parse(gold.document, model) if model else gold.sentences
        outcomes += judge(gold, sentences)
        pairs += type_pairs(gold, sentences)
    table(outcomes, "all genres")
    table([o for o in outcomes if o.genre in WRITTEN], "written genres")
    type_table(pairs)
    for o in outcomes:
        if (options.wrong and o.resolved and not o.right) or (options.missed and not o.resolved):
            print(f"{o.genre}\t{o.kind}\t{'wrong' if o.resolved else 'missed'}\t{o.text}")


if __name__ == "__main__":
    main()
