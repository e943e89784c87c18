"""Words in the manner of UD English."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.analysis.words import is_clitic, split


def words(text: str) -> str:
    return " ".join(text[start:end] for start, end in split(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # clitics
        ("She didn't say it's John's.", "She did n't say it 's John 's ."),
        ("We’re sure they’ve left; I’d stay.", "We ’re sure they ’ve left ; I ’d stay ."),
        ("You can't and won't; he cannot.", "You ca n't and wo n't ; he can not ."),
        ("I'm gonna go, I wouldn't've.", "I 'm gon na go , I would n't 've ."),
        ("the students' books", "the students ' books"),
        ("O'Neill met d'Alembert at five o'clock, ma'am.", "O'Neill met d'Alembert at five o'clock , ma'am ."),
        ("rock 'n' roll", "rock 'n' roll"),
        # hyphens, slashes, dashes
        ("a 37-year-old actor", "a 37 - year - old actor"),
        ("adult-learned and non-profit, re-elected", "adult - learned and non-profit , re-elected"),
        ("the first multi-person crew", "the first multi-person crew"),
        ("an e-mail about mid-1980s art", "an e-mail about mid-1980s art"),
        ("and/or on 9/11, 1/2 of it", "and / or on 9/11 , 1/2 of it"),
        ("from 1990–1995 — or so", "from 1990 – 1995 — or so"),
        ("short- and long-term", "short - and long - term"),
        # abbreviations, initials
        ("Dr. Smith of Acme Inc. met Mrs. Brown.", "Dr. Smith of Acme Inc. met Mrs. Brown ."),
        ("in the U.S. at 5 p.m., e.g. here", "in the U.S. at 5 p.m. , e.g. here"),
        ("J. R. R. Tolkien and George W. Bush", "J. R. R. Tolkien and George W. Bush"),
        ("U.S.-based firms", "U.S. - based firms"),
        ("See No. 5 and Fig. 2.", "See No. 5 and Fig. 2 ."),
        ("No.", "No ."),
        ("Use vitamin C.", "Use vitamin C ."),
        ("AT&T does R&D.", "AT&T does R&D ."),
        # numbers and units
        ("It cost $4m, up 10% from £12,000.", "It cost $ 4 m , up 10 % from £ 12,000 ."),
        ("1.9 metres, .5 points, 5km at 25°C", "1.9 metres , .5 points , 5 km at 25 ° C"),
        ("at 10:30 or 10am on 2021-10-05", "at 10:30 or 10 am on 2021-10-05"),
        ("in the 1960s, the ’70s, on the 21st", "in the 1960s , the ’70s , on the 21st"),
        ("'12 Days' and the class of '71", "' 12 Days ' and the class of '71"),
        ("H2O, COVID-19 and 3D", "H2O , COVID - 19 and 3D"),
        # web, signs
        ("Go to https://a.org/b?c=d. Mail x.y@z.com!", "Go to https://a.org/b?c=d . Mail x.y@z.com !"),
        ("Read example.com, #news by @bob :)", "Read example.com , #news by @bob :)"),
        ("“Yes,” he said…", "“ Yes , ” he said …"),
        ("the book.[17] Really?!", "the book . [ 17 ] Really ?!"),
        ("Wait... what -- now", "Wait ... what -- now"),
        ("I 👩‍👩‍👧 it 🇩🇪", "I 👩‍👩‍👧 it 🇩🇪"),
        ("the naïve e\u0301te\u0301 of Łódź", "the naïve e\u0301te\u0301 of Łódź"),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert words(text) == expected


def test_invisible_characters_are_in_no_word() -> None:
    assert words("a\u200b b\x00 \ufeff c") == "a b c"
    assert split("\x00\u200b \n") == []


@settings(deadline=None, max_examples=50, derandomize=True)
@given(st.text())
def test_words_hold_every_visible_letter_once_and_in_order(text: str) -> None:
    spans = split(text)
    assert all(a < b for a, b in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    covered = {i for a, b in spans for i in range(a, b)}
    assert all(i in covered for i, letter in enumerate(text) if letter.isalnum())
    assert not any(text[i].isspace() for i in covered if text[i] not in "\u00a0\u202f")


@pytest.mark.parametrize(
    ("word", "following", "xpos", "expected"),
    [
        ("do", "n't", "RB", True),
        ("John", "’s", "POS", True),
        ("can", "not", "RB", True),
        ("students", "'", "POS", True),
        ("students", "'", "''", False),
        ("year", "-", "HYPH", False),
        ("can", "nothing", "NN", False),
    ],
)
def test_clitics_make_multiword_tokens(word: str, following: str, xpos: str, expected: bool) -> None:
    assert is_clitic(word, following, xpos) is expected
