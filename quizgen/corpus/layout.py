"""What a corpus bank looks like on disk: its tables, their columns, and how they are written.

::

    BANK/bank.json                      version, options, what it was made of; when it is there, the folder is a bank
    BANK/items/part-00000.parquet       a row an item
    BANK/articles/part-00000.parquet    a row an article that was read
    BANK/errors/part-00000.parquet      a row an article of which nothing was made, with the reason
    BANK/duplicates.parquet             articles and items that are nearly or wholly the same as an earlier one
    BANK/runs.jsonl                     a line a run: when, how many words and seconds
    BANK/.work/                         batches of parts that are not whole yet; empty when the run has ended
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizgen.errors import ExportError

if TYPE_CHECKING:
    import pyarrow

VERSION = 1
"""Of the schema. A reader of version 1 may meet further columns, never fewer."""
TABLES = ("items", "errors", "articles")
"""In the order in which those of a part are written: where the last is there, the part is whole."""
WORK = ".work"


def schema(table: str) -> pyarrow.Schema:
    """The columns of a table, each with what it means in its metadata."""
    import pyarrow

    text, number, real = pyarrow.string(), pyarrow.int32(), pyarrow.float32()
    texts = pyarrow.list_(text)
    columns: dict[str, dict[str, tuple[Any, str]]] = {
        "items": {
            "id": (text, "the same in any bank: made of rule and fact, or of the question"),
            "article": (text, "id of the article"),
            "number": (number, "place among the items of its article, from 0"),
            "type": (text, "short, choice, cloze, true_false, matching, ordering"),
            "question": (text, ""),
            "answer": (text, ""),
            "distractors": (texts, "wrong options of a choice"),
            "evidence": (text, "the sentence that it rests on"),
            "start": (number, "offset of the evidence in the article's text, in characters"),
            "end": (number, "offset behind it"),
            "rule": (text, "id of the rule that made it"),
            "difficulty": (text, "easy, medium, hard"),
            "score": (real, "the chance that a teacher prints it untouched"),
            "tags": (texts, ""),
            "asks": (text, "question and answer without capitals and signs: the same for items that are the same"),
            "data": (text, "the whole item as JSON, as in a quiz file"),
        },
        "articles": {
            "id": (text, "as the source calls it, else made of its place"),
            "place": (text, "file, and line or row"),
            "title": (text, ""),
            "date": (text, "like 2021-10-06, empty where it is not known"),
            "link": (text, "a page where readers find it"),
            "author": (text, ""),
            "key": (text, "names the article in quizzes"),
            "words": (number, ""),
            "sentences": (number, ""),
            "candidates": (number, "items that rules made before any filter"),
            "items": (number, "items that were taken"),
            "rejected": (pyarrow.map_(text, number), "how many candidates each filter refused"),
            "notes": (texts, "what of it was not read"),
            "sketch": (pyarrow.binary(), "MinHash of its text, 64 numbers of 4 bytes"),
            "batch": (text, "key of the batch in which it was worked on"),
        },
        "errors": {
            "id": (text, "of the article"),
            "place": (text, "file, and line or row"),
            "reason": (text, ""),
            "batch": (text, "key of the batch in which it was worked on"),
        },
    }
    fields = [pyarrow.field(name, kind, metadata={"says": says}) for name, (kind, says) in columns[table].items()]
    return pyarrow.schema(fields, metadata={"quizgen": f"corpus {VERSION}"})


def part(folder: Path, table: str, number: int) -> Path:
    return folder / table / f"part-{number:05}.parquet"


def write(path: Path, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Rows as a file of Parquet, whole or not at all. Raises ExportError where there is no room."""
    import pyarrow
    import pyarrow.parquet

    made = pyarrow.Table.from_pylist(list(rows), schema=schema(table))
    with whole(path) as file:
        # No statistics of the writer's version, no time: the same rows are the same bytes.
        pyarrow.parquet.write_table(made, file, compression="zstd", store_schema=True)


@contextlib.contextmanager
def whole(path: Path) -> Iterator[Any]:
    """A file to write to that takes its name when it is complete. Raises ExportError where it cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        hint = "Make room, and run the same command again: what is done stays done."
        raise ExportError(f"cannot be written: {reason}.", path=str(path), hint=hint) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()


@contextlib.contextmanager
def scratch(folder: Path) -> Iterator[Path]:
    """A folder inside the bank for what does not fit into memory, gone afterwards."""
    place = folder / WORK / "scratch"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    try:
        yield place
    finally:
        shutil.rmtree(folder / WORK, ignore_errors=True)


def read(path: Path) -> list[dict[str, Any]]:
    """The rows of a file."""
    import pyarrow.parquet

    found: list[dict[str, Any]] = pyarrow.parquet.read_table(path, partitioning=None).to_pylist()
    return found
