"""Templates are found in the user's settings first, then in the package or the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen import resources
from quizgen.errors import QuizgenError


def test_what_ships_is_found() -> None:
    assert list(resources.builtin("rules/en").glob("*.yaml"))
    assert resources.folders("rules/en") == (resources.builtin("rules/en"),)


def test_inside_a_wheel_they_lie_in_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site" / "quizgen" / "templates" / "html").mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "site" / "quizgen")
    assert resources.builtin("html") == tmp_path / "site" / "quizgen" / "templates" / "html"


def test_a_users_file_goes_before(fresh_machine: Path) -> None:
    name = next(path.name for path in resources.builtin("html").iterdir() if path.is_file())
    assert resources.find(f"html/{name}") == resources.builtin(f"html/{name}")
    own = fresh_machine / "config" / "html"
    own.mkdir(parents=True)
    (own / name).write_text("mine", "utf8")
    assert resources.find(f"html/{name}") == own / name
    assert resources.folders("html") == (own, resources.builtin("html"))


def test_without_the_variables_the_system_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUIZGEN_CONFIG")
    monkeypatch.delenv("QUIZGEN_DATA")
    assert resources.config_folder().name == "quizgen"
    assert resources.data_folder().name == "quizgen"
    assert resources.config_folder() != resources.data_folder()


def test_a_broken_installation_says_so() -> None:
    with pytest.raises(QuizgenError, match="Install quizgen again"):
        resources.builtin("nonsense")
