"""``quizgen play`` as a user meets it: in a terminal, in a pipe, with Ctrl-C, on a bad file."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import unicodedata
from pathlib import Path

import pexpect
import pytest

from quizgen import bank as banks
from quizgen.records import BLANK, Distractor, Evidence, Item, ItemBank, ItemType, Source

QUIZGEN = [sys.executable, "-m", "quizgen"]
ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[()][0-2A-Z]|[=>78]|\][^\x07]*\x07)")


def item(number: int, kind: ItemType, question: str, answer: str, sentence: str, others: tuple[str, ...] = ()) -> Item:
    start = sentence.find(answer)
    place = (start, start + len(answer)) if start >= 0 else (-1, -1)
    evidence = Evidence(sentence, 0, len(sentence), *place)
    distractors = tuple(map(Distractor, others))
    return Item(f"{number:016x}", kind, question, answer, (), distractors, evidence, document="d" * 16)


CHOICE, SHORT, CLOZE, TRUE_FALSE = ItemType.CHOICE, ItemType.SHORT, ItemType.CLOZE, ItemType.TRUE_FALSE
DELTA = "It flows into the Black Sea in a wide delta with many birds."
WIDE = "What do the 👩‍🚀 call the 多瑙河 that winds from the forest to the delta?"
ITEMS = (
    item(
        1, CHOICE, "Which city lies on the Danube?", "Vienna", "Vienna lies on the Danube.", ("Paris", "Rome", "Bern")
    ),
    item(2, SHORT, "How long is the river?", "2,850 kilometres", "The river is 2,850 kilometres long."),
    item(3, CLOZE, f"It flows into the {BLANK}.", "Black Sea", DELTA),
    item(4, TRUE_FALSE, "It rises in Italy.", "False", "It rises in Germany."),
    item(5, SHORT, WIDE, "Danube", "From above 🛰 they call it the Danube."),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    banks.save(ItemBank("The river", ITEMS, (Source("d" * 16, "A long river"),)), tmp_path / "q.yaml")
    return tmp_path


def option(answer: str) -> str:
    return str(ITEMS[0].options.index(answer) + 1)


def piped(folder: Path, typed: str, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*QUIZGEN, "play", "q.yaml", *options],
        input=typed,
        capture_output=True,
        encoding="utf8",
        cwd=folder,
        env={**os.environ, "PYTHONIOENCODING": "utf8", **environment},
        timeout=60,
    )


# In a pipe ------------------------------------------------------------------------------------------------------


def test_a_round_through_a_pipe(folder: Path) -> None:
    done = piped(folder, f"{option('Vienna')}\n2850 km\nblack see\nf\nDanub\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout
    assert "Score: 5 of 5 (100 %)\n3 right, 2 close.\n" in done.stdout
    assert "The river is *2,850 kilometres* long. (A long river)" in done.stdout
    assert f"1-4: {option('Vienna')}\n✓ Right: Vienna\n" in done.stdout


def test_when_the_input_ends_the_round_ends_with_the_score(folder: Path) -> None:
    done = piped(folder, "Vienna\n2,850 miles")
    assert done.returncode == 0
    assert "The round ended after 2 of 5 questions.\nScore: 1 of 2 (50 %)" in done.stdout
    nothing = piped(folder, "")
    assert (nothing.returncode, nothing.stdout.splitlines()[-1]) == (0, "No question was answered.")


def test_bytes_that_are_no_text_are_a_wrong_answer(folder: Path) -> None:
    done = subprocess.run(
        [*QUIZGEN, "play", "q.yaml"], input=b"\xff\xfe\n\x00\x1b[2J\n", capture_output=True, cwd=folder, timeout=60
    )
    assert done.returncode == 0
    assert b"2 wrong." in done.stdout
    assert b"\x1b" not in done.stdout
    assert b"Traceback" not in done.stderr


def test_types_and_items(folder: Path) -> None:
    done = piped(folder, "", "--types", "cloze,true_false", "--items", "1")
    assert "1/1" in done.stdout
    assert f"It flows into the {BLANK}." in done.stdout


def test_shuffling_by_seed_is_repeatable(folder: Path) -> None:
    first, second = (piped(folder, "", "--shuffle", "--seed", "5").stdout for _ in range(2))
    assert first == second
    assert "No question was answered." in first


def test_several_quizzes_make_one_round(folder: Path) -> None:
    other = Item("f" * 16, ItemType.SHORT, "Which is the longest river?", "Nile")
    banks.save(ItemBank("Rivers", (other,)), folder / "more.yaml")
    assert "1/6" in piped(folder, "", "more.yaml").stdout


# In a terminal --------------------------------------------------------------------------------------------------


def listening() -> None:
    """In a child: Ctrl-C is heard again. A job that a shell put into the background hands on that it is ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Terminal:
    """A real pseudo-terminal with a round in it."""

    def __init__(self, folder: Path, rows: int, columns: int, *options: str, **environment: str) -> None:
        plain = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS", "LINES")}
        self.process = pexpect.spawn(
            QUIZGEN[0],
            [*QUIZGEN[1:], "play", "q.yaml", *options],
            cwd=str(folder),
            env={**plain, "TERM": "xterm-256color", "PYTHONUTF8": "1", **environment},
            dimensions=(rows, columns),
            encoding="utf8",
            timeout=30,
            preexec_fn=listening,
        )
        self.shown = ""

    def wait(self, text: str) -> None:
        self.process.expect_exact(text)
        self.shown += self.process.before + self.process.after

    def answer(self, prompt: str, *typed: str) -> None:
        for line in typed:
            self.wait(prompt)
            self.process.sendline(line)

    def end(self) -> str:
        """Waits for the end of the program; all that was shown."""
        self.process.expect(pexpect.EOF)
        self.process.close()
        self.shown += self.process.before
        return self.shown


