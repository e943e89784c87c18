"""CoNLL-U to a document and its sentences."""

from __future__ import annotations

import contextlib
import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quizgen.analysis.conllu.layout import Surface, lay_out
from quizgen.analysis.conllu.mentions import head_types
from quizgen.errors import ReadingError
from quizgen.records import Block, BlockKind, Document, Sentence, Span, Token

_HINT = "Give CoNLL-U with ten columns, as any UD parser writes it."


def loads(text: str, path: str = "") -> tuple[Document, tuple[Sentence, ...]]:
    """Read trees, and put the document together that they were read from.

    Paragraphs (``# newpar``, ``# newdoc``) are parted by a blank line, sentences by a blank unless their last token
    says SpaceAfter=No. Title and date come from GUM's ``# meta::title`` and ``# meta::dateCreated``.
    Raises ReadingError with file and line.
    """
    reader = _Reader(path)
    for rows in _groups(text):
        reader.add(rows)
    return reader.document(), tuple(reader.sentences)


Row = tuple[int, str]
"""Line number and line."""


def _groups(text: str) -> Iterator[list[Row]]:
    """The lines of each sentence."""
    rows: list[Row] = []
    for number, line in enumerate(text.lstrip("\ufeff").split("\n"), start=1):
        line = line.rstrip("\r")
        if line.strip():
            rows.append((number, line))
        elif rows:
            yield rows
            rows = []
    if rows:
        yield rows


@dataclass
class _Word:
    line: int
    columns: list[str]
    misc: dict[str, str]

    @property
    def form(self) -> str:
        return self.columns[1]


