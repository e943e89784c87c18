"""``quizgen make`` as a user meets it: what is written, what is said, and what is said when it cannot be done."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quizgen import bank
from quizgen.cli import main

ARTICLE = """\
title: A bridge in Scotland
date: 2021-10-06

Thomas Bouch built the Tay Bridge in 1878. Queen Victoria crossed the bridge in June 1879.

The bridge collapsed on 28 December 1879. The storm destroyed 13 spans. William Arrol built a second bridge in 1887.
"""
GERMAN = (
    "Die Brücke wurde 1878 von einem Ingenieur eröffnet. Sie war damals die längste der Welt und ist eingestürzt.\n"
)

Quizgen = Callable[..., Result]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder but for one article."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "bridge.txt").write_text(ARTICLE, "utf8")
    return folder


@pytest.fixture
def quizgen(here: Path) -> Quizgen:
    def run(*arguments: str, **options: object) -> Result:
        return CliRunner().invoke(main, list(arguments), prog_name="quizgen", **options)  # type: ignore[arg-type]

    return run


def fails(result: Result, code: int, *words: str) -> None:
    """One sentence on standard error, nothing on standard output, no traceback."""
    assert result.exit_code == code, result.output
    assert result.stdout == ""
    assert result.stderr.startswith("quizgen: ")
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr
    for word in words:
        assert word in result.stderr


def test_without_output_the_items_are_printed(quizgen: Quizgen) -> None:
    result = quizgen("make", "bridge.txt")
    assert result.exit_code == 0, result.output
    assert "1. " in result.stdout
    assert "Thomas Bouch" in result.stdout
    assert result.stderr == ""
    assert "\t" not in result.stdout
    assert "\x1b" not in result.stdout


def test_every_format_in_one_call(quizgen: Quizgen, here: Path) -> None:
    names = ["b.apkg", "b.html", "b.quiz.yaml", "b.json", "b.csv"]
    result = quizgen("make", "bridge.txt", *[part for name in names for part in ("-o", f"out/deep/{name}")])
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in (here / "out/deep").iterdir()) == sorted(names)
    items = bank.load(here / "out/deep/b.quiz.yaml").items
    assert len(items) >= 4
    assert len(json.loads((here / "out/deep/b.json").read_text("utf8"))["items"]) == len(items)
    assert (here / "out/deep/b.csv").read_text("utf-8-sig").count(items[0].question) == 1
    assert f"b.apkg       {len(items)} notes" in result.stderr
    assert "quizgen play out/deep/b.quiz.yaml" in result.stderr
    assert "File > Import" in result.stderr
    assert result.stdout == ""


def test_title_and_date_of_the_article_stand_in_the_bank(quizgen: Quizgen, here: Path) -> None:
    assert quizgen("make", "bridge.txt", "-o", "b.quiz.yaml").exit_code == 0
    made = bank.load(here / "b.quiz.yaml")
    assert made.title == "A bridge in Scotland"
    assert str(made.sources[0].date) == "2021-10-06"


def test_the_name_of_the_file_is_the_title_of_last_resort(quizgen: Quizgen, here: Path) -> None:
    (here / "tay-bridge_news.txt").write_text(ARTICLE.partition("\n\n")[2], "utf8")
    assert quizgen("make", "tay-bridge_news.txt", "-o", "b.json").exit_code == 0
    assert bank.load(here / "b.json").title == "Tay Bridge News"


def test_options_of_the_caller(quizgen: Quizgen, here: Path) -> None:
    options = ["--title", "Bridges", "--date", "2000-01-01", "--items", "3", "--types", "short,cloze", "--seed", "7"]
    result = quizgen("make", "bridge.txt", *options, "-o", "b.json")
    assert result.exit_code == 0, result.output
    made = bank.load(here / "b.json")
    assert (made.title, str(made.sources[0].date), len(made)) == ("Bridges", "2000-01-01", 3)
    assert {str(item.type) for item in made} <= {"short", "cloze"}


def test_all_items_are_at_least_as_many_as_some(quizgen: Quizgen, here: Path) -> None:
    quizgen("make", "bridge.txt", "--items", "4", "-o", "some.json")
    quizgen("make", "bridge.txt", "--items", "all", "-o", "all.json")
    assert len(bank.load(here / "some.json")) == 4
    assert len(bank.load(here / "all.json")) > 4


def test_a_bank_is_taken_wherever_an_article_is(quizgen: Quizgen, here: Path) -> None:
    assert quizgen("make", "bridge.txt", "-o", "b.quiz.yaml").exit_code == 0
    first = bank.load(here / "b.quiz.yaml")
    result = quizgen("make", "b.quiz.yaml", "-o", "again.json", "-o", "again.apkg")
    assert result.exit_code == 0, result.output
    assert bank.load(here / "again.json").items == first.items


def test_of_a_bank_only_the_items_asked_for(quizgen: Quizgen, here: Path) -> None:
    quizgen("make", "bridge.txt", "-o", "b.quiz.yaml")
    assert quizgen("make", "b.quiz.yaml", "--items", "2", "-o", "two.json").exit_code == 0
    assert bank.load(here / "two.json").items == bank.load(here / "b.quiz.yaml").items[:2]


def test_several_articles_make_one_quiz(quizgen: Quizgen, here: Path) -> None:
    (here / "radium.md").write_text("# Radium\n\nMarie Curie discovered radium in 1898.\n", "utf8")
    result = quizgen("make", "bridge.txt", "radium.md", "-o", "b.json")
    assert result.exit_code == 0, result.output
    made = bank.load(here / "b.json")
    assert [source.title for source in made.sources] == ["A bridge in Scotland", "Radium"]
    assert {item.document for item in made} == {source.key for source in made.sources}
    assert made.title == "A bridge in Scotland and 1 more"


def test_standard_input(quizgen: Quizgen) -> None:
    result = quizgen("make", "-", input=ARTICLE)
    assert result.exit_code == 0, result.output
    assert "Thomas Bouch" in result.stdout


def test_trees_of_another_parser(quizgen: Quizgen, here: Path) -> None:
    trees = quizgen("explain", "--conllu", "bridge.txt").stdout
    (here / "bridge.conllu").write_text(trees, "utf8")
    result = quizgen("make", "bridge.conllu")
    assert result.exit_code == 0, result.output
    assert "Thomas Bouch" in result.stdout


def test_a_folder_of_rules_of_ones_own(quizgen: Quizgen, here: Path) -> None:
    (here / "rules").mkdir()
    (here / "rules" / "mine.yaml").write_text(
        "- id: event.what_happened\n  fact: event\n  question: \"{{ ask('Just who', subject) }}\"\n"
        '  answer: "{{ subject }}"\n  when: {subject: {type: person}}\n  examples:\n'
        "  - given: Thomas Bouch built the bridge.\n"
        "    items: [{question: Just who built the bridge?, answer: Thomas Bouch}]\n"
        "  - given: It rained.\n    items: []\n    why: nobody is named\n",
        "utf8",
    )
    result = quizgen("explain", "bridge.txt", "--rules", "rules")
    assert result.exit_code == 0, result.output
    assert "Just who built" in result.stdout


# --------------------------------------------------------------------------------------------------------------
# What goes wrong
# --------------------------------------------------------------------------------------------------------------


def test_a_missing_file(quizgen: Quizgen) -> None:
    fails(quizgen("make", "nowhere.txt"), 2, "nowhere.txt", "no such file")


def test_a_folder(quizgen: Quizgen, here: Path) -> None:
    (here / "sub").mkdir()
    fails(quizgen("make", "sub"), 2, "sub", "no file in this folder")


def test_an_empty_file(quizgen: Quizgen, here: Path) -> None:
    (here / "empty.txt").write_bytes(b"")
    fails(quizgen("make", "empty.txt"), 1, "empty.txt", "no text")


def test_a_binary_file(quizgen: Quizgen, here: Path) -> None:
    (here / "a.txt").write_bytes(os.urandom(2000) + bytes(10))
    fails(quizgen("make", "a.txt"), 2, "binary")


def test_a_text_without_a_statement(quizgen: Quizgen, here: Path) -> None:
    (here / "a.txt").write_text("Who? Where to? Oh dear!\n\n1. Bread\n2. Milk\n", "utf8")
    fails(quizgen("make", "a.txt"), 1, "No question can be made of it", "quizgen explain a.txt")


def test_another_language(quizgen: Quizgen, here: Path) -> None:
    (here / "a.txt").write_text(GERMAN, "utf8")
    fails(quizgen("make", "a.txt"), 1, "German", "English")


def test_a_bank_that_is_none(quizgen: Quizgen, here: Path) -> None:
    (here / "a.quiz.yaml").write_text("items: [oops", "utf8")
    fails(quizgen("make", "a.quiz.yaml"), 2, "a.quiz.yaml")


@pytest.mark.parametrize("name", ["a.foo", "a", "a.doc"])
def test_a_format_that_is_not_known_is_told_before_any_work(quizgen: Quizgen, name: str) -> None:
    fails(quizgen("make", "nowhere.txt", "-o", name), 2, name, ".apkg", ".html", ".csv")


def test_an_output_that_is_a_folder(quizgen: Quizgen, here: Path) -> None:
    (here / "deck.apkg").mkdir()
    fails(quizgen("make", "bridge.txt", "-o", "deck.apkg"), 2, "deck.apkg", "folder")


def test_an_output_below_a_file(quizgen: Quizgen) -> None:
    fails(quizgen("make", "bridge.txt", "-o", "bridge.txt/deck.apkg"), 2, "not a folder")


@pytest.mark.skipif(os.name == "nt", reason="links and permissions are other things on Windows")
def test_a_link_stays_a_link_and_permissions_stay(quizgen: Quizgen, here: Path) -> None:
    (here / "elsewhere").mkdir()
    real = here / "elsewhere" / "real.csv"
    real.write_text("old", "utf8")
    real.chmod(0o640)
    (here / "link.csv").symlink_to(real)
    assert quizgen("make", "bridge.txt", "-o", "link.csv").exit_code == 0
    assert (here / "link.csv").is_symlink()
    assert "Thomas Bouch" in real.read_text("utf-8-sig")
    assert real.stat().st_mode & 0o777 == 0o640


def test_the_article_is_not_overwritten(quizgen: Quizgen, here: Path) -> None:
    (here / "bridge.html").write_text(ARTICLE, "utf8")
    fails(quizgen("make", "bridge.html", "-o", "./bridge.html"), 2, "bridge.html")
    assert (here / "bridge.html").read_text("utf8") == ARTICLE


def test_an_output_named_twice(quizgen: Quizgen) -> None:
    fails(quizgen("make", "bridge.txt", "-o", "a.csv", "-o", "a.csv"), 2, "twice")


@pytest.mark.parametrize(
    "content", [b"", b"\x00\x01\x02" * 500, GERMAN.encode(), b"Oh dear!"], ids=["empty", "binary", "german", "mute"]
)
def test_nothing_is_left_behind_where_nothing_was_made(quizgen: Quizgen, here: Path, content: bytes) -> None:
    (here / "a.txt").write_bytes(content)
    before = sorted(here.rglob("*"))
    result = quizgen("make", "a.txt", "-o", "new/deck.apkg", "-o", "sheet.html")
    assert result.exit_code in (1, 2)
    assert sorted(here.rglob("*")) == before


def test_when_one_of_several_files_cannot_be_written_none_is(
    quizgen: Quizgen, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "old.html").write_text("old", "utf8")
    from quizgen import exporters

    def broken(bank: object, **options: object) -> bytes:
        raise OSError(28, "No space left on device")

    formats = tuple(
        exporters.Format(f.name, f.suffixes, f.description, broken if f.name == "csv" else f.write, f.options)
        for f in exporters.FORMATS
    )
    monkeypatch.setattr(exporters, "FORMATS", formats)
    result = quizgen("make", "bridge.txt", "-o", "old.html", "-o", "new.csv")
    fails(result, 2, "No space left")
    assert (here / "old.html").read_text("utf8") == "old"
    assert sorted(path.name for path in here.iterdir()) == ["bridge.txt", "old.html"]


@pytest.mark.parametrize(
    "option, words",
    [
        (["--items", "0"], "--items"),
        (["--items", "some"], "--items"),
        (["--types", "essay"], "short, choice, cloze, true_false"),
        (["--date", "yesterday"], "2021-10-06"),
        (["--seed", "x"], "--seed"),
    ],
)
def test_wrong_use_is_told(quizgen: Quizgen, option: list[str], words: str) -> None:
    result = quizgen("make", "bridge.txt", *option)
    assert result.exit_code == 2
    assert words in result.stderr
    assert "Traceback" not in result.stderr


def test_standard_input_cannot_be_read_twice(quizgen: Quizgen) -> None:
    assert quizgen("make", "-", "-", input=ARTICLE).exit_code == 2


def test_missing_rules_and_missing_model(quizgen: Quizgen) -> None:
    fails(quizgen("make", "bridge.txt", "--rules", "nowhere"), 2, "nowhere")
    fails(quizgen("make", "bridge.txt", "--model", "nowhere"), 2, "nowhere")


# --------------------------------------------------------------------------------------------------------------
# As a process
# --------------------------------------------------------------------------------------------------------------


def process(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "quizgen", *arguments]
    return subprocess.run(command, capture_output=True, env={**os.environ, **environment})


def test_the_same_bank_in_every_process(here: Path) -> None:
    made = []
    for seed in ("1", "2"):
        names = [f"{seed}.quiz.yaml", f"{seed}.json", f"{seed}.html", f"{seed}.csv"]
        options = [part for name in names for part in ("-o", name)]
        done = process("make", "bridge.txt", *options, PYTHONHASHSEED=seed)
        assert done.returncode == 0, done.stderr
        made.append([(here / name).read_bytes() for name in names])
    assert made[0] == made[1]


def test_a_reader_that_leaves_a_pipe_is_no_error(here: Path) -> None:
    command = [sys.executable, "-m", "quizgen", "explain", "bridge.txt"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout and running.stderr
        running.stdout.readline()
        running.stdout.close()
        said = running.stderr.read()
    assert said == b""


def test_type_in_makes_cards_that_ask_for_typing(quizgen: Quizgen, here: Path) -> None:
    from quizgen.exporters.anki import earlier, notetypes

    at = notetypes.FIELDS.index("Typed")
    for options, wanted in (((), {""}), (("--type-in",), {"y"})):
        assert quizgen("make", "bridge.txt", "--types", "short", "-o", "b.apkg", *options).exit_code == 0
        assert {note.fields.split("\x1f")[at] for note in earlier.notes("b.apkg").values()} == wanted
