"""Which candidates go onto a sheet of limited length: the best, spread over the article, none giving another away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.words import content, lower, normal, similarity

SAME_SENTENCE = 0.12
SAME_PARAGRAPH = 0.02
SAME_ANSWER = 0.25
SAME_RULE = 0.015
SAME_QUESTION_WORD = 0.01
ALIKE = 0.25
"""Times the share of words in common with the most similar question chosen."""
GIVES_AWAY = 0.15


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its score and what is compared of it."""

    candidate: Candidate
    score: float
    asked: frozenset[str]
    question: str
    answer: str
    fact: str
    paragraph: int

    @property
    def order(self) -> tuple[float, int, str]:
        """Best first; ties go to the earlier sentence, then to the id."""
        return (-self.score, self.candidate.fact.sentence, self.candidate.item.id)


def ranked(candidate: Candidate, score: float, context: Context) -> Ranked:
    sentence = context.sentence(candidate)
    return Ranked(
        candidate=candidate,
        score=score,
        asked=content(candidate.item.question),
        question=f" {normal(candidate.item.question)} ",
        answer=normal(candidate.item.answer),
        fact=one_fact(candidate),
        paragraph=sentence.paragraph if sentence else 0,
    )


def one_fact(candidate: Candidate) -> str:
    """The same for candidates that ask of one statement: extractors may read several facts from one clause."""
    clause = candidate.fact.clause
    if clause is None:
        return candidate.fact.key
    return f"{candidate.fact.sentence}|{clause.verb.lemma}|{clause.verb.form}|{normal(clause.subject.text)}"


def choose(pool: Sequence[Ranked], limit: int) -> tuple[Ranked, ...]:
    """Greedily the candidate that adds most, at most ``limit``; one a fact as long as there are facts enough."""
    left = sorted(pool, key=lambda r: r.order)
    chosen: list[Ranked] = []
    penalties = [0.0] * len(left)
    for relaxed in (False, True):
        facts = Counter(r.fact for r in chosen)
        while len(chosen) < limit and left:
            free = [i for i, r in enumerate(left) if not facts[r.fact]] if not relaxed else [
                i for i, r in enumerate(left) if not _clashes(r, chosen)]  # fmt: skip
            if not free:
                break
            best = max(free, key=lambda i: (left[i].score - penalties[i], -i))
            taken = left.pop(best)
            penalties.pop(best)
            chosen.append(taken)
            facts[taken.fact] += 1
            penalties = [p + penalty(r, taken) for p, r in zip(penalties, left, strict=True)]
    return tuple(chosen)


def _clashes(one: Ranked, chosen: Sequence[Ranked]) -> bool:
    """Two items of one sentence with one answer, or of one fact and nearly one question, never stand together."""
    return any(
        one.candidate.fact.sentence == other.candidate.fact.sentence
        and (one.answer == other.answer or similarity(one.asked, other.asked) > 0.8)
        for other in chosen
    )


def penalty(one: Ranked, chosen: Ranked) -> float:
    """How much less ``one`` is worth beside ``chosen``."""
    total = ALIKE * similarity(one.asked, chosen.asked)
    if one.candidate.fact.sentence == chosen.candidate.fact.sentence:
        total += SAME_SENTENCE
    if one.paragraph == chosen.paragraph:
        total += SAME_PARAGRAPH
    if one.answer == chosen.answer:
        total += SAME_ANSWER
    if one.candidate.rule.id == chosen.candidate.rule.id:
        total += SAME_RULE
    if lower(one.candidate.item.question)[:2] == lower(chosen.candidate.item.question)[:2]:
        total += SAME_QUESTION_WORD
    for answer, question in ((one.answer, chosen.question), (chosen.answer, one.question)):
        if f" {answer} " in question:
            total += GIVES_AWAY
    return total
