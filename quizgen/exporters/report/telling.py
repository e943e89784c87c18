"""An explanation in the order of the article: sentence by sentence what was found in it and what became of that."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quizgen.records import Explanation, Fact, Item, Rejection, Sentence

_STATEMENTS = ("paragraph", "quote", "row")
_PARTS = ("beginning", "middle", "end")
"""Thirds of the sentences that are read as statements."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """What a rule made of a sentence: an item that was picked, one that could have been, or one that was refused."""

    question: str
    answer: str
    rule: str
    number: int = 0
    """Of the item in the quiz, from 1 on; 0 where it was not picked."""
    type: str = ""
    """That the picked item has, where it is not the one of the rule."""
    filter: str = ""
    """What refused it; empty where nothing did."""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence."""

    number: int
    """From 1 on, in the whole article."""
    text: str
    paragraph: int
    """Sentences with the same number stand in one block."""
    kind: str
    """Of its block: *paragraph*, *title*, *list_item*, as ``BlockKind`` has them."""
    unread: str
    """Why nothing was read in it; empty where it was read."""
    facts: tuple[str, ...]
    attempts: tuple[Attempt, ...]

    @property
    def items(self) -> tuple[int, ...]:
        """The numbers of the picked items that rest on it alone."""
        return tuple(attempt.number for attempt in self.attempts if attempt.number)


@dataclass(frozen=True, slots=True)
class Pick:
    """A picked item with the numbers of its sentences."""

    number: int
    item: Item
    parts: tuple[int, ...]
    """Of each part its sentence; of an item without parts its one."""

    @property
    def sentences(self) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self.parts))


@dataclass(frozen=True, slots=True)
class Report:
    title: str
    day: str
    language: str
    passages: tuple[Passage, ...]
    picks: tuple[Pick, ...]
    summary: tuple[tuple[int, str], ...]
    """Of sentences, facts, candidates, refused and picked, how many."""
    charts: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    """Title of each, its names and numbers."""


def tell(explanation: Explanation) -> Report:
    """The explanation, retold."""
    document = explanation.analysis.document
    picks = tuple(_picks(explanation))
    return Report(
        title=explanation.bank.title,
        day=document.date.isoformat() if document.date else "",
        language=document.language,
        passages=tuple(_passages(explanation, picks)),
        picks=picks,
        summary=_summary(explanation),
        charts=tuple(_charts(explanation, picks)),
    )


def _picks(explanation: Explanation) -> Iterator[Pick]:
    for number, item in enumerate(explanation.bank, start=1):
        starts = [part.evidence.start for part in item.parts] or [item.evidence.start]
        yield Pick(number, item, tuple(_sentence_at(start, explanation) + 1 for start in starts))


def _passages(explanation: Explanation, picks: tuple[Pick, ...]) -> Iterator[Passage]:
    facts: dict[int, list[str]] = defaultdict(list)
    attempts: dict[int, list[Attempt]] = defaultdict(list)
    for fact in explanation.facts:
        facts[fact.sentence].append(_fact(fact))
    for index, attempt in _attempts(explanation, {pick.item.id: pick for pick in picks}):
        attempts[index].append(attempt)
    for sentence in explanation.analysis.sentences:
        yield Passage(
            number=sentence.index + 1,
            text=" ".join(sentence.text.split()),
            paragraph=sentence.paragraph,
            kind=str(sentence.block),
            unread=_unread(sentence),
            facts=tuple(facts[sentence.index]),
            attempts=tuple(attempts[sentence.index]),
        )


def _unread(sentence: Sentence) -> str:
    if sentence.skipped:
        return f"skipped: {sentence.skipped}"
    kind = str(sentence.block)
    return "" if kind in _STATEMENTS else f"{kind.replace('_', ' ')}: not read as a statement"


def _attempts(explanation: Explanation, picks: dict[str, Pick]) -> Iterator[tuple[int, Attempt]]:
    """Every item that a rule made with the index of its sentence; then what never became one.

    Two facts may give the same words, one of them picked and one refused: each refusal is told once.
    """
    reasons: dict[tuple[int, str, str, str], list[Rejection]] = defaultdict(list)
    for reason in explanation.rejections:
        reasons[reason.sentence, reason.rule, reason.question, reason.answer].append(reason)
    for item in explanation.candidates:
        index = _sentence_at(item.evidence.start, explanation)
        against = reasons[index, item.rule, item.question, item.answer]
        pick = picks.get(item.id)
        if pick is not None or not against:
            yield index, _made(item, pick)
        else:
            yield index, _refused(against.pop(0))
    for left in reasons.values():
        yield from ((reason.sentence, _refused(reason)) for reason in left)


def _made(item: Item, pick: Pick | None) -> Attempt:
    if pick is None:
        return Attempt(item.question, item.answer, item.rule)
    kind = str(pick.item.type) if pick.item.type != item.type else ""
    return Attempt(item.question, item.answer, item.rule, pick.number, kind)


def _refused(reason: Rejection) -> Attempt:
    return Attempt(reason.question, reason.answer, reason.rule, filter=reason.filter, reason=reason.reason)


def _fact(fact: Fact) -> str:
    roles = "; ".join(
        f"{name}: {phrase.text}{f' ({phrase.type})' if phrase.type else ''}" for name, phrase in fact.roles
    )
    by = f", by {fact.extractor}" if fact.extractor else ""
    return f"{fact.kind}  {roles}  [sure to {fact.confidence:.2f}{by}]"


def _sentence_at(start: int, explanation: Explanation) -> int:
    """Index of the sentence that begins or goes on at an offset."""
    return next((s.index for s in explanation.analysis.sentences if s.start <= start < s.end), 0)


def _summary(explanation: Explanation) -> tuple[tuple[int, str], ...]:
    return (
        (len(explanation.analysis.sentences), "sentences"),
        (len(explanation.facts), "facts"),
        (len(explanation.candidates), "candidates"),
        (len(explanation.rejections), "refused"),
        (len(explanation.bank), "picked"),
    )


# ----------------------------------------------------------------------------------------------------------- charts


def _charts(explanation: Explanation, picks: tuple[Pick, ...]) -> Iterator[tuple[str, tuple[tuple[str, int], ...]]]:
    yield "Items by type", _counted(str(pick.item.type).replace("_", " ") for pick in picks)
    yield "Items by kind of fact", _counted(pick.item.fact or pick.item.rule.partition(".")[0] for pick in picks)
    yield "Items by rule", _counted(pick.item.rule for pick in picks)
    parts = Counter(_part(explanation, pick) for pick in picks)
    yield "Items by part of the article", tuple((part, parts[part]) for part in _PARTS)
    yield "Refused, by filter", _counted(rejection.filter for rejection in explanation.rejections)


def _counted(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Names with their numbers, the commonest first."""
    return tuple(sorted(Counter(names).items(), key=lambda pair: (-pair[1], pair[0])))


def _part(explanation: Explanation, pick: Pick) -> str:
    read = [s.index + 1 for s in explanation.analysis.sentences if not _unread(s)]
    before = sum(number < pick.sentences[0] for number in read)
    return _PARTS[min(2, 3 * before // max(1, len(read)))]
