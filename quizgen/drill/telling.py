"""The lines of a round: questions, verdicts, sentences, help, the summary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.drill.grading import LETTERS, choose, labels_of, letters_of, truth
from quizgen.drill.pieces import Line, Piece, Style, line
from quizgen.drill.replies import Card, letter_span, span_of
from quizgen.drill.verdict import Mark, Verdict
from quizgen.records import Evidence, Item, ItemBank, ItemType

_SIGNS = {Mark.RIGHT: "✓", Mark.CLOSE: "≈", Mark.WRONG: "✗"}
_WORDS = {Mark.RIGHT: "Right", Mark.CLOSE: "Close", Mark.WRONG: "Wrong"}
_STYLES = {Mark.RIGHT: Style.RIGHT, Mark.CLOSE: Style.CLOSE, Mark.WRONG: Style.WRONG}
_INDENT = "  "


@dataclass(frozen=True, slots=True)
class Answered:
    """One card that was put, and what the player made of it."""

    card: Card
    given: str = ""
    verdict: Verdict | None = None
    """None: skipped."""
    hints: int = 0
    seconds: float = 0.0
    """From the question to the answer."""

    @property
    def mark(self) -> Mark | None:
        return self.verdict.mark if self.verdict else None


@dataclass(frozen=True, slots=True)
class Result:
    """A round that was played, to its end or not."""

    bank: ItemBank
    answered: tuple[Answered, ...]
    total: int
    """How many cards there were to put."""
    players: tuple[str, ...] = ()
    """Who take turns; empty: one person plays."""

    def count(self, mark: Mark | None) -> int:
        """How many answers have this mark; None: how many were skipped."""
        return sum(answer.mark is mark for answer in self.answered)

    @property
    def score(self) -> int:
        """Answers that count: the right ones and the close ones."""
        return self.count(Mark.RIGHT) + self.count(Mark.CLOSE)

    @property
    def streak(self) -> int:
        """Answers in a row that counted, up to the last."""
        counted = [answer.mark in (Mark.RIGHT, Mark.CLOSE) for answer in self.answered]
        return next((n for n, good in enumerate(reversed(counted)) if not good), len(counted))

    @property
    def board(self) -> tuple[tuple[str, int], ...]:
        """The points of each player, in the order of their turns."""
        places = range(len(self.players))
        return tuple((self.players[n], self._points(n)) for n in places)

    def _points(self, player: int) -> int:
        mine = self.answered[player :: len(self.players)]
        return sum(answer.mark in (Mark.RIGHT, Mark.CLOSE) for answer in mine)

    @property
    def missed(self) -> tuple[Answered, ...]:
        """What to look at again: all that was not right."""
        return tuple(answer for answer in self.answered if answer.mark is not Mark.RIGHT)


# Before an answer -----------------------------------------------------------------------------------------------


def welcome(bank: ItemBank, total: int) -> Iterator[Line]:
    """The title of the quiz, and how to play."""
    questions = "1 question" if total == 1 else f"{total} questions"
    yield line(Piece(bank.title, Style.STRONG))
    yield line(f"{questions}. Type an answer and press Enter; ? shows all keys.")


def question(card: Card) -> Iterator[Line]:
    """The question with its options."""
    if card.item.type is ItemType.TRUE_FALSE:
        yield line("True or false?")
    elif card.item.type is ItemType.CLOZE:
        yield line("What is missing?")
    yield line(Piece(card.item.question, Style.STRONG))
    if card.item.type is ItemType.MATCHING:
        for number, part in enumerate(card.item.parts, start=1):
            yield line(part.text, lead=f"{_INDENT}{number}  ")
        yield line()
    labels = tuple(LETTERS) if card.item.parts else labels_of(card.options)
    for label, option in zip(labels, card.options, strict=False):
        yield line(option, lead=f"{_INDENT}{label}  ")


def prompt(card: Card) -> str:
    """What stands before the player's answer."""
    if card.item.type is ItemType.ORDERING:
        return f"{letter_span(card.options)} in order: "
    if card.item.type is ItemType.MATCHING:
        return f"{letter_span(card.options)} for 1-{len(card.options)}: "
    if card.item.type is ItemType.CHOICE:
        return f"{span_of(card.options)}: "
    return "t/f: " if card.item.type is ItemType.TRUE_FALSE else "Answer: "


