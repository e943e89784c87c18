"""The history: every answer is kept once, can be taken back, and plans when the item comes again."""

from __future__ import annotations

import datetime
import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from quizgen.drill.memory import Answer, History, Planned, schedule, store
from quizgen.drill.memory.statistics import of
from quizgen.errors import HistoryError
from quizgen.records import Evidence, Item, ItemType, replace

NOW = datetime.datetime(2026, 11, 26, 12, 0, tzinfo=datetime.timezone.utc)
MINUTE, DAY = datetime.timedelta(minutes=1), datetime.timedelta(days=1)


def items(count: int) -> tuple[Item, ...]:
    return tuple(
        Item(
            f"{n:016x}",
            ItemType.SHORT,
            f"Question {n}?",
            f"answer {n}",
            evidence=Evidence(f"Sentence {n}."),
            document="d",
        )
        for n in range(count)
    )


@pytest.fixture
def history(tmp_path: Path):
    opened = History(tmp_path / "history.db")
    yield opened
    opened.close()


def begun(history: History, asked: tuple[Item, ...], scheduled: bool = True, now: datetime.datetime = NOW) -> str:
    return history.begin(["q.yaml"], asked, seed=None, scheduled=scheduled, now=now)


def answer(
    history: History, round: str, item: Item, place: int, mark: str = "right", now=NOW, hints: int = 0, **more
) -> None:
    history.record(
        round, Answer(place, item, "Quiz", mark, "given", hints, 1.5), scheduled=more.get("scheduled", True), now=now
    )


def due(history: History, item: Item) -> datetime.datetime:
    return schedule.read_moment(history.plans([item.id])[item.id].due)


# ------------------------------------------------------------------------------------------------------ the schedule


def test_right_answers_come_later_each_time_and_a_wrong_one_brings_the_item_back(history):
    (item,) = items(1)
    now, gaps = NOW, []
    for number in range(6):
        answer(history, begun(history, (item,), now=now), item, 1, now=now)
        gaps.append(due(history, item) - now)
        now = due(history, item)
        assert number < 2 or gaps[-1] > gaps[-2]
    assert gaps[-1] > 10 * DAY
    answer(history, begun(history, (item,), now=now), item, 1, "wrong", now=now)
    assert due(history, item) - now < DAY


def test_a_hint_or_a_close_answer_comes_sooner_than_a_right_one_and_later_than_a_wrong_one(history):
    right, close, hinted, wrong, skipped = items(5)
    marks = {right: "right", close: "close", hinted: "right", wrong: "wrong", skipped: "skipped"}
    for number in range(4):
        now = NOW + number * 3 * DAY
        round = begun(history, tuple(marks), now=now)
        for place, item in enumerate(marks, start=1):
            last = number == 3
            answer(
                history,
                round,
                item,
                place,
                marks[item] if last else "right",
                now=now,
                hints=int(last and item is hinted),
            )
    assert (
        due(history, right) > due(history, close) == due(history, hinted) > due(history, wrong) == due(history, skipped)
    )


def test_the_same_answers_give_the_same_plan(tmp_path):
    plans = []
    for name in ("a.db", "b.db"):
        history = History(tmp_path / name)
        for number, mark in enumerate(("right", "wrong", "close", "right")):
            now = NOW + number * DAY
            answer(history, begun(history, items(1), now=now), items(1)[0], 1, mark, now=now)
        plans.append(history.plans([items(1)[0].id]))
        history.close()
    assert plans[0] == plans[1]


def test_a_clock_that_was_set_back_does_no_harm(history):
    (item,) = items(1)
    answer(history, begun(history, (item,)), item, 1, now=NOW)
    answer(history, begun(history, (item,)), item, 1, now=NOW - 400 * DAY)
    assert due(history, item) > NOW


def test_cramming_is_kept_and_plans_nothing(history):
    (item,) = items(1)
    answer(history, begun(history, (item,)), item, 1, now=NOW)
    before = history.plans([item.id])
    answer(history, begun(history, (item,), scheduled=False), item, 1, "wrong", now=NOW + MINUTE, scheduled=False)
    assert history.plans([item.id]) == before
    assert of(history, NOW + MINUTE).answers == 2


