"""CoNLL-U in and out: the output of any UD parser, and gold trees, can take the parser's place.

https://universaldependencies.org/format.html. Empty nodes and enhanced dependencies are read over. A token's
entity type stands in MISC as ``Etype=person``; GUM's own ``Entity=`` bracketing is read too, never written.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from quizgen.analysis.words import is_clitic
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


def dumps(sentences: Iterable[Sentence]) -> str:
    """Write valid CoNLL-U; ``loads`` gives the same trees back."""
    lines: list[str] = []
    paragraph = -1
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            lines.append("# newpar")
            lines.append(f"# newpar_block = {sentence.block}")
        lines.extend(_sentence_lines(sentence))
        lines.append("")
    return "".join(line + "\n" for line in lines)


# --------------------------------------------------------------------------------------------------------------
# In
# --------------------------------------------------------------------------------------------------------------

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
class _Surface:
    """One orthographic token: the ids of its words and how it stands in the text."""

    first: int
    last: int
    form: str
    space_after: bool


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
    text: str = ""
    title: str = ""
    date: datetime.date | None = None
    entity_fields: list[str] = field(default_factory=list)
    kind: BlockKind = BlockKind.PARAGRAPH
    joiner: str = ""

    def fail(self, line: int, message: str) -> ReadingError:
        return ReadingError(message, path=self.path or "CoNLL-U", line=line, hint=_HINT)

    def add(self, rows: list[Row]) -> None:
        """Read one sentence and put its text at the end of the document's."""
        comments = [line for _, line in rows if line.startswith("#")]
        values = dict(_comment(line) for line in comments)
        words, surfaces = self.words([row for row in rows if not row[1].startswith("#")])
        if not words:
            return
        self.check_tree(words)
        self.meta(values)
        text, offsets = _lay_out(values.get("text", ""), surfaces, words)
        if self.sentences and ("newpar" in values or any(key.startswith(("newpar ", "newdoc")) for key in values)):
            self.joiner = "\n\n"
        start_paragraph = not self.sentences or self.joiner == "\n\n"
        if start_paragraph:
            self.kind = _block_kind(values.get("newpar_block", ""))
        start = len(self.text) + len(self.joiner)
        self.text += self.joiner + text
        self.joiner = " " if surfaces[-1].space_after else ""
        span = Span(start if start_paragraph else self.blocks[-1].span.start, len(self.text))
        self.blocks[-1 if not start_paragraph else len(self.blocks) :] = [Block(self.kind, span)]
        tokens = self.tokens(words, [(start + a, start + b) for a, b in offsets])
        self.sentences.append(
            Sentence(
                len(self.sentences), tokens, text, start, len(self.text), self.kind, len(self.blocks) - 1,
                values.get("skipped", ""),
            )
        )  # fmt: skip

    def meta(self, values: dict[str, str]) -> None:
        self.title = self.title or values.get("meta::title", "")
        created = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", values.get("meta::dateCreated", ""))
        if created and not self.date:
            self.date = datetime.date(*map(int, created.groups()))
        if "global.Entity" in values:
            self.entity_fields = values["global.Entity"].split("-")

    def words(self, rows: list[Row]) -> tuple[list[_Word], list[_Surface]]:
        words: list[_Word] = []
        surfaces: list[_Surface] = []
        for line, row in rows:
            columns = row.split("\t")
            if len(columns) != 10:
                raise self.fail(line, f"A line of {len(columns)} columns, not ten.")
            misc = _misc(columns[9])
            space = misc.get("SpaceAfter") != "No"
            if re.fullmatch(r"\d+\.\d+", columns[0]):
                continue
            covered = re.fullmatch(r"(\d+)-(\d+)", columns[0])
            if covered:
                surfaces.append(_Surface(int(covered[1]), int(covered[2]), columns[1], space))
                continue
            if columns[0] != str(len(words) + 1):
                raise self.fail(line, f"The word has the id {columns[0]!r}, not {len(words) + 1}.")
            words.append(_Word(line, columns, misc))
            if not surfaces or surfaces[-1].last < len(words):
                surfaces.append(_Surface(len(words), len(words), columns[1], space))
        if surfaces and (surfaces[-1].last != len(words) or any(s.first > s.last for s in surfaces)):
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
        mentions = _mentions([word.misc.get("Entity", "") for word in words], self.entity_fields)
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
        return Document(self.text, self.title, self.date, source=self.path, blocks=tuple(self.blocks))


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


