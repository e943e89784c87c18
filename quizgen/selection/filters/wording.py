"""Questions about how the article puts it, not about what it says."""

from __future__ import annotations

import re

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter
from quizgen.selection.words import runs

_ABOUT_THE_TEXT = re.compile(
    r"\b(?:this|the|that) (?:article|text|passage|author|writer|sentence|paragraph|chapter|section|figure|table|video|"
    r"image|photo|caption|page|link|example|exercise|learning objective)s?\b(?! of\b)"
    r"|\b(?:figure|table|chapter|section|appendix) \d"
    r"|\bsee (?:also\b|(?-i:[A-Z(]))|\b(?:cf\.|e\.g\.|i\.e\.|viz\.|ibid|et al)(?!\w)",
    re.I,
)

_NOUNS = frozenset(
    "article text passage author writer sentence paragraph chapter section figure table video image photo caption page "
    "link example exercise objective appendix".split()
)
_TRIGGERS = _NOUNS | {f"{noun}s" for noun in _NOUNS} | {"see", "cf", "e", "viz", "ibid", "al"}
"""Without one of these words the pattern cannot match."""


def check(candidate: Candidate, context: Context) -> str | None:
    for text in (candidate.item.question, candidate.item.answer):
        found = None if _TRIGGERS.isdisjoint(runs(text)) else _ABOUT_THE_TEXT.search(text)
        if found:
            return f"'{found.group()}' speaks of the text"
    return None


FILTER = Filter("wording", check)