def test_an_edited_item_keeps_its_plan(history):
    (item,) = items(1)
    answer(history, begun(history, (item,)), item, 1)
    edited = replace(item, question="Said better?", answer="more clearly", evidence=Evidence("Another sentence."))
    assert history.plans([edited.id])[edited.id].card
    answer(history, begun(history, (edited,)), edited, 1, now=NOW + DAY)
    assert history.rows("SELECT count(*) AS n FROM items")[0]["n"] == 1
    assert history.rows("SELECT question FROM items")[0]["question"] == "Said better?"


# --------------------------------------------------------------------------------------------------- what comes today


def planned(item: Item, due: datetime.datetime, seen: datetime.datetime = NOW - 9 * DAY) -> Planned:
    return Planned(item.id, schedule.moment(due), json.dumps({"last_review": seen.isoformat()}))


def test_the_longest_overdue_come_first_then_new_ones_in_the_order_of_the_quiz():
    a, b, c, d, e = items(5)
    plans = {a.id: planned(a, NOW - DAY), c.id: planned(c, NOW - 3 * DAY), d.id: planned(d, NOW + DAY)}
    assert schedule.session((a, b, c, d, e), plans, (), NOW) == (c, a, b, e)


def test_limits_of_a_day():
    asked = items(10)
    plans = {item.id: planned(item, NOW - DAY) for item in asked[:5]}
    assert len(schedule.session(asked, plans, (), NOW, new=2, reviews=3)) == 5
    assert schedule.session(asked, plans, (), NOW, new=0, reviews=0) == ()
    assert len(schedule.session(asked, plans, (), NOW, new=None, reviews=None)) == 10


def test_of_siblings_one_a_day_is_asked():
    a, b, c = items(3)
    b = replace(b, evidence=a.evidence)
    assert schedule.session((a, b, c), {}, (), NOW) == (a, c)
    assert schedule.session((a, b, c), {}, (schedule.sibling(a),), NOW) == (c,)
    learned_today = {b.id: planned(b, NOW - MINUTE, seen=NOW - 10 * MINUTE)}
    assert schedule.session((a, b, c), learned_today, (schedule.sibling(a),), NOW) == (b, c)


def test_new_items_and_reviews_of_today_are_counted_apart(history):
    first, second, third = items(3)
    answer(history, begun(history, (first,)), first, 1, now=NOW - 5 * DAY)
    round = begun(history, (first, second, third))
    answer(history, round, first, 1)
    answer(history, round, second, 2, "wrong")
    answer(history, begun(history, (second,)), second, 1, now=NOW + 5 * MINUTE)
    answer(history, begun(history, (third,), scheduled=False), third, 1, now=NOW, scheduled=False)
    assert history.done_today(NOW + 6 * MINUTE) == (1, 1)
    assert history.done_today(NOW + DAY) == (0, 0)


# ----------------------------------------------------------------------------------------------- taking back, resuming


def test_undo_puts_everything_back_as_it_was(history):
    (item,) = items(1)
    assert not history.undo(begun(history, (item,)))
    answer(history, begun(history, (item,)), item, 1)
    before = history.exported()
    round = begun(history, (item,), now=NOW + DAY)
    answer(history, round, item, 1, "wrong", now=NOW + DAY)
    assert history.undo(round) and history.exported() == before
    assert not history.undo(round)


def test_undo_of_the_first_answer_makes_the_item_new_again(history):
    (item,) = items(1)
    round = begun(history, (item,))
    answer(history, round, item, 1, "wrong")
    history.undo(round)
    assert history.plans([item.id])[item.id] == Planned(item.id, "")
    assert schedule.session((item,), history.plans([item.id]), (), NOW) == (item,)


def test_an_overruled_answer_plans_as_if_it_had_been_right(tmp_path):
    (item,) = items(1)
    plans = []
    for name, overrule in (("a.db", True), ("b.db", False)):
        history = History(tmp_path / name)
        round = begun(history, (item,))
        answer(history, round, item, 1, "wrong" if overrule else "right")
        if overrule:
            history.overrule(round, Answer(1, item, "Quiz", "right", "given"), scheduled=True, now=NOW)
        plans.append(history.plans([item.id]))
        assert [row["mark"] for row in history.rows("SELECT mark FROM answers")] == ["right"]
        history.close()
    assert plans[0] == plans[1]


def test_the_same_place_of_a_round_is_never_counted_twice(history):
    (item,) = items(1)
    round = begun(history, (item,))
    answer(history, round, item, 1)
    before = history.exported()
    answer(history, round, item, 1, "wrong", now=NOW + MINUTE)
    assert history.exported() == before


