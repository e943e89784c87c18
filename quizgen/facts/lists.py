"""Lists asked whole: *three types of rock: igneous, sedimentary and metamorphic*.

Only what the article calls complete: a number is stated and as many are named, or *be* says which they are. What
follows *such as* and *including* are examples.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.facts.article import Article
from quizgen.facts.clauses import ParsedClause
from quizgen.facts.events import make_fact
from quizgen.facts.phrases import phrase
from quizgen.facts.remade import narrowed
from quizgen.records import Argument, Fact, Phrase, Sentence, Token, replace

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_BETWEEN = re.compile(r", (?:and |& )?| and | & ")
_OPEN = re.compile(r"\b(?:such as|including|for example|e\.g\.|etc|others?|more|or)\b|[();:]")
_ADDED = re.compile(r"[();]|\bwith\b")
"""Between the members of a list: something is said of one of them, or others are named that belong elsewhere."""
_ROLES = ("object", "existent", "oblique", "attribute")
_LONGEST = 14
"""Words of a list that can be answered by heart."""


def lists(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """``members``, the whole list in the order of the text; ``counted``, *three types of rock*."""
    for parsed in found:
        if parsed.clause.verb.negated:
            continue
        yield from _counted(article, sentence, parsed)
        yield from _equal(sentence, parsed)


def _counted(article: Article, sentence: Sentence, parsed: ParsedClause) -> Iterator[Fact]:
    """A number of things and behind it, set off by a mark, their names."""
    for argument, head in ((None, parsed.subject), *((a, t) for a, t in parsed.arguments if a.role in _ROLES)):
        number, first = _number(sentence, head), _first_member(sentence, head)
        if first is None or number == 0 or head.upos != "NOUN":
            continue
        members = phrase(article, sentence, first, marker="")
        apart = [t for a, t in parsed.arguments if t.head == head.id and a.role == "oblique"]  # *there are … in Rome*
        counted = phrase(article, sentence, head, without=[first, *apart], marker=None if argument else "")
        if not _complete(members, number) or counted.dangling or counted.determiner not in ("", "the", "these"):
            continue
        counted = replace(counted, text=re.sub(r"^(?:the|these) ", "", counted.original), noun="", names=())
        told = _said(parsed, argument, counted)
        fact = make_fact("list", told, sentence, ("members", members), ("counted", counted))
        sure = min(fact.confidence, head.confidence, *(t.confidence for t in sentence.children(first, "conj")))
        yield replace(fact, confidence=sure)


def _number(sentence: Sentence, head: Token) -> int:
    stated = [t for t in sentence.children(head, "nummod") if t.id < head.id]
    form = stated[0].form.lower() if len(stated) == 1 else ""
    return _NUMBERS.get(form, int(form) if re.fullmatch("[2-8]", form) else 0)


def _first_member(sentence: Sentence, head: Token) -> Token | None:
    """The first name behind the colon, dash or comma, on which the others hang."""
    for token in sentence.children(head, "appos", "parataxis"):
        before = sentence.token(sentence.subtree(token)[0].id - 1)
        mark = sentence.subtree(token)[0].form in ":–—,-" or before.form in ":–—,-"
        if token.id > head.id and mark and token.upos in ("NOUN", "PROPN", "ADJ", "NUM"):
            return token if sentence.children(token, "conj") else None
    return None


def _complete(members: Phrase, number: int) -> bool:
    """Whether exactly so many are named, each in a few words, and nothing says that there are more."""
    parts = _BETWEEN.split(members.text)
    fitting = len(parts) == number and all(0 < len(p.split()) <= 6 for p in parts)
    short = len(members.text.split()) <= _LONGEST
    return fitting and short and not _OPEN.search(members.text) and not members.dangling


def _said(parsed: ParsedClause, old: Argument | None, counted: Phrase) -> ParsedClause:
    """The clause with the things counted in the place of the list."""
    if old is None:
        told = narrowed(parsed, parsed.clause.arguments)
        return replace(told, clause=replace(told.clause, subject=counted))
    new = replace(old, phrase=counted, required=True)
    return narrowed(parsed, (new if a is old else a for a in parsed.clause.arguments))


def _equal(sentence: Sentence, parsed: ParsedClause) -> Iterator[Fact]:
    """*The three branches of government are A, B and C.*"""
    subject, attribute = parsed.clause.subject, None
    for argument, token in parsed.arguments:
        if argument.role == "attribute" and token is parsed.predicate:
            attribute = argument
    if attribute is None or not parsed.clause.verb.copula or subject.number != "plur" or subject.dangling:
        return
    number = _number(sentence, parsed.subject)
    parts = _BETWEEN.split(attribute.phrase.text)
    others = sentence.children(parsed.predicate, "conj", "appos")
    nouns = all(t.upos in ("NOUN", "PROPN") for t in (parsed.predicate, *others))
    joined = bool(others) and nouns and " and " in attribute.phrase.text
    plain = not _ADDED.search(
        sentence.text[attribute.phrase.span.start - sentence.start : attribute.phrase.span.end - sentence.start]
    )
    definite = subject.determiner in ("the", "'s") and bool(sentence.children(parsed.subject, "nmod", "acl"))
    if (
        joined
        and plain
        and definite
        and not attribute.phrase.marker
        and _complete(attribute.phrase, number or len(parts))
    ):
        yield make_fact("list", parsed, sentence, ("members", attribute.phrase))
