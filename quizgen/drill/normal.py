"""The normal form of an answer: its words, numbers and days, with what never decides about an answer left out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizgen.drill.days import Clock, Day, scan_day, scan_time
from quizgen.drill.folding import fold, spelling
from quizgen.drill.numbers import Quantity, scan
from quizgen.drill.wordlists import word_set

Figure = Quantity | Day | Clock

ARTICLES = frozenset({"the", "a", "an"})
LEADS = (
    "as a result of", "because of", "in order to", "on account of", "on board", "by means of", "due to", "owing to",
    "thanks to", "so as to", "because", "aboard", "inside", "within", "through", "during", "into", "onto", "from",
    "with", "since", "for", "in", "on", "at", "by", "to", "of", "as", "it is", "it was", "they are", "they were",
    "he is", "he was", "she is", "she was", "its", "that",
)  # fmt: skip
"""What may introduce an answer without being part of it: *in 1815*, *because his height is 1.9 metres*."""
FILLERS = ARTICLES | word_set(
    "of in on at to by for from with into as and is are was were be been his her its their that which who it"
)
"""Words that carry no answer of their own inside a longer one."""
NEGATIONS = word_set(
    "no not never none nor neither without cannot isnt wasnt arent werent doesnt didnt dont wont "
    "hasnt havent hadnt couldnt shouldnt wouldnt nobody nothing nowhere"
)

_HEDGES = (
    ("at least", r"at least|no (?:fewer|less) than|not (?:fewer|less) than|a minimum of"),
    ("at most", r"at most|up to|no more than|not more than|a maximum of|as many as"),
    ("over", r"over|more than|above|greater than|in excess of|upwards of|>|exceeding"),
    ("under", r"under|less than|fewer than|below|<"),
    ("nearly", r"nearly|almost|close to|just under|just short of"),
    ("about", r"about|around|approximately|approx\.?|roughly|some|circa|ca?\.?|~|an estimated|or so|or thereabouts"),
)
_HEDGE = tuple((name, re.compile(rf"(?:{words})(?![a-z]) ?")) for name, words in _HEDGES)
_WORD = re.compile(r"[^\W_]+(?:'(?!s\b)[^\W_]+)?(?:'s?)?|\+|&|@|#")
_DECADE = re.compile(r"\d{1,3}0s\b")
_REWRITES = (
    (re.compile(r"(?<=\d0)'s\b"), "s"),
    (re.compile(r"\b(1\d|20)(\d\d) ?- ?(\d\d)\b(?![-\d])"), r"\1\2-\1\3"),
    (re.compile(r"\bad (\d+)\b"), r"\1 ad"),
    (re.compile(r"^between (.*\d.*) and (?=.*\d)"), r"\1 to "),
    (re.compile(r"\bnumber (?=\d)"), ""),
)
"""*1920's*, *1914-18*, *AD 79*, *between 1914 and 1918*."""
_SPAN_DASH = re.compile(r" ?- ?(?=[\d$€£])")


@dataclass(frozen=True, slots=True)
class Form:
    """An answer in its normal form."""

    words: tuple[str, ...]
    """In order; a figure stands as its key, which begins with a digit or a minus."""
    figures: tuple[Figure, ...] = ()
    hedge: str = ""
    """*about*, *over*, *at least*, … before a number."""
    lead: str = ""
    """The introducing preposition that was left out."""

    @property
    def content(self) -> tuple[str, ...]:
        """The words without fillers; all words where nothing else is left."""
        return tuple(word for word in self.words if word not in FILLERS) or self.words

    @property
    def negations(self) -> int:
        return sum(word in NEGATIONS for word in self.words)

    def __str__(self) -> str:
        return " ".join(self.words)


def is_figure(word: str) -> bool:
    """Whether a word of a form is a number, a day, or a name with a digit in it: such words are never misspelt."""
    return any(character.isdigit() for character in word)


def normal(text: str, *, umlauts: bool = False) -> Form:
    """The normal form of an answer, a question or a sentence."""
    folded = fold(text, umlauts=umlauts).strip(" .,;:!?\"'()[]{}…*")
    if not folded:
        folded = fold(text).strip()
    for pattern, replacement in _REWRITES:
        folded = pattern.sub(replacement, folded)
    lead, start = _lead(folded)
    words, figures, hedge = _scan(folded, start)
    return Form(words or (folded,), figures, hedge, lead)


def _lead(folded: str) -> tuple[str, int]:
    """The introducing words, and where the answer itself begins."""
    if _hedge(folded, 0):
        return "", 0
    for lead in LEADS:
        if folded.startswith(lead + " "):
            return lead, len(lead) + 1
    return "", 0


def _scan(text: str, position: int) -> tuple[tuple[str, ...], tuple[Figure, ...], str]:
    words: list[str] = []
    figures: list[Figure] = []
    hedge = ""
    while position < len(text):
        found_hedge = _hedge(text, position)
        if found_hedge:
            hedge, position = found_hedge
        figure = _figure(text, position)
        if figure:
            words.append(figure[0].key)
            figures.append(figure[0])
            position = figure[1]
            dash = _SPAN_DASH.match(text, position)
            if dash:
                words.append("to")
                position = dash.end()
            continue
        word = _WORD.match(text, position)
        if word:
            words.append(_word(word.group()))
        position = word.end() if word else position + 1
    return _join_initials(_without_articles(words)), tuple(figures), hedge


def _figure(text: str, position: int) -> tuple[Figure, int] | None:
    if _DECADE.match(text, position):
        return None
    return scan_day(text, position) or scan_time(text, position) or scan(text, position)


def _hedge(text: str, position: int) -> tuple[str, int] | None:
    """A hedge, where a number follows it."""
    if position and text[position - 1].isalnum():
        return None
    for name, pattern in _HEDGE:
        match = pattern.match(text, position)
        if match and _figure(text, match.end()):
            return name, match.end()
    return None


def _word(found: str) -> str:
    if found in ("&", "+"):
        return "and"
    return spelling(found.removesuffix("'s").replace("'", ""))


def _without_articles(words: list[str]) -> list[str]:
    kept = [word for i, word in enumerate(words) if word not in ARTICLES or (word == "a" and i == len(words) - 1)]
    return kept or words


def _join_initials(words: list[str]) -> tuple[str, ...]:
    """*j r r tolkien* as *jrr tolkien*."""
    joined: list[str] = []
    run = False
    for word in words:
        single = len(word) == 1 and word.isalpha()
        if single and run:
            joined[-1] += word
        else:
            joined.append(word)
        run = single
    return tuple(joined)
