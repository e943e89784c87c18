"""The lines above an article: found where they stand, left alone where the article only looks like one."""

from __future__ import annotations

import datetime

import pytest

from quizgen.reading.header import find_header
from quizgen.reading.text import read_text

DAY = datetime.date(2021, 10, 6)
BODY = "A Russian actor docked at the station. She stays twelve days."


@pytest.mark.parametrize(
    "text, title, date",
    [
        (f" date 2021-10-06 {BODY}", "", DAY),
        (f"date 2021-10-06\n\n{BODY}", "", DAY),
        (f"Date: 2021-10-06 {BODY}", "", DAY),
        (f"title: A film\ndate: 2021-10-06\n\n{BODY}", "A film", DAY),
        (f"\ntitle: A film\n{BODY}", "A film", None),
        (f"Title: A film\nAuthor: Ada\nDate: October 6, 2021\n\n{BODY}", "A film", DAY),
        (
            f'---\ntitle: "A film: in orbit"\ndate: 2021-10-06T10:00:00Z\ntags:\n  - x\n---\n{BODY}',
            "A film: in orbit",
            DAY,
        ),
        (f"---\ntitle: 'A film'\n...\n\n{BODY}", "A film", None),
        (BODY, "", None),
    ],
)
def test_what_a_header_tells_and_where_the_article_begins(text: str, title: str, date: datetime.date | None) -> None:
    header = find_header(text)
    assert (header.title, header.date) == (title, date)
    assert text[header.end :].lstrip() == BODY


@pytest.mark.parametrize(
    "text",
    [
        "Date palms grow in Egypt.",
        "Date 2021-13-45 is no day.",
        "date 2021-10-061 is a number",
        "By: the way, this is no header.",
        "Source: the Nile rises in Uganda.",
        "date: yesterday\n\nNobody knows.",
        "---\nA rule above a text that never ends it.",
    ],
)
def test_an_article_that_only_looks_like_a_header(text: str) -> None:
    assert find_header(text).end == 0


def test_a_link_in_the_header_is_kept() -> None:
    page = read_text(f"title: A\nurl: https://example.org/a\n\n{BODY}")
    assert page.link == "https://example.org/a"


def test_a_line_that_is_only_a_day_dates_the_article() -> None:
    page = read_text(f"A film in orbit\n\nWednesday, October 6, 2021\n\n{BODY}")
    assert page.date == DAY
    assert [str(block.kind) for block in page.blocks] == ["title", "heading", "paragraph"]


def test_the_first_sentence_is_clean_behind_a_header() -> None:
    page = read_text(f" date 2021-10-06 {BODY}\n\nMore of it.")
    first = page.blocks[0].span
    assert page.text[first.start : first.end] == BODY
