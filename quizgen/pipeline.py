"""The one module that chains the stages, and the public API on top of it.

``import quizgen`` offers what stands in ``__all__``. Every stage is imported when it is first needed, so that a
command pays only for what it uses.
"""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizgen import clock, reading
from quizgen.errors import NothingToAsk, QuizgenError
from quizgen.reading.language import foreign_language
from quizgen.records import (
    Analysis,
    Document,
    Explanation,
    Item,
    ItemBank,
    ItemType,
    Memory,
    Rule,
    Sentence,
    Source,
    replace,
)

if TYPE_CHECKING:
    from quizgen.analysis.parser import Model
    from quizgen.bank.merging import Report

__all__ = [
    "Article",
    "analyse",
    "explain",
    "export",
    "generate",
    "generate_all",
    "load_model",
    "merge",
    "open_article",
    "open_articles",
    "parse",
    "read",
    "read_all",
    "remake",
]

DEFAULT_LIMIT = 20
_UNTITLED = "Quiz"


@dataclass(frozen=True, slots=True)
class Article:
    """A document with its trees, where it came with any."""

    document: Document
    sentences: tuple[Sentence, ...] | None = None
    """Of a CoNLL-U file; None: they are to be parsed."""


# --------------------------------------------------------------------------------------------------------------
# Reading
# --------------------------------------------------------------------------------------------------------------


def read(source: str | Path, *, title: str | None = None, date: datetime.date | None = None) -> Document:
    """The article in a file of any format that is read, at a URL, or a table of facts; ``-`` is standard input.

    Raises:
        ReadingError: no such file, a folder, no text; several articles.
        NothingToAsk: nothing is in it.
    """
    return open_article(source, title=title, date=date).document


def read_all(source: str | Path, **options: Any) -> Iterator[Document]:
    """Every article in a source: the chapters of a book, the entries of a feed, one of any other file.

    Options and errors are those of :func:`quizgen.reading.read_all`.
    """
    return (article.document for article in open_articles(source, **options))


def open_article(source: str | Path, *, title: str | None = None, date: datetime.date | None = None) -> Article:
    """As ``read``, with the trees of a CoNLL-U file, which take the parser's place."""
    if Path(source).suffix.lower() != ".conllu" or reading.is_url(str(source)):
        return Article(reading.read(source, title=title, date=date))
    return _parsed(source, title, date)


def open_articles(
    source: str | Path,
    *,
    title: str | None = None,
    date: datetime.date | None = None,
    chapters: str | None = None,
    parts: bool = False,
    limits: reading.Limits | None = None,
) -> Iterator[Article]:
    """As ``read_all``, with the trees of a CoNLL-U file."""
    if Path(source).suffix.lower() != ".conllu" or reading.is_url(str(source)):
        found = reading.read_all(
            source, title=title, date=date, chapters=chapters, parts=parts, limits=limits or reading.Limits()
        )
        yield from map(Article, found)
    else:
        yield _parsed(source, title, date)


def _parsed(source: str | Path, title: str | None, date: datetime.date | None) -> Article:
    from quizgen.analysis import conllu

    document, sentences = conllu.loads(reading.load_text(source), str(source))
    document = replace(
        document, title=title or document.title, date=date or document.date, source=document.source or str(source)
    )
    return Article(document, sentences)


def is_bank(source: str | Path) -> bool:
    """Whether a file is taken for a bank of items rather than for an article: by its suffix, unless it is a table or
    a collection of articles."""
    from quizgen import bank

    if Path(source).suffix.casefold() not in bank.SUFFIXES or reading.is_url(str(source)):
        return False
    return not reading.is_table(source) and not reading.is_collection(source)


# --------------------------------------------------------------------------------------------------------------
# From text to items
# --------------------------------------------------------------------------------------------------------------


def parse(document: Document | str, *, model: Model | str | Path | None = None) -> tuple[Sentence, ...]:
    """The sentences with their trees (Universal Dependencies). Raises NothingToAsk for a table, which has none."""
    from quizgen import analysis

    document = _document(document)
    if document.rows:
        raise NothingToAsk("A table has no sentences to parse.", path=document.source)
    return analysis.parse(document, _model(model))


def analyse(
    document: Document | str,
    *,
    model: Model | str | Path | None = None,
    sentences: Sequence[Sentence] | None = None,
) -> Analysis:
    """The sentences, entities and dates of an article; given ``sentences`` take the parser's place."""
    from quizgen import analysis

    # Trees that came with the article need no parser, nor does a table: its weights are not even loaded.
    document = _document(document)
    parser: Any = None if sentences is not None or document.rows else _model(model)
    return analysis.analyse(document, parser, sentences)


