"""The words of an answer beside those that are expected; figures in them are already known to be equal.

``CHECKS`` come in order. Each looks at one way in which an answer can be the expected one, and gives None when it has
nothing to say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from quizgen.drill import names
from quizgen.drill.folding import fold, singular
from quizgen.drill.normal import FILLERS, is_figure
from quizgen.drill.slips import distance, is_slip, means_something_else, slips
from quizgen.drill.verdict import RIGHT, Case, Judgement, Mark
from quizgen.drill.wordlists import word_set

SPELT: Judgement = (Mark.CLOSE, "the spelling is a little different")
Words = tuple[str, ...]

_OPPOSITE_LEADS = {"from": {"to", "into", "onto"}, "to": {"from"}, "into": {"from"}, "onto": {"from"}}
_BEGINS_ADDITION = word_set("in of at on from near")
_GENERIC_HEADS = word_set("river ocean sea mountain mountains desert peninsula islands lake mt lakes valley")


def judge(case: Case) -> Judgement:
    """The first of ``CHECKS`` that has something to say; wrong when none has."""
    return next((found for check in CHECKS if (found := check(case))), (Mark.WRONG, ""))


def _opposite(case: Case) -> Judgement | None:
    """*from Moscow* is not *to Moscow*, and *not guilty* is not *guilty*."""
    if case.given.lead in _OPPOSITE_LEADS.get(case.expected.lead, ()):
        return Mark.WRONG, f"the answer says “{case.expected.lead}”"
    if case.given.negations != case.expected.negations:
        return Mark.WRONG, "it says the opposite"
    return None


def _same(case: Case) -> Judgement | None:
    given, expected = case.given, case.expected
    if given.words == expected.words or given.content == expected.content:
        return RIGHT
    if not any(map(is_figure, given.words)) and "".join(given.words) == "".join(expected.words):
        return RIGHT
    if not _capitalised(case.answer) and _singulars(given.content) == _singulars(expected.content):
        return RIGHT
    if Counter(given.content) == Counter(expected.content) and not _is_span(case):
        return RIGHT if _all_capitalised(case.answer) else (Mark.CLOSE, "the words are in another order")
    return None


def _is_span(case: Case) -> bool:
    """*1914 to 1918*, where the order is the answer."""
    return "to" in case.expected.words and len(case.expected.figures) > 1


def _singulars(words: Words) -> Words:
    return tuple(word if is_figure(word) else singular(word) for word in words)


def _capitalised(text: str) -> bool:
    """Whether a word after the first one, or the only one, begins with a capital."""
    words = re.findall(r"[^\W\d_]+", text)
    return any(word[0].isupper() for word in words[1:] or words)


def _all_capitalised(text: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]+", text) if fold(word) not in FILLERS]
    return bool(words) and all(word[0].isupper() for word in words)


def _near(given: Words, expected: Words, case: Case) -> Judgement | None:
    """Right when equal, close with small slips that are not other words of the article."""
    if given == expected:
        return RIGHT
    known = {*case.evidence.words, *case.question.words}
    foreign = [word for word in given if word not in expected and word in known]
    inflected = not _capitalised(case.answer) and all(_inflects(word, expected) for word in foreign)
    if (foreign and not inflected) or not slips(given, expected):
        return None
    return SPELT


def _inflects(word: str, others: Words) -> bool:
    return any(singular(word) == singular(other) for other in others)


def _ends_capitalised(text: str) -> bool:
    return bool(words := re.findall(r"[^\W\d_]+", text)) and words[-1][0].isupper()


# People ---------------------------------------------------------------------------------------------------------


def _person(case: Case) -> Judgement | None:
    """A person by surname, without a middle name, with a title, or surname first."""
    asked = names.asks_person(case.item.question)
    if asked is False or not names.is_personal(case.answer):
        return _titled(case)
    given, expected = names.bare(case.given.words), names.bare(case.expected.words)
    if names.same_person(given, expected):
        return RIGHT
    surname = names.surname(expected)
    if given in (surname, surname[-1:]):
        return RIGHT if asked else (Mark.CLOSE, "the first name is missing")
    if asked and given == expected[:1]:
        return Mark.CLOSE, "the surname is missing"
    return _near(given, expected, case) or _near(given, surname, case)


def _titled(case: Case) -> Judgement | None:
    """*Mr Peskov* for *Peskov*; *Dmitry Peskov* too, though the answer cannot vouch for *Dmitry*."""
    asked = names.asks_person(case.item.question)
    if asked is False or not _capitalised(case.answer):
        return None
    given, expected = names.bare(case.given.words), names.bare(case.expected.words)
    if given == expected:
        return RIGHT
    fuller = asked and len(expected) == 1 and 1 < len(given) < 4 and given[-1:] == expected
    if fuller and not {"and", "or"} & set(given) and _find(given, case.evidence.words) < 0:
        return Mark.CLOSE, f"the article says {case.answer} here"
    return None


def _of_a_kind(case: Case) -> Judgement | None:
    """*the film The Challenge* for *The Challenge*."""
    given = case.given.content
    while len(given) > 1 and given[0] in names.KINDS and _capitalised(case.answer):
        given = given[1:]
    return _near(given, case.expected.content, case) if given != case.given.content else None


def _initials(case: Case) -> Judgement | None:
    """*ISS* for *International Space Station* and the other way round, unless that is the question."""
    given, expected = case.given.content, case.expected.content
    short, long = (given, expected) if len(given) == 1 else (expected, given)
    if len(short) != 1 or len(long) < 2 or not 2 <= len(short[0]) <= 6 or short[0] in case.question.words:
        return None
    if _find(given, case.question.content) >= 0:
        return None
    if short is expected and not case.answer.strip(". ").replace(".", "").isupper():
        return None
    if short is given and not _all_capitalised(case.answer):
        return None
    return RIGHT if "".join(word[0] for word in long) == short[0] else None


# More and less than the answer ----------------------------------------------------------------------------------


def _told_by_question(case: Case) -> Judgement | None:
    """Words of the question repeated in the answer, or left out of it: *600* when asked how many people."""
    plain = {fold(word) for word in re.findall(r"\b[^\W\d_A-Z]\w*", case.item.question)}
    asked = {singular(word) for word in case.question.words if not is_figure(word)}
    lower = {singular(word) for word in plain}
    given = tuple(w for w in case.given.content if singular(w) not in lower or w in case.expected.content)
    expected = tuple(w for w in case.expected.content if singular(w) not in asked or w in case.given.content)
    if not given or not expected or (given, expected) == (case.given.content, case.expected.content):
        return None
    return _near(given, expected, case)


def _longer(case: Case) -> Judgement | None:
    """The answer with more around it, as the article has it (*film director Klim Shipenko*) or as an addition."""
    given, expected = case.given.content, case.expected.content
    place = _find(expected, given)
    if place < 0 or "and" in case.given.words or "or" in case.given.words:
        return None
    extra = len(given) - len(expected)
    if extra <= 4 and _find(given, case.evidence.content) >= 0:
        return RIGHT
    addition = case.given.words[len(case.given.words) - extra - 1 :] if place == 0 else ()
    comma = re.search(r",\s*[^,]+$|\([^)]*\)$", case.typed.strip())
    if place == 0 and extra <= 3 and (comma or _BEGINS_ADDITION & set(addition)):
        return Mark.CLOSE, "it says more than the answer"
    return None


def _find(needle: Words, hay: Words) -> int:
    """Where ``needle`` stands in ``hay`` as a run of words; -1 when it does not."""
    return next((i for i in range(len(hay) - len(needle) + 1) if hay[i : i + len(needle)] == needle), -1)


def _shorter(case: Case) -> Judgement | None:
    """A part of the answer: enough when it keeps the head and half of the words, else told as a part."""
    given, expected = case.given.content, case.expected.content
    place = _find(given, expected)
    if place < 0 or len(given) >= len(expected):
        return None
    if _keeps_head(case, given, expected, place):
        return Mark.CLOSE, f"the whole answer is {case.answer}"
    return Mark.WRONG, "it is only a part of the answer"


def _keeps_head(case: Case, given: Words, expected: Words, place: int) -> bool:
    named = _all_capitalised(case.answer)
    if (named and place == 0 and expected[-1] in _GENERIC_HEADS) or (named and expected[0] in ("mt", "lake", "river")):
        return len(expected) == 2
    before_comma = fold(case.answer).startswith(fold(case.typed).strip() + ",")
    if named or _ends_capitalised(case.answer):
        return before_comma
    # English noun phrases end in their head, unless something introduced by a preposition follows it.
    is_suffix = place + len(given) == len(expected)
    return 2 * len(given) >= len(expected) if is_suffix else 2 * len(given) > len(expected)


def _slip(case: Case) -> Judgement | None:
    return _near(case.given.words, case.expected.words, case) or _near(case.given.content, case.expected.content, case)


def _whole(case: Case) -> Judgement | None:
    """One slip in the answer as a whole: in an article, in the space between two words."""
    given, expected = fold(case.typed), fold(case.answer)
    changed = sorted(set(given.split()) ^ set(expected.split()))
    if len(expected) < 8 or _digits(given) != _digits(expected) or distance(given, expected, 1) > 1:
        return None
    if any(len(word) < 4 and word not in FILLERS for word in changed if word in expected.split()):
        return None  # vitamin B and vitamin C
    if any(means_something_else(one, other) for one in changed for other in changed if one != other):
        return None
    known = {*case.evidence.words, *case.question.words}
    return None if any(word in known for word in set(given.split()) - set(expected.split())) else SPELT


def _digits(text: str) -> list[str]:
    return [character for character in text if character.isdigit()]


def _most(case: Case) -> Judgement | None:
    """Most words of a long answer, in whatever form of a sentence."""
    given, expected = case.given.content, case.expected.content
    if len(expected) < 4:
        return None
    left = list(given)
    for word in expected:
        match = next((other for other in left if _alike(other, word)), None)
        if match:
            left.remove(match)
    found = len(given) - len(left)
    if 3 * found >= 2 * len(expected) and len(left) <= max(1, len(expected) // 3):
        return Mark.CLOSE, "it is most of the answer"
    return None


def _alike(given: str, expected: str) -> bool:
    return singular(given) == singular(expected) or is_slip(given, expected)


CHECKS: tuple[Callable[[Case], Judgement | None], ...] = (
    _opposite,
    _same,
    _person,
    _initials,
    _told_by_question,
    _of_a_kind,
    _longer,
    _slip,
    _whole,
    _shorter,
    _most,
)
