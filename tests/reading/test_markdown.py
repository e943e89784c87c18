"""Markdown: the words without their marks, every block known for what it is."""

from __future__ import annotations

import datetime

from quizgen.reading.markdown import read_markdown

PAGE = """\
---
date: 2020-01-02
---
# The *Tay* Bridge

The **bridge** over the [Tay](https://example.org) was
opened in 1878.[^1] It cost `300,000` pounds &amp; more.\\
It was long.

![The bridge](a.png)
*The bridge in 1879.*

## The fall

- one
- two

  still two
  1. deeper

> “Badly built,” the court said.

| Year | Event |
|------|-------|
| 1878 | Opened |

    indented code

Setext
------

Last <b>words</b>.<br>Really.

<div>raw html</div>

# Another part
"""

EXPECTED = [
    "title The Tay Bridge",
    "paragraph The bridge over the Tay was opened in 1878. It cost 300,000 pounds & more. It was long.",
    "caption The bridge in 1879.",
    "heading The fall",
    "list_item one",
    "list_item two",
    "list_item still two",
    "list_item deeper",
    "quote “Badly built,” the court said.",
    "table Year",
    "table Event",
    "table 1878",
    "table Opened",
    "code indented code",
    "heading Setext",
    "paragraph Last words. Really.",
    "heading Another part",
]


def test_blocks_of_a_page() -> None:
    page = read_markdown(PAGE)
    assert [f"{block.kind} {page.text[block.span.start : block.span.end]}" for block in page.blocks] == EXPECTED


def test_title_and_date() -> None:
    page = read_markdown(PAGE)
    assert page.title == "The Tay Bridge"
    assert page.date == datetime.date(2020, 1, 2)


def test_a_title_in_the_front_matter_goes_before_the_heading() -> None:
    assert read_markdown("---\ntitle: Front\n---\n# Heading\n\nText.").title == "Front"


def test_text_beside_a_picture_is_no_caption() -> None:
    page = read_markdown("![x](a.png) The bridge *really* fell.")
    assert [str(block.kind) for block in page.blocks] == ["paragraph"]
