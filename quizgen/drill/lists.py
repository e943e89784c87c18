"""Answers of several parts: *Yulia Peresild and Klim Shipenko*, in any order."""

from __future__ import annotations

import re
from collections.abc import Callable

from quizgen.drill.verdict import Judgement, Mark, worst

_SEPARATOR = re.compile(r"\s*(?:[,;]\s*(?:and|or|&)\b|[,;](?!\d)|\s(?:and|or)\s|\s?[&+/]\s?)\s*", re.IGNORECASE)
_JOINED = re.compile(r"\s(?:and|or|&)\s|;", re.IGNORECASE)


def parts(text: str) -> tuple[str, ...]:
    """The parts of a list; the text alone when it is none."""
    return tuple(part for part in _SEPARATOR.split(text.strip()) if part.strip(" .,;'\"")) or (text,)


def judge(given: str, expected: str, judge_part: Callable[[str, str], Judgement]) -> Judgement | None:
    """Each part of the answer beside a part of the list; None when the expected answer is no list."""
    if not _JOINED.search(expected):
        return None
    wanted, got = parts(expected), parts(given)
    if len(wanted) < 2:
        return None
    marks: list[Judgement] = []
    for part in wanted:
        judged = [(judge_part(other, part), other) for other in got]
        best = min(judged, key=lambda pair: list(Mark).index(pair[0][0]), default=None)
        if best and best[0][0] is not Mark.WRONG:
            marks.append(best[0])
            got = tuple(other for other in got if other is not best[1])
    if len(marks) == len(wanted) and not got:
        return worst(marks)
    if not marks or got:
        return None
    return Mark.WRONG, f"only {len(marks)} of {len(wanted)}"
