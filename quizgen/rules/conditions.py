"""Whether a fact fulfils what a rule asks for under ``when``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from quizgen.records import Fact, Rule


def matches(rule: Rule, fact: Fact) -> bool:
    """Whether the fact fulfils every condition under ``when``."""
    return all(_holds(fact, role, conditions) for role, conditions in rule.when)


def _holds(fact: Fact, role: str, conditions: Sequence[tuple[str, tuple[str | bool, ...]]]) -> bool:
    record = _record(fact, role)
    for field, allowed in conditions:
        if field == "present":
            if (record is not None) != (True in allowed):
                return False
        elif record is None or not _allowed(getattr(record, field), allowed):
            return False
    return True


def _record(fact: Fact, role: str) -> Any:
    if role == "fact":
        return fact
    if role == "clause":
        return fact.clause
    if role == "verb":
        return fact.clause.verb if fact.clause else None
    return fact.role(role)


def _allowed(value: object, allowed: tuple[str | bool, ...]) -> bool:
    """A list means any of them; ``!x`` anything but x, several of these none of them; a bool whether it is filled."""
    filled, names, barred = _options(allowed)
    if filled and bool(value) in filled:
        return True
    said = str(value).lower()
    return said not in barred if barred else said in names


@lru_cache(maxsize=1024)
def _options(allowed: tuple[str | bool, ...]) -> tuple[frozenset[bool], frozenset[str], frozenset[str]]:
    """Of what is allowed the bools and the names; where all of these are barred, those without their mark."""
    names = frozenset(option.lower() for option in allowed if isinstance(option, str))
    barred = frozenset(name[1:] for name in names if name.startswith("!"))
    filled = frozenset(option for option in allowed if isinstance(option, bool))
    return filled, names, barred if len(barred) == len(names) else frozenset()
