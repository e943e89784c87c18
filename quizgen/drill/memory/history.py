"""The history of a learner: what was answered, undone, overruled, and what of a round is left."""

from __future__ import annotations

import datetime
import json
import os
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizgen.drill.memory import schedule, store
from quizgen.drill.memory.schedule import Planned, day_of, moment
from quizgen.drill.verdict import Mark
from quizgen.errors import HistoryError
from quizgen.records import Item

Moment = datetime.datetime
_PLAYED = "EXISTS (SELECT 1 FROM answers WHERE round = rounds.id)"
_MANY = 500
"""Ids in one question to the database; SQLite limits how many there may be."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, as it is kept."""

    place: int
    """Of the question in its round, from 1 on."""
    item: Item
    title: str
    """Of the quiz."""
    mark: str
    """right, close, wrong or skipped."""
    given: str = ""
    hints: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Round:
    """A round that was begun."""

    id: str
    sources: tuple[str, ...]
    items: tuple[str, ...]
    """Ids in the order of the round."""
    seed: int | None
    scheduled: bool
    finished: bool
    marks: tuple[tuple[str, str], ...]
    """Of what was answered: id and mark, in order."""

    @property
    def left(self) -> tuple[str, ...]:
        """What was not answered."""
        done = {id for id, _ in self.marks}
        return tuple(id for id in self.items if id not in done)

    @property
    def missed(self) -> tuple[str, ...]:
        """What was not right."""
        return tuple(id for id, mark in self.marks if mark != Mark.RIGHT)


