"""Dates as text: how they are written in a question, their normal form, and time words that point from nowhere.

The normal form follows the Extended Date/Time Format (EDTF, ISO 8601-2): ``1815-10-16``, ``1815-10``, ``1815``,
``181X`` for a decade, ``18XX`` for a century, ``1969-22`` for a season (21 spring, 22 summer, 23 autumn, 24 winter),
``1815/1820`` for a range, ``--10-16`` and ``--10`` where the year is not said. Years before Christ have a minus and
keep their number (``-0594`` is 594 BC).
"""

from __future__ import annotations

import datetime
import re

from quizgen.analysis.lexicon import MONTHS

_ABBREVIATED = r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
MONTH = "(?:" + "|".join(MONTHS) + ")"
NUMBER = r"\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}

_POINTERS = r"""
    now|nowadays|today|tonight|yesterday|tomorrow|currently|recently|lately|presently|soon|just|ago|
    so\ far|to\ date|at\ present|at\ the\ moment|at\ the\ time|at\ that\ time|at\ this\ time|right\ away|
    these\ days|those\ days|
    in\ those\ days|then|since\ then|until\ then|by\ then|before\ then|later|earlier|afterwards?|thereafter|meanwhile|
    in\ the\ meantime|in\ the\ (?:near\ )?future|
    (?:that|this|these|those|last|next|past|coming|following|previous|same|recent|current|preceding|subsequent)\s+
    (?:few\s+|several\s+|couple\s+of\s+|\w+\s+)?
    (?:minute|hour|day|night|morning|afternoon|evening|weekend|week|month|season|semester|quarter|year|decade|century|
    spring|summer|autumn|fall|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|
    april|may|june|july|august|september|october|november|december|time|period|moment|era|age)s?|
    (?:minute|hour|day|night|week|month|year|decade|centurie|century|moment)s?\s+(?:later|earlier|before|after)|
    monday|tuesday|wednesday|thursday|friday|saturday|sunday"""
DEICTIC = re.compile(rf"\b(?:{_POINTERS})\b", re.IGNORECASE | re.VERBOSE)
_TRIGGER = frozenset(
    """
    now nowadays today tonight yesterday tomorrow currently recently lately presently soon just ago far date present
    moment time away days then later earlier afterward afterwards thereafter meanwhile future minute hour day night
    morning afternoon evening weekend week month season semester quarter year decade century spring summer autumn fall
    winter monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december period era age centurie
    """.split()
)
_TRIGGERS = _TRIGGER | {f"{word}s" for word in _TRIGGER}
"""Without one of these words ``DEICTIC`` cannot match."""
_WORD = re.compile(r"\w+")
HARMLESS = re.compile(
    r"\b(?:(?:millions|thousands|hundreds|billions|tens|some|many|long) (?:of (?:\w+ )?)?(?:years )?ago|"
    r"what (?:is|are) now|(?:was|were|is|are|had been|would) later|later (?=\w+ed\b)|until (?:now|today)|"
    r"(?:is|are) (?:now|today|currently))\b"
)
"""Time words that mean as much without the article as with it."""
_ABSOLUTE = re.compile(r"\b\d{3,4}s?\b|\bcentur(?:y|ies)\b.*\b(?:bc|ad|bce|ce)\b", re.IGNORECASE)


def is_deictic(text: str) -> bool:
    """Whether a time phrase means something only from the day of writing or from the sentence before it.

    *last year*, *three days ago*, *Tuesday*, *now*, *the following month*; but not *October 16, 1815*, nor a
    weekday with its date and year.
    """
    words = _WORD.findall(text.casefold())
    if "ago" in words:
        return True
    if _TRIGGERS.isdisjoint(words):
        return False
    return bool(DEICTIC.search(text)) and not _ABSOLUTE.search(text)


_MONTH_NUMBERS = {month[:size]: i for i, month in enumerate(MONTHS, 1) for size in range(3, len(month) + 1)}


def month_number(name: str) -> int:
    """1 to 12 for a month, also abbreviated; 0 for anything else."""
    return _MONTH_NUMBERS.get(name.casefold().rstrip("."), 0)


def small_number(text: str) -> int:
    """A number in digits or in words up to twelve, *a* being one; 0 for anything else."""
    low = text.casefold()
    if low.isdigit():
        return int(low)
    return 1 if low in ("a", "an") else _SMALL.index(low) if low in _SMALL else 0


def write_day(day: datetime.date) -> str:
    return f"{MONTHS[day.month - 1].capitalize()} {day.day}, {day.year}"


def write_month(day: datetime.date) -> str:
    return f"{MONTHS[day.month - 1].capitalize()} {day.year}"


