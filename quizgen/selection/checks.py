"""What a wrong answer must not be, one named check each. A check gives the reason, or None where it has none.

The checks look at one option beside the right answer and the options that were taken before. What is no person, no
whole name or of no known kind never gets here: the pool leaves it out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from quizgen.analysis import lexicon
from quizgen.analysis.types import is_person_noun
from quizgen.selection import kinds, numbers, variation
from quizgen.selection.asking import Asking
from quizgen.selection.words import content, lower, normal
from quizgen.text import article, count_words

_TOLD = 0.6
"""So great a part of the question's words in one sentence that names the option tells of the same."""
_SPELLED_ALIKE = 0.72
"""Names with last words as alike as this are taken for two spellings of one: *Cauvin*, *Calvin*."""
_JOINED = re.compile(
    r"[\s,(\"“‘–—]*(?:(?:(?:also|better|later|formerly|now|born|or|who was|was|is) )*(?:known|called|named|nicknamed)"
    r"(?: as)? (?:the )?|or |born |alias |i\.e\. )[\"“‘]?"
)
"""What stands between two names of one thing: *also known as*, *or*, *born*. A comma joins the members of a list."""
_BRACKET = re.compile(r"\s*\(([^()]{1,80})\)")
_PRONOUN = re.compile(r"\b(?:he|him|his|himself|she|her|hers|herself)\b", re.I)
_PARTICLES = frozenset("ibn bin al abu de von van der du da di del la le el khan".split()) | frozenset(lexicon.TITLES)
"""Small words and titles in names that do not make one of two of them."""
_NUMERAL = re.compile(r"[ivx]+$")
_LIFE = re.compile(r"\([^()]*?(\d{3,4})[^()\d]{0,4}[–—-][^()]*?(\d{3,4})\)")
_YEAR = re.compile(r"\b\d{3,4}\b")
_ASKED_FOR = re.compile(r"^(?:Which|Who (?:is|was|became|are|were) (?:the|an?|one of the)) ([^,]*)")
_AFTER_NOUN = re.compile(r" (?:of|to|in|at|on|for|from|with|who|whose|that|by|is|was|did|had|has|\w+ed)\b.*")
Reason = str | None


@dataclass(frozen=True, slots=True)
class Check:
    name: str
    why: Callable[[str, Asking, Sequence[str]], Reason]
    """Of the option's text, of what is asked, and of the texts taken before."""


def refusal(text: str, asking: Asking, chosen: Sequence[str]) -> tuple[str, str] | None:
    """The first check that has something against an option, with its reason."""
    return next(((check.name, why) for check in CHECKS if (why := check.why(text, asking, chosen))), None)


# ------------------------------------------------------------------------------------------------ against the key


def part_of_key(text: str, asking: Asking, chosen: Sequence[str]) -> Reason:
    """*October 1805* beside *1805*, *Curie* beside *Marie Curie*."""
    item, answer = asking.candidate.item, asking.candidate.answer
    right = (asking.key, *item.accept, *answer.aliases, answer.text)
    return "it is the answer or a part of it" if any(same_thing(text, other) for other in right) else None


def twin(text: str, asking: Asking, chosen: Sequence[str]) -> Reason:
    return "it is another option once more" if any(same_thing(text, other) for other in chosen) else None


def two_names(text: str, asking: Asking, chosen: Sequence[str]) -> Reason:
    """*Jean Cauvin (John Calvin)*: the article names one of them by the other, or spells one name in two ways."""
    if asking.numeric:
        return None
    for other in (asking.key, *chosen):
        if _spelled_alike(text, other, person=asking.candidate.answer.type == "person") or _beside(
            text, other, asking.context.document.text
        ):
            return f"it may be another name of '{other}'"
    return None


def right_elsewhere(text: str, asking: Asking, chosen: Sequence[str]) -> Reason:
    """Another question about the same has it as its answer."""
    return "the article states the same of it" if asking.pool.also_right(text, asking.candidate) else None


def told_of_it(text: str, asking: Asking, chosen: Sequence[str]) -> Reason:
    """The clause of the fact, or a sentence with most of the question's words, speaks of it as well."""
    option = asking.pool.find(text)
    if option is None:
        return None
    if asking.in_clause(option):
        return "the clause that states the fact names it"
    if asking.numeric:
        return None
    sentences = asking.context.analysis.sentences
    asked = asking.asked - content(asking.key)
    for at in option.sentences:
        if at == asking.candidate.fact.sentence:
            return "the sentence that states the fact names it"
        shared = asked & content(sentences[at].text) if at < len(sentences) else frozenset()
        if len(shared) >= 2 and len(shared) >= _TOLD * len(asked):
            return "another sentence tells of it with the words of the question"
    return None


def near_guess(text: str, asking: Asking, chosen: Sequence[str]) -> Reason:
    """Figures: one day more or less, nine beside *around ten*; fifty thousand beside two."""
    if asking.numeric and not variation.matters(asking.key, text, time=asking.time):
        return "it lies too near or too far to be told from the right one by what the article says"
    return None


def outside_life(text: str, asking: Asking, chosen: Sequence[str]) -> Reason:
    """*Ada Lovelace (1815–1852)*: nobody is born after the year of death that stands beside."""
    span = _LIFE.search(asking.sentence.text) if asking.numeric and asking.sentence else None
    mine, theirs = _YEAR.search(asking.key), _YEAR.search(text)
    if not span or not mine or not theirs:
        return None
    born, died, year = int(span[1]), int(span[2]), int(theirs[0])
    if (int(mine[0]) == born and year >= died) or (int(mine[0]) == died and year <= born):
        return "it would make the end of a life come before its beginning"
    return None


