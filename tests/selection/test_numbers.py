"""Numbers and dates that look like the right one."""

import random
import re

import pytest

from quizgen.selection.numbers import ordinal, shape, vary


def varied(text, seed=1, count=3, **options):
    found = vary(text, random.Random(seed), **options)
    return [next(found) for _ in range(count)]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("12 days", r"\d+ days"),
        ("over 600 people", r"over [1-9]00 people"),
        ("1.9 metres", r"\d\.\d metres"),
        ("30,000", r"\d\d,000"),
        ("$4.5 million", r"\$\d\.\d million"),
        ("7 percent", r"\d+ percent"),
        ("37 years old", r"\d\d years old"),
        ("three reasons", r"[a-z]+ reasons"),
        ("the first", r"the \w+(?:st|nd|rd|th|d|t)"),
    ],
)
@pytest.mark.parametrize("seed", range(5))
def test_form_units_and_roundness_stay(text, form, seed):
    others = varied(text, seed)
    assert len({text, *others}) == 4
    for other in others:
        assert re.fullmatch(form, other), other


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("October 16", r"October \d\d?"),
        ("October 5, 2021", r"October \d\d?, 2021"),
        ("16 October 2021", r"\d\d? October 2021"),
        ("September 1803", r"\w+ 1803"),
        ("by 1900", r"by (?:18|19)\d\d"),
        ("the early 1960s", r"the early 1\d\d0s"),
        ("the 19th century", r"the \d\d(?:st|nd|rd|th) century"),
        ("Tuesday", r"\w+day"),
        ("the 7th century BC", r"the \d+(?:st|nd|rd|th) century BC"),
    ],
)
@pytest.mark.parametrize("seed", range(5))
def test_of_a_date_one_part_varies(text, form, seed):
    others = varied(text, seed, time=True)
    assert len({text, *others}) == 4
    for other in others:
        assert re.fullmatch(form, other), other


def test_the_right_one_is_not_always_in_the_middle():
    ranks = {sorted([12, *(int(t.split()[0]) for t in varied("12 days", seed))]).index(12) for seed in range(40)}
    assert ranks == {0, 1, 2, 3}


def test_no_year_lies_in_the_article_s_future():
    for seed in range(20):
        assert all(int(year) <= 2021 for year in varied("2020", seed, time=True, latest_year=2021))


def test_the_same_seed_gives_the_same_numbers():
    assert varied("12 days", 7) == varied("12 days", 7)


@pytest.mark.parametrize("text", ["from 1801 to 1805", "between 3 and 5 days", "a long time"])
def test_numbers_that_hang_together_are_left_alone(text):
    assert shape(text, time=True) is None
    assert list(vary(text, random.Random(1), time=True)) == []


def test_percentages_stay_below_a_hundred():
    for seed in range(20):
        assert all(0 < int(text.split()[0]) < 100 for text in varied("95 percent", seed))


def test_ordinals():
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "101st", "111th",
    ]  # fmt: skip
