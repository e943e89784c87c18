"""``quizgen push``: a quiz into the Anki that is running."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from quizgen import pipeline
from quizgen.cli import inputs
from quizgen.cli.options import type_in
from quizgen.errors import BankError
from quizgen.records import ItemBank

if TYPE_CHECKING:
    from quizgen.exporters.anki.connect import Outcome


@click.command(short_help="Send a quiz into the Anki that is running.")
@click.argument("source", metavar="BANK")
@click.option("--url", metavar="URL", default="http://127.0.0.1:8765", show_default=True, help="Where AnkiConnect is.")
@click.option("--deck", metavar="NAME", help="The deck for new cards; 'A::B' is deck B inside A.  [default: the title]")
@type_in
@click.option("--delete", is_flag=True, help="Delete the article's notes from Anki that are no longer in the quiz.")
@click.pass_context
def push(context: click.Context, source: str, url: str, deck: str | None, type_in: bool, delete: bool) -> None:
    """Send a quiz into the Anki that is running, through its add-on AnkiConnect.

    BANK is a quiz that was made before (.yaml, .json). New items are added, changed ones updated; what was learned
    stays. The variable QUIZGEN_ANKICONNECT_KEY holds the add-on's apiKey, where it has one.

    \b
    quizgen push article.quiz.yaml
    quizgen push article.quiz.yaml --deck School::Geography
    """
    if not pipeline.is_bank(source):
        name = source if source != "-" else "article.txt"
        hint = f"Make one first:  quizgen make {name} -o article.quiz.yaml"
        raise BankError("This is no quiz.", path=source, hint=hint)
    bank = inputs.bank_of([source])
    from quizgen.exporters.anki import connect

    with inputs.progress("sending to Anki"):
        key = os.environ.get("QUIZGEN_ANKICONNECT_KEY")
        outcome = connect.push(bank, url=url, deck=deck, typed=type_in, delete=delete, key=key)
    for line in _told(bank, outcome):
        click.echo(line)
    context.exit(1 if outcome.refused else 0)


def _told(bank: ItemBank, outcome: Outcome) -> Iterator[str]:
    yield f"{bank.title}: {outcome.added} added, {outcome.updated} updated, {outcome.unchanged} unchanged"
    if outcome.kept:
        yield f"Edited in Anki since, and left as they are there: {_search(outcome.kept)}"
        yield 'Delete "changed" of these items in the quiz to overwrite them.'
    if outcome.refused:
        yield f"Not taken over, since their note type was altered in Anki: {' '.join(outcome.refused)}"
    if outcome.dropped and outcome.deleted:
        yield f"No longer in the quiz: {len(outcome.dropped)} deleted"
    elif outcome.dropped:
        yield f"No longer in the quiz, and still in Anki: {_search(outcome.dropped)}"
        yield "The browser of Anki finds them so; --delete deletes them."


def _search(notes: tuple[int, ...]) -> str:
    """What finds them in Anki's browser."""
    return f"nid:{','.join(map(str, notes))}"
