"""Reads GUM's gold noun phrases: trees, entity types and coreference clusters of one document each.

``Entity=`` in the MISC column opens and closes mentions: ``(1-person-giv:act-sssss-cf1-1,2-coref`` opens one of
cluster 1 whose head words are the first and second of the phrase; ``1)`` closes the innermost open one of cluster 1.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quizgen.records import Block, BlockKind, Document, Sentence, Span, Token

_PIECES = re.compile(r"\((\d+)-([^()]*)|(\d+)\)|(\))")
_KINDS = {
    "head": BlockKind.HEADING,
    "caption": BlockKind.CAPTION,
    "figure": BlockKind.CAPTION,
    "item": BlockKind.LIST_ITEM,
}


@dataclass(slots=True)
class GoldMention:
    """A noun phrase of the gold annotation."""

    cluster: str
    """Name of its coreference cluster inside the document."""
    type: str
    link: str
    """coref, ana (a pronoun), pred (a predicate), appos, sgl (said once), …"""
    status: str
    """Information status: new, giv:act, giv:inact, acc:com, acc:inf."""
    sentence: int
    first: int
    last: int
    head: int
    """Id of the head token; ids are those of the gold sentence."""
    coordination: bool = False


@dataclass(frozen=True, slots=True)
class GoldDocument:
    name: str
    genre: str
    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[GoldMention, ...]
    split: dict[str, tuple[str, ...]]
    """Clusters of plural pronouns whose antecedents stand apart, with the clusters of these."""


def read(path: Path) -> Iterator[GoldDocument]:
    """The documents of one treebank file."""
    lines = gzip.open(path, "rt", encoding="utf8").read().split("\n")  # noqa: SIM115
    current: list[str] = []
    for line in lines:
        if line.startswith("# newdoc") and current:
            yield _document(current)
            current = []
        current.append(line)
    if current:
        yield _document(current)


def _document(lines: list[str]) -> GoldDocument:
    head = dict(match.groups() for x in lines if (match := re.match(r"# ([\w:]+)(?: id)? = (.*)", x)))
    text, blocks, sentences, mentions = "", [], [], []
    split: dict[str, tuple[str, ...]] = {}
    kind, block_start = BlockKind.PARAGRAPH, 0
    for part in "\n".join(lines).split("\n\n"):
        rows = [row.split("\t") for row in part.split("\n") if row[:1].isdigit()]
        if not rows:
            continue
        if "# newpar" in part or not sentences:
            if text:
                blocks.append(Block(kind, Span(block_start, len(text))))
                text += "\n\n"
            block_start = len(text)
            found = re.search(r"# newpar_block = (\w+)", part)
            kind = _KINDS.get(found.group(1) if found else "", BlockKind.PARAGRAPH)
        elif text:
            text += " "
        start = len(text)
        tokens, text = _tokens(rows, text)
        text = text.rstrip()
        sentence = Sentence(len(sentences), tokens, text[start:], start, len(text), kind, len(blocks))
        sentences.append(sentence)
        mentions += _mentions(rows, sentence)
        for row in rows:
            for pair in (re.search(r"SplitAnte=([^|]+)", row[9]) or [None, ""])[1].split(","):  # type: ignore[index]
                if "<" in pair:
                    part_, whole = pair.split("<")
                    split[whole] = (*split.get(whole, ()), part_)
    blocks.append(Block(kind, Span(block_start, len(text))))
    document = Document(text, title=head.get("meta::title", ""), blocks=tuple(blocks))
    name = head["newdoc"]
    return GoldDocument(name, name.split("_")[1], document, tuple(sentences), tuple(mentions), split)


def _tokens(rows: list[list[str]], text: str) -> tuple[tuple[Token, ...], str]:
    """Tokens with offsets; the words of a contraction share out its characters as they are spelled."""
    tokens: list[Token] = []
    ranges = {int(r[0].split("-")[0]): r for r in rows if "-" in r[0]}
    last = 0
    for row in rows:
        if not row[0].isdigit():
            continue
        number = int(row[0])
        if number in ranges:
            last = int(ranges[number][0].split("-")[1])
        feats = tuple(sorted(tuple(f.split("=", 1)) for f in row[5].split("|"))) if row[5] != "_" else ()
        start = len(text)
        text += row[1]
        tokens.append(
            Token(number, row[1], row[2], row[3], row[4], feats, int(row[6]), row[7], start, len(text))  # type: ignore[arg-type]
        )
        misc = next((ranges[k][9] for k in ranges if k <= number == last), row[9])
        if "SpaceAfter=No" not in misc and number >= last:
            text += " "
    return tuple(tokens), text


def _mentions(rows: list[list[str]], sentence: Sentence) -> list[GoldMention]:
    opened: dict[str, list[GoldMention]] = {}
    order: list[tuple[GoldMention, str]] = []
    latest = ""
    for row in rows:
        entity = re.search(r"(?:^|\|)Entity=([^|]+)", row[9])
        if not row[0].isdigit() or not entity:
            continue
        for match in _PIECES.finditer(entity.group(1)):
            cluster, body, closing, same = match.groups()
            parts = body.split("-") if body else []
            at = next((i for i, part in enumerate(parts) if re.fullmatch(r"\d+(,\d+)*", part)), 0)
            if cluster and at:
                link = parts[at + 1] if at + 1 < len(parts) else ""
                mention = GoldMention(cluster, parts[0], link, parts[1], sentence.index, int(row[0]), 0, 0)
                opened.setdefault(cluster, []).append(mention)
                order.append((mention, parts[at]))
                latest = cluster
            if (closing or same) and opened.get(closing or latest):
                opened[closing or latest].pop().last = int(row[0])
    for mention, spans in order:
        ids = {mention.first + int(x) - 1 for x in spans.split(",")}
        heads = [sentence.token(i) for i in ids if sentence.token(i).head not in ids]
        mention.head = heads[0].id if heads else mention.first
        mention.coordination = len(ids) > 1 and any(sentence.token(i).relation == "conj" for i in ids)
    types = {m.head: m.type for m, _ in order if not m.coordination}
    tokens = tuple(_with_entity(t, types.get(t.id, "")) for t in sentence.tokens)
    object.__setattr__(sentence, "tokens", tokens)
    return [m for m, _ in order]


def _with_entity(token: Token, entity: str) -> Token:
    import dataclasses

    return dataclasses.replace(token, entity=entity) if entity else token