def _lay_out(text: str, surfaces: Sequence[_Surface], words: Sequence[_Word]) -> tuple[str, list[tuple[int, int]]]:
    """The sentence's text and the offsets of its words in it. A ``# text`` that does not fit the forms is put aside."""
    spans = _find(text, surfaces)
    if spans is None:
        text = "".join(s.form + (" " if s.space_after else "") for s in surfaces).rstrip(" ")
        spans = _find(text, surfaces) or []
    offsets: list[tuple[int, int]] = []
    for surface, span in zip(surfaces, spans, strict=True):
        offsets.extend(_share(span, surface.form, [words[i - 1].form for i in range(surface.first, surface.last + 1)]))
    return text, offsets


def _find(text: str, surfaces: Sequence[_Surface]) -> list[tuple[int, int]] | None:
    at = 0
    spans = []
    for surface in surfaces:
        while at < len(text) and text[at].isspace():
            at += 1
        if not text.startswith(surface.form, at):
            return None
        spans.append((at, at + len(surface.form)))
        at = spans[-1][1]
    return spans if not text[at:].strip() else None


def _share(span: tuple[int, int], form: str, parts: list[str]) -> list[tuple[int, int]]:
    """Divide an orthographic token among its words: *don't* to the letter, French *du* (de + le) by length."""
    total = sum(map(len, parts)) or 1
    ends = [sum(map(len, parts[: i + 1])) for i in range(len(parts))]
    if total != len(form):
        ends = [round(end * len(form) / total) for end in ends]
    starts = [0, *ends[:-1]]
    return [(span[0] + start, span[0] + end) for start, end in zip(starts, ends, strict=True)]


def _mentions(columns: Sequence[str], fields: Sequence[str]) -> dict[int, str]:
    """Head word of each mention of GUM's ``Entity=`` column with the type of the mention; the innermost wins."""
    place = {name: i for i, name in enumerate(fields)}
    if place.get("GRP") != 0 or not {"etype", "minspan"} <= set(place):
        return {}
    opened: list[tuple[int, list[str]]] = []
    found: list[tuple[int, int, str]] = []  # length, head, type
    for number, column in enumerate(columns, start=1):
        for opens, content, closes in re.findall(r"(\(?)([^()]+)(\)?)", column):
            parts = content.split("-")
            if opens:
                opened.append((number, parts))
            match = next((m for m in reversed(opened) if m[1][0] == parts[0]), None) if closes else None
            if match and len(match[1]) > place["minspan"]:
                opened.remove(match)
                digits = re.match(r"\d+", match[1][place["minspan"]])
                head = match[0] + int(digits[0]) - 1 if digits else match[0]
                found.append((number - match[0], head, match[1][place["etype"]]))
    return {head: kind for _, head, kind in sorted(found, key=lambda mention: -mention[0])}


# --------------------------------------------------------------------------------------------------------------
# Out
# --------------------------------------------------------------------------------------------------------------


def _sentence_lines(sentence: Sentence) -> Iterator[str]:
    yield f"# sent_id = {sentence.index + 1}"
    if sentence.skipped:
        yield f"# skipped = {' '.join(sentence.skipped.split())}"
    yield f"# text = {' '.join(sentence.text.split())}"
    covered = {first: last for first, last in _multiword(sentence.tokens)}
    inside = 0
    for token in sentence.tokens:
        if token.id in covered:
            inside = covered[token.id]
            form = "".join(t.form for t in sentence.tokens[token.id - 1 : inside])
            misc = "_" if _space_after(sentence, inside) else "SpaceAfter=No"
            yield "\t".join((f"{token.id}-{inside}", form, *["_"] * 7, misc))
        yield _token_line(token, token.id > inside and not _space_after(sentence, token.id))


def _token_line(token: Token, glued: bool) -> str:
    misc = []
    if token.confidence < 1.0:
        misc.append(f"Confidence={token.confidence:.3f}")
    if token.entity:
        misc.append(f"Etype={token.entity}")
    if glued:
        misc.append("SpaceAfter=No")
    feats = "|".join(f"{key}={value}" for key, value in token.feats)
    columns = (token.lemma, token.upos, token.xpos, feats, str(token.head), token.deprel, "", "|".join(misc))
    return "\t".join((str(token.id), token.form, *(column or "_" for column in columns)))


def _space_after(sentence: Sentence, id: int) -> bool:
    """Whether a blank follows the token; for the last one it says nothing about the next sentence: yes."""
    if id == len(sentence.tokens):
        return True
    return sentence.tokens[id].start > sentence.tokens[id - 1].end


def _multiword(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """First and last id of what UD English writes as one multiword token: a word with its clitics."""
    first = 0
    for token in tokens:
        previous = tokens[token.id - 2] if token.id > 1 else None
        glued = (
            previous is not None and previous.end == token.start and is_clitic(previous.form, token.form, token.xpos)
        )
        if glued:
            first = first or token.id - 1
        if first and not glued:
            yield first, token.id - 1
            first = 0
    if first:
        yield first, len(tokens)
