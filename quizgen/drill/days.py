"""Days and times of day, as people write them: *October 16*, *16th of Oct. 2021*, *2021-10-16*, *5.30 pm*."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizgen.drill.numerals import DAY_ORDINALS
from quizgen.drill.wordlists import words

MONTHS = words("january february march april may june july august september october november december")
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")


@dataclass(frozen=True, slots=True)
class Day:
    """A day or a month of a year, as far as it was said. 0 or empty: not said."""

    year: int = 0
    month: int = 0
    day: int = 0
    weekday: str = ""

    @property
    def key(self) -> str:
        return f"{self.year:04}-{self.month:02}-{self.day:02}{self.weekday}"

    def __str__(self) -> str:
        written = f"{MONTHS[self.month - 1].capitalize()} {self.day or ''}".strip()
        return f"{written}{',' if self.day else ''} {self.year}" if self.year else written


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in minutes after midnight. ``sure``: it was said which half of the day."""

    minutes: int
    sure: bool = True

    @property
    def key(self) -> str:
        return f"{self.minutes}min{'' if self.sure else '?'}"

    def __str__(self) -> str:
        return f"{self.minutes // 60}:{self.minutes % 60:02}"


_MONTH = r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|" \
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"  # fmt: skip
_WEEKDAY = r"(?:(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,? )?"
_DAY = rf"(?P<day>\d{{1,2}}(?:st|nd|rd|th)?\b(?!,\d|[.:/]\d)|{'|'.join(sorted(DAY_ORDINALS, key=len, reverse=True))})"
_YEAR = r"(?:,? (?:of )?(?P<year>\d{4})(?![\d,]))?"
_PATTERNS = (
    re.compile(rf"{_WEEKDAY}(?:the )?{_DAY}(?: of)?[ -]{_MONTH}(?:-(?P<year2>\d{{4}})|{_YEAR})"),
    re.compile(rf"{_WEEKDAY}{_MONTH}[ -](?:the )?{_DAY}{_YEAR}"),
    re.compile(rf"{_MONTH},? (?:of )?(?P<year>\d{{4}})(?![\d,])"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)"),
)
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?(?![\d%])")
_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))? ?(?P<half>am|pm)\b|(?P<h>\d{1,2}):(?P<m>[0-5]\d)(?!\d)"
)
_NAMED_TIME = re.compile(r"(?:12 )?(noon|midday|midnight)\b")
_NAMED_TIMES = {"noon": 720, "midday": 720, "midnight": 0}


def scan_day(text: str, start: int) -> tuple[Day, int] | None:
    """The date that begins at ``start`` of a folded text, and where it ends; None where none is."""
    if start and text[start - 1].isalnum():
        return None
    for pattern in _PATTERNS:
        match = pattern.match(text, start)
        day = _day(match.groupdict()) if match else None
        if match and day:
            return day, match.end()
    return None


def _day(parts: dict[str, str | None]) -> Day | None:
    month = parts["month"] or ""
    number = int(month) if month.isdigit() else _month(month)
    written = parts.get("day") or "0"
    day = DAY_ORDINALS.get(written) or int(re.sub(r"\D", "", written) or 0)
    year = int(parts.get("year") or parts.get("year2") or 0)
    weekday = next((w for w in WEEKDAYS if w[:3] == (parts.get("weekday") or "")[:3]), "")
    return (
        Day(year, number, day, weekday) if 1 <= number <= 12 and day <= 31 and (day or not parts.get("day")) else None
    )


def _month(name: str) -> int:
    return next(i for i, month in enumerate(MONTHS, 1) if month[:3] == name[:3])


def numeric_readings(text: str) -> tuple[Day, ...]:
    """What a date in digits may mean: *10-16* only October 16, *5/10* October 5 or May 10. Empty: it is none."""
    match = _NUMERIC.fullmatch(text)
    if not match:
        return ()
    first, second, year = int(match[1]), int(match[3]), int(match[4] or 0)
    pairs = dict.fromkeys(((first, second), (second, first)))
    return tuple(Day(year, month, day) for month, day in pairs if 1 <= month <= 12 and 1 <= day <= 31)


def scan_time(text: str, start: int) -> tuple[Clock, int] | None:
    """The time of day that begins at ``start`` of a folded text, and where it ends; None where none is."""
    if start and text[start - 1].isalnum():
        return None
    word = _NAMED_TIME.match(text, start)
    if word:
        return Clock(_NAMED_TIMES[word[1]]), word.end()
    match = _TIME.match(text, start)
    if not match:
        return None
    hour, minute = int(match["hour"] or match["h"]), int(match["minute"] or match["m"] or 0)
    if (match["half"] and not 1 <= hour <= 12) or hour > 23:
        return None
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "pm" else 0)
    return Clock(hour * 60 + minute, bool(match["half"]) or hour > 12), match.end()
