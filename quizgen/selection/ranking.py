"""How much a candidate is worth asking, from things that can be said in a sentence each.

``FEATURES`` measure a candidate, mostly between 0 and 1; ``WEIGHTS`` say how much each counts.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from quizgen.records import Candidate, ItemType
from quizgen.selection.context import Context
from quizgen.selection.distractors import NUMERIC
from quizgen.selection.words import content, lower, unquoted
from quizgen.text import count_words

Feature = Callable[[Candidate, Context], float]


def prior(candidate: Candidate, context: Context) -> float:
    """What its rule says that such questions are worth."""
    return candidate.rule.score


def confidence(candidate: Candidate, context: Context) -> float:
    """How sure the parse is, a probability; what is hardly better than a guess counts against it (down to -1)."""
    sure = candidate.fact.confidence
    return (sure - 0.4) / 0.6 if sure >= 0.4 else max(-1.0, (sure - 0.4) / 0.15)


def title(candidate: Candidate, context: Context) -> float:
    """Whether it speaks of what the title names."""
    words = content(candidate.item.question) | content(candidate.item.answer)
    return min(1.0, len(words & context.title_stems) / 2) if context.title_stems else 0.0


def salience(candidate: Candidate, context: Context) -> float:
    """How often the article comes back to what is asked about."""
    counts = context.stem_counts
    words = content(candidate.item.question) | content(candidate.item.answer)
    best = sorted((counts[word] for word in words), reverse=True)[:3]
    top = counts.most_common(1)[0][1] if counts else 1
    return sum(math.log1p(n) for n in best) / (3 * math.log1p(max(top, 1))) if best else 0.0


def early(candidate: Candidate, context: Context) -> float:
    """Articles say the most important things first."""
    sentence = context.sentence(candidate)
    paragraph = sentence.paragraph if sentence else 0
    return 1 - paragraph / max(1, context.paragraphs)


def main_clause(candidate: Candidate, context: Context) -> float:
    """Whether the sentence is about it, rather than mentions it by the way."""
    sentence, clause = context.sentence(candidate), candidate.fact.clause
    if sentence is None or clause is None or sentence.root is None:
        return 0.5
    return 1.0 if sentence.root.form.casefold() in (clause.verb.form, *_attributes(candidate)) else 0.3


def _attributes(candidate: Candidate) -> tuple[str, ...]:
    clause = candidate.fact.clause
    phrases = (a.phrase for a in clause.arguments if a.role == "attribute") if clause else ()
    return tuple(word for phrase in phrases for word in lower(phrase.text))


def named(candidate: Candidate, context: Context) -> float:
    """Names, dates and numbers are what people remember and ask for."""
    answer = candidate.answer
    if candidate.item.type is ItemType.CLOZE and not (answer.proper or answer.type in NUMERIC):
        return 0.0
    if answer.proper or answer.type in NUMERIC:
        return 1.0
    defined = candidate.fact.kind == "identity"
    return 0.6 if defined or answer.type in ("person", "organization", "place", "substance") else 0.4


def anchored(candidate: Candidate, context: Context) -> float:
    """Whether the question itself names something that a stranger can look up, or asks for what is always so."""
    words = unquoted(candidate.item.question).split()[1:]
    names = sum(1 for word in words if re.match(r"[“\"‘'(]*[A-Z]", word))
    always = candidate.fact.clause is not None and candidate.fact.clause.verb.tense == "pres"
    return max(0.7 if always else 0.0, min(1.0, names / 2))


def specific(candidate: Candidate, context: Context) -> float:
    """How much the question says beside its subject: three words of content tell most occasions apart."""
    subject = candidate.fact.clause.subject.text if candidate.fact.clause else ""
    if candidate.fact.clause is None:
        return 0.8
    return min(1.0, len(content(unquoted(candidate.item.question)) - content(subject)) / 4)


def told(candidate: Candidate, context: Context) -> float:
    """Enough said to tell what is asked, and no more: six to fifteen words; more than 25 are held against it."""
    words = count_words(unquoted(candidate.item.question))
    return max(-1.0, min(1.0, (words - 2) / 4, (26 - words) / 11 if words <= 26 else (26 - words) / 2))


def brief_answer(candidate: Candidate, context: Context) -> float:
    """Short answers can be known by heart, and graded."""
    return max(0.0, min(1.0, (11 - count_words(candidate.item.answer)) / 6))


FEATURES: dict[str, Feature] = {
    "prior": prior,
    "confidence": confidence,
    "title": title,
    "salience": salience,
    "early": early,
    "main_clause": main_clause,
    "named": named,
    "anchored": anchored,
    "specific": specific,
    "told": told,
    "brief_answer": brief_answer,
}
WEIGHTS: dict[str, float] = {
    "prior": 2.5,
    "confidence": 1.5,
    "title": 0.6,
    "salience": 1.0,
    "early": 0.5,
    "main_clause": 0.5,
    "named": 1.0,
    "anchored": 1.2,
    "specific": 1.5,
    "told": 0.7,
    "brief_answer": 0.7,
}


def score(candidate: Candidate, context: Context) -> float:
    """Weighted mean of the features, 0 to 1."""
    total = sum(WEIGHTS[name] * feature(candidate, context) for name, feature in FEATURES.items())
    return round(total / sum(WEIGHTS.values()), 4)
