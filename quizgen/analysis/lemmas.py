"""Lemmas."""

from __future__ import annotations

import functools


@functools.lru_cache(maxsize=65536)
def lemma(form: str, upos: str, xpos: str) -> str:
    """The dictionary form of a word, as UD English writes it."""
    from lemminflect import getLemma

    if upos == "PROPN":
        return form
    if upos not in ("NOUN", "VERB", "AUX", "ADJ", "ADV"):
        return form.lower()
    found = getLemma(form.lower(), upos)
    return str(found[0]) if found else form.lower()
