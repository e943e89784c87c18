"""What a corpus bank holds, as lines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

_TITLES = {
    "types": "Items by type",
    "difficulty": "Items by difficulty",
    "rules": "Items by rule, the first twenty",
    "rejected": "Refused by, the first twenty filters",
    "errors": "Errors",
    "copies": "Nearly or wholly the same",
}


def lines(folder: Path) -> Iterator[str]:
    """Raises QuizgenError where the bank is damaged."""
    from quizgen.corpus import query

    told = query.statistics(folder)
    ((articles, words, sentences, items),) = told["articles"]
    yield f"{items:,} items of {articles:,} articles, {words:,} words, {sentences:,} sentences"
    for workers, worked, made, seconds in told["runs"]:
        rate = f"{worked / max(seconds, 0.1):,.0f} words and {made / max(seconds, 0.1):,.1f} items a second"
        yield f"A run with {workers} worker{'' if workers == 1 else 's'}: {seconds:,.0f} s, {rate}"
    for name, title in _TITLES.items():
        if told[name]:
            yield from ("", title)
            yield from (f"{count:>10,}  {what}" for what, count in told[name])