def generate(
    document: Document | str,
    limit: int | None = DEFAULT_LIMIT,
    *,
    rules: Sequence[str | Path] = (),
    types: Iterable[ItemType | str] | None = None,
    seed: int = 0,
    title: str | None = None,
    date: datetime.date | None = None,
    model: Model | str | Path | None = None,
    sentences: Sequence[Sentence] | None = None,
    seconds: float | None = None,
) -> ItemBank:
    """The items that are made of an article: the best ``limit``, or with None all that pass the filters.

    The same arguments give the same bank, in any process. The bank may be empty.

    Args:
        document: what ``read`` gave, or a text.
        rules: folders of rules that are laid over the built-in ones.
        types: the types of items wanted; None: all.
        seed: chooses between items and between distractors that are equally good.
        title, date: go before those of the document.
        model: a loaded model or the folder of one; None: the one that ships, loaded once a process and kept.
        sentences: trees that take the parser's place.
        seconds: how long it may take; None: as long as it takes. Where nothing is over, it changes nothing.

    Raises:
        NothingToAsk: the article is empty or not in English.
        TooLong: it took longer.
    """
    return explain(
        document, limit, rules=rules, types=types, seed=seed, title=title, date=date, model=model,
        sentences=sentences, seconds=seconds,
    ).bank  # fmt: skip


def explain(
    document: Document | str,
    limit: int | None = DEFAULT_LIMIT,
    *,
    rules: Sequence[str | Path] = (),
    types: Iterable[ItemType | str] | None = None,
    seed: int = 0,
    title: str | None = None,
    date: datetime.date | None = None,
    model: Model | str | Path | None = None,
    sentences: Sequence[Sentence] | None = None,
    seconds: float | None = None,
) -> Explanation:
    """As ``generate``, with all that was read, found, made and refused on the way."""
    document = _document(document, title, date)
    with clock.at_most(seconds, document.source):
        return _explained(document, limit, rules, types, seed, model, sentences)


def _explained(
    document: Document,
    limit: int | None,
    rules: Sequence[str | Path],
    types: Iterable[ItemType | str] | None,
    seed: int,
    model: Model | str | Path | None,
    sentences: Sequence[Sentence] | None,
) -> Explanation:
    from quizgen import bank as banks
    from quizgen import facts, selection
    from quizgen.rules import engine

    # Nothing is parsed of a table, and a model with rules of its own may speak another language.
    if sentences is None and not document.rows and not (model and rules):
        _check_language(document)
    analysed = analyse(document, model=model, sentences=sentences)
    in_force = load_rules(rules) if limit is None else selection.for_a_sheet(load_rules(rules))
    found = facts.extract(analysed, None if limit is None else _blanks(in_force))
    candidates, refused = engine.candidates(in_force, found, analysed)
    read = _reader(model) if sentences is None and not document.rows else None
    judge = _judge() if limit is not None and not model and not document.rows else None  # it knows English alone
    items, rejected = selection.select(
        candidates, analysed, limit=limit, types=_types(types), seed=seed, read=read, judge=judge
    )
    bank = banks.remembering(_bank(document, items), (sentence.text for sentence in analysed.sentences))
    return Explanation(analysed, found, tuple(c.item for c in candidates), (*refused, *rejected), bank)


def generate_all(articles: Iterable[Article], jobs: int = 1, **options: Any) -> Iterator[ItemBank | QuizgenError]:
    """``generate`` of each article, in their order: the bank, or what is wrong with the article.

    Args:
        articles: asked for as they are worked on, so that thousands cost no more memory than a few.
        jobs: how many are worked on at once, each in a process that loads the model for itself. The items are the
            same for any number.
        options: as for ``generate``; ``model`` as a folder, for processes share none.

    Raises:
        QuizgenError: a process was ended from outside.
    """
    if jobs == 1:
        yield from (_attempt(article, options) for article in articles)
        return
    from quizgen.side_by_side import mapped

    yield from mapped(functools.partial(_attempt, options=options), articles, jobs)


def _attempt(article: Article, options: Mapping[str, Any]) -> ItemBank | QuizgenError:
    try:
        return generate(article.document, sentences=article.sentences, **options)
    except QuizgenError as error:
        return error


def _blanks(rules: Sequence[Rule]) -> frozenset[str]:
    """The roles that the rules for blanks in a sentence or in a phrase of it name, in their conditions or templates."""
    mine = [rule for rule in rules if rule.fact in ("detail", "sentence")]
    named = (word for r in mine for word in re.findall(r"[a-z_]+", f"{r.question} {r.answer} {r.statement}"))
    return frozenset(named).union(role for r in mine for role, _ in r.when)


def _reader(model: Model | str | Path | None) -> Callable[[Sequence[str]], Sequence[Sequence[Sentence]]]:
    """Parses questions, each by itself, with the model that read the article."""
    from quizgen import analysis

    return lambda questions: analysis.parse_each([_document(question) for question in questions], _model(model))


def _judge() -> Callable[[Sequence[Any]], Sequence[float]]:
    """What the judge says of items, by their wordings."""
    return lambda wordings: _loaded_judge().chances(wordings)