def test_a_round_that_was_left_is_found_with_what_is_left_of_it(history):
    asked = items(4)
    round = begun(history, asked)
    answer(history, round, asked[0], 1)
    answer(history, round, asked[1], 2, "close")
    begun(history, asked, now=NOW + MINUTE)  # in which nothing was answered
    found = history.last_round(["q.yaml"], unfinished=True)
    assert found and found.id == round and found.left == tuple(item.id for item in asked[2:])
    assert found.missed == (asked[1].id,)
    assert history.last_round(["other.yaml"]) is None
    history.finish(round)
    assert history.last_round(unfinished=True) is None and history.last_round() is not None


# ------------------------------------------------------------------------------------------------- out and in again


def test_a_history_goes_to_another_machine_and_back(history, tmp_path):
    asked = items(3)
    round = begun(history, asked)
    for place, item in enumerate(asked, start=1):
        answer(history, round, item, place, "wrong" if place == 2 else "right")
    other = History(tmp_path / "other.db")
    data = json.loads(json.dumps(history.exported()))
    assert other.imported(data) == (3, 0) and other.imported(data) == (0, 3)
    assert other.exported() == history.exported()
    answer(other, begun(other, asked[:1], now=NOW + DAY), asked[0], 1, now=NOW + DAY)
    assert history.imported(json.loads(json.dumps(other.exported()))) == (1, 3)
    assert history.exported() == other.exported()
    older = json.loads(json.dumps(data))
    history.imported(older)  # what is planned there is older
    assert history.plans([asked[0].id]) == other.plans([asked[0].id])
    other.close()


BROKEN = (
    None,
    [],
    {},
    {"format": "quizgen history", "version": 99, "items": [], "answers": []},
    {"format": "quizgen history", "version": 1, "items": {}, "answers": []},
    {"format": "quizgen history", "version": 1, "items": [1], "answers": []},
    {"format": "quizgen history", "version": 1, "items": [], "answers": [{"round": "x"}]},
    {"format": "quizgen history", "version": 1, "answers": [], "items": [
        {"id": "a", "question": "b", "answer": "c", "title": "d", "sibling": "e", "card": "{", "due": None}]},
    {"format": "quizgen history", "version": 1, "answers": [], "items": [
        {"id": "a", "question": "b", "answer": "c", "title": "d", "sibling": "e", "card": None, "due": "tomorrow"}]},
)  # fmt: skip


@pytest.mark.parametrize("data", BROKEN, ids=range(len(BROKEN)))
def test_what_is_no_history_is_told_and_changes_nothing(history, data):
    answer(history, begun(history, items(1)), items(1)[0], 1)
    before = history.exported()
    with pytest.raises(HistoryError, match="history"):
        history.imported(data, "h.json")
    assert history.exported() == before


# ------------------------------------------------------------------------------------------- crashes and bad disks

WRITER = """
import datetime, sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from drill.test_history import items, Answer, History
history = History(Path({file!r}))
now = datetime.datetime.now(datetime.timezone.utc)
asked = items(400)
round = history.begin(["q.yaml"], asked, seed=None, scheduled=True, now=now)
print("round", round, flush=True)
for place, item in enumerate(asked, start=1):
    history.record(round, Answer(place, item, "Quiz", "right"), scheduled=True, now=now)
    print("done", place, flush=True)
"""
TESTS = str(Path(__file__).parents[1])


def started(file: Path) -> subprocess.Popen[str]:
    code = WRITER.format(tests=TESTS, file=str(file))
    return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)


def test_killed_at_any_moment_nothing_that_was_acknowledged_is_lost(tmp_path):
    """A hundred kills; the moments are spread over the writing of an answer, which takes a few milliseconds."""
    file = tmp_path / "history.db"
    acknowledged: dict[str, int] = {}
    for number in range(100):
        process = started(file)
        assert process.stdout is not None
        round = process.stdout.readline().split()[1]
        for _ in range(number % 7):
            process.stdout.readline()
        time.sleep((number * 37 % 100) / 5000)
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read().rpartition("\n")[0]  # the last line may be cut off by the kill
        told = [line for line in rest.splitlines() if line.startswith("done ")]
        process.wait()
        process.stdout.close()
        acknowledged[round] = int(told[-1].split()[1]) if told else number % 7
    history = History(file)
    assert history.rows("PRAGMA integrity_check")[0][0] == "ok"
    assert len(acknowledged) == 100 and max(acknowledged.values()) > 3
    for round, places in acknowledged.items():
        kept = [row["place"] for row in history.rows("SELECT place FROM answers WHERE round = ? ORDER BY place", round)]
        assert kept == list(range(1, len(kept) + 1)), "none twice, none missing"
        assert places <= len(kept) <= places + 1
    history.close()


