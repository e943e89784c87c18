"""Going through the items of a bank: what was decided, where one is, and the way back. No I/O, nothing is changed.

An item to edit is a small YAML text of the fields that a reviewer may change; ``edit_text`` and ``read_edit``.
"""

from __future__ import annotations

import datetime
import enum
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quizgen.bank import content, loading, stamp
from quizgen.bank.tree import Node, from_yaml
from quizgen.bank.writing import scalar
from quizgen.errors import BankError
from quizgen.records import Distractor, Evidence, Item, ItemBank, ItemType, Part, replace


class Decision(enum.Enum):
    BEFORE = "looked at in an earlier review"
    KEPT = "kept"
    DROPPED = "dropped"
    EDITED = "edited"


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of the bank and what was decided about it. A dropped one stays, so that it can come back."""

    item: Item
    decision: Decision | None = None
    """None: not looked at yet."""


@dataclass(frozen=True, slots=True)
class Review:
    """The state of a review. Every method answers with the next state; one that can do nothing with the same."""

    start: ItemBank
    """The bank as it was at the beginning."""
    entries: tuple[Entry, ...]
    """One for each item of ``start``, in its order."""
    position: int
    """Index into ``entries`` of the item to look at; their number when nothing is left."""
    steps: tuple[tuple[int, Entry], ...] = ()
    """What was decided, the latest last: the position, and the entry as it was before."""

    @property
    def current(self) -> Entry | None:
        return self.entries[self.position] if self.position < len(self.entries) else None

    @property
    def bank(self) -> ItemBank:
        """The bank as it stands now."""
        left = tuple(entry.item for entry in self.entries if entry.decision is not Decision.DROPPED)
        bank: ItemBank = replace(self.start, items=left)
        return bank

    @property
    def seen(self) -> dict[str, str]:
        """Fingerprints by id of the items that were looked at and are still there."""
        decided = (e.item for e in self.entries if e.decision not in (None, Decision.DROPPED))
        return {item.id: fingerprint(item) for item in decided}

    def count(self, decision: Decision | None) -> int:
        """How many items this was decided about; None: how many are left."""
        return sum(entry.decision is decision for entry in self.entries)

    def keep(self) -> Review:
        """An item that was edited in this review still counts as edited."""
        entry = self.current
        decision = Decision.EDITED if entry and entry.decision is Decision.EDITED else Decision.KEPT
        return self._decide(Entry(entry.item, decision)) if entry else self

    def drop(self) -> Review:
        return self._decide(Entry(self.current.item, Decision.DROPPED)) if self.current else self

    def edit(self, item: Item, now: datetime.datetime) -> Review:
        """``item`` takes the place of the current one under the same id and is marked as changed ``now``.

        One that says the same is no edit, and nothing is decided.
        """
        if self.current is None or content(item) == content(self.current.item):
            return self
        old = self.current.item
        stamped = stamp(ItemBank("", (replace(item, id=old.id),)), ItemBank("", (old,)), now)
        return self._decide(Entry(stamped.items[0], Decision.EDITED))

    def undo(self) -> Review:
        """Takes the latest decision back, whichever item it was about, and goes to that item."""
        if not self.steps:
            return self
        position, entry = self.steps[-1]
        return Review(self.start, _with(self.entries, position, entry), position, self.steps[:-1])

    def back(self) -> Review:
        """Goes to the item before that is still there; what was decided about it stands until it is decided anew."""
        there = (n for n in range(self.position - 1, -1, -1) if self.entries[n].decision is not Decision.DROPPED)
        return Review(self.start, self.entries, next(there, self.position), self.steps)

    def _decide(self, entry: Entry) -> Review:
        entries = _with(self.entries, self.position, entry)
        steps = (*self.steps, (self.position, self.entries[self.position]))
        return Review(self.start, entries, _next(entries, self.position), steps)


def begin(bank: ItemBank, seen: Mapping[str, str] | None = None) -> Review:
    """A review at the first item that is not in ``seen`` (fingerprints by id), or says something else since."""
    known = seen or {}
    entries = tuple(Entry(i, Decision.BEFORE if known.get(i.id) == fingerprint(i) else None) for i in bank.items)
    return Review(bank, entries, _next(entries, -1))


def fingerprint(item: Item) -> str:
    """Sixteen hex digits that change with what a learner sees of the item."""
    return hashlib.sha256(json.dumps(content(item)).encode("ascii")).hexdigest()[:16]


def _with(entries: tuple[Entry, ...], position: int, entry: Entry) -> tuple[Entry, ...]:
    return (*entries[:position], entry, *entries[position + 1 :])


def _next(entries: tuple[Entry, ...], position: int) -> int:
    """The first item after a position that nothing was decided about, else the first of all."""
    order = (*range(position + 1, len(entries)), *range(position + 1))
    return next((n for n in order if entries[n].decision is None), len(entries))


# An item to edit ------------------------------------------------------------------------------------------------

_FIELDS = ("question", "answer", "type", "accept", "distractors", "explanation", "difficulty", "tags", "parts")
_HEAD = "# Save and close to take this over. Leave it as it is, or delete all of it, and nothing changes.\n"


def edit_text(item: Item) -> str:
    """The fields of an item that a reviewer may change, as YAML. Of what has parts the answer is made of them."""
    return _HEAD + "\n".join(_lines(item)) + "\n"


def _lines(item: Item) -> Iterator[str]:
    yield f"question: {scalar(item.question)}"
    if item.parts:
        yield "parts:"
        for part in item.parts:
            yield f"  - text: {scalar(part.text)}"
            yield f"    match: {scalar(part.match)}"
    else:
        yield f"answer: {scalar(item.answer)}"
        yield f"type: {item.type}"
        yield from _list("accept", item.accept)
        yield from _list("distractors", tuple(d.text for d in item.distractors))
    yield f"explanation: {scalar(item.explanation)}"
    yield f"difficulty: {item.difficulty}"
    yield from _list("tags", item.tags)


def _list(name: str, texts: tuple[str, ...]) -> Iterator[str]:
    yield f"{name}:" if texts else f"{name}: []"
    yield from (f"  - {scalar(text)}" for text in texts)


def read_edit(item: Item, text: str) -> Item:
    """The item with the fields of an edited text; the same item where the text is empty.

    Raises BankError with the line in ``text``.
    """
    root = from_yaml(text)
    if root.value == "":
        return item
    read = loading.bank(Node({"items": Node([_completed(item, root)], 1)}, 1)).items[0]
    changed: Item = replace(item, **{name: getattr(read, name) for name in _FIELDS})
    changed = replace(changed, distractors=_with_reasons(changed.distractors, item.distractors))
    if changed.parts:
        parts = _with_evidence(changed.parts, item.parts)
        return replace(changed, parts=parts, evidence=parts[0].evidence)
    return replace(changed, evidence=_evidence(item, changed))


def _completed(item: Item, root: Node) -> Node:
    """What was given, with the item's own type and difficulty where they were left out."""
    if not isinstance(root.value, dict):
        return root  # the loader says what is wrong
    fields = dict(root.value)
    for name, node in fields.items():
        if name in Item.__dataclass_fields__ and name not in _FIELDS:
            hint = "Delete the line here; it can be changed in the quiz file."
            raise BankError(f'"{name}" is not changed in a review.', line=node.line, hint=hint)
    for name, usual in (("type", str(item.type)), ("difficulty", item.difficulty)):
        if name not in fields or fields[name].value == "":
            fields[name] = Node(usual, root.line)
    return Node(fields, root.line)


