"""What kind of thing a noun phrase names, voted from several witnesses.

The witnesses are the parser's entity type, titles before a name, role nouns, the endings of names, short lists of
proper names and the shape of numbers. The type decides between *who* and *what*: where the witnesses do not agree,
the answer is the empty string, and an unknown type never becomes *who*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.analysis import lexicon, names
from quizgen.analysis.lexicon import is_time_noun, is_unit
from quizgen.analysis.names import gender_of_name, place_rank
from quizgen.records import Sentence, Token

__all__ = [
    "gender_of_name",
    "is_person_noun",
    "is_time_noun",
    "is_unit",
    "name_words",
    "names_thing",
    "phrase_type",
    "place_rank",
]

_LEAST = 2.0
"""Votes that a type needs; a noun in a list alone reaches it, the parser alone does too."""
_LEAD = 0.5
"""By how much it must be ahead of the next."""
_YEAR = re.compile(r"(1[0-9]{3}|20[0-9]{2})('?s)?$")
_AGENT = re.compile(r"(?:er|or|ist|ian|ee|eer|man|woman|people)$")
"""Endings of nouns for people; the parser must agree."""
_PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself", "i", "me", "we", "us", "you"})
_INSIDE_NAMES = frozenset({"-", "–", "’", "'", ".", "&"})
_INSIDE_PLACES = frozenset({"in", "near", "throughout", "across", "outside", "inside", "around"})
_INDEFINITE = frozenset({"someone", "somebody", "everyone", "everybody", "anyone", "anybody", "nobody"})

Vote = tuple[str, float]


def phrase_type(sentence: Sentence, token: Token) -> str:
    """The kind of thing that the noun phrase headed by ``token`` names.

    person, organization, place, time, number, money, percent, object, event, abstract, animal, plant, substance; empty
    when the witnesses are silent or disagree. Of a coordination the first conjunct is judged.
    """
    if token.upos == "PRON":
        low = token.form.casefold()
        return "person" if low in _PERSONAL or low in _INDEFINITE or token.lemma.casefold() == "who" else ""
    exact = _figure(sentence, token)
    if exact:
        return exact
    if token.upos not in ("NOUN", "PROPN", "ADJ", "NUM", "X", "SYM"):
        return ""
    return _elect(_votes(sentence, token))


def is_person_noun(lemma: str) -> bool:
    """Whether this common noun (lower-case lemma) names a person: *astronaut*, *sociologist*, *spokeswoman*."""
    word = lemma.casefold()
    if word in lexicon.PERSON_NOUNS:
        return True
    last = word.rpartition("-")[2]
    if last in lexicon.PERSON_NOUNS:
        return True
    return word not in lexicon.NOT_PERSONS and bool(lexicon.PERSON_SUFFIXES.match(word)) and len(word) > 5


def name_words(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """The tokens of the proper name headed by ``token``, without determiners, titles and prepositional phrases."""
    ids = {token.id}
    for child in sentence.children(token, "flat", "compound", "amod", "nummod"):
        if child.upos in ("PROPN", "NUM", "X") or child.xpos in ("NNP", "NNPS") or child.relation == "flat":
            ids |= {t.id for t in sentence.subtree(child) if t.upos != "PUNCT" or t.form in _INSIDE_NAMES}
    ids |= {t.id for t in sentence.children(token, "nmod:desc") if lexicon.is_honorific(t.form)}
    first = last = token.id
    while first - 1 in ids:
        first -= 1
    while last + 1 in ids:
        last += 1
    inside = [sentence.token(i) for i in range(first, last + 1)]
    while len(inside) > 1 and lexicon.title_gender(inside[0].form) is not None and inside[1].form[:1].isupper():
        if len(inside) == 2 and lexicon.is_honorific(inside[0].form):
            break  # *Pope Francis*, *Saint Mark*: nobody says less
        inside.pop(0)  # a title is the head where the parser joins the name to it: *Justice Scalia*
    return tuple(inside)


def names_thing(sentence: Sentence, token: Token) -> bool:
    """Whether the name ends in what it is a name of, no person: *the Emperor Norton Bridge*, *King Street*."""
    last = name_words(sentence, token)[-1].form.casefold()
    return last in lexicon.PLACE_NOUNS or last in lexicon.PLACE_MAYBE or last in lexicon.ORGANIZATION_ENDINGS


def _elect(votes: Iterator[Vote]) -> str:
    """The type with the most votes, if it has enough and leads."""
    count: dict[str, float] = {}
    for kind, weight in votes:
        count[kind] = count.get(kind, 0.0) + weight
    ranked = sorted(count.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or ranked[0][1] < _LEAST:
        return ""
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _LEAD:
        return ""
    return ranked[0][0]


def _figure(sentence: Sentence, token: Token) -> str:
    """Kinds that the shape alone settles: amounts of money, percentages, years, bare numbers, months and weekdays."""
    low, lemma = token.form.casefold(), token.lemma.casefold()
    counted = bool(sentence.children(token, "nummod"))
    if low in ("%", "percent", "percentage") or (low == "cent" and _before(sentence, token) == "per"):
        return "percent"
    if token.xpos == "$" or (lexicon.is_currency(lemma) and counted):
        return "money"
    if any(child.xpos == "$" for child in sentence.children(token)):
        return "money"
    if token.xpos == "CD" or token.upos == "NUM":
        return "time" if _is_year(sentence, token) else "number"
    month = token.upos == "PROPN" and lemma in lexicon.MONTHS and token.relation != "nsubj"  # *May said* is a person
    if (month or is_time_noun(lemma)) and not _inside_name(sentence, token):
        return "time"
    if is_unit(lemma) and counted:
        return "number"
    return ""


def _is_year(sentence: Sentence, token: Token) -> bool:
    """A number of four digits that counts nothing."""
    counts = token.relation in ("nummod", "appos") or bool(sentence.children(token, "nmod"))
    return bool(_YEAR.match(token.form)) and not counts


def _inside_name(sentence: Sentence, token: Token) -> bool:
    """*May* of *Theresa May*, *Sunday* of *Billy Sunday*, *Night* of *The Long Night*."""
    if token.upos != "PROPN" or token.lemma.casefold() in lexicon.MONTHS + lexicon.WEEKDAYS:
        return token.relation == "flat" and token.upos == "PROPN"
    parts = sentence.children(token, "flat", "compound", "amod")
    return token.relation == "flat" or any(t.upos == "PROPN" or t.xpos == "NNP" for t in parts)


def _before(sentence: Sentence, token: Token) -> str:
    return sentence.token(token.id - 1).form.casefold() if token.id > 1 else ""


def _votes(sentence: Sentence, token: Token) -> Iterator[Vote]:
    if token.entity:
        doubtful = token.entity == "person" and token.upos == "NOUN" and not _AGENT.search(token.lemma)
        yield token.entity, 1.5 if doubtful else 2.0  # the parser calls every group a person: *population*, *wave*
    if token.upos == "PROPN" or token.xpos in ("NNP", "NNPS"):
        yield from _name_votes(sentence, token)
    else:
        yield from _noun_votes(token.lemma.casefold())
    yield from _company_votes(sentence, token)


def _noun_votes(lemma: str) -> Iterator[Vote]:
    """What a common noun says by itself."""
    if is_person_noun(lemma):
        yield "person", 2.5
    elif lemma in lexicon.PERSON_MAYBE:
        yield "person", 0.5
    for kind, sure, maybe in (
        ("organization", lexicon.ORGANIZATION_NOUNS, lexicon.ORGANIZATION_MAYBE),
        ("place", lexicon.PLACE_NOUNS, lexicon.PLACE_MAYBE),
        ("event", lexicon.EVENT_NOUNS, frozenset()),
    ):
        if lemma in sure:
            yield kind, 1.5
        elif lemma in maybe:
            yield kind, 0.5


def _name_votes(sentence: Sentence, token: Token) -> Iterator[Vote]:
    """What the words of a proper name say."""
    words = [t.form for t in name_words(sentence, token)]
    whole = " ".join(words).casefold()
    if place_rank(whole):
        yield "place", 2.0
    last = words[-1].casefold()
    if len(words) > 1 and last in lexicon.ORGANIZATION_ENDINGS:
        yield "organization", 2.0
    elif len(words) > 1 and last in lexicon.PLACE_NOUNS:
        yield "place", 1.5
    if len(words) > 1 and words[0].casefold() in lexicon.PLACE_STARTS:
        yield "place", 1.5
    if last in ("university", "college", "ministry", "parliament", "congress"):
        yield "organization", 1.0
    if whole in names.PEOPLES:
        yield "person", 0.5
    first = words[0].casefold()
    if first in names.FIRST_NAMES:
        joined = bool(sentence.children(token, "flat"))  # *Marshall Hill* is; *Marshall Plan* has its head last
        yield "person", 2.0 if joined and not names_thing(sentence, token) else 0.5
    elif len(words) > 1 and first in names.OTHER_FIRST_NAMES:
        yield "person", 0.5


def _company_votes(sentence: Sentence, token: Token) -> Iterator[Vote]:
    """What stands beside it: a title, a role, an age, a relative clause with *who*."""
    for child in sentence.children(token, "nmod:desc", "compound", "flat"):
        if names_thing(sentence, token):
            break
        if child.id < token.id and lexicon.title_gender(child.form) is not None and child.form[:1].isupper():
            yield "person", 2.0
            break
        if child.id < token.id and token.upos == "PROPN" and is_person_noun(child.lemma) and child.upos == "NOUN":
            yield "person", 1.5
            break
    if token.relation == "flat" or (lexicon.title_gender(token.form) is not None and sentence.children(token, "flat")):
        yield "person", 1.0
    for other in _same_thing(sentence, token):
        lemma = other.lemma.casefold()
        if is_person_noun(lemma):
            yield "person", 1.5
        elif token.upos == "PROPN" and lemma in lexicon.ORGANIZATION_NOUNS:
            yield "organization", 2.6
        elif token.upos == "PROPN" and lemma in lexicon.PLACE_NOUNS:
            yield "place", 1.5
    case = sentence.child(token, "case")
    if token.upos == "PROPN" and case and case.form.casefold() in _INSIDE_PLACES:
        yield "place", 1.6
    for clause in sentence.children(token, "acl:relcl"):
        if any(t.form.casefold() in ("who", "whom") for t in sentence.subtree(clause)[:3]):
            yield "person", 1.5


def _same_thing(sentence: Sentence, token: Token) -> Iterator[Token]:
    """Nouns in apposition with it, and nouns before a name: *the space agency Roscosmos*."""
    yield from (child for child in sentence.children(token, "appos") if child.upos == "NOUN")
    for child in sentence.children(token, "compound", "nmod:desc"):
        if child.id < token.id and child.upos == "NOUN" and not is_person_noun(child.lemma):
            yield child
    head = sentence.head(token)
    if token.relation == "appos" and head is not None and head.upos == "NOUN":
        yield head
