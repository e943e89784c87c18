"""Feeds (RSS and Atom) by feedparser: each entry an article, as long as the feed gives its text."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from quizgen.errors import ReadingError
from quizgen.reading.clean import clean, one_line
from quizgen.reading.content import Content
from quizgen.reading.html import read_whole
from quizgen.reading.page import Page
from quizgen.records import replace


def read_feed(content: Content) -> Iterator[Page]:
    """The entries in the order of the feed. Raises ReadingError for what is no feed."""
    import feedparser

    try:
        found: Any = feedparser.parse(content.raw, sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # whatever its fallback parser ends in
        raise _no_feed(content) from error
    if not found.entries and (found.bozo or not found.get("version")):
        raise _no_feed(content)
    for entry in found.entries:
        title = one_line(_plain(entry.get("title", "")))
        page = read_whole(f"<div>{clean(_body(entry))}</div>", title)
        yield replace(
            page,
            date=_day(entry),
            link=entry.get("link", ""),
            author=one_line(entry.get("author", "")),
            language=found.feed.get("language", ""),
        )


def _body(entry: Any) -> str:
    """The whole text where the feed gives it, else the summary."""
    whole = max((one.get("value", "") for one in entry.get("content", ())), key=len, default="")
    summary = entry.get("summary", "")
    return str(max(whole, summary, key=len))


def _plain(markup: str) -> str:
    return read_whole(f"<p>{clean(markup)}</p>").text if "<" in markup else markup


def _day(entry: Any) -> datetime.date | None:
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        return datetime.date(*moment[:3]) if moment else None
    except ValueError:
        return None


def _no_feed(content: Content) -> ReadingError:
    return ReadingError("This is no feed (RSS or Atom).", path=content.name, hint="Name the page of an article.")
