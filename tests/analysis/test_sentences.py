"""Sentence boundaries inside one paragraph."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.analysis.sentences import split


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "text",
    [
        "He left.| She stayed!| Why?",
        # abbreviations and initials
        "Dr. Smith met Mrs. Brown in St. Louis.| They talked.",
        "J. A. Smith and George W. Bush came.| I. M. Pei did not.",
        "He lives in Washington, D.C.| The house is old.",
        "The U.S. Army left the U.S.| In 1990 it came back.",
        "She works at Acme Inc.| They pay well.",
        "It opens at 9 a.m.| Doors close at 5 p.m. Monday to Friday.",
        "See No. 5 and Fig. 2 for it.| No.| Never.",
        "Many birds (e.g. Swifts) fly, vs. Penguins.",
        "Use vitamin C.| It helps.",
        "She (b. March 1909; d. 1998) wrote it.",
        # quotes and brackets
        "“We came. |We saw. |We won,” he said.",
        "“Why?” Peter asked.| “I don't know.”| She left.",
        "“Stop!” he cried.",
        "He said “Go!” and ran.",
        'He said "No."| Then he left.',
        "It rained.| (That was rare.)| We stayed in.",
        # notes
        "It ended.[3]| Then it began.[4] [5]| “Yes.”[6]",
        "It is old. [citation needed]| Nobody knows.",
        "It was new.23| Open doors help.",
        # numbers, lists, ellipses
        "It rose 1.5 % to 3.2 m.| In May it fell.",
        "1. Wash the rice.| Then cook it.",
        "Figure 1. A map of the town.",
        "It ended … then it began.| He said . . . nothing.",
        "Thanks! :)| We like it.",
        # capitals that begin no sentence, small letters that do
        "It grew.| iPhone sales fell.",
        "The crew left the station.|The ship stayed.",
        "It uses Node.js and www.example.com daily.",
    ],
)
def test_sentences(text: str) -> None:
    """The bar stands where a sentence ends; blanks around it belong to no sentence."""
    expected = [part.strip() for part in text.split("|")]
    assert sentences(text.replace("|", "")) == expected


def test_single_newlines_are_blanks() -> None:
    assert sentences("It was\nlate. She\nleft.\n") == ["It was\nlate.", "She\nleft."]


def test_nothing_gives_nothing() -> None:
    assert split("") == split(" \n ") == []


@settings(deadline=None, max_examples=50, derandomize=True)
@given(st.text(alphabet="aB .!?\"”(1[]\n…'", max_size=60))
def test_sentences_cover_all_but_blanks_in_order(text: str) -> None:
    spans = split(text)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert all(text[a:b].strip() == text[a:b] and a < b for a, b in spans)
