"""``quizgen explain``: every sentence with its facts, the items made of it, and what was refused and why."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import click

from quizgen import pipeline
from quizgen.cli import inputs
from quizgen.cli.options import ALL, reading_options
from quizgen.errors import QuizgenError
from quizgen.records import Explanation, Fact, Item, Rejection, Sentence

_INDENT = "    "


@click.command(short_help="Show what was read, asked and refused, and why.")
@click.argument("article", metavar="ARTICLE")
@click.option("--conllu", is_flag=True, help="Print the parse as CoNLL-U instead.")
@reading_options
def explain(article: str, conllu: bool, **reading: Any) -> None:
    """Show every sentence of an article with its facts, the items made of it, and what was refused and why.

    Items marked with * are those that 'quizgen make' picks with the same options; - stands before what was refused.
    """
    if pipeline.is_bank(article):
        raise QuizgenError("This is a quiz.", path=article, hint="Name the article that it was made of.")
    opened = pipeline.open_article(article, title=reading.pop("title"), date=reading.pop("date"))
    if conllu:
        _print_parse(opened, reading["model"])
        return
    items = reading.pop("items")
    limit = pipeline.DEFAULT_LIMIT if items is None else None if items == ALL else items
    with inputs.progress(f"reading {article}"):
        explanation = pipeline.explain(opened.document, limit, sentences=opened.sentences, **reading)
    for line in report(explanation):
        click.echo(line)


def _print_parse(article: pipeline.Article, model: Any) -> None:
    from quizgen.analysis import conllu

    sentences = article.sentences
    if sentences is None:
        with inputs.progress("parsing"):
            sentences = pipeline.parse(article.document, model=model)
    click.echo(conllu.dumps(sentences), nl=False)


def report(explanation: Explanation) -> Iterator[str]:
    """The explanation as lines of text."""
    document = explanation.analysis.document
    yield explanation.bank.title + (f" · {document.date.isoformat()}" if document.date else "")
    facts, tried = defaultdict(list), defaultdict(list)
    for fact in explanation.facts:
        facts[fact.sentence].append(_fact_line(fact))
    for number, line in _tried(explanation):
        tried[number].append(line)
    for sentence in explanation.analysis.sentences:
        yield from ("", *_sentence_lines(sentence))
        if not sentence.skipped and not facts[sentence.index] and not tried[sentence.index] and _is_statement(sentence):
            yield f"{_INDENT}nothing that a rule asks for"
        yield from _section("facts", facts[sentence.index])
        yield from _section("items", tried[sentence.index])
    yield from _sets(explanation)
    yield ""
    yield _summary(explanation)


def _sets(explanation: Explanation) -> Iterator[str]:
    """What was made of several sentences, which are named behind each part."""
    for item in explanation.bank:
        if item.parts:
            yield from ("", f"* {item.question}  [{item.rule}]")
        for line, part in zip(item.answer_lines, item.parts, strict=False):
            at = _sentence_at(part.evidence.start, explanation)
            yield f"{_INDENT}{line}  [sentence {at + 1}]"


def _tried(explanation: Explanation) -> Iterator[tuple[int, str]]:
    """Every item that a rule made with its sentence: picked, or refused with the reason; then what never became one."""
    reasons = {(r.sentence, r.rule, r.question, r.answer): r for r in explanation.rejections}
    picked = {item.id: item for item in explanation.bank}
    for item in explanation.candidates:
        sentence = _sentence_of(item, explanation)
        reason = reasons.pop((sentence, item.rule, item.question, item.answer), None)
        if item.id in picked or reason is None:
            yield sentence, _item_line(item, picked.get(item.id))
        else:
            yield sentence, _refusal_line(reason)
    for reason in reasons.values():
        yield reason.sentence, _refusal_line(reason)


def _sentence_of(item: Item, explanation: Explanation) -> int:
    """Index of the sentence that an item rests on."""
    return _sentence_at(item.evidence.start, explanation)


def _sentence_at(start: int, explanation: Explanation) -> int:
    return next((s.index for s in explanation.analysis.sentences if s.start <= start < s.end), 0)


def _sentence_lines(sentence: Sentence) -> Iterator[str]:
    label = f"{sentence.index + 1}. "
    text = " ".join(sentence.text.split())
    yield from textwrap.wrap(text, 110, initial_indent=label, subsequent_indent=" " * len(label)) or [label]
    if sentence.skipped:
        yield f"{_INDENT}skipped: {sentence.skipped}"
    elif not _is_statement(sentence):
        yield f"{_INDENT}{str(sentence.block).replace('_', ' ')}: not read as a statement"


def _is_statement(sentence: Sentence) -> bool:
    return str(sentence.block) in ("paragraph", "quote", "row")


def _section(name: str, lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield f"{_INDENT}{name if number == 0 else '':<8} {line}"


def _fact_line(fact: Fact) -> str:
    roles = "; ".join(
        f"{name}: {phrase.text}{f' ({phrase.type})' if phrase.type else ''}" for name, phrase in fact.roles
    )
    by = f", by {fact.extractor}" if fact.extractor else ""
    return f"{fact.kind}  {roles}  [sure to {fact.confidence:.2f}{by}]"


def _item_line(item: Item, picked: Item | None) -> str:
    kind = f", asked as {picked.type}" if picked and picked.type != item.type else ""
    return f"{'*' if picked else ' '} {item.question}  →  {item.answer}  [{item.rule}{kind}]"


def _refusal_line(rejection: Rejection) -> str:
    said = f"  →  {rejection.answer}" if rejection.answer else ""
    what = f"{rejection.question or '(no question)'}{said}  [{rejection.rule}]"
    return f"- {what} refused, {rejection.filter}: {rejection.reason}"


def _summary(explanation: Explanation) -> str:
    counts = (
        (len(explanation.analysis.sentences), "sentences"),
        (len(explanation.facts), "facts"),
        (len(explanation.candidates), "candidates"),
        (len(explanation.rejections), "refused"),
        (len(explanation.bank), "picked"),
    )
    return ", ".join(f"{count} {name}" for count, name in counts)
