"""Proper names as nominals: where they begin and end, and what their words tell."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.analysis import lexicon, names, types
from quizgen.analysis.coreference.nominal import Nominal
from quizgen.analysis.coreference.phrases import (
    contiguous,
    determiner_of,
    left_of,
    number_of,
    plain_words,
    starts_sentence,
    surface,
)
from quizgen.records import Sentence, Token

_CLASS_NOUNS = lexicon.word_set(
    """
    house republic kingdom isle strait department office museum treaty declaration center centre states court
    statue tower duke earl lord king queen prince princess emperor bishop archbishop bank bay gulf cape school
    order house day faculty hall church chamber battle siege
    """
)


_NOBLE = lexicon.word_set(
    """
    duke duchess marquis marquess marchioness earl count countess viscount viscountess baron baroness margrave archduke
    archduchess landgrave
    """
)
"""Titles that are with their place what somebody is called: *the Marquis of Pombal*."""
_OF_NAMES = (
    lexicon.ORGANIZATION_NOUNS | lexicon.ORGANIZATION_MAYBE | lexicon.PLACE_NOUNS | lexicon.PLACE_MAYBE | _CLASS_NOUNS
)
"""Words that make one name with what follows *of*: *University of Oslo*, *Bay of Bengal*."""


def is_class(sentence: Sentence, token: Token) -> bool:
    """A common noun in capitals: *the President*, *the Municipality*, *Madam Speaker*, *Emperor of Mexico*."""
    words = types.name_words(sentence, token)
    if not all(_common(t.form.casefold()) or _common(t.lemma.casefold()) for t in words):
        return False
    office = lexicon.title_gender(words[-1].form) is not None or types.is_person_noun(words[-1].form)
    if words[-1].form.casefold() in _NOBLE and _of_phrase(sentence, words[-1], token):
        return False
    return office or not _of_phrase(sentence, words[-1], token)


def _common(word: str) -> bool:
    return word in _OF_NAMES or lexicon.title_gender(word) is not None or types.is_person_noun(word)


def stands_inside_name(sentence: Sentence, token: Token) -> bool:
    """*Thrones* of *Game of Thrones*, *Mexico* of *Gulf of Mexico*."""
    for above in sentence.ancestors(token):
        if above.upos == "PROPN":
            words = types.name_words(sentence, above)
            return token in _of_phrase(sentence, words[-1], above)
        if token.relation not in ("nmod", "conj"):
            return False
    return False


def modifier_name(sentence: Sentence, token: Token, key: int, spoken: bool) -> Nominal | None:
    """A name inside a noun (*an Elon Musk rocket*); part of a longer name it is no mention."""
    head = sentence.head(token)
    if head is None or head.upos == "PROPN" or lexicon.title_gender(token.form) is not None:
        return None
    words = types.name_words(sentence, token)
    kind = types.phrase_type(sentence, token)
    if kind == "time" or lexicon.is_time_noun(words[0].form):
        return None
    return Nominal(
        key, sentence, token, "name", tuple(t.id for t in words), plain_words(words, kind == "person"),
        surface(sentence, words), number_of(sentence, token), name_gender(sentence, token, words), kind,
        spoken=spoken, modifying=True,
    )  # fmt: skip


def name(sentence: Sentence, token: Token, key: int, spoken: bool) -> Nominal | None:
    words = list(types.name_words(sentence, token))
    words += _of_phrase(sentence, words[-1], token)
    words = [*_quoted_owner(sentence, token), *words]
    kind = types.phrase_type(sentence, token)
    if kind in ("time", "money", "percent", "number") or lexicon.is_time_noun(words[0].form):
        return None
    left = left_of(sentence, token)
    article = next((t for t in left if t.form in ("the", "The")), None)
    several = token.xpos.endswith("S") or words[0].form.casefold() in _NOBLE | names.PEOPLES
    if kind == "person" and not several:
        article = None  # *the younger John Edleston*
    if article and article.form == "The" and not starts_sentence(sentence, article):
        words, article = [article, *words], None  # *The* is of the name: ‘The Challenge’
    tokens = {t.id for t in (*left, *words)}
    text = surface(sentence, words)
    return Nominal(
        key, sentence, token, "name", contiguous(tokens), plain_words(words, kind == "person"),
        f"the {text}" if article else text,
        number_of(sentence, token), name_gender(sentence, token, words), kind,
        frozenset(t.lemma.casefold() for t in sentence.children(token, "amod") if t not in words),
        determiner_of(sentence, token), spoken,
    )  # fmt: skip


def _quoted_owner(sentence: Sentence, token: Token) -> list[Token]:
    """*Anning's* of a name that stands in quotation marks: “Anning's Fossil Depot”."""
    for owner in sentence.children(token, "nmod:poss"):
        inside = list(sentence.subtree(owner))
        before = inside[0].id - 1
        quoted = before > 0 and sentence.token(before).form in ("“", '"', "‘", "'", "«")
        if owner.upos == "PROPN" and quoted and inside[-1].id < token.id:
            return inside
    return []


def name_gender(sentence: Sentence, token: Token, words: Sequence[Token]) -> str:
    """What titles, role nouns before the name, and the first name tell."""
    if types.phrase_type(sentence, token) not in ("person", "") or types.names_thing(sentence, token):
        return ""
    for t in (*left_of(sentence, token), token):
        told = lexicon.title_gender(t.form) if t.form[:1].isupper() else None
        told = told or lexicon.GENDER.get(t.lemma.casefold(), "") if t not in words or t is not words[-1] else ""
        if told:
            return told
    return names.gender_of_name(words[0].form) if len(words) > 1 or not types.place_rank(words[0].form) else ""


def _of_phrase(sentence: Sentence, last: Token, head: Token) -> list[Token]:
    """*of Oslo* after *University*, *of Thrones* after *Game*; not after a person or a well-known place."""
    if types.place_rank(last.form) or last.relation == "flat":
        return []
    if last.form.casefold() in names.FIRST_NAMES and last.id > 1 and sentence.token(last.id - 1).upos == "PROPN":
        return []  # *Anna Smith of Boston*; but *Joan of Arc*
    if head.xpos == "NNPS" and head.form.casefold() not in _OF_NAMES:
        return []  # *the Normans of Apulia*
    for child in sentence.children(head, "nmod"):
        case = sentence.child(child, "case")
        if case and case.form == "of" and child.upos == "PROPN" and case.id == last.id + 1:
            inside = [case, *sentence.children(child, "det"), *types.name_words(sentence, child)]
            inside.sort(key=lambda t: t.id)
            return inside + _of_phrase(sentence, inside[-1], child)
    return []
