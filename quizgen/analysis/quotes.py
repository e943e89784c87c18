"""Where the article lets someone else speak: the stretches of direct speech."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizgen.records import Document, Sentence, Span

_OPEN, _CLOSE = "“«„", "”»"
_MARKS = re.compile(f'[{_OPEN}{_CLOSE}"]')
_LEAST_WORDS = 3
"""A shorter quotation is a title or a word held at arm's length (*‘The Challenge’*, *"reign"*)."""


def speech(document: Document, sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """Spans of direct speech, quotation marks included, in order; quotes without a verb are no speech.

    A quotation that is opened and not closed in its paragraph runs to the end of the paragraph, as newspapers print it.
    """
    found = []
    for match in re.finditer(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*", document.text):
        found += [Span(match.start() + a, match.start() + b) for a, b in _quoted(match.group())]
    verbs = sorted(t.start for s in sentences for t in s.tokens if t.upos in ("VERB", "AUX"))
    return tuple(
        span
        for span in found
        if len(document.text[span.start : span.end].split()) >= _LEAST_WORDS
        and any(span.start < start < span.end for start in verbs)
    )


def in_speech(spans: Sequence[Span], start: int) -> bool:
    """Whether the character at this offset stands in one of the spans."""
    return any(span.start <= start < span.end for span in spans)


def _quoted(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of what stands in double quotation marks, curly or straight, in one paragraph."""
    found: list[tuple[int, int]] = []
    opened = -1
    for mark in _MARKS.finditer(text):
        i, char = mark.start(), mark.group()
        if char in _OPEN or (char == '"' and opened < 0):
            opened = i
        elif (char in _CLOSE or char == '"') and opened >= 0:
            found.append((opened, i + 1))
            opened = -1
    if opened >= 0:
        found.append((opened, len(text)))
    return found
