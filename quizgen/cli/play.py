"""``quizgen play``: a round in the terminal."""

from __future__ import annotations

import os
import random
from contextlib import ExitStack
from typing import Any, TextIO

import click
from click.core import ParameterSource

from quizgen import pipeline
from quizgen.cli import inputs
from quizgen.cli.options import ALL, reading_options
from quizgen.errors import ReadingError


@click.command(short_help="Answer the items of an article or a quiz, here in the terminal.")
@click.argument("sources", metavar="ARTICLE|QUIZ...", nargs=-1, required=True)
@reading_options
@click.option(
    "--shuffle/--no-shuffle", default=False, help="Items and options in another order; with --seed always the same."
)
@click.option("--plain", is_flag=True, help="Plain lines on a terminal too, as with NO_COLOR=1 or TERM=dumb.")
def play(sources: tuple[str, ...], items: int | None, seed: int, shuffle: bool, plain: bool, **reading: Any) -> None:
    """Answer the items of an article or a quiz, here in the terminal.

    An article (a file, or - for standard input) is made into a quiz first; a quiz that was made before (.yaml,
    .json) is played as it is. Answers come from the keyboard, or from a pipe, one a line.

    \b
    quizgen play article.quiz.yaml
    quizgen play article.txt --items 10 --types choice,true_false
    quizgen play article.quiz.yaml --shuffle < answers.txt
    """
    with ExitStack() as stack:
        answers = stack.enter_context(_keyboard()) if "-" in sources else None
        # Shuffling comes first: ten of a hundred items are ten of all, not always the first ten.
        whole = shuffle and all(map(pipeline.is_bank, sources))
        bank = inputs.bank_of(sources, items=None if whole else items, seed=seed, **reading)
        from quizgen.drill import round as rounds
        from quizgen.drill.screen import open_screen

        screen = open_screen(plain=plain, source=answers)
        limit = None if items == ALL else items
        rounds.play(bank, screen, seed=_order(seed) if shuffle else None, limit=limit)


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