@dataclass
class _Reader:
    path: str
    sentences: list[Sentence] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    length: int = 0
    title: str = ""
    date: datetime.date | None = None
    entity_fields: list[str] = field(default_factory=list)
    joiner: str = ""

    def fail(self, line: int, message: str) -> ReadingError:
        return ReadingError(message, path=self.path or "CoNLL-U", line=line, hint=_HINT)

    def add(self, rows: list[Row]) -> None:
        """Read one sentence and put its text at the end of the document's."""
        values = dict(_comment(line) for _, line in rows if line.startswith("#"))
        words, surfaces = self.words([row for row in rows if not row[1].startswith("#")])
        if not words:
            return
        self.check_tree(words)
        self.meta(values)
        text, offsets = lay_out(values.get("text", ""), surfaces, [word.form for word in words])
        start = self.place(text, values)
        self.joiner = " " if surfaces[-1].space_after else ""
        tokens = self.tokens(words, [(start + a, start + b) for a, b in offsets])
        index, paragraph = len(self.sentences), len(self.blocks) - 1
        kind, skipped = self.blocks[-1].kind, values.get("skipped", "")
        self.sentences.append(Sentence(index, tokens, text, start, self.length, kind, paragraph, skipped))

    def place(self, text: str, values: dict[str, str]) -> int:
        """Put a sentence into its paragraph, or begin one; return where in the document it starts."""
        begins = any(key == "newpar" or key.startswith(("newpar ", "newdoc")) for key in values)
        if begins or not self.blocks:
            start = self.write("\n\n" if self.blocks else "")
            self.blocks.append(Block(_block_kind(values.get("newpar_block", "")), Span(start, start + len(text))))
        else:
            start = self.write(self.joiner)
            block = self.blocks[-1]
            self.blocks[-1] = Block(block.kind, Span(block.span.start, start + len(text)))
        self.write(text)
        return start

    def write(self, text: str) -> int:
        """Put text at the end; return how long all of it is now."""
        self.parts.append(text)
        self.length += len(text)
        return self.length

    def meta(self, values: dict[str, str]) -> None:
        self.title = self.title or values.get("meta::title", "")
        if "meta::dateCreated" in values and not self.date:
            with contextlib.suppress(ValueError):  # some documents have a year alone
                self.date = datetime.date.fromisoformat(values["meta::dateCreated"])
        if "global.Entity" in values:
            self.entity_fields = values["global.Entity"].split("-")

    def words(self, rows: list[Row]) -> tuple[list[_Word], list[Surface]]:
        """The syntactic words, and the orthographic tokens that they stand in."""
        words: list[_Word] = []
        surfaces: list[Surface] = []
        for line, row in rows:
            columns = row.split("\t")
            if len(columns) != 10:
                raise self.fail(line, f"A line of {len(columns)} columns, not ten.")
            if re.fullmatch(r"\d+\.\d+", columns[0]):  # an empty node
                continue
            misc = _misc(columns[9])
            space = misc.get("SpaceAfter") != "No"
            last = surfaces[-1].last if surfaces else 0
            covered = re.fullmatch(r"(\d+)-(\d+)", columns[0])
            if covered and last == len(words) == int(covered[1]) - 1 < int(covered[2]):
                surfaces.append(Surface(len(words) + 1, int(covered[2]), columns[1], space))
            elif columns[0] == str(len(words) + 1):
                words.append(_Word(line, columns, misc))
                if last < len(words):
                    surfaces.append(Surface(len(words), len(words), columns[1], space))
            else:
                raise self.fail(line, f"The id {columns[0]!r} does not follow on {len(words)}.")
        if surfaces and surfaces[-1].last != len(words):
            raise self.fail(rows[-1][0], "A multiword token covers words that are not there.")
        return words, surfaces

    def check_tree(self, words: Sequence[_Word]) -> None:
        """Every word has a head, all of them lead to one root."""
        heads = [0]
        for word in words:
            if not re.fullmatch(r"\d+", word.columns[6]) or int(word.columns[6]) > len(words):
                raise self.fail(word.line, f"The head {word.columns[6]!r} of {word.form!r} is no word of the sentence.")
            heads.append(int(word.columns[6]))
        if heads[1:].count(0) != 1:
            raise self.fail(words[0].line, "The sentence has no root." if 0 not in heads[1:] else "Several roots.")
        for word in words:
            seen = set()
            at = int(word.columns[0])
            while at and at not in seen:
                seen.add(at)
                at = heads[at]
            if at:
                raise self.fail(word.line, f"The heads run in a circle at {word.form!r}.")

    def tokens(self, words: Sequence[_Word], offsets: Sequence[tuple[int, int]]) -> tuple[Token, ...]:
        columns, heads = [word.misc.get("Entity", "") for word in words], [int(word.columns[6]) for word in words]
        mentions = head_types(columns, self.entity_fields, heads)
        tokens = []
        for number, (word, (start, end)) in enumerate(zip(words, offsets, strict=True), start=1):
            _, form, lemma, upos, xpos, feats, head, deprel, _, _ = word.columns
            entity = word.misc.get("Etype") or mentions.get(number, "")
            tokens.append(
                Token(
                    number, form, lemma if lemma != "_" else form if form == "_" else "", _value(upos), _value(xpos),
                    _feats(feats), int(head), _value(deprel), start, end, entity, _confidence(word.misc),
                )
            )  # fmt: skip
        return tuple(tokens)

    def document(self) -> Document:
        return Document("".join(self.parts), self.title, self.date, source=self.path, blocks=tuple(self.blocks))


def _comment(line: str) -> tuple[str, str]:
    key, _, value = line[1:].partition("=")
    return key.strip(), value.strip()


def _value(column: str) -> str:
    return "" if column == "_" else column


def _feats(column: str) -> tuple[tuple[str, str], ...]:
    pairs = (pair.partition("=") for pair in _value(column).split("|") if pair)
    return tuple(sorted((key, value) for key, _, value in pairs))


def _misc(column: str) -> dict[str, str]:
    return dict(pair.partition("=")[::2] for pair in _value(column).split("|") if pair)


def _confidence(misc: dict[str, str]) -> float:
    try:
        return float(misc.get("Confidence", "1"))
    except ValueError:
        return 1.0


def _block_kind(value: str) -> BlockKind:
    """Our own names, and those of GUM: ``head (1 s)``, ``list type:::"unordered" (2 s) | item (1 s)``."""
    if value in BlockKind._value2member_map_:
        return BlockKind(value)
    names = {part.split()[0] for part in value.split("|") if part.strip()}
    for name, kind in _GUM_BLOCKS.items():
        if name in names:
            return kind
    return BlockKind.PARAGRAPH


_GUM_BLOCKS = {
    "head": BlockKind.HEADING,
    "caption": BlockKind.CAPTION,
    "figure": BlockKind.CAPTION,
    "item": BlockKind.LIST_ITEM,
    "cell": BlockKind.TABLE,
    "quote": BlockKind.QUOTE,
}
