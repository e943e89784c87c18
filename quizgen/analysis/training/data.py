"""Treebanks for training: gold sentences of CoNLL-U, with GUM's entities, and small changes to them."""

from __future__ import annotations

import dataclasses
import gzip
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

NO_TYPE = "O"
"""Entity label of a word that heads no noun phrase of a known type."""


@dataclass(frozen=True, slots=True)
class Example:
    """One gold sentence, column by column. Heads count from 1, 0 is the root."""

    forms: tuple[str, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    entities: tuple[str, ...] = ()
    """Type of the noun phrase that each word heads, or ``O``; empty where the treebank annotates none."""

    def __len__(self) -> int:
        return len(self.forms)


@dataclass(frozen=True, slots=True)
class Labels:
    """The label lists of a model, in the order of its outputs; the same as ``labels.json``."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    relations: tuple[str, ...]
    entities: tuple[str, ...]

    def as_json(self) -> dict[str, list[str]]:
        return {"u": [*self.upos], "x": [*self.xpos], "l": [*self.relations], "e": [*self.entities]}

    @classmethod
    def from_json(cls, lists: dict[str, list[str]]) -> Labels:
        return cls(*(tuple(lists[key]) for key in "uxle"))


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase of ``Entity=``: 0-based half-open word positions in its sentence."""

    start: int
    end: int
    type: str


# --------------------------------------------------------------------------------------------------------------
# Reading
# --------------------------------------------------------------------------------------------------------------


def read(path: Path) -> list[Example]:
    """The sentences of a CoNLL-U file, plain or gzip'd."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return list(examples(lines))


def examples(lines: Iterable[str]) -> Iterator[Example]:
    """Gold sentences of CoNLL-U lines. A file without any ``Entity=`` gives examples without entities."""
    for rows in sentences(lines):
        yield _example(rows)


def sentences(lines: Iterable[str]) -> Iterator[list[list[str]]]:
    """The word rows of each sentence: ranges (``3-4``) and empty nodes (``3.1``) are left out.

    The last column tells by an added ``entities`` whether its document declares ``# global.Entity``.
    """
    rows: list[list[str]] = []
    annotated = False
    for line in lines:
        line = line.rstrip("\r\n")
        if line.startswith("# newdoc"):
            annotated = False
        elif line.startswith("# global.Entity"):
            annotated = True
        elif line and line[0] != "#":
            row = line.split("\t")
            if row[0].isdigit():
                rows.append([*row, "entities" if annotated else ""])
        elif not line and rows:
            yield rows
            rows = []
    if rows:
        yield rows


def _example(rows: list[list[str]]) -> Example:
    columns = list(zip(*rows, strict=True))
    heads = tuple(map(int, columns[6]))
    types = head_types(mentions(columns[9]), heads) if columns[10][0] else ()
    return Example(columns[1], columns[3], columns[4], heads, columns[7], types)


_BRACKET = re.compile(r"\(([^()]*)(\)?)|([^()]*)\)")


def mentions(misc: Sequence[str]) -> list[Mention]:
    """The noun phrases that the MISC column of one sentence opens and closes.

    ``Entity=(4-place-…(5-object-…)`` opens entity 4 and opens and closes entity 5; ``Entity=4)`` closes 4.
    """
    found: list[Mention] = []
    opened: dict[str, list[tuple[int, str]]] = {}
    for position, column in enumerate(misc):
        value = next((part[7:] for part in column.split("|") if part.startswith("Entity=")), "")
        for new, closed, old in _BRACKET.findall(value):
            if new:
                name, _, rest = new.partition("-")
                kind = rest.partition("-")[0]
                if closed:
                    found.append(Mention(position, position + 1, kind))
                else:
                    opened.setdefault(name, []).append((position, kind))
            elif opened.get(old):
                start, kind = opened[old].pop()
                found.append(Mention(start, position + 1, kind))
    return found


def head_types(found: Iterable[Mention], heads: Sequence[int]) -> tuple[str, ...]:
    """For each word the type of the noun phrase it heads, or ``O``; where it heads several, of the innermost.

    The head is the first word of the phrase whose own head lies outside (the place where a reader of the tree
    looks for the type); GUM's minimal span lists several words for a name.
    """
    types = [NO_TYPE] * len(heads)
    for mention in sorted(found, key=lambda m: (m.end - m.start, m.start)):
        inside = range(mention.start, mention.end)
        head = next((i for i in inside if heads[i] - 1 not in inside), mention.start)
        if types[head] == NO_TYPE:
            types[head] = mention.type
    return tuple(types)


def labels(data: Iterable[Example]) -> Labels:
    """Every label that occurs, sorted; ``O`` comes first among the entity types."""
    rows = list(data)
    types = {t for e in rows for t in e.entities} - {NO_TYPE}
    return Labels(
        upos=tuple(sorted({t for e in rows for t in e.upos} - {"_"})),
        xpos=tuple(sorted({t for e in rows for t in e.xpos} - {"_"})),
        relations=tuple(sorted({t for e in rows for t in e.relations} - {"_"})),
        entities=(NO_TYPE, *sorted(types)),
    )


# --------------------------------------------------------------------------------------------------------------
# Varying
# --------------------------------------------------------------------------------------------------------------

LOWERED, UPPERED, UNSTOPPED = 0.03, 0.02, 0.06
"""Shares of the sentences of an epoch that are put in lower case, in capitals, or lose their final mark: chat,
headlines and captions look so, and the treebanks have few of them."""


def varied(example: Example, draw: random.Random) -> Example:
    """The sentence as it is, or, for a few, in another case or without its final punctuation mark."""
    chance = draw.random()
    if chance < LOWERED:
        example = dataclasses.replace(example, forms=tuple(form.lower() for form in example.forms))
    elif chance < LOWERED + UPPERED:
        example = dataclasses.replace(example, forms=tuple(form.upper() for form in example.forms))
    return without_final_mark(example) if draw.random() < UNSTOPPED else example


def without_final_mark(example: Example) -> Example:
    """Drops the last word where it is a full stop, a question or an exclamation mark that nothing hangs on."""
    last = len(example)
    if last < 3 or example.forms[-1] not in {".", "?", "!"} or last in example.heads or example.heads[-1] == 0:
        return example
    columns = {f.name: getattr(example, f.name)[:-1] for f in dataclasses.fields(example)}
    return Example(**columns)
