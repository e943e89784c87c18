"""What every test may rely on: the parser loaded once, and a machine on which quizgen was never used."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from quizgen.analysis.parser import Model

# The same cases in every run, and none fails because the machine is busy.
settings.register_profile(
    "quizgen", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("quizgen")


@pytest.fixture(scope="session")
def model() -> Model:
    """The parser that ships."""
    import quizgen

    return quizgen.load_model()


@pytest.fixture(autouse=True)
def fresh_machine(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings and data lie in a folder of this test alone, and no variable of the caller's shell plays into it."""
    home = tmp_path_factory.mktemp("home", numbered=True)
    monkeypatch.setenv("QUIZGEN_CONFIG", str(home / "config"))
    monkeypatch.setenv("QUIZGEN_DATA", str(home / "data"))
    for name in ("QUIZGEN_DEBUG", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return home


_QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The system's Chromium; its absence fails the tests that need it."""
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next(filter(None, map(shutil.which, names)), None)
    assert program, f"these tests need one of {', '.join(names)} on the PATH"
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=_QUIET)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    """An empty tab that remembers what it asked for in ``page.requested``."""
    tab = chromium.new_page()
    tab.requested = []
    tab.on("request", lambda request: tab.requested.append(request.url))
    yield tab
    tab.close()
