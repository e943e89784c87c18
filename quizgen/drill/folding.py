"""Characters made alike: case, accents, quotes, dashes, abbreviations and the two spellings of English."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ø": "o",
        "œ": "oe",
        "æ": "ae",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "ħ": "h",
        "ŋ": "n",
        "ĸ": "k",
        "ё": "е",
    }
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_DASHES = re.compile("[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d]")
_SINGLE_QUOTES = re.compile("[\u2018-\u201b\u2032\u02b9\u02bb-\u02bd\u00b4`]")
_DOUBLE_QUOTES = re.compile("[\u201c-\u201f\u2033\u00ab\u00bb\u2039\u203a\u300c-\u300f]")
_ACCENTS = re.compile("(?<![\u0400-\u04ff])[\u0300-\u036f]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\. ?){2,}(?<! )|\b(?:[^\W\d_]\. ?){2,}")

_SPELLINGS = {
    "per cent": "percent",
    "grey": "gray",
    "aluminium": "aluminum",
    "sulphur": "sulfur",
    "sceptic": "skeptic",
    "mould": "mold",
    "plough": "plow",
    "tyre": "tire",
    "kerb": "curb",
    "pyjamas": "pajamas",
    "cheque": "check",
    "programme": "program",
    "storey": "story",
    "judgement": "judgment",
    "ageing": "aging",
    "artefact": "artifact",
    "tsar": "czar",
    "persons": "people",
    "saint": "st",
    "mount": "mt",
    "versus": "vs",
    "ok": "okay",
    "jan": "january",
    "feb": "february",
    "aug": "august",
    "sept": "september",
    "oct": "october",
    "nov": "november",
    "dec": "december",
    "tues": "tuesday",
    "thurs": "thursday",
}
"""One spelling for another; both sides are written so before they are compared."""

_ENDINGS = (
    (re.compile(r"(?<=[a-z]{3})is(e|es|ed|ing|ation|ations|er|ers)$"), r"iz\1"),
    (re.compile(r"(?<=[a-z]{2})ys(e|es|ed|ing|er|ers)$"), r"yz\1"),
    (re.compile(r"(?<=[a-z]{2})our(s|ed|ing|ful|less|able|ite|ites|hood|ly)?$"), r"or\1"),
    (re.compile(r"(?<=[a-z])([bt])re(s|d)?$"), r"\1er\2"),
    (re.compile(r"(?<=[a-z]{2})ogue(s)?$"), r"og\1"),
    (re.compile(r"(?<=[a-z]{2}[aeiou])ll(ed|ing|er|ers)$"), r"l\1"),
    (re.compile(r"(?<=[def])ence$"), "ense"),
    (re.compile(r"^(h|an|leuk)ae(?=m)"), r"\1e"),
    (re.compile(r"^(p|orthop|encyclop|arch|medi|prim)ae"), r"\1e"),
    (re.compile(r"^(f)oe(?=t)|^()oe(?=s)"), r"\1e"),
    (re.compile(r"oeuvre$"), "euver"),
)
"""British endings written the American way. That *rise* becomes *rize* does no harm: it does so on both sides."""


def fold(text: str, *, umlauts: bool = False) -> str:
    """The text in lower case, without accents and invisible characters, with plain quotes, dashes and spaces.

    ``umlauts`` writes *ü* as *ue* instead of *u*: both ways are in use for *Müller*.
    """
    text = unicodedata.normalize("NFKC", text.replace("\u00ba", "\u00b0").replace("½", " 1/2").replace("¼", " 1/4"))
    text = _INVISIBLE.sub("", text).replace("\u2044", "/").casefold()
    if umlauts:
        text = unicodedata.normalize("NFC", text).translate(_UMLAUTS)
    text = _ACCENTS.sub("", unicodedata.normalize("NFD", text).translate(_LETTERS))
    text = _DOUBLE_QUOTES.sub('"', _SINGLE_QUOTES.sub("'", _DASHES.sub("-", text)))
    text = _DOTTED.sub(_undot, " ".join(text.split()))
    return unicodedata.normalize("NFC", text)


def _undot(match: re.Match[str]) -> str:
    """*u.s.* and *j. r. r.* without dots; a space that followed stays."""
    found = match.group()
    return re.sub(r"[. ]", "", found) + (" " if found.endswith(" ") else "")


def spelling(word: str) -> str:
    """One spelling of an English word for the two that are in use: *metre* and *meter* give the same."""
    word = _SPELLINGS.get(word, word)
    for pattern, replacement in _ENDINGS:
        word = pattern.sub(replacement, word)
    return word


def singular(word: str) -> str:
    """The word without a plural ending, roughly: good enough to tell whether two words differ in number alone."""
    for ending, stem in (("ies", "y"), ("ches", "ch"), ("shes", "sh"), ("sses", "ss"), ("xes", "x"), ("oes", "o")):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word.removesuffix(ending) + stem
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word
