"""Quantities and measures: how many, how much, how old, how tall."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.analysis import types
from quizgen.facts.article import Article
from quizgen.facts.clauses import ParsedClause
from quizgen.facts.events import make_fact
from quizgen.facts.extents import phrase_tokens
from quizgen.facts.phrases import phrase
from quizgen.records import Fact, Phrase, Sentence, Token, replace

_APPROXIMATE = frozenset(
    [
        "about",
        "around",
        "over",
        "under",
        "nearly",
        "almost",
        "some",
        "roughly",
        "approximately",
        "only",
        "exactly",
        "just",
        "up",
        "more",
        "less",
        "fewer",
        "than",
        "least",
        "most",
        "at",
    ]
)
_PERCENT = frozenset({"percent", "per cent", "%", "percentage"})
FRACTIONS = frozenset(["half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"])
_MONEY = re.compile(r"[$€£¥]|\b(?:dollar|euro|pound|yen|rouble|ruble|rupee|franc|crown)s?\b", re.I)
DIMENSIONS = {
    "height": "tall", "length": "long", "width": "wide", "depth": "deep", "age": "old", "weight": "heavy",
    "altitude": "high", "elevation": "high", "thickness": "thick",
}  # fmt: skip
MEASURED = frozenset(
    [
        "population",
        "area",
        "temperature",
        "speed",
        "diameter",
        "distance",
        "budget",
        "price",
        "cost",
        "value",
        "volume",
        "mass",
        "size",
        "capacity",
        "circumference",
        "radius",
        "density",
        "salary",
        "income",
        "rate",
    ]
)
EXTENTS = frozenset(["old", "tall", "long", "wide", "deep", "high", "thick", "heavy", "large", "far", "broad"])
_AGE = re.compile(r"\b(\d{1,3}|[a-z]+(?:-[a-z]+)?)[-–‑ ]years?[-–‑ ]old\b", re.I)


def quantities(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """Counted things in a clause: ``whole`` *over 600 people*, ``count`` *over 600*, ``counted`` *people*."""
    for parsed in found:
        for whole, token in _nouns(article, sentence, parsed):
            split = _count(article, sentence, token, whole)
            if split and not whole.dangling:
                count, counted, kind = split
                yield make_fact(
                    "quantity",
                    parsed,
                    sentence,
                    ("whole", whole),
                    ("count", count),
                    ("counted", counted),
                    (kind, counted),
                )
            elif whole.type == "money" and token.upos in ("NUM", "SYM", "NOUN") and not whole.dangling:
                yield make_fact("quantity", parsed, sentence, ("whole", whole), ("money", whole))


def _nouns(article: Article, sentence: Sentence, parsed: ParsedClause) -> Iterator[tuple[Phrase, Token]]:
    if parsed.subject.upos != "PRON":
        yield parsed.clause.subject, parsed.subject
    for argument, token in parsed.arguments:
        if argument.role in ("object", "oblique", "attribute", "agent", "existent"):
            yield argument.phrase, token


def _count(article: Article, sentence: Sentence, head: Token, whole: Phrase) -> tuple[Phrase, Phrase, str] | None:
    """The number, what it counts, and whether it is a count of things, money or a percentage."""
    number = next((t for t in sentence.children(head, "nummod") if t.xpos == "CD" and t.id < head.id), None)
    if number is None or sentence.children(head, "conj", "nmod:poss", "appos") or sentence.children(number, "conj"):
        return None
    if any(
        t.form.lower() in ("the", "these", "those", "all", "both", "each", "every", "no")
        for t in sentence.children(head, "det")
    ):
        return None
    if head.lemma in FRACTIONS or number.form.lower() in ("one", "1"):
        return None
    if head.xpos not in ("NNS",) and head.lemma not in _PERCENT | {"people", "million", "billion"}:
        return None
    count_tokens = [t for t in sentence.subtree(number) if t.upos != "PUNCT" or t.form in "-–,."]
    approximate = [t for t in sentence.children(head, "advmod") if t.form.lower() in _APPROXIMATE and t.id < number.id]
    count_tokens = sorted({*count_tokens, *approximate}, key=lambda t: t.id)
    outside = [t for t in sentence.subtree(head) if t.id not in whole.tokens]
    rest = [
        t
        for t in phrase_tokens(sentence, head, outside)
        if t not in count_tokens and not (t.relation == "det" and t.head == head.id)
    ]
    if not rest or rest[0].id < count_tokens[-1].id:
        return None
    made = phrase(article, sentence, number, tokens=count_tokens, marker="")
    counted = phrase(article, sentence, head, tokens=rest, marker="")
    if _MONEY.search(str(made) + " " + str(counted)):
        return None
    if (types.is_unit(head.lemma) or head.form == "°") and counted.type != "time" and head.lemma not in _PERCENT:
        return None
    kind = "percentage" if head.lemma in _PERCENT else "period" if counted.type == "time" else "things"
    return made, counted, kind


def measures(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """Ages, heights, lengths: ``thing``, ``amount`` and ``dimension`` (*old*, *tall*)."""
    yield from _ages(article, sentence)
    for parsed in found:
        yield from _noun_measure(article, sentence, parsed)
        yield from _adjective_measure(article, sentence, parsed)


def _ages(article: Article, sentence: Sentence) -> Iterator[Fact]:
    """*the 37-year-old actor*, when it is known who that is."""
    for token in sentence.tokens:
        entity = article.entity(sentence, token)
        if entity is None or not entity.named or entity.type != "person" or token.upos not in ("NOUN", "PROPN"):
            continue
        own = [t for t in sentence.subtree(token) if t.id <= token.id and not _in_conjunct(sentence, t, token)]
        match = _AGE.search(" ".join(t.form for t in own).replace(" - ", "-"))
        if match and entity.number == "sing":
            years = f"{match.group(1)} years old"
            yield _measure(article, sentence, token, entity.name, years, match.group(1), "old")


def _in_conjunct(sentence: Sentence, token: Token, head: Token) -> bool:
    chain = [token, *sentence.ancestors(token)]
    return any(t.relation == "conj" for t in chain[: chain.index(head)]) if head in chain else False


def _measure(
    article: Article, sentence: Sentence, token: Token, name: str, amount: str, value: str, dimension: str
) -> Fact:
    thing = Phrase(
        text=name, head=name, type="person", proper=True, sentence=sentence.index, span=token.span, head_id=token.id
    )
    return Fact(
        "measure",
        (
            ("thing", thing),
            (
                "amount",
                Phrase(
                    text=amount,
                    head="year",
                    type="number",
                    value=value,
                    number="plur",
                    sentence=sentence.index,
                    span=token.span,
                    aliases=(value,),
                ),
            ),
            ("dimension", Phrase(text=dimension, head=dimension)),
        ),
        sentence.index,
        sentence.span,
        confidence=token.confidence,
    )


def _noun_measure(article: Article, sentence: Sentence, parsed: ParsedClause) -> Iterator[Fact]:
    """*his height is 1.9 meters*; *the population of Athens is 127,000*."""
    subject = parsed.subject
    if not parsed.clause.verb.copula or subject.lemma not in DIMENSIONS.keys() | MEASURED:
        return
    amount = next((a.phrase for a in parsed.clause.arguments if a.role == "attribute"), None)
    owner = sentence.child(subject, "nmod:poss") or sentence.child(subject, "nmod")
    if amount is None or owner is None or not re.search(r"\d", amount.text):
        return
    fronted = any(t.id < subject.id for t in sentence.children(parsed.predicate, "advmod", "advcl", "obl"))
    if fronted or any(a.role == "oblique" for a in parsed.clause.arguments):
        return  # *as of the 2001 census*: it was so then
    thing = phrase(article, sentence, owner, marker="")
    name = thing.text.removesuffix("'s").removesuffix("’s")
    thing = _renamed(thing, name, article, sentence, owner)
    dimension = (
        DIMENSIONS.get(subject.lemma, "") if thing.type == "person" or subject.lemma not in ("height", "age") else ""
    )
    if subject.lemma == "height":
        dimension = "tall" if thing.type == "person" else "high"
    extra = (
        ("dimension", Phrase(text=dimension, head=dimension))
        if dimension
        else ("property", Phrase(text=subject.form.lower(), head=subject.lemma))
    )
    yield make_fact("measure", parsed, sentence, ("thing", thing), ("amount", amount), extra)


def _renamed(thing: Phrase, name: str, article: Article, sentence: Sentence, owner: Token) -> Phrase:
    entity = article.entity(sentence, owner)
    if entity and entity.named:
        return replace(thing, text=entity.name, type=entity.type or thing.type, dangling="")
    return replace(thing, text=name)


def _adjective_measure(article: Article, sentence: Sentence, parsed: ParsedClause) -> Iterator[Fact]:
    """*The tower is 330 metres tall.*"""
    predicate = parsed.predicate
    if not parsed.clause.verb.copula or predicate.lemma not in EXTENTS or predicate.xpos == "JJR":
        return  # *18 % higher than before* tells no height
    if any(a.phrase.type == "time" for a in parsed.clause.arguments):
        return  # *was 300 metres high within a year*: it is not so any more
    if predicate.relation == "acl" and sentence.children(parsed.subject, "conj"):
        return  # *the first tower, which is 60 metres high, and the second*
    for token in sentence.children(predicate, "obl", "nmod", "nummod", "advmod"):
        if token.id < predicate.id and sentence.children(token, "nummod"):
            words = list(sentence.subtree(token))
            if predicate.lemma == "old":
                words = [*words, predicate]
            amount = phrase(article, sentence, token, tokens=words, marker="")
            dimension = Phrase(text=predicate.form.lower(), head=predicate.lemma)
            yield make_fact(
                "measure",
                parsed,
                sentence,
                ("thing", parsed.clause.subject),
                ("amount", amount),
                ("dimension", dimension),
            )
