"""Ages at which something happened: *at the age of 47*, *at age 38*, *aged 84*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.facts.article import Article
from quizgen.facts.clauses import ParsedClause
from quizgen.facts.events import make_fact
from quizgen.facts.extents import after_comma
from quizgen.facts.phrases import phrase
from quizgen.facts.remade import narrowed
from quizgen.records import Argument, Fact, Phrase, Sentence, Token, replace

_AGE = re.compile(
    r"(?:about |around |only |just )?(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)(?: (?:years?|months?|weeks?|days?)(?: old)?)?"
)


def ages(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """``age``, the number alone, with the marker *at the age of*."""
    for parsed in found:
        person = parsed.clause.subject.number == "sing" and parsed.clause.subject.type in ("person", "")
        if not person or parsed.clause.verb.tense != "past" or _goes_on(sentence, parsed):
            continue
        for argument, token in parsed.arguments:
            number = _age(sentence, argument, token)
            if number is None:
                continue
            told = replace(phrase(article, sentence, number), marker="at the age of", type="number", number="sing")
            if _AGE.fullmatch(told.text) and re.search(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|"
                                                       r"eleven|twelve|\w+teen|\w+ty)\b", told.text):  # fmt: skip
                yield _fact(parsed, sentence, argument, told, number)


def _goes_on(sentence: Sentence, parsed: ParsedClause) -> bool:
    """*was credited with changing …*: no question says such a clause, and without it this is half a statement."""
    clauses = (t for a, t in parsed.arguments if a.role == "clause" and a.position == "after")
    return any(t.form.lower() != "aged" and not after_comma(sentence, t) for t in clauses)


def _age(sentence: Sentence, argument: Argument, token: Token) -> Token | None:
    """The number of years: below *age* with its preposition, or behind *aged*."""
    marked = argument.role in ("oblique", "adverb") and argument.phrase.marker == "at" and token.lemma == "age"
    if not (marked or (argument.role == "clause" and token.form.lower() == "aged")):
        return None
    below = [t for t in sentence.subtree(token) if t.id > token.id and t.upos == "NUM"]
    head = sentence.head(below[0]) if below else None
    if len(below) != 1:
        return None
    return head if head is not None and head.lemma in ("year", "month", "week", "day") else below[0]


def _fact(parsed: ParsedClause, sentence: Sentence, old: Argument, told: Phrase, number: Token) -> Fact:
    said = Argument("oblique", told, old.position, True)
    kept = [said if a is old else a for a in parsed.clause.arguments]
    if parsed.clause.verb.lemma == "die":  # one dies once: the date says no more of which time is meant
        kept = [a for a in kept if a.phrase.type != "time"]
    fact = make_fact("age", narrowed(parsed, kept), sentence, ("age", told))
    return replace(fact, confidence=min(fact.confidence, number.confidence))
