"""Time words that point from the day of the article, turned into the calendar; and dates in a normal form.

``resolve`` gives a text that replaces the characters of its span, to the letter. Where a preposition stands before
the span (*on Tuesday*, *since last year*) it stays outside and the text is the bare date: *October 5, 2021*, *2020*.
Where none stands there (*said Tuesday*, *announced last year*) the text brings its own: *on October 5, 2021*,
*in 2020*.

Only safe readings are given: nothing in direct speech (the day of speaking is not known), no *last week* (weeks begin
on different days), no round numbers of years (*twenty years ago*), no weekday without a finite verb that says whether
it is past or to come.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Sequence

from quizgen.analysis.calendar_text import (
    DEICTIC,
    MONTH,
    NUMBER,
    is_deictic,
    month_number,
    normalise,
    small_number,
    sort_key,
    write_day,
    write_month,
)
from quizgen.analysis.lexicon import WEEKDAYS
from quizgen.analysis.quotes import in_speech, speech
from quizgen.records import Document, Sentence, Span, Token

__all__ = ["DEICTIC", "is_deictic", "normalise", "resolve", "sort_key"]

Reading = tuple[str, str]
"""The calendar text and the preposition that it needs when none stands before it."""
Reader = Callable[[re.Match[str], datetime.date, str], "Reading | None"]
"""From a match, the article's date and the tense of the verb (past, future, pres or empty) to a reading."""

_PREPOSITION = re.compile(
    r"\b(?:on|in|at|of|by|since|until|till|before|after|from|to|for|during|between|and|or|than|through|throughout|within|"
    r"over|past|as)\s+$",
    re.IGNORECASE,
)
_HEDGES = re.compile(
    r"\b(?:about|around|nearly|almost|over|than|some|roughly|approximately|least|every|each|the)\s+$", re.IGNORECASE
)
_DAYPART = r"(?:\s+(?P<part>morning|afternoon|evening|night))?"


def resolve(document: Document, sentences: Sequence[Sentence]) -> tuple[tuple[Span, str], ...]:
    """Time expressions with their calendar text, in order of the text; nothing when the article has no date."""
    if document.date is None:
        return ()
    spoken = speech(document, sentences)
    found: list[tuple[Span, str]] = []
    for sentence in sentences:
        for span, text in _in_sentence(sentence, document.date):
            if not in_speech(spoken, span.start):
                found.append((span, text))
    return tuple(sorted(found))


def _in_sentence(sentence: Sentence, date: datetime.date) -> Iterator[tuple[Span, str]]:
    taken: list[Span] = []
    for pattern, read in _READERS:
        for match in pattern.finditer(sentence.text):
            span = Span(sentence.start + match.start(), sentence.start + match.end())
            if any(span.overlaps(other) for other in taken) or not _free(sentence.text, match):
                continue
            taken.append(span)
            reading = read(match, date, _tense(sentence, span))
            if reading:
                text, preposition = reading
                yield span, text if _has_preposition(sentence.text, match) else f"{preposition} {text}"


def _free(text: str, match: re.Match[str]) -> bool:
    """No possessive or compound (*last year's*, *Tuesday-night*), no hedge or quantifier before it."""
    after = text[match.end() : match.end() + 3]
    if re.match(r"['’]s?\b|-\w|\w", after) or text[: match.start()].endswith("-"):
        return False
    return not _HEDGES.search(text[: match.start()])


def _has_preposition(text: str, match: re.Match[str]) -> bool:
    return bool(_PREPOSITION.search(text[: match.start()]))


def _tense(sentence: Sentence, span: Span) -> str:
    """past, future or pres of the clause around the span; empty when no finite verb says so."""
    inside = [t for t in sentence.tokens if span.start <= t.start < span.end]
    if not inside:
        return ""
    for token in (inside[-1], *sentence.ancestors(inside[-1])):
        found = _verb_tense(sentence, token)
        if found:
            return found
    return ""


def _verb_tense(sentence: Sentence, token: Token) -> str:
    group = (*sentence.children(token, "aux", "aux:pass", "cop"), token)
    if any(t.lemma in ("will", "shall", "'ll") or t.form.casefold() in ("will", "'ll", "’ll", "wo") for t in group):
        return "future"
    finite = next((t for t in group if t.xpos in ("VBD", "VBZ", "VBP", "MD")), None)
    if finite is None:
        return "past" if token.xpos == "VBN" and token.relation == "acl" else ""
    if finite.xpos == "MD":
        return "pres"
    if finite.xpos == "VBD" or (finite.lemma == "have" and finite is not token):
        return "past"
    plan = token.lemma in ("set", "schedule", "expect", "plan", "due", "go")
    return "future" if plan and finite.lemma == "be" else "pres"


