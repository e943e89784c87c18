"""The verb group as words: stated, turned round for a question, made active. Particles are placed by the caller."""

from __future__ import annotations

from quizgen.records import Phrase, Verb
from quizgen.rules.grammar.adverbs import EARLY
from quizgen.rules.grammar.inflection import MODALS, auxiliary, finite, gerund, inflect, past, shown_number

_GET = frozenset({"get", "gets", "got"})
_DO = frozenset({"do", "does", "did"})


def agreement(subject: Phrase) -> str:
    """The number that the verb must take where a name stands in the place of *they*; empty: it fits as it is."""
    pronoun = subject.original.lower()
    return "sing" if pronoun == "they" and subject.number == "sing" and subject.text.lower() != pronoun else ""


def stated(verb: Verb, number: str = "") -> list[str]:
    """The group as it stands behind its subject, the finite word in ``number``: *has never been found*."""
    negation = [verb.negation] if verb.negation else []
    if verb.auxiliaries and verb.auxiliaries[0] in _GET:
        early, late = _adverbs(verb)
        return [*negation, *early, auxiliary(verb.auxiliaries[0], number), *verb.auxiliaries[1:], *late, verb.form]
    if verb.auxiliaries and not _emphatic(verb):
        return [*_negated(auxiliary(verb.auxiliaries[0], number), verb), *_behind_first(verb), verb.form]
    if verb.auxiliaries:
        return [*negation, *verb.adverbs, _without_do(verb, number)]
    if verb.lemma == "be":
        return [*_negated(auxiliary(verb.form, number), verb), *verb.adverbs]
    if verb.negation == "not":
        return [_do(verb, number or shown_number(verb)), "not", *verb.adverbs, verb.lemma]
    return [*negation, *verb.adverbs, finite(verb, number)]


def _negated(first: str, verb: Verb) -> list[str]:
    """The first auxiliary with the negation behind it: *has never*, *cannot*."""
    if first == "can" and verb.negation == "not":
        return ["cannot"]
    return [first, verb.negation] if verb.negation else [first]


def _behind_first(verb: Verb) -> list[str]:
    """Auxiliaries and adverbs between the first auxiliary and the verb: *may well have been completely restored*."""
    early, late = _adverbs(verb)
    return [*early, *verb.auxiliaries[1:], *late]


def _adverbs(verb: Verb) -> tuple[list[str], list[str]]:
    """Those that lean on the first auxiliary, and those that stand at the verb."""
    early = [adverb for adverb in verb.adverbs if adverb in EARLY]
    return early, [adverb for adverb in verb.adverbs if adverb not in EARLY]


def _emphatic(verb: Verb) -> bool:
    """*did reach*: the auxiliary only stresses it."""
    return len(verb.auxiliaries) == 1 and verb.auxiliaries[0] in _DO and verb.negation != "not"


def _without_do(verb: Verb, number: str) -> str:
    if verb.auxiliaries[0] == "did":
        return inflect(verb.lemma, "VBD")
    return inflect(verb.lemma, "VBP" if (number or shown_number(verb)) == "plur" else "VBZ")


def inverted(verb: Verb, subject: Phrase) -> tuple[str, list[str]]:
    """The word that moves before the subject, and those that stay behind it: *did*, *[not, find]*."""
    number = agreement(subject)
    between = [verb.negation] if verb.negation else []
    if not verb.auxiliaries and verb.lemma in ("be", "ought"):
        return auxiliary(verb.form, number), [*between, *verb.adverbs]
    supported = _do(verb, number or shown_number(verb) or subject.number)
    if not verb.auxiliaries:
        return supported, [*between, *verb.adverbs, verb.lemma]
    if verb.auxiliaries[0] in _GET:
        early, late = _adverbs(verb)  # *got* is no auxiliary for them: *never got hurt*, *still got fully paid*
        return supported, [*between, *early, "get", *verb.auxiliaries[1:], *late, verb.form]
    return auxiliary(verb.auxiliaries[0], number), [*between, *_behind_first(verb), verb.form]


def _do(verb: Verb, number: str) -> str:
    if verb.tense == "past":
        return "did"
    return "do" if number == "plur" else "does"


def active(verb: Verb, number: str) -> list[str]:
    """A passive group said actively: *is visited* → *visits*, *has been visited* → *has visited*."""
    *before, last = verb.auxiliaries
    negation = [verb.negation] if verb.negation else []
    if before:
        first = auxiliary(before[0], number)
        return [*_negated(first, verb), *before[1:], *verb.adverbs, _after(before[-1], verb)]
    if verb.negation == "not":
        return [_do(verb, number), "not", *verb.adverbs, verb.lemma]
    told = past(verb) if last in ("was", "were", "got") else inflect(verb.lemma, "VBP" if number == "plur" else "VBZ")
    return [*negation, *verb.adverbs, told]


def _after(previous: str, verb: Verb) -> str:
    """The active form that follows an auxiliary where *be* and a participle stood."""
    if previous in MODALS | _DO | {"to"}:
        return verb.lemma
    return verb.form if previous in ("has", "have", "had") else gerund(verb)
