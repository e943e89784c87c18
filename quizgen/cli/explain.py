"""``quizgen explain``: every sentence with its facts, the items made of it, and what was refused and why."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen import pipeline
from quizgen.cli import inputs, outputs
from quizgen.cli.options import ALL, reading_options
from quizgen.errors import ExportError, QuizgenError
from quizgen.records import Explanation

if TYPE_CHECKING:
    from quizgen.exporters.report.telling import Attempt, Pick

_INDENT = "    "
_OPENING = ("title", "date", "chapters", "max_chars")


@click.command(short_help="Show what was read, asked and refused, and why.")
@click.argument("article", metavar="ARTICLE")
@click.option("--conllu", is_flag=True, help="Print the parse as CoNLL-U instead.")
@click.option(
    "-o", "--output", "path", type=click.Path(path_type=Path), metavar="FILE.html", help="Write it as a page instead."
)
@reading_options
def explain(article: str, conllu: bool, path: Path | None, **reading: Any) -> None:
    """Show every sentence of an article with its facts, the items made of it, and what was refused and why.

    Items marked with * are those that 'quizgen make' picks with the same options; - stands before what was refused.

    \b
    quizgen explain article.txt
    quizgen explain article.txt -o report.html
    """
    if path is not None and conllu:
        raise click.UsageError("--conllu prints the parse, --output writes a page: leave one of them out.")
    if path is not None:
        _check(path, article)
    if pipeline.is_bank(article):
        raise QuizgenError("This is a quiz.", path=article, hint="Name the article that it was made of.")
    opened = inputs.the_article(article, **{name: reading.pop(name) for name in _OPENING})
    if conllu:
        _print_parse(opened, reading["model"])
        return
    items = reading.pop("items")
    limit = pipeline.DEFAULT_LIMIT if items is None else None if items == ALL else items
    with inputs.progress(f"reading {article}"):
        explanation = pipeline.explain(opened.document, limit, sentences=opened.sentences, **reading)
    if path is None:
        for line in lines(explanation):
            click.echo(line)
        return
    from quizgen.exporters import report

    outputs.put(path, report.to_html(explanation))
    click.echo(f"{path}  {len(explanation.bank)} of {len(explanation.candidates)} items picked", err=True)


def _check(path: Path, article: str) -> None:
    """Look at where the report is to go, before any work."""
    if path.suffix.casefold() not in (".html", ".htm"):
        raise ExportError("A report is an HTML page.", path=str(path), hint="Let its name end in .html.")
    outputs.check([path], [article])


def _print_parse(article: pipeline.Article, model: Any) -> None:
    from quizgen.analysis import conllu

    sentences = article.sentences
    if sentences is None:
        with inputs.progress("parsing"):
            sentences = pipeline.parse(article.document, model=model)
    click.echo(conllu.dumps(sentences), nl=False)


def lines(explanation: Explanation) -> Iterator[str]:
    """The explanation as lines of text."""
    from quizgen.exporters.report import tell

    told = tell(explanation)
    yield told.title + (f" · {told.day}" if told.day else "")
    for passage in told.passages:
        label = f"{passage.number}. "
        wrapped = textwrap.wrap(passage.text, 110, initial_indent=label, subsequent_indent=" " * len(label))
        yield from ("", *(wrapped or [label]))
        if passage.unread:
            yield f"{_INDENT}{passage.unread}"
        elif not passage.facts and not passage.attempts:
            yield f"{_INDENT}nothing that a rule asks for"
        yield from _section("facts", passage.facts)
        yield from _section("items", map(_attempt, passage.attempts))
    for pick in told.picks:
        yield from _set(pick)
    yield ""
    yield ", ".join(f"{count} {name}" for count, name in told.summary)


def _set(pick: Pick) -> Iterator[str]:
    """What was made of several sentences, which are named behind each part."""
    if pick.item.parts:
        yield from ("", f"* {pick.item.question}  [{pick.item.rule}]")
    for line, number in zip(pick.item.answer_lines, pick.parts, strict=False):
        yield f"{_INDENT}{line}  [sentence {number}]"


def _section(name: str, found: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(found):
        yield f"{_INDENT}{name if number == 0 else '':<8} {line}"


def _attempt(attempt: Attempt) -> str:
    if attempt.filter:
        said = f"  →  {attempt.answer}" if attempt.answer else ""
        what = f"{attempt.question or '(no question)'}{said}  [{attempt.rule}]"
        return f"- {what} refused, {attempt.filter}: {attempt.reason}"
    kind = f", asked as {attempt.type}" if attempt.type else ""
    return f"{'*' if attempt.number else ' '} {attempt.question}  →  {attempt.answer}  [{attempt.rule}{kind}]"
