"""An item shows the sentence that it rests on."""

from __future__ import annotations

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter


def check(candidate: Candidate, context: Context) -> str | None:
    evidence = candidate.item.evidence
    if not evidence.text.strip():
        return "there is no sentence to show for it"
    if evidence.end > len(context.document.text) or evidence.start >= evidence.end:
        return "its sentence lies outside of the article"
    return None


FILTER = Filter("evidence", check)
