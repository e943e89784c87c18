"""The judge that ships: what a teacher would print has better chances, and nothing but the wording counts."""

from __future__ import annotations

from pathlib import Path

import pytest

import quizgen
from quizgen.analysis.judge import WINDOW, Judge, Wording, encode
from quizgen.analysis.runtime import tokenizer
from quizgen.errors import ModelError
from quizgen.records import ItemType


@pytest.fixture(scope="module")
def judge() -> Judge:
    return Judge()


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (("Who discovered radium in 1898?", "Marie Curie"), ("Who discovered it in 1898?", "Marie Curie")),
        (("In which year did Marie Curie die?", "1934"), ("In which year was the second one built?", "1934")),
        (("In which city was Marie Curie born?", "Warsaw"), ("What was the name of the?", "Warsaw")),
        (("Marie Curie was born in _____ in 1867.", "Warsaw"), ("They were then taken to _____.", "it")),
        (("When was the treaty of Kalv signed?", "14 May 1648"), ("When did the first one open?", "later")),
    ],
)
def test_what_a_teacher_would_print_has_better_chances(
    judge: Judge, better: tuple[str, str], worse: tuple[str, str]
) -> None:
    good, bad = judge.chances([Wording("Marie Curie", *better), Wording("Marie Curie", *worse)])
    assert good > bad + 0.1


def test_neighbours_change_nothing(judge: Judge) -> None:
    one = Wording("Olten", "In which year was Olten founded?", "1201")
    others = [Wording("Olten", f"What is number {n} of a long list of words that goes on?", "this") for n in range(5)]
    assert judge.chances([one]) == judge.chances([*others, one])[-1:]


def test_any_text_can_be_read(judge: Judge) -> None:
    strange = [Wording("", "", ""), Wording("…" * 500, "\u200f\x00 ¿" * 300, "🜁"), Wording("a", "_____" * 99, "b")]
    assert all(0 <= chance <= 1 for chance in judge.chances(strange))
    cut = tokenizer(Path(quizgen.__file__).parent / "analysis" / "model" / "tokenizer.json")
    assert all(len(ids) == len(case) <= WINDOW for ids, case in (encode(wording, cut) for wording in strange))


def test_a_folder_without_weights_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="judge") as told:
        Judge(tmp_path)
    assert told.value.hint


def test_its_opinion_is_in_the_score_of_a_sheet_and_not_of_all_items() -> None:
    text = "Olten\n\nOlten is a town in Switzerland. In 1856 Karl Amsler founded a railway workshop in Olten."
    sheet, everything = quizgen.generate(text), quizgen.generate(text, None)
    measured = {item.id: item.score for item in everything}
    singles = [item for item in sheet if item.type in (ItemType.SHORT, ItemType.CHOICE, ItemType.CLOZE)]
    assert singles and any(item.score != measured[item.id] for item in singles)
