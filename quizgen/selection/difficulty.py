"""Easy, medium or hard, from things that can be explained."""

from __future__ import annotations

import re

from quizgen.records import Candidate, Item, ItemType
from quizgen.selection import variation
from quizgen.selection.asking import NUMERIC
from quizgen.selection.context import Context
from quizgen.selection.words import content, normal
from quizgen.text import count_words

EASY, HARD = -1, 2
"""At most so many points are easy, at least so many are hard."""
OFTEN = 4
"""So often the article names what everybody who has read it remembers."""
MOST, FEW = 0.75, 0.3
"""Shares of the sentence's words: a question that brings most of them recalls it, one that brings few does not."""
LONG = 30
"""Words of a sentence in which a fact is one of several."""
_EXPLAINED = re.compile(
    r"(?:according to [^,]*, )?(?:why|how (?:do|does|did|is|are|was|were|has|have|had|can|could|will|"
    r"would|may|might|must|should))\b",
    re.I,
)


def difficulty(item: Item, candidate: Candidate, context: Context) -> str:
    points = sum(points for points, _ in reasons(item, candidate, context))
    return "easy" if points <= EASY else "hard" if points >= HARD else "medium"


def reasons(item: Item, candidate: Candidate, context: Context) -> tuple[tuple[int, str], ...]:
    """Points for and against, each with its reason; more points are harder."""
    found: list[tuple[int, str]] = []
    if item.type in (ItemType.CHOICE, ItemType.TRUE_FALSE):
        found.append((-1, "the answer need only be recognised"))
    found += _options(item, candidate, context)
    named = _named(candidate, context)
    if named >= OFTEN:
        found.append((-1, f"the article names the answer often ({named} times)"))
    if candidate.answer.type in NUMERIC:
        found.append((1, "a number or a date has to be remembered"))
    elif named == 1:
        found.append((1, "the article names the answer only once"))
    if _EXPLAINED.match(item.question):
        found.append((1, "an explanation is asked for"))
    if count_words(item.answer) >= 5:
        found.append((1, "the answer is long"))
    repeated = _repeated(item)
    if repeated >= MOST:
        found.append((-1, "the question repeats most of the sentence"))
    elif repeated <= FEW:
        found.append((1, "the question repeats little of the sentence"))
    elif candidate.fact.clause is not None and count_words(item.evidence.text) >= LONG:
        found.append((1, "the sentence is long"))
    return tuple(found)


def _named(candidate: Candidate, context: Context) -> int:
    """How often the article names the answer: a name by its best-known word, other things by their rarest."""
    counts = [context.stem_counts[word] for word in content(candidate.answer.text)]
    return (max if candidate.answer.proper else min)(counts, default=0)


def _options(item: Item, candidate: Candidate, context: Context) -> list[tuple[int, str]]:
    """How near the wrong answers of a choice are: figures in value, names in the text."""
    texts = [option.text for option in item.distractors]
    if not texts:
        return []
    if candidate.answer.type in NUMERIC:
        time = candidate.answer.type == "time"
        close = sum(variation.is_close(item.answer, text, time=time) for text in texts)
        return [(1, "two or more wrong answers lie close to the right one")] if close >= 2 else []
    paragraph = _paragraph(candidate, context)
    if sum(f" {normal(text)} " in paragraph for text in texts) >= 2:
        return [(1, "the paragraph speaks of two or more of the wrong answers")]
    if not any(text in context.document.text for text in texts):
        return [(-1, "the article speaks of none of the wrong answers")]
    return []


def _paragraph(candidate: Candidate, context: Context) -> str:
    """The words of the paragraph that states the fact, as names are compared with them."""
    mine = context.sentence(candidate)
    sentences = context.analysis.sentences if mine else ()
    return f" {' '.join(normal(s.text) for s in sentences if mine and s.paragraph == mine.paragraph)} "


def _repeated(item: Item) -> float:
    """Share of the sentence's words that the question brings."""
    sentence = content(item.evidence.text)
    return len(sentence & content(item.question)) / len(sentence) if sentence else 0.0
