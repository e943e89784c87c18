"""Numbers, days and times of an answer beside those that are expected. A different one is wrong, however near."""

from __future__ import annotations

import dataclasses
import datetime
import re

from quizgen.drill.days import MONTHS, WEEKDAYS, Clock, Day, numeric_readings
from quizgen.drill.folding import fold
from quizgen.drill.normal import Figure, Form, normal
from quizgen.drill.numbers import Quantity
from quizgen.drill.slips import is_slip
from quizgen.drill.units import UNITS, Unit
from quizgen.drill.verdict import RIGHT, Case, Judgement, Mark, worst

_UPWARD, _DOWNWARD = {"over", "at least"}, {"under", "at most", "nearly"}


def judge(case: Case) -> tuple[Judgement, Case]:
    """Judge the figures alone. The case that comes back has the matched figures of the answer written as expected,
    so that what judges the words finds them equal."""
    if not case.expected.figures and not case.given.figures:
        return RIGHT, case
    case, read = _read_as_day(case)
    judgements, words, left = [read], list(case.given.words), list(case.given.figures)
    for figure in case.expected.figures:
        found = min(((_compare(other, figure, case), i) for i, other in enumerate(left)), key=_badness, default=None)
        if found is None or found[0][0] is Mark.WRONG:
            if found is None and (figure in case.question.figures or len(case.expected.content) > 3):
                continue  # in a long answer it is a word like any other
            return found[0] if found else (Mark.WRONG, _missing(figure)), case
        judgements.append(found[0])
        words = _rename(words, left.pop(found[1]).key, figure.key)
    judgements += [_surplus(figure, case) for figure in left]
    judgements.append(_hedges(case))
    given = dataclasses.replace(case.given, words=tuple(words))
    return worst(judgements), dataclasses.replace(case, given=given)


def _badness(found: tuple[Judgement, int]) -> int:
    return list(Mark).index(found[0][0])


def _rename(words: list[str], old: str, new: str) -> list[str]:
    place = words.index(old) if old in words else -1
    return [new if i == place else word for i, word in enumerate(words)]


def _missing(figure: Figure) -> str:
    return "the day is missing" if isinstance(figure, Day) else "the number is missing"


def _surplus(figure: Figure, case: Case) -> Judgement:
    """A number that the expected answer does not have: harmless when the article or the question has it."""
    known = figure in case.question.figures or figure in case.evidence.figures
    return RIGHT if known else (Mark.WRONG, "it has a number that the answer does not have")


def _hedges(case: Case) -> Judgement:
    given, expected = case.given.hedge, case.expected.hedge
    if given == expected:
        return RIGHT
    if not given:
        return Mark.CLOSE, f"the article says “{expected}”"
    if not expected:
        return Mark.CLOSE, f"the article does not say “{given}”"
    if {given, expected} & _UPWARD and {given, expected} & _DOWNWARD:
        return Mark.WRONG, f"the article says “{expected}”"
    return Mark.CLOSE, f"the article says “{expected}”"


# Days -----------------------------------------------------------------------------------------------------------


def _read_as_day(case: Case) -> tuple[Case, Judgement]:
    """Where a day is expected, read *16/10* and *Ocotber 16* as days too."""
    expected = next((f for f in case.expected.figures if isinstance(f, Day)), None)
    if expected is None or any(isinstance(f, Day) for f in case.given.figures):
        return case, RIGHT
    readings = numeric_readings(fold(case.typed).strip(" ."))
    fitting = [day for day in readings if _compare(day, expected, case)[0] is not Mark.WRONG]
    if fitting:
        form = Form((fitting[0].key,), (fitting[0],))
        remark = (Mark.CLOSE, f"read as {fitting[0]}; write the month as a word") if len(readings) > 1 else RIGHT
        return dataclasses.replace(case, given=form), remark
    mended = re.sub(r"[^\W\d_]{5,}", _mend_month, fold(case.typed))
    form = normal(mended)
    if mended != fold(case.typed) and any(isinstance(f, Day) for f in form.figures):
        return dataclasses.replace(case, given=form), (
            Mark.CLOSE,
            f"it is spelt {MONTHS[expected.month - 1].capitalize()}",
        )
    return case, RIGHT


def _mend_month(word: re.Match[str]) -> str:
    return next((month for month in MONTHS if len(month) > 4 and is_slip(word.group(), month)), word.group())


def _compare_days(given: Day, expected: Day, case: Case) -> Judgement:
    if given.month != expected.month or (given.day and expected.day and given.day != expected.day):
        return Mark.WRONG, "it is another day" if expected.day else "it is another month"
    if given.year and expected.year and given.year not in (expected.year, expected.year % 100):
        return Mark.WRONG, "it is another year"
    if expected.day and not given.day:
        return Mark.WRONG, "the day of the month is missing"
    if given.day and not expected.day and given not in case.evidence.figures:
        return Mark.WRONG, "the article gives no day of the month"
    return worst((_compare_years(given, expected, case), _compare_weekdays(given, expected)))


