"""Forms of words: agreement, tense, participles, plurals. The dictionary is lemminflect's."""

from __future__ import annotations

from functools import lru_cache

from quizgen.records import Verb

MODALS = frozenset({"will", "would", "can", "could", "may", "might", "shall", "should", "must", "ought"})
_BE = {("pres", "sing"): "is", ("pres", "plur"): "are", ("past", "sing"): "was", ("past", "plur"): "were"}
_SINGULAR = {"are": "is", "were": "was", "have": "has", "do": "does", "am": "is", "get": "gets"}
_PLURAL = {"is": "are", "was": "were", "has": "have", "does": "do", "am": "are", "gets": "get"}
_IRREGULAR = {
    "be": {"VB": "be", "VBZ": "is", "VBP": "are", "VBD": "was", "VBN": "been", "VBG": "being"},
    "have": {"VB": "have", "VBZ": "has", "VBP": "have", "VBD": "had", "VBN": "had", "VBG": "having"},
    "do": {"VB": "do", "VBZ": "does", "VBP": "do", "VBD": "did", "VBN": "done", "VBG": "doing"},
}


def be(number: str, tense: str) -> str:
    """*is*, *are*, *was*, *were*."""
    return _BE["past" if tense == "past" else "pres", "plur" if number == "plur" else "sing"]


@lru_cache(maxsize=4096)
def inflect(lemma: str, tag: str) -> str:
    """The form of a word by PTB tag: VB, VBZ, VBD, VBN, VBG, VBP of a verb, NNS of a noun."""
    if lemma in _IRREGULAR and tag in _IRREGULAR[lemma]:
        return _IRREGULAR[lemma][tag]
    from lemminflect import getInflection

    forms = getInflection(lemma, tag=tag) or getInflection(lemma, tag=tag, inflect_oov=True)
    return str(forms[0]) if forms else lemma


def auxiliary(word: str, number: str) -> str:
    """A form of *be*, *have*, *do* or *get* in this number; any other word, and with no number any word, unchanged."""
    table = {"sing": _SINGULAR, "plur": _PLURAL}.get(number, {})
    return table.get(word, word)


def finite(verb: Verb, number: str) -> str:
    """The lexical verb that carries the tense itself: *accompany* → *accompanies*. Keeps the article's spelling."""
    if verb.tense != "pres" or verb.lemma == "ought" or number in ("", shown_number(verb)):
        return verb.form
    return inflect(verb.lemma, "VBZ" if number == "sing" else "VBP")


def shown_number(verb: Verb) -> str:
    """The number of the subject that the finite word tells: *is*, *visits* → sing; empty when it tells none."""
    word = verb.auxiliaries[0] if verb.auxiliaries else verb.form
    if word in _PLURAL and word != "am":
        return "sing"
    if word in _SINGULAR:
        return "plur"
    return "" if verb.auxiliaries else {"VBZ": "sing", "VBP": "plur"}.get(verb.tag, "")


def past(verb: Verb) -> str:
    """The past tense of a verb known by its participle: *travelled* stays as the article spells it."""
    return verb.form if verb.form.endswith("ed") else inflect(verb.lemma, "VBD")


def gerund(verb: Verb) -> str:
    """*-ing* of a verb known by its participle, with the consonant doubled as the article doubles it."""
    stem = verb.form.removesuffix("ed")
    if stem != verb.form and stem[-2:-1] == stem[-1:] and stem[:-1] == verb.lemma:
        return stem + "ing"
    return inflect(verb.lemma, "VBG")


@lru_cache(maxsize=1024)
def plural_noun(noun: str) -> bool | None:
    """Whether a common noun stands in the plural; None where the form does not tell: *series*, *people*, *police*."""
    from lemminflect import getAllLemmas, getInflection

    word = noun.lower()
    if word in ("aircraft", "spacecraft", "fish", "sheep", "deer", "offspring", "headquarters"):
        return None
    if word in ("people", "police", "men", "women", "children", "data", "media"):
        return True
    lemmas = getAllLemmas(word, upos="NOUN").get("NOUN", ())
    if word in lemmas:
        return None if word in getInflection(word, tag="NNS")[:1] else False
    return bool(lemmas)
