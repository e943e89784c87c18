"""Articles from everywhere, as a user meets them: folders, books, many at once, limits, and what is told on the way."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

ONE = "The bridge at {place} was opened in {year} by {name}.\n\nIt was built of iron, and it cost 40,000 pounds.\n"
PLACES = [("Ulm", 1832, "Ann Lee"), ("Linz", 1872, "John Marsh"), ("Graz", 1891, "Ida Brown")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "articles" / "more").mkdir(parents=True)
    for n, (place, year, name) in enumerate(PLACES):
        path = tmp_path / "articles" / ("more" if n == 2 else "") / f"{place.lower()}.txt"
        path.write_text(f"title: The bridge at {place}\n\n" + ONE.format(place=place, year=year, name=name), "utf8")
    (tmp_path / "articles" / ".hidden.txt").write_text("Hidden was opened in 1900 by Bob Hope.", "utf8")
    (tmp_path / "articles" / "table.csv").write_text("a,b\n1,2\n", "utf8")
    (tmp_path / "book.jsonl").write_text(
        "\n".join(json.dumps({"title": f"At {p}", "text": ONE.format(place=p, year=y, name=n)}) for p, y, n in PLACES),
        "utf8",
    )
    return tmp_path


def run(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "quizgen", *arguments],
        cwd=folder,
        env={**os.environ, **more},
        capture_output=True,
        text=True,
        encoding="utf8",
        stdin=subprocess.DEVNULL,
    )


def test_a_folder_is_every_article_in_it(folder: Path) -> None:
    done = run(folder, "make", "articles", "--items", "all")
    assert done.returncode == 0 and done.stderr == ""
    assert all(str(year) in done.stdout for _, year, _ in PLACES) and "Hidden" not in done.stdout


def test_what_is_wrong_in_a_folder_is_told_and_the_rest_gone_on_with(folder: Path) -> None:
    (folder / "articles" / "a.pdf").write_bytes(b"%PDF-1.4 broken")
    (folder / "articles" / "b.txt").write_text("Der Hund ist in der Stadt und das Haus ist nicht mit dem Auto.", "utf8")
    (folder / "articles" / "c.txt").write_bytes(b"")
    (folder / "articles" / "d.txt").write_text("Hello!", "utf8")
    done = run(folder, "make", "articles", "--items", "all")
    assert done.returncode == 0 and all(str(year) in done.stdout for _, year, _ in PLACES)
    told = done.stderr.splitlines()
    assert [line.partition(":")[0].rpartition("/")[2].partition(" ")[0] for line in told] == [
        "a.pdf",
        "b.txt",
        "c.txt",
        "d.txt",
    ]
    assert "damaged" in told[0] and "German" in told[1] and "no text" in told[2] and "No question" in told[3]


def test_what_is_wrong_with_a_file_that_was_named_is_an_error(folder: Path) -> None:
    (folder / "a.pdf").write_bytes(b"%PDF-1.4 broken")
    done = run(folder, "make", "articles", "a.pdf")
    assert done.returncode == 2 and done.stdout == "" and "a.pdf: It is damaged" in done.stderr


def test_nothing_from_anything_is_an_error(folder: Path) -> None:
    (folder / "none").mkdir()
    for n in range(3):
        (folder / "none" / f"{n}.txt").write_text("Hello!", "utf8")
    done = run(folder, "make", "none", "-o", "q.yaml")
    assert done.returncode == 1 and "No question can be made of any of them" in done.stderr
    assert not (folder / "q.yaml").exists()


def test_articles_of_one_file(folder: Path) -> None:
    listed = run(folder, "make", "book.jsonl", "--chapters", "list")
    assert re.findall(r"^ +(\d)  +(\d+) words  (.*)$", listed.stdout, re.M) == [
        ("1", "21", "At Ulm"),
        ("2", "21", "At Linz"),
        ("3", "21", "At Graz"),
    ]
    second = run(folder, "make", "book.jsonl", "--chapters", "2", "--items", "all")
    assert "Linz" in second.stdout and "Ulm" not in second.stdout
    every = run(folder, "make", "book.jsonl", "--items", "all", "-o", "q.yaml")
    assert every.returncode == 0
    text = (folder / "q.yaml").read_text("utf8")
    assert all(f"title: At {place}" in text for place, _, _ in PLACES)
    explained = run(folder, "explain", "book.jsonl")
    assert explained.returncode == 2 and "There are 3 articles in it." in explained.stderr
    assert "Linz" in run(folder, "explain", "book.jsonl", "--chapters", "2").stdout
    assert "not among its 3 articles" in run(folder, "make", "book.jsonl", "--chapters", "4").stderr


def test_jobs_change_nothing_but_the_time(folder: Path) -> None:
    one, two = (
        run(folder, "make", "articles", "book.jsonl", "--items", "all", "--jobs", jobs, "-o", f"{jobs}.json")
        for jobs in ("1", "2")
    )
    assert one.returncode == two.returncode == 0, two.stderr
    assert (folder / "1.json").read_bytes() == (folder / "2.json").read_bytes()


def test_a_process_that_is_killed_is_told(folder: Path) -> None:
    """As the system does where memory runs out; here the model's folder makes each process end at once."""
    (folder / "quizgen_killer.py").write_text(
        "import os, sys\nif 'spawn_main' in ' '.join(sys.orig_argv):\n    os.kill(os.getpid(), 9)\n", "utf8"
    )
    (folder / "sitecustomize.py").write_text("import quizgen_killer\n", "utf8")
    done = run(folder, "make", "articles", "--jobs", "2", "-o", "q.yaml", PYTHONPATH=str(folder))
    assert done.returncode == 2 and "ended by the system" in done.stderr and "Traceback" not in done.stderr
    assert not (folder / "q.yaml").exists()