def test_two_rounds_at_once_lose_nothing(tmp_path):
    file = tmp_path / "history.db"
    processes = [started(file) for _ in range(2)]
    outputs = [process.communicate()[0] for process in processes]
    assert [process.returncode for process in processes] == [0, 0]
    assert all(output.count("done") == 400 for output in outputs)
    history = History(file)
    assert history.rows("SELECT count(*) AS n FROM answers")[0]["n"] == 800
    assert history.rows("SELECT count(*) AS n FROM items")[0]["n"] == 400
    history.close()


def test_many_open_it_at_once_for_the_first_time(tmp_path):
    faults: list[Exception] = []

    def opens() -> None:
        try:
            History(tmp_path / "history.db").close()
        except Exception as error:  # told below
            faults.append(error)

    threads = [threading.Thread(target=opens) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults


@pytest.mark.parametrize(
    "content",
    [b"no database at all, but long enough to be taken for one" * 40, b"SQLite format 3\x00" + b"\xff" * 4096],
)
def test_a_damaged_file_is_told_and_left_as_it_is(tmp_path, content):
    file = tmp_path / "history.db"
    file.write_bytes(content)
    with pytest.raises(HistoryError, match="Move this file away"):
        History(file)
    assert file.read_bytes() == content


def test_a_history_of_a_newer_version_is_told(tmp_path):
    history = History(tmp_path / "history.db")
    history.close()
    database = sqlite3.connect(tmp_path / "history.db")
    database.execute(f"PRAGMA user_version = {store.VERSION + 1}")
    database.close()
    with pytest.raises(HistoryError, match="newer quizgen"):
        History(tmp_path / "history.db")


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path):
    (tmp_path / "data").write_text("x")
    with pytest.raises(HistoryError, match="cannot be used"):
        History(tmp_path / "data" / "history.db")


# ------------------------------------------------------------------------------------------------------- statistics


def test_the_numbers_of_a_learner(history):
    asked = items(4)
    for back in (9, 8, 7, 3, 2, 1, 0):
        now = NOW - back * DAY
        round = begun(history, asked, now=now)
        for place, item in enumerate(asked, start=1):
            answer(history, round, item, place, "wrong" if item is asked[3] and back < 3 else "right", now=now)
    told = of(history, NOW)
    assert (told.answers, told.counted, told.streak, told.best_streak, told.learned) == (4, 3, 4, 4, 4)
    assert told.minutes == pytest.approx(4 * 1.5 / 60)
    assert told.retention is not None and 0.8 < told.retention < 1
    assert sum(told.heat.values()) == 28 and len(told.heat) == 7
    assert [(hard.question, hard.missed, hard.answered) for hard in told.hardest] == [("Question 3?", 3, 7)]
    assert sum(count for _, count in told.forecast) <= 4 and told.forecast[0][0] == told.today


def test_who_learns_after_midnight_still_learns_on_the_same_day(history, monkeypatch):
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    try:
        evening = datetime.datetime(2026, 3, 1, 23, 30, tzinfo=datetime.timezone.utc)
        for now in (evening, evening + datetime.timedelta(hours=3)):
            answer(history, begun(history, items(1), now=now), items(1)[0], 1, now=now)
        assert list(of(history, evening).heat.values()) == [2]
        assert of(history, evening + datetime.timedelta(hours=24)).streak == 1
        assert of(history, evening + datetime.timedelta(hours=60)).streak == 0
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_history_without_answers_has_numbers_too(history):
    told = of(history, NOW)
    assert (told.answers, told.streak, told.retention, told.hardest) == (0, 0, None, ())


def test_the_database_lies_in_the_users_data(monkeypatch, tmp_path):
    monkeypatch.setenv("QUIZGEN_DATA", str(tmp_path / "mine"))
    History().close()
    assert sorted(os.listdir(tmp_path / "mine"))[0] == "history.db"
