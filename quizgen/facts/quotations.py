"""Quotations: the words of somebody, and who said them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen import text
from quizgen.facts.article import Article
from quizgen.facts.clauses import ParsedClause
from quizgen.facts.lexicon import SAYING
from quizgen.facts.participles import find_subject
from quizgen.facts.phrases import phrase
from quizgen.records import Fact, Phrase, Sentence, Span, Token, replace

_SAID = {"write": "wrote"}
_CONTINUING = frozenset({"And", "But", "So", "Or", "Then"})
_LEAST, _MOST = 5, 25
"""Words: a shorter quotation could be anybody's, a longer one is not read to its end."""


def quotations(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """*"We have been pioneers …," Peskov said*: ``speaker`` and ``quote``."""
    for verb in sentence.tokens:
        if verb.lemma not in SAYING or verb.upos != "VERB" or article.quoted(verb):
            continue
        speaker = find_subject(sentence, verb)
        quote = _quote(article, sentence, verb)
        if speaker is None or quote is None or article.quoted(speaker):
            continue
        who = phrase(article, sentence, speaker, marker="")
        entity = article.entity(sentence, speaker)
        if entity and entity.named and entity.type == "person":
            who = replace(who, text=entity.name, dangling="", type="person")
        saying = Phrase(_SAID.get(verb.lemma, "said"), verb.lemma)
        roles = (("speaker", who), ("quote", quote), ("saying", saying))
        sure = min(verb.confidence, speaker.confidence)
        yield Fact("quotation", roles, sentence.index, sentence.span, confidence=sure)


def _quote(article: Article, sentence: Sentence, verb: Token) -> Phrase | None:
    """The quotation that touches the sentence of the verb; of several sentences the one that says most."""
    spans = [s for s in article.speech if s.overlaps(sentence.span)]
    if len(spans) != 1:
        return None
    inside = article.analysis.document.text[spans[0].start : spans[0].end]
    words = " ".join(text.unquote(" ".join(inside.split())).strip("“”\"'‘’ ").split())
    best = _best_part(words).rstrip(".")
    return (
        Phrase(text=best, head="", type="quote", sentence=sentence.index, span=Span(spans[0].start, spans[0].end))
        if best
        else None
    )


def _best_part(words: str) -> str:
    whole = words.rstrip(" ,;")
    if not whole[:1].isupper():
        return ""
    if _LEAST <= text.count_words(whole) <= _MOST:
        return whole
    parts = [p.strip(" ,") for p in re.split(r"(?<=[.!?])\s+", whole)]
    fitting = [p for p in parts if _LEAST <= text.count_words(p) <= _MOST and p.split()[0] not in _CONTINUING]
    return fitting[0] if fitting else ""
