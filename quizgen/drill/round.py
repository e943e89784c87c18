"""A round: puts the cards one by one, judges the answers, ends with the score."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from quizgen.drill import telling
from quizgen.drill.deadline import TimeUp, deadline
from quizgen.drill.grading import grade
from quizgen.drill.hints import hint
from quizgen.drill.pieces import Line, line
from quizgen.drill.replies import Card, Command, command, complaint, deal
from quizgen.drill.screen import Screen
from quizgen.drill.telling import Answered, Result
from quizgen.drill.verdict import Mark, Verdict
from quizgen.records import ItemBank

if TYPE_CHECKING:
    from quizgen.drill.recording import Recorder


class Left(Exception):
    """The player ended the round: by ``q``, by Ctrl-D, or because the input is used up."""


def play(
    bank: ItemBank,
    screen: Screen,
    *,
    seed: int | None = None,
    limit: int | None = None,
    players: Sequence[str] = (),
    time_limit: float | None = None,
    recorder: Recorder | None = None,
    cards: Sequence[Card] | None = None,
) -> Result:
    """Play a round of the items of a bank, at most ``limit``, and show the score. A seed shuffles items and options.

    However the round ends, by Ctrl-C too, what was answered before counts.

    Args:
        players: names of those who take turns; empty: one person plays.
        time_limit: seconds for each question where someone is there to answer; None: no limit.
        recorder: keeps every answer as it is given.
        cards: what is put, dealt already; None: the items of the bank.
    """
    dealt = tuple(deal(bank.items, seed)[:limit] if cards is None else cards)
    table = _Table(bank, screen, dealt, tuple(players), time_limit, recorder)
    try:
        _say(screen, telling.welcome(bank, len(dealt)))
        table.play()
    except Left:
        pass
    except KeyboardInterrupt:
        _say(screen, (line(),))
    _say(screen, (line(), *telling.summary(table.result)))
    return table.result


def _say(screen: Screen, lines: Iterable[Line]) -> None:
    for said in lines:
        screen.say(said)


class _Table:
    """The cards of a round and what was made of them so far."""

    def __init__(
        self,
        bank: ItemBank,
        screen: Screen,
        cards: tuple[Card, ...],
        players: tuple[str, ...],
        time_limit: float | None,
        recorder: Recorder | None,
    ) -> None:
        self.bank, self.screen, self.cards, self.players = bank, screen, cards, players
        self.time_limit, self.recorder = time_limit, recorder
        self.answered: list[Answered] = []

    @property
    def result(self) -> Result:
        return Result(self.bank, tuple(self.answered), len(self.cards), self.players)

    def play(self) -> None:
        while True:
            while len(self.answered) < len(self.cards):
                self._turn(self.cards[len(self.answered)])
            if not self._reconsidered():
                break
        if self.recorder and self.cards:
            self.recorder.finish()

    def _turn(self, card: Card) -> None:
        _say(self.screen, (line(),))
        told = self.result
        self.screen.progress(len(self.answered) + 1, len(self.cards), told.score, told.streak)
        _say(self.screen, telling.turn(told))
        given = self._put(card)
        if given is None:
            return
        self.answered.append(given)
        if self.recorder:
            self.recorder.answered(given)
        _say(self.screen, telling.verdict(given, self.bank))
        _say(self.screen, telling.board(self.result))

    def _put(self, card: Card) -> Answered | None:
        """Ask one card until it is answered or skipped; None where the answer before it was taken back."""
        _say(self.screen, telling.question(card))
        hints, began = 0, time.monotonic()
        while True:
            left = self.time_limit - (time.monotonic() - began) if self.time_limit and self.screen.patient else None
            try:
                with deadline(left):
                    typed = self.screen.ask(telling.prompt(card))
            except TimeUp:
                return self._too_late(card, hints, time.monotonic() - began)
            spent = time.monotonic() - began
            given = command(typed, card) if typed is not None else Command.QUIT
            if typed is None or given is Command.QUIT:
                raise Left
            if given is Command.SKIP or not (typed.strip() or self.screen.patient):
                return Answered(card, hints=hints, seconds=spent)
            if given is Command.UNDO and self._undo():
                return None
            if given in (Command.UNDO, Command.OVERRULE):
                self._say_nothing_left(given)
            elif given is Command.HELP:
                _say(self.screen, telling.keys())
            elif given is Command.HINT:
                told = hint(card, hints)
                _say(self.screen, (line(told or "There is no hint left."),))
                hints += bool(told)
            elif self.time_limit and self.screen.patient and spent > self.time_limit:
                return self._too_late(card, hints, spent)
            elif self.screen.patient and (wrong := complaint(typed, card)):
                _say(self.screen, (line(wrong),))
            else:
                return Answered(card, typed.strip(), grade(typed, card.item, card.options), hints, spent)

    def _too_late(self, card: Card, hints: int, spent: float) -> Answered:
        _say(self.screen, (line(),))
        late = Verdict(Mark.WRONG, "", card.item.answer, "time is up")
        return Answered(card, "", late, hints, spent)

    # --------------------------------------------------------------------------------------- second thoughts

    def _undo(self) -> bool:
        """Take the last answer back; False where there is none."""
        if not self.answered:
            return False
        self.answered.pop()
        if self.recorder:
            self.recorder.undo()
        _say(self.screen, (line("The last answer is taken back."),))
        return True

    def _say_nothing_left(self, given: Command) -> None:
        if given is Command.UNDO:
            _say(self.screen, (line("There is no answer to take back."),))
        elif self._overrule():
            _say(self.screen, (line("The last answer counts as right."),))
        else:
            _say(self.screen, (line("There is no answer to overrule."),))

    def _overrule(self) -> bool:
        """The last answer counts as right; False where it did already, or where nothing was answered."""
        last = self.answered[-1] if self.answered else None
        if last is None or last.verdict is None or last.mark is Mark.RIGHT:
            return False
        right = dataclasses.replace(last.verdict, mark=Mark.RIGHT, reason="overruled")
        self.answered[-1] = dataclasses.replace(last, verdict=right)
        if self.recorder:
            self.recorder.overrule(self.answered[-1])
        return True

    def _reconsidered(self) -> bool:
        """After the last card: whether an answer was taken back, so that the round goes on."""
        while self.screen.patient and self.answered and self.answered[-1].mark is not Mark.RIGHT:
            typed = self.screen.ask("Enter, u (undo) or o (overrule): ")
            given = (typed or "").strip().casefold().removeprefix("/")
            if given == Command.UNDO.value:
                return self._undo()
            if given != Command.OVERRULE.value or not self._overrule():
                return False
            _say(self.screen, (line("The last answer counts as right."),))
        return False
