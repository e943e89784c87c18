"""Times that tell no time: *the past*, *by the end*, *during the rare times*."""

from __future__ import annotations

import re

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, answer_is_open, is_question
from quizgen.selection.numbers import MONTHS, ORDINALS, SMALL, TENS, WEEKDAYS
from quizgen.selection.words import lower

_TELLS = frozenset(
    word.casefold()
    for word in (
        *MONTHS, *WEEKDAYS, *SMALL, *TENS, *ORDINALS, "half", "dozen", "hundred", "hundreds", "thousand", "thousands",
        "million", "millions", "decade", "century", "year", "month", "week", "day", "hour", "night", "midnight", "noon",
        "spring", "summer", "autumn", "winter", "christmas", "easter", "dawn", "dusk", "childhood", "birth", "death",
        "war", "annually", "daily", "weekly", "monthly", "yearly",
    )
)  # fmt: skip
_LOOSE = re.compile(
    r"^(?:(?:in|on|at|by|for|during|until|since|over|through|within|after|before|from|around|about) )?(?:(?:the|"
    r"its|their|his|her) )?"
    r"(?:rare |early |late |recent |coming |long |short |same |good |past |following |next |other |many |"
    r"several |few |some )*"
    r"(?:past|future|present|end|beginning|start|middle|time|times|centuries|years?|days?|weeks?|months?|hours?|minutes?|"
    r"decades?|century|period|era|age|moment|while|night|morning|afternoon|evening|season|stage|point)"
    r"(?: of the (?:year|month|week|day|century|decade|season|period|war))?$"
)


def check(candidate: Candidate, context: Context) -> str | None:
    if not answer_is_open(candidate) or candidate.answer.type != "time":
        return None
    answer = candidate.item.answer
    words = lower(answer)
    if (
        _LOOSE.match(" ".join(words))
        or words[:2] in (("time", "for"), ("time", "to"))
        or re.search(r", an? \w+$", answer)
    ):
        return f"'{answer}' tells no time that could be written down"
    if re.search(r"\d", answer) or set(words) & _TELLS or any(w[0].isupper() for w in answer.split()) or len(words) > 3:
        return _frame(candidate)
    return f"'{answer}' tells no time that could be written down"


def _frame(candidate: Candidate) -> str | None:
    """*When … ? – the age of four months*, *When … BC? – the 7th century*: a piece is on the wrong side."""
    if is_question(candidate) and candidate.item.answer.casefold().startswith("the age of"):
        return "an age is asked for as if it were a date"
    if re.search(r"(?<!\d )\b(?:BC|BCE|AD|CE)\?$", candidate.item.question):
        return "the era stands in the question, away from its date"
    return None


FILTER = Filter("loose_time", check)
