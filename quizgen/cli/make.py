"""``quizgen make``: read, generate, write."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from quizgen.cli import inputs, outputs, show
from quizgen.cli.options import SHEET, reading_options, sheet_options, type_in
from quizgen.corpus import is_corpus


@click.command(short_help="Make a quiz of an article and write it.")
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    "paths",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write to FILE; its suffix chooses the format (see 'quizgen formats'). Repeatable.",
)
@reading_options
@click.option("--deck", metavar="NAME", help="Name of the Anki deck; 'A::B' is deck B inside A.  [default: the title]")
@type_in
@sheet_options
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=1,
    metavar="N",
    help="So many articles at once, each in a process of its own.  [default: 1]",
)
@click.option("--where", default="", metavar="SQL", help="Of a corpus bank only items that fulfil this condition.")
@click.option("--anew", is_flag=True, help="Write over a quiz that is there; else what you changed in it stays.")
def make(
    articles: tuple[str, ...], paths: tuple[Path, ...], deck: str | None, type_in: bool, anew: bool, **options: Any
) -> None:
    """Make a quiz of an article and write it.

    Where FILE is a quiz that was made before (.quiz.yaml, .json), what you changed, added and deleted in it stays.

    ARTICLE is a file (text, Markdown, HTML, PDF, Word, EPUB and more: see 'quizgen formats'), the address of a page, a
    folder, a table of facts (.csv, .tsv, a list in .yaml), a quiz that was made before (.yaml, .json), an Anki deck
    (.apkg), or - for standard input. Several make one quiz. Without -o the items are printed.

    \b
    quizgen make article.txt
    quizgen make article.html -o deck.apkg -o sheet.html -o article.quiz.yaml
    quizgen make article.txt -o sheet.pdf --versions 3 --with-article
    """
    if options["chapters"] == "list":
        inputs.listed(articles, options["max_chars"])
        return
    _check_where(articles, options["where"])
    outputs.check(paths, articles)
    sheet = {name: options.pop(name) for name in SHEET}
    earlier = None if anew else outputs.quiz_at(paths, articles)
    remade: tuple[str, ...] = ()
    if earlier is None:
        bank, documents = inputs.quiz_of(articles, **options)
    else:
        options.pop("where")
        bank, report, documents = inputs.remade(earlier, articles, **options)
        remade = tuple(show.remade(report, bank, earlier))
    if not paths:
        show.items(bank)
        return
    known = inputs.articles_of(bank, documents) if sheet["with_article"] else documents
    with inputs.progress("writing"):
        gone = outputs.write(bank, paths, deck=deck, typed=type_in, articles=known, seed=options["seed"], **sheet)
    few = outputs.few(bank, documents, options["items"]) if earlier is None else ()
    for line in (*outputs.told(bank, paths, gone), *few, *remade, *outputs.next_steps(paths)):
        click.echo(line, err=True)


def _check_where(articles: tuple[str, ...], where: str) -> None:
    if where and not all(map(is_corpus, articles)):
        raise click.UsageError("--where is for corpus banks, as 'quizgen corpus' makes them.")