# ------------------------------------------------------------------------------------------------ against the question


def in_question(text: str, asking: Asking, chosen: Sequence[str]) -> Reason:
    """What the question names is no answer to it, and a word that it shares with one option alone gives that away."""
    question = asking.candidate.item.question
    if f" {normal(text)} " in f" {normal(question)} ":
        return "it stands in the question"
    if not asking.numeric and (content(text) - content(asking.key)) & asking.asked:
        return "it shares a word with the question"
    return None


def wrong_sex(text: str, asking: Asking, chosen: Sequence[str]) -> Reason:
    """*his* in the question tells of whom nobody can be she."""
    option, mine = asking.pool.find(text), asking.candidate.answer.gender
    if option is None or asking.candidate.answer.type != "person":
        return None
    if mine and option.gender and mine != option.gender:
        return "it is of the other sex"
    if mine and not option.gender and _PRONOUN.search(asking.candidate.item.question):
        return "the question tells the sex, and the article not whether it is the same"
    return None


def another_role(text: str, asking: Asking, chosen: Sequence[str]) -> Reason:
    """*Which chemist …?*, *Who was the first quarterback …?*: whoever is known for something else is out at once."""
    found = _ASKED_FOR.match(asking.candidate.item.question)
    option = asking.pool.find(text)
    if not found or option is None or asking.candidate.answer.type != "person":
        return None
    words = lower(_AFTER_NOUN.sub("", f" {found[1]}"))
    noun = next((word for word in words if is_person_noun(word)), "")
    if not noun or noun in option.roles or (not option.roles and asking.in_paragraph(option)):
        return None
    return f"the article does not call it {article(noun)} {noun}"


def unlike(text: str, asking: Asking, chosen: Sequence[str]) -> Reason:
    """Of another length, with another article, small where the right one is capital: it stands out."""
    key = asking.key
    words, wanted = count_words(text), count_words(key)
    if abs(words - wanted) > max(2, wanted // 2) or len(text) > 3 * len(key) + 12 or len(key) > 3 * len(text) + 12:
        return "it is much longer or shorter"
    if leading_article(text) != leading_article(key):
        return "it has another article"
    figures = text[:1].isdigit() or key[:1].isdigit()
    return None if figures or _capital(text) == _capital(key) else "only one of them is capital"


CHECKS = (
    Check("part_of_key", part_of_key),
    Check("twin", twin),
    Check("two_names", two_names),
    Check("in_question", in_question),
    Check("wrong_sex", wrong_sex),
    Check("another_role", another_role),
    Check("unlike", unlike),
    Check("near_guess", near_guess),
    Check("outside_life", outside_life),
    Check("right_elsewhere", right_elsewhere),
    Check("told_of_it", told_of_it),
)
"""Asked in this order of every option; the first reason counts."""


# ------------------------------------------------------------------------------------------------ small comparisons


def same_thing(one: str, other: str) -> bool:
    """Equal, one part of the other, or two forms of one name; numbers are compared as they stand.

    That both are rivers or universities does not make one of two names.
    """
    a, b = normal(one), normal(other)
    if a == b:
        return True
    if re.search(r"\d", a) and re.search(r"\d", b):
        return f" {a} " in f" {b} " or f" {b} " in f" {a} "
    first, second = content(one), content(other)
    if _number_words(a) or _number_words(b):
        return bool(first and second) and (first <= second or second <= first)
    mine, theirs = _telling(first), _telling(second)
    return bool(mine & theirs) or first == second


def _telling(stems: frozenset[str]) -> frozenset[str]:
    """Words that make a name this name: no *River*, no *Queen*, no *de*, no *IV*."""
    return frozenset(s for s in stems - kinds.kind_stems() - _PARTICLES if not _NUMERAL.match(s))


def _number_words(text: str) -> bool:
    """A phrase around a number word: *three days* and *four days* share *days* and are still two things."""
    return any(word in numbers.SMALL or word in numbers.TENS or word in numbers.ORDINALS for word in text.split())


def _spelled_alike(one: str, other: str, *, person: bool) -> bool:
    """Whether two names differ in their accents alone, or are those of one person in two languages."""
    a, b = _folded(one), _folded(other)
    if not a or not b or a == b:
        return bool(a)
    if not person or len(a[-1]) < 5 or a[-1][0] != b[-1][0] or a[0][0] != b[0][0]:
        return False
    return SequenceMatcher(None, a[-1], b[-1]).ratio() >= _SPELLED_ALIKE


def _folded(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe").replace("æ", "ae"))
    return "".join(c for c in plain if not unicodedata.combining(c)).split()


def _beside(one: str, other: str, text: str) -> bool:
    """Whether one name follows the other in the article in brackets, or after words that join two names of one."""
    for first, second in ((one, other), (other, one)):
        for match in re.finditer(re.escape(first), text):
            bracket = _BRACKET.match(text, match.end())
            joined = _JOINED.match(text, match.end())
            inside = bracket is not None and second in bracket[1] and count_words(bracket[1]) <= count_words(second) + 2
            if inside or (joined and text.startswith(second, joined.end())):
                return True
    return False


def leading_article(text: str) -> str:
    first = lower(text)[:1]
    return {"a": "a", "an": "a", "the": "the"}.get(first[0], "") if first else ""


def _capital(text: str) -> bool:
    bare = re.sub(r"^(?:the|an?) ", "", text, flags=re.I)
    return bare[:1].isupper()
