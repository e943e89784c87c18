"""Where the words of a sentence stand in its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Offsets = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Surface:
    """One orthographic token: the ids of its first and last word, and how it stands in the text."""

    first: int
    last: int
    form: str
    space_after: bool


def lay_out(text: str, surfaces: Sequence[Surface], forms: Sequence[str]) -> tuple[str, Offsets]:
    """The sentence's text and the offsets of its words in it. A ``# text`` that does not fit the forms is put aside."""
    spans = _find(text, surfaces)
    if spans is None:
        text = "".join(s.form + (" " if s.space_after else "") for s in surfaces).rstrip(" ")
        spans = _find(text, surfaces) or []
    offsets: Offsets = []
    for surface, span in zip(surfaces, spans, strict=True):
        offsets.extend(_share(span, surface.form, [forms[i - 1] for i in range(surface.first, surface.last + 1)]))
    return text, offsets


def _find(text: str, surfaces: Sequence[Surface]) -> Offsets | None:
    at = 0
    spans = []
    for surface in surfaces:
        while at < len(text) and text[at].isspace():
            at += 1
        if not text.startswith(surface.form, at):
            return None
        spans.append((at, at + len(surface.form)))
        at = spans[-1][1]
    return spans if not text[at:].strip() else None


def _share(span: tuple[int, int], form: str, parts: list[str]) -> Offsets:
    """Divide an orthographic token among its words: *don't* to the letter, French *du* (de + le) by length."""
    total = sum(map(len, parts)) or 1
    ends = [sum(map(len, parts[: i + 1])) for i in range(len(parts))]
    if total != len(form):
        ends = [round(end * len(form) / total) for end in ends]
    starts = [0, *ends[:-1]]
    return [(span[0] + start, span[0] + end) for start, end in zip(starts, ends, strict=True)]
