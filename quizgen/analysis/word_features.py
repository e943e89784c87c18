"""Features that a word's form and tag tell by themselves: pronouns, determiners, nouns, adjectives, numbers."""

from __future__ import annotations

import re

from quizgen.analysis.lexicon import word_set

POLARITY = {
    "not": "Polarity=Neg", "n't": "Polarity=Neg", "n’t": "Polarity=Neg", "nt": "Polarity=Neg", "no": "Polarity=Neg",
    "nope": "Polarity=Neg", "nor": "Polarity=Neg", "neither": "Polarity=Neg", "yes": "Polarity=Pos",
    "yeah": "Polarity=Pos", "yep": "Polarity=Pos",
}  # fmt: skip


def _personal_pronouns() -> dict[str, str]:
    table = {}
    for person, nominative, accusative, reflexive, possessive in (
        ("Number=Sing|Person=1", "i", "me", "myself", "mine"),
        ("Number=Plur|Person=1", "we", "us", "ourselves", "ours"),
        ("Number=Sing|Person=2", "you", "you", "yourself", "yours"),
        ("Number=Plur|Person=2", "", "", "yourselves", ""),
        ("Gender=Masc|Number=Sing|Person=3", "he", "him", "himself", ""),
        ("Gender=Fem|Number=Sing|Person=3", "she", "her", "herself", "hers"),
        ("Gender=Neut|Number=Sing|Person=3", "it", "it", "itself", ""),
        ("Number=Plur|Person=3", "they", "them", "themselves", "theirs"),
    ):
        same = "?" if nominative == accusative else "Acc"
        table[nominative] = f"Case=Nom|{person}|PronType=Prs"
        table[accusative] = f"Case={same}|{person}|PronType=Prs"
        table[reflexive] = f"Case=Acc|{person}|PronType=Prs|Reflex=Yes"
        table[possessive] = f"Case=Gen|{person}|Poss=Yes|PronType=Prs"
    table["'s"] = table["’s"] = table["us"]
    table["'em"] = table["’em"] = table["em"] = table["‘em"] = table["them"]
    table["y'"] = table["y’"] = table["ya"] = table["you"]
    return table


PERSONAL = _personal_pronouns()
POSSESSIVE = {
    form: f"Case=Gen|{person}|Poss=Yes|PronType=Prs"
    for form, person in {
        "my": "Number=Sing|Person=1",
        "our": "Number=Plur|Person=1",
        "your": "Number=Sing|Person=2",
        "his": "Gender=Masc|Number=Sing|Person=3",
        "her": "Gender=Fem|Number=Sing|Person=3",
        "its": "Gender=Neut|Number=Sing|Person=3",
        "their": "Number=Plur|Person=3",
    }.items()
}
INDEFINITE = {
    "everything": "Number=Sing|PronType=Tot", "everyone": "Number=Sing|PronType=Tot",
    "everybody": "Number=Sing|PronType=Tot", "nothing": "Number=Sing|PronType=Neg", "one": "Number=Sing|PronType=Neg",
    "nobody": "Number=Sing|PronType=Neg", "none": "PronType=Neg",
}  # fmt: skip
DETERMINERS = {
    "the": "Definite=Def|PronType=Art", "a": "Definite=Ind|PronType=Art", "an": "Definite=Ind|PronType=Art",
    "this": "Number=Sing|PronType=Dem", "that": "Number=Sing|PronType=Dem", "these": "Number=Plur|PronType=Dem",
    "those": "Number=Plur|PronType=Dem", "there": "PronType=Dem", "all": "PronType=Tot", "both": "PronType=Tot",
    "each": "PronType=Tot", "every": "PronType=Tot", "no": "PronType=Neg", "neither": "PronType=Neg",
    "some": "PronType=Ind", "any": "PronType=Ind", "another": "PronType=Ind", "either": "PronType=Ind",
    "such": "PronType=Dem", "half": "NumForm=Word|NumType=Frac|PronType=Ind",
}  # fmt: skip

_ORDINALS = word_set(
    """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth hundredth thousandth
    """
)
_FRACTIONS = frozenset(("half", "halves", "quarter", "quarters", "thirds", "fifths", "tenths", "hundredths"))
_PLURALS_ALONE = word_set(
    """
    thanks species means clothes pants glasses surroundings troops politics regards supplies grounds jeans trousers
    olympics netherlands philippines commons maldives paralympics
    """
)


def noun_features(form: str, xpos: str) -> str:
    if xpos in ("NNS", "NNPS"):
        if re.fullmatch(r"\d{3,4}['’]?s", form):
            return "NumForm=Combi|NumType=Card|Number=Ptan"
        number = "Ptan" if form in _PLURALS_ALONE else "Plur"
        return ("NumForm=Word|NumType=Frac|" if form in _FRACTIONS else "") + f"Number={number}"
    if xpos not in ("NN", "NNP"):
        return ""
    return ("NumForm=Word|NumType=Frac|" if form in _FRACTIONS else "") + "Number=Sing"


def adjective_features(form: str, upos: str, xpos: str) -> str:
    if xpos in ("JJR", "RBR"):
        return "Degree=Cmp"
    if xpos in ("JJS", "RBS"):
        return "Degree=Sup"
    if form in _ORDINALS:
        return "Degree=Pos|NumForm=Word|NumType=Ord"
    if re.fullmatch(r"\d[\d,]*(?:st|nd|rd|th)", form):
        return "Degree=Pos|NumForm=Combi|NumType=Ord"
    if upos == "ADJ":
        return "" if form == "such" else "Degree=Pos"
    return _ADVERBS.get(form, "Degree=Pos" if form.endswith("ly") and form != "only" else "")


_ADVERBS = {
    "here": "PronType=Dem", "there": "PronType=Dem", "then": "PronType=Dem", "never": "PronType=Neg",
    "nowhere": "PronType=Neg", "always": "PronType=Tot", "everywhere": "PronType=Tot", "ever": "PronType=Ind",
    "sometimes": "PronType=Ind", "somewhere": "PronType=Ind", "anywhere": "PronType=Ind",
    "once": "NumForm=Word|NumType=Mult", "twice": "NumForm=Word|NumType=Mult", "no": "Degree=Pos|Polarity=Neg",
} | dict.fromkeys(
    word_set(
        """
        well back still too far soon long hard early late again away ago perhaps much right around often together down
        almost up else enough though home
        """
    ),
    "Degree=Pos",
)  # fmt: skip


def number_features(form: str) -> str:
    if re.fullmatch(r"\d*\.\d+|\d+/\d+|[½¼¾⅓⅔]", form):
        return "NumForm=Digit|NumType=Frac"
    if any(map(str.isdigit, form)):
        return "NumForm=Digit|NumType=Card"
    return "NumForm=Roman|NumType=Card" if re.fullmatch(r"[ivxlcdm]+", form) else "NumForm=Word|NumType=Card"
