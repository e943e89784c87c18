"""A corpus through Dask: batches out to the workers, rows back, parts onto the disk; and on again after a fault."""

from __future__ import annotations

import base64
import contextlib
import gzip
import json
import logging
import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from quizgen.corpus import MANIFEST, articles, batches, layout, needs
from quizgen.corpus.batches import Batch
from quizgen.corpus.duplicates import mark
from quizgen.corpus.work import Rows, error_row, warm, work
from quizgen.errors import ExportError, QuizgenError
from quizgen.version import __version__

LOCAL = "local"
PATIENCE = 20
"""Seconds without a result after which it is asked whether any worker is left."""
AHEAD = 3
"""So many batches for each worker are with Dask at once: one that is worked on, and others that wait."""
_KILLED = "it ended its worker, mostly for want of memory"


@dataclass(slots=True)
class Progress:
    """How far a run is."""

    articles: int = 0
    words: int = 0
    items: int = 0
    errors: int = 0
    skipped: int = 0
    """Articles of batches that an earlier run had done."""
    total: int | None = None
    dashboard: str = ""


def run(
    sources: Sequence[str],
    folder: Path,
    *,
    cluster: str = LOCAL,
    workers: int | None = None,
    memory: str = "auto",
    words: int = batches.WORDS,
    options: Mapping[str, Any],
    told: Callable[[Progress], None] = lambda progress: None,
) -> Progress:
    """Make the corpus bank ``folder`` of everything in the sources, or go on with one that was begun.

    Args:
        cluster: ``local``, or the address of a scheduler, ``tcp://host:port``.
        workers: processes of a local cluster; None: one a core.
        memory: of each of them at most; Dask ends a worker that wants more.
        words: of a batch.
        options: those of ``pipeline.explain``; they are kept in the bank, and another run of it must have the same.
        told: called with how far it is whenever a batch is done.

    Raises:
        ReadingError: a source names nothing that can be read.
        ExportError: the disk is full, or the folder may not be written to.
        QuizgenError: other options than before; the scheduler cannot be reached, or is gone.
    """
    needs(
        "distributed",
        "pyarrow",
        "datasketch",
        "duckdb",
        *(("zstandard",) if any(s.endswith(".zst") for s in sources) else ()),
    )
    files = articles.files_of(sources)
    _begin(folder, {**options, "batch_words": words})
    progress = Progress(total=articles.count(files))
    start = time.time()
    stream = batches.batches(articles.stream(files), words)
    with _client(cluster, workers, memory, options.get("model")) as (client, count):
        progress.dashboard = getattr(client, "dashboard_link", "") or ""
        told(progress)
        Run(folder, client, count, dict(options), progress, told).go(stream)
    _tidied(folder)
    duplicates = mark(folder)
    _log(folder, progress, time.time() - start, count, duplicates)
    return progress


def _tidied(folder: Path) -> None:
    """Take away what a run that was killed left half-written; all parts are whole now."""
    shutil.rmtree(folder / layout.WORK, ignore_errors=True)
    for left in folder.glob("*/.*.part"):
        left.unlink(missing_ok=True)


def _begin(folder: Path, options: Mapping[str, Any]) -> None:
    """Make the folder a bank, or see that it is one of these options."""
    given = {
        name: [str(one) for one in value] if isinstance(value, (list, tuple)) else value
        for name, value in options.items()
    }
    manifest = folder / MANIFEST
    if manifest.exists():
        before = json.loads(manifest.read_text("utf8"))
        if before.get("version") != layout.VERSION:
            raise QuizgenError(
                f"It is of version {before.get('version')}; this quizgen writes {layout.VERSION}.", path=str(folder)
            )
        other = sorted(name for name in {*given, *before["options"]} if given.get(name) != before["options"].get(name))
        if other or before["quizgen"] != __version__:
            what = f"other options ({', '.join(other)})" if other else f"quizgen {before['quizgen']}"
            raise QuizgenError(
                f"It was begun with {what}.", path=str(folder), hint="Name another folder, or delete it."
            )
        return
    if folder.exists() and any(folder.iterdir()):
        raise ExportError("This folder holds other files.", path=str(folder), hint="Name a new one.")
    data = {"quizgen": __version__, "version": layout.VERSION, "options": given}
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"cannot be made: {error.strerror}.", path=str(folder)) from error
    with layout.whole(manifest) as file:
        file.write((json.dumps(data, indent=1, default=str) + "\n").encode("utf8"))


