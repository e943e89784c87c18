"""Sentence boundaries."""

from __future__ import annotations


def split(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of the sentences of one paragraph, without the space around them."""
    from sentencex import get_sentence_boundaries

    spans = []
    for boundary in get_sentence_boundaries("en", text):
        start, end = boundary["start_index"], boundary["end_index"]
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip())
        end = start + len(piece.strip())
        if start < end:
            spans.append((start, end))
    return spans
