"""Errors are for the user: one sentence, where it is, what to do."""

from __future__ import annotations


class QuizgenError(Exception):
    """Something a user can understand and mend. Its text is one sentence or two, never a traceback.

    ``path`` and ``line`` say where; ``hint`` says what to do. ``exit_code`` is that of the command line:
    1 nothing could be made of the input, 2 wrong use or unreadable input.
    """

    exit_code = 2

    def __init__(self, message: str, *, path: str = "", line: int = 0, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.path, self.line, self.hint = message, str(path), line, hint

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}: " if self.path and self.line else f"{self.path}: " if self.path else ""
        return f"{where}{self.message}{' ' + self.hint if self.hint else ''}"

    def __reduce__(self):  # type: ignore[no-untyped-def]
        return _rebuild, (type(self), self.message, self.path, self.line, self.hint)


def _rebuild(kind: type[QuizgenError], message: str, path: str, line: int, hint: str) -> QuizgenError:
    return kind(message, path=path, line=line, hint=hint)


class ReadingError(QuizgenError):
    """The input cannot be read: no such file, binary, a format that is not known."""


class NothingToAsk(QuizgenError):
    """The input was read, but no question can be made of it: empty, another language, no statement."""

    exit_code = 1


class TooLong(QuizgenError):
    """The work on an article took longer than it may."""

    exit_code = 1


class BankError(QuizgenError):
    """A quiz file breaks its form."""


class RuleError(QuizgenError):
    """A rule file breaks its form, or one of its templates fails."""


class ModelError(QuizgenError):
    """The parser's weights are missing or do not fit."""


class ExportError(QuizgenError):
    """A file cannot be written, or its format is not known."""


class HistoryError(QuizgenError):
    """The learner's history cannot be read or written."""
