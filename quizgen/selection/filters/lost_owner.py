"""*The city's historic center* that was cut down to *historic center*: whose it is belongs to it."""

from __future__ import annotations

from quizgen.records import Candidate, Phrase, Sentence
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter


def check(candidate: Candidate, context: Context) -> str | None:
    sentence, clause = context.sentence(candidate), candidate.fact.clause
    if sentence is None or clause is None:
        return None
    for phrase in (clause.subject, *(argument.phrase for argument in clause.arguments)):
        owner = _lost(phrase, sentence)
        shown = phrase.text in (candidate.item.answer, candidate.answer.text)
        if owner and (shown or phrase.text.casefold() in candidate.item.question.casefold()):
            return f"'{phrase.text}' has lost the '{owner}' that it belongs to"
    return None


def _lost(phrase: Phrase, sentence: Sentence) -> str:
    """The possessor of its head in the sentence, where the phrase has neither that nor another determiner."""
    ids = set(phrase.tokens)
    if not ids or phrase.sentence != sentence.index or phrase.determiner or "'" in phrase.text or "’" in phrase.text:
        return ""
    head = next((t for t in sentence.tokens if t.id in ids and t.head not in ids), None)
    owner = sentence.child(head, "nmod:poss") if head else None
    return owner.form if owner and owner.id not in ids else ""


FILTER = Filter("lost_owner", check)
