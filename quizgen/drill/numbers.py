"""Numbers with their units, as people write them: *twelve days*, *$1.2 million*, *six feet two*, *37-year-old*."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from quizgen.drill import numerals
from quizgen.drill.units import CURRENCIES, PHRASES, UNITS, Unit

_FEET_INCHES = re.compile(r"(\d{1,2}) ?' ?(\d{1,2})(?: ?(?:\"|''))?")
_LABEL = re.compile(r"(?:(?:aged|age|year) |#)(?=\d)")
_CURRENCY = re.compile(r"(us\$|[$€£¥₽₹]) ?")
_MINUS = re.compile(r"(?<![^ (])(?:-(?=\d)|(?:minus|negative) )")
_GAP = re.compile(r"[ -]?")
_UNIT_WORD = re.compile(r"[^\W\d_]+[23]?(?!\w)")
_GLUED_WORD = re.compile(r"[^\W\d_]+")
_OLD = re.compile(r"[ -](?:old|of age)\b")
_MILLION = re.compile(r" ?m (?!(?:tall|high|long|wide|deep|above|below|and|away|in|of|to|or)\b)(?=[a-z]{2})")
_AND = re.compile(r",? (?:and )?")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, with the unit it counts."""

    value: Fraction
    unit: Unit | None = None

    @property
    def size(self) -> tuple[str, Fraction]:
        """Dimension and amount in its base unit; equal for 190 centimetres and 1.9 metres."""
        return (self.unit.dimension, self.value * self.unit.factor) if self.unit else ("", self.value)

    @property
    def key(self) -> str:
        """One word for the size."""
        dimension, amount = self.size
        return f"{_plain(amount)}{dimension}"

    def __str__(self) -> str:
        return f"{_plain(self.value)} {self.unit.name}" if self.unit else _plain(self.value)


def _plain(value: Fraction) -> str:
    """With decimals where a few of them are exact, else as a fraction."""
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
    label = _LABEL.match(text, start)
    position = label.end() if label else start
    currency = _CURRENCY.match(text, position)
    minus = _MINUS.match(text, position)
    sign = currency or minus
    numeral = numerals.scan(text, sign.end() if sign else position, money=bool(currency))
    if numeral is None:
        return None
    if currency:
        return Quantity(numeral.value, UNITS[CURRENCIES[currency[1]]]), numeral.end
    if numeral.ordinal:
        return Quantity(numeral.value), numeral.end
    return _with_unit(text, -numeral.value if minus else numeral.value, numeral.end)


def _with_unit(text: str, value: Fraction, end: int) -> tuple[Quantity, int] | None:
    million = _MILLION.match(text, end)
    if million:
        return Quantity(value * 10**6), million.end()
    unit, after = _unit(text, end)
    if unit is None:
        glued = _GLUED_WORD.match(text, end)
        if glued and text[end - 1].isdigit() and glued.group() not in ("am", "pm"):
            return None  # 3d, 1920s: a name and no number
        return Quantity(value), end
    old = _OLD.match(text, after) if unit.dimension == "months" else None
    return Quantity(value, unit), old.end() if old else after


def _unit(text: str, end: int) -> tuple[Unit | None, int]:
    """The unit after a number, and where it ends."""
    gap = _GAP.match(text, end)
    position = gap.end() if gap else end
    for phrase, name in PHRASES.items():
        after = position + len(phrase)
        if text.startswith(phrase, position) and not text[after : after + 1].isalpha():
            return UNITS[name], after
    if text[position : position + 1] in ("%", "°", "€", "$", "£"):
        return UNITS[text[position]], position + 1
    word = _UNIT_WORD.match(text, position)
    return (UNITS[word.group()], word.end()) if word and word.group() in UNITS else (None, end)


def _compound(text: str, first: Quantity, end: int) -> tuple[Quantity, int]:
    """*6 feet 2 inches*, *1 hour and 30 minutes* as one."""
    gap = _AND.match(text, end)
    if gap is None or first.unit is None or first.unit.dimension not in ("length", "time", "months", "mass"):
        return first, end
    following = _measured(text, gap.end())
    if following is None:
        return first, end
    second, after = following
    if second.unit is None and first.unit is UNITS["feet"] and second.value < 12:
        second = Quantity(second.value, UNITS["inch"])
    if second.unit is None or second.unit.dimension != first.unit.dimension or second.unit.factor >= first.unit.factor:
        return first, end
    total = first.size[1] + second.size[1]
    return Quantity(total / second.unit.factor, second.unit), after
