"""Numbers with their units, as people write them: *12*, *twelve*, *1.2 million*, *six feet two inches*, *½*."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from quizgen.drill.units import CURRENCIES, PHRASES, UNITS, Unit

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_SMALL = {word: i for i, word in enumerate(_ONES)} | {word: 20 + 10 * i for i, word in enumerate(_TENS)}
_SMALL |= {"nought": 0, "nil": 0, "fourty": 40}
_NTH = {word: i + 1 for i, word in enumerate(_ORDINALS)}
_NTH |= {word[:-1] + "ieth": 20 + 10 * i for i, word in enumerate(_TENS)} | {"hundredth": 100, "thousandth": 1000}
_SCALES = {
    "hundred": 100, "dozen": 12, "thousand": 10**3, "k": 10**3, "million": 10**6, "mn": 10**6, "mln": 10**6,
    "billion": 10**9, "bn": 10**9, "trillion": 10**12, "tn": 10**12,
}  # fmt: skip
_ROMAN = {"i": 1, "v": 5, "x": 10}
_ROMAN_NUMBER = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})(?![\w])")

DAY_ORDINALS = {word: n for word, n in _NTH.items() if n <= 20} | {
    f"{tens}{join}{word}": base + n
    for tens, base in (("twenty", 20), ("thirty", 30))
    for word, n in _NTH.items()
    for join in ("-", " ")
    if n < 10 and base + n <= 31
} | {"thirtieth": 30}  # fmt: skip
"""*sixteenth*, *twenty-first*: the days of a month."""

_GROUPED = r"\d{1,3}(?:[, ]\d{3})+(?!\d)(?:\.\d+)?"
_PLAIN = r"\d+(?:\.\d+)?"
_DIGITS = re.compile(rf"(?:{_GROUPED}|\d{{1,3}}(?:\.\d{{3}}){{2,}}(?!\d)|\d+,\d{{1,2}}(?!\d)|{_PLAIN})")
_VULGAR = re.compile(r"(?:(\d+) )?(\d+)/([1-9]\d*)(?![\d/])")
_ORDINAL_ENDING = re.compile(r"(?:st|nd|rd|th)\b")
_WORD = re.compile(r"[^\W\d_]+")
_GAP = re.compile(r"[ -]?")
_FEET_INCHES = re.compile(r"(\d+) ?' ?(\d+)(?: ?(?:\"|''))?")
_OLD = re.compile(r"[ -](?:old|of age)\b")
_AGED = re.compile(r"(?:(?:aged|age|year) |#)(?=\d)")
_MINUS = re.compile(r"(?<![^ (])(?:-(?=\d)|(?:minus|negative) )")
_CURRENCY = re.compile(r"us\$|[$€£¥₽₹]")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, with the unit it counts."""

    value: Fraction
    unit: Unit | None = None
    ordinal: bool = False
    """*third*, *3rd*, or the numeral of *Henry VIII*. It is no obstacle to being the same number."""

    @property
    def size(self) -> tuple[str, Fraction]:
        """Equal for equal amounts: 190 centimetres and 1.9 metres."""
        return (self.unit.dimension, self.value * self.unit.factor) if self.unit else ("", self.value)

    @property
    def key(self) -> str:
        dimension, amount = self.size
        return f"{_plain(amount)}{dimension}"

    def __str__(self) -> str:
        return f"{_plain(self.value)} {self.unit.name}" if self.unit else _plain(self.value)


def _plain(value: Fraction) -> str:
    """Without a fraction where a few decimals say the same."""
    if value.denominator == 1:
        return str(value.numerator)
    digits = f"{float(value):.6f}".rstrip("0")
    return digits if Fraction(digits) == value else f"{value.numerator}/{value.denominator}"


def scan(text: str, start: int) -> tuple[Quantity, int] | None:
    """The number that begins at ``start`` of a folded text, with its unit, and where it ends; None where none is."""
    feet = _FEET_INCHES.match(text, start)
    if feet:
        return Quantity(Fraction(int(feet[1]) * 12 + int(feet[2])), UNITS["inch"]), feet.end()
    found = _measured(text, start)
    return _compound(text, *found) if found else None


