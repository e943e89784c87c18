"""Questions: the wh-phrase in front, the auxiliary before the subject, the rest in its order."""

from __future__ import annotations

from quizgen import text
from quizgen.records import Argument, Clause, Phrase, Verb
from quizgen.rules.grammar.inflection import MODALS, agree, do, inflect
from quizgen.rules.grammar.parts import asked, pronominal, rest, same, shorten, write_all

_ADVERBIAL = frozenset({"when", "where", "why", "how"})
_PREPOSITIONS = frozenset(
    "in on at by for from to with of about since until during after before into through over under near between".split()
)


class Unaskable(Exception):
    """This clause cannot be asked so; the message says why, as a sentence for ``quizgen explain``."""


def ask(clause: Clause, wh: str, target: Phrase) -> str:
    """A question for ``target``, a part of the clause: *Where was Ada Lovelace born?*

    ``wh`` is the wh-phrase. *When*, *where*, *why*, *how* and a wh-phrase that begins with a preposition take the
    place of the target's own preposition; before any other the preposition stays where it was.
    Raises Unaskable.
    """
    _check(clause, target)
    if same(clause.subject, target):
        words = _subject_question(clause, wh, target)
    else:
        words = _other_question(clause, wh, target)
    return prefixed(clause, finish(words))


def _check(clause: Clause, target: Phrase) -> None:
    subject = clause.subject
    if subject.dangling and not same(subject, target):
        raise Unaskable(f"nothing tells what “{subject.dangling}” is")
    for argument in clause.arguments:
        if argument.required and argument.phrase.dangling and not same(argument.phrase, target):
            raise Unaskable(f"nothing tells what “{argument.phrase.dangling}” is")
    if clause.attribution and target.text in clause.attribution:
        raise Unaskable("the answer is the one who says so")
    if target.dangling:
        raise Unaskable(f"the answer “{target}” points at something outside it")


# ------------------------------------------------------------------------------------------ the subject is asked for


def _subject_question(clause: Clause, wh: str, target: Phrase) -> str:
    plural = wh.split()[0].lower() in ("which", "how", "what") and len(wh.split()) > 1 and target.number == "plur"
    verb = clause.verb
    words = [agree(w, verb, "plur" if plural else "sing") if i == 0 else w for i, w in enumerate(_words(verb))]
    return _join(clause, [wh, *words], target)


def _words(verb: Verb) -> list[str]:
    """The verb group as it stands, with negation and do-support for it, adverbs and particle."""
    negation = [verb.negation] if verb.negation else []
    if verb.auxiliaries:
        first, *others = verb.auxiliaries
        return [first, *negation, *others, *verb.adverbs, verb.form, *_particle(verb)]
    if verb.lemma == "be":
        return [verb.form, *negation, *verb.adverbs]
    if verb.negation == "not":
        base = "did" if verb.tense == "past" else "does" if verb.tag == "VBZ" else "do"
        return [base, "not", *verb.adverbs, verb.lemma, *_particle(verb)]
    return [*negation, *verb.adverbs, verb.form, *_particle(verb)]


def _particle(verb: Verb) -> list[str]:
    return [verb.particle] if verb.particle else []


# ------------------------------------------------------------------------------------------ something else is asked for


def _other_question(clause: Clause, wh: str, target: Phrase) -> str:
    argument = asked(clause, target)
    if argument is None:
        raise Unaskable(f"“{target}” is no part of the clause that can be asked for")
    first, others = _inverted(clause)
    subject = pronominal(clause.subject, clause.attribution)
    return _join(clause, [wh, first, subject, *others], target, stranded=_stranded(wh, argument))


def _inverted(clause: Clause) -> tuple[str, list[str]]:
    """The word that moves before the subject, and those that stay behind it."""
    verb = clause.verb
    negation = [verb.negation] if verb.negation else []
    if verb.copula or verb.lemma == "be":
        if verb.auxiliaries:
            return verb.auxiliaries[0], [*negation, *verb.auxiliaries[1:], *verb.adverbs, verb.form]
        return verb.form, [*negation, *verb.adverbs]
    if verb.auxiliaries:
        return verb.auxiliaries[0], [*negation, *verb.auxiliaries[1:], *verb.adverbs, verb.form, *_particle(verb)]
    return do(clause.subject, verb.tense), [*negation, *verb.adverbs, verb.lemma, *_particle(verb)]


