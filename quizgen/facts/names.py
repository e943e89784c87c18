"""What something is called, and what initials stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen import text
from quizgen.facts.article import Article, definite, token_span
from quizgen.facts.clauses import ParsedClause, is_statement
from quizgen.facts.events import make_fact
from quizgen.facts.extents import after_comma
from quizgen.facts.lexicon import NAMING
from quizgen.facts.participles import agrees_with_noun
from quizgen.facts.phrases import phrase
from quizgen.facts.remade import narrowed
from quizgen.records import Fact, Phrase, Sentence, Token, replace


def names(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """*a film named 'The Challenge'*: ``thing`` and ``name``."""
    if not is_statement(sentence):
        return
    for token in sentence.tokens:
        naming = token.lemma.lower() in NAMING or (token.lemma == "know" and not after_comma(sentence, token))
        if not naming or token.xpos != "VBN" or token.relation != "acl":
            continue
        thing, name = sentence.head(token), _given_name(sentence, token)
        if thing is None or name is None or sentence.children(name, "conj") or thing.lemma == "one":
            continue
        if thing.upos == "PROPN" or (thing.form[:1].isupper() and thing.id > 1):
            continue  # *the Maracanã, officially named …*: it has a name already
        if not agrees_with_noun(sentence, thing, token):
            continue
        fact = _name_fact(article, sentence, thing, token, name)
        if any("(" in p.text for _, p in fact.roles):
            continue
        if _says_which(sentence, thing, token):
            yield fact
        yield from _by_deed(sentence, fact, thing, token, found)


def _says_which(sentence: Sentence, thing: Token, naming: Token) -> bool:
    """*the abandoned village named*, *an institution for trade named*; *a dog named* alone could be any."""
    definite = any(t.form.lower() in ("the", "this") for t in sentence.children(thing, "det"))
    more = [t for t in sentence.children(thing, "nmod", "acl") if t is not naming and t.deprel != "nmod:poss"]
    return bool(more) or (definite and bool(sentence.children(thing, "amod", "compound")))


def _by_deed(
    sentence: Sentence, fact: Fact, thing: Token, naming: Token, found: tuple[ParsedClause, ...]
) -> Iterator[Fact]:
    """The thing by what the sentence says of it: *the dog that orbited the Earth*, *the ship that the king owned*."""
    for doing in found:
        if doing.predicate is naming:
            continue
        role = "subject" if doing.subject is thing else ""
        role = next((a.role for a, t in doing.arguments if t is thing and a.role in ("agent", "object")), role)
        if role:
            # What tells the thing apart asserts nothing: its own name is no part of it.
            told = make_fact("name", narrowed(doing, doing.clause.arguments), sentence, *fact.roles)
            others = {"subject", "agent", "object"} - {role}
            kept = tuple((r, p) for r, p in told.roles if r not in others)
            yield replace(told, roles=kept)


def _given_name(sentence: Sentence, naming: Token) -> Token | None:
    """The name that the participle gives; parsers attach it as xcomp, obj or obl."""
    if sentence.children(naming, "compound:prt") or any(t.form.lower() == "for" for t in sentence.children(naming)):
        return None  # *as called for in the Constitution*
    for token in sentence.children(naming, "xcomp", "obj", "obl", "ccomp"):
        governed = [t.form.lower() for t in sentence.children(token, "case")]
        if token.id > naming.id and token.form[:1].isupper() and governed in ([], ["as"]):
            return token
    return None


def _name_fact(article: Article, sentence: Sentence, thing: Token, naming: Token, name: Token) -> Fact:
    described = phrase(article, sentence, thing, without=[naming], marker="")
    called = phrase(article, sentence, name, marker="")
    called = replace(called, text=text.unquote(called.original), proper=True, dangling="")
    described = replace(described, text=definite(described.original))
    return Fact(
        "name", (("thing", described), ("name", called)), sentence.index, sentence.span,
        confidence=min(naming.confidence, name.confidence),
    )  # fmt: skip


_SMALL = frozenset(["of", "the", "and", "for", "in", "on", "a", "an", "to", "de", "la", "du", "des", "von", "&", "at"])

_INITIALS = re.compile(r"^[A-Z](?:\.?[A-Za-z0-9&]){0,7}\.?$")


def abbreviations(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """*the International Space Station or ISS*, *World Health Organization (WHO)*: ``short`` and ``long``."""
    if sentence.skipped:
        return
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        letters = token.form.replace(".", "")
        if not (
            2 <= len(letters) <= 7 and letters[:-1].isupper() and letters.isalnum() and _INITIALS.match(token.form)
        ):
            continue
        introduced = at > 1 and (tokens[at - 1].form in "([" or tokens[at - 1].form.lower() == "or")
        long = _spelled_out(tokens[: at - 1], letters) if introduced else None
        if long:
            yield _abbreviation(article, sentence, token, long)


def _spelled_out(before: tuple[Token, ...], letters: str) -> tuple[Token, ...] | None:
    """The run of words right before whose initials are the letters (small words may be passed over)."""
    if before and before[-1].form in (",", "“", '"'):
        before = before[:-1]
    want = letters.upper().rstrip("S") if letters.endswith("s") else letters.upper()
    for start in range(len(before) - 1, max(-1, len(before) - 12), -1):
        words = before[start:]
        for skip in (True, False):
            initials = "".join(
                t.form[0] for t in words if t.upos != "PUNCT" and not (skip and t.form.lower() in _SMALL)
            )
            if initials.upper() == want and words[0].form.lower() not in _SMALL:
                return words
    return None


def _abbreviation(article: Article, sentence: Sentence, short: Token, long: tuple[Token, ...]) -> Fact:
    spelled = " ".join(sentence.text[long[0].start - sentence.start : long[-1].end - sentence.start].split())
    if long[0].id == 1 and long[0].upos != "PROPN":
        spelled = spelled[0].lower() + spelled[1:] if not long[-1].form[:1].isupper() else spelled
    the = long[0].id > 1 and sentence.token(long[0].id - 1).form.lower() == "the"
    return Fact(
        "abbreviation",
        (
            ("short", Phrase(text=short.form, head=short.form, proper=True, sentence=sentence.index, span=short.span)),
            (
                "long",
                Phrase(
                    text=spelled,
                    head=long[-1].lemma,
                    type=short.entity,
                    proper=True,
                    determiner="the" if the else "",
                    sentence=sentence.index,
                    span=token_span(long),
                ),
            ),
        ),
        sentence.index,
        sentence.span,
    )
