"""Strings that become print: spacing, quotes, capitals, articles. Works on text alone, knows no syntax."""

from __future__ import annotations

import re
from collections.abc import Sequence

OPENING = "([{“‘«"
CLOSING = ")]},.;:!?”’»%…"
_QUOTES = {"“": "”", "‘": "’", "«": "»"}
_BRACKETS = {"(": ")", "[": "]", "{": "}"}


# ------------------------------------------------------------------------------------------ spacing and edges

_SPACING = (
    (re.compile(r"\s+"), " "),
    (re.compile(r"\s+([,;:!?)\]}”»…]|\.(?!\w))"), r"\1"),  # *a .22 rifle* keeps its space
    (re.compile(r"([(\[{“«])\s+"), r"\1"),
    (re.compile(r",(?:\s*,)+"), ","),
    (re.compile(r",\s*([.;:!?])"), r"\1"),
    (re.compile(r"(?<!\.)\.\.(?!\.)"), "."),
    (re.compile(r"(?<!\w)(?:\(\s*\)|\[\s*\])"), ""),  # *print()* keeps them
)
_UNTIDY = re.compile(
    r"""[^\S ]|\ \ |^\ |\ $|\ [,;:!?)\]}”»…]|\ \.(?!\w)|[(\[{“«]\ |,\ ?[,.;:!?]|\.\.|\(\)|\[\]|["]""", re.VERBOSE
)
"""What one of the patterns above would change, and quotation marks: most texts have nothing of it."""


def tidy(text: str) -> str:
    """One space between words, none before closing marks, no doubled or stray punctuation."""
    if not _UNTIDY.search(text):
        return text
    before = None
    while text != before:
        before = text
        for pattern, replacement in _SPACING:
            text = pattern.sub(replacement, text)
        text = _close_quotes(text.strip())
    return text


def _close_quotes(text: str) -> str:
    """No blank inside a pair of straight quotation marks; where one is alone, which way it faces is not known."""
    if text.count('"') % 2:
        return text
    return re.sub(r'"([^"]*)"', lambda quote: f'"{quote[1].strip()}"', text)


def trim(text: str) -> str:
    """Drops punctuation at the edges of a phrase that does not belong to it; keeps quotes and brackets that pair."""
    before = None
    while text != before:
        before = text
        text = _without_dash(tidy(text).strip(" ,;:")).rstrip(" –—")
        if text.endswith(".") and not text.endswith("...") and not abbreviated(text):
            text = text[:-1]
        text = _unpaired_edges(text)
    return text


def _without_dash(text: str) -> str:
    """A dash in front is dropped, a minus sign stays: *-5 °C*, *–$3 million*."""
    if text[:1] not in " -–—" or re.match(r"[-–]\W?\d", text):  # most begin with a letter
        return text
    return text.lstrip(" -–—")


_ABBREVIATED = re.compile(
    r"(?:^|\W)(?:(?:[A-Za-z]\.)+|(?:Jr|Sr|Inc|Ltd|Co|Corp|Bros|St|Ave|Rd|Mt|Ph\.D|Esq|Dept|etc|al|approx)\.)$"
)


def abbreviated(text: str) -> bool:
    """Whether the full stop at the end belongs to the last word: *the U.S.*, *Apple Inc.*"""
    return text.endswith((".", ".\n")) and bool(_ABBREVIATED.search(text))


_PAIRS = tuple({**_QUOTES, **_BRACKETS}.items())
_EDGES = frozenset("".join(opening + closing for opening, closing in _PAIRS) + "\"'")


def _unpaired_edges(text: str) -> str:
    if _EDGES.isdisjoint((text[:1], text[-1:])):  # most begin and end with a word
        return text
    for opening, closing in _PAIRS:
        if text.startswith(opening) and closing not in text[1:]:
            text = text[1:]
        if text.endswith(closing) and opening not in text[:-1] and not (closing == "’" and re.search(r"\w’$", text)):
            text = text[:-1]
    for mark in ('"', "'"):
        if text.startswith(mark) and mark not in text[1:]:
            text = text[1:]
        if text.endswith(mark) and mark not in text[:-1] and not re.search(r"s'$|\d\"$", text):
            text = text[:-1]
    return text


