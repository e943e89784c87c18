"""Measures what the memory of rounds costs: the first question of a big quiz, what is due of many items, one answer.

python benchmarks/memory.py
"""

from __future__ import annotations

import datetime
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from quizgen import bank as banks
from quizgen.drill.memory import Answer, History, schedule
from quizgen.records import Evidence, Item, ItemBank, ItemType, Source

ROUNDS = 9
ITEMS, SCHEDULED = 1_000, 50_000
ASKED = b"Which thing has the number"
"""In a pipe a prompt is only written with the answer to it; a question stands there at once."""


def items(count: int) -> tuple[Item, ...]:
    return tuple(
        Item(
            f"{n:016x}",
            ItemType.SHORT,
            f"Which thing has the number {n} in this long list of things?",
            f"thing {n}",
            evidence=Evidence(f"In this list the number {n} is that of thing {n}, as everybody knows."),
            document="d" * 16,
        )
        for n in range(count)
    )


def seconds(command: list[str], folder: Path, until: bytes = b"") -> float:
    """From the start of a program until it has written ``until``, or has ended."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *command], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout and process.stdin
    if until:
        seen = b""
        while until not in seen:
            byte = os.read(process.stdout.fileno(), 4096)
            assert byte, seen
            seen += byte
    else:
        process.stdout.read()
    spent = time.perf_counter() - start
    process.stdin.close()
    process.stdout.read()
    process.wait()
    process.stdout.close()
    return spent


def row(name: str, times: list[float], bare: list[float]) -> None:
    more = statistics.median(a - b for a, b in zip(times, bare, strict=True))
    print(f"{name:<58} {statistics.median(times):6.3f} s   {more:+6.3f} s over bare Python")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["QUIZGEN_DATA"] = str(folder / "data")
        bank = ItemBank("Many", items(ITEMS), (Source("d" * 16, "A list"),))
        banks.save(bank, folder / "q.yaml")
        (folder / "q.json").write_text(banks.to_json(bank), "utf8")
        filled(items(SCHEDULED))
        bare, yaml, json, due, stats, session = ([] for _ in range(6))
        for _ in range(ROUNDS):
            bare.append(seconds(["-c", "pass"], folder))
            yaml.append(seconds(["-m", "quizgen", "play", "q.yaml"], folder, ASKED))
            json.append(seconds(["-m", "quizgen", "play", "q.json"], folder, ASKED))
            session.append(seconds(["-m", "quizgen", "play", "q.yaml", "--due"], folder, ASKED))
            due.append(seconds(["-m", "quizgen", "due"], folder))
            stats.append(seconds(["-m", "quizgen", "stats"], folder))
        row(f"quizgen play, {ITEMS:,} items in YAML, first question", yaml, bare)
        row(f"quizgen play, {ITEMS:,} items in JSON, first question", json, bare)
        row(f"quizgen play --due, {SCHEDULED:,} items scheduled, first question", session, bare)
        row(f"quizgen due, {SCHEDULED:,} items scheduled", due, bare)
        row(f"quizgen stats, {SCHEDULED:,} items scheduled", stats, bare)
        print(f"one answer kept and planned: {1000 * one_answer(folder):.1f} ms")


def filled(many: tuple[Item, ...]) -> None:
    """A history in which each item was answered once."""
    history = History()
    now = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=3)
    card, due = schedule.reviewed(None, "right", 0, now)
    database = history._database
    database.execute("BEGIN")
    database.executemany(
        "INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?)",
        ((i.id, i.question, i.answer, f"Quiz {int(i.id, 16) % 40}", schedule.sibling(i), card, due) for i in many),
    )
    database.executemany(
        "INSERT INTO answers (round, place, item, at, mark, given, hints, seconds, scheduled, was) "
        "VALUES ('r', ?, ?, ?, 'right', '', 0, 2.0, 1, NULL)",
        ((n, i.id, schedule.moment(now)) for n, i in enumerate(many)),
    )
    database.execute("COMMIT")
    history.close()


def one_answer(folder: Path) -> float:
    history = History(folder / "one.db")
    asked = items(200)
    now = datetime.datetime.now(datetime.timezone.utc)
    round = history.begin(["q"], asked, seed=None, scheduled=True, now=now)
    times = []
    for place, item in enumerate(asked):
        start = time.perf_counter()
        history.record(round, Answer(place, item, "Quiz", "right"), scheduled=True, now=now)
        times.append(time.perf_counter() - start)
    history.close()
    return statistics.median(times)


if __name__ == "__main__":
    main()
