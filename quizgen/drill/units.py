"""Units of measure and money: their names and how they are converted."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Unit:
    name: str
    """As it is told to the player: *metres*."""
    dimension: str
    """What it measures: two quantities compare only within one dimension."""
    factor: Fraction = Fraction(1)
    """How many of the dimension's base unit it is."""


_TABLE = """
millimetres   length    1/1000       mm millimetre millimeter
centimetres   length    1/100        cm centimetre centimeter
metres        length    1            m metre meter
kilometres    length    1000         km kilometre kilometer
inches        length    0.0254       inch inches
feet          length    0.3048       ft foot feet
yards         length    0.9144       yd yard
miles         length    1609.344     mi mile
milligrams    mass      1/1000       mg milligram milligramme
grams         mass      1            g gram gramme
kilograms     mass      1000         kg kilo kilogram kilogramme
tonnes        mass      1000000      tonne
tons          ton       1            ton
pounds        pound     1            lb lbs pound £ gbp sterling
ounces        ounce     1            oz ounce
seconds       time      1            s sec secs second
minutes       time      60           min mins minute
hours         time      3600         h hr hrs hour
days          time      86400        day
weeks         time      604800       week wk wks
months        months    1            month
years         months    12           year yr yrs
decades       months    120          decade
centuries     months    1200         century centuries
millilitres   volume    1/1000       ml millilitre milliliter
litres        volume    1            l litre liter
gallons       gallon    1            gal gallon
square metres area      1            m2 sqm
square kilometres area  1000000      km2 sqkm
square miles  sqmile    1            sqmi
hectares      area      10000        ha hectare
acres         acre      1            acre
cubic metres  cubic     1            m3
kilometres per hour speed 1          kmh kph
metres per second speed 3.6          ms mps
miles per hour mph      1            mph
percent       ratio     1/100        % percent pct percentage
degrees       degree    1            ° degree
degrees Celsius celsius 1            °c celsius centigrade
degrees Fahrenheit fahrenheit 1      °f fahrenheit
kelvins       kelvin    1            kelvin
dollars       dollar    1            $ dollar usd buck
euros         euro      1            € euro eur
yen           yen       1            ¥ yen jpy
rubles        ruble     1            ruble rouble ₽
rupees        rupee     1            rupee ₹
yuan          yuan      1            yuan renminbi
kilobytes     byte      1000         kb kilobyte
megabytes     byte      1000000      mb megabyte
gigabytes     byte      1000000000   gb gigabyte
terabytes     byte      1000000000000 tb terabyte
kilowatts     watt      1000         kw kilowatt
watts         watt      1            watt
hertz         hertz     1            hz hertz
kilohertz     hertz     1000         khz kilohertz
megahertz     hertz     1000000      mhz megahertz
gigahertz     hertz     1000000000   ghz gigahertz
BC            bc        1            bc bce
AD            ad        1            ad ce
"""
"""Name, dimension, factor, how it is written (a plural *s* is understood where the name is a word)."""


def _read() -> dict[str, Unit]:
    units = {}
    for line in _TABLE.strip().splitlines():
        words = line.split()
        split = next(i for i, word in enumerate(words) if word[0].isdigit())
        unit = Unit(" ".join(words[: split - 1]), words[split - 1], Fraction(words[split]))
        for word in words[split + 1 :]:
            units[word] = unit
            if len(word) > 1 and word.isalpha():
                units.setdefault(word + "s", unit)
    return units


UNITS = _read()

PHRASES = {
    "degrees celsius": "celsius",
    "degree celsius": "celsius",
    "degrees centigrade": "celsius",
    "degrees c": "celsius",
    "° c": "celsius",
    "°c": "celsius",
    "degrees fahrenheit": "fahrenheit",
    "degrees f": "fahrenheit",
    "° f": "fahrenheit",
    "°f": "fahrenheit",
    "per cent": "percent",
    "square metres": "m2",
    "square meters": "m2",
    "sq m": "m2",
    "square kilometres": "km2",
    "square kilometers": "km2",
    "sq km": "km2",
    "square miles": "sqmi",
    "cubic metres": "m3",
    "cubic meters": "m3",
    "kilometres per hour": "kmh",
    "kilometers per hour": "kmh",
    "kilometres an hour": "kmh",
    "kilometers an hour": "kmh",
    "km per hour": "kmh",
    "km/h": "kmh",
    "m/s": "mps",
    "metres per second": "mps",
    "meters per second": "mps",
    "metres a second": "mps",
    "miles per hour": "mph",
    "miles an hour": "mph",
    "us dollars": "dollar",
    "american dollars": "dollar",
    "pounds sterling": "pound",
    "metric tons": "tonne",
    "metric tonnes": "tonne",
}
"""Units of several words, and the key of ``UNITS`` that each stands for."""

CURRENCIES = {"us$": "$", "$": "$", "€": "€", "£": "£", "¥": "¥", "₽": "₽", "₹": "₹"}
"""Signs that stand before the number."""
