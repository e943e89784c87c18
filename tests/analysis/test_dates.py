"""Time words counted from the day of the article, and the normal form of dates."""

from __future__ import annotations

import datetime

import pytest

from quizgen.analysis.dates import is_deictic, normalise, resolve, sort_key
from quizgen.records import Document, Sentence, Token

WEDNESDAY = datetime.date(2021, 10, 6)


def sentence(text: str, verb: str, tag: str = "VBD", auxiliary: str = "", head_tag: str = "VB") -> Sentence:
    """A flat tree: every word hangs on the verb, which is enough to know the tense around a date."""
    tokens, start, forms = [], 0, text.split()
    root = forms.index(verb) + 1
    for number, form in enumerate(forms, 1):
        start = text.index(form, start)
        end = start + len(form)
        if number == root:
            token = Token(number, form, form, "VERB", head_tag if auxiliary else tag, (), 0, "root", start, end)
        elif form == auxiliary:
            token = Token(number, form, form, "AUX", tag, (), root, "aux", start, end)
        else:
            token = Token(number, form, form, "X", "FW", (), root, "dep", start, end)
        tokens.append(token)
        start = end
    return Sentence(0, tuple(tokens), text, 0, len(text))


def dates_in(tree: Sentence, date: datetime.date | None = WEDNESDAY) -> list[str]:
    """The text with every resolved expression in place."""
    document = Document(tree.text, date=date)
    return [f"{tree.text[span.start : span.end]} -> {text}" for span, text in resolve(document, (tree,))]


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The rocket launched on Tuesday", "launched", "Tuesday -> October 5, 2021"),
        ("The ministry said Tuesday", "said", "Tuesday -> on October 5, 2021"),
        ("He died yesterday", "died", "yesterday -> on October 5, 2021"),
        ("He died yesterday morning", "died", "yesterday morning -> on the morning of October 5, 2021"),
        ("They met on Wednesday", "met", "Wednesday -> October 6, 2021"),
        ("They met last Wednesday", "met", "last Wednesday -> on September 29, 2021"),
        ("The film was announced last year", "announced", "last year -> in 2020"),
        ("Prices rose since last year", "rose", "last year -> 2020"),
        ("It closed in March last year", "closed", "March last year -> March 2020"),
        ("It closed on March 3 last year", "closed", "March 3 last year -> March 3, 2020"),
        ("It opened last month", "opened", "last month -> in September 2021"),
        ("It opened earlier this year", "opened", "this year -> in 2021"),
        ("It opened two days ago", "opened", "two days ago -> on October 4, 2021"),
        ("It opened three years ago", "opened", "three years ago -> in 2018"),
        ("It opened a month ago", "opened", "a month ago -> in September 2021"),
        ("The minister resigned today", "resigned", "today -> on October 6, 2021"),
        ("The law passed last December", "passed", "last December -> in December 2020"),
    ],
)
def test_what_is_said_in_the_past_tense(text: str, verb: str, expected: str) -> None:
    assert dates_in(sentence(text, verb)) == [expected]


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("They will land on Friday", "land", "Friday -> October 8, 2021"),
        ("They will land tomorrow", "land", "tomorrow -> on October 7, 2021"),
        ("They will land next month", "land", "next month -> in November 2021"),
        ("They will land by next year", "land", "next year -> 2022"),
    ],
)
def test_what_is_said_of_the_future(text: str, verb: str, expected: str) -> None:
    assert dates_in(sentence(text, verb, "MD", "will")) == [expected]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("They met every Tuesday", "met"),
        ("They met last week", "met"),
        ("He left about three years ago", "left"),
        ("He left twenty years ago", "left"),
        ("He left over the last year", "left"),
        ("They read last year's report", "read"),
        ("They met on Tuesday, October 5", "met"),
        ("The law passed last September", "passed"),
        ("They met next Tuesday", "met"),
        ("They met in October 2015", "met"),
        ("They met on Tuesdays", "met"),
    ],
)
def test_what_is_not_safe_is_left_alone(text: str, verb: str) -> None:
    assert dates_in(sentence(text, verb)) == []


def test_a_weekday_in_the_present_tense_is_left_alone() -> None:
    assert dates_in(sentence("The shop opens on Friday", "opens", "VBZ")) == []


def test_today_in_the_present_tense_may_mean_nowadays() -> None:
    assert dates_in(sentence("Athens today grows", "grows", "VBZ")) == []


def test_without_the_date_of_the_article_nothing_is_resolved() -> None:
    assert dates_in(sentence("He died yesterday", "died"), date=None) == []


def test_the_day_of_speaking_is_not_that_of_writing() -> None:
    tree = sentence("“ We all left yesterday at noon ” she said", "left")
    assert dates_in(tree) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("October 16, 1815", "1815-10-16"),
        ("16 October 1815", "1815-10-16"),
        ("Oct. 16th, 1815", "1815-10-16"),
        ("1815-10-16", "1815-10-16"),
        ("Thursday, February 23, 2006", "2006-02-23"),
        ("the morning of October 6, 2021", "2021-10-06"),
        ("October 1815", "1815-10"),
        ("1815", "1815"),
        ("in the year 1066", "1066"),
        ("c. 1818", "1818"),
        ("the early 1960s", "196X"),
        ("the 19th century", "18XX"),
        ("594 BC", "-0594"),
        ("508 B.C.", "-0508"),
        ("summer of 1969", "1969-22"),
        ("October 16", "--10-16"),
        ("October", "--10"),
        ("1815–1820", "1815/1820"),
        ("from 1815 to 1820", "1815/1820"),
        ("between July 2003 and December 2004", "2003-07/2004-12"),
        ("October 3 to October 5, 1815", "1815-10-03/1815-10-05"),
        ("12 days", ""),
        ("37", ""),
        ("last year", ""),
        ("", ""),
        ("October 45, 1815", ""),
    ],
)
def test_normal_form(text: str, value: str) -> None:
    assert normalise(text) == value


def test_normal_forms_sort_in_time() -> None:
    shuffled = ["196X", "1815-10-16", "-0594", "1969-07-20", "18XX", "-3000", "1969-22", "0100", "1815-10", "1815"]
    ordered = ["-3000", "-0594", "0100", "18XX", "1815", "1815-10", "1815-10-16", "196X", "1969-22", "1969-07-20"]
    assert sorted(shuffled, key=sort_key) == ordered


@pytest.mark.parametrize(
    "text",
    ["now", "today", "last year", "three days ago", "Tuesday", "the following month", "two years later", "so far"],
)
def test_time_words_that_point_from_nowhere(text: str) -> None:
    assert is_deictic(text)


@pytest.mark.parametrize(
    "text", ["October 16, 1815", "in May", "1859", "12 days", "Tuesday, October 5, 2021", "later in 1859"]
)
def test_time_words_that_stand_alone(text: str) -> None:
    assert not is_deictic(text)
