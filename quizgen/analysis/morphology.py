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


def features(forms, lemmas, tree):
    return [_BY_TAG.get(x, ()) for x in tree.xpos]
