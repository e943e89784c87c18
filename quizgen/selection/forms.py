"""The types that a candidate can take, and the item of each: short, choice, cloze, true or false."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from quizgen.records import BLANK, Candidate, Distractor, Item, ItemType, digest
from quizgen.selection.context import Context
from quizgen.selection.distractors import NUMERIC, WANTED, distractors
from quizgen.selection.filters import filters_for
from quizgen.selection.pool import Pool
from quizgen.selection.statements import swaps
from quizgen.text import article, capitalise, tidy


class Forms:
    """Makes items of the candidates of one article; asks for distractors only once a candidate."""

    def __init__(self, pool: Pool, context: Context, *, seed: int = 0) -> None:
        self._pool, self._context, self._seed = pool, context, seed
        self._found: dict[tuple[str, str], tuple[Distractor, ...]] = {}
        self._makers: dict[ItemType, Callable[[Candidate], Item | None]] = {
            ItemType.SHORT: self.short,
            ItemType.CHOICE: self.choice,
            ItemType.CLOZE: self.cloze,
            ItemType.TRUE_FALSE: self.true_false,
        }

    def make(self, candidate: Candidate, type: ItemType) -> Item | None:
        """The candidate as an item of this type, None where it cannot take it."""
        return self._makers[type](candidate)

    def short(self, candidate: Candidate) -> Item | None:
        return candidate.item if candidate.item.type is ItemType.SHORT else None

    def choice(self, candidate: Candidate) -> Item | None:
        if candidate.item.type is not ItemType.SHORT:
            return None
        found = self._distractors(candidate)
        return replace(candidate.item, type=ItemType.CHOICE, distractors=found) if len(found) == WANTED else None

    def cloze(self, candidate: Candidate) -> Item | None:
        """The statement with a blank; a cloze rule's candidate is one already."""
        if candidate.item.type is ItemType.CLOZE:
            return candidate.item
        if candidate.item.type is ItemType.TRUE_FALSE or candidate.statement.count(BLANK) != 1:
            return None
        if not (candidate.answer.proper or candidate.answer.type in NUMERIC):
            return None
        item = replace(candidate.item, type=ItemType.CLOZE, question=candidate.statement)
        return item if self._passes(candidate, item) else None

    def true_false(self, candidate: Candidate) -> Item | None:
        """The statement as it is or with a wrong answer in it, as the item's id decides.

        One that could not be false is none that is true: *True* would be the better guess.
        """
        if candidate.item.type is ItemType.CLOZE:
            return None
        made = candidate.item.type is ItemType.TRUE_FALSE
        if not made and candidate.statement.count(BLANK) != 1:
            return None
        true = candidate.item.question if made else fill(candidate.statement, candidate.item.answer)
        item = replace(
            candidate.item, type=ItemType.TRUE_FALSE, question=true, answer="True", accept=(), explanation=""
        )
        wrong = next(swaps(self._asked(candidate), self._distractors(candidate), self._pool, self._context), None)
        if wrong is None or not self._passes(candidate, item):
            return None
        if int(digest(str(self._seed), item.id, "false"), 16) % 2:
            return item
        return replace(item, question=fill(candidate.statement, wrong.text), answer="False", explanation=true)

    def _passes(self, candidate: Candidate, item: Item) -> bool:
        """Whether the candidate in this form gives no filter a reason."""
        formed = replace(candidate, item=item)
        return all(filter.check(formed, self._context) is None for filter in filters_for(self._context.document))

    def _distractors(self, candidate: Candidate) -> tuple[Distractor, ...]:
        key = (candidate.item.id, candidate.item.question)
        if key not in self._found:
            self._found[key] = distractors(self._asked(candidate), self._pool, self._context, seed=self._seed)
        return self._found[key]

    @staticmethod
    def _asked(candidate: Candidate) -> Candidate:
        """A statement's own answer is *True*: what can be wrong is what stands in it."""
        if candidate.item.type is not ItemType.TRUE_FALSE:
            return candidate
        return replace(
            candidate, item=replace(candidate.item, question=candidate.statement, answer=candidate.answer.text)
        )


def fill(statement: str, answer: str) -> str:
    """The statement with the answer in its blank: capital at the start, *a* or *an* before it as it wants."""
    before, _, after = statement.partition(BLANK)
    for written in ("a ", "an "):
        if before.lower().endswith(f" {written}") or before.lower() == written:
            before = before[: -len(written)] + article(answer) + " "
    return capitalise(tidy(before + answer + after))
