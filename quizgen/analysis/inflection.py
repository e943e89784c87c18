"""Forms of English verbs. The dictionary is lemminflect's."""

from __future__ import annotations

from functools import lru_cache

_BE = {"VB": "be", "VBZ": "is", "VBP": "are", "VBD": "was", "VBN": "been", "VBG": "being"}
_HAVE = {"VB": "have", "VBZ": "has", "VBP": "have", "VBD": "had", "VBN": "had", "VBG": "having"}


@lru_cache(maxsize=4096)
def inflect(lemma: str, tag: str) -> str:
    """The form of a verb by PTB tag: VB, VBZ, VBD, VBN, VBG, VBP."""
    if lemma in ("be", "have"):
        return (_BE if lemma == "be" else _HAVE)[tag]
    from lemminflect import getInflection

    forms = getInflection(lemma, tag=tag) or getInflection(lemma, tag=tag, inflect_oov=True)
    return str(forms[0]) if forms else lemma
