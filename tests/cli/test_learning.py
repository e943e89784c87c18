"""What is kept of rounds, as a user meets it: due, resume, again, cram, statistics, export, bad disks, bad quizzes."""

from __future__ import annotations

import datetime
import json
import os
import re
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pexpect
import pytest
from axe_playwright_python.sync_playwright import Axe
from cli.test_play import ESCAPE, ITEMS, QUIZGEN, Terminal, option, width

from quizgen import bank as banks
from quizgen.drill.memory import History
from quizgen.records import Distractor, Evidence, Item, ItemBank, ItemType, Source, replace


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A quiz of six items, the fifth on the same sentence as the third."""
    sibling = replace(ITEMS[2], id="6" * 16, type=ItemType.SHORT, question="What flows into a sea?", answer="It")
    bank = ItemBank("The river", (*ITEMS, sibling), (Source("d" * 16, "A long river"),))
    banks.save(bank, tmp_path / "q.yaml")
    return tmp_path


def run(folder: Path, *arguments: str, typed: str = "", **more: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*QUIZGEN, *arguments], input=typed, capture_output=True, encoding="utf8", cwd=folder, timeout=60, **more
    )  # type: ignore[call-overload, no-any-return]


def asked(done: subprocess.CompletedProcess[str]) -> list[str]:
    """The questions, in the order in which they were put."""
    known = [*(item.question for item in ITEMS), "What flows into a sea?"]
    return [line for line in done.stdout.partition("Look at again")[0].splitlines() if line in known]


def later(days: float) -> None:
    """Time goes by: everything that was kept is so much older."""
    history = History()
    for table, column in (("answers", "at"), ("items", "due"), ("rounds", "begun")):
        history._database.execute(
            f"UPDATE {table} SET {column} = strftime('%Y-%m-%dT%H:%M:%fZ', {column}, ?) WHERE {column} IS NOT NULL",
            (f"-{days} days",),
        )
    for row in history.rows("SELECT id, card FROM items WHERE card IS NOT NULL"):
        card = json.loads(row["card"])
        for name in ("due", "last_review"):
            moment = datetime.datetime.fromisoformat(card[name]) - datetime.timedelta(days=days)
            card[name] = moment.isoformat()
        history._database.execute("UPDATE items SET card = ? WHERE id = ?", (json.dumps(card), row["id"]))
    history.close()


RIGHT = f"{option('Vienna')}\n2850 km\nBlack Sea\nf\nDanube\nIt\n"


# ------------------------------------------------------------------------------------------------------------- due


def test_what_was_learned_comes_when_it_is_due(folder: Path) -> None:
    assert "Nothing is scheduled yet" in run(folder, "due").stdout
    run(folder, "play", "q.yaml", typed=RIGHT)
    told = run(folder, "due").stdout
    assert re.search(r"0 due +6 later  The river, the next in \d+ minutes", told)
    nothing = run(folder, "play", "--due")
    assert nothing.returncode == 1 and "Nothing is due now" in nothing.stderr
    later(30)
    told = run(folder, "due").stdout
    assert re.search(r"6 due +0 later  The river", told) and "quizgen play --due" in told
    done = run(folder, "play", "--due", typed="x\n" * 9)
    assert len(asked(done)) == 5, "siblings are not asked on one day"


def test_new_items_a_day_are_limited_and_siblings_wait(folder: Path) -> None:
    first = run(folder, "play", "q.yaml", "--due", "--new", "2", typed=RIGHT)
    assert asked(first) == [ITEMS[0].question, ITEMS[1].question]
    assert run(folder, "play", "q.yaml", "--due", "--new", "2").returncode == 1
    rest = run(folder, "play", "q.yaml", "--due", "--new", "all", typed="x\n" * 9)
    assert asked(rest) == [ITEMS[2].question, ITEMS[3].question, ITEMS[4].question]
    days = []
    for _ in range(8):  # while its sibling is due, it waits
        later(1)
        order = due_order(folder)
        run(folder, "play", "q.yaml", "--due", typed="".join(f"{KNOWN.get(question, 'It')}\n" for question in order))
        days.append(order)
    both = {ITEMS[2].question, "What flows into a sea?"}
    assert all(len(both & set(order)) < 2 for order in days)
    assert any("What flows into a sea?" in order for order in days)


KNOWN = {item.question: item.answer for item in ITEMS}


def due_order(folder: Path) -> list[str]:
    """The questions of a due round, which is left at once."""
    shown = run(folder, "play", "q.yaml", "--due", "--cram", typed="\n" * 9)
    return asked(shown)


def test_cramming_leaves_the_schedule_alone(folder: Path) -> None:
    run(folder, "play", "q.yaml", typed=RIGHT)
    before = History().rows("SELECT id, card, due FROM items")
    done = run(folder, "play", "q.yaml", "--cram", typed="x\n" * 6)
    assert "Score: 0 of 6" in done.stdout
    assert [tuple(row) for row in History().rows("SELECT id, card, due FROM items")] == [tuple(row) for row in before]
    assert "12 answers" in run(folder, "stats").stdout


def test_edits_of_the_quiz_keep_what_was_learned(folder: Path) -> None:
    run(folder, "play", "q.yaml", typed=RIGHT)
    bank = banks.load(folder / "q.yaml")
    edited = replace(bank.items[1], question="How many kilometres does it measure?")
    banks.save(replace(bank, items=(bank.items[3], edited)), folder / "q.yaml")
    later(30)
    done = run(folder, "play", "--due", typed="2850 km\n")
    assert "How many kilometres does it measure?" in done.stdout and "1/2" in done.stdout


# ------------------------------------------------------------------------------------------------- resume and again


def test_a_round_that_was_left_goes_on(folder: Path) -> None:
    first = run(folder, "play", "q.yaml", "--shuffle", "--seed", "3", typed="x\nx\n")
    rest = run(folder, "play", "--resume", typed="x\n" * 4)
    whole = run(folder, "play", "q.yaml", "--shuffle", "--seed", "3", "--cram", typed="x\n" * 6)
    assert asked(first)[:2] + asked(rest) == asked(whole)
    assert "no round to go on with" in run(folder, "play", "--resume").stderr


def test_only_what_was_missed_comes_again(folder: Path) -> None:
    run(folder, "play", "q.yaml", typed=f"{option('Vienna')}\nx\nBlack Sea\nt\n\nIt\n")
    again = run(folder, "play", "--again", typed="2850 km\nf\nDanube\n")
    assert asked(again) == [ITEMS[1].question, ITEMS[3].question, ITEMS[4].question]
    nothing = run(folder, "play", "q.yaml", "--again")
    assert nothing.returncode in (0, 1)


def test_after_a_kill_the_round_goes_on_where_it_was(folder: Path) -> None:
    terminal = Terminal(folder, 24, 80)
    terminal.answer("1-4: ", option("Vienna"))
    terminal.wait("Answer: ")
    terminal.process.kill(signal.SIGKILL)
    terminal.process.close()
    done = run(folder, "play", "--resume", typed=RIGHT.partition("\n")[2])
    assert asked(done)[0] == ITEMS[1].question and "5/5" in done.stdout
    assert "6 answers" in run(folder, "stats").stdout


# ------------------------------------------------------------------------------------------------------ at a terminal


def test_undo_overrule_and_streak_at_a_terminal(folder: Path) -> None:
    terminal = Terminal(folder, 24, 80, "--no-shuffle")
    terminal.answer("1-4: ", option("Paris"))
    terminal.answer("Answer: ", "u")
    terminal.answer("1-4: ", option("Vienna"))
    terminal.answer("Answer: ", "2850 km", "Red Sea")
    terminal.answer("t/f: ", "o", "q")
    shown = ESCAPE.sub("", terminal.shown)
    assert "The last answer is taken back." in shown and "2 in a row" in shown
    end = ESCAPE.sub("", terminal.end())
    assert "Score: 3 of 3" in end and "quizgen play --resume" in end
    marks = [row["mark"] for row in History().rows("SELECT mark FROM answers ORDER BY place")]
    assert marks == ["right", "right", "right"]


def test_time_runs_out_at_a_terminal(folder: Path) -> None:
    terminal = Terminal(folder, 24, 80, "--time-limit", "1", "--items", "1")
    terminal.wait("1-4: ")
    start = time.monotonic()
    terminal.wait("time is up")
    assert time.monotonic() - start < 5
    terminal.answer("(overrule): ", "")
    end = ESCAPE.sub("", terminal.end())
    assert "Score: 0 of 1" in end and "quizgen play --again" in end


@pytest.mark.parametrize(("rows", "columns"), [(24, 80), (20, 40), (50, 200)])
def test_turns_fit_any_terminal(folder: Path, rows: int, columns: int) -> None:
    terminal = Terminal(folder, rows, columns, "--players", "Ann,Bénédicte 👩‍🚀,電影", "--items", "3")
    terminal.answer("1-4: ", option("Vienna"))
    terminal.answer("Answer: ", "x", "Black Sea")
    text = ESCAPE.sub("", terminal.end())
    assert "Ann, your turn." in text and "電影, your turn." in text
    assert "1. Ann: 1 point" in text
    assert [row for row in re.split(r"[\r\n]+", text) if width(row) > columns] == []
    assert History().rows("SELECT count(*) AS n FROM answers")[0]["n"] == 0, "nothing is scheduled for a class"


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_statistics_fit_any_terminal(folder: Path, columns: int) -> None:
    run(folder, "play", "q.yaml", typed="x\n" * 6)
    run(folder, "play", "q.yaml", typed="x\n" * 6)
    environment = {**os.environ, "COLUMNS": str(columns), "TERM": "dumb"}
    process = pexpect.spawn(
        QUIZGEN[0], [*QUIZGEN[1:], "stats"], cwd=str(folder), env=environment, encoding="utf8", dimensions=(50, columns)
    )
    process.expect(pexpect.EOF)
    process.close()
    assert process.exitstatus == 0 and "Hardest items" in process.before and "\x1b" not in process.before
    assert [row for row in process.before.splitlines() if width(row) > columns] == []


# ------------------------------------------------------------------------------------------- statistics, out and in


def test_statistics_as_a_page(folder: Path, chromium: Any) -> None:
    run(folder, "play", "q.yaml", typed="x\n" * 6)
    run(folder, "play", "q.yaml", typed=f"{option('Vienna')}\n" + "x\n" * 5)
    done = run(folder, "stats", "-o", "s.html")
    assert (done.returncode, done.stderr) == (0, "s.html\n")
    for scheme in ("light", "dark"):
        page = chromium.new_page(color_scheme=scheme)
        page.goto((folder / "s.html").as_uri())
        text = page.locator("main").inner_text()
        assert "12" in text and ITEMS[1].question in text and "missed" in text.casefold()
        found = Axe().run(page).response["violations"]
        assert not found, [(one["id"], [node["html"][:150] for node in one["nodes"][:2]]) for one in found]
        page.set_viewport_size({"width": 340, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= 340
        page.close()


def test_the_history_goes_out_and_in_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(folder, "play", "q.yaml", typed=RIGHT)
    assert run(folder, "history", "export", "h.json").stderr == "h.json  6 answers\n"
    monkeypatch.setenv("QUIZGEN_DATA", str(folder / "elsewhere"))
    assert "6 answers taken over, 0 known" in run(folder, "history", "import", "h.json").stderr
    assert "0 answers taken over, 6 known" in run(folder, "history", "import", "h.json").stderr
    assert "6 later" in run(folder, "due").stdout


@pytest.mark.parametrize("content", ["", "{", "[]", '{"format": "quizgen history", "version": 7}', "[" * 100_000])
def test_a_file_that_is_no_history_is_told(folder: Path, content: str) -> None:
    (folder / "h.json").write_text(content)
    done = run(folder, "history", "import", "h.json")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("quizgen: h.json: ")


# --------------------------------------------------------------------------------------------------- bad disks


def test_a_folder_that_cannot_be_written_is_told_and_the_round_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZGEN_DATA", "/proc/quizgen")
    done = run(folder, "play", "q.yaml", typed=RIGHT)
    assert done.returncode == 0 and "Score: 6 of 6" in done.stdout
    assert done.stdout.count("The round goes on without saving.") == 1
    for command in (("due",), ("stats",), ("play", "--due"), ("history", "export", "h.json")):
        failed = run(folder, *command)
        assert (failed.returncode, failed.stderr.count("\n")) == (2, 1) and "QUIZGEN_DATA" in failed.stderr


def test_a_disk_that_fills_up_in_the_middle_of_a_round(folder: Path) -> None:
    run(folder, "play", "q.yaml", typed="x\n")
    size = sum(file.stat().st_size for file in History().file.parent.iterdir())

    def full() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size // 4, size // 4))

    done = run(folder, "play", "q.yaml", typed=RIGHT, preexec_fn=full)
    assert done.returncode == 0, done.stderr
    assert "Score: 6 of 6" in done.stdout and done.stdout.count("The round goes on without saving.") == 1
    assert History().rows("PRAGMA integrity_check")[0][0] == "ok"


# -------------------------------------------------------------------------------------------------- bad quizzes


def bomb() -> str:
    """Nine names, each for nine of the one before."""
    rows = (f"{c}: &{c} [{', '.join([f'*{p}'] * 9)}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True))
    return "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(rows)


BAD = {
    "cut off": ("items:\n  - question: 'Who", 2),
    "a wrong type": ("items:\n  - question: [1, 2]\n    answer: x\n", 2),
    "answers that are none": ("items:\n  - question: Who?\n    answer: {a: b}\n", 3),
    "a version of the future": ("version: 99\nitems:\n  - {question: Who?, answer: x}\n", 1),
    "two items with one id": ("items:\n  - {question: A?, answer: x, id: a}\n  - {question: B?, answer: y, id: a}", 3),
    "a bomb": (bomb(), 0),
    "a hundred thousand brackets": ("[" * 100_000, 1),
    "a tab": ("items:\n\t- x\n", 2),
}  # fmt: skip


@pytest.mark.parametrize("fault", BAD)
def test_a_bad_quiz_gives_one_sentence_with_its_line(folder: Path, fault: str) -> None:
    content, line = BAD[fault]
    (folder / "bad.yaml").write_text(content, "utf8")
    start = time.monotonic()
    done = run(folder, "play", "bad.yaml")
    assert time.monotonic() - start < 20
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done.stderr
    place = re.match(r"quizgen: bad\.yaml(?::(\d+))?: ", done.stderr)
    assert place, done.stderr
    assert not line or (place[1] and abs(int(place[1]) - line) <= 1), done.stderr


def test_a_quiz_of_a_hundred_megabytes_in_one_line_is_told(folder: Path) -> None:
    (folder / "big.yaml").write_text("items: " + "x" * 100_000_000, "utf8")
    done = run(folder, "play", "big.yaml")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("quizgen: big.yaml") and len(done.stderr) < 400


# ------------------------------------------------------------------------------------------------------ wrong use


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Name an article or a quiz"),
        (("q.yaml", "--due", "--resume"), "cannot go together"),
        (("q.yaml", "--players", "9"), "2 to 8"),
        (("q.yaml", "--players", "Ann,Ann"), "2 to 8"),
        (("q.yaml", "--players", "2", "--due"), "cannot go together"),
        (("q.yaml", "--difficulty", "simple"), "easy, medium, hard"),
        (("q.yaml", "--time-limit", "0"), "1<=x<=3600"),
        (("q.yaml", "--difficulty", "hard"), "No item of this quiz is hard"),
        (("--due",), "No quiz was played before"),
    ],
)
def test_what_cannot_be_is_told(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run(folder, "play", *arguments)
    assert done.returncode in (1, 2) and done.stdout == ""
    assert said in done.stderr and "Traceback" not in done.stderr


def test_by_difficulty(folder: Path) -> None:
    items = tuple(
        replace(item, difficulty=d) for item, d in zip(ITEMS, ("easy", "hard", "easy", "medium", "hard"), strict=True)
    )
    banks.save(ItemBank("The river", items), folder / "q.yaml")
    assert asked(run(folder, "play", "q.yaml", "--difficulty", "easy,medium", typed="x\n" * 5)) == [
        ITEMS[0].question, ITEMS[2].question, ITEMS[3].question,
    ]  # fmt: skip


def test_answering_loads_neither_the_parser_nor_what_it_needs(folder: Path) -> None:
    code = (
        "import sys; from quizgen.cli import main; main(sys.argv[1:], standalone_mode=False);"
        "heavy = ('onnxruntime', 'numpy', 'tokenizers', 'jinja2', 'genanki', 'trafilatura', 'lemminflect', 'rich');"
        "print('loaded:', [name for name in heavy if name in sys.modules])"
    )
    for command in (["play", "q.yaml"], ["due"], ["stats"]):
        done = subprocess.run(
            [sys.executable, "-c", code, *command], input=RIGHT, capture_output=True, encoding="utf8", cwd=folder
        )
        assert done.stdout.splitlines()[-1] == "loaded: []", done.stderr


def test_items_without_a_sentence_can_be_learned(folder: Path) -> None:
    items = (Item("1" * 16, ItemType.CHOICE, "Who?", "Ada", distractors=(Distractor("Bob"),), evidence=Evidence("")),)
    banks.save(ItemBank("Mine", items), folder / "m.yaml")
    assert "Score: 1 of 1" in run(folder, "play", "m.yaml", "--due", typed="Ada\n").stdout
