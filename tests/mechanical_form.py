"""Spacing, quotation marks, *a* and *an*: what a proof-reader sees without the article and without grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mechanical_words import words

from quizgen.records import BLANK, Item, ItemType

LONGEST = 30
"""Words in a question; about 25 is what people still follow."""

_BEFORE_MARK = re.compile(r"\w [,;:?!]|\w \.(?![\d\w.])|[(\[“] | [)\]”]| ['’]s\b")
_MARKS = re.compile(r"[^\W\d],[^\W\d_]|[a-z][?!;][^\W\d_]|,,|;;|\?\?|(?<!\.)\.\.(?!\.)|[,;:]\?|,\.|[a-z]{3}\.\?")
_BROKEN = re.compile(r"\{\{|\}\}|\{%|\bNone\b|\b[Uu]ndefined\b|\ufffd|Ã[\x80-\xbf©¼¶¤]|â€|&(?:amp|quot|#\d+);")
_IMPERATIVE = re.compile(r"^(?:Name|Give|List|Put|Match|Complete|Order|Arrange|Explain|Say)\b")


def _texts(item: Item) -> Iterator[tuple[str, str]]:
    yield "question", item.question
    yield "answer", item.answer
    for distractor in item.distractors:
        yield "option", distractor.text


def spacing(item: Item) -> Iterator[str]:
    """Doubled or lost spaces, spaces before punctuation, doubled punctuation."""
    for name, text in _texts(item):
        if text != text.strip() or re.search(r"\s\s|[\t\n\r]", text):
            yield f"doubled or stray space in the {name}"
        if _BEFORE_MARK.search(text):
            yield f"space before punctuation in the {name}"
        if _MARKS.search(text):
            yield f"doubled punctuation or a lost space in the {name}"


def quotes(item: Item) -> Iterator[str]:
    """Quotation marks and brackets that open and do not close."""
    for name, text in _texts(item):
        lone = [opening + closing for opening, closing in ("“”", "()", "[]", "«»") if _unpaired(text, opening, closing)]
        inches = len(re.findall(r"\d\"", text)) if text.count('"') % 2 else 0
        if (text.count('"') - inches) % 2:
            lone.append('"')
        if text.count("‘") > text.count("’"):
            lone.append("‘’")
        if lone:
            yield f"unbalanced {' '.join(lone)} in the {name}"


def _unpaired(text: str, opening: str, closing: str) -> bool:
    """Whether counting up at every opening and down at every closing mark goes below zero or does not end at it."""
    depth = 0
    for character in text:
        depth += (character == opening) - (character == closing)
        if depth < 0:
            return True
    return depth != 0


def ending(item: Item) -> Iterator[str]:
    """A question that begins small, does not end as one, or is a scrap."""
    text = item.question.strip()
    if not text or not item.answer.strip():
        yield "empty question or answer"
        return
    if len(words(text)) < 3:
        yield "a scrap of a question"
    asks = re.search(r"\?[”’\")]?$", text) or (_IMPERATIVE.match(text) and text[-1] in ".:")
    if item.type in (ItemType.SHORT, ItemType.CHOICE) and not asks:
        yield "does not end in a question mark"
    first = next((character for character in text if character.isalnum()), "A")
    if (
        first.islower() and not text.lstrip("“\"'‘").startswith(BLANK) and not re.match(r"\W*[a-z][A-Z]", text)
    ):  # iPhone
        yield "begins with a small letter"


def leftovers(item: Item) -> Iterator[str]:
    """Template source, placeholders and broken characters; blanks where none belong."""
    for name, text in _texts(item):
        if _BROKEN.search(text):
            yield f"leftover of a template or a broken character in the {name}"
    if item.question.count(BLANK) != (item.type is ItemType.CLOZE):
        yield "a cloze has one blank, other questions have none"
    if item.type is ItemType.TRUE_FALSE and item.answer not in ("True", "False"):
        yield "the answer is neither True nor False"


def options(item: Item) -> Iterator[str]:
    """Options that are the same but for case, or too few of them."""
    if item.type is ItemType.CHOICE:
        folded = [text.casefold().strip(" .") for text in item.options]
        if len(set(folded)) < len(folded):
            yield "the same option twice"
        if len(folded) < 3:
            yield "fewer than three options"


def length(item: Item) -> Iterator[str]:
    count = len(words(item.question))
    if count > LONGEST:
        yield f"{count} words"


_ARTICLE = re.compile(r"(?:(?<![\w.'’-])(an?)|^(An?)) [“‘\"'(]?([^\W_][\w.'’-]*)")
_VOWEL = re.compile(
    r"[aeio]|u(?!n(?:i|an)|s[aeiu]|t[aio]|b[iu]|r[aiou]|k|v|fo\b|-)|uni[nm]|hours?\b|honest|honou?r|heir", re.I
)
_NO_VOWEL = re.compile(r"eu|ew[ei]|(?:one|once|oneself)\b", re.I)
_EITHER = re.compile(
    r"un(?:id|an)|h(?:istor|otel|abit|erb|ero|allu|yster|ypoth)|1[18]\d\d|Y|[UO][A-Z]|[IVX]+\b"
    r"|(?=[A-Z]{2})[FHLMNRSUX][A-Z]+s?\b"
)
"""What is read in two ways: *a/an historic*, *an NHS* but *a NASA*, *1822* as a year or a number."""


def articles(item: Item) -> Iterator[str]:
    """*a actor*, *an surgeon*: by sound, as far as letters tell; what can be read two ways is left alone."""
    for name, text in _texts(item):
        for match in _ARTICLE.finditer(text):
            article, word = (match[1] or match[2]).lower(), match[3]
            if _EITHER.match(word) or (len(word) == 1 and not word.isdigit()):
                continue
            if (article == "an") != _sounds_like_vowel(word):
                yield f"“{match[0]}” in the {name}"


def _sounds_like_vowel(word: str) -> bool:
    if re.match(r"[A-Z]{2,}s?\b", word):
        return word[0] in "AEI"
    if word[0].isdigit():
        number = re.sub(r"\D.*", "", word)
        return number.startswith("8") or number in ("11", "18")
    return bool(_VOWEL.match(word)) and not _NO_VOWEL.match(word)