class History:
    """The database, opened. Every method that writes is one transaction; all raise HistoryError where it fails."""

    def __init__(self, file: Path | None = None) -> None:
        """``file``: another database than that of the user's data folder."""
        self.file = file or store.path()
        self._database = store.connect(self.file)

    def close(self) -> None:
        self._database.close()

    # ------------------------------------------------------------------------------------------------------ rounds

    def begin(
        self, sources: Sequence[str], items: Sequence[Item], *, seed: int | None, scheduled: bool, now: Moment
    ) -> str:
        """A new round; its id."""
        id = os.urandom(8).hex()
        paths = json.dumps([_absolute(source) for source in sources])
        ids = json.dumps([item.id for item in items])
        with store.told(self.file), store.transaction(self._database):
            self._database.execute(
                "INSERT INTO rounds (id, begun, sources, items, seed, scheduled) VALUES (?, ?, ?, ?, ?, ?)",
                (id, moment(now), paths, ids, seed, scheduled),
            )
        return id

    def finish(self, round: str) -> None:
        with store.told(self.file), store.transaction(self._database):
            self._database.execute("UPDATE rounds SET finished = 1 WHERE id = ?", (round,))

    def last_round(self, sources: Sequence[str] = (), *, unfinished: bool = False) -> Round | None:
        """The latest round of these sources, or of any, in which something was answered; None where there was none."""
        wanted = json.dumps([_absolute(source) for source in sources])
        asked = (
            f"SELECT * FROM rounds WHERE (? OR sources = ?) AND (? OR NOT finished) AND {_PLAYED} "
            "ORDER BY begun DESC, rowid DESC"
        )
        with store.told(self.file):
            row = self._database.execute(asked + " LIMIT 1", (not sources, wanted, not unfinished)).fetchone()
            return self._round(row) if row else None

    def _round(self, row: sqlite3.Row) -> Round:
        found = self._database.execute("SELECT item, mark FROM answers WHERE round = ? ORDER BY place", (row["id"],))
        return Round(
            row["id"],
            tuple(json.loads(row["sources"])),
            tuple(json.loads(row["items"])),
            row["seed"],
            bool(row["scheduled"]),
            bool(row["finished"]),
            tuple((one["item"], one["mark"]) for one in found),
        )

    # ----------------------------------------------------------------------------------------------------- answers

    def record(self, round: str, answer: Answer, *, scheduled: bool, now: Moment) -> None:
        """Keep an answer and plan the item anew. The same place of the same round is never counted twice."""
        with store.told(self.file), store.transaction(self._database):
            self._insert(round, answer, scheduled, now)

    def _insert(self, round: str, answer: Answer, scheduled: bool, now: Moment) -> None:
        item = answer.item
        row = self._database.execute("SELECT card FROM items WHERE id = ?", (item.id,)).fetchone()
        card = row["card"] if row else None
        kept = (round, answer.place, item.id, moment(now), answer.mark, answer.given, answer.hints, answer.seconds)
        added = self._database.execute(
            "INSERT OR IGNORE INTO answers (round, place, item, at, mark, given, hints, seconds, scheduled, was) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*kept, scheduled, card),
        )
        if not added.rowcount:
            return
        after = schedule.reviewed(card, answer.mark, answer.hints, now) if scheduled else (card, None)
        self._database.execute(
            "INSERT INTO items (id, question, answer, title, sibling, card, due) VALUES (?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET question = excluded.question, answer = excluded.answer, "
            "title = excluded.title, sibling = excluded.sibling, card = excluded.card, "
            "due = coalesce(excluded.due, due)",
            (item.id, item.question, item.answer, answer.title, schedule.sibling(item), *after),
        )

    def undo(self, round: str) -> bool:
        """Take back the last answer of a round, with what it made of the schedule; False where there is none."""
        with store.told(self.file), store.transaction(self._database):
            return self._undo(round) is not None

    def _undo(self, round: str) -> sqlite3.Row | None:
        asked = "SELECT * FROM answers WHERE round = ? ORDER BY place DESC LIMIT 1"
        last: sqlite3.Row | None = self._database.execute(asked, (round,)).fetchone()
        if last is None:
            return None
        self._database.execute("DELETE FROM answers WHERE number = ?", (last["number"],))
        if last["scheduled"]:
            due = moment(Moment.fromisoformat(json.loads(last["was"])["due"])) if last["was"] else None
            self._database.execute("UPDATE items SET card = ?, due = ? WHERE id = ?", (last["was"], due, last["item"]))
        return last

    def overrule(self, round: str, answer: Answer, *, scheduled: bool, now: Moment) -> None:
        """The last answer counts as this one says, which stands at the same place."""
        with store.told(self.file), store.transaction(self._database):
            self._undo(round)
            self._insert(round, answer, scheduled, now)

    # -------------------------------------------------------------------------------------------------- the schedule

    def plans(self, ids: Iterable[str]) -> dict[str, Planned]:
        """What is planned for these items; what was never answered is not in it."""
        wanted = list(ids)
        found: dict[str, Planned] = {}
        with store.told(self.file):
            for start in range(0, len(wanted), _MANY):
                some = wanted[start : start + _MANY]
                marks = ",".join("?" * len(some))
                rows = self._database.execute(f"SELECT id, due, card FROM items WHERE id IN ({marks})", some)
                found |= {row["id"]: Planned(row["id"], row["due"] or "", row["card"] or "") for row in rows}
        return found

    def siblings_today(self, now: Moment) -> frozenset[str]:
        """Siblings of what was answered for the schedule since the day began."""
        since = moment(schedule.begins(day_of(now)))
        asked = "SELECT DISTINCT sibling FROM answers JOIN items ON items.id = item WHERE at >= ? AND scheduled"
        with store.told(self.file):
            return frozenset(row["sibling"] for row in self._database.execute(asked, (since,)))

    def done_today(self, now: Moment) -> tuple[int, int]:
        """How many new items, and how many others, were answered for the schedule since the day began."""
        since = moment(schedule.begins(day_of(now)))
        asked = "SELECT count(DISTINCT item) FROM answers WHERE at >= ? AND scheduled AND was IS {} NULL"
        with store.told(self.file):
            new = self._database.execute(asked.format(""), (since,)).fetchone()[0]
            # What was new today and came again today is no review.
            again = self._database.execute(
                asked.format("NOT")
                + " AND item NOT IN (SELECT item FROM answers WHERE at >= ? AND scheduled AND was IS NULL)",
                (since, since),
            ).fetchone()[0]
        return new, again

    def due(self, now: Moment) -> list[tuple[str, int, int, str]]:
        """Of each quiz that was played: title, items due now, items planned for later, and when the next is due."""
        asked = (
            "SELECT title, sum(due <= ?) AS now, sum(due > ?) AS later, min(CASE WHEN due > ? THEN due END) AS next "
            "FROM items WHERE due IS NOT NULL GROUP BY title ORDER BY now DESC, title"
        )
        at = moment(now)
        with store.told(self.file):
            rows = self._database.execute(asked, (at, at, at)).fetchall()
        return [(row["title"], row["now"], row["later"], row["next"] or "") for row in rows]

    def quizzes(self) -> tuple[str, ...]:
        """The files that were played, the latest first."""
        with store.told(self.file):
            asked = f"SELECT sources FROM rounds WHERE {_PLAYED} ORDER BY begun DESC, rowid DESC"
            rows = self._database.execute(asked).fetchall()
        return tuple(dict.fromkeys(path for row in rows for path in json.loads(row["sources"])))

    # ------------------------------------------------------------------------------------------------ out and in again

    def exported(self) -> dict[str, object]:
        """Everything but the rounds, for JSON."""
        with store.told(self.file):
            items = [dict(row) for row in self._database.execute("SELECT * FROM items ORDER BY id")]
            answers = [dict(row) for row in self._database.execute("SELECT * FROM answers ORDER BY at, round, place")]
        for answer in answers:
            del answer["number"]
        return {"format": "quizgen history", "version": store.VERSION, "items": items, "answers": answers}

    def imported(self, data: object, path: str = "") -> tuple[int, int]:
        """Take over what ``exported`` gave, here or on another machine: how many answers were new, how many known.

        What is planned for an item is taken from the side that saw it last.
        """
        items, answers = _checked(data, path)
        with store.told(self.file), store.transaction(self._database):
            new = sum(self._take_answer(answer) for answer in answers)
            for item in items:
                self._take_item(item)
        return new, len(answers) - new

    def _take_answer(self, answer: dict[str, object]) -> int:
        names = ("round", "place", "item", "at", "mark", "given", "hints", "seconds", "scheduled", "was")
        marks = ", ".join("?" * len(names))
        added = self._database.execute(
            f"INSERT OR IGNORE INTO answers ({', '.join(names)}) VALUES ({marks})", [answer[name] for name in names]
        )
        return added.rowcount

    def _take_item(self, item: dict[str, object]) -> None:
        row = self._database.execute("SELECT card FROM items WHERE id = ?", (item["id"],)).fetchone()
        if row and _seen(row["card"]) >= _seen(item["card"]):
            return
        names = ("id", "question", "answer", "title", "sibling", "card", "due")
        marks = ", ".join("?" * len(names))
        self._database.execute(
            f"INSERT OR REPLACE INTO items ({', '.join(names)}) VALUES ({marks})", [item[name] for name in names]
        )

    def rows(self, asked: str, *values: object) -> list[sqlite3.Row]:
        """For statistics: any question that reads."""
        with store.told(self.file):
            return self._database.execute(asked, values).fetchall()


