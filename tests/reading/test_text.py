"""Plain text: each example is a page with the blocks that it must have."""

from __future__ import annotations

import pytest

from quizgen.reading.text import read_text

EXAMPLES = {
    "title and paragraphs": (
        "The Bridge\n\nIt was opened in 1878.\n\nIt fell in 1879.",
        ["title The Bridge", "paragraph It was opened in 1878.", "paragraph It fell in 1879."],
    ),
    "a title may ask": (
        "What is Government?\n\nIt is a means.",
        ["title What is Government?", "paragraph It is a means."],
    ),
    "a lone line is no title": ("Ada Lovelace, mathematician", ["paragraph Ada Lovelace, mathematician"]),
    "a sentence is no title": ("It fell.\n\nIt rose.", ["paragraph It fell.", "paragraph It rose."]),
    "wrapped by hand": (
        "The bridge over the river was opened in 1878 by an engineer\n"
        "from Cumberland, and it was then the longest bridge in all\nthe world.\n\nIt fell.",
        [
            "paragraph The bridge over the river was opened in 1878 by an engineer "
            "from Cumberland, and it was then the longest bridge in all the world.",
            "paragraph It fell.",
        ],
    ),
    "wrapped where a sentence ends": (
        "The bridge over the river was opened in 1878 by an engineer.\n"
        "From then on it was the longest bridge there was.",
        [
            "paragraph The bridge over the river was opened in 1878 by an engineer. "
            "From then on it was the longest bridge there was."
        ],
    ),
    "a paragraph a line": (
        f"{'The bridge was long. ' * 8}\n{'The river was wide. ' * 8}\nIt fell.",
        [
            f"paragraph {('The bridge was long. ' * 8).strip()}",
            f"paragraph {('The river was wide. ' * 8).strip()}",
            "paragraph It fell.",
        ],
    ),
    "headings": (
        "It was long.\n\nThe fall\n\nIt fell in 1879.\n\nSee also\n",
        ["paragraph It was long.", "heading The fall", "paragraph It fell in 1879.", "paragraph See also"],
    ),
    "a list": (
        "It had:\n- 85 spans\n- 2 tracks that\n  ran north\n\n1. First.\n2) Second.\n\n• Third",
        [
            "paragraph It had:",
            "list_item 85 spans",
            "list_item 2 tracks that   ran north",
            "list_item First.",
            "list_item Second.",
            "list_item Third",
        ],
    ),
    "a year is no number of a list": ("1878. That was the year.", ["paragraph 1878. That was the year."]),
    "a caption": (
        "It was long.\n\nFigure 1: The bridge from the south.\n\nIt fell.",
        ["paragraph It was long.", "caption Figure 1: The bridge from the south.", "paragraph It fell."],
    ),
    "a line of stars": ("It was long.\n\n* * *\n\nIt fell.", ["paragraph It was long.", "paragraph It fell."]),
    "a date under a headline": (
        "Bridge over the river opens after six long years\nTuesday, May 3, 2022\nIt was opened by the mayor.",
        [
            "title Bridge over the river opens after six long years",
            "heading Tuesday, May 3, 2022",
            "paragraph It was opened by the mayor.",
        ],
    ),
    "speech is no heading": (
        "“We built it,”\n\nhe said.",
        ["paragraph “We built it,”", "paragraph he said."],
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_blocks(name: str) -> None:
    text, expected = EXAMPLES[name]
    page = read_text(text)
    got = [f"{block.kind} {page.text[block.span.start : block.span.end]}" for block in page.blocks]
    assert got == expected
    assert len(page.text) == len(text)
