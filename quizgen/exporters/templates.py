"""HTML from the templates in ``templates/html``; a user's ``html`` folder goes before it, file by file.

A user's template may extend or include the one that ships under ``builtin/``. It may come from a stranger: templates
run in a sandbox, and everything they print is escaped.
"""

from __future__ import annotations

import os
import traceback
from typing import Any

from quizgen import resources
from quizgen.errors import ExportError


def render(name: str, **values: object) -> str:
    """The text that a template makes of these values. Raises ExportError, with file and line, where it fails."""
    from jinja2 import TemplateError, TemplateSyntaxError

    try:
        text: str = _environment().get_template(name).render(values)
    except TemplateSyntaxError as error:
        path = error.filename or error.name or name
        raise ExportError(_said(error), path=path, line=error.lineno, hint=_HINT) from error
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError) as error:
        path, line = _place(error)
        raise ExportError(_said(error), path=path or name, line=line, hint=_HINT) from error
    return text


def source(name: str) -> str:
    """The text of a file that is no template: the user's, else the one that ships."""
    file = next(folder / name for folder in resources.folders("html") if (folder / name).is_file())
    try:
        return file.read_text(encoding="utf8")
    except (OSError, UnicodeError) as error:
        raise ExportError(f"This cannot be read: {error}.", path=str(file), hint=_HINT) from error


_HINT = "Mend this template, or move it away to use the one that ships."


def _said(error: Exception) -> str:
    words = " ".join(str(error).split()).rstrip(".")
    return f"The template fails: {words or type(error).__name__}."


def _place(error: Exception) -> tuple[str, int]:
    """The line of a template at which it failed."""
    folders = tuple(f"{folder}{os.sep}" for folder in resources.folders("html"))
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(folders)]
    return (frames[-1].filename, frames[-1].lineno or 0) if frames else ("", 0)


def _environment() -> Any:
    from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader, StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    builtin = FileSystemLoader(resources.builtin("html"))
    folders = [FileSystemLoader(folder) for folder in resources.folders("html")]
    environment = SandboxedEnvironment(
        loader=ChoiceLoader([*folders, PrefixLoader({"builtin": builtin})]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["css_string"] = css_string
    return environment


def css_string(text: str) -> Any:
    """A CSS string that shows the text: all but letters, digits and spaces as code points, which end no string."""
    from markupsafe import Markup

    return Markup('"' + "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text) + '"')
