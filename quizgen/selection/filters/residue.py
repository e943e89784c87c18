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
_MARKS = frozenset("[/@|^†‡¶*<=#")
_GLUED = re.compile(r"[a-z][.,]?\d")


def _has_traces(text: str) -> bool:
    """Without one of these the pattern cannot match."""
    return not _MARKS.isdisjoint(text) or bool(_GLUED.search(text)) or "www" in text.casefold()


_INITIALS = re.compile(r"(?:\b[A-Z]\. )+[A-Z]\.(?! ?[A-Z“\"_])")
"""*G. W. F.'s profession*: the name that they stand before was lost."""


def check(candidate: Candidate, context: Context) -> str | None:
    for text in (candidate.item.question, candidate.item.answer):
        found = (PATTERN.search(text) if _has_traces(text) else None) or _INITIALS.search(text)
        if found:
            return f"'{found.group()}' is left over from the page"
    return None


FILTER = Filter("residue", check)