def _with_reasons(new: tuple[Distractor, ...], old: tuple[Distractor, ...]) -> tuple[Distractor, ...]:
    """A wrong option that was not reworded keeps the reason for which it was chosen."""
    known = {d.text: d.reason for d in old}
    return tuple(replace(d, reason=d.reason or known.get(d.text, "")) for d in new)


def _with_evidence(new: tuple[Part, ...], old: tuple[Part, ...]) -> tuple[Part, ...]:
    """A part keeps its sentence as long as one of its sides stays."""
    texts = {part.text: part.evidence for part in old}
    matches = {part.match: part.evidence for part in old if part.match}
    return tuple(replace(p, evidence=texts.get(p.text) or matches.get(p.match) or p.evidence) for p in new)


def _evidence(old: Item, new: Item) -> Evidence:
    """The sentence with the place of the new answer, which the old one's would mark wrongly."""
    evidence = old.evidence
    if new.answer == old.answer or new.type is ItemType.TRUE_FALSE:
        return evidence
    found = re.search(rf"(?<!\w){re.escape(new.answer)}(?!\w)", evidence.text)
    start, end = (found.start() + evidence.start, found.end() + evidence.start) if found else (-1, -1)
    moved: Evidence = replace(evidence, answer_start=start, answer_end=end)
    return moved
