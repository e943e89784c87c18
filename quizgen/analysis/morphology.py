"""UD features from tags, words and tree, as UD English defines them.

https://universaldependencies.org/en/ (morphology). Person and number of a finite verb are those of its subject.
Left out are features that only an annotator can tell: Typo, Style, ExtPos, Foreign, Abbr.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from quizgen.analysis.word_features import (
    DETERMINERS,
    INDEFINITE,
    PERSONAL,
    POLARITY,
    POSSESSIVE,
    adjective_features,
    noun_features,
    number_features,
)

if TYPE_CHECKING:
    from quizgen.analysis.parser import Parsed

Features = tuple[tuple[str, str], ...]


def features(forms: Sequence[str], lemmas: Sequence[str], tree: Parsed) -> list[Features]:
    """UD features of every word of a sentence, each sorted by name."""
    sentence = _Sentence([form.lower() for form in forms], lemmas, tree, _children(tree.heads))
    return [_features(sentence.describe(i)) for i in range(len(forms))]


@lru_cache(maxsize=4096)
def _features(text: str) -> Features:
    """``"Number=Sing|Case=Nom"`` as sorted pairs."""
    pairs = (pair.partition("=") for pair in text.split("|") if pair)
    return tuple(sorted((name, value) for name, _, value in pairs))


def _children(heads: Sequence[int]) -> list[list[int]]:
    children: list[list[int]] = [[] for _ in range(len(heads) + 1)]
    for place, head in enumerate(heads):
        children[head].append(place)
    return children


@dataclass(frozen=True, slots=True)
class _Sentence:
    """Words by place from 0."""

    forms: Sequence[str]
    """In lower case."""
    lemmas: Sequence[str]
    tree: Parsed
    below: list[list[int]]
    """Places of the dependents, by id of the head."""

    def relation(self, i: int) -> str:
        return self.tree.relations[i].partition(":")[0]

    def has(self, i: int, *relations: str) -> bool:
        return any(self.tree.relations[c] in relations for c in self.below[i + 1])

    def has_auxiliary(self, i: int, *lemmas: str) -> bool:
        return any(self.tree.relations[c] == "aux" and self.lemmas[c] in lemmas for c in self.below[i + 1])

    def describe(self, i: int) -> str:
        upos, xpos, form = self.tree.upos[i], self.tree.xpos[i], self.forms[i]
        if upos in ("VERB", "AUX"):
            return self.verb(i)
        if upos in ("NOUN", "PROPN"):
            return noun_features(form, xpos)
        if upos in ("PRON", "DET"):
            return self.pronoun(i)
        if upos in ("ADJ", "ADV"):
            return self.wh(i) if xpos == "WRB" else adjective_features(form, upos, xpos)
        if upos == "NUM":
            return number_features(form)
        if form in POLARITY:
            return "" if upos == "DET" else POLARITY[form]
        return "Number=Sing" if form == "%" else ""

    # ---------------------------------------------------------------------------------------------------------
    # Verbs
    # ---------------------------------------------------------------------------------------------------------

    def verb(self, i: int) -> str:
        xpos = self.tree.xpos[i]
        if xpos == "VBG":
            return "VerbForm=Ger" if self.is_gerund(i) else "Tense=Pres|VerbForm=Part"
        if xpos == "VBN":
            return "Tense=Past|VerbForm=Part" + ("|Voice=Pass" if self.is_passive(i) else "")
        if xpos == "VB":
            return "Mood=Imp|Person=2|VerbForm=Fin" if self.is_imperative(i) else "VerbForm=Inf"
        if xpos == "VBZ":
            return "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
        if xpos in ("VBD", "VBP"):
            tense = "Past" if xpos == "VBD" else "Pres"
            return f"Mood=Ind|Tense={tense}|VerbForm=Fin|{self.agreement(i)}"
        return {"MD": "VerbForm=Fin", "NNP": "Tense=Past|VerbForm=Part"}.get(xpos, "")

    def is_gerund(self, i: int) -> bool:
        if self.has_auxiliary(i, "be") or self.tree.upos[i] == "AUX":
            return False
        if self.relation(i) == "conj" and self.tree.xpos[head := self.tree.heads[i] - 1] == "VBG":
            return self.is_gerund(head)
        return self.relation(i) in _GERUND_RELATIONS

    def is_passive(self, i: int) -> bool:
        if self.tree.upos[i] == "AUX":
            return False
        if self.has(i, "aux:pass"):
            return True
        if self.has_auxiliary(i, "have", "be"):
            return False
        if self.relation(i) == "conj" and not self.has(i, "aux", "nsubj"):
            head = self.tree.heads[i] - 1
            return self.tree.xpos[head] != "VBN" or self.is_passive(head)
        return True

    def is_imperative(self, i: int) -> bool:
        if self.tree.upos[i] == "AUX":
            head = self.tree.heads[i] - 1
            return head >= 0 and self.lemmas[i] == "do" and self.is_imperative(head)
        others = [c for c in self.below[i + 1] if self.tree.relations[c] in ("aux", "aux:pass")]
        if self.has(i, "mark", "nsubj", "nsubj:pass", "csubj", "expl") or any(self.lemmas[c] != "do" for c in others):
            return False
        if self.relation(i) == "conj":
            head = self.tree.heads[i] - 1
            return self.tree.xpos[head] == "VB" and self.is_imperative(head)
        return self.relation(i) in ("root", "parataxis", "ccomp")

    def agreement(self, i: int) -> str:
        subject = self.subject(i)
        if self.forms[i] in ("was", "am", "'m", "’m"):
            first = self.forms[i] != "was" or (subject is not None and self.forms[subject] == "i")
            return "Number=Sing|Person=1" if first else "Number=Sing|Person=3"
        default = "Number=Sing|Person=3" if self.tree.xpos[i] == "VBD" else "Number=Plur|Person=3"
        if subject is None:
            return "Number=Plur|Person=3" if self.forms[i] in ("were", "are") else default
        person, number = self.person_and_number(subject)
        if person == "3" and number == "Sing" and (self.tree.xpos[i] == "VBP" or self.forms[i] == "were"):
            number = "Plur"
        return f"Number={number}|Person={person}"

    def subject(self, i: int) -> int | None:
        """The subject of the verb, of what it helps, or of what it is joined to."""
        for _ in range(4):
            found = [c for c in self.below[i + 1] if self.relation(c) in ("nsubj", "csubj")]
            if found:
                return found[0]
            if self.relation(i) not in ("aux", "cop", "conj") or not self.tree.heads[i]:
                return None
            i = self.tree.heads[i] - 1
        return None

    def person_and_number(self, i: int) -> tuple[str, str]:
        form, xpos = self.forms[i], self.tree.xpos[i]
        joined = any(self.relation(c) == "conj" and self.is_and(c) for c in self.below[i + 1])
        if self.relation(i) == "csubj":
            return "3", "Sing"
        if form in _SUBJECTS:
            return (_SUBJECTS[form][0], "Plur") if joined else _SUBJECTS[form]
        if xpos in ("WDT", "WP") and (antecedent := self.antecedent(i)) is not None:
            return self.person_and_number(antecedent)
        plural = joined or xpos in ("NNS", "NNPS") or form in ("these", "those", "many", "both", "few", "several")
        return "3", "Plur" if plural or (xpos == "CD" and form not in ("one", "1")) else "Sing"

    def is_and(self, i: int) -> bool:
        return any(self.relation(c) == "cc" and self.lemmas[c] in ("and", "&") for c in self.below[i + 1])

    def antecedent(self, i: int) -> int | None:
        """What a relative pronoun in subject position stands for: the head of its clause's head."""
        clause = self.tree.heads[i] - 1
        if clause >= 0 and self.tree.relations[clause] == "acl:relcl" and self.tree.heads[clause] - 1 != i:
            return self.tree.heads[clause] - 1
        return None

    # ---------------------------------------------------------------------------------------------------------
    # Pronouns, determiners
    # ---------------------------------------------------------------------------------------------------------

    def pronoun(self, i: int) -> str:
        form, xpos = self.forms[i], self.tree.xpos[i]
        if xpos in ("WP", "WDT", "WRB", "WP$"):
            return ("Poss=Yes|" if xpos == "WP$" else "") + self.wh(i)
        if xpos == "PRP":
            case = "Nom" if self.relation(i) in ("nsubj", "expl") else "Acc"
            return PERSONAL.get(form, "PronType=Prs").replace("Case=?", f"Case={case}")
        if xpos == "PRP$":
            return POSSESSIVE.get(form, "Case=Gen|Poss=Yes|PronType=Prs")
        if self.tree.upos[i] == "PRON" and xpos == "NN":
            return INDEFINITE.get(form, "Number=Sing|PronType=Ind")
        return DETERMINERS.get(form, "")

    def wh(self, i: int) -> str:
        """Rel in a relative clause and for the head of a free relative (*what he wants*), else Int."""
        if self.has(i, "acl:relcl", "advcl:relcl"):
            return "PronType=Rel"
        at = i
        for _ in range(6):
            if self.relation(at) in _CLAUSES or not self.tree.heads[at]:
                break
            at = self.tree.heads[at] - 1
        relative = self.tree.relations[at] in ("acl:relcl", "advcl:relcl") or self.forms[i] == "that"
        return "PronType=Rel" if relative else "PronType=Int"


_GERUND_RELATIONS = frozenset(
    ("amod", "acl", "xcomp", "csubj", "ccomp", "obj", "nsubj", "obl", "nmod", "appos", "compound", "iobj", "list")
)
_CLAUSES = frozenset(("acl", "advcl", "ccomp", "csubj", "xcomp", "parataxis", "root"))
_SUBJECTS = {
    "i": ("1", "Sing"), "we": ("1", "Plur"), "you": ("2", "Sing"), "they": ("3", "Plur"), "he": ("3", "Sing"),
    "she": ("3", "Sing"), "it": ("3", "Sing"),
}  # fmt: skip
