"""Tables of words, written the way people read them."""

from __future__ import annotations


def words(text: str) -> tuple[str, ...]:
    """The words of a table, in order."""
    return tuple(text.split())


def word_set(text: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(text.split())
