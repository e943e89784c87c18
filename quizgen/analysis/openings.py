"""Nouns that only their place at the head of a sentence made look like names: *Aardvarks live alone.*"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from quizgen.records import BlockKind, Sentence, Token

_COMMON = {"NNPS": "NNS", "NNP": "NN"}


def mended(sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences, an opening word a common noun where the article writes it small elsewhere and never large."""
    small: dict[str, Counter[str]] = defaultdict(Counter)
    large: set[str] = set()
    for sentence in sentences:
        for token in sentence.tokens:
            if token.upos == "NOUN" and token.form.islower():
                small[token.lemma][token.entity] += 1
            elif token.upos == "PROPN" and token is not _opening(sentence):
                large.add(token.form)
    return tuple(_mended(sentence, small, large) for sentence in sentences) if small else tuple(sentences)


def _mended(sentence: Sentence, small: dict[str, Counter[str]], large: set[str]) -> Sentence:
    token = _opening(sentence) if sentence.block is not BlockKind.HEADING else None
    if token is None or token.xpos not in _COMMON or not token.form[1:].islower() or token.form in large:
        return sentence
    lemma = token.lemma.lower()
    if lemma not in small or token.relation in ("flat", "compound") or sentence.children(token, "flat"):
        return sentence
    entity = small[lemma].most_common(1)[0][0]
    noun = replace(token, upos="NOUN", xpos=_COMMON[token.xpos], lemma=lemma, entity=entity)
    return replace(sentence, tokens=tuple(noun if t is token else t for t in sentence.tokens))


def _opening(sentence: Sentence) -> Token | None:
    return next((t for t in sentence.tokens if t.upos != "PUNCT"), None)
