"""What the user names on the command line, as items: an article is read and asked, a bank is taken as it is."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen import pipeline
from quizgen.cli.options import ALL
from quizgen.errors import NothingToAsk
from quizgen.records import Document, ItemBank, ItemType, Source, replace

if TYPE_CHECKING:
    from quizgen.bank import Report


def bank_of(sources: Sequence[str], **options: Any) -> ItemBank:
    """One bank of all sources; options as for ``quiz_of``."""
    return quiz_of(sources, **options)[0]


def quiz_of(
    sources: Sequence[str],
    *,
    items: int | None = None,
    types: tuple[ItemType, ...] | None = None,
    rules: Sequence[Path] = (),
    model: Path | None = None,
    seed: int = 0,
    title: str | None = None,
    date: datetime.date | None = None,
) -> tuple[ItemBank, tuple[Document, ...]]:
    """One bank of all sources, and the articles among them. ``items`` counts for each source; None: 20 of an article,
    all of a bank.

    Raises:
        NothingToAsk: no item came of one of the sources.
    """
    if sources.count("-") > 1:
        raise click.UsageError("Standard input can be read only once.")
    alone = len(sources) == 1
    banks, articles = [], []
    for source in sources:
        left_out = 0
        with progress(f"reading {source}"):
            if pipeline.is_bank(source):
                whole, left_out = _loaded(source)
                bank = _chosen(whole, items, types)
            else:
                article = pipeline.open_article(source, title=title if alone else None, date=date)
                limit = pipeline.DEFAULT_LIMIT if items is None else None if items == ALL else items
                bank = pipeline.generate(
                    article.document,
                    limit,
                    rules=rules,
                    types=types,
                    seed=seed,
                    model=model,
                    sentences=article.sentences,
                )
                articles.append(article.document)
        if left_out:
            notes = "1 note gives" if left_out == 1 else f"{left_out} notes give"
            click.echo(f"{source}: {notes} no item: nothing to ask or to answer in text.", err=True)
        if not bank.items:
            raise _nothing(source)
        banks.append(bank)
    return pipeline.merge(banks, title), tuple(articles)


def articles_of(bank: ItemBank, known: Sequence[Document] = ()) -> tuple[Document, ...]:
    """The articles that a quiz was made of, to be printed with it: those that were just read, else read from their
    files again.

    Raises:
        NothingToAsk: an article is not where it was.
    """
    found = {document.key: document for document in known}
    for source in bank.sources:
        if source.key not in found:
            found[source.key] = _again(source)
    return tuple(found[source.key] for source in bank.sources)


def _again(source: Source) -> Document:
    if not source.source or source.source == "-" or not Path(source.source).is_file():
        hint = "Name the article itself, or leave out --with-article."
        raise NothingToAsk(f'The article "{source.title}" is not where it was.', path=source.source, hint=hint)
    return pipeline.open_article(source.source, title=source.title or None, date=source.date).document


def remade(
    earlier: Path, sources: Sequence[str], *, items: int | None = None, title: str | None = None, **options: Any
) -> tuple[ItemBank, Report, tuple[Document, ...]]:
    """The quiz in the file ``earlier``, made again of these articles, which come third; see ``pipeline.remake``."""
    from quizgen import bank as banks

    if sources.count("-") > 1:
        raise click.UsageError("Standard input can be read only once.")
    bank = banks.load(earlier)
    date = options.pop("date", None)
    alone = len(sources) == 1
    articles = []
    for source in sources:
        with progress(f"reading {source}"):
            articles.append(pipeline.open_article(source, title=title if alone else None, date=date))
    limit = pipeline.DEFAULT_LIMIT if items is None else None if items == ALL else items
    with progress(f"making {earlier} again"):
        made, report = pipeline.remake(bank, articles, limit, **options)
    return replace(made, title=title or made.title), report, tuple(article.document for article in articles)


def _loaded(source: str) -> tuple[ItemBank, int]:
    """A bank, and how many notes of an Anki deck could not be read into it."""
    from quizgen import bank

    if Path(source).suffix.casefold() != bank.DECK:
        return bank.load(Path(source)), 0
    from quizgen.bank import apkg

    deck = apkg.load(Path(source))
    return deck.bank, deck.left_out


def _chosen(bank: ItemBank, items: int | None, types: tuple[ItemType, ...] | None) -> ItemBank:
    """The items of a bank that the user asked for; all, unless options were given."""
    wanted = [item for item in bank.items if types is None or item.type in types]
    limit = None if items in (None, ALL) else items
    chosen: ItemBank = replace(bank, items=tuple(wanted[:limit]))
    return chosen


def _nothing(source: str) -> NothingToAsk:
    if pipeline.is_bank(source):
        return NothingToAsk("There is no item in it that you asked for.", path=source)
    hint = "" if source == "-" else f"'quizgen explain {source}' shows what was read and refused."
    weaker = "'--items all' gives what is not good enough for a sheet; "
    return NothingToAsk("No question can be made of it.", path=source, hint=hint and weaker + hint)


@contextmanager
def progress(text: str) -> Iterator[None]:
    """A line on standard error while something takes its time; nothing where no one watches."""
    watched = sys.stderr.isatty()
    line = f"quizgen: {text} …"
    if watched:
        click.echo(line, nl=False, err=True)
    try:
        yield
    finally:
        if watched:
            click.echo("\r" + " " * len(line) + "\r", nl=False, err=True)