def _absolute(source: str) -> str:
    return source if source == "-" else str(Path(source).absolute())


def _seen(card: object) -> str:
    """When a card was last answered; empty: never."""
    return str(json.loads(str(card)).get("last_review") or "") if card else ""


_FIELDS: dict[str, dict[str, type]] = {
    "items": {"id": str, "question": str, "answer": str, "title": str, "sibling": str},
    "answers": {"round": str, "place": int, "item": str, "at": str, "mark": str, "given": str, "hints": int},
}


def _checked(data: object, path: str) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """Items and answers of an export. Raises HistoryError where it is none."""
    if not isinstance(data, dict) or data.get("format") != "quizgen history":
        raise HistoryError("This is no history that quizgen wrote.", path=path, hint="Use 'quizgen history export'.")
    if data.get("version") != store.VERSION:
        raise HistoryError("This history was written by another version.", path=path, hint="Install a newer quizgen.")
    parts: list[list[dict[str, object]]] = []
    for name, fields in _FIELDS.items():
        entries = data.get(name)
        if not isinstance(entries, list) or not all(_fits(entry, fields) for entry in entries):
            raise HistoryError(f"The {name} in this history are damaged.", path=path, hint="Export it again.")
        parts.append(entries)
    return parts[0], parts[1]


def _fits(entry: object, fields: dict[str, type]) -> bool:
    if not isinstance(entry, dict) or not all(isinstance(entry.get(name), kind) for name, kind in fields.items()):
        return False
    extra = {"card", "due"} if "question" in fields else {"seconds", "scheduled", "was"}
    try:
        cards = [json.loads(entry[name]) for name in ("card", "was") if entry.get(name)]
        for name in ("at", "due"):
            if entry.get(name):
                schedule.read_moment(entry[name])
    except (TypeError, ValueError):
        return False
    return extra <= set(entry) and all(isinstance(card, dict) for card in cards)