def remake(
    earlier: ItemBank,
    documents: Document | str | Article | Sequence[Document | str | Article],
    limit: int | None = DEFAULT_LIMIT,
    **options: Any,
) -> tuple[ItemBank, Report]:
    """The quiz that was made of articles before, made again of what they say now.

    A person's edits, deletions and additions stay; what is reworded follows its rule, with ``changed`` set; sentences
    that were not read before give new items; what lost its sentence is marked ``stale``. The report tells it by id.

    Args:
        earlier: the quiz, as it was loaded; items of other articles in it stay as they are.
        documents: the article, or several.
        limit, options: as for ``generate``.
    """
    from quizgen import bank as banks

    given = [documents] if isinstance(documents, (Document, str, Article)) else list(documents)
    articles, fresh = [], []
    for one in given:
        opened = one if isinstance(one, Article) else Article(_document(one))
        told = explain(opened.document, limit, sentences=opened.sentences, **options)
        trees = None if opened.document.rows else told.analysis.sentences
        every = told.bank if limit is None else generate(opened.document, None, **options | {"sentences": trees})
        texts = tuple(sentence.text for sentence in told.analysis.sentences)
        known = {item.id: item for item in (*every.items, *told.bank.items)}
        articles.append(banks.Article(opened.document.key, told.bank.items, known, texts))
        fresh.append(told.bank)
    made, report = banks.again(earlier, merge(fresh), articles)
    return banks.stamp(made, earlier, datetime.datetime.now(datetime.timezone.utc)), report


def merge(banks: Sequence[ItemBank], title: str | None = None) -> ItemBank:
    """Several banks as one, in their order; an item or a source that is there twice stays once."""
    items = {item.id: item for bank in banks for item in bank.items}
    sources = {source.key: source for bank in banks for source in bank.sources}
    titles = list(dict.fromkeys(bank.title for bank in banks))
    joined = titles[0] if len(titles) == 1 else f"{titles[0]} and {len(titles) - 1} more" if titles else _UNTITLED
    made = {id: digest for bank in banks for id, digest in bank.memory.made}
    read = dict.fromkeys(sentence for bank in banks for sentence in bank.memory.read)
    memory = Memory(tuple(made.items()), tuple(read))
    return ItemBank(title or joined, tuple(items.values()), tuple(sources.values()), memory=memory)


def export(bank: ItemBank, path: str | Path, **options: Any) -> Path:
    """Write a bank; the suffix of ``path`` chooses the format. The file is written whole or not at all.

    Raises:
        ExportError: the format is not known, or the file cannot be written.
    """
    from quizgen import exporters

    exporters.export(bank, Path(path), **options)
    return Path(path)


# --------------------------------------------------------------------------------------------------------------
# What is loaded once
# --------------------------------------------------------------------------------------------------------------


def load_model(path: str | Path | None = None) -> Model:
    """The parser: the one that ships, or the one in a folder. Kept for the process; loading takes a while."""
    return _loaded(str(path) if path else None)


@functools.lru_cache(maxsize=2)
def _loaded(path: str | None) -> Model:
    from quizgen import analysis

    return analysis.load_model(Path(path) if path else None)


@functools.lru_cache(maxsize=1)
def _loaded_judge() -> Any:
    from quizgen.analysis.judge import Judge

    return Judge()


def _model(model: Model | str | Path | None) -> Model:
    return load_model(model) if model is None or isinstance(model, (str, Path)) else model


def load_rules(folders: Sequence[str | Path] = ()) -> tuple[Rule, ...]:
    """The rules in force: the built-in ones, the user's own, then ``folders``. Loaded again only after a change."""
    from quizgen import resources

    own = resources.user("rules")
    paths = tuple(map(Path, folders))
    files = [
        file for folder in (*paths, *((own,) if own else ())) for file in (folder, *sorted(folder.rglob("*.y*ml")))
    ]
    return _loaded_rules(paths, tuple((str(file), file.stat().st_mtime_ns) for file in files if file.exists()))


@functools.lru_cache(maxsize=4)
def _loaded_rules(folders: tuple[Path, ...], stamps: tuple[tuple[str, int], ...]) -> tuple[Rule, ...]:
    from quizgen.rules import loader

    return loader.load(folders)


# --------------------------------------------------------------------------------------------------------------
# Small steps
# --------------------------------------------------------------------------------------------------------------


def _document(document: Document | str, title: str | None = None, date: datetime.date | None = None) -> Document:
    if isinstance(document, str):
        return reading.from_text(document, title=title, date=date)
    if title is None and date is None:
        return document
    return replace(document, title=document.title if title is None else title, date=date or document.date)


def _check_language(document: Document) -> None:
    language = foreign_language(document.text)
    if language:
        raise NothingToAsk(
            f"The article is in {language}; quizgen makes questions of English ones only.", path=document.source
        )


def _types(types: Iterable[ItemType | str] | None) -> tuple[ItemType, ...]:
    return tuple(ItemType) if types is None else tuple(map(ItemType, types))


def _bank(document: Document, items: tuple[Item, ...]) -> ItemBank:
    title = display_title(document)
    source = Source(document.key, title, document.date, document.source, document.link, document.author)
    return ItemBank(title, items, (source,), document.language)


def display_title(document: Document) -> str:
    """The title, else one made of the name of the file: *The Challenge* of ``the-challenge.txt``."""
    if document.title:
        return document.title
    name = re.sub(r"[-_.\s]+", " ", Path(document.source).stem).strip()
    return " ".join(word[:1].upper() + word[1:] for word in name.split()) or _UNTITLED
