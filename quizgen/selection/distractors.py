"""Wrong answers that a reader could take for right: of the same kind and form, and never right as well.

Fewer than three good ones are none: the item then stays short. The article's own phrases come first; numbers and dates
are varied where it has too few, and places are filled up from lists of well-known ones.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from quizgen.records import Candidate, Distractor, digest
from quizgen.selection import gazetteer, numbers
from quizgen.selection.context import Context
from quizgen.selection.pool import Option, Pool
from quizgen.selection.words import content, lower, normal
from quizgen.text import count_words

WANTED = 3
_ROUGH = re.compile(r"\b(?:about|around|nearly|almost|roughly|some|approximately|over|more than|up to|under)\b", re.I)
NUMERIC = ("number", "money", "percent", "time")
NAMED = ("person", "organization", "place")
PLAIN = ("substance", "animal", "plant")
"""Types of common nouns whose members are near enough to one another to be options of one question."""


def distractors(candidate: Candidate, pool: Pool, context: Context, *, seed: int = 0) -> tuple[Distractor, ...]:
    """Three wrong answers with the reason for each, or none.

    Args:
        candidate: asks for ``candidate.answer``; its rule must name a role to take the like of.
        pool: the article's phrases.
        seed: together with the item's id decides every choice that is left open.
    """
    if not candidate.rule.distractors:
        return ()
    rng = random.Random(digest(str(seed), candidate.item.id))
    if context.document.rows:
        return pool.columns.distractors(candidate, rng, WANTED)
    chosen: list[Distractor] = []
    for option in _offers(candidate, pool, context, rng):
        if _fits(option.text, candidate, pool, chosen):
            chosen.append(option)
            if len(chosen) == WANTED:
                return tuple(chosen)
    return ()


def _offers(candidate: Candidate, pool: Pool, context: Context, rng: random.Random) -> Iterator[Distractor]:
    answer, text = candidate.answer, candidate.item.answer
    if answer.type in NUMERIC:
        yield from _numeric(candidate, pool, context, rng)
    elif answer.proper and answer.type in NAMED:
        yield from _named(candidate, pool, context, rng)
        if answer.type == "place":
            for place in gazetteer.neighbours(text)[:6]:
                yield Distractor(place, "another place of the same rank")
    elif answer.type in PLAIN and not answer.proper:
        yield from _plain(candidate, pool, rng)


# ------------------------------------------------------------------------------------------------ three kinds


def _numeric(candidate: Candidate, pool: Pool, context: Context, rng: random.Random) -> Iterator[Distractor]:
    """Those of the article that have the same form, near ones first; then varied ones."""
    text, time = candidate.item.answer, candidate.answer.type == "time"
    shape = numbers.shape(text, time=time)
    if shape is None:
        return
    near = []
    for option in pool.of_type(candidate.answer.type):
        other = numbers.shape(option.text, time=time)
        if other and other.kind == shape.kind and _frame(option.text, other) == _frame(text, shape):
            distance = abs(other.value - shape.value)
            if distance <= _reach(shape) and _comparable(text, shape, option.text, other):
                near.append((distance, option.text))
    for _, other_text in sorted(near)[:2]:
        yield Distractor(other_text, "another one of the same form in the article")
    latest = context.document.date.year if context.document.date else None
    for varied in numbers.vary(text, rng, time=time, latest_year=latest):
        other = numbers.shape(varied, time=time)
        if other is None or _comparable(text, shape, varied, other):
            yield Distractor(varied, "close to the right one")


def _comparable(text: str, shape: numbers.Shape, other_text: str, other: numbers.Shape) -> bool:
    """Numbers of one magnitude, written alike; beside *about ten* neither nine nor eleven would be wrong."""
    if shape.kind not in ("number", "word") or not shape.value:
        return True
    decimals = [len(words[s.start : s.end].partition(".")[2]) for words, s in ((text, shape), (other_text, other))]
    ratio = other.value / shape.value
    rough = bool(_ROUGH.search(text)) and abs(ratio - 1) < 0.25
    return decimals[0] == decimals[1] and 1 / 3 <= ratio <= 3 and not rough


def _frame(text: str, shape: numbers.Shape) -> str:
    """What stands around the number: it must be the same in all options."""
    return f"{text[: shape.start]}#{text[shape.end :]}".casefold()


def _reach(shape: numbers.Shape) -> float:
    """How far another number of the article may lie from the right one and still tempt."""
    if shape.kind == "year":
        return 60.0 if shape.value >= 1500 else 300.0
    return max(10.0, shape.value) if shape.kind == "number" else 20.0


def _named(candidate: Candidate, pool: Pool, context: Context, rng: random.Random) -> Iterator[Distractor]:
    """Other names of the article: of the same sex, role and rank, near in the text and in length."""
    answer, text = candidate.answer, candidate.item.answer
    mine = {role for o in pool.options if normal(o.text) == normal(answer.text) for role in o.roles}
    options = []
    for option in pool.of_type(answer.type):
        if (
            not option.proper
            or option.number != answer.number
            or _article(option.text) != _article(candidate.item.answer)
        ):
            continue
        if answer.gender and option.gender and option.gender != answer.gender:
            continue
        if answer.type == "place" and (
            candidate.fact.sentence in option.sentences or gazetteer.rank(option.text) != gazetteer.rank(text)
        ):
            continue
        if not _named_so(option):
            continue
        if answer.type == "person" and len(option.text.split()) < min(2, len(text.split())):
            continue
        distance = min((abs(s - candidate.fact.sentence) for s in option.sentences), default=99)
        length = abs(count_words(option.text) - count_words(text))
        options.append((not (mine & option.roles), max(0, length - 1), distance, rng.random(), option))
    what = {"person": "person", "organization": "organization", "place": "place"}[answer.type]
    for *_, option in sorted(options, key=lambda entry: entry[:4]):
        yield Distractor(option.text, f"another {what} in the article")


def _named_so(option: Option) -> bool:
    """Whether it is a name, and not a noun or a number that a capital made one: *Director*, *First*."""
    from quizgen.analysis.types import is_person_noun

    text = option.text.casefold()
    return len(text) > 3 and text not in numbers.ORDINALS and not is_person_noun(text)


def _plain(candidate: Candidate, pool: Pool, rng: random.Random) -> Iterator[Distractor]:
    """Other noun phrases of the article with the same type, number, determiner and length."""
    answer, text = candidate.answer, candidate.item.answer
    determiner = _article(text)
    options: list[tuple[int, float, Option]] = []
    for option in pool.of_type(answer.type):
        length = abs(count_words(option.text) - count_words(text))
        if option.proper or option.number != answer.number or _article(option.text) != determiner or length > 1:
            continue
        if candidate.fact.sentence in option.sentences or _capital(option.text) != _capital(text):
            continue
        options.append((length, rng.random(), option))
    for *_, option in sorted(options, key=lambda entry: entry[:2]):
        yield Distractor(
            option.text, f"another phrase of the article for {'an' if answer.type[0] in 'aeiou' else 'a'} {answer.type}"
        )


# ------------------------------------------------------------------------------------------------ what must hold


def _fits(text: str, candidate: Candidate, pool: Pool, chosen: list[Distractor]) -> bool:
    """Neither right, nor part of the answer or the question, nor a twin of another option."""
    key = candidate.item.answer
    if any(_same_thing(text, other) for other in (key, *candidate.item.accept, *candidate.answer.aliases)):
        return False
    if any(_same_thing(text, option.text) for option in chosen):
        return False
    if candidate.answer.type not in NUMERIC and content(text) & content(candidate.item.question):
        return False
    if normal(text) in normal(candidate.item.question):
        return False
    return not pool.also_right(text, candidate) and _alike(text, key)


def _same_thing(one: str, other: str) -> bool:
    """Equal, one part of the other, or two forms of one name; numbers are compared as they stand."""
    a, b = normal(one), normal(other)
    if a == b:
        return True
    if re.search(r"\d", a) and re.search(r"\d", b):
        return f" {a} " in f" {b} " or f" {b} " in f" {a} "
    first, second = content(one), content(other)
    if _numberless(a) or _numberless(b):
        return bool(first and second) and (first <= second or second <= first)
    return bool(first & second)


def _numberless(text: str) -> bool:
    """A phrase around a number word: *three days* and *four days* share *days* and are still two things."""
    return any(word in numbers.SMALL or word in numbers.TENS or word in numbers.ORDINALS for word in text.split())


def _alike(text: str, key: str) -> bool:
    """Alike in length and at the edges, so that the right one does not stand out."""
    words, wanted = count_words(text), count_words(key)
    if abs(words - wanted) > max(2, wanted // 2) or len(text) > 3 * len(key) + 12 or len(key) > 3 * len(text) + 12:
        return False
    return _article(text) == _article(key) and (
        _capital(text) == _capital(key) or text[:1].isdigit() or key[:1].isdigit()
    )


def _article(text: str) -> str:
    first = lower(text)[:1]
    return {"a": "a", "an": "a", "the": "the"}.get(first[0], "") if first else ""


def _capital(text: str) -> bool:
    bare = re.sub(r"^(?:the|an?) ", "", text, flags=re.I)
    return bare[:1].isupper()
