"""The command line as a whole: help, version, formats, errors, and that it is documented."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from quizgen.cli import COMMANDS, main
from quizgen.errors import ReadingError
from quizgen.exporters import FORMATS
from quizgen.reading import READERS
from quizgen.version import __version__

CHECKOUT = Path(__file__).resolve().parents[2]


def run(*arguments: str) -> click.testing.Result:
    return CliRunner().invoke(main, list(arguments), prog_name="quizgen")


def documented() -> str:
    pages = [CHECKOUT / "README.md", *sorted((CHECKOUT / "docs").glob("*.md"))]
    return "\n".join(page.read_text("utf8") for page in pages)


def subcommands() -> list[tuple[str, click.Command]]:
    context = click.Context(main)
    found: list[tuple[str, click.Command]] = []
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command is not None
        found.append((name, command))
        if isinstance(command, click.Group):
            found += ((f"{name} {inner}", command.commands[inner]) for inner in command.commands)
    return found


def test_version() -> None:
    assert run("--version").stdout == f"quizgen {__version__}\n"


def test_help_names_every_command() -> None:
    shown = run("--help").stdout
    for command in COMMANDS:
        assert f"  {command.name} " in shown
        assert command.summary in shown


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["make"], ["rules", "nonsense"]])
def test_wrong_use_ends_with_2(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Usage: quizgen" in result.output


def test_every_command_and_option_is_documented() -> None:
    text = documented()
    for name, command in subcommands():
        assert f"quizgen {name}" in text, f"'quizgen {name}' is not documented in README.md or docs/"
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                long = next(option for option in parameter.opts if option.startswith("--"))
                assert long in text, f"{long} of 'quizgen {name}' is not documented in README.md or docs/"


def test_every_summary_is_that_of_its_command() -> None:
    context = click.Context(main)
    for line in COMMANDS:
        command = main.get_command(context, line.name)
        assert command is not None
        assert command.name == line.name
        assert (command.help or "").strip()


def test_formats_lists_every_reader_and_every_exporter() -> None:
    shown = run("formats").stdout
    read, _, written = shown.partition("Written:")
    assert all(suffix in read for reader in READERS for suffix in reader.suffixes)
    assert all(suffix in written for form in FORMATS for suffix in form.suffixes)


def test_a_fault_of_quizgen_itself_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizgen.cli.make.inputs.quiz_of", lambda *a, **k: {}["oops"])
    result = run("make", "x.txt")
    assert result.exit_code == 70
    assert result.stderr.startswith("quizgen: Something is wrong in quizgen itself (KeyError: 'oops')")
    assert "QUIZGEN_DEBUG=1" in result.stderr
    assert result.stderr.count("\n") == 1


def test_debugging_shows_where_it_happened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZGEN_DEBUG", "1")
    assert isinstance(run("make", "nowhere.txt").exception, ReadingError)


@pytest.mark.skipif(os.name == "nt", reason="Windows has neither named pipes nor SIGINT for one process")
def listening() -> None:
    """In a child: Ctrl-C is heard again. A job that a shell put into the background hands on that it is ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_ends_quietly(tmp_path: Path) -> None:
    pipe = tmp_path / "article.txt"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "quizgen", "make", str(pipe)]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, preexec_fn=listening)
    with running, pipe.open("wb"):  # it opens as soon as quizgen has begun to read it
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=20)
    assert running.returncode == 130
    assert said.strip() == b""