def keys() -> Iterator[Line]:
    """All that can be typed."""
    yield line("Type an answer and press Enter. Instead of an answer:")
    for key, meaning in (
        ("1-4", "choose an option; a-d do the same, and so does its text"),
        ("b a c", "the letters from first to last, or those that belong to 1, 2, 3; 1b 2a 3c does the same"),
        ("t f", "true or false; so do y and n, 1 and 2"),
        ("h", "a hint, and another one"),
        ("s", "skip this question"),
        ("u", "take the last answer back, and answer that question again"),
        ("o", "overrule: the last answer counts as right"),
        ("q", "end the round and see the score; so do Ctrl-C and Ctrl-D"),
        ("?", "this help"),
    ):
        yield line(meaning, lead=f"{_INDENT}{key:<6}")
    yield line("A typed answer may differ in capitals, accents, articles and small slips, but not in its numbers.")


# After an answer ------------------------------------------------------------------------------------------------


def verdict(answered: Answered, bank: ItemBank) -> Iterator[Line]:
    """The mark in words, the right answer, and the sentence that it comes from."""
    item = answered.card.item
    if answered.verdict is None:
        yield line(f"Skipped. {_the_answer(answered.card)}", lead="- ")
    else:
        yield _marked(answered.verdict, answered.card)
    if item.parts:
        yield from _solution(answered.card)
    if item.explanation:
        yield line(item.explanation, lead=_INDENT)
    yield from _source(item, bank)


def _solution(card: Card) -> Iterator[Line]:
    """The parts in the order of the answer, each with its letter."""
    for letter, part in zip(letters_of(card.item, card.options).split(), card.item.parts, strict=True):
        if card.item.type is ItemType.MATCHING:
            yield line(f"{part.text} – ", Piece(part.match, Style.ANSWER), lead=f"{_INDENT}{letter}  ")
        else:
            yield line(part.text, f" ({part.match})" if part.match else "", lead=f"{_INDENT}{letter}  ")


def _marked(verdict: Verdict, card: Card) -> Line:
    mark = verdict.mark
    head = Piece(f"{_SIGNS[mark]} {_WORDS[mark]}", _STYLES[mark])
    reason = f" ({verdict.reason})" if verdict.reason else ""
    if mark is Mark.RIGHT and card.item.type is not ItemType.TRUE_FALSE:
        return line(head, f": {verdict.expected if card.item.parts else card.item.answer}")
    return line(head, f"{reason}. {_the_answer(card)}")


def _the_answer(card: Card) -> str:
    item = card.item
    if item.parts:
        return f"The answer is: {letters_of(item, card.options)}"
    if item.type is ItemType.TRUE_FALSE:
        return "It is true." if truth(item.answer) else "It is false."
    return f"The answer is: {item.answer}"


def _source(item: Item, bank: ItemBank) -> Iterator[Line]:
    """The sentences with the answer marked, and the title of their article."""
    source = bank.source_of(item)
    title = (Piece(f" ({source.title})", Style.QUIET),) if source and source.title else ()
    shown = _sentences(item)
    for number, pieces in enumerate(shown, start=1):
        yield line(*pieces, *(title if number == len(shown) else ()), lead=f"{_INDENT}> ")


def _sentences(item: Item) -> list[tuple[Piece, ...]]:
    """What the item rests on: one sentence, of a matching or an ordering those of all its parts."""
    if item.parts:
        return [(Piece(text),) for text in dict.fromkeys(part.evidence.text for part in item.parts) if text]
    return [sentence(item)] if item.evidence.text else []


