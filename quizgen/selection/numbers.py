"""Numbers, years and dates that look like the right one and are not: *12 days* → *9 days*, *14 days*, *16 days*.

What is varied is one number in the phrase; everything around it stays: units, separators, decimals, ordinals.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

_MONTH = "|".join(MONTHS)
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+")
_DAY = re.compile(rf"(?:(?P<month>{_MONTH}) (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}}) (?:of )?(?P<month2>{_MONTH}))(?!\d)")
_MONTH_YEAR = re.compile(rf"\b(?P<month>{_MONTH})\b(?! \d{{1,2}}(?!\d))")
_YEAR = re.compile(r"(?<![\d,.$€£])(?P<year>1\d{3}|20\d{2})(?![\d%]|,\d|\.\d)")
_DECADE = re.compile(r"\b(?P<decade>1\d|20)(?P<ten>\d)0(?P<s>['’]?s)\b")
_CENTURY = re.compile(r"\b(?P<number>\d{1,2})(?:st|nd|rd|th)(?P<rest>[ -]centur(?:y|ies))")
_WORDS = re.compile(rf"\b(?:{'|'.join((*SMALL[2:], *TENS[1:]))})\b", re.I)


@dataclass(frozen=True, slots=True)
class Shape:
    """The number in a phrase that may vary, and how."""

    kind: str
    """day, month, year, decade, century, weekday, ordinal, word or number."""
    value: float
    start: int
    end: int
    write: Callable[[float], str]

    def put(self, text: str, value: float) -> str:
        """The phrase with another number in the place of this one."""
        return text[: self.start] + self.write(value) + text[self.end :]


def shape(text: str, *, time: bool = False) -> Shape | None:
    """What of a phrase varies; None where it holds no number or several that hang together.

    Args:
        text: an answer: *over 600 people*, *October 16*, *the early 1960s*.
        time: whether the phrase is a time, in which four digits are a year.
    """
    finders = (_decade, _century, _day, _month, _year, _weekday) if time else (_decade, _century)
    found = next((result for finder in finders if (result := finder(text))), None)
    return found or _ordinal(text) or _plain(text) or _word(text)


def vary(text: str, rng: random.Random, *, time: bool = False, latest_year: int | None = None) -> Iterator[str]:
    """Phrases with another number, the most plausible first, without end of the list guaranteed.

    Args:
        rng: decides the order and the steps.
        latest_year: no year after it is offered when the right one lies before it.
    """
    found = shape(text, time=time)
    if found is None:
        return
    seen = {text}
    for value in _values(found, rng, latest_year, text):
        other = found.put(text, value)
        if other not in seen and _grammatical(other):
            seen.add(other)
            yield other


def _grammatical(text: str) -> bool:
    return not re.search(r"(?<![\d.])1 \w+s\b|\bone \w+s\b", text)


# ------------------------------------------------------------------------------------------------ what varies


def _single(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The one match; none where there are two, for they hang together (*from 1801 to 1805*)."""
    matches = list(pattern.finditer(text))
    return matches[0] if len(matches) == 1 else None


def _day(text: str) -> Shape | None:
    match = _single(_DAY, text)
    if not match:
        return None
    group = "day" if match["day"] else "day2"
    return Shape("day", float(match[group]), match.start(group), match.end(group), lambda v: str(int(v)))


def _month(text: str) -> Shape | None:
    match = _single(_MONTH_YEAR, text)
    if not match or (match["month"] == "May" and not re.search(r"\d{4}", text) and text != "May"):
        return None
    return Shape(
        "month", float(MONTHS.index(match["month"])), match.start(), match.end(), lambda v: MONTHS[int(v) % 12]
    )


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
    if not match or re.search(r"\d", text):
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
    words = SMALL if written in SMALL else ("", "ten", *TENS)

    def write(value: float) -> str:
        word = words[max(0, min(int(value), len(words) - 1))]
        return word.capitalize() if match.group()[0].isupper() else word

    return Shape("word", float(words.index(written)), match.start(), match.end(), write)


def ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


# ------------------------------------------------------------------------------------------------ other values


def _values(found: Shape, rng: random.Random, latest_year: int | None, text: str) -> list[float]:
    value = found.value
    if found.kind == "day":
        return _around(value, rng, (1, 2, 3, 5, 7, 9), low=1, high=28)
    if found.kind in ("month", "weekday"):
        return _around(value, rng, (1, 2, 3), low=value - 3, high=value + 3)
    if found.kind == "year":
        steps = (
            (1, 2, 3, 4, 5, 7) if value >= 1900 else (2, 5, 8, 12, 17, 23) if value >= 1500 else (3, 7, 12, 18, 26, 35)
        )
        late = float(latest_year) if latest_year and value <= latest_year else 9999.0
        return _around(value, rng, steps, low=1, high=late)
    if found.kind in ("decade", "century"):
        late = 21.0 if found.kind == "century" and value <= 21 else latest_year // 10 if latest_year else 9999.0
        return _around(value, rng, (1, 2, 3), low=1, high=late)
    if found.kind == "ordinal":
        return _around(value, rng, (1, 2, 3), low=0, high=9)
    if found.kind == "word":
        small = SMALL[int(min(value, 20))] in text.lower()
        return _around(value, rng, (1, 2, 3, 4), low=2, high=len(SMALL) - 1 if small else len(TENS) + 1)
    return _numbers(value, text, rng)


def _around(value: float, rng: random.Random, steps: tuple[int, ...], *, low: float, high: float) -> list[float]:
    """Values some steps below and above. How many of the first three lie below is drawn, so that the right one is
    not always in the middle."""
    gaps = sorted(rng.sample(steps, min(len(steps), 3)))
    below = [value - gap for gap in gaps if value - gap >= low]
    above = [value + gap for gap in gaps if value + gap <= high]
    under = rng.randint(0, 3)
    first = below[:under] + above[: 3 - under]
    rest = sorted((v for v in (*below, *above) if v not in first), key=lambda v: abs(v - value))
    more = [value + sign * gap for gap in steps for sign in (-1, 1)]
    return [*first, *rest, *(v for v in more if low <= v <= high)]


def _numbers(value: float, text: str, rng: random.Random) -> list[float]:
    """Of the same magnitude and as round as the right one: 600 → 400, 500, 800; 1.9 → 1.6, 2.1."""
    written = f"{value:.10f}".rstrip("0").rstrip(".")
    decimals = len(written.partition(".")[2])
    grain = 10.0**-decimals if decimals else float(10 ** (len(written) - len(written.rstrip("0")))) if value else 1.0
    units = round(value / grain)
    percent = bool(re.search(r"%|per ?cent", text)) and value <= 100
    if units <= 12:
        steps: tuple[int, ...] = (1, 2, 3, 4)
    elif units <= 120:
        steps = (2, 3, 4, 5, 7, 9)
    else:
        steps = tuple(sorted({max(1, round(units * share)) for share in (0.08, 0.13, 0.2, 0.27, 0.35)}))
    least = 2.0 if grain == 1 else grain
    return _around_in(value, grain, rng, steps, low=least, high=100 - grain if percent else float("inf"))


def _around_in(
    value: float, grain: float, rng: random.Random, steps: tuple[int, ...], *, low: float, high: float
) -> list[float]:
    """As ``_around`` with steps of ``grain``."""
    units = _around(round(value / grain), rng, steps, low=low / grain, high=high / grain)
    return [round(unit * grain, 10) for unit in units]
