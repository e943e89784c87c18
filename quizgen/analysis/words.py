"""Text to words, in the manner of UD English (GUM, EWT)."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"""
      (?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | (?:[A-Za-z]\.){2,}
    | (?:Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|vs|etc|e\.g|i\.e|No|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|Inc|Ltd|Co|Corp)\.
    | [A-Z]\.(?=\s+[A-Z])
    | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s)?
    | \w+?(?=n['’]t\b)
    | n['’]t\b
    | ['’](?:s|re|ve|ll|d|m)\b
    | \w+
    | \.{2,}|…|--+
    | \S
    """,
    re.VERBOSE,
)


def split(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of the words of a text, in order."""
    return [match.span() for match in _TOKEN.finditer(text)]
