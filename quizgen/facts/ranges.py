"""From one year to another: *ruled from 1321 to 1323*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.analysis.calendar_text import month_number
from quizgen.facts.article import Article
from quizgen.facts.clauses import ParsedClause
from quizgen.facts.events import make_fact
from quizgen.facts.phrases import phrase
from quizgen.facts.remade import narrowed
from quizgen.records import Argument, Fact, Sentence, Token, replace

_ENDING = frozenset({"to", "until", "till", "through"})


def ranges(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """``range``: both ends as one answer, *from 1321 to 1323*."""
    for parsed in found:
        if parsed.clause.verb.copula and parsed.predicate.upos == "VERB":
            continue  # *is to run from May to June*: no copula, whatever the tree says
        for argument, token in parsed.arguments:
            if argument.phrase.marker != "from" or argument.phrase.type != "time" or argument.role != "oblique":
                continue
            end = _end(parsed, sentence, token)
            if end is None or not (_is_dated(sentence, token) and _is_dated(sentence, end)):
                continue  # *from one season to the next*, *from sunset to sunrise*
            fact = _range(article, sentence, parsed, token, end)
            yield replace(fact, confidence=min(fact.confidence, token.confidence, end.confidence))


def _is_dated(sentence: Sentence, end: Token) -> bool:
    """A year, a day, a month: something that has a place in the calendar."""
    words = [t.form for t in sentence.subtree(end)]
    return any(re.search(r"\d", word) or month_number(word) for word in words)


def _end(parsed: ParsedClause, sentence: Sentence, start: Token) -> Token | None:
    """The other end: beside the first in the tree, or below it; it begins where the first one ends."""
    beside = [t for a, t in parsed.arguments if a.role == "oblique"]
    for token in (*beside, *sentence.children(start, "nmod")):
        case = sentence.child(token, "case")
        near = case is not None and case.form.lower() in _ENDING and case.id == _last(sentence, start, token) + 1
        if near and (token.entity == "time" or token.form.isdigit()):
            return token
    return None


def _last(sentence: Sentence, start: Token, end: Token) -> int:
    """Id of the last word of the first end."""
    below = {t.id for t in sentence.subtree(end)}
    return max(t.id for t in sentence.subtree(start) if t.id not in below)


def _range(article: Article, sentence: Sentence, parsed: ParsedClause, start: Token, end: Token) -> Fact:
    words = sorted({*sentence.subtree(start), *sentence.subtree(end)}, key=lambda t: t.id)
    case = sentence.child(start, "case")
    both = phrase(article, sentence, start, tokens=[t for t in words if t is not case], marker="from")
    said = Argument("oblique", replace(both, type="time"), "after", True)
    ends = (start.id, end.id)
    kept = [said if a.phrase.head_id == start.id else a for a in parsed.clause.arguments if a.phrase.head_id != ends[1]]
    return make_fact("time", narrowed(parsed, kept), sentence, ("range", said.phrase))
