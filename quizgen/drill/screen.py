"""Where a round is shown and where its answers come from: a terminal in colour, plain lines, a pipe.

A screen says lines and asks for answers; the round knows nothing else of it.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TextIO

from quizgen.drill.columns import rows
from quizgen.drill.pieces import Line, Piece, Style, line, printable

if TYPE_CHECKING:
    from rich.console import Console

Reader = Callable[[str], "str | None"]
"""Shows a prompt and gives the line that was typed, without its end; None when nothing more will come."""

MAX_WIDTH = 100
"""Columns: longer rows are hard to read, however wide the terminal."""

_LOOKS = {
    Style.PLAIN: "",
    Style.STRONG: "bold",
    Style.QUIET: "dim",
    Style.ANSWER: "bold underline",
    Style.RIGHT: "bold green",
    Style.CLOSE: "bold yellow",
    Style.WRONG: "bold red",
}
_ASCII = str.maketrans({"✓": "+", "≈": "~", "✗": "x", "·": ".", "“": '"', "”": '"', "‘": "'", "’": "'", "…": "..."})


class Screen(Protocol):
    """What a round needs of the world."""

    @property
    def patient(self) -> bool:
        """Whether someone is there to be asked again; in a pipe every line is the answer to one question."""

    def say(self, said: Line) -> None:
        """Show one line."""

    def progress(self, number: int, total: int, score: int, streak: int) -> None:
        """Show that question ``number`` of ``total`` comes, how many answers have counted, and how many in a row."""

    def ask(self, prompt: str) -> str | None:
        """The player's next line; None when the player has left."""


class PlainScreen:
    """Characters and ends of lines, nothing else: for pipes, dumb terminals and screen readers."""

    def __init__(self, out: TextIO, read: Reader, *, width: int | None = None, patient: bool = True) -> None:
        """``width`` in columns; None: lines are not broken."""
        self.out, self.read, self.width, self.patient = out, read, width, patient

    def say(self, said: Line) -> None:
        text = "".join(f"*{printable(p.text)}*" if p.style is Style.ANSWER else printable(p.text) for p in said.pieces)
        whole = line(text, lead=said.lead)
        for row in rows(whole, self.width) if self.width else (whole,):
            shown = row.lead + "".join(piece.text for piece in row.pieces)
            self.out.write(encodable(shown, self.out) + "\n")
        self.out.flush()

    def progress(self, number: int, total: int, score: int, streak: int) -> None:
        self.say(line(f"{number}/{total}"))

    def ask(self, prompt: str) -> str | None:
        return self.read(prompt)


class RichScreen:
    """A terminal with bold type and colour."""

    patient = True

    def __init__(self, console: Console, read: Reader) -> None:
        self.console, self.read = console, read

    def say(self, said: Line) -> None:
        from rich.text import Text

        for row in rows(said, min(self.console.width, MAX_WIDTH)):
            shown = Text.assemble(row.lead, *((piece.text, _LOOKS[piece.style]) for piece in row.pieces))
            self.console.print(shown, no_wrap=True, overflow="ignore", crop=False)

    def progress(self, number: int, total: int, score: int, streak: int) -> None:
        length = max(0, min(30, self.console.width - 34))
        done = length * (number - 1) // total
        bar = (Piece("━" * done, Style.RIGHT), Piece("─" * (length - done), Style.QUIET))
        in_a_row = f", {streak} in a row" if streak > 1 else ""
        self.say(line(f"{number}/{total} ", *bar, Piece(f" score {score}{in_a_row}", Style.QUIET)))

    def ask(self, prompt: str) -> str | None:
        return self.read(prompt)


def encodable(text: str, out: TextIO) -> str:
    """The text with simpler signs where the output cannot write these."""
    encoding = getattr(out, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.translate(_ASCII).encode(encoding, "replace").decode(encoding)
    return text


# Opening --------------------------------------------------------------------------------------------------------


def open_screen(*, plain: bool = False, source: TextIO | None = None) -> Screen:
    """The screen that fits standard input and output. ``plain``: no colour on a terminal either.

    ``source`` is where answers come from instead of standard input.
    """
    answers = source or sys.stdin
    if hasattr(answers, "reconfigure"):
        answers.reconfigure(errors="replace")
    read = terminal_reader(answers) if answers.isatty() else pipe_reader(answers, sys.stdout)
    if sys.stdout.isatty() and answers.isatty() and not plain and _has_colour():
        from rich.console import Console

        return RichScreen(Console(file=sys.stdout), read)
    width = min(shutil.get_terminal_size().columns, MAX_WIDTH) if sys.stdout.isatty() else None
    return PlainScreen(sys.stdout, read, width=width, patient=answers.isatty())


def _has_colour() -> bool:
    """Whether the terminal shows bold type and signs, and the player wants them."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM", "") not in ("dumb", "unknown")
    return wanted and (sys.stdout.encoding or "").casefold().replace("-", "") == "utf8"


def terminal_reader(answers: TextIO) -> Reader:
    """Reads lines that are typed, with the keys that a shell has where the system offers them."""

    def read(prompt: str) -> str | None:
        try:
            if answers is sys.stdin:
                return input(prompt)
            sys.stdout.write(prompt)
            sys.stdout.flush()
            typed = answers.readline()
        except EOFError:
            typed = ""
        if not typed:
            print()
            return None
        return typed.rstrip("\r\n")

    if answers is sys.stdin:
        _edit_lines()
    return read


def _edit_lines() -> None:
    try:
        import readline
    except ImportError:  # Windows: the console itself edits
        return
    if hasattr(readline, "set_auto_history"):
        readline.set_auto_history(False)


def pipe_reader(answers: TextIO, out: TextIO) -> Reader:
    """Reads one answer a line and writes it behind its prompt, so that the output reads like the round it was."""

    def read(prompt: str) -> str | None:
        typed = answers.readline()
        if not typed:
            return None
        out.write(encodable(f"{prompt}{printable(typed.rstrip())}", out) + "\n")
        return typed.rstrip("\r\n")

    return read
