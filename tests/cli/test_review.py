"""``quizgen review`` as a user meets it: in a terminal, with an editor, in a pipe, killed, and continued."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from quizgen import bank as banks
from quizgen.records import Distractor, Evidence, Item, ItemBank, ItemType, Source, replace

QUIZGEN = [sys.executable, "-m", "quizgen"]
ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[()][0-2A-Z]|[=>78]|\][^\x07]*\x07)")
PROMPT, LAST = "help: ", "Enter ends: "
CITY = Item(
    "1" * 16, ItemType.CHOICE, "Which city lies on the Danube?", "Vienna", ("Wien",),
    (Distractor("Paris", "another city"), Distractor("Rome")),
    Evidence("Vienna lies on the Danube, which flows through ten countries before it ends in a delta.", 0, 87, 0, 6),
    rule="event.which", document="d" * 16, difficulty="easy", score=0.75,
)  # fmt: skip
LENGTH = Item("2" * 16, ItemType.SHORT, "How long is the river?", "2,850 kilometres", document="d" * 16)
SEA = Item("3" * 16, ItemType.SHORT, "Into which sea does it flow?", "Black Sea", document="d" * 16)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    banks.save(ItemBank("The river", (CITY, LENGTH, SEA), (Source("d" * 16, "A long river"),)), tmp_path / "q.yaml")
    return tmp_path


def questions(folder: Path) -> list[str]:
    return [item.question for item in banks.load(folder / "q.yaml").items]


ALL = [CITY.question, LENGTH.question, SEA.question]


def piped(folder: Path, typed: str, *options: str, name: str = "q.yaml") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*QUIZGEN, "review", name, *options],
        input=typed, capture_output=True, encoding="utf8", cwd=folder, timeout=60,
        env={**os.environ, "PYTHONIOENCODING": "utf8"},
    )  # fmt: skip


def listening() -> None:
    """In a child: Ctrl-C is heard again. A job that a shell put into the background hands on that it is ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Terminal:
    """A real pseudo-terminal with a review in it."""

    def __init__(self, folder: Path, rows: int = 24, columns: int = 80, *options: str, **environment: str) -> None:
        plain = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS", "LINES", "VISUAL", "EDITOR")}
        self.process = pexpect.spawn(
            QUIZGEN[0],
            [*QUIZGEN[1:], "review", "q.yaml", *options],
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

    def press(self, *keys: str, at: str = PROMPT) -> None:
        """Each key when the program asks for one; no Enter follows."""
        for key in keys:
            self.wait(at)
            self.process.send(key)

    def end(self) -> str:
        """Waits for the end of the program; all that was shown, without escape codes."""
        self.process.expect(pexpect.EOF)
        self.process.close()
        self.shown += self.process.before
        assert self.process.exitstatus == 0, self.shown
        return ESCAPE.sub("", self.shown)


def editor(folder: Path, *replacements: tuple[str, str]) -> str:
    """A command that replaces one text by another in the file it is given, one pair at each call."""
    script = folder / "edit.py"
    script.write_text(
        "import pathlib, sys\n"
        "file, calls = pathlib.Path(sys.argv[1]), pathlib.Path(__file__).with_suffix('.calls')\n"
        "done = len(calls.read_text()) if calls.exists() else 0\n"
        "calls.write_text('x' * (done + 1))\n"
        f"old, new = {list(replacements)!r}[done]\n"
        "text = file.read_text('utf8')\n"
        "assert old in text, text\n"
        "file.write_text(text.replace(old, new), 'utf8')\n",
        encoding="utf8",
    )
    return f"'{sys.executable}' '{script}'"


# In a terminal --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("rows", "columns"), [(24, 80), (20, 40)])
@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}], ids=["colour", "plain"])
def test_all_that_a_reviewer_must_see(folder: Path, rows: int, columns: int, environment: dict[str, str]) -> None:
    terminal = Terminal(folder, rows, columns, **environment)
    terminal.press("?", "q")
    shown = terminal.end()
    joined = " ".join(shown.replace("*Vienna*", "Vienna").split())
    for told in (
        "1/3 · choice · easy",
        CITY.question,
        "✓ Vienna",
        "✗ Paris (another city)",
        "✗ Rome",
        "or: Wien",
        "> Vienna lies on the Danube,",
        "(A long river)",
        "event.which · score 0.75",
        "undo the last decision",
        "Kept 0, dropped 0, edited 0, left 3.",
    ):
        assert told in joined
    assert [row for row in re.split(r"[\r\n]+", shown) if len(row) > columns] == []
    if environment:
        assert "\x1b" not in terminal.shown
        assert "*Vienna* lies" in shown


