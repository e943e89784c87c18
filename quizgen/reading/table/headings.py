"""What stands above the columns, as it reads in a sentence: *birth year* of *Birth_Year*, *area* of *Area (km²)*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quizgen.reading.clean import one_line

LANGUAGES = frozenset(
    "arabic bengali bulgarian catalan chinese croatian czech danish dutch english esperanto estonian finnish french "
    "german greek hebrew hindi hungarian icelandic indonesian irish italian japanese korean latin latvian lithuanian "
    "malay mandarin norwegian persian polish portuguese punjabi romanian russian serbian slovak slovene spanish "
    "swahili swedish tamil thai turkish ukrainian urdu vietnamese welsh".split()
)
"""Lower-case names of languages: the headings of lists of words."""
_AFTER = frozenset(
    "id no no. nr nr. # number index rank year date century definition meaning description explanation".split()
)
"""A column of this name tells something of the things in another one, wherever it stands."""
_UNIT = re.compile(r"^(?P<name>\S.*?)\s*[(\[](?:in )?(?P<unit>[^()\[\]]+)[)\]]$", re.I)
_MANY = {"thousands": "thousand", "millions": "million", "billions": "billion"}
_NUMBER = re.compile(r"[-–−+]?\d[\d.,   ]*$")
_BEFORE = frozenset("$ € £ ¥ US$".split())
"""Units that are written before the number."""


def named(headings: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Name and unit of each column. Capitals are dropped where every heading has one: then they mean nothing."""
    whole = [one_line(heading) for heading in headings]
    styled = all(heading[:1].isupper() or not heading[:1].isalpha() for heading in whole)
    return tuple(_named(heading, styled) for heading in whole)


def _named(heading: str, styled: bool) -> tuple[str, str]:
    match = _UNIT.match(heading)
    name, unit = (match["name"], match["unit"]) if match else (heading, "")
    if " " not in name:
        parted = re.sub(r"(?<=[a-z]{2})(?=[A-Z])", " ", name.replace("_", " ")).strip()
        name, styled = parted, styled or parted != name
    words = [_small(word) if styled else word for word in name.split()]
    return " ".join(word.capitalize() if word.lower() in LANGUAGES else word for word in words), unit


def _small(word: str) -> str:
    """*Capital* → *capital*; *GDP* and *pH* stay."""
    return word.lower() if word[1:].islower() or len(word) == 1 else word


def with_unit(cell: str, unit: str) -> str:
    """A number with the unit that stands above its column: *643,801 km²*, *68 million*, *$12*."""
    if not unit or not _NUMBER.match(cell):
        return cell
    if unit in _BEFORE:
        return f"{unit}{cell}"
    return f"{cell}{'' if unit == '%' else ' '}{_MANY.get(unit.lower(), unit)}"


def entry(names: Iterable[str]) -> int:
    """Which column holds the things that the rows are about: the first that is more than a number or a remark."""
    listed = [name.casefold() for name in names]
    return next((at for at, name in enumerate(listed) if name not in _AFTER), 0)