@contextlib.contextmanager
def _client(cluster: str, workers: int | None, memory: str, model: Any) -> Iterator[tuple[Any, int]]:
    """A client of the cluster, and how many workers it has."""
    import dask
    from distributed import Client, LocalCluster

    for name in ("distributed", "distributed.client", "distributed.comm", "tornado.application"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what goes wrong there is told here in a sentence
    with dask.config.set({"distributed.scheduler.allowed-failures": 1}), contextlib.ExitStack() as stack:
        try:
            if cluster == LOCAL:
                count = workers or _cores()
                made = LocalCluster(
                    n_workers=count,
                    threads_per_worker=1,
                    memory_limit=memory,
                    dashboard_address="127.0.0.1:0",
                    silence_logs=50,
                    env={"OMP_NUM_THREADS": "1"},  # a worker is a core: so two of them are twice as fast
                )
                stack.callback(_closed, made)
                client = Client(made)
            else:
                client = Client(cluster, timeout=20)
                count = max(1, len(client.scheduler_info()["workers"]))
            stack.callback(_closed, client)
        except (OSError, TimeoutError, ValueError) as error:
            hint = "Name a scheduler as tcp://host:port, or leave --cluster out."
            raise QuizgenError(f"The cluster cannot be reached: {error}.", path=cluster, hint=hint) from error
        client.run(warm, str(model) if model else None)
        yield client, count


def _closed(what: Any) -> None:
    """Close; what is gone already is none the worse for it."""
    with contextlib.suppress(Exception):
        what.close(timeout=10)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(slots=True)
class _Pieces:
    """A batch that is worked on: whole, or in halves of halves where one of its articles ends workers."""

    batch: Batch
    rows: dict[int, Rows] = field(default_factory=dict)
    """By the place of their first article in the batch."""
    open: int = 0

    def joined(self) -> Rows:
        return {table: [row for at in sorted(self.rows) for row in self.rows[at][table]] for table in layout.TABLES}


class Run:
    """The batches of a corpus, handed out and gathered in."""

    def __init__(
        self,
        folder: Path,
        client: Any,
        workers: int,
        options: dict[str, Any],
        progress: Progress,
        told: Callable[[Progress], None],
    ) -> None:
        self.folder, self.client, self.options, self.progress, self.told = folder, client, options, progress, told
        self.workers, self.most = workers, AHEAD * workers
        self.flying: dict[Any, tuple[_Pieces, int, Batch]] = {}
        """By future: the batch it is of, its place in it, and the articles that it works on."""
        self.missing: dict[int, set[int]] = {}
        """By part: the batches of it that are not done."""
        self.files: dict[int, list[Path]] = {}
        """By part: where the rows of its batches wait for each other."""
        self.suspects: list[tuple[_Pieces, int, Batch]] = []
        """Single articles that were with a worker when it ended, twice: perhaps only beside the culprit."""
        self.one_by_one = False

    def go(self, stream: Iterable[Batch]) -> None:
        from distributed.comm.core import CommClosedError

        try:
            for part, group in _parts(stream):
                self._part(part, group)
            while self.flying:
                self._gather()
            self._try_suspects()
        except (CommClosedError, CancelledError, OSError, TimeoutError) as error:
            hint = "Run the same command again to go on: what is done stays done."
            raise QuizgenError("The scheduler is gone.", hint=hint) from error

    def _part(self, part: int, group: list[Batch]) -> None:
        if self._is_whole(part, group):
            self._passed_over(group)
            return
        left = [batch for batch in group if not self._work(batch).exists()]
        self._passed_over([batch for batch in group if batch not in left])
        self.missing[part] = {batch.number for batch in left}
        self.files[part] = [self._work(batch) for batch in group]
        if not left:
            self._assemble(part)
        for batch in left:
            self._hand_out(_Pieces(batch), 0, batch)
            while len(self.flying) >= self.most:
                self._gather()

    def _passed_over(self, group: list[Batch]) -> None:
        self.progress.skipped += sum(len(batch.articles) for batch in group)
        self.told(self.progress)

    def _is_whole(self, part: int, group: list[Batch]) -> bool:
        """Whether an earlier run wrote this part, of these batches; one of others is taken away."""
        last = layout.part(self.folder, layout.TABLES[-1], part)
        if not last.exists():
            return False
        import pyarrow.parquet

        tables = (layout.part(self.folder, name, part) for name in ("articles", "errors"))
        keys = {
            key
            for path in tables
            if path.exists()
            for key in pyarrow.parquet.read_table(path, columns=["batch"], partitioning=None)["batch"].to_pylist()
        }
        if keys == {batch.key for batch in group}:
            return True
        last.unlink()  # the sources have changed
        return False

    def _work(self, batch: Batch) -> Path:
        return self.folder / layout.WORK / f"{batch.number:08}-{batch.key}.json.gz"

    # ------------------------------------------------------------------------------------------ out and in

    def _hand_out(self, pieces: _Pieces, at: int, batch: Batch) -> None:
        future = self.client.submit(work, batch, self.options, pieces.batch.key, pure=False)
        pieces.open += 1
        self.flying[future] = (pieces, at, batch)

    def _finished(self) -> set[Any]:
        """The futures that are done, at least one."""
        from distributed import wait

        while True:
            try:
                return set(wait(list(self.flying), timeout=PATIENCE, return_when="FIRST_COMPLETED").done)
            except TimeoutError:
                self._revive()

    def _revive(self) -> None:
        """Start the workers of a local cluster anew where none is left: Dask gives up one that dies as it starts."""
        cluster = self.client.cluster
        if cluster is not None and not self.client.ncores():
            cluster.scale(0)
            cluster.scale(self.workers)

    def _gather(self) -> None:
        """Take in what is done, at least one."""
        for future in sorted(self._finished(), key=lambda one: self.flying[one][0].batch.number):
            pieces, at, batch = self.flying.pop(future)
            pieces.open -= 1
            rows = self._result(future, pieces, at, batch)
            future.release()
            if rows is not None:
                pieces.rows[at] = rows
            if not pieces.open:
                self._done(pieces)

    def _try_suspects(self) -> None:
        """Each by itself: what ends a worker that holds nothing else is the culprit."""
        self.one_by_one = True
        for pieces, at, batch in self.suspects:
            pieces.open -= 1
            self._hand_out(pieces, at, batch)
            self._gather()

    def _result(self, future: Any, pieces: _Pieces, at: int, batch: Batch) -> Rows | None:
        """The rows; None where the batch ended its workers: its halves are tried, a single article later by itself."""
        from distributed import KilledWorker

        try:
            rows: Rows = future.result()  # of one whose worker ended behind it, the scheduler has it made again
        except KilledWorker:
            if self.one_by_one:
                culprit = error_row(batch.articles[0], _KILLED, pieces.batch.key)
                return {"items": [], "articles": [], "errors": [culprit]}
            if len(batch.articles) == 1:
                pieces.open += 1
                self.suspects.append((pieces, at, batch))
                return None
            first, second = batch.halves()
            self._hand_out(pieces, at, first)
            self._hand_out(pieces, at + len(first.articles), second)
            return None
        return rows

    def _done(self, pieces: _Pieces) -> None:
        rows, batch = pieces.joined(), pieces.batch
        with layout.whole(self._work(batch)) as file:
            file.write(_packed(rows))
        self.progress.articles += len(batch.articles)
        self.progress.items += len(rows["items"])
        self.progress.errors += len(rows["errors"])
        self.progress.words += sum(row["words"] for row in rows["articles"])
        self.missing[batch.part].discard(batch.number)
        if not self.missing[batch.part]:
            self._assemble(batch.part)
        self.told(self.progress)

    def _assemble(self, part: int) -> None:
        """Write the tables of a part, the last of them when the others are there."""
        names = self.files.pop(part)
        whole = [_unpacked(name) for name in names]
        for table in layout.TABLES:
            layout.write(layout.part(self.folder, table, part), table, (row for rows in whole for row in rows[table]))
        for name in names:
            name.unlink()
        del self.missing[part]


def _parts(stream: Iterable[Batch]) -> Iterator[tuple[int, list[Batch]]]:
    group: list[Batch] = []
    for batch in stream:
        if group and batch.part != group[0].part:
            yield group[0].part, group
            group = []
        group.append(batch)
    if group:
        yield group[0].part, group


def _packed(rows: Rows) -> bytes:
    data = json.dumps(rows, ensure_ascii=False, default=lambda value: base64.b64encode(value).decode("ascii"))
    return gzip.compress(data.encode("utf8", "surrogatepass"), 3, mtime=0)


def _unpacked(path: Path) -> Rows:
    rows: Rows = json.loads(gzip.decompress(path.read_bytes()).decode("utf8", "surrogatepass"))
    for row in rows["articles"]:
        row["sketch"] = base64.b64decode(row["sketch"])
        row["rejected"] = [tuple(pair) for pair in row["rejected"]]
    return rows


def _log(folder: Path, progress: Progress, seconds: float, workers: int, duplicates: int) -> None:
    line = {
        "ended": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "seconds": round(seconds, 1),
        "workers": workers,
        "articles": progress.articles,
        "words": progress.words,
        "items": progress.items,
        "errors": progress.errors,
        "skipped": progress.skipped,
        "duplicates": duplicates,
    }
    with (folder / "runs.jsonl").open("a", encoding="utf8") as file:
        file.write(json.dumps(line) + "\n")
