"""Articles by the million, one after the other: files, JSON Lines (plain, gzip, zstandard) and Parquet.

Only names and lines are held, never more than one article of a source: it is a stream that can be read again from the
start, in the same order.
"""

from __future__ import annotations

import datetime
import glob
import gzip
import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from quizgen import reading
from quizgen.errors import QuizgenError, ReadingError
from quizgen.records import digest

LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".jsonl.zst", ".ndjson.zst")
PARQUET = (".parquet", ".pq")
_TEXTS, _TITLES = ("text", "body", "content"), ("title", "headline")
_DATES, _LINKS, _IDS = ("date", "published"), ("url", "link"), ("id", "key")


@dataclass(frozen=True, slots=True)
class Raw:
    """An article as it came, before it is read: a row of a table, or the name of a file."""

    id: str
    """Unique in the corpus: what the source calls it, else made of its place."""
    place: str
    """File, and line or row."""
    text: str = ""
    title: str = ""
    date: str = ""
    link: str = ""
    path: str = ""
    """Of a file that the worker is to read; the text is empty then."""
    size: int = 0
    """Words, guessed from the length."""
    fault: str = ""
    """What is wrong with it already."""


def files_of(sources: Sequence[str]) -> list[Path]:
    """The files that sources name: files, folders and globs, each file once, in order of their names.

    Raises:
        ReadingError: a source names nothing that can be read.
    """
    found: dict[Path, None] = {}
    known = (*(suffix for one in reading.READERS for suffix in one.suffixes), *LINES, *PARQUET)
    for source in sources:
        path = Path(source)
        if path.is_dir():
            inside = [one for one in sorted(path.rglob("*")) if one.is_file() and _named(one, known)]
        else:
            inside = [path] if path.is_file() else [Path(one) for one in sorted(glob.glob(source, recursive=True))]
            inside = [one for one in inside if one.is_file()]
        if not inside:
            raise ReadingError("There is nothing here that can be read.", path=source, hint="Name files or folders.")
        found.update(dict.fromkeys(inside))
    return list(found)


def stream(files: Sequence[Path]) -> Iterator[Raw]:
    """The articles in the files, in their order. What is wrong with one of them stands in its ``fault``."""
    for path in files:
        if _named(path, PARQUET):
            yield from _parquet(path)
        elif _named(path, LINES):
            yield from _lines(path)
        else:
            size = path.stat().st_size
            yield Raw(str(path), str(path), path=str(path), size=max(1, size // 6))


def count(files: Sequence[Path]) -> int | None:
    """How many articles there are, as long as that costs little; None: too dear to know."""
    total = 0
    for path in files:
        if _named(path, PARQUET):
            total += _open_parquet(path).metadata.num_rows
        elif path.suffix in (".gz", ".zst"):
            return None
        elif _named(path, LINES):
            with path.open("rb") as file:
                total += sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))
        else:
            total += 1
    return total


def _named(path: Path, suffixes: Sequence[str]) -> bool:
    name = path.name.lower()
    return not name.startswith(".") and name.endswith(tuple(suffixes))


def _lines(path: Path) -> Iterator[Raw]:
    try:
        with _opened(path) as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield _of_line(line, path, number)
    except (OSError, EOFError, UnicodeError) as error:
        raise ReadingError(f"This cannot be read: {error}.", path=str(path), hint="Get the file again.") from error
    except QuizgenError:
        raise
    except Exception as error:  # what the decompressor says of a damaged file
        raise ReadingError("It is damaged.", path=str(path), hint="Get the file again.") from error


def _opened(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf8", errors="replace")
    if path.suffix == ".zst":
        import zstandard

        raw = zstandard.ZstdDecompressor().stream_reader(path.open("rb"), closefd=True)
        return io.TextIOWrapper(raw, encoding="utf8", errors="replace")
    return path.open(encoding="utf8", errors="replace")


def _of_line(line: str, path: Path, number: int) -> Raw:
    place = f"{path}:{number}"
    try:
        given = json.loads(line)
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict):
        return Raw(digest("article", place), place, fault="the line is no JSON object")
    return _of_fields(given, place)


def _parquet(path: Path) -> Iterator[Raw]:
    file = _open_parquet(path)
    wanted = {*_TEXTS, *_TITLES, *_DATES, *_LINKS, *_IDS}
    columns = [name for name in file.schema_arrow.names if name.lower() in wanted]
    if not {name.lower() for name in columns} & set(_TEXTS):
        hint = "Its columns are to be id, title, date, text."
        raise ReadingError('It has no column "text".', path=str(path), hint=hint)
    row = 0
    for batch in file.iter_batches(batch_size=256, columns=columns):
        for given in batch.to_pylist():
            row += 1
            yield _of_fields({name.lower(): value for name, value in given.items()}, f"{path}:{row}")


def _open_parquet(path: Path) -> Any:
    import pyarrow
    import pyarrow.parquet

    try:
        return pyarrow.parquet.ParquetFile(path)
    except (pyarrow.ArrowException, OSError) as error:
        raise ReadingError("This is no Parquet file, or a damaged one.", path=str(path)) from error


def _of_fields(given: dict[str, Any], place: str) -> Raw:
    text = _first(given, _TEXTS)
    return Raw(
        _first(given, _IDS) or digest("article", place),
        place,
        text,
        _first(given, _TITLES),
        _first(given, _DATES),
        _first(given, _LINKS),
        size=max(1, len(text) // 6),
        fault="" if text.strip() else "it has no text",
    )


def _first(given: dict[str, Any], names: Sequence[str]) -> str:
    for name in names:
        value = given.get(name)
        if isinstance(value, (datetime.date, datetime.datetime)):
            return value.isoformat()[:10]
        if isinstance(value, (str, int)) and str(value).strip():
            return str(value)
    return ""
