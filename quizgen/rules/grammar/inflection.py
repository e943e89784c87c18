"""Forms of verbs: agreement, tense, participles. The dictionary is lemminflect's."""

from __future__ import annotations

from quizgen.analysis.inflection import inflect
from quizgen.records import Phrase, Verb

_BE = {("pres", "sing"): "is", ("pres", "plur"): "are", ("past", "sing"): "was", ("past", "plur"): "were"}
_SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does", "am": "is"}
_PLURAL = {"is": "are", "was": "were", "has": "have", "does": "do"}
MODALS = frozenset("will would can could may might shall should must ought".split())


def be(number: str, tense: str) -> str:
    """*is*, *are*, *was*, *were*."""
    return _BE["past" if tense == "past" else "pres", "plur" if number == "plur" else "sing"]


def do(subject: Phrase, tense: str) -> str:
    """The auxiliary that a question needs when the verb has none."""
    if tense == "past":
        return "did"
    return "do" if subject.number == "plur" or subject.person in (1, 2) else "does"


def agree(word: str, verb: Verb, number: str) -> str:
    """A finite word made to agree in the third person: *are* → *is*, *accompany* → *accompanies*."""
    if word in _SINGULAR or word in _PLURAL:
        table = _PLURAL if number == "plur" else _SINGULAR
        return table.get(word, word)
    if word in MODALS or verb.tense != "pres" or word != verb.form or verb.auxiliaries:
        return word
    return inflect(verb.lemma, "VBP" if number == "plur" else "VBZ")
