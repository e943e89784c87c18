"""The command line: one file a command, each loaded when it is called."""

from __future__ import annotations

import click

from quizgen.cli.group import Command, QuizgenGroup
from quizgen.version import __version__

COMMANDS = (
    Command("make", "quizgen.cli.make:make", "Make a quiz of an article and write it."),
    Command("play", "quizgen.cli.play:play", "Answer the items of an article or a quiz, here in the terminal."),
    Command("due", "quizgen.cli.due:due", "Show what is due, quiz by quiz."),
    Command("stats", "quizgen.cli.stats:stats", "Show how the learning goes, or what a corpus bank holds."),
    Command("history", "quizgen.cli.history:history", "Take the history to another machine and back."),
    Command("push", "quizgen.cli.push:push", "Send a quiz into the Anki that is running."),
    Command("review", "quizgen.cli.review:review", "Go through the items of a quiz: keep, drop, edit."),
    Command("explain", "quizgen.cli.explain:explain", "Show what was read, asked and refused, and why."),
    Command("corpus", "quizgen.cli.corpus:corpus", "Make a question bank of a whole archive, on Dask."),
    Command("rules", "quizgen.cli.rules:rules", "List, show and test the rules."),
    Command("formats", "quizgen.cli.formats:formats", "List the formats that are read and written."),
)


@click.group(cls=QuizgenGroup, lazy=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="quizgen %(version)s")
def main() -> None:
    """Turns articles into quizzes: Anki decks, sheets to print, rounds in the terminal.

    Everything happens on this machine, and every item can show the sentence that it came from.

    \b
    quizgen make article.txt -o deck.apkg -o sheet.html
    quizgen play article.txt
    """