def _stranded(wh: str, argument: Argument) -> str:
    """The target's preposition, when the wh-phrase does not take it along."""
    first = wh.split()[0].lower()
    if first in _PREPOSITIONS or wh.lower() in _ADVERBIAL or first == "how":
        return ""
    return argument.phrase.marker


def _join(clause: Clause, front: list[str], target: Phrase, stranded: str = "") -> str:
    """Front words, the kept arguments, and a stranded preposition where its phrase stood."""
    kept = rest(clause, target)
    known = " ".join([*front, target.text, clause.attribution])
    words = sum(len(w.split()) for w in front)
    if same(clause.subject, target) or not stranded:
        kept = shorten(kept, words)
        return " ".join([*front, *write_all(kept, known)])
    before, after = _around(clause, kept, target)
    kept_before, kept_after = shorten(before, words + 1), shorten(after, words + 4)
    return " ".join([*front, *write_all(kept_before, known), stranded, *write_all(kept_after, known)])


def _around(clause: Clause, kept: list[Argument], target: Phrase) -> tuple[list[Argument], list[Argument]]:
    order = list(clause.arguments)
    at = next(i for i, a in enumerate(order) if same(a.phrase, target))
    before = [a for a in kept if a.position == "after" and order.index(a) < at]
    return before, [a for a in kept if a not in before]


# ------------------------------------------------------------------------------------------ passive turned active


def ask_active(clause: Clause, wh: str) -> str:
    """A question for the agent of a passive clause, in the active voice: *Who accompanies …?* Raises Unaskable."""
    verb = clause.verb
    agent = next((a for a in clause.arguments if a.role == "agent"), None)
    if not verb.passive or agent is None:
        raise Unaskable("the clause is not passive with an agent")
    _check(clause, agent.phrase)
    plural = len(wh.split()) > 1 and agent.phrase.number == "plur"
    words = _active_words(verb, "plur" if plural else "sing")
    known = f"{wh} {agent.phrase.text}"
    target = pronominal(clause.subject, known)
    return prefixed(clause, finish(_join(clause, [wh, *words, target, *_particle(verb)], agent.phrase)))


def _active_words(verb: Verb, number: str) -> list[str]:
    """*is visited* → *visits*, *has been visited* → *has visited*, *will be visited* → *will visit*."""
    *before, last = verb.auxiliaries
    negation = [verb.negation] if verb.negation else []
    if not before:
        if verb.negation:
            base = "did" if verb.tense == "past" else ("do" if number == "plur" else "does")
            return [base, *negation, verb.lemma]
        tag = "VBD" if last in ("was", "were", "got") else "VBP" if number == "plur" else "VBZ"
        return [*verb.adverbs, inflect(verb.lemma, tag)]
    previous = before[-1]
    tag = "VB" if previous in MODALS or previous == "to" else "VBN" if previous in ("has", "have", "had") else "VBG"
    first = _agreeing(before[0], number)
    return [first, *negation, *before[1:], *verb.adverbs, inflect(verb.lemma, tag)]


def _agreeing(word: str, number: str) -> str:
    table = {"are": "is", "were": "was", "have": "has"} if number == "sing" else {"is": "are", "was": "were", "has": "have"}
    return table.get(word, word)


# ------------------------------------------------------------------------------------------ print


def prefixed(clause: Clause | None, question: str) -> str:
    """The question with the condition it holds under, or with who says so."""
    if clause is None:
        return question
    front = clause.condition
    if clause.attribution:
        front = f"according to {clause.attribution}" + (f", {front}" if front else "")
    if not front or not question:
        return question
    return finish(f"{front}, {question[0].lower()}{question[1:]}")


def finish(words: str) -> str:
    """Spacing, capital and question mark."""
    line = text.tidy(words).rstrip(" .,;:?")
    return text.capitalise(line) + "?"
