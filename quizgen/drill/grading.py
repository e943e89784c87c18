"""Judging what a player typed: right, close or wrong, and why.

Numbers and days are judged first and never forgiven (``figures``); then the words (``wording``), where small slips
come last; a list is judged part by part.
"""

from __future__ import annotations

import re

from quizgen.drill import figures, lists, wording
from quizgen.drill.folding import fold
from quizgen.drill.normal import normal
from quizgen.drill.verdict import Case, Judgement, Mark, Verdict, worst
from quizgen.records import Item, ItemType

__all__ = ["Mark", "Verdict", "arrange", "choose", "grade", "labels_of", "letters_of", "truth"]

MAX_LENGTH = 300
"""Characters that a typed answer may have beyond the expected one."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TRUE = frozenset({"t", "true", "y", "yes", "1"})
_FALSE = frozenset({"f", "false", "n", "no", "2"})


def grade(given: str, item: Item, options: tuple[str, ...] = ()) -> Verdict:
    """Judge what a player typed. ``options`` are those of a choice in the order shown; by default the item's own."""
    if item.type is ItemType.CHOICE:
        return _grade_choice(given, item, options or item.options)
    if item.type is ItemType.TRUE_FALSE:
        return _grade_truth(given, item)
    if item.parts:
        return _grade_letters(given, item, options or item.options)
    return _grade_text(given, item)


# Choice and true or false ---------------------------------------------------------------------------------------


def labels_of(options: tuple[str, ...]) -> tuple[str, ...]:
    """What the options are chosen by: 1, 2, 3, …; letters where an option is itself such a number."""
    numbers = tuple(str(i) for i in range(1, len(options) + 1))
    words = {normal(option).words for option in options}
    return tuple(LETTERS[: len(options)]) if any((number,) in words for number in numbers) else numbers


def choose(given: str, options: tuple[str, ...]) -> str | None:
    """The option that a number, a letter or its own text stands for; None when it stands for none or for several."""
    typed = given.strip().strip(".)( ").casefold()
    for labels in (labels_of(options), tuple(LETTERS[: len(options)])):
        if typed in labels:
            return options[labels.index(typed)]
    same = [option for option in options if normal(option) == normal(given)]
    return same[0] if len(same) == 1 else None


def truth(given: str) -> bool | None:
    """What *t*, *yes*, *2*, … stands for; None when it is neither true nor false."""
    typed = given.strip().strip(".! ").casefold()
    return True if typed in _TRUE else False if typed in _FALSE else None


def _grade_choice(given: str, item: Item, options: tuple[str, ...]) -> Verdict:
    chosen = choose(given, options)
    if chosen is not None:
        return Verdict(Mark.RIGHT if chosen == item.answer else Mark.WRONG, str(normal(chosen)), item.answer)
    typed = _grade_text(given, item)
    others = [option for option in options if option != item.answer]
    if typed.mark is Mark.WRONG or any(_verdict(given, o, item).mark is not Mark.WRONG for o in others):
        return Verdict(Mark.WRONG, str(normal(given)), item.answer, "it is not one of the options")
    return typed


def _grade_truth(given: str, item: Item) -> Verdict:
    meant = truth(given)
    if meant is None:
        return Verdict(Mark.WRONG, str(normal(given)), item.answer, "it is neither true nor false")
    return Verdict(Mark.RIGHT if meant is truth(item.answer) else Mark.WRONG, str(meant).casefold(), item.answer)


# Matching and ordering ------------------------------------------------------------------------------------------


def letters_of(item: Item, options: tuple[str, ...]) -> str:
    """The right answer to a matching or an ordering, in the letters of the options as they were shown: *b a c*."""
    return " ".join(LETTERS[options.index(line)] for line in item.solution)


