"""What the user names on the command line, as items: an article is read and asked, a bank is taken as it is."""

from __future__ import annotations

import datetime
import itertools
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen import pipeline, reading
from quizgen.cli.options import ALL
from quizgen.corpus import is_corpus
from quizgen.errors import NothingToAsk, QuizgenError, ReadingError
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
    chapters: str | None = None,
    max_chars: int | None = None,
    title: str | None = None,
    date: datetime.date | None = None,
    jobs: int = 1,
    where: str = "",
    **options: Any,
) -> tuple[ItemBank, tuple[Document, ...]]:
    """One bank of all sources, and the articles among them. ``items`` counts for each article; None: 20 of an article,
    all of a bank. Other options are those of ``pipeline.generate``.

    Raises:
        ReadingError, NothingToAsk: what is wrong with a source that was named. What is wrong with a file in a folder,
            or with one of many articles in a file, is told, and the rest is gone on with.
    """
    found = list(_checked(sources))
    alone = len(found) == 1
    opened = _Opened(found, chapters, max_chars, title if alone else None, date)
    opened.query = {"where": where, "limit": None if items == ALL else items or 50}
    options |= {"types": types, "limit": pipeline.DEFAULT_LIMIT if items is None else None if items == ALL else items}
    banks: list[ItemBank] = []
    articles: list[Document] = []
    with following(len(found)) as follow:
        made = pipeline.generate_all(opened.articles(follow), jobs=jobs, **options)
        for entry in opened.in_order(made):
            if isinstance(entry, _Bank):
                banks.append(_chosen(entry.bank, items, types))
                _must_hold(banks[-1], entry.source)
                continue
            article, bank = entry
            if isinstance(bank, QuizgenError):
                opened.complain(article, bank)
            elif not bank.items:
                opened.complain(article, _nothing(article.document))
            else:
                banks.append(bank)
                articles.append(article.document)
    if not banks:
        raise NothingToAsk("No question can be made of any of them.", path=", ".join(sources[:3]))
    return pipeline.merge(banks, title), tuple(articles)


