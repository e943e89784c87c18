"""HTML: the article is kept, with its structure; what stands around it is not."""

from __future__ import annotations

import datetime

import pytest

from quizgen.reading.html import read_html

PAGE = """<?xml version="1.0" encoding="utf-8"?>
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The Tay Bridge | Daily Example</title>
<meta property="article:published_time" content="2021-10-06T10:00:00Z">
<link rel="canonical" href="https://example.org/bridge"><style>p { color: red }</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<div id="cookies" class="cookie-banner">We use cookies. <button>Accept</button></div>
<article><h1>The Tay Bridge</h1><p class="byline">By Jane Roe</p>
<p>The bridge over the river Tay was opened in 1878 by <b>Thomas&nbsp;Bouch</b>, an engineer from
Cumberland. It was <a href="x">the longest</a> bridge in the world, and the queen crossed it.</p>
<figure><img src="a.jpg" alt="The bridge"><figcaption>The bridge seen from the south.</figcaption></figure>
<h2>The fall</h2>
<p>On 28 December 1879 the bridge fell during a storm.<br>A train was crossing it, and nobody lived.</p>
<blockquote><p>“The bridge was badly designed, badly built and badly maintained,” the court said.</p></blockquote>
<ul><li>It had 85 spans.</li><li>It cost 300,000 pounds.<ul><li>Most of it was borrowed.</li></ul></li></ul>
<table><tr><th>Year</th><th>Event</th></tr><tr><td>1878</td><td>Opened</td></tr></table>
<p>A second bridge was finished in 1887. William Arrol built it with steel, and it still stands today.</p>
<script>var x = "The script said nothing.";</script></article>
<footer>Copyright 2021 Daily Example. All rights reserved.</footer></body></html>"""

EXPECTED = [
    "title The Tay Bridge",
    "paragraph The bridge over the river Tay was opened in 1878 by Thomas Bouch, an engineer from Cumberland. "
    "It was the longest bridge in the world, and the queen crossed it.",
    "heading The fall",
    "paragraph On 28 December 1879 the bridge fell during a storm. A train was crossing it, and nobody lived.",
    "quote “The bridge was badly designed, badly built and badly maintained,” the court said.",
    "list_item It had 85 spans.",
    "list_item It cost 300,000 pounds.",
    "list_item Most of it was borrowed.",
    "table Year Event",
    "table 1878 Opened",
    "paragraph A second bridge was finished in 1887. William Arrol built it with steel, and it still stands today.",
]


def test_the_article_on_a_page() -> None:
    page = read_html(PAGE)
    assert [f"{block.kind} {page.text[block.span.start : block.span.end]}" for block in page.blocks] == EXPECTED


def test_what_the_page_says_of_itself() -> None:
    page = read_html(PAGE)
    assert page.title == "The Tay Bridge"
    assert page.date == datetime.date(2021, 10, 6)
    assert page.link == "https://example.org/bridge"


@pytest.mark.parametrize(
    "page, expected",
    [
        ("<p>Ada Lovelace was born in London.</p>", "Ada Lovelace was born in London."),
        ("<div>Ada was <i>born</i> in&nbsp;London.<!-- not --> Yes.</div>", "Ada was born in London. Yes."),
        ("<html><body>Bare words.<script>no</script></body></html>", "Bare words."),
        ("<div>The bridge was long.<br><br>It fell<br>in 1879.</div>", "The bridge was long.\n\nIt fell in 1879."),
        ("<p>unclosed <b>tags <p>everywhere", "unclosed tags\n\neverywhere"),
    ],
)
def test_a_page_too_small_to_have_an_article_is_read_whole(page: str, expected: str) -> None:
    assert read_html(page).text == expected


@pytest.mark.parametrize("page", ["", "<html></html>", "<!-- nothing -->", "<html><body><img></body></html>"])
def test_a_page_without_words(page: str) -> None:
    assert read_html(page).text == ""


def test_deep_nesting_is_no_obstacle() -> None:
    page = "<div>" * 5000 + "<p>The bridge fell in 1879.</p>" + "</div>" * 5000
    assert "The bridge fell" in read_html(page).text or read_html(page).text == ""
