"""*One study found _____*, *a previous cyclone*: which?"""

from __future__ import annotations

import re

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, answer_is_open
from quizgen.selection.words import unquoted

_SOME = re.compile(r"(?:One|Some|Several|Another|Other|Certain|Various|Both|Each) (?!of\b)[a-z]")
_BEFORE = re.compile(
    r"\b(?:an?|the|his|her|its|their) (?:previous|earlier|prior|subsequent|preceding|latter|last) "
    r"(?!\w+ (?:of|to)\b)[a-z]+\b",
    re.I,
)
_NEW = re.compile(r"\ban? (?:recent|new|ongoing) (?:\w+ )?(?:study|poll|survey|report|analysis|paper|research)\b", re.I)
_COUNTED = re.compile(
    r"\b[Tt]he (?:remaining (?:\w+ )?|two |three |four |five |other )[a-z]+s\b"
    r"(?! (?:of|in|at|from|that|who|which|to|between)\b)"
)


def check(candidate: Candidate, context: Context) -> str | None:
    texts = (candidate.item.question, candidate.item.answer if answer_is_open(candidate) else "")
    found = _SOME.match(texts[0]) or next(
        (m for text in map(unquoted, texts) for pattern in (_BEFORE, _NEW, _COUNTED) if (m := pattern.search(text))),
        None,
    )
    return f"'{found.group()}' does not say which" if found else None


FILTER = Filter("some_of_many", check)