def end(text: str, mark: str) -> str:
    """The sentence with ``mark`` (full stop or question mark) at its end, and no other mark before it.

    *the U.K.?* keeps the abbreviation's stop, *… “Who's there?”* needs no second question mark.
    """
    text = tidy(text).rstrip(" ,;:?")
    if abbreviated(text):
        return text if mark == "." else text + mark
    text = text.rstrip(" .,;:?")
    if text.endswith(('"', "'", "”", "’", "»")) and re.search(rf"\w{re.escape(mark)}.$", text):
        return text
    return text + mark


# ------------------------------------------------------------------------------------------ quotes and brackets


def unquote(text: str) -> str:
    """The text without a pair of quotation marks that holds all of it."""
    closing = {**_QUOTES, '"': '"', "'": "'"}.get(text[:1])
    if not closing or len(text) < 3 or not text.endswith(closing):
        return text
    inside = text[1:-1]
    if closing in re.sub(r"(?<=\w)['’](?=\w)", "", inside):  # an apostrophe closes nothing
        return text
    return inside.strip(" ,") or text


_PARTNER = {closing: opening for opening, closing in {**_BRACKETS, "“": "”", "«": "»"}.items()}
_PAIRED = re.compile("[" + re.escape("".join((*_PARTNER, *_PARTNER.values()))) + "]")


def balanced(text: str) -> bool:
    """Whether every quote and bracket in the text has its partner. Inches (*12"*) are no quotes."""
    opened: list[str] = []
    for mark in _PAIRED.findall(text):
        if mark not in _PARTNER:
            opened.append(mark)
        elif not opened or opened.pop() != _PARTNER[mark]:
            return False
    inches = len(re.findall(r"\d\"", text)) if text.count('"') % 2 else 0
    return not opened and (text.count('"') - inches) % 2 == 0


# ------------------------------------------------------------------------------------------ words


def capitalise(text: str) -> str:
    """First letter upper case, the rest untouched; *iPhone* and *pH* stay as they are."""
    match = None if text[:1].isalpha() else re.match(r"\W*", text)
    at = match.end() if match else 0
    if at >= len(text) or (len(text) > at + 1 and text[at].islower() and text[at + 1].isupper()):
        return text
    return text[:at] + text[at].title() + text[at + 1 :]


_SINGULAR_S = re.compile(r"(?:ss|us|is|gas|lens|atlas|canvas|chaos|cosmos)$")
_PLURAL_NAME = re.compile(r"^[Tt]he .*s$|\b(?:States|Nations|Netherlands|Philippines|Emirates|Islands|Maldives)$")


def possessive(name: str, plural: bool = False) -> str:
    """*Ada Lovelace's*, *James's*, *the astronauts'*; the apostrophe is that of the rest of the name.

    ``plural``: it is known that they are several; else it is guessed.
    """
    last = name.split()[-1] if name.split() else name
    if re.search(r"['’]s?$", last):
        return name
    mark = "’" if "’" in name else "'"
    plural = plural or (not _SINGULAR_S.search(last) and (last.islower() or bool(_PLURAL_NAME.search(name))))
    return name + (mark if last.endswith("s") and plural else mark + "s")


_ENCLOSED = re.compile(r"“[^”]*”|\"[^\"]*\"|\([^)]*\)|\[[^\]]*\]")
_ADDED = re.compile(
    r"(?:often|usually|mostly|sometimes|originally|formerly|once|including|such as|especially|known|both|as well as)\b"
)
_CALLING = re.compile(r"(?:the|an?|his|her|its|their) .*\b(?:and|or) (?!the\b|an?\b|his\b|her\b|its\b)[a-z]")
"""*the member for Brighton and professor of economy*: two callings of one, no list."""


def closed(words: str) -> str:
    """With a comma behind an addition, for more to follow: *the Grand Canal, 3.8 kilometres long,*; lists need none."""
    first, *added = _ENCLOSED.sub("", words).split(", ")
    listed = bool(added) and re.match(r".*\b(?:and|or) ", added[-1]) and not _ADDED.match(added[0])
    calling = len(added) == 1 and first[:1].isupper() and _CALLING.match(added[0])
    return f"{words}," if added and (calling or not listed) else words