def arrange(given: str, options: tuple[str, ...]) -> tuple[str, ...] | None:
    """The options in the order that letters give: *b a c*, *BAC*, *1b 2a 3c*; None when not each is named once."""
    typed = given.casefold()
    numbered = re.findall(r"(\d+)\W*([a-z])(?![a-z])", typed)
    if numbered and len(numbered) == len(re.findall(r"[a-z]+", typed)):
        places = {int(number): letter for number, letter in numbered}
        named = [places.get(place, "") for place in range(1, len(numbered) + 1)]
    else:
        named = re.findall(r"[a-z]", typed) if re.fullmatch(r"[a-z\s.,;:>→–-]*", typed) else []
    if sorted(named) != list(LETTERS[: len(options)]):
        return None
    return tuple(options[LETTERS.index(letter)] for letter in named)


def _grade_letters(given: str, item: Item, options: tuple[str, ...]) -> Verdict:
    """All or nothing; how many were right is told."""
    arranged = arrange(given, options)
    expected = letters_of(item, options)
    if arranged is None:
        return Verdict(Mark.WRONG, given.strip(), expected, "each letter is to be named once")
    right = sum(one == other for one, other in zip(arranged, item.solution, strict=True))
    typed = " ".join(LETTERS[options.index(line)] for line in arranged)
    if right == len(options):
        return Verdict(Mark.RIGHT, typed, expected)
    return Verdict(Mark.WRONG, typed, expected, f"{right} of {len(options)} are right")


# Typed answers --------------------------------------------------------------------------------------------------


def _grade_text(given: str, item: Item) -> Verdict:
    answers = (item.answer, *item.accept)
    same = next((answer for answer in answers if answer.strip() == given.strip()), None)
    if same is not None:
        return Verdict(Mark.RIGHT, str(normal(given)), same)
    if not fold(given).strip():
        return Verdict(Mark.WRONG, "", item.answer, "nothing was typed")
    if len(given) > MAX_LENGTH + max(map(len, answers)):
        return Verdict(Mark.WRONG, "", item.answer, "it is much longer than the answer")
    words = normal(given).words
    if words in [normal(d.text).words for d in item.distractors] and words not in [normal(a).words for a in answers]:
        return Verdict(Mark.WRONG, str(normal(given)), item.answer, "it is another answer")
    verdicts = [_verdict(given, answer, item) for answer in answers]
    return min(verdicts, key=lambda verdict: verdict.rank)


def _verdict(given: str, answer: str, item: Item) -> Verdict:
    """One answer by one expected answer; *ü* is read as *u*, and as *ue* where that makes it better."""
    verdicts = []
    for umlauts in (False, True):
        form = normal(given, umlauts=umlauts)
        case = Case(form, normal(answer, umlauts=umlauts), given, answer, item, normal(item.question),
                    normal(item.evidence.text))  # fmt: skip
        mark, reason = _judge(case)
        verdicts.append(Verdict(mark, str(form), answer, reason))
        if mark is Mark.RIGHT:
            break
    return min(verdicts, key=lambda verdict: verdict.rank)


def _judge(case: Case) -> Judgement:
    if case.given.words == case.expected.words and case.given.hedge == case.expected.hedge:
        return wording.judge(case)
    by_figures, aligned = figures.judge(case)
    if by_figures[0] is Mark.WRONG:
        return _as_list(case) or by_figures
    by_words = wording.judge(aligned)
    if by_words[0] is Mark.RIGHT:
        return by_figures
    return _better(_as_list(case), worst((by_figures, by_words)))


def _better(first: Judgement | None, second: Judgement) -> Judgement:
    if first is None:
        return second
    return first if list(Mark).index(first[0]) <= list(Mark).index(second[0]) else second


def _as_list(case: Case) -> Judgement | None:
    def judge_part(given: str, expected: str) -> Judgement:
        part = Case(normal(given), normal(expected), given, expected, case.item, case.question, case.evidence)
        by_figures, aligned = figures.judge(part)
        return worst((by_figures, wording.judge(aligned)))

    return lists.judge(case.typed, case.answer, judge_part)