def whole_round(terminal: Terminal) -> str:
    terminal.answer("1-4: ", "?", "h", option("Paris"))
    terminal.answer("Answer: ", "2850 km", "the Black Sea")
    terminal.answer("t/f: ", "dunno", "n")
    terminal.answer("Answer: ", "Danub")
    terminal.answer("Enter, u (undo) or o (overrule): ", "")
    return terminal.end()


def width(row: str) -> int:
    """Columns at most: a terminal that cannot join emoji shows each by itself."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in row)
    return len(row) + wide - sum(unicodedata.category(c) in ("Mn", "Cf") for c in row)


@pytest.mark.parametrize(("rows", "columns"), [(24, 80), (20, 40), (50, 200)])
def test_a_whole_round_in_a_terminal(folder: Path, rows: int, columns: int) -> None:
    terminal = Terminal(folder, rows, columns)
    shown = whole_round(terminal)
    assert terminal.process.exitstatus == 0
    assert "\x1b[1;4m2,850 kilometres\x1b[0m" in shown or columns == 40
    text = ESCAPE.sub("", shown)
    for told in (
        "5/5",
        "Wrong. The answer is: Vienna",
        "Right: Black Sea",
        "Score: 4 of 5 (80 %)",
        "3 right, 1 close, 1 wrong",
        "Look at again",
    ):
        assert told in text
    assert [row for row in re.split(r"[\r\n]+", text) if width(row) > columns] == []


@pytest.mark.parametrize(
    ("options", "environment"),
    [((), {"NO_COLOR": "1"}), ((), {"TERM": "dumb"}), (("--plain",), {})],
    ids=["NO_COLOR", "dumb", "--plain"],
)
def test_no_escape_codes_where_they_are_not_wanted(
    folder: Path, options: tuple[str, ...], environment: dict[str, str]
) -> None:
    terminal = Terminal(folder, 24, 40, *options, **environment)
    shown = whole_round(terminal)
    assert terminal.process.exitstatus == 0
    assert "\x1b" not in shown
    assert "Score: 4 of 5 (80 %)" in shown
    assert "*Vienna* lies on the Danube." in shown
    assert [row for row in re.split(r"[\r\n]+", shown) if width(row) > 40] == []


@pytest.mark.parametrize("key", ["c", "d"])
def test_control_keys_end_the_round_with_the_score(folder: Path, key: str) -> None:
    terminal = Terminal(folder, 24, 80)
    terminal.answer("1-4: ", "Vienna")
    terminal.wait("Answer: ")
    terminal.process.sendcontrol(key)
    text = ESCAPE.sub("", terminal.end())
    assert terminal.process.exitstatus == 0
    assert "The round ended after 1 of 5 questions.\r\nScore: 1 of 1 (100 %)" in text
    assert "Traceback" not in text
    assert "Aborted" not in text


def test_an_article_from_standard_input_is_answered_at_the_terminal(folder: Path) -> None:
    """The article takes standard input; the answers come from the terminal itself."""
    (folder / "article.txt").write_text(
        "The Danube\n\nThe Danube is 2,850 kilometres long. It flows through Vienna. "
        "Anna Novak founded the River Museum in Vienna in 1921.\n",
        encoding="utf8",
    )
    command = f"{QUIZGEN[0]} -m quizgen play - < article.txt"
    process = pexpect.spawn(
        "/bin/sh", ["-c", command], cwd=str(folder), encoding="utf8", timeout=60, preexec_fn=listening
    )
    process.expect("1/[0-9]+")
    process.expect(r"(Answer|t/f|1-[234]): ")
    process.sendline("q")
    process.expect("No question was answered.")
    process.expect(pexpect.EOF)
    process.close()
    assert process.exitstatus == 0


# What goes wrong ------------------------------------------------------------------------------------------------


def test_no_item_to_play(folder: Path) -> None:
    banks.save(ItemBank("Nothing", ()), folder / "q.yaml")
    done = piped(folder, "")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("quizgen: q.yaml: ")
    assert done.stderr.count("\n") == 1


def test_a_file_that_cannot_be_read(folder: Path) -> None:
    (folder / "q.yaml").unlink()
    for broken in (None, "items: [", "just words"):
        if broken:
            (folder / "q.yaml").write_text(broken, encoding="utf8")
        done = piped(folder, "")
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done.stderr
        assert done.stderr.startswith("quizgen: q.yaml")


def test_an_article_and_its_answers_cannot_share_a_pipe(folder: Path) -> None:
    done = subprocess.run(
        [*QUIZGEN, "play", "-"], input="Vienna lies on the Danube.", capture_output=True, text=True, timeout=60,
        start_new_session=True,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "no terminal to answer at" in done.stderr


# What it costs --------------------------------------------------------------------------------------------------


def test_playing_a_quiz_loads_neither_the_parser_nor_what_it_needs(folder: Path) -> None:
    code = (
        "import sys; from quizgen.cli import main; main(['play', 'q.yaml'], standalone_mode=False);"
        "heavy = ('onnxruntime', 'numpy', 'tokenizers', 'jinja2', 'genanki', 'trafilatura', 'lemminflect', 'rich');"
        "print('loaded:', [name for name in heavy if name in sys.modules])"
    )
    typed = f"{option('Vienna')}\nh\n2850 kilometers\nthe Blakc Sea\nf\nDanube\n"
    done = subprocess.run(
        [sys.executable, "-c", code], input=typed, capture_output=True, encoding="utf8", cwd=folder, timeout=60
    )
    assert "Score: 5 of 5" in done.stdout, done.stderr
    assert done.stdout.splitlines()[-1] == "loaded: []"
