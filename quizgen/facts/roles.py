"""Who holds which office, and what somebody is by profession."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen import text
from quizgen.analysis.names import PEOPLES
from quizgen.facts.article import Article
from quizgen.facts.clauses import ParsedClause, is_statement
from quizgen.facts.described import describing, named_apposition
from quizgen.facts.extents import phrase_tokens
from quizgen.facts.lexicon import ADDRESSES, OFFICES, RELATIONS
from quizgen.facts.phrases import phrase
from quizgen.records import Fact, Phrase, Sentence, Token, replace

_OF_A_PEOPLE = frozenset("president king queen premier chancellor emperor empress tsar sultan".split())
"""Offices that a people has one of: *the French president*."""


def roles(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """*Kremlin spokesman Dmitry Peskov*: ``person`` with an ``office`` that one holds, or a ``profession``."""
    if not is_statement(sentence):
        return
    for token in sentence.tokens:
        named = token if token.upos == "PROPN" else named_apposition(article, sentence, token)
        if named is None or article.type(sentence, named) != "person" or token.relation == "flat":
            continue
        if token.upos == "PROPN" and token.relation == "appos":
            head = sentence.head(token)
            if head is not None and head.upos == "NOUN":
                continue  # told from the noun's side
        description = (
            describing(article, sentence, token) if token is named else _noun_description(article, sentence, token)
        )
        if description.lower().startswith(("former ", "late ", "future ")):
            description = description.split(" ", 1)[1] if _one_holds_it(description) else ""
        if description and not re.search(r"\d", description) and not _is_relation(description):
            yield _role_fact(article, sentence, named, token, description)


def _is_relation(description: str) -> bool:
    """Whether it says what somebody is to another, or no more than a form of address."""
    words = description.lower().split()
    if words[0] in ("first", "second", "third", "last", "only", "next") or words[0].endswith("est"):
        return True
    head = next(
        (w for i, w in enumerate(words) if i + 1 == len(words) or words[i + 1] in ("of", "at", "in", "for", "from")),
        words[-1],
    )
    return head in RELATIONS or (len(words) == 1 and head in ADDRESSES)


def _noun_description(article: Article, sentence: Sentence, noun: Token) -> str:
    dropped = sentence.children(noun, "appos", "acl", "det")
    if sentence.children(noun, "nmod:poss"):
        return ""
    words = phrase_tokens(sentence, noun, dropped)
    joined = sentence.children(noun, "conj", "cc")
    hidden = {s.id for t in joined for s in sentence.subtree(t)}
    return text.trim(article.write(sentence, [t for t in words if t.id not in hidden]))


def _role_fact(article: Article, sentence: Sentence, named: Token, token: Token, description: str) -> Fact:
    person = phrase(article, sentence, named, marker="")
    entity = article.entity(sentence, named)
    if entity and entity.named:
        person = replace(person, text=entity.name, dangling="")
    person = replace(person, number="sing")
    role = "office" if _one_holds_it(description) else "profession"
    said = Phrase(
        text=description, head=description.split()[-1], type="role", sentence=sentence.index,
        span=named.span, definition=description,
    )  # fmt: skip
    return Fact(
        "role",
        (("person", person), (role, said)),
        sentence.index,
        sentence.span,
        confidence=min(named.confidence, token.confidence),
    )


def _one_holds_it(description: str) -> bool:
    """*Kremlin spokesman*, *president of France*: a name inside, or *of*, tells which one."""
    words = description.split()
    office = any(w.lower() in OFFICES for w in words)
    named = any(w[:1].isupper() and w.lower() not in PEOPLES | OFFICES for w in words)
    ruler = any(w.lower() in _OF_A_PEOPLE for w in words) and any(w.lower() in PEOPLES for w in words)
    return ruler or (office and len(words) > 1 and (named or "of" in words))
