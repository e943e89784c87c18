"""Lemmas as UD English writes them: lemminflect's dictionary for inflected words, exceptions for the closed classes.

A word whose tag says that it is not inflected (NN, JJ, RB, VB) is its own lemma. Names keep their capitals, common
words lose the capital that only the beginning of a sentence gives them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from quizgen.analysis.lexicon import word_set

if TYPE_CHECKING:
    from quizgen.analysis.parser import Parsed

_INFLECTED = {
    "NNS": "NOUN", "VBZ": "VERB", "VBD": "VERB", "VBN": "VERB", "VBG": "VERB",
    "JJR": "ADJ", "JJS": "ADJ", "RBR": "ADV", "RBS": "ADV",
}  # fmt: skip
_BE = ("be", "is", "are", "was", "were", "am", "been", "being", "'m", "'re", "ai", "m", "re")
_EXCEPTIONS: dict[str, dict[str, str]] = {
    "PRP": {"me": "I", "i": "I", "him": "he", "her": "she", "us": "we", "them": "they", "'em": "they", "em": "they",
            "'s": "we", "y'": "you", "ya": "you",
            "mine": "my", "yours": "your", "hers": "her", "ours": "our", "theirs": "their"},
    "DT": {"an": "a", "these": "this", "those": "that"},
    "WP": {"whom": "who"},
    "RB": {"n't": "not", "nt": "not"},
    "TO": {"na": "to", "ta": "to", "a": "to"},
    "MD": {"'d": "would", "'ll": "will", "ca": "can", "wo": "will", "sha": "shall", "ll": "will", "d": "would"},
    "POS": {"'": "'s"},
    "VBG": {"gon": "go"},
    "JJR": {"more": "more", "less": "less", "better": "good", "worse": "bad", "fewer": "few", "further": "further"},
    "JJS": {"most": "most", "least": "least", "best": "good", "worst": "bad"},
    "RBR": {"more": "more", "less": "less", "better": "well", "worse": "badly", "later": "late", "further": "far"},
    "RBS": {"most": "most", "least": "least", "best": "well", "worst": "badly"},
    "NNS": {"people": "person", "data": "data", "thanks": "thanks", "media": "media", "means": "means",
            "species": "species", "series": "series", "politics": "politics", "clothes": "clothes", "axes": "axis",
            "glasses": "glasses", "pants": "pants", "troops": "troops", "surroundings": "surroundings",
            "economics": "economics", "physics": "physics", "mathematics": "mathematics",
            "headquarters": "headquarters",
            "lives": "life", "leaves": "leaf", "calories": "calorie", "selfies": "selfie", "hoodies": "hoodie",
            "foodies": "foodie", "smoothies": "smoothie", "talkies": "talkie", "crossroads": "crossroads"},
    "VBD": {"found": "find", "saw": "see", "left": "leave", "felt": "feel", "lay": "lie", "fell": "fall",
            "wound": "wind",
            "bore": "bear", "ground": "grind", "'d": "have", "bound": "bind", "programmed": "program"},
    "VBN": {"found": "find", "left": "leave", "felt": "feel", "seen": "see", "born": "bear", "borne": "bear",
            "bound": "bind", "wound": "wind", "programmed": "program"},
    "VBZ": {"'s": "be", "leaves": "leave", "lives": "live"},
    "VBP": {"'ve": "have", "wan": "want", "ve": "have"},
    "VB": {"'ve": "have", "wan": "want", "of": "have"},
}  # fmt: skip
_SIGNS = {"“": '"', "”": '"', "„": '"', "''": '"', "``": '"', "‘": "'", "’": "'", "–": "-", "--": "-", "...": "…"}
_ALONE = word_set("netherlands olympics paralympics philippines maldives commons analytics")


def lemmas(forms: Sequence[str], tree: Parsed) -> list[str]:
    """The lemma of every word of a sentence."""
    shouted = all(form.isupper() for form in forms if form[:1].isalpha() and len(form) > 1)
    result = []
    initial = True
    for i, form in enumerate(forms):
        upos, xpos = tree.upos[i], tree.xpos[i]
        if form in ("'s", "’s") and xpos == "VBZ":
            result.append(_be_or_have(forms, tree, i))
        else:
            result.append(lemma(form.lower() if shouted and upos != "PROPN" else form, upos, xpos, initial))
        initial = initial and not form[:1].isalnum()
    return result


def _be_or_have(forms: Sequence[str], tree: Parsed, i: int) -> str:
    """*'s* before a past participle or *been* is *has*, unless it makes a passive."""
    head = tree.heads[i]
    if tree.relations[i] != "aux" or not head:
        return "be"
    between = [forms[j].lower() for j in range(i + 1, head - 1) if tree.heads[j] == head]
    return "have" if "been" in between or (tree.xpos[head - 1] == "VBN" and "being" not in between) else "be"


@lru_cache(maxsize=65536)
def lemma(form: str, upos: str, xpos: str, initial: bool = False) -> str:
    """The lemma of one word; ``initial``: its capital may be due to the beginning of a sentence."""
    if upos in ("PUNCT", "SYM"):
        return _SIGNS.get(form, form)
    low = form.lower().replace("’", "'").replace("‘", "'")
    if upos == "AUX" and low in _BE:
        return "be"
    if (found := _EXCEPTIONS.get(xpos, {}).get(low)) is not None:
        return found
    if upos == "PROPN":
        return _singular_name(form) if xpos == "NNPS" else form
    if xpos in ("NNP", "ADD", "FW", "GW", "LS") or upos == "X":
        return _as(form, _inflected(low, "VERB")) if upos == "VERB" else form
    if upos == "NUM":
        if low.isalpha():
            return form if form.isupper() else low
        return re.sub(r"(?<=\d),(?=\d{3})", "", form)
    if upos == "NOUN" and form.isupper():
        return form
    result = _inflected(low, _INFLECTED[xpos]) if xpos in _INFLECTED else "be" if low in _BE and upos == "VERB" else low
    return _as(form, result) if _keeps_capital(form, upos, initial) else result


def _keeps_capital(form: str, upos: str, initial: bool) -> bool:
    """*DNA*, *LLMs*, *iPhone* anywhere; *American* unless the sentence begins with it."""
    if upos not in ("NOUN", "ADJ"):
        return False
    return any(map(str.isupper, form[1:])) or (upos == "ADJ" and not initial and form[:1].isupper() and len(form) > 1)


def _as(form: str, lemma: str) -> str:
    """The lemma with the capitals of the form, as far as both go alike."""
    alike = 0
    while alike < min(len(form), len(lemma)) and form[alike].lower() == lemma[alike]:
        alike += 1
    return form[:alike] + lemma[alike:]


def _inflected(low: str, upos: str) -> str:
    from lemminflect import getLemma

    if low[:1].isdigit():
        return low
    stem, hyphen, last = low.rpartition("-")
    found = getLemma(last, upos)
    return stem + hyphen + (str(found[0]) if found else last)


def _singular_name(form: str) -> str:
    """*States* → *State*, *Americans* → *American*; *Netherlands* stays."""
    if form.lower() in _ALONE or form.isupper() or not form.endswith("s") or re.search(r"(?:ss|us|is|ics)\Z", form):
        return form
    if form.endswith("ies"):
        return form[:-3] + "y"
    return form[:-2] if re.search(r"(?:ss|sh|ch|x|z)es\Z", form) else form[:-1]
