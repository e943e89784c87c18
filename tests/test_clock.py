"""What takes too long is given up, wherever it is; what does not is as it was."""

from __future__ import annotations

import time

import pytest

import quizgen
from quizgen import clock
from quizgen.errors import TooLong

TEXT = "Ada Lovelace was born in London in 1815. She wrote the first program in 1843, and it was printed in a journal. "


def test_time_enough_changes_nothing() -> None:
    assert quizgen.generate(TEXT * 3, seconds=600) == quizgen.generate(TEXT * 3)


@pytest.mark.parametrize("seconds", [0.001, 0.1, 0.3, 1.0])
def test_the_work_ends_soon_after(seconds: float) -> None:
    """At whatever stage it is by then."""
    article = "\n\n".join(TEXT.replace("London", f"Place{number}") for number in range(1500))
    quizgen.parse("The parser is loaded.")
    began = time.monotonic()
    with pytest.raises(TooLong, match=f"longer than {seconds:g} seconds"):
        quizgen.generate(article, seconds=seconds)
    assert time.monotonic() - began < seconds + 8


def test_a_limit_ends_with_the_work_it_is_for() -> None:
    with clock.at_most(0.0), pytest.raises(TooLong):
        time.sleep(0.01)
        clock.tick()
    clock.tick()