def _checked(sources: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """The files that the sources stand for, and whether each comes from a folder."""
    if sources.count("-") > 1:
        raise click.UsageError("Standard input can be read only once.")
    suffixes = {suffix for reader in reading.READERS for suffix in reader.suffixes} | {".conllu"}
    for source in sources:
        yield from ((source, False),) if is_corpus(source) else reading.files([source], suffixes)


@dataclass(frozen=True, slots=True)
class _Bank:
    """A quiz among the sources."""

    source: str
    bank: ItemBank


class _Opened:
    """The sources, opened one after the other as they are asked for: never more of them are held than are worked on."""

    def __init__(
        self,
        sources: Sequence[tuple[str, bool]],
        chapters: str | None,
        max_chars: int | None,
        title: str | None,
        date: datetime.date | None,
    ) -> None:
        self._sources = sources
        self._reading: dict[str, Any] = {
            "title": title,
            "date": date,
            "chapters": chapters,
            "limits": limits(max_chars),
        }
        self._order: deque[_Bank | pipeline.Article] = deque()
        self._several: set[str] = {source for source, inside in sources if inside}
        self._told: set[str] = set()
        self.query: dict[str, Any] = {}
        """What is taken out of a corpus bank."""

    def articles(self, follow: Callable[[str], None]) -> Iterator[pipeline.Article]:
        """Those to make questions of. Quizzes are kept for ``in_order``."""
        for source, inside in self._sources:
            follow(source)
            if is_corpus(source):
                from quizgen.corpus import query

                self._order.append(_Bank(source, query.bank(Path(source), **self.query)))
                continue
            if pipeline.is_bank(source):
                bank, left_out = _loaded(source)
                _tell_left_out(source, left_out)
                self._order.append(_Bank(source, bank))
                continue
            try:
                yield from self._of(source)
            except QuizgenError as error:
                if not inside:
                    raise
                tell(str(error))

    def _of(self, source: str) -> Iterator[pipeline.Article]:
        found = pipeline.open_articles(source, **self._reading)
        first = next(found)
        second = next(found, None)
        if second is not None:
            self._several.add(source)
        for article in itertools.chain(filter(None, (first, second)), found):
            yield self._noted(article)

    def _noted(self, article: pipeline.Article) -> pipeline.Article:
        for note in article.document.notes:
            line = f"{article.document.source}: {note}"
            if line not in self._told:  # what is missing of a book is told once, not with each of its chapters
                self._told.add(line)
                tell(line)
        self._order.append(article)
        return article

    def in_order(
        self, made: Iterable[ItemBank | QuizgenError]
    ) -> Iterator[_Bank | tuple[pipeline.Article, ItemBank | QuizgenError]]:
        """What was made, each with its article, and the quizzes, as they were named."""
        for bank in made:
            while isinstance(self._order[0], _Bank):
                yield self._order.popleft()  # type: ignore[misc]
            article = self._order.popleft()
            assert isinstance(article, pipeline.Article)
            yield article, bank
        while self._order:
            yield self._order.popleft()  # type: ignore[misc]

    def complain(self, article: pipeline.Article, error: QuizgenError) -> None:
        """Raises what is wrong with the one article of a source that was named; else tells it."""
        if article.document.source not in self._several:
            raise error
        title = f" ({article.document.title})" if article.document.title else ""
        tell(f"{article.document.source}{title}: {error.message}")


def limits(max_chars: int | None) -> reading.Limits:
    """How much is read; None: as usual."""
    if max_chars is None:
        return reading.Limits()
    return reading.Limits(chars=None if max_chars == ALL else max_chars)


def the_article(source: str, *, chapters: str | None, max_chars: int | None, **options: Any) -> pipeline.Article:
    """The one article in a source, or the one of several that ``chapters`` names."""
    found = list(pipeline.open_articles(source, chapters=chapters, limits=limits(max_chars), **options))
    if len(found) > 1:
        hint = f'Choose one: --chapters 1 is "{found[0].document.title}".'
        raise ReadingError(f"There are {len(found)} articles in it.", path=source, hint=hint)
    for note in found[0].document.notes:
        tell(f"{source}: {note}")
    return found[0]


def listed(sources: Sequence[str], max_chars: int | None) -> None:
    """Print which articles the sources hold: number, words, title."""
    for source, _ in _checked(sources):
        click.echo(source)
        found = pipeline.open_articles(source, parts=True, limits=limits(max_chars))
        for number, article in enumerate(found, start=1):
            words = len(article.document.text.split())
            click.echo(f"{number:>5}  {words:>7,} words  {pipeline.display_title(article.document)}")


def tell(text: str) -> None:
    """A line for the user beside the result."""
    click.echo(text, err=True)


def _tell_left_out(source: str, left_out: int) -> None:
    if left_out:
        notes = "1 note gives" if left_out == 1 else f"{left_out} notes give"
        tell(f"{source}: {notes} no item: nothing to ask or to answer in text.")


def _must_hold(bank: ItemBank, source: str) -> None:
    if not bank.items:
        raise NothingToAsk("There is no item in it that you asked for.", path=source)


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
    earlier: Path,
    sources: Sequence[str],
    *,
    items: int | None = None,
    title: str | None = None,
    chapters: str | None = None,
    max_chars: int | None = None,
    **options: Any,
) -> tuple[ItemBank, Report, tuple[Document, ...]]:
    """The quiz in the file ``earlier``, made again of these articles, which come third; see ``pipeline.remake``."""
    from quizgen import bank as banks

    found = list(_checked(sources))
    bank = banks.load(earlier)
    date = options.pop("date", None)
    options.pop("jobs", None)
    opened = _Opened(found, chapters, max_chars, title if len(found) == 1 else None, date)
    with following(len(found)) as follow:
        articles = list(opened.articles(follow))
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


def _nothing(document: Document) -> NothingToAsk:
    source = document.source
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


@contextmanager
def _line() -> Iterator[Callable[[str], None]]:
    """As ``progress``, its text known later."""
    shown = ""

    def follow(source: str) -> None:
        nonlocal shown
        shown = f"quizgen: reading {source} …"
        click.echo(shown, nl=False, err=True)

    try:
        yield follow
    finally:
        click.echo("\r" + " " * len(shown) + "\r", nl=False, err=True)


@contextmanager
def following(count: int) -> Iterator[Callable[[str], None]]:
    """Something to call with each of ``count`` sources as it is begun: of several a bar shows how far they are."""
    if not sys.stderr.isatty():
        yield lambda source: None
        return
    if count == 1:
        with _line() as follow:
            yield follow
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=count)
        begun = 0

        def follow(source: str) -> None:
            nonlocal begun
            shown.update(task, description=source, completed=begun)
            begun += 1

        yield follow
