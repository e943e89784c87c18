"""A share of the fuzzing: ``python tests/fuzzing.py`` runs the rest."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from fuzzing import SECONDS, attempt, cases, no_longer_than

PARTS, EACH = 10, 50


@pytest.mark.parametrize("part", range(PARTS))
def test_damaged_files_end_in_items_or_in_a_sentence(part: int, tmp_path: Path) -> None:
    for name, data in cases(EACH, seed=part):
        with no_longer_than(3 * SECONDS):  # the machine may be busy
            attempt(name, data, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_hang_would_be_seen() -> None:
    with pytest.raises(TimeoutError), no_longer_than(0.05):
        while True:
            pass
