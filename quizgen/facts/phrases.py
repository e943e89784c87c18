"""Phrases: the words below a head as they would stand alone, with what a rule may want to know of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from quizgen import text
from quizgen.analysis import dates
from quizgen.facts.article import Article, token_span
from quizgen.facts.described import described_name, one_holds_it, tells_kin
from quizgen.facts.extents import case_marker, phrase_tokens, torn, with_era
from quizgen.records import Entity, Phrase, Sentence, Token


def phrase(
    article: Article,
    sentence: Sentence,
    head: Token,
    *,
    without: Iterable[Token] = (),
    tokens: Sequence[Token] | None = None,
    marker: str | None = None,
) -> Phrase:
    """The phrase headed by a token, without its preposition, its clause's conjunction and loose additions.

    ``without`` names dependents to leave out with all below them; ``tokens`` gives the words outright.
    """
    words = list(tokens) if tokens is not None else phrase_tokens(sentence, head, without)
    words = with_era(sentence, words or [head])
    if marker is None:
        marker = case_marker(sentence, head)
    key = (sentence.index, head.id, tuple([t.id for t in words]), marker)
    if key not in article.phrases:
        article.phrases[key] = _phrase(article, sentence, head, words, marker)
    return article.phrases[key]


def _phrase(article: Article, sentence: Sentence, head: Token, words: Sequence[Token], marker: str) -> Phrase:
    entity = article.entity(sentence, head, (t.id for t in words))
    name, definition = described_name(article, sentence, head, words)
    full, plain = article.write(sentence, words), article.write(sentence, words, resolve=False)
    trimmed = text.trim(full)
    written = name or trimmed
    kind = article.type(sentence, head)
    determiner = _determiner(sentence, head, words)
    if kind == "time" and not marker and written.split()[0].lower() in ("in", "on"):
        marker, _, written = written.partition(" ")  # a day counted from the article's date brings its preposition
    return Phrase(
        text=written,
        head=head.lemma,
        type=kind,
        number=_number(sentence, head, entity, words),
        person=_person(head, entity),
        gender=entity.gender if entity else "",
        marker=marker,
        determiner=determiner,
        proper=head.upos == "PROPN" or bool(name) or bool(entity and entity.named),
        noun=_noun(article, sentence, head, kind, written),
        value=dates.normalise(written) if kind == "time" else _plain_number(written) if kind == "number" else "",
        dangling="" if name else article.dangling(sentence, words) or torn(sentence, head, words),
        sentence=sentence.index,
        tokens=tuple(t.id for t in words),
        head_id=head.id,
        span=token_span(words),
        aliases=_aliases(written, kind),
        definition="" if one_holds_it(definition) or tells_kin(definition) else definition,
        original=trimmed if plain == full else text.trim(plain),
        names=() if name else _names(article, sentence, words),
    )


def _names(article: Article, sentence: Sentence, words: Sequence[Token]) -> tuple[str, ...]:
    """The names that the phrase has in place of its pronouns and descriptions."""
    ids = frozenset([token.id for token in words])
    found = {entity.name for entity, mention in article.replaceable(sentence, ids) if mention.kind != "name"}
    return tuple(sorted(found))


def conjunct(article: Article, sentence: Sentence, head: Token) -> Phrase:
    """One conjunct alone, without those that follow it."""
    return phrase(article, sentence, head, without=sentence.children(head, "conj", "cc"), marker="")


def _determiner(sentence: Sentence, head: Token, words: Sequence[Token]) -> str:
    ids = {t.id for t in words}
    first = sentence.child(head, "det", "nmod:poss")
    if first is None or first.id not in ids:
        return ""
    return " ".join(t.form.lower() for t in sentence.subtree(first)) if first.relation == "det" else "'s"


def _number(sentence: Sentence, head: Token, entity: Entity | None, words: Sequence[Token]) -> str:
    ids = {t.id for t in words}
    joined = [t for t in sentence.children(head, "conj") if t.id in ids]
    if joined and any(t.form.lower() in ("and", "&") for j in joined for t in sentence.children(j, "cc")):
        return "plur"
    if entity and head.upos == "PRON":
        return entity.number
    if head.xpos in ("NNS", "NNPS") or head.feat("Number") == "Plur":
        return "plur"
    if head.upos == "NUM" and head.form.lower() not in ("1", "one"):
        return "plur"
    if head.lemma in ("people", "police", "number", "couple", "majority") and head.lemma != "number":
        return "plur"
    return "sing"


def _person(head: Token, entity: Entity | None) -> int:
    if entity is None and head.upos == "PRON" and head.feat("Person") in ("1", "2"):
        return int(head.feat("Person"))
    return 3


def _noun(article: Article, sentence: Sentence, head: Token, kind: str, written: str) -> str:
    """What a *which* may be followed by: *city* for London, *year* for 1815, else the common noun itself."""
    if kind == "time":
        return _time_unit(written)
    if head.upos in ("PROPN", "PRON"):
        return article.noun(sentence, head)
    return head.form if head.upos == "NOUN" else ""


_YEAR = re.compile(r"(?:the year )?[12]\d{3}(?: (?:AD|BC|CE|BCE))?")

_DECADE = re.compile(r"(?:the )?(?:early |late |mid-?)?[12]\d{2}0s")


def _time_unit(written: str) -> str:
    if _YEAR.fullmatch(written):
        return "year"
    if _DECADE.fullmatch(written):
        return "decade"
    if re.search(r"\bcentur(?:y|ies)\b", written):
        return "century"
    return "day" if re.fullmatch(r"\d{4}-\d\d-\d\d|[-X]{2,5}\d\d-\d\d", dates.normalise(written)) else "time"


_NUMBER = re.compile(r"(?<![\w.])[-−]?\d[\d,]*(?:\.\d+)?")


def _plain_number(written: str) -> str:
    match = _NUMBER.search(written)
    return match.group().replace(",", "").replace("−", "-") if match else ""


def _aliases(written: str, kind: str) -> tuple[str, ...]:
    """A person's last name alone is also right."""
    words = written.split()
    if kind == "person" and 2 <= len(words) <= 3 and all(w[:1].isupper() for w in words):
        return (words[-1],)
    return ()
