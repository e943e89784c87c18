"""``quizgen history``: the history out and in again."""

from __future__ import annotations

import json
from pathlib import Path

import click

from quizgen.cli import outputs
from quizgen.errors import HistoryError


@click.group(short_help="Take the history to another machine and back.")
def history() -> None:
    """Take the history of your answers to another machine and back, as JSON."""


@history.command("export")
@click.argument("path", metavar="FILE.json", type=click.Path(path_type=Path))
def export(path: Path) -> None:
    """Write every answer and the schedule to a file.

    \b
    quizgen history export history.json
    """
    if path.is_dir():
        raise HistoryError("This is a folder.", path=str(path), hint="Name a file in it.")
    from quizgen.drill.memory import History

    data = History().exported()
    outputs.put(path, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf8", "surrogatepass"))
    answers = data["answers"]
    assert isinstance(answers, list)
    click.echo(f"{path}  {len(answers)} answers", err=True)


@history.command("import")
@click.argument("path", metavar="FILE.json", type=click.Path(path_type=Path))
def import_(path: Path) -> None:
    """Take over what was exported; nothing is counted twice, and nothing that is here is lost.

    \b
    quizgen history import history.json
    """
    try:
        data = json.loads(path.read_text("utf8"))
    except OSError as error:
        raise HistoryError(f"This cannot be read: {error.strerror}.", path=str(path)) from error
    except (ValueError, RecursionError) as error:
        hint = "Use 'quizgen history export'."
        raise HistoryError("This is no history that quizgen wrote.", path=str(path), hint=hint) from error
    from quizgen.drill.memory import History

    new, known = History().imported(data, str(path))
    click.echo(f"{new} answers taken over, {known} known before", err=True)
