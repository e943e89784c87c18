"""Blanks in what stands in brackets: marks of footnotes, names of languages, dates of a source, initials told before.

*a test technique [_____]*, *Isfahan (_____: اصفهان)*, *(_____, 2000: 103)*: nobody learns such things.
"""

from __future__ import annotations

import re

from quizgen.analysis.names import PEOPLES
from quizgen.records import BLANK, Candidate, ItemType
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter
from quizgen.text import count_words

_IN_SQUARE = re.compile(rf"\[[^\]]*{BLANK}[^\]]*\]")
_OPENS = re.compile(rf"\([^()]*{BLANK}: |[(/]\s*{BLANK}\s*(?:[):;,/]|$)")
_PRONOUNCED = re.compile(r"[/\[][^/\]\s]*[ˈˌəɪʊɔɛæθðʃʒŋɑːʁ][^/\]]*[/\]]")
_NOTHING_BEFORE = re.compile(r"(?:^|\b(?:what|who|is|was|are|were) )\(", re.I)
_CITED = re.compile(rf"\((?:[^()]*; ?)?[A-Z][^()]*,? (?:{BLANK}|\d{{4}}[^()]*{BLANK})|^\[\d")
"""*(Martínez Fernández, _____)*, *[21, 22]*: where it is printed, and no fact of the article."""
_LIFE = re.compile(r"\(.*\d.*[–-].*\d.*\)$")
"""*(1771 – 1806)* behind a name: nobody can tell what the blank wants."""
_LANGUAGE = re.compile(
    rf"\b(?:{'|'.join(sorted(name.title() for name in PEOPLES))}|Latin|Arabic|Hebrew|Persian)(?: \w+)?: "
)
"""*Spanish: Selva Amazónica*, *German pronunciation: [bɛʁˈnʊli]*"""
_OTHER_SCRIPT = re.compile(r"\([^)]*[\u0370-\u1fff\u2e80-\uffff][^)]*\)")
"""A name in letters that the reader of an English quiz cannot say."""


def check(candidate: Candidate, context: Context) -> str | None:
    question = candidate.item.question
    told = count_words(candidate.item.answer) > 1 and not candidate.item.answer.isupper()  # *Amy Pond (_____)*
    aside = _IN_SQUARE.search(question) or (_OPENS.search(question) and not told)
    if candidate.item.type is ItemType.CLOZE and (aside or _LIFE.match(candidate.item.answer)):
        return "the blank is in a remark in brackets"
    cited = _CITED.search(question) if candidate.answer.type in ("time", "number", "") else None
    if candidate.item.type is ItemType.CLOZE and (cited or _CITED.match(candidate.item.answer)):
        return "the blank is in a reference"
    if _NOTHING_BEFORE.search(question):
        return "there is nothing before the brackets that they are a remark on"
    if any(pattern.search(question) for pattern in (_PRONOUNCED, _OTHER_SCRIPT, _LANGUAGE)):
        return "a remark on how a name is said or written is left in"
    return None


FILTER = Filter("bracketed", check)
