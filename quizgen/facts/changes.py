"""Change: from what, to what and by how much something rose or fell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.facts.article import Article
from quizgen.facts.clauses import ParsedClause
from quizgen.facts.events import make_fact
from quizgen.facts.remade import narrowed
from quizgen.records import Argument, Fact, Phrase, Sentence, Token, replace

_VERBS = frozenset(
    "rise fall grow increase decrease drop decline climb shrink sink jump soar plunge plummet reduce raise lower "
    "cut".split()
)
_TRANSITIVE = frozenset({"raise", "reduce", "lower", "cut", "increase", "decrease", "grow", "drop"})
_YEAR = re.compile(r"(?:about |around |circa )?\d{3,4}(?: (?:CE|BCE|AD|BC))?")
_ENDS = {"from": "before", "to": "after", "by": "amount"}
_UNIT = re.compile(r"^[\d.,]+(?: (?:hundred|thousand|million|billion))? (?P<unit>[a-z].*s)$")
"""*square kilometres* of *587,000 square kilometres*: a thing counted, in the plural."""

_BOTH = re.compile(r"(?P<before>[\d.,]+(?: [a-z%]+)*) to (?P<after>[\d.,]+.*)")
"""*from 415,000 to 587,000 square kilometres* as one phrase, when the parser makes it one."""

Ends = dict[str, tuple[Argument, Token]]


def changes(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """*Sales rose from 2 to 4 million in 1990*: ``before``, ``after``, ``amount``, each told alone with its time."""
    for parsed in found:
        verb = parsed.clause.verb
        if verb.lemma not in _VERBS or verb.negated:
            continue
        ends = _ends(sentence, parsed)
        times = [a for a, t in parsed.arguments if a.phrase.type == "time" and a.position == "after"]
        for role, (argument, token) in ends.items():
            if role == "before" and len(times) > 1:
                continue  # *from 12,000 in 1970 to 45,000 in 2010*: it did not rise in 1970
            kept = _kept(parsed, ends, argument, times if role == "after" else [])
            extra = [(role, argument.phrase), *_unit(argument.phrase)]
            fact = make_fact("change", narrowed(parsed, kept), sentence, *extra)
            yield replace(fact, confidence=min(fact.confidence, token.confidence))


def _ends(sentence: Sentence, parsed: ParsedClause) -> Ends:
    ends: Ends = {}
    for argument, token in parsed.arguments:
        role = _ENDS.get(argument.phrase.marker, "")
        if argument.role in ("oblique", "object", "adverb") and _is_bare_share(parsed, argument):
            role = "amount"
        if not role or argument.role == "agent" or not _counts(sentence, argument.phrase, token) or role in ends:
            continue
        ends[role] = argument, token
        both = _BOTH.match(argument.phrase.text)
        if role == "before" and both:
            for end in ("before", "after"):
                told = replace(argument.phrase, text=both[end], marker="from" if end == "before" else "to")
                ends[end] = replace(argument, phrase=told), token
    return _with_units(ends)


def _is_bare_share(parsed: ParsedClause, argument: Argument) -> bool:
    """*rose 12 %*; *raised $3 billion* is no change."""
    shared = not argument.phrase.marker and argument.phrase.type in ("percent", "money")
    return shared and parsed.clause.verb.lemma not in _TRANSITIVE


def _counts(sentence: Sentence, told: Phrase, token: Token) -> bool:
    number = token.upos == "NUM" or bool(sentence.children(token, "nummod")) or told.type in ("percent", "money")
    plain = not told.dangling and told.determiner in ("", "a", "an") and " or " not in told.text
    return number and plain and told.type != "time" and not _YEAR.fullmatch(told.text)


def _with_units(ends: Ends) -> Ends:
    """*from 415,000 to 587,000 square kilometres*: both are square kilometres."""
    if "before" not in ends or "after" not in ends:
        return ends
    argument, token = ends["before"]
    unit = _UNIT.match(ends["after"][0].phrase.text)
    if unit and re.fullmatch(r"[\d.,]+", argument.phrase.text):
        told = replace(argument.phrase, text=f"{argument.phrase.text} {unit['unit']}")
        return {**ends, "before": (replace(argument, phrase=told), token)}
    return ends


def _unit(told: Phrase) -> list[tuple[str, Phrase]]:
    match = _UNIT.match(told.text)
    return [("unit", Phrase(match["unit"], match["unit"].split()[-1], number="plur"))] if match else []


def _kept(parsed: ParsedClause, ends: Ends, asked: Argument, times: list[Argument]) -> Iterator[Argument]:
    """What a question for one end says: not the others, and of several times only the one that goes with it.

    *The population rose from 12,000 in 1970 to 45,000 in 2010*: the last time is that of the last number.
    """
    others = {argument.phrase.head_id for argument, _ in ends.values()}
    said = False
    for argument in parsed.clause.arguments:
        if argument.phrase.head_id not in others:
            if argument not in times[:-1]:
                yield argument
        elif not said:
            said = True
            yield replace(asked, required=True)