def test_keep_drop_and_undo(folder: Path) -> None:
    terminal = Terminal(folder)
    terminal.press("k", "d")
    terminal.wait("Dropped")
    assert questions(folder) == [ALL[0], ALL[2]]
    terminal.press("u")
    terminal.wait("Item 2 is again as it was.")
    assert questions(folder) == ALL
    terminal.press("d", "\r")
    terminal.press("\r", at=LAST)
    assert "Kept 2, dropped 1, edited 0, left 0." in terminal.end()
    assert questions(folder) == [ALL[0], ALL[2]]


def test_the_last_decision_can_be_undone_too(folder: Path) -> None:
    terminal = Terminal(folder)
    terminal.press("k", "k", "d")
    terminal.press("u", at=LAST)
    terminal.press("q")
    assert "Kept 2, dropped 0, edited 0, left 1." in terminal.end()
    assert questions(folder) == ALL


def test_keys_that_are_typed_ahead_count_and_arrows_do_nothing(folder: Path) -> None:
    terminal = Terminal(folder)
    terminal.press("\x1b[A")
    terminal.wait("This key does nothing here")
    terminal.press("kdq")
    assert "Kept 1, dropped 1, edited 0, left 1." in terminal.end()


def test_an_edit_in_the_editor(folder: Path) -> None:
    command = editor(folder, ("answer: Vienna", "answer: Wien an der Donau"))
    terminal = Terminal(folder, EDITOR=command)
    terminal.press("e")
    terminal.wait("Edited")
    edited, *others = banks.load(folder / "q.yaml").items
    assert (edited.answer, edited.id, edited.distractors) == ("Wien an der Donau", CITY.id, CITY.distractors)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", edited.changed)
    assert others == [LENGTH, SEA]
    terminal.press("u", "q")
    terminal.end()
    assert banks.load(folder / "q.yaml").items == (CITY, LENGTH, SEA)


def test_a_faulty_edit_is_told_and_edited_again_or_given_up(folder: Path) -> None:
    command = editor(folder, ("answer: Vienna", "anwser: Wien"), ("anwser:", "answer:"), ("question: ", "question: ["))
    terminal = Terminal(folder, VISUAL=command, EDITOR="false")
    terminal.press("e")
    terminal.wait('Line 3: An item has no field "anwser". Did you mean "answer"?')
    terminal.press("e", at="gives up: ")
    terminal.wait("Edited")
    terminal.press("e")
    terminal.press("\r", at="gives up: ")
    terminal.wait("Nothing was changed.")
    terminal.press("q")
    assert "edited 1, left 2." in terminal.end()
    assert [item.answer for item in banks.load(folder / "q.yaml").items] == ["Wien", LENGTH.answer, SEA.answer]


def test_an_editor_that_fails_changes_nothing(folder: Path) -> None:
    before = (folder / "q.yaml").read_bytes()
    terminal = Terminal(folder, EDITOR="false")
    terminal.press("e", "q")
    assert "The editor ended with an error." in terminal.end()
    assert (folder / "q.yaml").read_bytes() == before


def test_without_an_editor_question_and_answer_are_asked_for(folder: Path) -> None:
    terminal = Terminal(folder, EDITOR="no-such-editor")
    terminal.press("k", "e")
    terminal.wait("Question: ")
    terminal.process.sendline("")
    terminal.wait("Answer: ")
    terminal.process.sendline("2860 km")
    terminal.wait("Edited")
    terminal.press("q")
    terminal.end()
    edited = banks.load(folder / "q.yaml").items[1]
    assert (edited.question, edited.answer) == (LENGTH.question, "2860 km")


@pytest.mark.parametrize("key", ["c", "d"])
def test_control_keys_quit_with_what_was_done(folder: Path, key: str) -> None:
    terminal = Terminal(folder)
    terminal.press("d")
    terminal.wait(PROMPT)
    terminal.process.sendcontrol(key)
    shown = terminal.end()
    assert "Kept 0, dropped 1, edited 0, left 2." in shown
    assert "Traceback" not in shown
    assert questions(folder) == ALL[1:]


def test_a_review_goes_on_where_it_ended(folder: Path) -> None:
    first = Terminal(folder)
    first.press("k", "d", "q")
    first.end()
    second = Terminal(folder)
    second.press("k")
    second.press("q", at=LAST)
    shown = second.end()
    assert "2 items, 1 of them reviewed before." in shown
    assert SEA.question in shown
    assert CITY.question not in shown
    done = piped(folder, "")
    assert "All items were reviewed before; --from-start shows them again." in done.stdout
    assert CITY.question in piped(folder, "", "--from-start").stdout


