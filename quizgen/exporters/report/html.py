"""The report as one HTML page: the article, its items, and every sentence with what became of it. It needs no script:
what belongs together is linked, and what is linked to is marked."""

from __future__ import annotations

from itertools import groupby

from quizgen.exporters import templates
from quizgen.exporters.common import clean
from quizgen.exporters.report.telling import Attempt, Passage, Report, tell
from quizgen.records import Explanation, replace


def to_html(explanation: Explanation) -> bytes:
    """The page of an explanation."""
    told = tell(explanation)
    page = templates.render(
        "report.html.j2",
        told=replace(told, title=clean(told.title) or "Quiz"),
        blocks=[list(block) for _, block in groupby(map(_printable, told.passages), key=lambda p: p.paragraph)],
        sets=_sets(told),
        clean=clean,
    )
    return page.encode("utf8")


def _printable(passage: Passage) -> Passage:
    attempts = tuple(map(_printable_attempt, passage.attempts))
    return replace(passage, text=clean(passage.text), facts=tuple(map(clean, passage.facts)), attempts=attempts)


def _printable_attempt(attempt: Attempt) -> Attempt:
    texts = {name: clean(getattr(attempt, name)) for name in ("question", "answer", "rule", "filter", "reason")}
    return replace(attempt, **texts)


def _sets(told: Report) -> dict[int, tuple[int, ...]]:
    """By the number of a sentence, the items of several sentences that rest on it among others."""
    found: dict[int, tuple[int, ...]] = {}
    for pick in told.picks:
        for sentence in pick.sentences if pick.item.parts else ():
            found[sentence] = (*found.get(sentence, ()), pick.number)
    return found
