"""A round: puts the cards one by one, judges the answers, ends with the score."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.drill import telling
from quizgen.drill.grading import grade
from quizgen.drill.hints import hint
from quizgen.drill.pieces import Line, line
from quizgen.drill.replies import Card, Command, command, complaint, deal
from quizgen.drill.screen import Screen
from quizgen.drill.telling import Answered, Result
from quizgen.records import ItemBank


class Left(Exception):
    """The player ended the round: by ``q``, by Ctrl-D, or because the input is used up."""


def play(bank: ItemBank, screen: Screen, *, seed: int | None = None, limit: int | None = None) -> Result:
    """Play a round of the items of a bank, at most ``limit``, and show the score. A seed shuffles items and options.

    However the round ends, by Ctrl-C too, what was answered before counts.
    """
    cards = deal(bank.items, seed)[:limit]
    answered: list[Answered] = []
    try:
        _say(screen, telling.welcome(bank, len(cards)))
        for number, card in enumerate(cards, start=1):
            _say(screen, (line(),))
            screen.progress(number, len(cards), Result(bank, tuple(answered), len(cards)).score)
            answered.append(_put(card, screen))
            _say(screen, telling.verdict(answered[-1], bank))
    except Left:
        pass
    except KeyboardInterrupt:
        _say(screen, (line(),))
    result = Result(bank, tuple(answered), len(cards))
    _say(screen, (line(), *telling.summary(result)))
    return result


def _say(screen: Screen, lines: Iterable[Line]) -> None:
    for said in lines:
        screen.say(said)


def _put(card: Card, screen: Screen) -> Answered:
    """Ask one card until it is answered or skipped."""
    _say(screen, telling.question(card))
    hints = 0
    while True:
        typed = screen.ask(telling.prompt(card))
        given = command(typed, card) if typed is not None else Command.QUIT
        if typed is None or given is Command.QUIT:
            raise Left
        if given is Command.SKIP or not (typed.strip() or screen.patient):
            return Answered(card, hints=hints)
        if given is Command.HELP:
            _say(screen, telling.keys())
        elif given is Command.HINT:
            told = hint(card, hints)
            _say(screen, (line(told or "There is no hint left."),))
            hints += bool(told)
        elif screen.patient and (wrong := complaint(typed, card)):
            _say(screen, (line(wrong),))
        else:
            return Answered(card, typed.strip(), grade(typed, card.item, card.options), hints)
