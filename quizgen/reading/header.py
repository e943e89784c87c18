"""The lines above an article that speak of it: its date and its title.

Known are YAML front matter, ``title: …`` and ``date: …`` lines, and a first line that begins with ``date`` and an
ISO date, with or without the article going on behind it.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

_FRONT_MATTER = re.compile(r"\s*---[ ]*\n(.*?\n)(?:---|\.\.\.)[ ]*(?:\n|$)", re.S)
_LINE = re.compile(r"[ ]*(title|date|link|url|source|author|by|byline)[ ]*:[ ]*([^\n]*)(?:\n|$)", re.I)
_INLINE_DATE = re.compile(r"\s*date:?[ ]+(\d{4}-\d{2}-\d{2})(?!\w)[ ]*\n?", re.I)
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{1,2}:\d{2}\S*(?: [-+]\d{4})?)?$")
_WEEKDAY = re.compile(r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day,?[ ]+", re.I)
_FORMATS = ("%d %B %Y", "%B %d, %Y", "%B %d %Y", "%d %b %Y", "%b %d, %Y", "%Y/%m/%d", "%d.%m.%Y")


@dataclass(frozen=True, slots=True)
class Header:
    title: str = ""
    date: datetime.date | None = None
    link: str = ""
    author: str = ""
    end: int = 0
    """Offset at which the article itself begins."""


def find_header(text: str) -> Header:
    """What stands above the article; ``end`` is 0 when nothing does."""
    matter = _FRONT_MATTER.match(text)
    if matter:
        return _from_fields(_front_fields(matter[1]), matter.end())
    fields, end = _header_lines(text)
    inline = _INLINE_DATE.match(text, end)
    day = parse_date(inline[1]) if inline else None
    if inline and day:
        fields, end = {**fields, "date": inline[1]}, inline.end()
        more, end = _header_lines(text, end)
        fields = {**fields, **more}
    return _from_fields(fields, end)


def dateline(text: str) -> datetime.date | None:
    """The day, where a line is nothing but one: *Friday, May 8, 2009*."""
    return parse_date(_WEEKDAY.sub("", text.strip().rstrip(".")))


def parse_date(text: str) -> datetime.date | None:
    """A calendar day written in ISO form or as *6 October 2021*; None when it is none."""
    iso = _DAY.match(text.strip())
    try:
        if iso:
            return datetime.date.fromisoformat(iso[1])
    except ValueError:
        return None
    for form in _FORMATS if re.search(r"\d", text) else ():
        try:
            return datetime.datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
    return None


def _header_lines(text: str, start: int = 0) -> tuple[dict[str, str], int]:
    """``name: value`` lines from ``start`` on, and where they end.

    They count only where a title or a date with a readable day is among them: an article may begin with *Source: …*.
    """
    fields: dict[str, str] = {}
    end = re.compile(r"\s*").match(text, start).end()  # type: ignore[union-attr]
    while match := _LINE.match(text, end):
        name, value = match[1].lower(), match[2].strip()
        if not value or name in fields or (name == "date" and parse_date(_unquoted(value)) is None):
            break
        fields[name] = value
        end = match.end()
    return (fields, end) if fields.keys() & {"title", "date"} else ({}, start)


def _front_fields(text: str) -> dict[str, str]:
    """The top-level ``name: value`` lines of YAML front matter; anything deeper does not concern us."""
    lines = re.findall(r"^([A-Za-z_]+)[ ]*:[ ]*([^\n]*?)[ ]*$", text, re.M)
    return {name.lower(): value for name, value in reversed(lines)}


def _from_fields(fields: dict[str, str], end: int) -> Header:
    link = next((fields[name] for name in ("link", "url", "source") if "://" in fields.get(name, "")), "")
    date = parse_date(_unquoted(fields.get("date", "")))
    author = next((fields[name] for name in ("author", "by", "byline") if fields.get(name)), "")
    return Header(_unquoted(fields.get("title", "")), date, _unquoted(link), _unquoted(author), end)


def _unquoted(value: str) -> str:
    """A YAML scalar without the quotes around it."""
    pair = len(value) > 1 and value[0] == value[-1] and value[0] in "'\""
    return value[1:-1] if pair else value
