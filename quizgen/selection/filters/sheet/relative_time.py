"""*He had finished twelfth a few days earlier*, *within two years*: counted from a moment that the item leaves out."""

from __future__ import annotations

import re

from quizgen.records import BLANK, Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, answer_is_open, is_question
from quizgen.selection.words import unquoted

_UNITS = r"(?:minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies)|seasons?)"
_NAMED = r"(?! (?:the|an?|his|her|its|their|he|she|it|they|[A-Z]))"
_COUNTED = re.compile(
    rf"\b(?:{_UNITS} (?:earlier|later|before|afterwards?|after)(?= |[,.?]|$){_NAMED}"
    rf"|[Ww]ithin (?:\w+ |{BLANK} ){{1,3}}{_UNITS}(?! (?:of|after)\b)"
    rf"|after (?:about |only |just )?(?:an?|\w+) {_UNITS}(?! (?:of|in|at|on|as)\b)"
    rf"|the (?:rest|remainder|beginning|start|end|middle) of the {_UNITS}(?! (?:of|in|that|which|when)\b)"
    rf"|(?:in|during|for|over|throughout) the (?:decade|century|season)(?! (?:of|in|that|which|when|before|after)\b)"
    r"|(?:at|by|around|before|after) (?:that|this) (?:time|point|date|moment|stage)|by then|since then|until then)"
)


def check(candidate: Candidate, context: Context) -> str | None:
    texts = [unquoted(candidate.item.question)]
    if answer_is_open(candidate) and is_question(candidate) and candidate.answer.type == "time":
        texts.append(candidate.item.answer)
    found = next(filter(None, map(_COUNTED.search, texts)), None)
    return f"'{found.group()}': from when on is not told" if found else None


FILTER = Filter("relative_time", check)
