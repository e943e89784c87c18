"""Quotations: the words of somebody, and who said them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen import text
from quizgen.facts.article import Article
from quizgen.facts.clauses import ParsedClause
from quizgen.facts.described import named_apposition
from quizgen.facts.lexicon import SAYING
from quizgen.facts.participles import find_subject
from quizgen.facts.phrases import phrase
from quizgen.records import Fact, Phrase, Sentence, Span, Token, replace

_SAID = {"write": "wrote"}
_CONTINUING = frozenset({"And", "But", "So", "Or", "Then"})
_JOINING = frozenset({"and", "but", "or", "so", "yet", "nor", "which", "because"})
"""Words before which the comma in front of the speaker is the quotation's own."""
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
        entity = article.entity(sentence, named_apposition(article, sentence, speaker) or speaker)
        if entity and entity.named and entity.type == "person":
            who = replace(who, text=entity.name, dangling="", type="person")
        saying = Phrase(_SAID.get(verb.lemma, "said"), verb.lemma)
        roles = (("speaker", who), ("quote", quote), ("saying", saying))
        sure = min(verb.confidence, speaker.confidence)
        yield Fact("quotation", roles, sentence.index, sentence.span, confidence=sure)


def _quote(article: Article, sentence: Sentence, verb: Token) -> Phrase | None:
    """The quotation that touches the sentence of the verb; of several sentences the one that says most."""
    spans = [s for s in article.speech if s.overlaps(sentence.span)]
    inside = [_words(article, span) for span in spans]
    if len(spans) == 2 and _goes_on(article, spans, verb):
        comma = "," if inside[1].split()[0] in _JOINING else ""
        inside = [f"{inside[0]}{comma} {inside[1]}"]
    if len(inside) != 1:
        return None
    words = inside[0]
    best = _best_part(words).rstrip(".")
    return (
        Phrase(text=best, head="", type="quote", sentence=sentence.index, span=Span(spans[0].start, spans[-1].end))
        if best
        else None
    )


def _words(article: Article, span: Span) -> str:
    inside = article.analysis.document.text[span.start : span.end]
    return " ".join(text.unquote(" ".join(inside.split())).strip("“”\"'‘’ ").split())


def _goes_on(article: Article, spans: list[Span], verb: Token) -> bool:
    """*“We came,” he said, “and we stayed”*: one sentence with its speaker in the middle."""
    first, second = (article.analysis.document.text[span.start : span.end] for span in spans)
    between = spans[0].end <= verb.start and verb.end <= spans[1].start
    return between and first.rstrip("”’\"'")[-1:] == "," and second.lstrip("“‘\"'")[:1].islower()


def _best_part(words: str) -> str:
    whole = words.rstrip(" ,;")
    if not whole[:1].isupper():
        return ""
    if _LEAST <= text.count_words(whole) <= _MOST:
        return whole
    parts = [p.strip(" ,") for p in re.split(r"(?<=[.!?])\s+", whole)]
    fitting = [p for p in parts if _LEAST <= text.count_words(p) <= _MOST and p.split()[0] not in _CONTINUING]
    return fitting[0] if fitting else ""
