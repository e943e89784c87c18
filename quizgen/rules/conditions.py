"""Whether a fact fulfils what a rule asks for under ``when``."""

from __future__ import annotations

from collections.abc import Sequence
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
    if any(isinstance(option, bool) and bool(value) == option for option in allowed):
        return True
    said = str(value).lower()
    names = [option.lower() for option in allowed if isinstance(option, str)]
    barred = [name[1:] for name in names if name.startswith("!")]
    if barred and len(barred) == len(names):
        return said not in barred
    return said in names
