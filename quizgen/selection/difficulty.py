"""Easy, medium or hard, from things that can be explained."""

from __future__ import annotations

from quizgen.records import Candidate, Item, ItemType
from quizgen.selection.context import Context
from quizgen.selection.words import content, lower
from quizgen.text import count_words

EASY, HARD = -1, 2
"""At most so many points are easy, at least so many are hard."""


def difficulty(item: Item, candidate: Candidate, context: Context) -> str:
    points = sum(points for points, _ in reasons(item, candidate, context))
    return "easy" if points <= EASY else "hard" if points >= HARD else "medium"


def reasons(item: Item, candidate: Candidate, context: Context) -> tuple[tuple[int, str], ...]:
    """Points for and against, each with its reason; more points are harder."""
    found: list[tuple[int, str]] = []
    if item.type in (ItemType.CHOICE, ItemType.TRUE_FALSE):
        found.append((-1, "the answer need only be recognised"))
    named = min((context.stem_counts[word] for word in content(candidate.answer.text)), default=0)
    if named >= 4:
        found.append((-1, "the article names the answer often"))
    if candidate.answer.type in ("time", "number", "money", "percent"):
        found.append((1, "a number or a date has to be remembered"))
    if lower(item.question)[:1] in (("why",), ("how",)):
        found.append((1, "an explanation is asked for"))
    if count_words(item.answer) >= 5:
        found.append((1, "the answer is long"))
    if _repeated(item) >= 0.75:
        found.append((-1, "the question repeats most of the sentence"))
    if candidate.fact.clause is not None and count_words(item.evidence.text) >= 30:
        found.append((1, "the sentence is long"))
    return tuple(found)


def _repeated(item: Item) -> float:
    """Share of the sentence's words that the question brings."""
    sentence = content(item.evidence.text)
    return len(sentence & content(item.question)) / len(sentence) if sentence else 0.0
