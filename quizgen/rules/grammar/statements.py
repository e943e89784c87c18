"""Statements: a clause said again, whole or with a blank."""

from __future__ import annotations

import itertools

from quizgen import text
from quizgen.records import BLANK, Argument, Clause, Phrase, replace
from quizgen.rules.grammar import group
from quizgen.rules.grammar.adverbs import settled
from quizgen.rules.grammar.parts import (
    Unaskable,
    asked,
    check,
    in_front,
    pronominal,
    rest,
    same,
    shorten,
    usable,
    write_all,
)

_LONGEST = 28


def state(clause: Clause, target: Phrase, filler: str = BLANK) -> str:
    """The clause as a sentence with ``filler`` in the place of the target. Raises Unaskable."""
    check(clause, target)
    clause = settled(clause)
    if not same(clause.subject, target) and asked(clause, target) is None:
        raise Unaskable(f"“{target}” is no part of the clause")
    subject = (
        text.closed(filler)
        if same(clause.subject, target)
        else text.closed(pronominal(clause.subject, clause.attribution))
    )
    verb = group.stated(clause.verb, group.agreement(clause.subject))
    kept = shorten(_kept(clause, target), len(subject.split()) + len(verb), _LONGEST)
    kept = [_filled(a, target, filler) for a in kept]
    front = write_all((a for a in kept if a.position == "before"), subject, target.text)
    known = " ".join([*front, subject])
    behind = write_all((a for a in kept if a.position == "after"), known, target.text, clause.verb.particle)
    return _prefixed(clause, " ".join([*_opening(front), subject, *verb, *behind]))


def _opening(front: list[str]) -> list[str]:
    """What stands in front, each closed by a comma; the ends of a range are one: *from 1947 to 1960,*."""
    return [
        words if words.startswith("from ") and following.startswith(("to ", "until ", "till ")) else f"{words},"
        for words, following in itertools.zip_longest(front, front[1:], fillvalue="")
    ]


def tell(clause: Clause) -> str:
    """The clause as a sentence, with nothing left open. Raises Unaskable."""
    return state(clause, clause.subject, text.closed(pronominal(clause.subject, clause.attribution)))


def relative(clause: Clause, target: Phrase) -> str:
    """The clause as it follows *that* behind the thing it tells of: *(the ship that) the king owned in 1628*.

    Raises Unaskable.
    """
    check(clause, target)
    if clause.attribution or clause.condition:
        raise Unaskable("what somebody says, or what holds under a condition, tells no thing apart")
    clause = settled(clause)
    argument = asked(clause, target)
    if argument is None or argument.role != "object":
        raise Unaskable(f"“{target}” is no object of the clause")
    subject = pronominal(clause.subject, "")
    verb = group.stated(clause.verb, group.agreement(clause.subject))
    kept = shorten(rest(clause, target), len(subject.split()) + len(verb))
    return " ".join([text.closed(subject), *verb, *write_all(kept, subject, target.text, clause.verb.particle)])


def _kept(clause: Clause, target: Phrase) -> list[Argument]:
    """The arguments that are said; the target is among them whatever it is."""
    found = []
    for argument in clause.arguments:
        if same(argument.phrase, target):
            found.append(argument if argument.required else replace(argument, required=True))
        elif usable(argument, target) and (argument.position == "after" or in_front(argument)):
            found.append(argument)
    return found


def _filled(argument: Argument, target: Phrase, filler: str) -> Argument:
    if not same(argument.phrase, target):
        return argument
    return replace(argument, phrase=Phrase(filler, "", marker=argument.phrase.marker))  # of it no more is written


def _prefixed(clause: Clause, statement: str) -> str:
    fronts = [f"According to {clause.attribution}"] if clause.attribution else []
    fronts += [clause.condition] if clause.condition else []
    return text.capitalise(text.end(", ".join([*fronts, statement]), "."))
