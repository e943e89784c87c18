"""The sentences that stand inside a long one: each clause with a subject of its own, in the article's own words.

*The past record was held by John Elway, who led the Broncos to victory at age 38* holds *John Elway led the Broncos to
victory at age 38*. Nothing is put together anew but the subject, so that nothing gets lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from quizgen.facts.article import Article
from quizgen.facts.clauses import ParsedClause
from quizgen.facts.extents import opens_remark, trim_edges
from quizgen.facts.phrases import phrase
from quizgen.records import Phrase, Sentence, Token

_COPULA = {(True, "sing"): "was", (True, "plur"): "were", (False, "sing"): "is", (False, "plur"): "are"}
_RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})


@dataclass(frozen=True, slots=True)
class Passage:
    """A clause as a sentence: the subject, where it stands outside of the clause, and the words of the clause."""

    tokens: tuple[Token, ...]
    subject: Phrase | None
    """None: it stands among the tokens."""
    attribution: str = ""
    auxiliary: str = ""
    """What a participle or an apposition lacks to be a statement: *was*."""
    lead: str = ""
    """The sentence before, where a word points back at it."""
    taken_up: bool = False
    """Whether a description takes up a noun of the sentence before."""
    ids: frozenset[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "ids", frozenset(t.id for t in self.tokens))


def passages(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Passage]:
    """Of the clauses below the main one, and of appositions, the longest first."""
    made = [p for parsed in found if (p := _passage(article, sentence, parsed)) is not None]
    made += _appositions(article, sentence)
    yield from sorted(made, key=lambda p: -len(p.tokens))


def _passage(article: Article, sentence: Sentence, parsed: ParsedClause) -> Passage | None:
    clause, predicate = parsed.clause, parsed.predicate
    if clause.condition or clause.subject.dangling or not clause.subject.text:
        return None
    words = _words(sentence, predicate)
    own = parsed.subject.head == predicate.id and parsed.subject in words
    if own:
        return Passage(tuple(words), None, clause.attribution)
    group = [t for t in words if t.id == predicate.id or (t.head == predicate.id and t.relation in ("aux", "cop"))]
    if not any(t.xpos in ("VBD", "VBZ", "VBP", "MD") for t in group):
        lacking = " ".join(clause.verb.auxiliaries)
        opens = bool(words) and words[0] is predicate and not _absolute(sentence, parsed.subject)
        return Passage(tuple(words), clause.subject, clause.attribution, lacking) if lacking and opens else None
    first = min(t.id for t in group)
    adverbs = [t for t in words if t.id < first and t.relation == "advmod"]
    if any(t.id < first and t not in adverbs for t in words):
        return None
    return Passage(tuple(words), clause.subject, clause.attribution)


def _absolute(sentence: Sentence, noun: Token) -> bool:
    """*with no barriers born of fear*: no statement about barriers."""
    cases = {t.form.lower() for t in sentence.children(noun, "case", "det", "mark")}
    return bool(cases & {"with", "without", "no", "any"})


def _appositions(article: Article, sentence: Sentence) -> Iterator[Passage]:
    """*…, Jared Allen, a lineman with 136 sacks, …*: *Jared Allen was a lineman with 136 sacks*."""
    root = sentence.root
    past = root is not None and any(t.xpos == "VBD" for t in (root, *sentence.children(root, "aux", "cop")))
    for token in sentence.tokens:
        head = sentence.head(token)
        if token.relation != "appos" or head is None or head.upos != "PROPN" or token.upos != "NOUN":
            continue
        determined = any(t.form.lower() in ("a", "an", "the") for t in sentence.children(token, "det"))
        if not determined or token.id < head.id or sentence.children(token, "conj"):
            continue
        known = phrase(article, sentence, head, without=sentence.children(head, "appos", "acl"), marker="")
        words = _without_brackets(sentence, trim_edges(list(sentence.subtree(token))))
        if known.text and not known.dangling and known.number == ("plur" if token.xpos == "NNS" else "sing"):
            yield Passage(tuple(words), known, auxiliary=_COPULA[past, known.number])


def _words(sentence: Sentence, predicate: Token) -> list[Token]:
    """The clause without conjunction, relative pronoun, further clauses beside it, and remarks in brackets."""
    dropped: set[int] = set()
    for token in sentence.children(predicate):
        beside = token.relation in ("mark", "cc", "parataxis", "discourse") or token.xpos in _RELATIVE
        statement = token.relation == "conj" and (token.upos in ("VERB", "AUX") or sentence.children(token, "cop"))
        if beside or statement:
            dropped.update(t.id for t in sentence.subtree(token))
    kept = [t for t in sentence.subtree(predicate) if t.id not in dropped]
    if any(opens_remark(sentence, t) for t in kept):
        kept = _without_brackets(sentence, kept)
    return trim_edges(kept)


def _without_brackets(sentence: Sentence, tokens: list[Token]) -> list[Token]:
    kept: list[Token] = []
    depth = 0
    for token in tokens:
        depth += token.form in ("(", "[") and (depth > 0 or opens_remark(sentence, token))
        if depth == 0:
            kept.append(token)
        depth -= depth > 0 and token.form in (")", "]")
    return kept
