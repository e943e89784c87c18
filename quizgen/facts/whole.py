"""Whole sentences: what no clause of them can ask for, a blank in the sentence itself does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen import text
from quizgen.facts.article import Article, token_span
from quizgen.facts.clauses import ParsedClause, is_statement
from quizgen.facts.details import NAMES_INSIDE, half_a_word, inside_a_name, one_of_several, role_of
from quizgen.facts.extents import opens_remark
from quizgen.facts.phrases import phrase
from quizgen.facts.shortened import shortened
from quizgen.facts.verbs import EMPTY_ADVERBS
from quizgen.records import Fact, Phrase, Sentence, Token

_LEAST, _MOST = 7, 30
"""Words of the sentence: a shorter one says too little around the blank, a longer one is not read to its end."""
_LONGEST = 6
LINKING = frozenset({"also", "however", "therefore", "thus", "moreover", "furthermore", "nevertheless", "consequently"})
_PRONOUNS = frozenset({"I", "me", "my", "we", "us", "our", "you", "your"})


def wholes(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """*The name oxygen was coined in 1777 by Antoine Lavoisier …*: a phrase and the ``sentence`` around it."""
    if not is_statement(sentence) or sentence.root is None:
        return
    whole = _without_remarks(sentence)
    if any(article.quoted(t) for t in whole) or any(t.form in _PRONOUNS for t in whole):
        return
    said: dict[tuple[int, ...], Phrase | None] = {}
    for token in whole:
        if not _askable(sentence, token):
            continue
        kept = shortened(sentence, whole, token, _MOST)
        cut = tuple(t.id for t in kept)
        if cut not in said:
            said[cut] = _said(article, sentence, kept)
        around = said[cut]
        for part in _parts(article, sentence, token) if around else ():
            if around and _fits(around, part) and not inside_a_name(sentence, part):
                yield _fact(sentence, token, part, around)


def _askable(sentence: Sentence, token: Token) -> bool:
    return (
        token.upos in ("NOUN", "PROPN", "NUM")
        and token.relation not in NAMES_INSIDE
        and token.deprel != "nmod:poss"
        and not _unfit(sentence, token)
    )


def _parts(article: Article, sentence: Sentence, token: Token) -> Iterator[Phrase]:
    """The phrase that the token heads; then without what follows its head, if it was too long."""
    yield phrase(article, sentence, token, marker="")
    behind = [t for t in sentence.children(token, "nmod", "acl", "appos", "advcl", "obl") if t.id > token.id]
    if behind:
        yield phrase(article, sentence, token, without=behind, marker="")


def _unfit(sentence: Sentence, token: Token) -> bool:
    return half_a_word(sentence, token) or one_of_several(sentence, token)


def _without_remarks(sentence: Sentence) -> list[Token]:
    """The tokens without brackets, footnote marks and the words that tie the sentence to the one before."""
    kept: list[Token] = []
    depth = 0
    for token in sentence.tokens:
        depth += opens_remark(sentence, token) or (depth > 0 and token.form in ("(", "["))
        if depth == 0 and not _links(sentence, token):
            kept.append(token)
        depth -= depth > 0 and token.form in (")", "]")
    while kept and (
        kept[0].form.lower() in EMPTY_ADVERBS or (kept[0].upos in ("CCONJ", "PUNCT") and kept[0].form not in '“"‘')
    ):
        kept = kept[1:]
    return kept if depth == 0 else []


def _links(sentence: Sentence, token: Token) -> bool:
    """*also*, and *however* with its comma: what only ties the sentence to its neighbours."""
    if token.upos == "ADV" and token.form.lower() in LINKING and token.relation == "advmod":
        return not sentence.children(token)
    before = sentence.token(token.id - 1) if token.id > 1 else None
    return token.form == "," and before is not None and before.form != "," and _links(sentence, before)


def _said(article: Article, sentence: Sentence, kept: list[Token]) -> Phrase | None:
    """The tokens as a sentence; None when there are too few, or one leans on what was said before."""
    if len([t for t in kept if t.upos != "PUNCT"]) < _LEAST or article.dangling(sentence, kept, read_whole=True):
        return None
    written = text.capitalise(text.tidy(article.write(sentence, kept)).rstrip(" .;:,"))
    closed = re.search(r"[.!?][\"”’']$", written)
    return Phrase(
        text=written if closed else f"{written}.", head="", type="sentence", sentence=sentence.index,
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
    inner = (sentence.token(i) for i in part.tokens if i != token.id)
    sure = min((t.confidence for t in inner), default=1.0)  # it stands as it stood
    return Fact(
        "sentence", ((role_of(token, part), part), ("sentence", said)), sentence.index, sentence.span, confidence=sure
    )
