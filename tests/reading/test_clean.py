"""What no reader sees goes; what is clean stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.reading.clean import clean


@pytest.mark.parametrize(
    "dirty, plain",
    [
        ("re\u00adpub\u00adlic", "republic"),
        ("zero\u200bwidth \ufeffmark", "zerowidth mark"),
        ("3\u00a0million\u202fpeople", "3 million people"),
        ("e\u0301t\u0065\u0301", "été"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("page\x0cpage", "page\n\npage"),
        ("tab\there, bell\x07", "tab here, bell"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("👩\u200d🚀 astronaut", "👩\u200d🚀 astronaut"),
        ("wo\u200drd", "word"),
        ("What does print () write?\n() and (; x)", "What does print () write?\n() and (; x)"),
        ("“Łódź” – 5 °C · ½ …", "“Łódź” – 5 °C · ½ …"),
    ],
)
def test_cleaning(dirty: str, plain: str) -> None:
    assert clean(dirty) == plain


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    once.encode("utf8")