def _silent(match: re.Match[str], date: datetime.date, tense: str) -> Reading | None:
    return None


def _part(match: re.Match[str], day: datetime.date) -> Reading:
    part = match.groupdict().get("part")
    return (f"the {part.casefold()} of {write_day(day)}" if part else write_day(day)), "on"


def _today(match: re.Match[str], date: datetime.date, tense: str) -> Reading | None:
    # In the present tense it means nowadays as often as this day.
    return _part(match, date) if tense in ("past", "future") or match.groupdict().get("part") else None


def _yesterday(match: re.Match[str], date: datetime.date, tense: str) -> Reading | None:
    day = -1 if match["day"].casefold() == "yesterday" else 1
    return _part(match, date + datetime.timedelta(days=day))


def _weekday(match: re.Match[str], date: datetime.date, tense: str) -> Reading | None:
    wanted = WEEKDAYS.index(match["weekday"].casefold())
    which = (match["which"] or "").casefold()
    back, ahead = (date.weekday() - wanted) % 7, (wanted - date.weekday()) % 7
    if which in ("last", "past"):
        return _part(match, date - datetime.timedelta(days=back or 7))
    if which == "next":
        return None
    if tense == "past":
        return _part(match, date - datetime.timedelta(days=back))
    if tense == "future" and ahead:
        return _part(match, date + datetime.timedelta(days=ahead))
    return None


_STEPS = {"last": -1, "this": 0, "next": 1}


def _year(match: re.Match[str], date: datetime.date, tense: str) -> Reading | None:
    year = str(date.year + _STEPS[match["which"].casefold()])
    month = match.groupdict().get("month")
    if not month:
        return year, "in"
    name, day = month.capitalize(), match["number"]
    return (f"{name} {int(day)}, {year}", "on") if day else (f"{name} {year}", "in")


def _month(match: re.Match[str], date: datetime.date, tense: str) -> Reading | None:
    return write_month(_add_months(date, _STEPS[match["which"].casefold()])), "in"


def _named_month(match: re.Match[str], date: datetime.date, tense: str) -> Reading | None:
    """*last October* said in February; said in November it may mean this year's or the last."""
    month, which = month_number(match["month"]), match["which"].casefold()
    if which == "last" and month > date.month:
        return f"{match['month'].capitalize()} {date.year - 1}", "in"
    if which == "next" and month < date.month:
        return f"{match['month'].capitalize()} {date.year + 1}", "in"
    return None


def _ago(match: re.Match[str], date: datetime.date, tense: str) -> Reading | None:
    count, unit = small_number(match["count"]), match["unit"].casefold()
    if unit.startswith("day") and 0 < count <= 10:
        return _part(match, date - datetime.timedelta(days=count))
    if unit.startswith("month") and 0 < count <= 11:
        return write_month(_add_months(date, -count)), "in"
    if unit.startswith("year") and 0 < count < 10:
        return str(date.year - count), "in"
    return None


def _add_months(date: datetime.date, count: int) -> datetime.date:
    months = date.year * 12 + date.month - 1 + count
    return datetime.date(months // 12, months % 12 + 1, 1)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{text})\b", re.IGNORECASE)


_WEEKDAY = "|".join(WEEKDAYS)
_READERS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    # A weekday with its date needs nothing.
    (_pattern(rf"(?:{_WEEKDAY}),?\s+(?:the\s+)?(?:{MONTH}\s+\d|\d+(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH})"), _silent),
    (_pattern(rf"(?P<month>{MONTH})(?:\s+(?P<number>\d\d?))?,?\s+(?:of\s+)?(?P<which>last|this|next)\s+year"), _year),
    (_pattern(r"(?P<which>last|this|next)\s+year"), _year),
    (_pattern(r"(?P<which>last|this|next)\s+month"), _month),
    (_pattern(rf"(?P<which>last|next)\s+(?P<month>{MONTH})"), _named_month),
    (_pattern(rf"(?P<count>{NUMBER})\s+(?P<unit>days?|months?|years?)\s+ago"), _ago),
    (_pattern(r"earlier\s+today|later\s+today|today"), _today),
    (_pattern(r"this\s+(?P<part>morning|afternoon|evening)"), _today),
    (_pattern(rf"(?P<day>yesterday|tomorrow){_DAYPART}"), _yesterday),
    (_pattern(rf"(?:(?P<which>last|next|this|past)\s+)?(?P<weekday>{_WEEKDAY}){_DAYPART}"), _weekday),
)
"""The first that matches a stretch of text decides, a silent one too."""
