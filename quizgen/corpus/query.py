"""Items out of a corpus bank again, by DuckDB: the best of those that a condition in SQL lets through."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from quizgen.corpus import MANIFEST, duplicates, needs
from quizgen.errors import BankError, NothingToAsk, QuizgenError
from quizgen.records import ItemBank

LIMIT = 50
_ITEMS = """
select i.* exclude (data, asks), a.title, a.date, a.link, a.author, a.place, a.words,
       d.id is not null as duplicate, i.data, a.key
from items i
join articles a on a.id = i.article
left join copies d on d.article = i.article and (d.kind = 'article' or d.id = i.id)
"""


def bank(folder: Path, where: str = "", limit: int | None = LIMIT, title: str = "") -> ItemBank:
    """The best items by score, in the order of their articles.

    Args:
        where: a condition in DuckDB's SQL over the columns of items and articles. ``duplicate`` is true for items
            that stand elsewhere too, and for those of articles that nearly do; unless it is named, they are left out.
        limit: how many at most; None: all.

    Raises:
        QuizgenError: the condition is wrong.
        NothingToAsk: no item fulfils it.
    """
    from quizgen import bank as banks

    condition = f"({where.strip() or 'true'})"
    if "duplicate" not in where.casefold():
        condition += " and not duplicate"
    order = "order by score desc, article, number"
    rows = _asked(folder, f"select * from it where {condition} {order}" + (f" limit {limit}" if limit else ""))
    if not rows:
        raise NothingToAsk("No item in it fulfils that.", path=str(folder), hint="'quizgen stats' tells what is in it.")
    rows.sort(key=lambda row: (row["place"], row["article"], row["number"]))
    seen: dict[str, dict[str, Any]] = {}
    for row in rows:
        seen.setdefault(row["id"], row)
    sources = {
        row["key"]: {
            "key": row["key"],
            "title": row["title"],
            "date": row["date"] or None,
            "source": row["place"],
            "link": row["link"],
            "author": row["author"],
        }
        for row in seen.values()
    }
    items = [json.loads(row["data"]) for row in seen.values()]
    data = {"title": title or folder.name, "sources": list(sources.values()), "items": items}
    try:
        return banks.from_json(json.dumps(data), str(folder))
    except BankError as error:
        raise QuizgenError(f"It is damaged: {error.message}", path=str(folder)) from error


def statistics(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Numbers of what is in it, by name: each a table of rows."""
    told = {
        "articles": "select count(*), coalesce(sum(words), 0), coalesce(sum(sentences), 0), coalesce(sum(items), 0) "
        "from articles",
        "types": "select type, count(*) as n from items group by type order by n desc, type",
        "difficulty": "select difficulty, count(*) as n from items group by difficulty order by n desc, difficulty",
        "rules": "select rule, count(*) as n from items group by rule order by n desc, rule limit 20",
        "rejected": "select key, sum(value) as n from (select unnest(map_entries(rejected), recursive := true) "
        "from articles) group by key order by n desc, key limit 20",
        "errors": "select reason, count(*) as n from errors group by reason order by n desc, reason limit 10",
        "copies": "select kind, count(*) as n from copies group by kind order by kind",
    }
    connection = _opened(folder)
    return {name: connection.execute(asked).fetchall() for name, asked in told.items()} | {"runs": _runs(folder)}


def _runs(folder: Path) -> list[tuple[Any, ...]]:
    path = folder / "runs.jsonl"
    lines = path.read_text("utf8").splitlines() if path.exists() else []
    return [(run["workers"], run["words"], run["items"], run["seconds"]) for run in map(json.loads, lines)]


def _asked(folder: Path, asked: str) -> list[dict[str, Any]]:
    import duckdb

    connection = _opened(folder)
    try:
        found = connection.execute(asked)
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    except duckdb.Error as error:
        said = " ".join(str(error).split("\n")[0].split())
        columns: Sequence[str] = [row[0] for row in connection.execute("describe it").fetchall()]
        hint = f"Its columns are {', '.join(name for name in columns if name not in ('data', 'key'))}."
        raise QuizgenError(f"The condition is wrong: {said}.", path=str(folder), hint=hint) from error


def _opened(folder: Path) -> Any:
    """A connection that sees the tables of the bank and nothing else: no other file, no extension, no setting."""
    needs("duckdb", "pyarrow")
    import duckdb
    import pyarrow.dataset

    from quizgen.corpus import layout

    _check(folder)
    connection = duckdb.connect(":memory:")
    for table in layout.TABLES:
        parts = sorted(str(path) for path in (folder / table).glob("part-*.parquet"))
        connection.register(table, pyarrow.dataset.dataset(parts, schema=layout.schema(table), format="parquet"))
    copies = folder / duplicates.FILE
    if copies.exists():
        connection.register("copies", pyarrow.dataset.dataset(str(copies), format="parquet"))
    else:
        connection.execute("create table copies (kind text, id text, article text, first text, first_article text)")
    connection.execute(f"create view it as {_ITEMS}")
    connection.execute("set enable_external_access = false; set lock_configuration = true")
    return connection


def _check(folder: Path) -> None:
    try:
        version = json.loads((folder / MANIFEST).read_text("utf8")).get("version")
    except (OSError, ValueError, AttributeError) as error:
        raise QuizgenError("It is damaged: bank.json cannot be read.", path=str(folder)) from error
    from quizgen.corpus.layout import VERSION

    if version != VERSION:
        raise QuizgenError(f"It is of version {version}; this quizgen reads {VERSION}.", path=str(folder))
