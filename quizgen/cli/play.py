"""``quizgen play``: a round in the terminal."""

from __future__ import annotations

import datetime
import os
import random
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click
from click.core import ParameterSource

from quizgen import pipeline
from quizgen.cli import inputs
from quizgen.cli.options import ALL, count, reading_options
from quizgen.errors import HistoryError, NothingToAsk, ReadingError
from quizgen.records import Item, ItemBank, replace

if TYPE_CHECKING:
    from quizgen.drill.memory import History, Round
    from quizgen.drill.screen import Screen
    from quizgen.drill.telling import Result

_READING = ("types", "rules", "model", "seed", "title", "date", "chapters", "max_chars", "seconds")
DIFFICULTIES = ("easy", "medium", "hard")


def _difficulties(value: str) -> tuple[str, ...]:
    """Some of easy, medium and hard, parted by commas."""
    names = tuple(dict.fromkeys(name.strip() for name in value.split(",") if name.strip()))
    wrong = next((name for name in names if name not in DIFFICULTIES), None)
    if wrong is not None or not names:
        raise click.BadParameter(f"{wrong or value!r} is no difficulty. Known are {', '.join(DIFFICULTIES)}.")
    return names


def _players(value: str) -> tuple[str, ...]:
    """A number from 2 to 8, or two to eight names parted by commas."""
    names = tuple(name.strip() for name in value.split(",") if name.strip())
    if len(names) == 1 and names[0].isdecimal():
        names = tuple(f"Player {number}" for number in range(1, int(names[0]) + 1))
    if not 2 <= len(names) <= 8 or len(set(names)) < len(names):
        raise click.BadParameter(f"{value!r} is neither a number from 2 to 8 nor as many different names.")
    return names


@click.command(short_help="Answer the items of an article or a quiz, here in the terminal.")
@click.argument("sources", metavar="[ARTICLE|QUIZ...]", nargs=-1)
@reading_options
@click.option("--difficulty", type=_difficulties, metavar="LIST", help="Only these: easy, medium, hard.")
@click.option(
    "--shuffle/--no-shuffle", default=False, help="Items and options in another order; with --seed always the same."
)
@click.option("--time-limit", type=click.FloatRange(1, 3600), metavar="SECONDS", help="For each question.")
@click.option("--due", is_flag=True, help="What the schedule wants today; without QUIZ, of all that was played.")
@click.option("--new", type=count, metavar="N|all", help="New items a day at most, with --due.  [default: 20]")
@click.option("--reviews", type=count, metavar="N|all", help="Other items a day at most, with --due.  [default: 200]")
@click.option("--cram", is_flag=True, help="Practise without touching the schedule.")
@click.option("--resume", is_flag=True, help="Go on with the last round that was not finished.")
@click.option("--again", is_flag=True, help="Only what was not right in the last round.")
@click.option("--players", type=_players, metavar="2-8|NAMES", help="Take turns; nothing is scheduled.")
@click.option("--plain", is_flag=True, help="Plain lines on a terminal too, as with NO_COLOR=1 or TERM=dumb.")
def play(sources: tuple[str, ...], **options: Any) -> None:
    """Answer the items of an article or a quiz, here in the terminal.

    An article (a file, or - for standard input) is made into a quiz first; a quiz that was made before (.yaml,
    .json) is played as it is. Answers come from the keyboard, or from a pipe, one a line. Each is kept at once, and
    plans when the item comes again; see 'quizgen due' and 'quizgen stats'.

    \b
    quizgen play article.quiz.yaml
    quizgen play article.txt --items 10 --types choice,true_false
    quizgen play --due
    quizgen play article.quiz.yaml --players Ann,Ben,Cleo
    """
    _check(sources, options)
    with ExitStack() as stack:
        answers = stack.enter_context(_keyboard()) if "-" in sources else None
        history, fault = _history()
        if history is None and (options["due"] or options["resume"] or options["again"]):
            raise fault or HistoryError("There is no history.")
        table = _Table(sources, options, history)
        bank, items = table.choose()
        from quizgen.drill.screen import open_screen

        screen = open_screen(plain=options["plain"], source=answers)
        if fault is not None:
            _warn(screen, f"{fault} The round goes on without saving.")
        table.play(replace(bank, items=items), screen)