def _measured(text: str, start: int) -> tuple[Quantity, int] | None:
    label = _AGED.match(text, start)
    position = label.end() if label else start
    currency = _CURRENCY.match(text, position)
    if currency:
        position = _GAP.match(text, currency.end()).end()  # type: ignore[union-attr]
    negative = _MINUS.match(text, position)
    number = _number(text, negative.end() if negative else position, money=bool(currency))
    if not number:
        return None
    value, end, ordinal = number
    value = -value if negative else value
    if currency:
        return Quantity(value, UNITS[CURRENCIES[currency.group()]]), end
    if ordinal:
        return Quantity(value, None, True), end
    return _with_unit(text, value, end)


def _with_unit(text: str, value: Fraction, end: int) -> tuple[Quantity, int]:
    million = re.compile(r" ?m(?= [a-z]{2})").match(text, end)
    if million and not re.compile(r" ?m (?:tall|high|long|wide|deep|above|below|and|away|in|of)\b").match(text, end):
        value, end = value * 10**6, million.end()
    unit, after = _unit(text, end)
    if unit is None:
        return Quantity(value), end
    if unit.dimension == "months" and (old := _OLD.match(text, after)):
        after = old.end()
    return Quantity(value, unit), after


def _unit(text: str, end: int) -> tuple[Unit | None, int]:
    """The unit that follows a number, *%* and *km* included."""
    position = _GAP.match(text, end).end()  # type: ignore[union-attr]
    for phrase, key in PHRASES.items():
        after = position + len(phrase)
        if text.startswith(phrase, position) and not text[after : after + 1].isalpha():
            return UNITS[key], after
    if text[position : position + 1] in ("%", "°", "€", "$", "£"):
        return UNITS[text[position]], position + 1
    word = re.compile(r"[^\W\d_]+[23]?(?!\w)").match(text, position)
    unit = UNITS.get(word.group()) if word else None
    return (unit, word.end()) if word and unit else (None, end)


def _compound(text: str, first: Quantity, end: int) -> tuple[Quantity, int]:
    """*6 feet 2 inches*, *1 hour and 30 minutes* as one."""
    if first.unit is None or first.unit.dimension not in ("length", "time", "months", "mass"):
        return first, end
    gap = re.compile(r",? (?:and )?").match(text, end)
    following = _measured(text, gap.end()) if gap else None
    if not following:
        return first, end
    second, after = following
    if second.unit is None and first.unit is UNITS["feet"] and second.value < 12:
        second = Quantity(second.value, UNITS["inch"])
    if second.unit is None or second.unit.dimension != first.unit.dimension or second.unit.factor >= first.unit.factor:
        return first, end
    total = first.value * first.unit.factor + second.value * second.unit.factor
    return Quantity(total / second.unit.factor, second.unit), after


def _number(text: str, start: int, *, money: bool = False) -> tuple[Fraction, int, bool] | None:
    """Value, end, and whether it is an ordinal."""
    if start and text[start - 1].isalnum():
        return None
    found = _in_digits(text, start) or _in_words(text, start)
    if not found or found[2]:
        return found
    value, end, _ = found
    scale = re.compile(r"[ -]?(%s)(?![^\W_])" % "|".join((*_SCALES, *(("m",) if money else ())))).match(text, end)
    while scale:
        value, end = value * _SCALES.get(scale[1], 10**6), scale.end()
        scale = re.compile(r"[ -](thousand|million|billion|trillion)\b").match(text, end)
    return value, end, False


def _in_digits(text: str, start: int) -> tuple[Fraction, int, bool] | None:
    vulgar = _VULGAR.match(text, start)
    if vulgar:
        return Fraction(int(vulgar[1] or 0)) + Fraction(int(vulgar[2]), int(vulgar[3])), vulgar.end(), False
    digits = _DIGITS.match(text, start)
    if not digits:
        return None
    value, end = Fraction(_decimal(digits.group())), digits.end()
    ordinal = _ORDINAL_ENDING.match(text, end)
    if ordinal:
        return value, ordinal.end(), True
    half = re.compile(r" (?:and a half\b|1/2(?!\d)|and 1/2(?!\d))").match(text, end)
    if half:
        return value + Fraction(1, 2), half.end(), False
    word = _WORD.match(text, end)
    if word and word.group() not in UNITS and word.group() not in _SCALES and word.group() not in ("am", "pm"):
        return None  # 3d, 747s, 1920s: a name and no number
    return value, end, False


