"""*Who was born in Fort Napier?* in a quiz that has *Bessie Head* printed on top: the title gives the answer away."""

from __future__ import annotations

import re

from quizgen.records import BLANK, Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, answer_is_open
from quizgen.selection.words import normal

_OFFICIALLY = re.compile(r", (?:officially|formally|also) .*")
"""*Azerbaijan, officially the Republic of Azerbaijan*"""


def check(candidate: Candidate, context: Context) -> str | None:
    title, answer = (normal(text).removeprefix("the ") for text in (context.document.title, candidate.item.answer))
    own = normal(_OFFICIALLY.sub("", candidate.item.answer)).removeprefix("the ")
    same = bool(title) and answer_is_open(candidate) and _is_title(title.split(), own.split())
    if same:
        return "the title on top of the sheet is the answer"
    filled = candidate.item.question.replace(BLANK, candidate.item.answer)
    cut = len(title.split()) > len(answer.split()) and context.document.title in filled
    cut = cut and context.document.title not in candidate.item.question and f" {answer} " in f" {title} "
    return "the blank is in the title on top of the sheet" if cut else None  # *An American in _____*


def _is_title(title: list[str], answer: list[str]) -> bool:
    """*Bessie Amelia Head* is *Bessie Head* with one name more between the first and the last."""
    if title == answer:
        return True
    longer = 1 < len(title) < len(answer) <= len(title) + 2 and set(title) <= set(answer)
    return longer and (title[0], title[-1]) == (answer[0], answer[-1])


FILTER = Filter("title_answer", check)