_LETTERS_AN = frozenset("AEFHILMNORSXaefhilmnorsx")
"""Letters whose names begin with a vowel."""
_AN_SPELLING = re.compile(r"hono(?:u?r)|hours?\b|hourly|hourglass|heir|honest|euler|y[^aeiou\W]", re.I)
"""The h is silent, the y a vowel."""
_A_SPELLING = re.compile(
    r"uni(?:[cflopqtv]|s(?:ex|on|ons)\b|\b)|u(?:s[eu]|si|ti|ri|to|te|ra[ln]|bi|k|ga|ru|tr|v|fo\b|tah)|e(?:u|w(?:es?\b|er|an\b|ing))"
    r"|(?:one|once|oneself)\b",
    re.I,
)
"""It begins with the sound of *you* or *won*."""
_WORDS_IN_CAPITALS = frozenset({"RAM", "ROM", "SIM", "LAN", "SAM", "HUD", "NATO", "NASA", "SARS", "FIFA"})
_ONSET = re.compile(r"[BCDFGHJKLMNPQRSTVWXYZ]?[AEIOUY]|S[CKLMNPTW]|[BCDFGKPT][LR]|TH|CH|SH|WH")


def article(noun: str) -> str:
    """*a* or *an* for what follows, by its sound: *an hour*, *a university*, *an MP*, *an 18-year-old*."""
    word = re.match(r"[\W_]*(\w[\w.]*)", noun)
    if not word:
        return "a"
    first = word.group(1)
    if first[0].isdigit():
        return "an" if re.match(r"8|1[18](?!\d)|1[18]\d\d(?!\d)|1[18]\d{3}(?!\d)", first) else "a"
    if _spelled_out(first):
        return "an" if first[0] in _LETTERS_AN else "a"
    if first.isupper() and first.startswith("U"):
        return "a"
    if _AN_SPELLING.match(first):
        return "an"
    return "an" if first[0].lower() in "aeiouàáâäåæèéêëìíîïòóôöøœ" and not _A_SPELLING.match(first) else "a"


def _spelled_out(word: str) -> bool:
    """Whether it is said letter by letter: *X* of *X-ray*, *FBI*, *U.S.*, *MPs*, *mRNA*; not *NASA*."""
    if len(word) == 1 or re.match(r"(?:[A-Za-z]\.)+", word) or re.match(r"[a-z][A-Z]", word):
        return True
    letters = re.sub(r"(?<=[A-Z])s$", "", word)
    if len(letters) < 2 or not re.fullmatch(r"[A-Z]+", letters) or letters in _WORDS_IN_CAPITALS:
        return False
    if len(letters) < 4 or not re.search(r"[AEIOUY]", letters[1:]):
        return True
    return not _ONSET.match(letters) or bool(re.search(r"AA|[^AEIOUY]{4}", letters))


def join(parts: Sequence[str]) -> str:
    """*a*, *a and b*, *a, b and c*; *a, b; c; and d* where a part has a comma of its own."""
    if len(parts) < 2:
        return "".join(parts)
    if len(parts) > 2 and any(", " in part for part in parts):
        return f"{'; '.join(parts[:-1])}; and {parts[-1]}"
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def standing(words: str, text: str, start: int = 0) -> tuple[int, ...]:
    """Where the words stand in the text, from ``start`` on, and are no part of longer ones: the offsets.

    As ``(?<!\\w)…(?!\\w)`` would find them, but there is no pattern to compile for each of thousands of answers.
    """
    found: list[int] = []
    at = text.find(words, start) if words else -1
    while at >= 0:
        end = at + len(words)
        whole = not (at and _in_word(text[at - 1])) and not (end < len(text) and _in_word(text[end]))
        if whole:
            found.append(at)
        at = text.find(words, end if whole else at + 1)
    return tuple(found)


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def count_words(text: str) -> int:
    return len(text.split())
