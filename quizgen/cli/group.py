"""The group of commands: loads each when it is called, and turns errors into one sentence for the user."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO, Any

import click

from quizgen.errors import QuizgenError

INTERNAL_ERROR = 70
"""Exit code of a fault in quizgen itself (EX_SOFTWARE of sysexits.h)."""
INTERRUPTED = 130
"""Exit code after Ctrl-C: 128 and the number of the signal, as shells have it."""


@dataclass(frozen=True, slots=True)
class Command:
    """One line of the list of commands; its code is not loaded for that."""

    name: str
    place: str
    """``module:attribute``."""
    summary: str
    """One sentence, shown by ``quizgen --help``."""


class Failure(click.ClickException):
    """An error as the user sees it: ``quizgen: article.txt: There is no such file.``"""

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code  # type: ignore[misc]

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(f"quizgen: {self.message}", file=file or sys.stderr)


class QuizgenGroup(click.Group):
    """A click group whose commands are named by where they live, and the one place where errors are caught."""

    def __init__(self, *args: Any, lazy: Sequence[Command] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lazy = {command.name: command for command in lazy}

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.lazy:
            return None
        import importlib

        module, _, attribute = self.lazy[cmd_name].place.partition(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(command.name, command.summary) for command in self.lazy.values()])

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except QuizgenError as error:
            if os.environ.get("QUIZGEN_DEBUG"):
                raise
            raise Failure(str(error), error.exit_code) from error
        except KeyboardInterrupt:
            click.echo(err=True)  # the shell's prompt on a line of its own
            ctx.exit(INTERRUPTED)
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except Exception as error:
            if isinstance(error, OSError) and error.errno == errno.EPIPE:
                raise  # the reader of a pipe has gone; click ends in silence
            if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise Failure("There is no space left where this is written to. Make room and try again.", 2) from error
            if os.environ.get("QUIZGEN_DEBUG"):
                raise
            raise Failure(_apology(error), INTERNAL_ERROR) from error


def _apology(error: Exception) -> str:
    what = " ".join(f"{type(error).__name__}: {error}".split())
    return (
        f"Something is wrong in quizgen itself ({what[:200]}). "
        "Please report it with the article; QUIZGEN_DEBUG=1 shows where it happened."
    )
