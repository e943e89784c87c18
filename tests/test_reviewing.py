"""The state of a review, the text of an item to edit, and the files of a review."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from quizgen import bank as banks
from quizgen.bank.reviewed import BankFile, recall, remember
from quizgen.bank.reviewing import Decision, Review, begin, edit_text, read_edit
from quizgen.errors import BankError
from quizgen.records import Distractor, Evidence, Item, ItemBank, ItemType, Part, replace

NOW = datetime.datetime(2024, 3, 18, 12, 0, tzinfo=datetime.timezone.utc)
STAMP = "2024-03-18T12:00:00Z"
SENTENCE = "Vienna, not Bratislava, is the largest city on the Danube."


def short(number: int) -> Item:
    return Item(f"{number:016x}", ItemType.SHORT, f"Question {number}?", f"Answer {number}")


CITY = Item(
    "c" * 16, ItemType.CHOICE, "Which city is the largest?", "Vienna", ("Wien",),
    (Distractor("Paris", "another city"), Distractor("Rome")), Evidence(SENTENCE, 100, 158, 100, 106),
    rule="event.which", tags=("cities",), score=0.7,
)  # fmt: skip
PARTS = (
    Part("Linz got its bridge.", "1872", Evidence("In 1872 Linz got its bridge.")),
    Part("The canal was opened.", "1992", Evidence("The canal was opened in 1992.")),
)
ORDER = Item(
    "e" * 16, ItemType.ORDERING, "Put these in order.", "Linz got its bridge (1872); The canal was opened (1992)",
    evidence=PARTS[0].evidence, parts=PARTS,
)  # fmt: skip


def bank(count: int = 4) -> ItemBank:
    return ItemBank("Numbers", tuple(map(short, range(count))))


def asked(review: Review) -> list[str]:
    return [item.question for item in review.bank.items]


def reword(review: Review, question: str) -> Review:
    assert review.current
    return review.edit(replace(review.current.item, question=question), NOW)


# Deciding -------------------------------------------------------------------------------------------------------


def test_a_review_goes_from_the_first_item_to_the_last() -> None:
    review = begin(bank(3))
    assert review.position == 0
    review = review.keep().drop()
    assert review.current and review.current.item == short(2)
    review = reword(review, "Better?")
    assert review.current is None
    assert asked(review) == ["Question 0?", "Better?"]
    counts = [review.count(d) for d in (Decision.KEPT, Decision.DROPPED, Decision.EDITED, None)]
    assert counts == [1, 1, 1, 0]


def test_nothing_can_be_decided_behind_the_last_item() -> None:
    done = begin(bank(1)).keep()
    assert (done.keep(), done.drop(), done.edit(short(9), NOW)) == (done, done, done)


def test_a_state_is_never_changed() -> None:
    first = begin(bank())
    first.drop()
    reword(first, "Other?")
    assert first == begin(bank())


def test_an_edit_keeps_the_id_and_is_stamped() -> None:
    review = begin(bank(2)).edit(replace(short(0), question="Better?", id="f" * 16), NOW)
    edited = review.bank.items[0]
    assert (edited.id, edited.question, edited.changed) == (short(0).id, "Better?", STAMP)
    assert review.bank.items[1].changed == ""


def test_an_edit_that_says_the_same_decides_nothing() -> None:
    review = begin(bank())
    assert review.edit(short(0), NOW) is review


# Undo and back --------------------------------------------------------------------------------------------------


def test_undo_takes_decisions_back_across_items_the_latest_first() -> None:
    start = begin(bank())
    kept = start.keep()
    dropped = kept.drop()
    edited = reword(dropped, "Better?")
    assert edited.undo() == dropped
    assert edited.undo().undo() == kept
    assert edited.undo().undo().undo() == start
    assert start.undo() == start


@pytest.mark.parametrize("place", range(4))
def test_a_dropped_item_comes_back_at_its_place(place: int) -> None:
    review = begin(bank())
    for _ in range(place):
        review = review.keep()
    back = review.drop().undo()
    assert back.bank == bank()
    assert back.position == place


def test_undo_after_the_last_item() -> None:
    review = begin(bank(1)).drop()
    assert review.bank.items == ()
    assert review.undo().bank == bank(1)


def test_back_undoes_nothing_and_the_next_decision_goes_on_where_one_was() -> None:
    review = begin(bank()).keep().keep().back().back()
    assert review.position == 0
    assert review.count(Decision.KEPT) == 2
    assert review.back() == review
    assert review.drop().position == 2
    assert review.drop().undo().count(Decision.KEPT) == 2


def test_back_passes_over_what_was_dropped() -> None:
    assert begin(bank()).keep().drop().back().position == 0
    assert begin(bank()).drop().back().position == 1


def test_an_edited_item_that_is_kept_afterwards_stays_edited() -> None:
    review = reword(begin(bank()), "Better?").back().keep()
    assert (review.count(Decision.EDITED), review.count(Decision.KEPT)) == (1, 0)


# Going on later -------------------------------------------------------------------------------------------------


def test_the_next_review_begins_at_the_first_item_not_looked_at() -> None:
    first = reword(begin(bank()).drop(), "Better?").keep()
    later = begin(first.bank, first.seen)
    assert later.current and later.current.item == short(3)
    assert later.count(Decision.BEFORE) == 2
    assert later.keep().current is None
    assert later.back().position == 1


def test_an_item_that_changed_since_is_shown_again() -> None:
    first = begin(bank()).keep().keep().keep().keep()
    changed = replace(first.bank, items=(short(0), replace(short(1), answer="Other"), short(2), short(3)))
    later = begin(changed, first.seen)
    assert (later.position, later.count(None)) == (1, 1)
    capital = replace(first.bank, items=(replace(short(0), answer="answer 0"), *first.bank.items[1:]))
    assert begin(capital, first.seen).position == 0


def test_what_is_undone_was_not_looked_at() -> None:
    review = begin(bank()).keep().keep()
    assert set(review.seen) == {short(0).id, short(1).id}
    assert set(review.undo().seen) == {short(0).id}


# The text of an item --------------------------------------------------------------------------------------------

HARD = replace(CITY, question='Who said: "yes" #1?', answer="- no: way", accept=("true", "1.9"), explanation="a: b")


@pytest.mark.parametrize("item", [CITY, ORDER, HARD, short(1)], ids=["choice", "ordering", "signs", "short"])
def test_a_text_that_is_left_as_it_is_changes_nothing(item: Item) -> None:
    read = read_edit(item, edit_text(item))
    assert banks.content(replace(read, evidence=item.evidence)) == banks.content(item)
    assert (read.id, read.rule, read.score, read.distractors) == (item.id, item.rule, item.score, item.distractors)


def test_every_field_can_be_edited() -> None:
    text = (
        "question: Largest?\nanswer: Bratislava\naccept: [Pressburg]\ndistractors: [Rome, Paris, Bern]\n"
        "explanation: So it is.\ndifficulty: hard\ntags: [a, b]\n"
    )
    read = read_edit(CITY, text)
    assert (read.question, read.answer, read.accept, read.type) == (
        "Largest?", "Bratislava", ("Pressburg",), ItemType.CHOICE,
    )  # fmt: skip
    assert read.distractors == (Distractor("Rome"), Distractor("Paris", "another city"), Distractor("Bern"))
    assert (read.explanation, read.difficulty, read.tags) == ("So it is.", "hard", ("a", "b"))
    marked = read.evidence.text[read.evidence.answer_start - 100 : read.evidence.answer_end - 100]
    assert marked == "Bratislava"


def test_an_answer_that_is_not_in_the_sentence_marks_nothing() -> None:
    read = read_edit(CITY, edit_text(CITY).replace("answer: Vienna", "answer: Ulm"))
    assert (read.evidence.answer_start, read.evidence.answer_end) == (-1, -1)


def test_a_part_that_is_reworded_keeps_its_sentence() -> None:
    text = edit_text(ORDER).replace("Linz got its bridge.", "Linz built a bridge.")
    read = read_edit(ORDER, text)
    assert read.parts[0] == replace(PARTS[0], text="Linz built a bridge.")
    assert read.answer.startswith("Linz built a bridge (1872)")


def test_an_empty_text_changes_nothing() -> None:
    assert read_edit(CITY, "# nothing\n\n") is CITY


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("question: A?\nanswer: [\n", 3, ""),
        ("question: A?\nanswr: B\n", 2, 'no field "answr"'),
        ("# head\nquestion: A?\n", 2, "no answer"),
        ("question: A?\nanswer: B\ndifficulty: easyish\n", 3, "not one of easy, medium, hard"),
        ("question: A?\nanswer: B\n", 1, "no wrong answers"),
        ("question: A?\nanswer: B\ndistractors: [B]\n", 3, "twice"),
        ("question: A?\nanswer: B\nid: abc\n", 3, '"id" is not changed in a review'),
        ("just words\n", 1, "list of fields"),
    ],
)
def test_a_fault_is_told_with_its_line(text: str, line: int, told: str) -> None:
    with pytest.raises(BankError) as caught:
        read_edit(CITY, text)
    assert caught.value.line == line
    assert told in caught.value.message


def test_a_choice_can_become_a_short_item() -> None:
    read = read_edit(CITY, "question: A?\nanswer: Vienna\ntype: short\n")
    assert (read.type, read.distractors, read.difficulty) == (ItemType.SHORT, (), CITY.difficulty)


# Files ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["q.yaml", "q.json"])
def test_a_bank_is_saved_as_often_as_nobody_else_writes_it(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    banks.save(bank(), path)
    file = BankFile(str(path))
    file.save(bank(3))
    file.save(bank(2))
    assert banks.load(path) == bank(2)
    banks.save(bank(1), path)
    with pytest.raises(BankError, match="Someone else has changed it"):
        file.save(bank(2))
    assert banks.load(path) == bank(1)
    path.unlink()
    with pytest.raises(BankError, match="Someone else has changed it"):
        file.save(bank(2))
    assert not path.exists()


def test_what_was_looked_at_is_kept_per_file(tmp_path: Path, fresh_machine: Path) -> None:
    one, two = str(tmp_path / "one.yaml"), str(tmp_path / "two.yaml")
    assert recall(one) == {}
    remember(one, {"a": "1"})
    assert (recall(one), recall(two)) == ({"a": "1"}, {})
    (kept,) = (fresh_machine / "data" / "reviewed").iterdir()
    for broken in ("", "[]", '{"items": 3}', "\x00"):
        kept.write_text(broken)
        assert recall(one) == {}