def _check(sources: Sequence[str], options: dict[str, Any]) -> None:
    chosen = [name for name in ("due", "resume", "again") if options[name]]
    if len(chosen) > 1:
        raise click.UsageError(f"--{chosen[0]} and --{chosen[1]} cannot go together.")
    if not sources and not chosen:
        raise click.UsageError("Name an article or a quiz, or use --due, --resume or --again.")
    if options["players"] and chosen:
        raise click.UsageError(f"--players and --{chosen[0]} cannot go together.")


def _history() -> tuple[History | None, HistoryError | None]:
    """The learner's history, or why there is none."""
    from quizgen.drill.memory import History

    try:
        return History(), None
    except HistoryError as error:
        return None, error


def _warn(screen: Screen, text: str) -> None:
    from quizgen.drill.pieces import Piece, Style, line

    screen.say(line(Piece(text, Style.STRONG)))


class _Table:
    """The choice of what is played, and the playing."""

    def __init__(self, sources: tuple[str, ...], options: dict[str, Any], history: History | None) -> None:
        self.options, self.history = options, history
        self.now = datetime.datetime.now(datetime.timezone.utc)
        self.earlier = self._earlier(sources)
        self.sources = sources or (self.earlier.sources if self.earlier else self._known())
        self.titles: dict[str, str] = {}
        self.seed: int | None = None

    def _earlier(self, sources: tuple[str, ...]) -> Round | None:
        """The round that is gone on with, or whose misses come again."""
        if self.history is None or not (self.options["resume"] or self.options["again"]):
            return None
        found = self.history.last_round(sources, unfinished=self.options["resume"])
        if found is None or not (found.left if self.options["resume"] else found.missed):
            what = (
                "There is no round to go on with."
                if self.options["resume"]
                else "Nothing was missed in the last round."
            )
            raise NothingToAsk(what, hint="Name a quiz to begin a new round.")
        return found

    def _known(self) -> tuple[str, ...]:
        """The quizzes that were played before and are still there."""
        paths = self.history.quizzes() if self.history else ()
        found = tuple(path for path in paths if path != "-" and Path(path).is_file())
        if not found:
            raise NothingToAsk("No quiz was played before.", hint="Name one:  quizgen play article.quiz.yaml --due")
        return found

    # -------------------------------------------------------------------------------------------- what is played

    def choose(self) -> tuple[ItemBank, tuple[Item, ...]]:
        """The bank of all sources, and what of it is played. Raises NothingToAsk where that is nothing."""
        reading = {name: self.options[name] for name in _READING}
        whole = bool(self.earlier or self.options["due"] or self.options["difficulty"] or self.options["shuffle"])
        # What is chosen of a quiz is chosen of all of it: ten of a hundred are not always the first ten.
        every = whole and all(map(pipeline.is_bank, self.sources))
        limit = None if every else self.options["items"]
        banks = [inputs.bank_of([source], items=limit, **reading) for source in self.sources]
        self.titles = {item.id: bank.title for bank in banks for item in bank}
        bank = pipeline.merge(banks, self.options["title"])
        items = self._chosen(bank)
        if not items:
            raise NothingToAsk(*self._nothing(bank))
        return bank, items

    def _chosen(self, bank: ItemBank) -> tuple[Item, ...]:
        known = {item.id: item for item in bank}
        if self.earlier is not None:
            ids = self.earlier.left if self.options["resume"] else self.earlier.missed
            return tuple(known[id] for id in ids if id in known)
        wanted = self.options["difficulty"]
        items = tuple(item for item in bank if wanted is None or item.difficulty in wanted)
        return self._due(items) if self.options["due"] else items

    def _due(self, items: tuple[Item, ...]) -> tuple[Item, ...]:
        from quizgen.drill.memory import schedule

        assert self.history is not None
        new, reviews = self.history.done_today(self.now)
        return schedule.session(
            items,
            self.history.plans(item.id for item in items),
            self.history.siblings_today(self.now),
            self.now,
            new=_left(self.options["new"], schedule.NEW, new),
            reviews=_left(self.options["reviews"], schedule.REVIEWS, reviews),
        )

    def _nothing(self, bank: ItemBank) -> tuple[str]:
        if self.options["due"]:
            return ("Nothing is due now, and no new item is left for today.",)
        if self.options["difficulty"]:
            return (f"No item of this quiz is {' or '.join(self.options['difficulty'])}.",)
        return ("These items are no longer in the quiz.",)

    # ----------------------------------------------------------------------------------------------- the playing

    def play(self, bank: ItemBank, screen: Screen) -> None:
        from quizgen.drill import round as rounds
        from quizgen.drill.replies import deal

        self.seed = _order(self.options["seed"]) if self.options["shuffle"] else None
        if self.earlier is not None and self.options["resume"]:
            self.seed = self.earlier.seed
        limit = None if self.options["items"] in (None, ALL) else self.options["items"]
        # A round that is gone on with keeps its order, and its options stand where they stood.
        keep = self.earlier is not None and self.options["resume"]
        cards = deal(bank.items, self.seed, keep_order=keep)[:limit]
        players = self.options["players"] or ()
        recorder = None if players else self._recorder([card.item for card in cards], screen)
        result = rounds.play(
            bank, screen, players=players, time_limit=self.options["time_limit"], recorder=recorder, cards=cards
        )
        if recorder is not None and recorder.works and screen.patient:
            _tell_next(result, screen)

    def _recorder(self, items: Sequence[Item], screen: Screen) -> Any:
        from quizgen.drill.recording import Recorder

        if self.history is None:
            return None
        scheduled = not self.options["cram"]
        try:
            if self.earlier is not None and self.options["resume"]:
                id, scheduled = self.earlier.id, self.earlier.scheduled and scheduled
                order: Sequence[str] = self.earlier.items
            else:
                id = self.history.begin(self.sources, items, seed=self.seed, scheduled=scheduled, now=self.now)
                order = [item.id for item in items]
        except HistoryError as error:
            _warn(screen, f"{error} The round goes on without saving.")
            return None
        places = {item: place for place, item in enumerate(order, start=1)}
        return Recorder(self.history, id, places, self.titles, scheduled, lambda text: _warn(screen, text))


def _tell_next(result: Result, screen: Screen) -> None:
    """The command that goes on from here, for whom the history knows."""
    from quizgen.drill.pieces import line

    if len(result.answered) < result.total:
        screen.say(line("Go on with this round: quizgen play --resume"))
    elif result.missed:
        screen.say(line("Only these again: quizgen play --again"))


def _left(given: int | None, usual: int, done: int) -> int | None:
    """How many are left of a day's limit; None: no limit."""
    if given == ALL:
        return None
    return max(0, (usual if given is None else given) - done)


def _order(seed: int) -> int:
    """The seed where one was given, else another one each time."""
    given = click.get_current_context().get_parameter_source("seed") is not ParameterSource.DEFAULT
    return seed if given else random.randrange(2**32)


def _keyboard() -> TextIO:
    """The terminal itself, for answers while standard input is taken by the article."""
    try:
        return open("CONIN$" if os.name == "nt" else "/dev/tty", encoding="utf8", errors="replace")
    except OSError as error:
        raise ReadingError(
            "Standard input cannot give both the article and the answers, and there is no terminal to answer at.",
            hint="Save the article as a file.",
        ) from error
