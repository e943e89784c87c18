"""Articles that say nearly the same, and items that ask the same: each is marked with the first of its kind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quizgen.corpus import layout
from quizgen.corpus.work import SKETCH

ALIKE = 0.8
"""Share of common shingles from which on two articles are nearly the same."""
FILE = "duplicates.parquet"


def mark(folder: Path) -> int:
    """Write ``duplicates.parquet``; how many there are. Same parts, same file."""
    import pyarrow
    import pyarrow.parquet

    rows = [*_articles(folder), *_items(folder)]
    kind, text = pyarrow.string(), pyarrow.string()
    columns = [("kind", kind), ("id", text), ("article", text), ("first", text), ("first_article", text)]
    made = pyarrow.Table.from_pylist(rows, schema=pyarrow.schema(columns))
    with layout.whole(folder / FILE) as file:
        pyarrow.parquet.write_table(made, file, compression="zstd")
    return len(rows)


def _articles(folder: Path) -> Iterator[dict[str, Any]]:
    """Near-duplicates by MinHash and locality-sensitive hashing, by the package datasketch."""
    import numpy
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=ALIKE, num_perm=SKETCH)
    empty = MinHash(num_perm=SKETCH, seed=1)
    order: list[str] = []
    for row in _rows(folder, "articles", ["id", "sketch"]):
        sketch = empty.copy()
        sketch.hashvalues = numpy.frombuffer(row["sketch"], dtype="<u4").astype(empty.hashvalues.dtype)
        near = [int(at) for at in index.query(sketch)]
        if near:
            first = order[min(near)]
            yield {"kind": "article", "id": row["id"], "article": row["id"], "first": first, "first_article": first}
            continue
        index.insert(str(len(order)), sketch)
        order.append(row["id"])


def _items(folder: Path) -> Iterator[dict[str, Any]]:
    first: dict[str, tuple[str, str]] = {}
    for row in _rows(folder, "items", ["id", "article", "asks"]):
        known = first.setdefault(row["asks"], (row["id"], row["article"]))
        if known[1] != row["article"]:
            yield {
                "kind": "item",
                "id": row["id"],
                "article": row["article"],
                "first": known[0],
                "first_article": known[1],
            }


def _rows(folder: Path, table: str, columns: list[str]) -> Iterator[dict[str, Any]]:
    import pyarrow.parquet

    for path in sorted((folder / table).glob("part-*.parquet")):
        for batch in pyarrow.parquet.ParquetFile(path).iter_batches(batch_size=4096, columns=columns):
            yield from batch.to_pylist()
