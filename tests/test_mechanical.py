"""The mechanical checks name every fault they are for, and nothing in questions that are good."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))  # helpers beside the tests; pytest imports by path and adds nothing

from mechanical import CHECKS, faults  # noqa: E402

from quizgen.records import BLANK, Distractor, Evidence, Item, ItemType  # noqa: E402

SHORT = Item("0" * 16, ItemType.SHORT, "", "")


def item(question: str, answer: str, evidence: str = "", kind: ItemType | None = None) -> Item:
    kind = kind or (ItemType.CLOZE if BLANK in question else ItemType.SHORT)
    return replace(SHORT, type=kind, question=question, answer=answer, evidence=Evidence(evidence))


def named(*items: Item, article: str = "") -> set[str]:
    return {fault.check for fault in faults(items, article)}


def fixtures(name: str) -> list[tuple[str, ...]]:
    """Every line of a fixture file: its heading, then what stands between its bars."""
    found, heading = [], ""
    for line in (HERE / name).read_text(encoding="utf8").splitlines():
        if line.startswith("# "):
            heading = line[2:]
        elif heading and line:
            found.append((heading, *line.split(" | ")))
    return found


GOOD, BAD = fixtures("mechanical_good.txt"), fixtures("mechanical_bad.txt")


def article(name: str) -> str:
    path = next((HERE.parent / "seeds").glob(f"{name}.*"))
    return path.read_text(encoding="utf8").replace("*", "")


def sentence(text: str, start: str) -> str:
    """The sentence of an article that begins so."""
    begin = text.index(start)
    end = re.search(r"(?<=[a-z\d)”][.?!]) (?=[A-Z“])|\n", text[begin:])
    return text[begin : begin + end.start()] if end else text[begin:]


@pytest.mark.parametrize(("seed", "question", "answer", "start"), [row for row in GOOD if row[0] != "-"])
def test_a_good_item_of_an_article_passes(seed: str, question: str, answer: str, start: str) -> None:
    text = article(seed)
    assert faults([item(question, answer, sentence(text, start))], text) == ()


@pytest.mark.parametrize(("question", "answer"), [row[1:] for row in GOOD if row[0] == "-"])
def test_a_good_question_passes(question: str, answer: str) -> None:
    assert faults([item(question, answer)]) == ()


@pytest.mark.parametrize(("check", "question", "answer"), BAD)
def test_a_fault_is_named(check: str, question: str, answer: str) -> None:
    assert check in named(item(question, answer))


def test_every_check_of_a_single_question_has_faults_to_find() -> None:
    kinds = [check for check, *_ in BAD]
    assert {name for name, _ in CHECKS} - {"length", "options"} == set(kinds)
    assert all(kinds.count(kind) >= 2 for kind in kinds)


@pytest.mark.parametrize(("count", "long"), [(30, False), (31, True), (45, True)])
def test_a_question_of_more_than_thirty_words_is_too_long(count: int, long: bool) -> None:
    assert ("length" in named(item(f"What is {'very ' * (count - 3)}odd?", "x"))) is long


@pytest.mark.parametrize(
    ("others", "wrong"),
    [
        (("a tuff", "a dyke", "a geyser"), False),
        (("a tuff", "A crater", "a geyser"), True),
        (("a tuff", "a tuff", "a geyser"), True),
        (("a tuff",), True),
    ],
)
def test_options_differ_and_are_enough(others: tuple[str, ...], wrong: bool) -> None:
    question = item("What is the mouth of a volcano called?", "a crater", kind=ItemType.CHOICE)
    question = replace(question, distractors=tuple(map(Distractor, others)))
    assert ("options" in named(question)) is wrong


ARTICLE = "Ada Byron, a poet's daughter, met Charles Babbage in 1833. She wrote to him on Monday. He answered at once."


@pytest.mark.parametrize(
    ("answer", "evidence", "found"),
    [
        ("in 1833", "Ada Byron met Charles Babbage in 1833.", True),
        ("in 1834", "Ada Byron met Charles Babbage in 1833.", False),
        ("Charles Babbage", "He answered at once.", True),
        ("Isaac Newton", "He answered at once.", False),
        ("Ada Byron", "Byron met Babbage.", True),
        ("a poet's daughter", "Isaac answered at once.", False),
        ("December 9, 1833", "She wrote to him on Monday.", True),
        ("December 9, 1833", "It was on December 9 that Byron wrote.", True),
        ("December 10, 1833", "It was on December 9 that Byron wrote.", False),
        ("December 9, 1833", "Byron wrote to Babbage.", False),
        ("twelve letters", "Byron wrote 12 letters.", True),
        ("12 letters", "Byron wrote 13 letters.", False),
        ("to write letters", "Byron wrote a letter.", True),
        ("to paint", "Byron wrote a letter.", False),
        ("five euros", "It costs €5.", True),
        ("$5", "It costs €5.", False),
    ],
)
def test_an_answer_stands_in_its_evidence_or_can_be_told_from_it(answer: str, evidence: str, found: bool) -> None:
    assert ("evidence" in named(item("What is it that she wrote?", answer, evidence), article=ARTICLE)) is not found


def test_an_accepted_answer_that_is_in_the_evidence_is_enough() -> None:
    satellite = item("What did the rocket carry?", "a small satellite", "The rocket carried a CubeSat.")
    assert "evidence" in named(satellite)
    assert "evidence" not in named(replace(satellite, accept=("a CubeSat",)))


def test_the_truth_of_a_statement_is_not_looked_for_in_the_evidence() -> None:
    evidence = "The islands are linked by over 400 bridges."
    assert faults([item("Venice has over 400 bridges.", "True", evidence, ItemType.TRUE_FALSE)]) == ()
    assert named(item("Venice has over 400 bridges.", "yes", evidence, ItemType.TRUE_FALSE)) == {"leftovers"}


def test_a_cloze_has_its_blank_and_nothing_else_has() -> None:
    assert "leftovers" in named(item("Mary Anning was born in Lyme Regis.", "Dorset", kind=ItemType.CLOZE))
    assert "leftovers" in named(item(f"Where is {BLANK} born?", "Dorset", kind=ItemType.SHORT))


def test_one_question_with_two_answers_is_a_fault_of_the_second() -> None:
    first = item("Who is the director?", "Klim Shipenko")
    found = faults([first, item("Who is  the director ?", "a Russian")])
    assert [fault.answer for fault in found if fault.check == "two answers"] == ["a Russian"]
    assert named(first, item("Who is the actor?", "Yulia Peresild")) == set()


def test_one_question_with_answers_that_are_accepted_for_each_other_is_only_asked_twice() -> None:
    first = replace(item("Who is the director?", "Klim Shipenko"), accept=("Shipenko",))
    assert named(first, item("Who is the director?", "Shipenko")) == {"asked twice"}
