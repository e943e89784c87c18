"""ItemBank → YAML for people, JSON for programs. The same bank gives the same bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from quizgen.bank.loading import VERSION, default_document
from quizgen.records import Distractor, Evidence, Item, ItemBank, Memory, Part, Source

_HEADER = """\
# A quiz made by quizgen, and yours to change. One block is one item.
#   Reword    question, answer, explanation; of a matching or an ordering the text and the match of its parts.
#             Choose difficulty: easy, medium or hard.
#   List      other answers that are right under "accept", wrong options under "distractors", words to sort by
#             under "tags".
#   Delete    an item by deleting its block.
#   Add       an item at any place: "- question: ..." and "answer: ..." are enough.
#   Leave     id (it ties the item to the cards that learners already have), rule, fact, evidence, score, changed.
"""
_REMEMBERED = """\
# What quizgen made and read. With it your edits and deletions are kept when the quiz is made again; leave it here."""
_WIDTH = 110
_RESERVED = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
_PLAIN = re.compile(r"[^\W\d_](?:[^\W_]|[ '’“”‘(),.;!?/%&+*=$€£°–—_-]|:(?=[^\W_]))*")
_FLOW = re.compile(r"[^\W\d_](?:[^\W_]|[ '’.–-])*")
_FOLDS = re.compile(r"[^\s\x00-\x1f\x7f-\x9f\u2028\u2029]+(?: [^\s\x00-\x1f\x7f-\x9f\u2028\u2029]+)+")
_ESCAPED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""What YAML cannot hold as it is, line breaks that editors disagree on, and marks that turn the text around."""
_SURROGATE = re.compile("[\ud800-\udfff]")


def to_yaml(bank: ItemBank) -> str:
    lines = [_HEADER, f"version: {VERSION}", *_entry("title", bank.title, 0), f"language: {scalar(bank.language)}"]
    if bank.sources:
        lines.append("sources:")
    for source in bank.sources:
        lines += _block(_source_lines(source))
    lines.append("\nitems:" if bank.items else "\nitems: []")
    document = default_document(bank.sources)
    for item in bank.items:
        lines += [*_block(_item_lines(item, document)), ""]
    if bank.memory != Memory():
        lines += [_REMEMBERED, "memory:"]
        made = " ".join(f"{id}={digest}" for id, digest in bank.memory.made)
        for name, text in (("made", made), ("read", " ".join(bank.memory.read))):
            lines += [f"  {line}" for line in _entry(name, text)] if text else []
    return _writable("\n".join(lines).rstrip("\n") + "\n")


def _block(lines: Iterator[str]) -> list[str]:
    """Fields as an entry of a list: a dash before the first."""
    return [f"  {'-' if n == 0 else ' '} {line}" for n, line in enumerate("\n".join(lines).split("\n"))]


def _source_lines(source: Source) -> Iterator[str]:
    if source.title:
        yield from _entry("title", source.title)
    if source.date:
        yield f"date: {source.date.isoformat()}"
    for name in ("source", "link", "author"):
        if getattr(source, name):
            yield from _entry(name, getattr(source, name))
    yield f"key: {_quoted(source.key)}"


def _item_lines(item: Item, document: str) -> Iterator[str]:
    """What a person wants to read first comes first; what has its usual value is left out."""
    yield from _entry("question", item.question)
    if not item.parts:  # of what has parts, answer and evidence are made of them again when the file is read
        yield from _entry("answer", item.answer)
    yield f"type: {item.type}"
    if item.parts:
        yield "parts:"
        for part in item.parts:
            yield from _block(_part_lines(part))
    yield from _list("accept", item.accept)
    if item.distractors:
        yield "distractors:"
        yield from map(_distractor_line, item.distractors)
    if item.explanation:
        yield from _entry("explanation", item.explanation)
    if not item.parts:
        yield from _evidence_lines(item.evidence)
    yield f"difficulty: {item.difficulty}"
    yield from _list("tags", item.tags)
    for name in ("rule", "fact"):
        if getattr(item, name):
            yield f"{name}: {scalar(getattr(item, name))}"
    yield f"score: {item.score!r}"
    if item.document != document:
        yield f"document: {_quoted(item.document)}"
    yield f"id: {_quoted(item.id)}"
    if item.changed:
        yield f"changed: {_quoted(item.changed)}"
    if item.stale:
        yield "stale: true  # the article no longer has this sentence: keep it, reword it or delete it"


def _part_lines(part: Part) -> Iterator[str]:
    yield from _entry("text", part.text, 8)
    if part.match:
        yield from _entry("match", part.match, 8)
    yield from _evidence_lines(part.evidence)


def _distractor_line(distractor: Distractor) -> str:
    if not distractor.reason:
        return f"  - {scalar(distractor.text)}"
    return f"  - {{text: {scalar(distractor.text, _FLOW)}, reason: {scalar(distractor.reason, _FLOW)}}}"


def _evidence_lines(evidence: Evidence) -> Iterator[str]:
    if evidence == Evidence(""):
        return
    yield "evidence:"
    if evidence.text:
        yield from ("  " + line for line in _entry("text", evidence.text))
    if (evidence.start, evidence.end) != (0, 0):
        yield f"  start: {evidence.start}"
        yield f"  end: {evidence.end}"
    if (evidence.answer_start, evidence.answer_end) != (-1, -1):
        yield f"  answer_start: {evidence.answer_start}"
        yield f"  answer_end: {evidence.answer_end}"


def _list(name: str, texts: tuple[str, ...]) -> Iterator[str]:
    if texts:
        yield f"{name}: [{', '.join(scalar(text, _FLOW) for text in texts)}]"


def _entry(name: str, text: str, indent: int = 4) -> list[str]:
    """``name: text``, folded over several lines where it is long and folding loses nothing."""
    if len(text) + len(name) + indent <= _WIDTH or not _FOLDS.fullmatch(text) or _ESCAPED.search(text):
        return [f"{name}: {scalar(text)}"]
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > _WIDTH - indent - 4:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return [f"{name}: >-", *(f"  {line}" for line in lines)]


def scalar(text: str, plain: re.Pattern[str] = _PLAIN) -> str:
    """A YAML scalar that every reader takes for this very text: in quotes wherever there is a doubt."""
    if plain.fullmatch(text) and not text.endswith((" ", ":")) and text.casefold() not in _RESERVED:
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))


def _writable(text: str) -> str:
    """Half a surrogate pair cannot be written as UTF-8."""
    return _SURROGATE.sub("\ufffd", text)


def to_json(bank: ItemBank) -> str:
    """Every field of every record, defaults too, under the names of the records."""
    document = {
        "version": VERSION,
        "title": bank.title,
        "language": bank.language,
        "sources": [{**_plain(s), "date": s.date.isoformat() if s.date else None} for s in bank.sources],
        "items": [_item_mapping(item) for item in bank.items],
        "memory": {"made": " ".join(map("=".join, bank.memory.made)), "read": " ".join(bank.memory.read)},
    }
    return _writable(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _item_mapping(item: Item) -> dict[str, Any]:
    nested = {"distractors": [_plain(d) for d in item.distractors], "evidence": _plain(item.evidence)}
    parts = [{**_plain(part), "evidence": _plain(part.evidence)} for part in item.parts]
    return {**_plain(item), "type": str(item.type), **nested, "parts": parts}


def _plain(record: Any) -> dict[str, Any]:
    """Fields by name, in the order of the record."""
    return {name: getattr(record, name) for name in record.__dataclass_fields__}
