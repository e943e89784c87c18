"""The parts of a clause that a question or a statement is put together from."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quizgen.records import Argument, Clause, Phrase
from quizgen.text import closed

LONGEST = 22
"""Words: a question beyond this loses what it can do without."""
_LINKING = frozenset(
    {
        "for example", "for instance", "in fact", "of course", "in addition", "in general", "on the other hand",
        "on the one hand",
        "in short", "as a result", "in contrast", "in particular", "in turn", "on the contrary", "at first", "at last",
        "in the end", "in other words", "by contrast", "as well", "in this way", "at all", "in response", "once again",
    }
)  # fmt: skip
"""Adverbials that tie a sentence to its neighbours."""
_DROPPED_FIRST = ("clause", "adverb", "cause", "means", "purpose", "oblique", "agent")
_WAYS = frozenset("back away home out off down up".split())
"""*pull back its forces*: without it the verb says something else."""
_TIMED = ("before", "after", "while", "when", "until")
_COMPARING = frozenset(
    {"according to", "unlike", "like", "as", "as in", "besides", "in addition to", "apart from", "aside from"}
)
"""Prepositions of a front adverbial that looks beyond the clause."""
_POINTING = re.compile(r"\b(?:he|she|it|they|his|her|hers|its|their|theirs|him|them)\b", re.I)
_OBJECTIVE = {"i": "me", "he": "him", "she": "her", "we": "us", "they": "them"}
_PRONOUNS = frozenset({*_OBJECTIVE.values(), "it", "you", "himself", "herself", "itself", "themselves"})


class Unaskable(Exception):
    """This clause cannot be asked so; the message says why, as a sentence for ``quizgen explain``."""


def same(one: Phrase, other: Phrase) -> bool:
    """Whether two phrases are the same words of the article."""
    return one is other or (bool(one.tokens) and one.sentence == other.sentence and one.tokens == other.tokens)


def asked(clause: Clause, target: Phrase) -> Argument | None:
    """The argument that the target is; None for the subject."""
    return next((a for a in clause.arguments if same(a.phrase, target)), None)


def check(clause: Clause, target: Phrase) -> None:
    """Whether the clause can be asked or stated with the target left out. Raises Unaskable."""
    needed = [clause.subject, *(a.phrase for a in clause.arguments if a.required)]
    for phrase in needed:
        if phrase.dangling and not same(phrase, target):
            raise Unaskable(f"nothing tells what “{phrase.dangling}” is")
    if target.dangling:
        raise Unaskable(f"the answer “{target}” points at something outside it")
    if names(clause.attribution, target.text):
        raise Unaskable("the answer is the one who says so")
    if names(clause.condition, target.text):
        raise Unaskable("the condition names the answer")
    if same(clause.subject, target) and looks_ahead(clause):
        raise Unaskable("the condition points at the answer")


def names(text: str, words: str) -> bool:
    """Whether these words stand in the text, whole and in any case."""
    return bool(text and words) and bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.I))


def looks_ahead(clause: Clause) -> bool:
    """Whether the condition has a pronoun for what the clause names: *once they reach land, cyclones lose strength*."""
    return bool(_POINTING.search(clause.condition))


def rest(clause: Clause, target: Phrase) -> list[Argument]:
    """The arguments that a question keeps, in their order; what stood before the verb comes last."""
    kept = [a for a in clause.arguments if not same(a.phrase, target) and usable(a, target)]
    return _place_before_time([a for a in kept if a.position == "after"]) + [a for a in kept if in_front(a)]


def _place_before_time(arguments: list[Argument]) -> list[Argument]:
    """*arrived on Tuesday at the station* → *arrived at the station on Tuesday*."""
    ordered = list(arguments)
    for i in range(len(ordered) - 1):
        time, place = ordered[i : i + 2]
        adjuncts = {time.role, place.role} <= {"oblique", "adverb"}
        if (
            adjuncts
            and time.phrase.type == "time"
            and place.phrase.type == "place"
            and len(place.phrase.text.split()) < 7
        ):
            ordered[i : i + 2] = place, time
    return ordered


def in_front(argument: Argument) -> bool:
    """Whether it stood before the verb and is said again."""
    said = argument.role in ("oblique", "adverb") and argument.phrase.marker not in _COMPARING
    return argument.position == "before" and said


def usable(argument: Argument, target: Phrase) -> bool:
    """Whether an argument may stand in print. What can be left out must not point at what is not there."""
    phrase = argument.phrase
    if argument.required or phrase.text in _WAYS:
        return True
    if phrase.dangling or not phrase.text or len(phrase.text.split()) > 14:
        return False
    if f"{phrase.marker} {phrase.text}".strip().lower() in _LINKING:
        return False
    if argument.role == "oblique" and argument.position == "before" and _is_loose(phrase):
        return False
    if argument.role == "clause":
        return argument.position == "after" and phrase.text.split()[0] in _TIMED
    counted = "first time" in phrase.text or "last time" in phrase.text  # *for the first time in nineteen months*
    return counted or not (target.type == "time" and phrase.type == "time")


def _is_loose(phrase: Phrase) -> bool:
    """*In 1849, slavery, Congress passed …*: a noun without its preposition, which is neither a time nor a measure."""
    return not phrase.marker and phrase.type not in ("time", "number", "percent", "money") and phrase.text.islower()


def shorten(arguments: list[Argument], others: int, longest: int = LONGEST) -> list[Argument]:
    """Leaves out optional arguments, the least needed first, until all fits in ``longest`` words."""
    kept = list(arguments)
    for role in _DROPPED_FIRST:
        for argument in reversed(arguments):
            if others + sum(len(a.phrase.text.split()) + 1 for a in kept) <= longest:
                return kept
            needed = argument.required or argument.phrase.text in _WAYS
            if argument.role == role and not needed and argument in kept:
                kept.remove(argument)
    return kept


def pronominal(phrase: Phrase, known: str, answer: str = "") -> str:
    """The phrase with the article's own pronouns, when the reader knows every name that they stand for.

    ``known`` is what the question has said already. Of the answer a pronoun may be said too (*Who sold his house?*),
    and must be, or the question would name it.
    """
    if phrase.names and phrase.original and all(_told(name, known, answer) for name in phrase.names):
        return phrase.original
    return phrase.text


def _told(name: str, known: str, answer: str) -> bool:
    """*a surgeon* is told by *the surgeon* too; an answer tells no more than those it is made of."""
    forms = {name.lower(), re.sub(r"^(?:an?|some) ", "the ", name.lower())}
    answers = {answer.lower(), *re.split(r", | and ", answer.lower())}
    described = any(one.endswith(f" {form}") for one in answers for form in forms)  # *politician Raymond Wong*
    return described or not forms.isdisjoint(answers) or any(form in known.lower() for form in forms)


def objective(words: str) -> str:
    """*he* → *him*, where a subject becomes an object."""
    return _OBJECTIVE.get(words.lower(), words)


def write_all(arguments: Iterable[Argument], known: str, answer: str = "", particle: str = "") -> list[str]:
    """The arguments with their prepositions, one after another; each name is written once.

    A particle comes first, but behind an object that is a pronoun: *tore down the wall*, *tore it down*.
    """
    texts: list[str] = []
    for argument in arguments:
        words = pronominal(argument.phrase, " ".join([known, *texts]), answer)
        texts.append(f"{argument.phrase.marker} {words}".strip())
    texts = [*map(closed, texts[:-1]), *texts[-1:]]
    behind = 1 if texts and texts[0].lower() in _PRONOUNS else 0
    return [*texts[:behind], *([particle] if particle else []), *texts[behind:]]
