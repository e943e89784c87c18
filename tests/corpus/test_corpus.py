"""A whole archive on a real local cluster, and what happens when something dies in the middle of it."""

from __future__ import annotations

import contextlib
import datetime
import gzip
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pexpect
import pyarrow
import pyarrow.parquet
import pytest
import zstandard
from archives import archive, article

from quizgen.corpus import batches, layout, run
from quizgen.corpus.articles import files_of, stream

COUNT, WORDS = 60, 300
OPTIONS = {"limit": 20, "types": None, "rules": [], "model": None, "seed": 0}
TABLES = (*layout.TABLES, "duplicates")


def rows(folder: Path, table: str) -> list[dict[str, Any]]:
    parts = (
        [folder / "duplicates.parquet"] if table == "duplicates" else sorted((folder / table).glob("part-*.parquet"))
    )
    return [row for part in parts for row in layout.read(part)]


def everything(folder: Path) -> dict[str, list[dict[str, Any]]]:
    return {table: rows(folder, table) for table in TABLES}


def kept(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows without what says where they came from."""
    return [{name: value for name, value in row.items() if name not in ("place", "batch")} for row in found]


def command(*arguments: str, words: int = WORDS) -> list[str]:
    """The command with small batches, so that there is a middle to die in."""
    code = (
        "from quizgen.corpus import batches, run\n"
        f"run.batches.WORDS = {words}; run.run.__kwdefaults__['words'] = {words}; batches.PART = 4\n"
        "from quizgen.cli import main\n"
        "if __name__ == '__main__':\n    main(prog_name='quizgen')\n"
    )
    return [sys.executable, "-c", code, *arguments]


def ran(folder: Path, *arguments: str, words: int = WORDS, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command("corpus", *arguments, words=words),
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
    )


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    archive(folder / "news.jsonl", COUNT)
    return folder


@pytest.fixture(scope="module")
def clean(place: Path) -> dict[str, list[dict[str, Any]]]:
    """What a run without a fault makes."""
    done = ran(place, "news.jsonl", "-o", "clean", "--workers", "1")
    assert done.returncode == 0, done.stderr
    assert re.search(rf"clean  [\d,]+ items of {COUNT} articles, 0 errors", done.stderr) and "/status" in done.stderr
    return everything(place / "clean")


def test_every_article_is_there_once_and_every_item_has_its_article(clean: dict[str, list[dict[str, Any]]]) -> None:
    assert [row["id"] for row in clean["articles"]] == [f"a{n}" for n in range(COUNT)] and clean["errors"] == []
    assert sum(row["items"] for row in clean["articles"]) == len(clean["items"]) > COUNT
    texts = {f"a{n}": article(n)["text"] for n in range(COUNT)}
    for row in clean["items"]:
        assert texts[row["article"]][row["start"] : row["end"]] == row["evidence"] != ""


def test_the_items_are_those_of_generate(clean: dict[str, list[dict[str, Any]]]) -> None:
    import quizgen

    for number in (0, 7, 31):
        given = article(number)
        bank = quizgen.generate(given["text"], title=given["title"], date=datetime.date(2020, 1, 2))
        found = [(row["question"], row["answer"]) for row in clean["items"] if row["article"] == given["id"]]
        assert found == [(item.question, item.answer) for item in bank]


def test_two_workers_and_other_formats_give_the_same_rows(place: Path, clean: dict[str, Any]) -> None:
    lines = [article(n) for n in range(COUNT)]
    whole = "".join(json.dumps(line) + "\n" for line in lines).encode()
    (place / "news.jsonl.gz").write_bytes(gzip.compress(whole))
    (place / "news.jsonl.zst").write_bytes(zstandard.compress(whole))
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(lines), place / "news.parquet")
    for name in ("news.jsonl.gz", "news.jsonl.zst", "news.parquet"):
        assert ran(place, name, "-o", f"{name}.bank", "--workers", "2").returncode == 0
        found = everything(place / f"{name}.bank")
        for table in TABLES:
            assert kept(found[table]) == kept(clean[table])


def test_the_schema_is_documented(place: Path, clean: dict[str, Any]) -> None:
    text = (Path(__file__).parents[2] / "docs" / "scale.md").read_text("utf8")
    for table in layout.TABLES:
        read = pyarrow.parquet.read_schema(place / "clean" / table / "part-00000.parquet")
        assert read.metadata[b"quizgen"] == b"corpus 1"
        assert all(f"`{name}`" in text for name in read.names)


# ------------------------------------------------------------------------------------------------------ what goes wrong


@contextlib.contextmanager
def running(folder: Path, *arguments: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        command("corpus", *arguments),
        cwd=folder,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def until(condition: Any, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "nothing happens"
        time.sleep(0.02)


def batches_done(folder: Path) -> int:
    return len(list((folder / ".work").glob("*.gz"))) + 4 * len(list((folder / "articles").glob("part-*.parquet")))


def children(pid: int) -> list[int]:
    """Processes below a process, by /proc."""
    found = []
    for entry in Path("/proc").iterdir():
        with contextlib.suppress(OSError, ValueError):
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            if entry.name.isdecimal() and parent == pid:
                found += [int(entry.name), *children(int(entry.name))]
    return found


@pytest.mark.parametrize("moment", [1, 5, 9])
def test_killed_and_run_again_no_row_is_lost_and_none_is_there_twice(
    place: Path, clean: dict[str, Any], moment: int
) -> None:
    folder = place / f"killed-{moment}"
    with running(place, "news.jsonl", "-o", folder.name, "--workers", "2") as process:
        until(lambda: batches_done(folder) >= moment)
        os.killpg(process.pid, signal.SIGKILL)
    again = ran(place, "news.jsonl", "-o", folder.name, "--workers", "2")
    assert again.returncode == 0, again.stderr
    assert re.search(r"[1-9]\d* were done before", again.stderr)
    assert everything(folder) == clean
    assert not (folder / ".work").exists()
    last = ran(place, "news.jsonl", "-o", folder.name, "--workers", "1")
    assert f"0 items of 0 articles, {COUNT} were done before" in last.stderr and everything(folder) == clean


def test_a_worker_that_is_killed_costs_nothing(place: Path, clean: dict[str, Any]) -> None:
    folder = place / "worker"
    with running(place, "news.jsonl", "-o", folder.name, "--workers", "2") as process:
        until(lambda: batches_done(folder) >= 1)
        workers = [pid for pid in children(process.pid) if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]
        os.kill(workers[0], signal.SIGKILL)
        _, told = process.communicate(timeout=120)
        assert process.returncode == 0, told
    assert everything(folder) == clean


def test_ctrl_c_ends_it_cleanly(place: Path, clean: dict[str, Any]) -> None:
    folder = place / "interrupted"
    with running(place, "news.jsonl", "-o", folder.name, "--workers", "2") as process:
        until(lambda: batches_done(folder) >= 2)
        os.kill(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=60)
        assert process.returncode == 130 and "Traceback" not in told, told
    assert ran(place, "news.jsonl", "-o", folder.name, "--workers", "2").returncode == 0
    assert everything(folder) == clean


@pytest.mark.parametrize(("workers", "words"), [("1", 1), ("2", WORDS)])
def test_an_article_that_ends_its_worker_is_found_and_the_rest_goes_on(
    place: Path, clean: dict[str, Any], workers: str, words: int
) -> None:
    """Batches of one article: those that wait behind it are lost with it, and are none the worse."""
    poison = place / "poison.py"
    poison.write_text(
        "import os\n"
        "from quizgen import pipeline\n"
        f"TEXT = {article(17)['text']!r}\n"
        "def deadly(explain, document, *given, **options):\n"
        "    if document.text == TEXT:\n"
        "        os.kill(os.getpid(), 9)\n"
        "    return explain(document, *given, **options)\n"
        "import functools\n"
        "if not isinstance(pipeline.explain, functools.partial):\n"
        "    pipeline.explain = functools.partial(deadly, pipeline.explain)\n",
        "utf8",
    )
    done = ran(place, "news.jsonl", "-o", f"poisoned-{workers}", "--workers", workers, words=words,
               DASK_DISTRIBUTED__WORKER__PRELOAD=json.dumps([str(poison)]))  # fmt: skip
    assert done.returncode == 0 and "1 errors" in done.stderr, done.stderr
    found = everything(place / f"poisoned-{workers}")
    assert [(row["id"], row["reason"]) for row in found["errors"]] == [
        ("a17", "it ended its worker, mostly for want of memory")
    ]
    for table, name in (("articles", "id"), ("items", "article")):
        others = [row for row in clean[table] if row[name] != "a17"]
        assert kept(found[table]) == kept(others)
        assert words != WORDS or found[table] == others


def test_workers_that_die_as_they_start_are_started_anew(place: Path, clean: dict[str, Any]) -> None:
    poison = place / "poison_start.py"
    poison.write_text(
        "import os\n"
        "from quizgen import pipeline\n"
        "import functools\n"
        "if os.path.exists('hit'):\n"
        "    with open('starts', 'a') as file:\n"
        "        file.write('.')\n"
        "    if os.path.getsize('starts') <= 2:\n"
        "        raise RuntimeError\n"
        f"TEXT = {article(17)['text']!r}\n"
        "def deadly(explain, document, *given, **options):\n"
        "    if document.text == TEXT:\n"
        "        open('hit', 'w').close()\n"
        "        os.kill(os.getpid(), 9)\n"
        "    return explain(document, *given, **options)\n"
        "if not isinstance(pipeline.explain, functools.partial):\n"
        "    pipeline.explain = functools.partial(deadly, pipeline.explain)\n",
        "utf8",
    )
    done = ran(place, "news.jsonl", "-o", "restarted", "--workers", "2",
               DASK_DISTRIBUTED__WORKER__PRELOAD=json.dumps([str(poison)]))  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (place / "starts").stat().st_size > 2
    found = everything(place / "restarted")
    assert [row["id"] for row in found["errors"]] == ["a17"]
    assert found["articles"] == [row for row in clean["articles"] if row["id"] != "a17"]


def test_faulty_articles_are_told_and_the_rest_goes_on(place: Path) -> None:
    lines = [json.dumps(article(n)) for n in range(6)]
    lines[1:1] = [
        "{",
        "[1]",
        '{"id": "x"}',
        json.dumps({"id": "g", "text": "Der Hund ist in der Stadt und nicht mit dem Auto."}),
    ]
    (place / "faulty.jsonl").write_text("\n".join(lines), "utf8")
    assert ran(place, "faulty.jsonl", "-o", "faulty", "--workers", "1").returncode == 0
    found = everything(place / "faulty")
    assert [row["id"] for row in found["articles"]] == [f"a{n}" for n in range(6)]
    reasons = [row["reason"] for row in found["errors"]]
    assert reasons[:3] == ["The line is no JSON object.", "The line is no JSON object.", "It has no text."]
    assert "German" in reasons[3]


def test_the_scheduler_is_gone_and_another_goes_on(place: Path, clean: dict[str, Any]) -> None:
    folder = place / "remote"

    def cluster(port: int) -> list[subprocess.Popen[bytes]]:
        address = f"tcp://127.0.0.1:{port}"
        scheduler = [
            sys.executable,
            "-m",
            "distributed.cli.dask_scheduler",
            "--host",
            "127.0.0.1",
            "--port",
            str(port),
            "--no-dashboard",
        ]
        worker = [
            sys.executable,
            "-m",
            "distributed.cli.dask_worker",
            address,
            "--nthreads",
            "1",
            "--no-dashboard",
            "--death-timeout",
            "20",
        ]
        return [
            subprocess.Popen(
                one, cwd=place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
            )
            for one in (scheduler, worker)
        ]

    for port, dies in ((_free(), True), (_free(), False)):
        started = cluster(port)
        try:
            until(lambda port=port: _listens(port))
            time.sleep(3)  # for the worker to come
            with running(place, "news.jsonl", "-o", folder.name, "--cluster", f"tcp://127.0.0.1:{port}") as process:
                if dies:
                    until(lambda: batches_done(folder) >= 2)
                    os.killpg(started[0].pid, signal.SIGKILL)
                _, told = process.communicate(timeout=120)
                assert process.returncode == (2 if dies else 0), told
                assert "Traceback" not in told
                assert not dies or "The scheduler is gone. Run the same command again" in told
        finally:
            for one in started:
                with contextlib.suppress(OSError):
                    os.killpg(one.pid, signal.SIGKILL)
                one.wait()
    assert everything(folder) == clean


def _free() -> int:
    import socket

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _listens(port: int) -> bool:
    import socket

    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


def test_nobody_at_the_address_is_told(place: Path) -> None:
    done = ran(place, "news.jsonl", "-o", "nobody", "--cluster", "tcp://127.0.0.1:9")
    assert done.returncode == 2 and "The cluster cannot be reached" in done.stderr and "Traceback" not in done.stderr


def test_a_full_disk_is_told_and_what_is_done_stays(place: Path, clean: dict[str, Any]) -> None:
    """The shell's limit on the size of files stands in for a disk that fills up: no table fits, every batch does."""
    folder = place / "full"
    line = " ".join(
        f"'{part}'" if part != command()[2] else '"$CODE"'
        for part in command("corpus", "news.jsonl", "-o", "full", "--workers", "1")
    )
    done = subprocess.run(
        ["bash", "-c", f"trap '' XFSZ; ulimit -f 8; exec {line}"],
        cwd=place,
        env={**os.environ, "CODE": command()[2]},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2 and "cannot be written: file too large" in done.stderr, done.stderr
    assert "what is done stays done" in done.stderr and "Traceback" not in done.stderr
    assert not list(folder.rglob(".*part")) and batches_done(folder) > 0
    assert ran(place, "news.jsonl", "-o", "full", "--workers", "1").returncode == 0
    assert everything(folder) == clean


def test_a_terminal_shows_how_far_it_is(place: Path) -> None:
    first, *rest = command("corpus", "news.jsonl", "-o", "shown", "--workers", "2")
    terminal = pexpect.spawn(first, rest, cwd=str(place), encoding="utf8", timeout=120, dimensions=(24, 120))
    terminal.expect(pexpect.EOF)
    terminal.close()
    shown = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", terminal.before)
    assert terminal.exitstatus == 0 and "dashboard is at http" in shown
    assert re.search(rf"{COUNT}/{COUNT} articles, [1-9][\d,]* words/s, 0 errors \d:\d\d:\d\d \d:\d\d:\d\d", shown)


def test_other_options_need_another_folder(place: Path, clean: dict[str, Any]) -> None:
    done = ran(place, "news.jsonl", "-o", "clean", "--items", "5")
    assert done.returncode == 2 and "other options (limit)" in done.stderr
    (place / "mine").mkdir()
    (place / "mine" / "letter.txt").write_text("x", "utf8")
    assert "holds other files" in ran(place, "news.jsonl", "-o", "mine").stderr
    assert "nothing here that can be read" in ran(place, "nowhere*.jsonl", "-o", "new").stderr


def test_an_archive_that_has_grown_is_made_again_where_it_changed(place: Path) -> None:
    archive(place / "grows.jsonl", 20)
    assert ran(place, "grows.jsonl", "-o", "grown", "--workers", "1").returncode == 0
    archive(place / "grows.jsonl", 40)
    assert ran(place, "grows.jsonl", "-o", "grown", "--workers", "1").returncode == 0
    assert [row["id"] for row in rows(place / "grown", "articles")] == [f"a{n}" for n in range(40)]


# ------------------------------------------------------------------------------------------------------ out of it again


def cli(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "quizgen", *arguments], cwd=place, capture_output=True, text=True)


def test_items_are_chosen_by_a_condition(place: Path, clean: dict[str, Any]) -> None:
    where = "difficulty in ('medium', 'hard') and title like '%space%'"
    done = cli(place, "make", "clean", "--where", where, "--items", "7", "-o", "deck.apkg", "-o", "q.json")
    assert done.returncode == 0, done.stderr
    made = json.loads((place / "q.json").read_text("utf8"))
    titles = {source["key"]: source["title"] for source in made["sources"]}
    assert len(made["items"]) == 7
    assert all("space" in titles[item["document"]] and item["difficulty"] != "easy" for item in made["items"])
    best = sorted((row["score"] for row in clean["items"] if "space" in _title(clean, row)), reverse=True)
    assert min(item["score"] for item in made["items"]) >= best[20] - 1e-6


def _title(clean: dict[str, Any], item: dict[str, Any]) -> str:
    return str(next(row["title"] for row in clean["articles"] if row["id"] == item["article"]))


@pytest.mark.parametrize(
    ("where", "code", "said"),
    [
        ("colour = 'red'", 2, "The condition is wrong"),
        ("1 = 1; drop table items", 2, "The condition is wrong"),
        ("title in (select content from read_text('/etc/passwd'))", 2, "The condition is wrong"),
        ("score > 2", 1, "No item in it fulfils that"),
    ],
)
def test_what_a_condition_cannot_do(place: Path, clean: dict[str, Any], where: str, code: int, said: str) -> None:
    done = cli(place, "make", "clean", "--where", where)
    assert (
        done.returncode == code
        and said in done.stderr
        and "Traceback" not in done.stderr
        and "root:" not in done.stderr
    )


def test_near_duplicates_are_marked_and_left_out(place: Path) -> None:
    lines = [article(n) for n in range(8)]
    lines[3]["text"] = "\n\n".join(article(n)["text"] for n in range(3, 9))
    lines.append({**lines[3], "id": "copy", "text": lines[3]["text"].replace("was rebuilt", "was soon rebuilt", 1)})
    (place / "twice.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf8")
    assert ran(place, "twice.jsonl", "-o", "twice", "--workers", "1").returncode == 0
    marked = rows(place / "twice", "duplicates")
    assert [(row["id"], row["first"]) for row in marked if row["kind"] == "article"] == [("copy", "a3")]
    assert any(row["kind"] == "item" and row["article"] == "copy" for row in marked)
    without = cli(place, "make", "twice", "--items", "all", "-o", "without.json")
    withall = cli(place, "make", "twice", "--items", "all", "--where", "duplicate or not duplicate", "-o", "all.json")
    assert without.returncode == withall.returncode == 0
    places = {s["source"] for s in json.loads((place / "without.json").read_text("utf8"))["sources"]}
    assert not any(place.endswith(":9") for place in places)


def test_statistics_of_a_bank(place: Path, clean: dict[str, Any]) -> None:
    done = cli(place, "stats", "clean")
    assert done.returncode == 0, done.stderr
    assert f"{len(clean['items']):,} items of {COUNT} articles" in done.stdout
    assert re.search(r"A run with 1 worker: \d+ s, [\d,]+ words and [\d.,]+ items a second", done.stdout)
    assert "Items by rule" in done.stdout and "Refused by" in done.stdout
    assert "no corpus bank" in cli(place, "stats", "/tmp").stderr


def test_where_needs_a_bank(place: Path) -> None:
    done = cli(place, "make", "news.jsonl", "--where", "true")
    assert done.returncode == 2 and "--where is for corpus banks" in done.stderr


# ------------------------------------------------------------------------------------------------------------- batches


def test_batches_are_cut_in_the_same_places_and_by_words(place: Path) -> None:
    files = files_of([str(place / "news.jsonl")])
    one, two = (list(batches.batches(stream(files), 500)) for _ in range(2))
    assert [batch.key for batch in one] == [batch.key for batch in two]
    assert [raw.id for batch in one for raw in batch.articles] == [f"a{n}" for n in range(COUNT)]
    assert all(sum(raw.size for raw in batch.articles) <= 500 for batch in one)
    assert [batch.number for batch in one] == list(range(len(one)))


def test_globs_folders_and_files(place: Path) -> None:
    many = place / "many"
    (many / "in").mkdir(parents=True)
    for name in ("b.txt", "a.md", "in/c.html", "in/d.jsonl.gz", ".hidden.txt", "picture.png"):
        (many / name).write_bytes(b"x")
    names = [path.name for path in files_of([str(many)])]
    assert names == ["a.md", "b.txt", "c.html", "d.jsonl.gz"]
    assert [path.name for path in files_of([str(many / "*.txt"), str(many / "b.txt")])] == ["b.txt"]
    assert run.LOCAL == "local"
