"""Articles that say nearly the same, and items that ask the same: each is marked with the first of its kind.

Sketches are cut into bands, and what shares a band is compared (locality-sensitive hashing). DuckDB joins, and puts on
disk what does not fit into memory: ten million articles have 120 million bands.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quizgen.corpus import layout
from quizgen.corpus.work import SKETCH

ALIKE = 0.8
"""Share of common shingles from which on two articles are nearly the same."""
BANDS, WIDTH = 12, 5
"""Bands of a sketch, and numbers in each: two articles that share four in five shingles meet with a chance of 0.99."""
FILE = "duplicates.parquet"
MEMORY = "1GB"
_ITEMS = """
select 'item' as kind, id, article, first, first_article from (
    select id, article, n,
           first_value(id) over same as first, first_value(article) over same as first_article
    from (select id, article, asks, row_number() over () as n from items)
    window same as (partition by asks order by n rows between unbounded preceding and unbounded following)
) where article != first_article order by n
"""
_PAIRS = """
select distinct b.n, f.first from bands b
join (select band, key, min(n) as first from bands group by band, key having count(*) > 1) f using (band, key)
where b.n > f.first order by b.n, f.first
"""


def mark(folder: Path) -> int:
    """Write ``duplicates.parquet``; how many there are. Same parts, same file."""
    import duckdb
    import pyarrow
    import pyarrow.dataset
    import pyarrow.parquet

    with layout.scratch(folder) as scratch:
        database = duckdb.connect(str(scratch / "duplicates.db"))
        database.execute(f"set memory_limit = '{MEMORY}'; set temp_directory = '{scratch}'; set threads = 1")
        parts = sorted(str(path) for path in (folder / "items").glob("part-*.parquet"))
        database.register("items", pyarrow.dataset.dataset(parts, schema=layout.schema("items"), format="parquet"))
        items = database.execute(_ITEMS).fetchall()
        articles = list(_articles(folder, database))
        database.close()
    text = pyarrow.string()
    columns = pyarrow.schema([(name, text) for name in ("kind", "id", "article", "first", "first_article")])
    rows = [dict(zip(columns.names, row, strict=True)) for row in (*articles, *items)]
    with layout.whole(folder / FILE) as file:
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows, schema=columns), file, compression="zstd")
    return len(rows)


def _articles(folder: Path, database: Any) -> Iterator[tuple[str, str, str, str, str]]:
    """The near-duplicates in the order of the archive, each with the earliest article that it is like."""
    database.execute("create table bands (n bigint, band tinyint, key ubigint)")
    database.execute("create table sketches (n bigint, id varchar, sketch blob)")
    for start, batch in _batches(folder):
        _insert(database, start, batch)
    found: set[int] = set()
    for n, first in database.execute(_PAIRS).fetchall():
        if n in found:
            continue
        asked = database.execute("select id, sketch from sketches where n in (?, ?) order by n", [first, n])
        (first_id, one), (id, other) = asked.fetchall()
        if _alike(one, other):
            found.add(n)
            yield "article", id, id, first_id, first_id


def _insert(database: Any, start: int, batch: Any) -> None:
    """Sketches and their bands, as tables of Arrow that DuckDB finds by their names."""
    import numpy
    import pyarrow

    count = batch.num_rows
    numbers = numpy.arange(start, start + count)
    sketches = numpy.frombuffer(b"".join(batch["sketch"].to_pylist()), dtype="<u4").reshape(count, SKETCH)
    keys = numpy.zeros((count, BANDS), dtype=numpy.uint64)
    for column in range(WIDTH):
        keys = keys * numpy.uint64(0x100000001B3) + sketches[:, column : BANDS * WIDTH : WIDTH].astype(numpy.uint64)
    bands = pyarrow.table(
        {
            "n": numpy.repeat(numbers, BANDS),
            "band": numpy.tile(numpy.arange(BANDS, dtype=numpy.int8), count),
            "key": keys.ravel(),
        }
    )
    whole = pyarrow.table({"n": numbers, "id": batch["id"], "sketch": batch["sketch"]})
    for name, table in (("bands", bands), ("sketches", whole)):
        database.register("given", table)
        database.execute(f"insert into {name} select * from given")
        database.unregister("given")


def _batches(folder: Path) -> Iterator[tuple[int, Any]]:
    """The rows of ``articles``, some at a time, with how many came before them."""
    import pyarrow.parquet

    start = 0
    for path in sorted((folder / "articles").glob("part-*.parquet")):
        for batch in pyarrow.parquet.ParquetFile(path).iter_batches(batch_size=4096, columns=["id", "sketch"]):
            yield start, batch
            start += batch.num_rows


def _alike(one: bytes, other: bytes) -> bool:
    """Whether two sketches agree in so many of their numbers."""
    same = sum(one[at : at + 4] == other[at : at + 4] for at in range(0, len(one), 4))
    return same >= ALIKE * SKETCH
