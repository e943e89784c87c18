"""UD features from tag and lemma."""

from __future__ import annotations

Features = tuple[tuple[str, str], ...]

_BY_TAG: dict[str, Features] = {
    "NN": (("Number", "Sing"),),
    "NNP": (("Number", "Sing"),),
    "NNS": (("Number", "Plur"),),
    "NNPS": (("Number", "Plur"),),
    "VB": (("VerbForm", "Inf"),),
    "VBD": (("Mood", "Ind"), ("Tense", "Past"), ("VerbForm", "Fin")),
    "VBZ": (("Mood", "Ind"), ("Number", "Sing"), ("Person", "3"), ("Tense", "Pres"), ("VerbForm", "Fin")),
    "VBP": (("Mood", "Ind"), ("Tense", "Pres"), ("VerbForm", "Fin")),
    "VBN": (("Tense", "Past"), ("VerbForm", "Part")),
    "VBG": (("VerbForm", "Ger"),),
    "MD": (("VerbForm", "Fin"),),
}


def features(form: str, lemma: str, upos: str, xpos: str) -> Features:
    """UD features of a word, sorted by name."""
    return _BY_TAG.get(xpos, ())
