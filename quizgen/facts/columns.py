"""What the columns of a table tell of the things in its first one, and so how they are asked for."""

from __future__ import annotations

import re

from quizgen.reading.table.headings import LANGUAGES

KEYS: dict[str, str] = {
    **dict.fromkeys(("term", "word", "concept", "expression", "phrase", "notion", "vocabulary"), "term"),
    **dict.fromkeys(("name", "title", "entry", "item", "key", "thing", "subject", "object", "front"), "nameless"),
    **dict.fromkeys(("abbreviation", "acronym", "initials", "initialism"), "initials"),
    "event": "event",
    "question": "question",
}
"""What the heading of the first column says of how the things below it are spoken of; any other is a kind of thing."""
_TOLD: dict[str, str] = {
    **dict.fromkeys(("definition", "meaning", "explanation", "description", "back"), "definition"),
    **dict.fromkeys(("long form", "full form", "full name", "expansion", "stands for"), "definition"),
    **dict.fromkeys(("year", "date", "when"), "year"),
    **dict.fromkeys(("answer", "solution"), "answer"),
    **dict.fromkeys(("death", "year of death", "date of death", "death year", "death date", "died"), "died"),
}
_UNASKED = frozenset(
    "id no no. nr nr. # index note notes remark remarks comment comments source sources link url image picture photo "
    "tag tags page".split()
)
"""Columns that are for whoever made the table."""
_DOERS = {
    "author": "written", "writer": "written", "poet": "written", "playwright": "written", "composer": "composed",
    "painter": "painted", "inventor": "invented", "discoverer": "discovered", "founder": "founded",
    "director": "directed", "architect": "designed", "designer": "designed", "builder": "built",
}  # fmt: skip
_DEEDS = frozenset(
    {*_DOERS.values(), "born", "published", "released", "opened", "completed", "established", "created", "launched",
     "introduced", "developed", "drawn", "made", "produced", "formulated", "proposed", "first published"}
)  # fmt: skip
_BIRTH = frozenset({"birth", "year of birth", "date of birth", "birth year", "birth date", "birthday"})
_PAST = {"written": "wrote", "drawn": "drew"}
_STATES = re.compile(r"(?:\w+ed|made|known|found|spoken|built) (?:in|of|for|from|on|with|at|as|to)")
_OPEN_END = re.compile(r"\b(?:in|of|for|from|on|with|at|as|to|by)$")
"""A heading that breaks off is no noun, and what it means is not known."""
_DONE = re.compile(r"\w+ed\b")
"""*joined the UN*: beside a year no noun either."""
_TIME = re.compile(r"(?:c\. |about )?(?:\d{3,4}|\d{1,4} (?:BCE?|AD|CE))|\d{1,2}th century(?: (?:BC|AD|BCE|CE))?")
_MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b", re.I
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}|(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?!\d)")


def plural(noun: str) -> bool:
    """*moons*, not *status*, *gas* or *species*: by its ending alone, for no dictionary is loaded."""
    return bool(re.search(r"[^\Wsui]s$|[aeioy]es$|[^aeiou]ies$", noun)) and not re.search(
        r"(?:species|series|gas)$", noun
    )


def singular(noun: str) -> str:
    """*countries* → *country*."""
    if not plural(noun):
        return noun
    return re.sub(r"(?<=[^aeiou])ies$", "y", noun) if noun.endswith("ies") else re.sub(r"(?<=x|h)es$|s$", "", noun)


def key_kind(heading: str) -> str:
    """One of the values of ``KEYS``, *language*, or empty for a kind of thing: *country*."""
    heading = heading.casefold()
    return "language" if heading in LANGUAGES else KEYS.get(heading, "")


_CLAUSE = re.compile(r"(?:what|who|whom|where|when|why|how|which) \w")
"""*what it does*: no noun, so that nothing can be asked with it."""


def kind(column: str, value_type: str) -> str:
    """What a column tells: definition, language, year, died, answer, done (when), by (who), person, count, state;
    empty: a property that can be named; *unasked*: nothing that can be asked for."""
    name = column.casefold()
    if name in _UNASKED or _CLAUSE.match(name):
        return "unasked"
    if name in LANGUAGES:
        return "language"
    if name in _TOLD:
        return _TOLD[name] if _TOLD[name] not in ("year", "died") or value_type == "time" else ""
    if done(column):
        return "done" if value_type == "time" else "by"
    if _STATES.fullmatch(name):
        return "state"
    if _OPEN_END.search(name) or (value_type == "time" and _DONE.match(name)):
        return "unasked"
    if plural(name) and value_type == "number":
        return "count"
    return "person" if _names_person(name) else ""


def _names_person(name: str) -> bool:
    from quizgen.analysis.types import is_person_noun

    return is_person_noun(name.split()[0] if " of " in name else name.split()[-1])


def done(column: str) -> str:
    """What was done to the thing, as a participle: *written* of *author*, *founded* of *founded by*; empty: nothing."""
    name = column.casefold()
    if name in _BIRTH:
        return "born"
    name = name.removesuffix(" by").removesuffix(" in")
    return _DOERS.get(name, name if name.removeprefix("first ") in _DEEDS else "")


def did(participle: str) -> str:
    """*written* → *wrote*."""
    return _PAST.get(participle, participle)


def value_type(text: str, column: str) -> str:
    """time, number, percent, money or empty; four digits are a year where the heading speaks of one."""
    if _MONTH.search(text) and re.search(r"\d", text):
        return "time"
    about_time = _TOLD.get(column.casefold()) in ("year", "died") or bool(done(column))
    about_time = about_time or bool(re.search(r"\b(?:year|date|century)\b|^\w+ed\b", column, re.I))
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) or (about_time and _TIME.fullmatch(text)):
        return "time"
    if re.match(r"(?:US)?[$€£¥] ?\d", text):
        return "money"
    if re.match(r"[-–−+]?\d[\d.,]*(?: ?%| percent)$", text):
        return "percent"
    return "number" if re.match(r"[-–−+]?\d[\d.,]*(?: \S+){0,2}$", text) else ""


def preposition(text: str) -> str:
    """Of a time: *in* 1789, *on* 14 July 1789, *in the* 19th century; empty where it is not sure."""
    if text.startswith(("c. ", "about ")):
        return ""
    if text.partition(" BC")[0].endswith("century"):
        return "in the"
    rest = re.sub(r"\d{3,4}", "", text, count=1) if _MONTH.search(text) else text
    if _DAY.search(rest) and not _TIME.fullmatch(text):
        return "on"
    return "in" if _MONTH.search(text) or _TIME.fullmatch(text) else ""
