"""Where things live: the templates that ship with quizgen, what a user puts over them, settings and data.

A user's folder has the same layout as ``templates/``: ``rules/``, ``html/``, ``anki/``. What is found there goes
before what ships. Nothing is read at import time, so that the environment may change between calls.
"""

from __future__ import annotations

import os
from pathlib import Path

from quizgen.errors import QuizgenError

_PACKAGE = Path(__file__).resolve().parent


def builtin(name: str = "") -> Path:
    """The folder or file ``name`` (``rules/en``, ``html/sheet.html.j2``) among the templates that ship.

    In an installed wheel they lie inside the package, in a checkout beside it.
    """
    folders = (_PACKAGE / "templates", _PACKAGE.parent / "templates")
    found = next((folder / name for folder in folders if (folder / name).exists()), None)
    if found is None:
        raise QuizgenError(f"quizgen's own templates/{name} is missing.", hint="Install quizgen again.")
    return found


def user(name: str = "") -> Path | None:
    """The folder or file ``name`` in the user's settings, None where there is none."""
    path = config_folder() / name
    return path if path.exists() else None


def find(name: str) -> Path:
    """The file that counts: the user's where there is one, else the one that ships."""
    return user(name) or builtin(name)


def folders(name: str) -> tuple[Path, ...]:
    """Every folder ``name``, the user's first: for template loaders that fall back on what ships."""
    own = user(name)
    return (own, builtin(name)) if own else (builtin(name),)


def config_folder() -> Path:
    """Where a user's rules and templates live: ``QUIZGEN_CONFIG``, else where the system keeps settings."""
    return _folder("QUIZGEN_CONFIG", "user_config_path")


def data_folder() -> Path:
    """Where history and schedule live: ``QUIZGEN_DATA``, else where the system keeps an application's data."""
    return _folder("QUIZGEN_DATA", "user_data_path")


def _folder(variable: str, function: str) -> Path:
    chosen = os.environ.get(variable)
    if chosen:
        return Path(chosen).expanduser()
    import platformdirs

    path: Path = getattr(platformdirs, function)("quizgen", appauthor=False)
    return path
