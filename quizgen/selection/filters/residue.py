"""What a web page leaves in its text: footnote marks, links, markup."""

from __future__ import annotations

import re

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter

PATTERN = re.compile(
    r"\[(?:\d+|[a-z]|note \d+|[\w ]+ needed|edit|\?|\.\.\.|…|sic)\]"
    r"|https?://|\bwww\.|[\w.]+@\w+\.\w+"
    r"|[|^†‡¶]|\*\*|</?\w+>|={2,}|#{2,}"
    r"|(?-i:(?<!\w)[a-z]{4,}[.,]?\d{1,3}(?![\w.°%]))",
    re.I,
)
_TRACES = re.compile(r"[\[/@|^†‡¶*<=#]|[Ww]{3}|[a-z][.,]?\d")
"""Without one of these the pattern cannot match."""


def check(candidate: Candidate, context: Context) -> str | None:
    for text in (candidate.item.question, candidate.item.answer):
        found = PATTERN.search(text) if _TRACES.search(text) else None
        if found:
            return f"'{found.group()}' is left over from the page"
    return None


FILTER = Filter("residue", check)