def sentence(item: Item) -> tuple[Piece, ...]:
    """The sentence that the item rests on, cut so that the answer is a piece of its own."""
    text = item.evidence.text
    start, end = _place(item.evidence, item)
    if start < 0:
        return (Piece(text),)
    parts = ((text[:start], Style.PLAIN), (text[start:end], Style.ANSWER), (text[end:], Style.PLAIN))
    return tuple(Piece(part, style) for part, style in parts if part)


def _place(evidence: Evidence, item: Item) -> tuple[int, int]:
    """Where the answer stands in the sentence; -1 when it does not."""
    start, end = evidence.answer_start - evidence.start, evidence.answer_end - evidence.start
    if evidence.answer_start >= 0 and 0 <= start < end <= len(evidence.text):
        return start, end
    if item.type is ItemType.TRUE_FALSE:
        return -1, -1
    for answer in (item.answer, *item.accept):
        found = re.search(rf"(?<!\w){re.escape(answer.strip())}(?!\w)", evidence.text, re.IGNORECASE)
        if found and answer.strip():
            return found.span()
    return -1, -1


def turn(result: Result) -> Iterator[Line]:
    """Whose turn it is."""
    if result.players:
        yield line(Piece(f"{result.players[len(result.answered) % len(result.players)]}, your turn.", Style.STRONG))


def board(result: Result) -> Iterator[Line]:
    """The points so far, in one line."""
    if result.players:
        yield line(" · ".join(f"{name} {points}" for name, points in result.board), lead=_INDENT)


def final_board(result: Result) -> Iterator[Line]:
    """The players by their points; those with the same share a place."""
    ranked = sorted(result.board, key=lambda entry: -entry[1])
    for name, points in ranked:
        place = 1 + sum(other > points for _, other in ranked)
        style = Style.STRONG if place == 1 else Style.PLAIN
        yield line(Piece(f"{name}: {points} point{'' if points == 1 else 's'}", style), lead=f"{place}. ")


# At the end -----------------------------------------------------------------------------------------------------


def summary(result: Result) -> Iterator[Line]:
    """The score, and what to look at again."""
    asked = len(result.answered)
    if asked < result.total:
        yield line(f"The round ended after {asked} of {result.total} questions.")
    if not asked:
        yield line("No question was answered.")
        return
    yield from final_board(result)
    yield line(Piece(f"Score: {result.score} of {asked}", Style.STRONG), f" ({_percent(result.score, asked)})")
    yield line(_counts(result))
    if not result.missed:
        yield line("Nothing to look at again.")
        return
    yield line()
    yield line(Piece("Look at again", Style.STRONG))
    for answered in result.missed:
        yield from _again(answered)


def _percent(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)} %"


def _counts(result: Result) -> str:
    hinted = sum(1 for answer in result.answered if answer.hints)
    counts = [(result.count(mark), word) for mark, word in ((Mark.RIGHT, "right"), (Mark.CLOSE, "close"))]
    counts += [(result.count(Mark.WRONG), "wrong"), (result.count(None), "skipped"), (hinted, "with a hint")]
    return ", ".join(f"{count} {word}" for count, word in counts if count) + "."


def _again(answered: Answered) -> Iterator[Line]:
    item = answered.card.item
    yield line(item.question, lead="- ")
    yield line(Piece(_the_answer(answered.card), Style.STRONG), lead=_INDENT)
    if item.parts:
        yield from _solution(answered.card)
    if answered.given:
        yield line(f"You answered: {_in_full(answered)}", lead=_INDENT)
    if item.explanation:
        yield line(item.explanation, lead=_INDENT)
    for pieces in _sentences(item):
        yield line(*pieces, lead=f"{_INDENT}> ")


def _in_full(answered: Answered) -> str:
    """What the player typed, or the option that it stands for."""
    return (choose(answered.given, answered.card.options) if answered.card.options else None) or answered.given
