"""Statements: a clause said again, whole or with a blank."""

from __future__ import annotations

from quizgen import text
from quizgen.records import BLANK, Argument, Clause, Phrase
from quizgen.rules.grammar.parts import pronominal, same, shorten
from quizgen.rules.grammar.questions import Unaskable, _check, _words

_LONGEST = 28


def state(clause: Clause, target: Phrase, filler: str = BLANK) -> str:
    """The clause as a sentence with ``filler`` in the place of the target. Raises Unaskable."""
    _check(clause, target)
    filled_subject = same(clause.subject, target)
    if not filled_subject and not any(same(a.phrase, target) for a in clause.arguments):
        raise Unaskable(f"“{target}” is no part of the clause")
    subject = filler if filled_subject else pronominal(clause.subject, clause.attribution)
    verb = _words(clause.verb)
    kept = shorten(_kept(clause, target), len(subject.split()) + len(verb), _LONGEST)
    front = [a for a in kept if a.position == "before"]
    behind = [a for a in kept if a.position == "after"]
    known = subject
    parts: list[str] = []
    for argument in front:
        parts.append(_fill(argument, target, filler, known) + ",")
    parts += [subject, *verb]
    parts += [_fill(a, target, filler, known) for a in behind]
    return _prefixed(clause, " ".join(parts))


def _kept(clause: Clause, target: Phrase) -> list[Argument]:
    from quizgen.rules.grammar.parts import usable

    found = [a for a in clause.arguments if same(a.phrase, target) or usable(a, target)]
    found = [a for a in found if a.position == "after" or a.role in ("oblique", "adverb") and a.phrase.marker != "according to"]
    return [Argument(a.role, a.phrase, a.position, True) if same(a.phrase, target) else a for a in found]


def _fill(argument: Argument, target: Phrase, filler: str, known: str) -> str:
    if same(argument.phrase, target):
        return f"{argument.phrase.marker} {filler}".strip()
    return f"{argument.phrase.marker} {pronominal(argument.phrase, known + target.text)}".strip()


def _prefixed(clause: Clause, statement: str) -> str:
    fronts = [f"According to {clause.attribution}"] if clause.attribution else []
    fronts += [clause.condition] if clause.condition else []
    line = text.tidy(", ".join([*fronts, statement])).rstrip(" .,;:")
    return text.capitalise(line) + "."
