"""What kind of thing a noun phrase names, voted from several witnesses.

The witnesses are the parser's entity type, titles before a name, role nouns, the endings of names, short lists of
proper names and the shape of numbers. The type decides between *who* and *what*: where the witnesses do not agree,
the answer is the empty string, and an unknown type never becomes *who*.
"""

from __future__ import annotations

import re

from quizgen.analysis import lexicon, witnesses
from quizgen.analysis.lexicon import is_person_noun, is_time_noun, is_unit
from quizgen.analysis.names import gender_of_name, place_rank
from quizgen.analysis.voting import Vote, elect
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
    "votes",
]

_YEAR = re.compile(r"(1[0-9]{3}|20[0-9]{2})('?s)?$")
_PERSONAL = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself", "i", "me", "we", "us", "you"})
_INSIDE_NAMES = frozenset({"-", "–", "’", "'", ".", "&"})
_GENERATIONS = frozenset({"Jr.", "Sr.", "Jr", "Sr", "II", "III", "IV"})
_INDEFINITE = frozenset({"someone", "somebody", "everyone", "everybody", "anyone", "anybody", "nobody"})


def phrase_type(sentence: Sentence, token: Token) -> str:
    """The kind of thing that the noun phrase headed by ``token`` names.

    person, organization, place, time, number, money, percent, object, event, abstract, animal, plant, substance; empty
    when the witnesses are silent or disagree. Of a coordination the first conjunct is judged.
    """
    return sentence.once(_phrase_type, token)


def _phrase_type(sentence: Sentence, token: Token) -> str:
    if token.upos == "PRON":
        low = token.form.casefold()
        return "person" if low in _PERSONAL or low in _INDEFINITE or token.lemma.casefold() == "who" else ""
    exact = _figure(sentence, token)
    if exact:
        return exact
    if token.upos not in ("NOUN", "PROPN", "ADJ", "NUM", "X", "SYM"):
        return ""
    return elect(votes(sentence, token))


def votes(sentence: Sentence, token: Token) -> tuple[Vote, ...]:
    """What every witness says of the phrase headed by ``token`` and why; numbers and times are not voted on."""
    return sentence.once(_votes, token)


def _votes(sentence: Sentence, token: Token) -> tuple[Vote, ...]:
    return tuple(witnesses.votes(sentence, token, name_words(sentence, token)))


def name_words(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """The tokens of the proper name headed by ``token``, without determiners, titles and prepositional phrases."""
    return sentence.once(_name_words, token)


def _name_words(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    ids = {token.id}
    for child in sentence.children(token, "flat", "compound", "amod", "nummod"):
        if child.upos in ("PROPN", "NUM", "X") or child.xpos in ("NNP", "NNPS") or child.relation == "flat":
            ids |= {t.id for t in sentence.subtree(child) if t.upos != "PUNCT" or t.form in _INSIDE_NAMES}
    ids |= {t.id for t in sentence.children(token, "nmod:desc") if lexicon.is_honorific(t.form)}
    ids |= {t.id for t in sentence.children(token, "nmod:desc") if t.id == token.id - 1 and _first_name(t)}
    ids |= {t.id for t in sentence.children(token, "nmod") if t.form in _GENERATIONS and t.id > token.id}
    first = last = token.id
    while first - 1 in ids:
        first -= 1
    while last + 1 in ids:
        last += 1
    while (glued := _glued(sentence, first)) is not None:
        first = glued
    inside = [sentence.token(i) for i in range(first, last + 1)]
    while len(inside) > 1 and lexicon.title_gender(inside[0].form) is not None and inside[1].form[:1].isupper():
        if len(inside) == 2 and lexicon.is_honorific(inside[0].form):
            break  # *Pope Francis*, *Saint Mark*: nobody says less
        inside.pop(0)  # a title is the head where the parser joins the name to it: *Justice Scalia*
    return tuple(inside)


def _first_name(token: Token) -> bool:
    """*Ole* that the parser takes for a title of *Kirk Christiansen*; no *Minister*, no *NASA*."""
    word = token.form.casefold()
    named = token.upos == "PROPN" and token.form.istitle() and word not in lexicon.ORGANIZATION_NOUNS
    return named and lexicon.title_gender(word) is None and not is_person_noun(word)


def is_glued(sentence: Sentence, token: Token) -> bool:
    """Whether a hyphen joins the name to what follows, so that it is none of its own: *Augustin* of *Augustin-Jean*."""
    if token.id + 2 > len(sentence.tokens) or _glued(sentence, token.id + 2) != token.id:
        return False
    return sentence.token(token.id + 2) not in sentence.subtree(token)


def _glued(sentence: Sentence, first: int) -> int | None:
    """Where the word begins that a hyphen joins to the token at ``first``."""
    if first < 3 or sentence.token(first - 1).form != "-":
        return None
    before, hyphen, token = sentence.token(first - 2), sentence.token(first - 1), sentence.token(first)
    joined = before.end == hyphen.start and hyphen.end == token.start
    return first - 2 if joined and before.upos == "PROPN" and token.upos == "PROPN" else None


def names_thing(sentence: Sentence, token: Token) -> bool:
    """Whether the name ends in what it is a name of, no person: *the Emperor Norton Bridge*, *King Street*."""
    return witnesses.names_thing(name_words(sentence, token))


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