def _compare_years(given: Day, expected: Day, case: Case) -> Judgement:
    if bool(given.year) == bool(expected.year) or _says_year(case, given.year or expected.year):
        return RIGHT
    return Mark.CLOSE, "the year is missing" if expected.year else "the answer names no year"


def _says_year(case: Case, year: int) -> bool:
    return any(
        (isinstance(f, Day) and f.year == year) or (isinstance(f, Quantity) and f.value == year)
        for f in case.question.figures
    )


def _compare_weekdays(given: Day, expected: Day) -> Judgement:
    weekday = expected.weekday
    if not weekday and given.weekday and (year := given.year or expected.year) > 99 and expected.day:
        try:
            weekday = WEEKDAYS[datetime.date(year, expected.month, expected.day).weekday()]
        except ValueError:
            return RIGHT
    wrong = weekday and given.weekday and weekday != given.weekday
    return (Mark.CLOSE, f"it was a {weekday.capitalize()}") if wrong else RIGHT


# Anything with anything -----------------------------------------------------------------------------------------


def _compare(given: Figure, expected: Figure, case: Case) -> Judgement:
    if isinstance(given, Day) and isinstance(expected, Day):
        return _compare_days(given, expected, case)
    if isinstance(given, Clock) and isinstance(expected, Clock):
        return _compare_times(given, expected)
    if isinstance(given, Quantity) and isinstance(expected, Quantity):
        return _compare_quantities(given, expected, case)
    if isinstance(given, Day) and isinstance(expected, Quantity) and given.year == expected.value:
        known = given in case.evidence.figures or MONTHS[given.month - 1] in case.question.words
        return RIGHT if known else (Mark.CLOSE, "the answer is the year alone")
    return _compare_kinds(given, expected, case)


def _compare_kinds(given: Figure, expected: Figure, case: Case) -> Judgement:
    if isinstance(given, Quantity) and isinstance(expected, Day):
        if given.value == expected.day and MONTHS[expected.month - 1] in case.question.words:
            return RIGHT
        right = {expected.year: "the year is right, but the day is missing", expected.day: "the month is missing"}
        return Mark.WRONG, right.get(int(given.value), "it is another day")
    return Mark.WRONG, "it is something else"


def _compare_times(given: Clock, expected: Clock) -> Judgement:
    if given.minutes == expected.minutes and given.sure is expected.sure:
        return RIGHT
    if (given.minutes - expected.minutes) % 720 == 0 and not (given.sure and expected.sure):
        return Mark.CLOSE, "it does not say which half of the day"
    return Mark.WRONG, "it is another time"


def _compare_quantities(given: Quantity, expected: Quantity, case: Case) -> Judgement:
    if given.size == expected.size or _is_share(given, expected) or _is_year_of_our_era(given, expected):
        return RIGHT
    if given.unit and expected.unit:
        return _compare_units(given, expected)
    if given.value != expected.value:
        return Mark.WRONG, "it is another number"
    unit = given.unit or expected.unit
    if unit is None or _implied(unit, case) or (given in case.evidence.figures and given.unit):
        return RIGHT
    if given.unit:
        return Mark.WRONG, f"the answer is not in {unit.name}"
    return Mark.CLOSE, f"the unit is missing: {unit.name}"


def _is_share(given: Quantity, expected: Quantity) -> bool:
    """*half* and *50 percent*."""
    dimensions = {given.size[0], expected.size[0]}
    return dimensions == {"", "ratio"} and given.size[1] == expected.size[1] and given.size[1] < 1


def _is_year_of_our_era(given: Quantity, expected: Quantity) -> bool:
    """*AD 79* and *79*."""
    return given.value == expected.value and {given.size[0], expected.size[0]} == {"", "ad"}


def _compare_units(given: Quantity, expected: Quantity) -> Judgement:
    assert given.unit and expected.unit
    dimensions = {given.unit.dimension, expected.unit.dimension}
    if given.value == expected.value and "degree" in dimensions and dimensions & {"celsius", "fahrenheit"}:
        return Mark.CLOSE, f"the answer is in {expected.unit.name}"
    if given.value == expected.value:
        return Mark.WRONG, f"the unit is another: {expected.unit.name}"
    return Mark.WRONG, "it is another number"


def _implied(unit: Unit, case: Case) -> bool:
    """Whether the question already names the unit: *How many days*, *How old*, *What percentage*."""
    words = set(case.question.words)
    if unit is UNITS["year"] and words & {"old", "age", "aged"}:
        return True
    return any(UNITS.get(word) is unit for word in words if len(word) > 2)
