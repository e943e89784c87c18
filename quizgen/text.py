"""Strings that become print: spacing, quotes, capitals, articles. Works on text alone, knows no syntax."""

from __future__ import annotations

import re

OPENING = "([{“‘«"
CLOSING = ")]},.;:!?”’»%…"
_QUOTES = {"“": "”", "‘": "’", "«": "»"}
_BRACKETS = {"(": ")", "[": "]", "{": "}"}


def tidy(text: str) -> str:
    """One space between words, none before closing marks, no doubled or stray punctuation."""
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"\s+([,.;:!?)\]}”»…])", r"\1", text)
    text = re.sub(r"([(\[{“«])\s+", r"\1", text)
    text = re.sub(r",(\s*,)+", ",", text)
    text = re.sub(r",\s*([.;:!?])", r"\1", text)
    text = re.sub(r"\(\s*\)|\[\s*\]", "", text)
    return re.sub(r"\s{2,}", " ", text).strip()


def trim(text: str) -> str:
    """Drops punctuation at the edges of a phrase that does not belong to it; keeps quotes and brackets that pair."""
    text = tidy(text)
    while text:
        before = text
        text = text.strip(" ,;:–—").removeprefix("-")
        if text.endswith(".") and not _abbreviation(text):
            text = text[:-1]
        text = _unpaired_edges(text)
        if text == before:
            break
    return text


def _abbreviation(text: str) -> bool:
    last = text.split()[-1] if text.split() else ""
    return bool(re.search(r"(?:^|\W)(?:[A-Za-z]\.)+$", last)) or last in {"Jr.", "Sr.", "Inc.", "Ltd.", "Co.", "Corp.", "St.", "etc."}


def _unpaired_edges(text: str) -> str:
    pairs = {**_QUOTES, **_BRACKETS}
    for opening, closing in pairs.items():
        apostrophes = closing == "’"
        if text.startswith(opening) and closing not in text[1:]:
            text = text[1:]
        if text.endswith(closing) and opening not in text[:-1] and not (apostrophes and re.search(r"\w’$", text)):
            text = text[:-1]
    for mark in ('"', "'"):
        if text.startswith(mark) and mark not in text[1:]:
            text = text[1:]
        if text.endswith(mark) and mark not in text[:-1] and not (mark == "'" and re.search(r"s'$", text)):
            text = text[:-1]
    return text


def unquote(text: str) -> str:
    """The text without a pair of quotation marks that holds all of it."""
    pairs = {**_QUOTES, '"': '"', "'": "'"}
    closing = pairs.get(text[:1])
    if closing and len(text) > 2 and text.endswith(closing) and closing not in text[1:-1]:
        return text[1:-1].strip(" ,")
    return text


def balanced(text: str) -> bool:
    """Whether every quote and bracket in the text has its partner."""
    for opening, closing in {**_BRACKETS, "“": "”", "«": "»"}.items():
        if text.count(opening) != text.count(closing):
            return False
    return text.count('"') % 2 == 0


def capitalise(text: str) -> str:
    """First letter upper case, the rest untouched; *iPhone* and *eBay* stay as they are."""
    match = re.match(r"\W*", text)
    at = match.end() if match else 0
    if at >= len(text) or (len(text) > at + 1 and text[at].islower() and text[at + 1].isupper()):
        return text
    return text[:at] + text[at].upper() + text[at + 1 :]


def possessive(name: str) -> str:
    """*Ada Lovelace's*, *the astronauts'*; the apostrophe is that of the rest of the name."""
    mark = "’" if "’" in name else "'"
    return name + (mark if name.endswith("s") and name.split()[-1].islower() else mark + "s")


_AN_CONSONANT = re.compile(r"(?:hono|hour|heir|honest)", re.I)
_A_VOWEL = re.compile(r"(?:uni(?!n|m)|use|usu|util|u[rst]i|euro|eu[cl]|one\b|once|ubi|ufo)", re.I)
_LETTERS_AN = set("AEFHILMNORSX")


def article(noun: str) -> str:
    """*a* or *an* for what follows, by its sound: *an hour*, *a university*, *an MP*, *an 18-year-old*."""
    word = re.match(r"[\W_]*([\w.]+)", noun)
    if not word:
        return "a"
    first = word.group(1)
    if first[0].isdigit():
        return "an" if re.match(r"8|1[18](?!\d)|1[18](?:,|\d{3}(?!\d))", first) else "a"
    if len(first) > 1 and first.isupper() and not re.search(r"[AEIOU]", first[1:]):
        return "an" if first[0] in _LETTERS_AN else "a"
    if _AN_CONSONANT.match(first):
        return "an"
    if _A_VOWEL.match(first):
        return "a"
    return "an" if first[0].lower() in "aeiou" else "a"


def join(parts: list[str]) -> str:
    """*a*, *a and b*, *a, b and c*."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def count_words(text: str) -> int:
    return len(text.split())
