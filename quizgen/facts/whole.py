"""Whole sentences: what no clause of them can ask for, a blank in the sentence itself does."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen import text
from quizgen.facts.article import Article, token_span
from quizgen.facts.clauses import ParsedClause, is_statement
from quizgen.facts.details import NAMES_INSIDE, half_a_word, inside_a_name, one_of_several, role_of
from quizgen.facts.phrases import phrase
from quizgen.facts.verbs import EMPTY_ADVERBS
from quizgen.records import Fact, Phrase, Sentence, Token

_LEAST, _MOST = 8, 28
"""Words of the sentence: a shorter one says too little around the blank, a longer one is not read to its end."""
_LONGEST = 6
_PRONOUNS = frozenset({"I", "me", "my", "we", "us", "our", "you", "your"})


def wholes(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """*The name oxygen was coined in 1777 by Antoine Lavoisier …*: a phrase and the ``sentence`` around it."""
    if not is_statement(sentence) or sentence.root is None:
        return
    kept = _without_remarks(sentence)
    if not _LEAST <= len([t for t in kept if t.upos != "PUNCT"]) <= _MOST or article.dangling(sentence, kept):
        return
    if any(article.quoted(t) for t in kept) or any(t.form in _PRONOUNS for t in kept):
        return
    said = _said(article, sentence, kept)
    for token in kept:
        if (
            token.upos in ("NOUN", "PROPN", "NUM")
            and token.relation not in NAMES_INSIDE
            and token.deprel != "nmod:poss"
            and not _unfit(sentence, token)
        ):
            part = phrase(article, sentence, token, marker="")
            if _fits(said, part) and not inside_a_name(sentence, part):
                yield _fact(sentence, token, part, said)


def _unfit(sentence: Sentence, token: Token) -> bool:
    return half_a_word(sentence, token) or one_of_several(sentence, token)


def _without_remarks(sentence: Sentence) -> list[Token]:
    """The tokens without brackets, footnote marks and the connective that ties the sentence to the one before."""
    kept: list[Token] = []
    depth = 0
    for token in sentence.tokens:
        depth += token.form in ("(", "[")
        if depth == 0:
            kept.append(token)
        depth -= token.form in (")", "]")
    while kept and (
        kept[0].form.lower() in EMPTY_ADVERBS or (kept[0].upos in ("CCONJ", "PUNCT") and kept[0].form not in '“"‘')
    ):
        kept = kept[1:]
    return kept if depth == 0 else []


def _said(article: Article, sentence: Sentence, kept: list[Token]) -> Phrase:
    written = text.tidy(article.write(sentence, kept)).rstrip(" .;:,")
    return Phrase(
        text=text.capitalise(written) + ".", head="", type="sentence", sentence=sentence.index,
        tokens=tuple(t.id for t in kept), span=token_span(kept),
    )  # fmt: skip


def _fits(said: Phrase, part: Phrase) -> bool:
    short = 0 < len(part.text.split()) <= _LONGEST
    return (
        short
        and not part.dangling
        and not part.names
        and said.text.count(part.text) == 1
        and set(part.tokens) <= set(said.tokens)
    )


def _fact(sentence: Sentence, token: Token, part: Phrase, said: Phrase) -> Fact:
    sure = min((t.confidence for t in sentence.subtree(token) if t is not token), default=1.0)  # it stands as it stood
    return Fact(
        "sentence", ((role_of(token, part), part), ("sentence", said)), sentence.index, sentence.span, confidence=sure
    )
