"""Numbers and dates that look like the right one."""

import random
import re

import pytest

from quizgen.selection import dates
from quizgen.selection.dates import ordinal
from quizgen.selection.numbers import shape
from quizgen.selection.variation import distance, is_bounded, is_close, is_rough, matters, vary


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
        ("October 16", r"\w+ \d\d?"),
        ("October 5, 2021", r"\w+ \d\d?, 20\d\d"),
        ("16 October 2021", r"\d\d? \w+ 20\d\d"),
        ("the 3rd of May 1821", r"the \d\d?(?:st|nd|rd|th) of \w+ 1\d{3}"),
        ("September 1803", r"\w+ 1\d{3}"),
        ("the spring of 1349", r"the spring of 1[34]\d\d"),
        ("by 1900", r"by (?:18|19)\d\d"),
        ("the early 1960s", r"the early 1\d\d0s"),
        ("the 19th century", r"the \d\d(?:st|nd|rd|th) century"),
        ("Tuesday", r"\w+day"),
        ("the 7th century BC", r"the \d+(?:st|nd|rd|th) century BC"),
    ],
)
@pytest.mark.parametrize("seed", range(5))
def test_of_a_date_the_form_stays(text, form, seed):
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


@pytest.mark.parametrize("seed", range(10))
def test_no_date_made_up_lies_near_the_right_one_or_tells_it_by_a_part(seed):
    right = "January 8, 1880"
    others = varied(right, seed, time=True)
    assert all(dates.apart(dates.read(right), dates.read(other)) for other in others)
    for part in ("January", " 8,", "1880"):
        assert sum(part in other for other in others) <= 1


@pytest.mark.parametrize(
    ("text", "other", "told_apart"),
    [
        ("January 8, 1880", "January 7, 1880", False),
        ("January 8, 1880", "October 12, 1859", True),
        ("December 28", "January 3", False),
        ("July 1942", "August 1942", False),
        ("July 1942", "July 1944", True),
        ("1970", "1971", False),
        ("1970", "1972", True),
        ("1066", "1068", False),
        ("1970", "1830", False),
        ("about 1818", "about 1821", False),
        ("about 1818", "about 1840", True),
        ("around ten", "around eleven", False),
        ("around ten", "around twenty", True),
        ("nine", "seventy", False),
        ("two", "five", True),
        ("12 days", "15 days", True),
        ("5,000", "50,000", False),
    ],
)
def test_what_matters(text, other, told_apart):
    assert (
        matters(text, other, time=bool(re.search(r"\d{4}$|\d{4}\b|December", text)) and "," not in text[:2])
        is told_apart
    )


def test_distance_is_of_one_form_alone():
    assert distance("12 days", "15 days") == 3
    assert distance("12 days", "15 weeks") is None
    assert distance("1805", "October 1805", time=True) is None
    assert distance("May 1, 1900", "May 3, 1900", time=True) == 2
    assert distance("the early 1960s", "the late 1970s", time=True) is None


def test_close():
    assert is_close("1970", "1974", time=True) and not is_close("1970", "1984", time=True)
    assert is_close("100", "120") and not is_close("100", "160")


def test_bounds_and_approximations():
    for text in ("more than two billion", "over 600 people", "up to ten", "at least 3", "by 1900", "after 1279"):
        assert is_bounded(text)
    assert not is_bounded("just 308") and not is_bounded("only two years")
    assert is_rough("around ten") and is_rough("about 1818") and not is_rough("ten")


@pytest.mark.parametrize("text", ["the second half", "the Second World War", "the first quarter", "one third"])
def test_series_that_end_have_no_other_member(text):
    assert [
        other for other in vary(text, random.Random(1)) if "half" in other or "War" in other or "third" in other
    ] == []


def test_one_is_no_answer_for_several():
    for seed in range(20):
        assert not any(text.startswith("one ") for text in varied("two days", seed))


@pytest.mark.parametrize("seed", range(5))
def test_decades_and_centuries_stay_near_and_before_the_article(seed):
    found = list(vary("the early 1970s", random.Random(seed), time=True, latest_year=1995))
    assert found and "the early 2000s" not in found and {"the early 1960s", "the early 1980s"} <= set(found[:3])
