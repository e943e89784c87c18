"""Numbers without their units: digits, words, fractions, Roman numerals. All texts are folded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from quizgen.drill.wordlists import words


@dataclass(frozen=True, slots=True)
class Numeral:
    value: Fraction
    end: int
    """Where it ends in the text."""
    ordinal: bool = False
    """*third*, *3rd*, *iii*."""


_ONES = words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS = words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_CARDINAL = {
    **{word: value for value, word in enumerate(_ONES)},
    **{word: 10 * value for value, word in enumerate(_TENS, start=2)},
    **{"nought": 0, "nil": 0, "fourty": 40},
}
_ORDINAL = {
    **{word: value for value, word in enumerate(_ORDINALS, start=1)},
    **{f"{word[:-1]}ieth": 10 * value for value, word in enumerate(_TENS, start=2)},
    **{"hundredth": 100, "thousandth": 1000},
}
_THOUSANDS = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SCALES = {**_THOUSANDS, "hundred": 100, "dozen": 12, "k": 10**3, "mn": 10**6, "mln": 10**6, "bn": 10**9, "tn": 10**12}

DAY_ORDINALS = {
    **{word: value for word, value in _ORDINAL.items() if value < 32},
    **{
        f"{tens}{join}{word}": base + value
        for tens, base in (("twenty", 20), ("thirty", 30))
        for word, value in _ORDINAL.items()
        for join in "- "
        if value < 10 and base + value < 32
    },
}
"""*sixteenth*, *twenty-first*: the days of a month."""

MAX_DIGITS = 40
"""A longer run of digits is taken for a name: nobody counts so far."""

_GROUPED = r"\d{1,3}(?:[, ]\d{3})+(?!\d)(?:\.\d+)?"
_DIGITS = re.compile(rf"(?:{_GROUPED}|\d{{1,3}}(?:\.\d{{3}}){{2,}}(?!\d)|\d+,\d{{1,2}}(?!\d)|\d+(?:\.\d+)?)")
_VULGAR = re.compile(r"(?:(\d{1,9}) )?(\d{1,9})/([1-9]\d{0,8})(?![\d/])")
_ORDINAL_ENDING = re.compile(r"(?:st|nd|rd|th)\b")
_AND_A_HALF = re.compile(r" (?:and )?(?:a half\b|one half\b|1/2(?!\d))")
_SCALE = re.compile(rf"[ -]?({'|'.join(_SCALES)})(?![^\W_])")
_SCALE_OR_M = re.compile(rf"[ -]?({'|'.join(_SCALES)}|m)(?![^\W_])")
_SCALE_AHEAD = re.compile(r" (?:hundred|thousand|million|billion|trillion|dozen)\b")
_LETTERS = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"[ -]")
_HALF = re.compile(r"(?:a |one )?half(?: of)?(?: an?)?\b")
_SHARE = re.compile(
    r"(a|one|two|three|four|five|six|seven|\d+)[ -](third|quarter|fourth|fifth|sixth|eighth|tenth)s?(?= of\b|$)"
)
_PARTS = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_ROMAN = {"i": 1, "v": 5, "x": 10}
_ROMAN_NUMBER = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})(?!\w)")


def scan(text: str, start: int, *, money: bool = False) -> Numeral | None:
    """The number that begins at ``start``; None where none does. With ``money``, *4m* is four million."""
    if start and text[start - 1].isalnum():
        return None
    found = _share(text, start) or _in_digits(text, start) or _in_words(text, start) or _roman(text, start)
    if found is None or found.ordinal:
        return found
    value, end = found.value, found.end
    for _ in range(2):  # two hundred thousand, but no more than that
        scale = (_SCALE_OR_M if money else _SCALE).match(text, end)
        if scale is None:
            break
        value, end = value * _SCALES.get(scale[1], 10**6), scale.end()
    return Numeral(value, end)


def _in_digits(text: str, start: int) -> Numeral | None:
    vulgar = _VULGAR.match(text, start)
    if vulgar:
        return Numeral(int(vulgar[1] or 0) + Fraction(int(vulgar[2]), int(vulgar[3])), vulgar.end())
    digits = _DIGITS.match(text, start)
    if not digits or len(digits.group()) > MAX_DIGITS:
        return None
    value = Fraction(_decimal(digits.group()))
    ordinal = _ORDINAL_ENDING.match(text, digits.end())
    if ordinal:
        return Numeral(value, ordinal.end(), True)
    half = _AND_A_HALF.match(text, digits.end())
    return Numeral(value + Fraction(1, 2), half.end()) if half else Numeral(value, digits.end())


def _decimal(digits: str) -> str:
    if re.fullmatch(r"\d+,\d{1,2}", digits):  # 1,9 as most of Europe writes it
        return digits.replace(",", ".")
    if digits.count(".") > 1:
        digits = digits.replace(".", "")
    return digits.replace(",", "").replace(" ", "")


def _share(text: str, start: int) -> Numeral | None:
    """*half a* of *half a million*, *two thirds* of *two thirds of the crew*."""
    half = _HALF.match(text, start)
    if half:
        return Numeral(Fraction(1, 2), half.end())
    share = _SHARE.match(text, start)
    if not share:
        return None
    top = 1 if share[1] == "a" else _CARDINAL[share[1]] if share[1] in _CARDINAL else int(share[1])
    return Numeral(Fraction(top, _PARTS[share[2]]), share.end())


def _in_words(text: str, start: int) -> Numeral | None:
    """*twenty-one*, *one hundred and five*, *nineteen eighty-four*, *a hundred*, *twenty-first*."""
    spelled, end, position = _Spelled(), -1, start
    while word := _LETTERS.match(text, position):
        if word.group() in ("a", "an") and end < 0 and _SCALE_AHEAD.match(text, word.end()):
            spelled.group = 1
        elif word.group() in _ORDINAL and spelled.takes(_ORDINAL[word.group()]):
            # one second is a time, and so is twenty seconds; only a hyphen makes it twenty-second
            if word.group() == "second" and end >= 0 and text[position - 1] != "-":
                break
            return Numeral(Fraction(spelled.value + _ORDINAL[word.group()]), word.end(), True)
        elif not spelled.add(word.group()):
            break
        if word.group() != "and":
            end = word.end()
        gap = _GAP.match(text, word.end())
        if not gap:
            break
        position = gap.end()
    if end < 0:
        return None
    half = _AND_A_HALF.match(text, end)
    return Numeral(spelled.value + Fraction(1, 2), half.end()) if half else Numeral(Fraction(spelled.value), end)


class _Spelled:
    """A number while its words are read: thousands that are complete, and the group below them."""

    def __init__(self) -> None:
        self.total = 0
        self.group = -1

    @property
    def value(self) -> int:
        return self.total + max(self.group, 0)

    def takes(self, value: int) -> bool:
        """Whether *twenty* + *one*, *one hundred* + *five* make one number."""
        if self.group <= 0:
            return True
        if self.group % 100 == 0:
            return value < 100
        return self.group % 100 >= 20 and self.group % 10 == 0 and 0 < value < 10

    def add(self, word: str) -> bool:
        """Take one more word; False when it does not belong to the number."""
        if word in _CARDINAL:
            return self._add_cardinal(_CARDINAL[word])
        if word == "and":
            return self.group >= 100 or (self.total > 0 and self.group == 0)
        if word in ("hundred", "dozen") and 0 < self.group < 100:
            self.group *= _SCALES[word]
            return True
        if word in _THOUSANDS and self.group > 0:
            self.total, self.group = self.total + self.group * _THOUSANDS[word], 0
            return True
        return False

    def _add_cardinal(self, value: int) -> bool:
        if not self.takes(value):
            if not (10 <= self.group <= 99 and 10 <= value <= 99):
                return False
            self.group *= 100  # nineteen eighty-four
        self.group = max(self.group, 0) + value
        return True


def _roman(text: str, start: int) -> Numeral | None:
    """*viii* after a name; one letter only at the end or before *of*. None that begins the text (*Xi*)."""
    found = _ROMAN_NUMBER.match(text, start)
    if not found or not found.group() or start == 0:
        return None
    if len(found.group()) == 1 and text[found.end() :] and not text.startswith(" of ", found.end()):
        return None
    value = 0
    for letter, following in zip(found.group(), found.group()[1:] + "i", strict=True):
        value += _ROMAN[letter] if _ROMAN[letter] >= _ROMAN[following] else -_ROMAN[letter]
    return Numeral(Fraction(value), found.end(), True)
