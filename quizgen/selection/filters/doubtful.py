"""Where the reading of the sentence is doubtful, nothing is asked."""

from __future__ import annotations

from quizgen.records import Candidate, Phrase, Sentence
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter

THRESHOLD = 0.45
"""Least confidence of a fact; from here on the ranking decides, which sees doubts too."""


OWN_WORDS = 0.15
"""How much surer a blank in the article's own sentence is: only where the phrase ends can be wrong."""


def check(candidate: Candidate, context: Context) -> str | None:
    confidence = candidate.fact.confidence
    clause = candidate.fact.clause
    if clause:
        confidence = min(confidence, clause.confidence)
        if _torn(clause.subject, clause.predicate, context.sentence(candidate)):
            return "the verb stands in the middle of its subject"
    if candidate.fact.kind == "sentence":
        confidence += OWN_WORDS
    return f"the parse is doubtful ({confidence:.2f})" if confidence < THRESHOLD else None


def _torn(subject: Phrase, predicate: int, sentence: Sentence | None) -> bool:
    """*Lady Gaga [performed the anthem, while] Marlee Matlin*: parts of two clauses taken for one phrase."""
    if sentence is None or not subject.tokens or not predicate or subject.sentence != sentence.index:
        return False
    if not subject.tokens[0] < predicate < subject.tokens[-1] or predicate in subject.tokens:
        return False
    return all(above.id not in subject.tokens for above in sentence.ancestors(sentence.token(predicate)))


FILTER = Filter("doubtful", check)