def _decimal(digits: str) -> str:
    if re.fullmatch(r"\d+,\d{1,2}", digits):  # 1,9 as most of Europe writes it
        return digits.replace(",", ".")
    if digits.count(".") > 1:
        digits = digits.replace(".", "")
    return digits.replace(",", "").replace(" ", "")


def _in_words(text: str, start: int) -> tuple[Fraction, int, bool] | None:
    """*twenty-one*, *one hundred and five*, *nineteen eighty-four*, *half a million*, *two thirds*, *third*."""
    fraction = _fraction_words(text, start)
    if fraction:
        return fraction
    total, group, end, position = 0, -1, -1, start
    while word := _WORD.match(text, position):
        name = word.group()
        if name in ("a", "an") and group < 0 and end < 0 and _scale_follows(text, word.end()):
            group = 1
        elif name in _SMALL:
            if group >= 0 and not _extends(group, _SMALL[name]):
                if not _is_year(group, _SMALL[name]):
                    break
                group *= 100
            group = max(group, 0) + _SMALL[name]
        elif name in _NTH and not (name == "second" and group >= 0 and text[position - 1] != "-"):
            if group >= 0 and not _extends(group, _NTH[name]):
                break
            return Fraction(total + max(group, 0) + _NTH[name]), word.end(), True
        elif name == "hundred" and group >= 0:
            group *= 100
        elif name == "dozen" and group >= 0:
            group *= 12
        elif name in ("thousand", "million", "billion", "trillion") and group >= 0:
            total, group = total + group * _SCALES[name], 0
        elif not ((name == "and" and group >= 100) or (name == "and" and total and group == 0)):
            break
        if name != "and":
            end = word.end()
        position = _GAP.match(text, word.end()).end()  # type: ignore[union-attr]
        if position == word.end():
            break
    if end < 0:
        return _roman(text, start)
    half = re.compile(r" and (?:a half|one half)\b").match(text, end)
    value = Fraction(total + max(group, 0))
    return (value + Fraction(1, 2), half.end(), False) if half else (value, end, False)


def _extends(group: int, value: int) -> bool:
    """Whether *twenty* + *one*, *one hundred* + *five* make one number."""
    if group >= 100 and group % 100 == 0:
        return value < 100
    return group % 100 >= 20 and group % 10 == 0 and 0 < value < 10


def _is_year(group: int, value: int) -> bool:
    return 10 <= group <= 99 and 10 <= value <= 99


def _scale_follows(text: str, end: int) -> bool:
    return bool(re.compile(r" (?:hundred|thousand|million|billion|trillion|dozen)\b").match(text, end))


_FRACTION = re.compile(
    r"(?:(?P<half>(?:a |one )?half(?: of)?(?: an?)?\b)"
    r"|(?P<top>a|one|two|three|four|five|six|seven|\d+)[ -]"
    r"(?P<bottom>thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)(?= of\b|$))"
)
_PARTS = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}


def _fraction_words(text: str, start: int) -> tuple[Fraction, int, bool] | None:
    found = _FRACTION.match(text, start)
    if not found:
        return None
    if found["half"]:
        return Fraction(1, 2), found.end(), False
    top = {"a": 1}.get(found["top"]) or _SMALL.get(found["top"]) or int(found["top"])
    return Fraction(top, _PARTS[found["bottom"].removesuffix("s")]), found.end(), False


def _roman(text: str, start: int) -> tuple[Fraction, int, bool] | None:
    """*viii* after a name; one letter only at the end or before *of*. None that begins the text (*Xi*)."""
    found = _ROMAN_NUMBER.match(text, start)
    if not found or not found.group() or start == 0:
        return None
    if len(found.group()) == 1 and text[found.end() :] and not text.startswith(" of ", found.end()):
        return None
    value = 0
    for letter, following in zip(found.group(), [*found.group()[1:], "i"], strict=True):
        value += _ROMAN[letter] if _ROMAN[letter] >= _ROMAN[following] else -_ROMAN[letter]
    return Fraction(value), found.end(), True