def test_an_item_edited_since_is_shown_again(folder: Path) -> None:
    piped(folder, "k\nk\nk\n")
    text = (folder / "q.yaml").read_text("utf8")
    (folder / "q.yaml").write_text(text.replace("How long", "How very long"), encoding="utf8")
    done = piped(folder, "")
    assert "2/3 · short" in done.stdout
    assert "left 1." in done.stdout


def test_a_kill_after_a_drop_loses_nothing(folder: Path) -> None:
    terminal = Terminal(folder)
    terminal.press("k", "d")
    terminal.wait("Dropped")
    terminal.process.kill(signal.SIGKILL)
    terminal.process.expect(pexpect.EOF)
    terminal.process.close()
    assert questions(folder) == [ALL[0], ALL[2]]
    assert [path.name for path in folder.iterdir()] == ["q.yaml"]
    assert "1 of them reviewed before" in piped(folder, "").stdout


def test_what_someone_else_wrote_is_not_overwritten(folder: Path) -> None:
    terminal = Terminal(folder)
    terminal.press("k")
    terminal.wait(PROMPT)
    banks.save(ItemBank("Theirs", (SEA,)), folder / "q.yaml")
    terminal.process.send("d")
    terminal.process.expect(pexpect.EOF)
    terminal.process.close()
    assert terminal.process.exitstatus == 2
    assert "Kept 1, dropped 0, edited 0, left 2." in terminal.process.before
    assert "quizgen: q.yaml: Someone else has changed it" in terminal.process.before
    assert questions(folder) == [SEA.question]


# In a pipe ------------------------------------------------------------------------------------------------------


def test_a_review_through_a_pipe(folder: Path) -> None:
    done = piped(folder, "\ndrop\nx\ne\nWhich sea?\n\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout
    assert "This key does nothing here" in done.stdout
    assert done.stdout.endswith("Kept 1, dropped 1, edited 1, left 0.\n")
    city, sea = banks.load(folder / "q.yaml").items
    assert (city, sea.question, sea.answer) == (CITY, "Which sea?", SEA.answer)


def test_the_end_of_the_input_quits(folder: Path) -> None:
    done = piped(folder, "d\ne\nWhich sea?\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert "dropped 1, edited 0, left 2." in done.stdout
    assert questions(folder) == ALL[1:]


def test_endless_input_ends_behind_the_last_item(folder: Path) -> None:
    done = piped(folder, "d\n" * 50)
    assert done.returncode == 0
    assert done.stdout.count("Dropped") == 3
    again = piped(folder, "")
    assert (again.returncode, again.stderr) == (1, "quizgen: q.yaml: There is no item in it.\n")


def test_keeping_does_not_touch_the_file(folder: Path) -> None:
    text = "# mine\nitems:\n- question: A?\n  answer: B\n- question: C?\n  answer: D\n"
    (folder / "q.yaml").write_text(text, encoding="utf8")
    piped(folder, "k\nk\n")
    assert (folder / "q.yaml").read_text("utf8") == text


def test_an_item_that_lost_its_sentence_says_so(folder: Path) -> None:
    banks.save(ItemBank("Old", (replace(LENGTH, stale=True), SEA)), folder / "q.yaml")
    assert piped(folder, "k\n").stdout.count("! The article no longer has this sentence.") == 1


def test_a_json_bank_is_reviewed_too(folder: Path) -> None:
    banks.save(banks.load(folder / "q.yaml"), folder / "q.json")
    assert piped(folder, "d\n", name="q.json").returncode == 0
    assert [item.question for item in banks.load(folder / "q.json").items] == ALL[1:]


@pytest.mark.parametrize("name", ["article.txt", "deck.apkg", "nowhere.yaml", "-"])
def test_what_cannot_be_reviewed_is_told_in_one_sentence(folder: Path, name: str) -> None:
    for given in ("article.txt", "deck.apkg"):
        (folder / given).write_text("Vienna lies on the Danube.", encoding="utf8")
    done = piped(folder, "k\n", name=name)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith(f"quizgen: {name}: ")


def test_reviewing_loads_nothing_heavy(folder: Path) -> None:
    code = (
        "import sys; from quizgen.cli import main; main(['review', 'q.yaml'], standalone_mode=False);"
        "heavy = ('onnxruntime', 'numpy', 'tokenizers', 'jinja2', 'genanki', 'trafilatura', 'lemminflect', 'rich');"
        "print('loaded:', [name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input="k\nd\n", capture_output=True, encoding="utf8", cwd=folder, timeout=60
    )
    assert done.stdout.splitlines()[-1] == "loaded: []", done.stderr