_SEASON = re.compile(r"-(2[1-4])$")
_M = rf"(?P<month>{MONTH}|(?:{_ABBREVIATED})\.?)"
_D = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_Y = r"(?P<year>\d{1,4})(?P<era>\s*(?:b\.?c\.?(?:e\.?)?|a\.?d\.?|c\.?e\.?))?"
_LEAD = (
    r"(?:(?:in|on|by|since|until|around|about|circa|c\.|ca\.|early|late|mid-?|the|year|month|of|"
    r"early\ in|late\ in|morning|afternoon|evening|night|a\.?d\.?|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)\s+)*"
)
_FORMS = tuple(
    re.compile(rf"{_LEAD}{form}\.?$", re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)",
        rf"{_M}\s+{_D}(?:\s*,\s*|\s+){_Y}",
        rf"{_D}\s+(?:of\s+)?{_M},?\s+{_Y}",
        rf"{_M},?\s+(?:of\s+)?(?P<year>\d{{4}})(?P<era>)",
        rf"{_M}\s+{_D}",
        rf"{_D}\s+(?:of\s+)?{_M}",
        rf"(?P<season>{'|'.join(_SEASONS)})(?:\s+of)?,?\s+(?P<year>\d{{4}})",
        r"(?P<decade>\d{3})0['’]?s",
        r"(?P<century>\d{1,2})(?:st|nd|rd|th)[\s-]+century(?P<era>\s*(?:b\.?c\.?(?:e\.?)?|a\.?d\.?|c\.?e\.?))?",
        _M,
        _Y,
    )
)
_RANGE = re.compile(
    r"(?:from\s+|between\s+)?(?P<first>.+?)\s*(?:–|—|\bto\b|\band\b|\buntil\b|(?<=\d)-(?=\d{4}))\s*(?P<last>.+)$",
    re.IGNORECASE,
)


def normalise(text: str) -> str:
    """The normal form of an absolute date (see the module); empty when the text is none."""
    clean = " ".join(text.split()).strip(" ,.;()")
    value = _single(clean)
    if value:
        return value
    match = _RANGE.match(clean)
    if not match:
        return ""
    last = _single(match["last"])
    first = _single(match["first"]) or (_single(f"{match['first']} {last[:4]}") if last else "")
    return f"{_with_year(first, last)}/{last}" if first and last else ""


def sort_key(value: str) -> tuple[int, int, int]:
    """Orders normal forms in time by their beginning: year, month, day; a part that is not said is 0."""
    first = value.split("/")[0]
    if first.startswith("--"):
        parts = [0, *map(int, first[2:].split("-"))]
    else:
        sign = -1 if first.startswith("-") else 1
        parts = [int(part) for part in first.lstrip("-").replace("X", "0").split("-")]
        parts[0] *= sign
    if len(parts) > 1 and parts[1] > 12:
        parts[1] = 3 * (parts[1] - 20)  # spring before June, winter at the end of the year
    return (*parts, 0, 0)[:3]  # type: ignore[return-value]


def bounds(value: str) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """The first and the last day that a normal form may mean, each as year, month, day.

    A winter may be the one at the beginning of its year or the one at the end.
    """
    first, _, last = value.partition("/")
    return _bound(first, "0", 1), _bound(last or first, "9", 12)


def _bound(value: str, digit: str, month: int) -> tuple[int, int, int]:
    day = 1 if month == 1 else 31
    filled = value.replace("X", ("9" if digit == "0" else "0") if value.startswith("-") else digit)
    year, known, dated = sort_key(filled)
    season = _SEASON.search(value)
    if season:
        begins = 3 * (int(season[1]) - 20)
        if begins == 12:
            return (year, 1, 1) if month == 1 else (year + 1, 3, 31)
        return (year, begins if month == 1 else begins + 3, day)
    return (year, known or month, dated or day)


def _with_year(first: str, last: str) -> str:
    """*October 3* of *October 3 to October 5, 1815* has the year of the last."""
    return last[:4] + first[1:] if first.startswith("--") and last[:1].isdigit() else first


def _single(text: str) -> str:
    for form in _FORMS:
        match = form.match(text)
        if match:
            return _value({k: v for k, v in match.groupdict().items() if v})
    return ""


def _value(part: dict[str, str]) -> str:
    before_christ = part.get("era", "").strip().casefold().startswith("b")
    if "century" in part:
        return f"{'-' if before_christ else ''}{int(part['century']) - 1:02d}XX"
    if "decade" in part:
        return f"{part['decade']}X"
    year = f"{'-' if before_christ else ''}{int(part['year']):04d}" if "year" in part else "-"
    if "year" in part and not _plausible_year(part):
        return ""
    if "season" in part:
        return f"{year}-{_SEASONS[part['season'].casefold()]}"
    if "month" not in part:
        return year if "year" in part else ""
    month = int(part["month"]) if part["month"].isdigit() else month_number(part["month"])
    day = int(part.get("day", "0"))
    if not 1 <= month <= 12 or day > 31:
        return ""
    return f"{year}-{month:02d}-{day:02d}" if day else f"{year}-{month:02d}"


def _plausible_year(part: dict[str, str]) -> bool:
    """A bare number is a year only with four digits, an era or a month."""
    return len(part["year"]) == 4 or bool(part.get("era", "").strip()) or "month" in part
