"""What a round hands to the history, and what happens where that cannot be written: the round goes on."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from quizgen.drill.memory import Answer, History
from quizgen.drill.memory.schedule import SKIPPED
from quizgen.drill.telling import Answered
from quizgen.errors import HistoryError


@dataclass(slots=True)
class Recorder:
    """Writes one round into the history. After a failure it writes nothing more, and has said so once."""

    history: History
    round: str
    places: Mapping[str, int]
    """Of the items in their round, from 1 on."""
    titles: Mapping[str, str]
    """Of the quiz, by the id of the item."""
    scheduled: bool
    warn: Callable[[str], None]
    now: Callable[[], datetime.datetime] = lambda: datetime.datetime.now(datetime.timezone.utc)
    _broken: bool = field(default=False, init=False)

    @property
    def works(self) -> bool:
        """Whether everything so far was kept."""
        return not self._broken

    def answered(self, given: Answered) -> None:
        self._try(lambda: self.history.record(self.round, self._kept(given), scheduled=self.scheduled, now=self.now()))

    def undo(self) -> None:
        self._try(lambda: self.history.undo(self.round))

    def overrule(self, given: Answered) -> None:
        kept = self._kept(given)
        self._try(lambda: self.history.overrule(self.round, kept, scheduled=self.scheduled, now=self.now()))

    def finish(self) -> None:
        self._try(lambda: self.history.finish(self.round))

    def _kept(self, given: Answered) -> Answer:
        item = given.card.item
        mark = str(given.mark or SKIPPED)
        title = self.titles.get(item.id, "")
        return Answer(self.places[item.id], item, title, mark, given.given, given.hints, round(given.seconds, 2))

    def _try(self, write: Callable[[], object]) -> None:
        if self._broken:
            return
        try:
            write()
        except HistoryError as error:
            self._broken = True
            self.warn(f"{error} The round goes on without saving.")