def test_what_is_not_read_is_told(folder: Path) -> None:
    long = ONE.format(place="Ulm", year=1832, name="Ann Lee") * 40
    (folder / "long.txt").write_text(long, "utf8")
    done = run(folder, "make", "long.txt", "--max-chars", "1,000")
    assert done.returncode == 0 and re.search(
        r"long\.txt: Only the first [\d,]+ of its [\d,]+ characters were read; the last \d+ % were not\.", done.stderr
    )
    assert run(folder, "make", "long.txt", "--max-chars", "all").stderr == ""
    wrong = run(folder, "make", "long.txt", "--max-chars", "ten")
    assert wrong.returncode == 2 and "neither a number" in wrong.stderr


def test_a_short_sheet_of_a_long_article_says_why(folder: Path) -> None:
    talk = "Was it not lovely there? What a day! And oh, how they all laughed about it, again and again. " * 20
    told = (
        "Thomas Bouch built the Tay Bridge in 1878. Queen Victoria crossed the bridge in June 1879.\n\n"
        "The bridge collapsed on 28 December 1879. William Arrol built a second bridge in 1887.\n\n"
    )
    (folder / "talk.txt").write_text(f"The Tay Bridge\n\n{told}{talk}", "utf8")
    done = run(folder, "make", "talk.txt", "-o", "q.html")
    assert done.returncode == 0 and re.search(r"Of all that can be asked, \d+ (is|are) good enough", done.stderr)
    assert "--items all" in done.stderr
    for more in ("all", "1"):
        assert "good enough" not in run(folder, "make", "talk.txt", "-o", "q.html", "--items", more).stderr


def test_an_article_that_takes_too_long_is_given_up(folder: Path) -> None:
    (folder / "long.txt").write_text(ONE.format(place="Ulm", year=1832, name="Ann Lee") * 40, "utf8")
    one = run(folder, "make", "long.txt", "--max-seconds", "0.01", "-o", "q.yaml")
    assert one.returncode == 1 and "long.txt: It took longer than 0.01 seconds" in one.stderr
    assert "--max-seconds" in one.stderr and not (folder / "q.yaml").exists()
    several = run(folder, "make", "articles", "--max-seconds", "0.01", "-o", "q.yaml")
    assert several.returncode == 1 and several.stderr.count("was given up") == 3
    assert run(folder, "make", "long.txt", "--max-seconds", "all").returncode == 0
    wrong = run(folder, "make", "long.txt", "--max-seconds", "soon")
    assert wrong.returncode == 2 and "neither a number of seconds" in wrong.stderr


def test_a_bar_shows_how_far_it_is(folder: Path) -> None:
    terminal = pexpect.spawn(
        sys.executable,
        ["-m", "quizgen", "make", "articles", "-o", "q.yaml"],
        cwd=str(folder),
        encoding="utf8",
        timeout=60,
    )
    terminal.expect("/3")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 0 and (folder / "q.yaml").exists()


@pytest.mark.parametrize(
    "text",
    ["word " * 200_000, "<div>" * 50_000 + "deep", "a" * 1_000_000, "The dog, and the cat, " * 60_000],
    ids=["no full stop", "deep", "one word", "clauses"],
)
@pytest.mark.parametrize("suffix", [".txt", ".html"])
def test_texts_without_an_end_do_not_hang(folder: Path, text: str, suffix: str) -> None:
    fine = "\n\n".join(ONE.format(place=p, year=y, name=n) for p, y, n in PLACES)
    body = f"<p>{fine}</p><p>{text}</p>" if suffix == ".html" else f"{fine}\n\n{text}"
    (folder / f"a{suffix}").write_text(body, "utf8")
    done = run(folder, "make", f"a{suffix}", "--max-chars", "150000", "--items", "all")
    assert done.returncode in (0, 1) and "Traceback" not in done.stderr
    assert "1832" in done.stdout or suffix == ".html"
