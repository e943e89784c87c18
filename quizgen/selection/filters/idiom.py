"""*What does specialization allow businesses to take of scale?* – *advantage*: half of a verb is no answer."""

from __future__ import annotations

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter

_HALVES = {
    "take": "advantage place part care account note notice heed hold shape effect charge root refuge shelter office "
    "turn leave aim issue pride offence offense revenge",
    "make": "use sense way peace love fun progress contact amends sure money",
    "give": "birth rise way chase notice priority",
    "pay": "attention heed tribute homage",
    "have": "access recourse trouble difficulty",
    "lose": "sight touch track interest weight",
    "come": "power light",
    "set": "foot sail fire",
    "play": "host havoc",
    "lay": "claim siege waste",
}
_OBJECTS = {verb: frozenset(objects.split()) for verb, objects in _HALVES.items()}
"""Verbs whose bare object is a part of them."""


def check(candidate: Candidate, context: Context) -> str | None:
    sentence, head = context.sentence(candidate), context.answer_head(candidate)
    if sentence is None or head is None or head.relation not in ("obj", "obl") or len(candidate.answer.tokens) != 1:
        return None
    verb = sentence.head(head)
    half = verb is not None and head.form.lower() in _OBJECTS.get(verb.lemma, ())
    return f"'{candidate.item.answer}' is a part of the verb" if half else None


FILTER = Filter("idiom", check)
