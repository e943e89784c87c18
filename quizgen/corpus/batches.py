"""The stream of articles cut into batches of about as many words, and batches into parts: always in the same places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from quizgen.corpus.articles import Raw
from quizgen.records import digest

WORDS = 20_000
"""Of a batch: some seconds of work, so that Dask's part in it is small and little is lost when a worker dies."""
MOST = 500
"""Articles of a batch, where they are very short."""
PART = 100
"""Batches of a part, which is one file of each table: two million words, some tens of thousands of items."""


@dataclass(frozen=True)
class Batch:
    """Articles that are worked on together."""

    number: int
    articles: tuple[Raw, ...]

    @property
    def part(self) -> int:
        return self.number // PART

    @cached_property
    def key(self) -> str:
        """Names its content: work that was done for another content is not taken for it."""
        return digest("batch", *("\0".join((a.id, a.place, a.title, a.date, a.text)) for a in self.articles))

    def halves(self) -> tuple[Batch, Batch]:
        middle = len(self.articles) // 2
        return Batch(self.number, self.articles[:middle]), Batch(self.number, self.articles[middle:])


def batches(articles: Iterable[Raw], words: int = WORDS) -> Iterator[Batch]:
    """An article that is longer than a batch is one by itself."""
    gathered: list[Raw] = []
    size = number = 0
    for one in articles:
        if gathered and (size + one.size > words or len(gathered) >= MOST):
            yield Batch(number, tuple(gathered))
            gathered, size, number = [], 0, number + 1
        gathered.append(one)
        size += one.size
    if gathered:
        yield Batch(number, tuple(gathered))
