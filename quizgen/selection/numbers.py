"""The number in a phrase: what of *over 600 people*, *the early 1960s*, *the second verse* may be another one.

What varies is one number in the phrase; everything around it stays: units, separators, decimals, ordinals.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from quizgen.selection.dates import MONTHS, ordinal

__all__ = ["MONTHS", "ORDINALS", "SMALL", "TENS", "WEEKDAYS", "Shape", "shape"]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+")
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b")
_YEAR = re.compile(rf"\b(?P<month>{_MONTH})\b(?! \d{{1,2}}(?!\d))")
_YEAR = re.compile(r"(?<![\d,.$€£])(?P<year>1\d{3}|20\d{2})(?![\d%]|,\d|\.\d)")
_DECADE = re.compile(r"\b(?P<decade>1\d|20)(?P<ten>\d)0(?P<s>['’]?s)\b")
_CENTURY = re.compile(r"\b(?P<number>\d{1,2})(?:st|nd|rd|th)(?P<rest>[ -]centur(?:y|ies))")
_CLOSED = re.compile(r"\s+(?:half|halves|world war|quarters?|thirds?|place|time|person)\b", re.I)
"""Behind an ordinal: there is no third half, a third world war is no mistake that anybody makes."""
_WORDS = re.compile(rf"\b(?:{'|'.join((*SMALL[2:], *TENS[1:]))})\b", re.I)


@dataclass(frozen=True, slots=True)
class Shape:
    """The number in a phrase that may vary, and how."""

    kind: str
    """year, decade, century, weekday, ordinal, word, tens or number."""
    value: float
    """Of weekdays and ordinals the position in their list, else the number itself; decades are counted in tens."""
    start: int
    end: int
    write: Callable[[float], str]

    def put(self, text: str, value: float) -> str:
        """The phrase with another number in the place of this one."""
        return text[: self.start] + self.write(value) + text[self.end :]

    def frame(self, text: str) -> str:
        """What stands around the number: it must be the same in all options."""
        return f"{text[: self.start]}#{text[self.end :]}".casefold()

    def decimals(self, text: str) -> int:
        return len(text[self.start : self.end].partition(".")[2])


@lru_cache(maxsize=2048)
def shape(text: str, *, time: bool = False) -> Shape | None:
    """What of a phrase varies; None where it holds no number or several that hang together, and for dates with a month.

    Args:
        text: an answer: *over 600 people*, *the early 1960s*.
        time: whether the phrase is a time, in which four digits are a year.
    """
    if time and _MONTH.search(text):
        return None
    finders = (_decade, _century, _year, _weekday) if time else (_decade, _century)
    found = next((result for finder in finders if (result := finder(text))), None)
    return found or _ordinal(text) or _plain(text) or _word(text)


# ------------------------------------------------------------------------------------------------ what varies


def _single(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The one match; none where there are two, for they hang together (*from 1801 to 1805*)."""
    matches = list(pattern.finditer(text))
    return matches[0] if len(matches) == 1 else None


def _year(text: str) -> Shape | None:
    match = _single(_YEAR, text)
    if not match or len(_NUMBER.findall(text)) > 1:
        return None
    return Shape("year", float(match["year"]), match.start(), match.end(), lambda v: str(int(v)))


def _decade(text: str) -> Shape | None:
    match = _single(_DECADE, text)
    if not match or len(_NUMBER.findall(text)) > 1:
        return None
    value = float(match["decade"] + match["ten"])
    return Shape("decade", value, match.start(), match.end(), lambda v: f"{int(v)}0{match['s']}")


def _century(text: str) -> Shape | None:
    match = _single(_CENTURY, text)
    if not match or len(_NUMBER.findall(text)) > 1:
        return None
    return Shape(
        "century", float(match["number"]), match.start("number"), match.start("rest"), lambda v: ordinal(int(v))
    )


def _weekday(text: str) -> Shape | None:
    match = _single(re.compile("|".join(WEEKDAYS)), text)
    if not match or re.search(r"\d", text):
        return None
    return Shape(
        "weekday", float(WEEKDAYS.index(match.group())), match.start(), match.end(), lambda v: WEEKDAYS[int(v) % 7]
    )


def _ordinal(text: str) -> Shape | None:
    match = _single(re.compile(rf"\b(?:{'|'.join(ORDINALS)})\b"), text)
    if not match or re.search(r"\d", text) or _CLOSED.match(text[match.end() :]):
        return None
    return Shape(
        "ordinal", float(ORDINALS.index(match.group())), match.start(), match.end(), lambda v: ORDINALS[int(v) % 10]
    )


def _plain(text: str) -> Shape | None:
    match = _single(_NUMBER, text)
    if not match:
        return None
    if re.match(r"st|nd|rd|th", text[match.end() :]):
        return Shape("century", float(match.group()), match.start(), match.end() + 2, lambda v: ordinal(int(v)))
    written = match.group()
    decimals = len(written.partition(".")[2])
    separated = "," in written

    def write(value: float) -> str:
        return (
            f"{value:,.{decimals}f}"
            if separated or value >= 10_000 > float(written.replace(",", ""))
            else f"{value:.{decimals}f}"
        )

    return Shape("number", float(written.replace(",", "")), match.start(), match.end(), write)


def _word(text: str) -> Shape | None:
    match = _single(_WORDS, text)
    if not match or re.search(r"\d", text):
        return None
    written = match.group().lower()
    small = written in SMALL

    def write(value: float) -> str:
        word = SMALL[int(value)] if small else TENS[int(value) // 10 - 2]
        return word.capitalize() if match.group()[0].isupper() else word

    value = SMALL.index(written) if small else 10 * TENS.index(written) + 20
    return Shape("word" if small else "tens", float(value), match.start(), match.end(), write)
