"""Births and deaths that stand in brackets behind a name: *Peter of Abano (1250–1316)*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.analysis.calendar_text import month_number
from quizgen.facts.article import Article, token_span
from quizgen.facts.clauses import ParsedClause, is_statement
from quizgen.facts.described import describing
from quizgen.facts.lexicon import OFFICES
from quizgen.facts.phrases import phrase
from quizgen.records import Fact, Phrase, Sentence, Span, Token, replace

_ABOUT = r"(?:c\.|ca\.|circa|about) ?"
_DAY = r"(?:[A-Z][a-z]+ \d{1,2}, |\d{1,2} [A-Z][a-z]+ )?"
_DATE = rf"(?:{_ABOUT})?{_DAY}\d{{3,4}}"
_LIFE = re.compile(rf"\((?:born )?(?P<birth>{_DATE}) ?[-–—] ?(?:died )?(?P<death>{_DATE})\)")
_LEAST, _MOST = 25, 105
"""Years: what is shorter may be a reign or an office, what is longer is no life."""
_NUMBERED = re.compile(r"\b[IVX]+$")
"""*Louis XIV*: the years behind a ruler's name may be those of the reign."""


def lives(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """``person`` with ``birth`` and with ``death``, a fact each."""
    if not is_statement(sentence):
        return
    for match in _LIFE.finditer(sentence.text):
        opening = next((t for t in sentence.tokens if t.start - sentence.start == match.start()), None)
        name = _name(article, sentence, opening) if opening else None
        if name is None or not _is_life(match["birth"], match["death"]):
            continue
        for role in ("birth", "death"):
            begin = sentence.start + match.start(role)
            date = _date(match[role], Span(begin, begin + len(match[role])), sentence)
            yield Fact("life", (("person", name), (role, date)), sentence.index, sentence.span)


def _name(article: Article, sentence: Sentence, opening: Token) -> Phrase | None:
    """The person's name that ends right before the bracket."""
    if opening.id == 1:
        return None
    last = sentence.token(opening.id - 1)
    chain = [t for t in (last, *sentence.ancestors(last)) if t.upos == "PROPN" and t.id < opening.id]
    head = next((t for t in chain if article.type(sentence, t) == "person"), None)
    if head is None or last.upos != "PROPN":
        return None
    inside = [t for t in sentence.subtree(head) if t.id < opening.id and t.relation not in ("nmod:desc", "det", "case")]
    words = [t for t in sentence.tokens[inside[0].id - 1 : opening.id - 1] if t.form[:1].isupper() or t.id > head.id]
    told = phrase(article, sentence, head, marker="")
    written = article.write(sentence, words, resolve=False)
    ruler = _NUMBERED.search(written) or any(
        w.lower() in OFFICES for w in f"{describing(article, sentence, head)} {written}".split()
    )
    plain = all(t.upos in ("PROPN", "ADP", "DET", "NOUN") or t.form in "-’'." for t in words)
    several = any(t.id < opening.id for t in sentence.children(head, "conj"))
    if ruler or not plain or several or len(words) > 6:
        return None
    entity = article.entity(sentence, head)
    if entity is None or (len(entity.mentions) < 2 and head.relation != "nsubj"):
        return None  # mentioned once by the way: nobody need know when
    longer = len(written.split()) == 1 and entity.named and written in entity.name.split()
    own, full = entity.name.split(), written.split()
    titled = entity.named and set(own) < set(full) and (own[0], own[-1]) == (full[0], full[-1])  # *Anna Brown*
    name = entity.name if longer or titled else written  # father and son share a name, and one entity takes both
    return replace(told, text=name, type="person", number="sing", dangling="", span=token_span(words))


def _is_life(birth: str, death: str) -> bool:
    for date in (birth, death):
        months = re.findall(r"[A-Z][a-z]+", date)
        if months and not month_number(months[0]):
            return False
    return _LEAST <= _year(death) - _year(birth) <= _MOST


def _year(date: str) -> int:
    return int(date[-4:].strip())


def _date(written: str, span: Span, sentence: Sentence) -> Phrase:
    told = re.sub(rf"^{_ABOUT}", "about ", written)
    return Phrase(
        told, told, type="time", noun="year" if told[-4:].strip() == told else "day", sentence=sentence.index, span=span
    )  # fmt: skip
