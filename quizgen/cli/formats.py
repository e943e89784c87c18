"""``quizgen formats``: what is read and what is written."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from quizgen.exporters.formats import Format


@click.command(short_help="List the formats that are read and written.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of quiz files, for editors, instead.")
def formats(schema: bool) -> None:
    """List the formats that are read and written."""
    if schema:
        click.echo((files("quizgen.bank") / "schema.json").read_text("utf8"), nl=False)
        return
    from quizgen.exporters import FORMATS
    from quizgen.reading import READERS, table

    read = [(reader.suffixes, reader.description) for reader in READERS]
    read.append(((".conllu",), "sentences parsed by any Universal Dependencies parser"))
    read += [(form.suffixes, form.description) for form in table.FORMATS]
    read.append(((".quiz.yaml", ".json"), "a quiz that quizgen wrote or you did"))
    read.append((("https://…",), "a page, or whatever lies there"))
    read.append((("a folder",), "every article in it"))
    read.append((("-",), "standard input: known by how it begins"))
    written = [(form.suffixes, _told(form)) for form in FORMATS]
    for title, rows in (("Read", read), ("Written", written)):
        click.echo(f"{title}:")
        for suffixes, description in rows:
            click.echo(f"  {' '.join(suffixes):<24} {description}")


def _told(form: Format) -> str:
    """What it is, and what it can hold where that is not everything."""
    return f"{form.description}; {form.holds}" if form.lacks else form.description
