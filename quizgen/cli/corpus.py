"""``quizgen corpus``: a question bank of a whole archive."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen import pipeline
from quizgen.cli.options import ALL, count, model_option, rules_option, types

if TYPE_CHECKING:
    from quizgen.corpus.run import Progress


@click.command(short_help="Make a question bank of a whole archive, on Dask.")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option(
    "-o", "--output", "folder", type=click.Path(path_type=Path), required=True, metavar="BANK/", help="The folder."
)
@click.option("--cluster", default="local", metavar="local|tcp://HOST:PORT", help="Where the work is done.")
@click.option(
    "--workers", type=click.IntRange(1, 1024), metavar="N", help="Processes of a local cluster.  [one a core]"
)
@click.option("--memory", default="2GB", metavar="SIZE", help="Of a local worker, at most.  [default: 2GB]")
@click.option("--items", type=count, metavar="N|all", help="How many items an article gives at most.  [default: 20]")
@click.option("--types", type=types, metavar="LIST", help="Only these types.")
@rules_option
@model_option
@click.option("--seed", type=int, default=0, metavar="N", help="Another choice among items equally good.")
def corpus(
    sources: tuple[str, ...], folder: Path, cluster: str, workers: int | None, memory: str, **options: Any
) -> None:
    """Make a question bank of a whole archive: files, folders, JSON Lines (.jsonl, .gz, .zst), Parquet.

    Run it again after a crash or Ctrl-C, and only what is missing is done. 'quizgen make BANK/ --where' takes items out
    of it, 'quizgen stats BANK/' tells what is in it.

    \b
    quizgen corpus archive/*.jsonl.gz -o bank/
    quizgen corpus news.parquet -o bank/ --workers 8 --items 10
    quizgen make bank/ --where "difficulty = 'hard' and title like '%space%'" --items 50 -o deck.apkg
    """
    from quizgen.corpus import needs

    needs("distributed", "pyarrow", "datasketch")
    from quizgen.corpus import run as corpora

    items = options["items"]
    asked = {
        "limit": pipeline.DEFAULT_LIMIT if items is None else None if items == ALL else items,
        "types": [str(kind) for kind in options["types"]] if options["types"] else None,
        "rules": [str(path) for path in options["rules"]],
        "model": str(options["model"]) if options["model"] else None,
        "seed": options["seed"],
    }
    with _shown() as told:
        done = corpora.run(sources, folder, cluster=cluster, workers=workers, memory=memory, options=asked, told=told)
    again = f", {done.skipped:,} were done before" if done.skipped else ""
    click.echo(f"{folder}  {done.items:,} items of {done.articles:,} articles{again}, {done.errors:,} errors", err=True)


@contextmanager
def _shown() -> Iterator[Callable[[Progress], None]]:
    """A bar with rate, remaining time and errors, where someone watches; else only where the dashboard is."""
    named = False

    def dashboard(progress: Progress) -> None:
        nonlocal named
        if progress.dashboard and not named:
            named = True
            click.echo(f"quizgen: Dask's dashboard is at {progress.dashboard}", err=True)

    if not sys.stderr.isatty():
        yield dashboard
        return
    from rich import progress as bars
    from rich.console import Console

    text = bars.TextColumn("{task.description}")
    columns = (bars.BarColumn(), bars.MofNCompleteColumn(), text, bars.TimeElapsedColumn(), bars.TimeRemainingColumn())
    with bars.Progress(*columns, console=Console(stderr=True), speed_estimate_period=300) as bar:
        task = bar.add_task("articles", total=None)

        def told(progress: Progress) -> None:
            dashboard(progress)
            elapsed = bar.tasks[0].elapsed or 1
            text = f"articles, {progress.words / elapsed:,.0f} words/s, {progress.errors:,} errors"
            bar.update(task, total=progress.total, completed=progress.articles + progress.skipped, description=text)

        yield told
