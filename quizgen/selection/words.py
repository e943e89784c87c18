"""Words of questions and answers, compared as a reader would: without case, endings and little words."""

from __future__ import annotations

import re
from functools import lru_cache

STOP = frozenset(
    "a an the this that these those some any no every each of in on at to by for with from into onto upon over under "
    "about as than and or but nor so if while when where who whom whose which what why how is are was were be "
    "been being "
    "am do does did done has have had having will would shall should can could may might must not it its he him "
    "his she "
    "her hers they them their theirs we us our ours you your yours i me my mine there here 's ’s n't n’t s t d "
    "ll re ve "
    "according".split()
)
_WORD = re.compile(r"[^\W_]+(?:[.,'’\-–][^\W_]+)*[%°]?")
_RUN = re.compile(r"\w+")
_OWNER = re.compile(r"['’]s?$")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|(?<!\w)‘[^’]*’(?!\w)|(?<!\w)'[^']*'(?!\w)")


def tokenize(text: str) -> list[str]:
    """The words and numbers of a text as they stand: *Byron's*, *1.9*, *37-year-old*."""
    return _WORD.findall(text)


@lru_cache(maxsize=8192)
def lower(text: str) -> tuple[str, ...]:
    """The words in lower case, with straight apostrophes."""
    return tuple(_WORD.findall(text.casefold().replace("’", "'")))


@lru_cache(maxsize=8192)
def runs(text: str) -> frozenset[str]:
    """The runs of letters and digits in lower case, *well* and *known* of *well-known*: where none of its words is
    among them, no pattern ``\\b(?:…)\\b`` needs to be tried."""
    return frozenset(_RUN.findall(text.lower()))


@lru_cache(maxsize=8192)
def unquoted(text: str) -> str:
    """The text without what stands in quotation marks: there anybody may say *I* and *today*."""
    return _QUOTED.sub(" ", text)


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Rough and quick: *scattered*, *scatters* and *scattering* meet, which is all that is wanted here."""
    word = _OWNER.sub("", word.casefold())
    for ending in ("ing", "ies", "ied", "es", "ed", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4 and not word.endswith("ss"):
            base = word[: -len(ending)] + ("y" if ending in ("ies", "ied") else "")
            if len(base) > 4 and base[-1] == base[-2] and base[-1] not in "ls":
                base = base[:-1]
            return base.removesuffix("e")
    return word.removesuffix("e") if len(word) > 4 else word


@lru_cache(maxsize=8192)
def content(text: str) -> frozenset[str]:
    """Stems of the words that carry meaning. Hyphened words count whole and in their parts."""
    words = [part for word in lower(text) for part in {word, *word.split("-")}]
    return frozenset(stem(word) for word in words if _OWNER.sub("", word) not in STOP)


@lru_cache(maxsize=8192)
def normal(text: str) -> str:
    """The text for comparison: no case, no punctuation, no leading article."""
    words = lower(text)
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("a", "an", "the") else words)


def similarity(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared part of two sets of stems, 0 to 1 (Jaccard)."""
    return len(one & other) / len(one | other) if one and other else 0.0
