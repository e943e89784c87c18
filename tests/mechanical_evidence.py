"""Whether an answer stands in the sentence that it rests on, and whether it stands in its own question."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mechanical_words import FUNCTION_WORDS, is_name, lemmas, plain, vocabulary, words

from quizgen.records import BLANK, Item, ItemType


def _numbered(text: str, start: int = 0, step: int = 1) -> dict[str, str]:
    return {word: str(start + step * place) for place, word in enumerate(text.split())}


_NUMBERS = {
    **_numbered("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"),
    **_numbered("sixteen seventeen eighteen nineteen", 16),
    **_numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10),
    **_numbered("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth", 1),
    **_numbered("fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth", 14),
}
_MONTHS = vocabulary("january february march april may june july august september october november december")
_SYMBOLS = {"£": "pound", "$": "dollar", "€": "euro", "¥": "yen", "%": "percent", "°": "degree"}
_NEUTRAL = FUNCTION_WORDS - {"may"} | vocabulary("years year old age aged o'clock ad bc bce ce")
"""Words that an answer may add to what the sentence says: *37 years old* for *the actor, 37*."""

_RELATIVE = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight|ago|later|earlier|afterwards?|anniversary|day|week|month|year|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
_POINTING = re.compile(
    r"\b(?:he|him|his|she|her|hers|it|its|they|them|their|theirs|this|these|that|those|i|my|we|our|who)\b"
)
_EDGE = r"^(?:(?:the|a|an|his|her|its|their|in|on|at|by|to|from|for|of|with|about|because of|as) )*"


def missing(item: Item, article: str) -> Iterator[str]:
    """A short or choice answer of which the evidence says nothing.

    Free are: inflection (*shoot* for *shot*), number words, the year of a date or a whole date where the sentence
    says *yesterday*, and the words of a name that the article gives where the sentence only points at it (*she*).
    An answer in ``accept`` that is there to the letter is enough.
    """
    if item.type not in (ItemType.SHORT, ItemType.CHOICE) or not item.evidence.text:
        return
    evidence = plain(item.evidence.text)
    if any(plain(answer).strip(" .") in evidence for answer in (item.answer, *item.accept)):
        return
    if lost := _unsaid(item.answer, evidence, article):
        yield f"the evidence does not say {', '.join(f'“{word}”' for word in lost)}"


def _unsaid(answer: str, evidence: str, article: str) -> list[str]:
    """The words of the answer that neither stand in the evidence nor can be told from it."""
    content = _content(plain(answer))
    known = frozenset().union(*map(lemmas, _content(evidence)))
    lost = [word for word in content if not lemmas(word) & known]
    if not lost:
        return []
    if _is_date(content):
        partly = len(lost) < len(content)
        return [] if _RELATIVE.search(evidence) else [w for w in lost if not (partly and re.fullmatch(r"\d{4}", w))]
    told = _content(plain(article))
    names = {plain(word).removesuffix("'s") for word in words(answer) if is_name(word)}
    pointing = bool(_POINTING.search(evidence))
    hinted = pointing or len(lost) < len(content) or " the " in f" {evidence}"
    return [
        word
        for word in lost
        if (article and word not in told) or not ((word in names and hinted) or (article and pointing))
    ]


def _content(text: str) -> list[str]:
    """The words that carry meaning, numbers as digits, units for their signs."""
    for sign, name in _SYMBOLS.items():
        text = text.replace(sign, f" {name} ")
    text = re.sub(r"(?<=\d),(?=\d{3})", "", text.replace("per cent", "percent"))
    text = re.sub(r"(?<=\w)-(?=\w)", " ", text)
    found = (word.removesuffix("'s") for word in words(text))
    found = (re.sub(r"^(\d+)(?:st|nd|rd|th)$", r"\1", _NUMBERS.get(word, word)) for word in found)
    return [word for word in found if word not in _NEUTRAL]


def _is_date(content: list[str]) -> bool:
    return all(word in _MONTHS or re.fullmatch(r"\d{1,4}s?|\w+day", word) for word in content)


def key_in_question(item: Item) -> Iterator[str]:
    """The answer, as it stands, in its own question; options that the question lists (*A or B?*) are free."""
    answer = re.sub(_EDGE, "", plain(item.answer)).strip(" .,;:\"'()")
    if item.type is ItemType.TRUE_FALSE or answer in ("", "yes", "no"):
        return
    if item.type is ItemType.CLOZE and answer in FUNCTION_WORDS:
        return
    question = plain(item.question.replace(BLANK, " … "))
    if not _listed(question, answer) and _given(question, answer):
        yield f"the question holds its answer, “{item.answer}”"


def _given(question: str, answer: str) -> bool:
    if re.fullmatch(r"\d{1,2}", answer):
        return _counts_the_same(question, answer)
    return bool(re.search(rf"(?<![\w-]){re.escape(answer)}(?:'s?|s)?(?![\w-])", question)) or _measures(
        question, answer
    )


def _listed(question: str, answer: str) -> bool:
    """*Which is older, A or B?*, *between A and B*, *Which of these …: A, B, C?*"""
    one = re.escape(answer)
    return bool(re.search(rf"{one},? or \w|\bor (?:\w+ ){{0,4}}{one}(?!\w)|: .*{one}|\bbetween .*{one}", question))


def _counts_the_same(question: str, number: str) -> bool:
    """*How many days does the 12-day mission last?* – 12."""
    unit = re.search(r"\bhow many (\w+)", question)
    stem = unit[1].rstrip("s") if unit else "year" if "how old" in question else ""
    return bool(stem) and bool(re.search(rf"\b{number}[ -]{stem}", question))


def _measures(question: str, answer: str) -> bool:
    """*How old is the 37-year-old actor?* – 37 years old."""
    match = re.match(r"(\d[\d.,]*|[a-z]+) (\w+?)s?\b", answer)
    if not match or match[1] in FUNCTION_WORDS:
        return False
    return bool(re.search(rf"\b{re.escape(match[1])}-{match[2]}\b", question))
