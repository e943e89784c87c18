"""Questions: the wh-phrase in front, the auxiliary before the subject, the rest in its order."""

from __future__ import annotations

import re

from quizgen import text
from quizgen.records import Argument, Clause, Phrase, replace
from quizgen.rules.grammar import group
from quizgen.rules.grammar import wh as wh_phrases
from quizgen.rules.grammar.adverbs import of_one, settled
from quizgen.rules.grammar.parts import (
    Unaskable,
    asked,
    check,
    in_front,
    looks_ahead,
    objective,
    pronominal,
    rest,
    same,
    shorten,
    write_all,
)

_CLAUSAL = frozenset({"complement", "content", "purpose", "means", "cause", "clause"})
_RELATIVE = re.compile(r"\b(?:that|which|who|whom|whose|where)\b")
_FOR_WHOM = frozenset(
    {"buy", "make", "build", "cook", "find", "bake", "order", "win", "get", "leave", "reserve", "knit"}
)
"""Verbs whose recipient turns into *for somebody*, not *to somebody*."""


def ask(clause: Clause, wh: str, target: Phrase) -> str:
    """A question for ``target``, a part of the clause: *Where was Ada Lovelace born?*

    ``wh`` is the wh-phrase. *When*, *where*, *why*, *how* and a wh-phrase that begins with a preposition take the
    place of the target's own preposition; before any other the preposition stays where it was.
    Raises Unaskable.
    """
    check(clause, target)
    clause, wh = settled(clause), wh_phrases.fitted(wh, target)
    if same(clause.subject, target):
        front = [wh, *group.stated(of_one(clause.verb), wh_phrases.number(wh, clause))]
        return prefixed(clause, finish(_behind(clause, front, target)))
    argument = asked(clause, target)
    if argument is None:
        raise Unaskable(f"“{target}” is no part of the clause that can be asked for")
    first, others = group.inverted(clause.verb, clause.subject)
    front = [wh, first, text.closed(pronominal(clause.subject, clause.attribution)), *others]
    stranded = "" if wh_phrases.takes_preposition(wh) else _preposition(clause, argument)
    if stranded and f" {stranded} {stranded} " in _around(clause, front, argument, stranded):
        front[0] = _fronted(stranded, wh)  # *in which city*, not *which city … in in 1990*
        stranded = ""
    said = _around(clause, front, argument, stranded) if stranded else _behind(clause, front, target)
    return prefixed(clause, finish(said))


def ask_active(clause: Clause, wh: str) -> str:
    """A question for the agent of a passive clause, in the active voice: *Who accompanies …?* Raises Unaskable."""
    agent = next((a.phrase for a in clause.arguments if a.role == "agent"), None)
    if not clause.verb.passive or agent is None:
        raise Unaskable("the clause is not passive with an agent")
    check(clause, agent)
    clause, wh = settled(clause), wh_phrases.fitted(wh, agent)
    verb = group.active(clause.verb, wh_phrases.number(wh, clause))
    undergoes = replace(clause.subject, text=objective(pronominal(clause.subject, wh, agent.text)), names=())
    moved = Argument("object", undergoes, "after", True)
    return prefixed(clause, finish(_behind(clause, [wh, *verb], agent, moved)))


# ------------------------------------------------------------------------------------------ what follows the verb


def _behind(clause: Clause, front: list[str], target: Phrase, *moved: Argument) -> str:
    """Front words and the kept arguments."""
    kept = shorten([*moved, *rest(clause, target)], _count(front))
    known, opening = _known(clause, front), _opening(kept)
    said = [*front, *write_all([a for a in kept if a not in opening], known, target.text, clause.verb.particle)]
    if not opening:
        return " ".join(said)
    return f"{' '.join(write_all(opening, '', target.text))}, {_uncapitalised(' '.join(said))}"


def _opening(kept: list[Argument]) -> list[Argument]:
    """What opens the question, as it did the sentence: it would hang on the wrong word at the end.

    *In Ion, who tells of the disapproval that he expresses in the Republic?*
    """
    fronts = [a for a in kept if in_front(a)]
    behind = [a for a in kept if a not in fronts]
    if fronts and any(_RELATIVE.search(a.phrase.text) for a in behind):
        return fronts
    return fronts[:1] if len(fronts) > 1 and fronts[0].phrase.type != "time" else []


def _around(clause: Clause, front: list[str], argument: Argument, stranded: str) -> str:
    """Front words and the kept arguments, with a stranded preposition where its phrase stood."""
    before, after = _sides(clause, argument)
    before, after = shorten(before, _count(front) + 1), shorten(after, _count(front) + 4)
    known, answer = _known(clause, front), argument.phrase.text
    nearer = write_all(before, known, answer, clause.verb.particle)
    return " ".join([*front, *nearer, stranded, *write_all(after, " ".join([known, *nearer]), answer)])


def _fronted(preposition: str, wh: str) -> str:
    """The wh-phrase with its preposition: *in which city*, *with whom*."""
    wh = _uncapitalised(wh)
    return f"{preposition} {'whom' if wh == 'who' else wh}"


def _sides(clause: Clause, argument: Argument) -> tuple[list[Argument], list[Argument]]:
    """The kept arguments that stood before the target, and those behind it; a recipient's *to* follows the object."""
    kept, order = rest(clause, argument.phrase), list(clause.arguments)
    at = order.index(argument)
    if argument.role == "recipient":
        at = max([at, *(i for i, a in enumerate(order) if a.role == "object")])
    before = [a for a in kept if a.position == "after" and order.index(a) <= at]
    return before, [a for a in kept if a not in before]


def _preposition(clause: Clause, argument: Argument) -> str:
    """What stays behind where the target stood. Conjunctions never do."""
    if argument.role in _CLAUSAL:
        return ""
    if argument.role == "recipient" and not argument.phrase.marker:
        return "for" if clause.verb.lemma in _FOR_WHOM else "to"
    return argument.phrase.marker


def _known(clause: Clause, front: list[str]) -> str:
    return " ".join([*front, clause.attribution])


def _count(words: list[str]) -> int:
    return sum(len(w.split()) for w in words)


# ------------------------------------------------------------------------------------------ print


def prefixed(clause: Clause | None, question: str) -> str:
    """The question with the condition it holds under and with who says so; what points back stands behind."""
    if clause is None or not question:
        return question
    fronts = [f"according to {clause.attribution}"] if clause.attribution else []
    if clause.condition and looks_ahead(clause):
        question = finish(f"{question.removesuffix('?')} {clause.condition}")
    elif clause.condition:
        fronts.append(clause.condition)
    return finish(", ".join([*fronts, _uncapitalised(question)])) if fronts else question


def _uncapitalised(question: str) -> str:
    """The question as it goes on behind a comma: a wh-word or a preposition gets small, a name stays."""
    first = question.split(" ")[0]
    small = first.lower() in wh_phrases.WORDS or first.lower() in wh_phrases.PREPOSITIONS
    return question[0].lower() + question[1:] if small else question


def finish(words: str) -> str:
    """Spacing, capital and question mark."""
    return text.capitalise(text.end(words, "?"))
