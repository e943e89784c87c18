"""*_____, is located south of the island*: one comma between subject and verb parts what belongs together.

Either the article has it so, or what the comma closed was cut away.
"""

from __future__ import annotations

import re

from quizgen.records import BLANK, Candidate, Sentence, Token
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter

_BEHIND = re.compile(rf"^{BLANK}, [a-z]")
"""*_____, became a standard ingredient* for *saffron, an expensive spice*."""
_MARKS = frozenset({",", "–", "—", "-"})


def check(candidate: Candidate, context: Context) -> str | None:
    if _BEHIND.search(candidate.item.question) and ", " in candidate.item.answer:
        return "the comma behind the blank closes what the answer opens"
    sentence, said = context.sentence(candidate), candidate.fact.role("sentence")
    if sentence is None or said is None:
        return None
    kept = frozenset(said.tokens)
    for token in sentence.tokens:
        subject = sentence.child(token, "nsubj") if token.id in kept else None
        if subject is not None and _parted(sentence, subject, token, kept):
            return f"a comma alone parts '{subject.form}' from its verb"
    return None


def _parted(sentence: Sentence, subject: Token, verb: Token, kept: frozenset[int]) -> bool:
    group = [verb, *sentence.children(verb, "aux", "cop")]
    first = min(t.id for t in group)
    before = [t for t in sentence.tokens[sentence.subtree(subject)[0].id - 1 : first - 1] if t.id in kept]
    if not before or subject.id not in kept or before[-1].form not in _MARKS:
        return False
    return sum(t.form in _MARKS for t in before) == 1


FILTER = Filter("stray_comma", check)
