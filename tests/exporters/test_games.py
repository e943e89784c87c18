"""The tables of classroom games, read back by openpyxl and csv as the games read them."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from exporters.samples import hostile_bank
from exporters.visible import flat

from quizgen.exporters import export, left_out
from quizgen.records import Distractor, ItemBank, ItemType, replace

GAMES = ("kahoot.xlsx", "quizizz.csv", "blooket.csv", "gimkit.csv")


@dataclass
class Question:
    text: str
    options: list[str]
    right: str
    seconds: int


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf8", newline="") as file:
        return list(csv.reader(file))


def kahoot(path: Path) -> list[Question]:
    found = []
    for number, row in enumerate(openpyxl.load_workbook(path).active.iter_rows(min_row=9, values_only=True), start=1):
        assert row[0] == number
        options = [str(option) for option in row[2:6] if option is not None]
        assert isinstance(row[6], int) and row[6] in (5, 10, 20, 30, 60, 90, 120, 240)
        found.append(Question(row[1], options, options[row[7] - 1], row[6]))
    return found


def quizizz(path: Path) -> list[Question]:
    header, *lines = rows(path)
    found = []
    for row in (dict(zip(header, line, strict=True)) for line in lines):
        options = [row[f"Option {number}"] for number in range(1, 6) if row[f"Option {number}"]]
        if row["Question Type"] == "Fill-in-the-Blank":
            assert row["Correct Answer"] == ""
            (right,) = options
        else:
            assert row["Question Type"] == "Multiple Choice"
            right = options[int(row["Correct Answer"]) - 1]
        found.append(Question(row["Question Text"], options, right, int(row["Time in seconds"])))
    return found


def blooket(path: Path) -> list[Question]:
    title, header, *lines = rows(path)
    assert title == ["Blooket Import Template", *[""] * 7] and len(header) == 8
    found = []
    for number, line in enumerate(lines, start=1):
        assert line[0] == str(number)
        options = [option for option in line[2:6] if option]
        found.append(Question(line[1], options, options[int(line[7]) - 1], int(line[6])))
    return found


def gimkit(path: Path) -> list[Question]:
    (title, *_), header, *lines = rows(path)
    assert title == "Gimkit Spreadsheet Import Template" and header[1] == "Correct Answer"
    return [Question(line[0], [option for option in line[1:] if option], line[1], 20) for line in lines]


READ = {"kahoot.xlsx": kahoot, "quizizz.csv": quizizz, "blooket.csv": blooket, "gimkit.csv": gimkit}


def exported(bank: ItemBank, suffix: str, tmp_path: Path) -> list[Question]:
    export(bank, tmp_path / f"q.{suffix}")
    return READ[suffix](tmp_path / f"q.{suffix}")


def kept(bank: ItemBank, suffix: str) -> list:
    gone = [item for item, _ in left_out(bank, f"q.{suffix}")]
    return [item for item in bank if item not in gone]


def shown(text: str) -> str:
    """What a player sees: a word joiner shows nothing."""
    return flat(text.replace("\u2060", ""))


@pytest.mark.parametrize("suffix", GAMES)
def test_questions_options_and_right_answers_come_back(danube, tmp_path, suffix):
    items = kept(danube, suffix)
    for item, question in zip(items, exported(danube, suffix, tmp_path), strict=True):
        asked = f"True or false: {item.question}" if item.type is ItemType.TRUE_FALSE else item.question
        assert (question.text, question.right) == (asked, item.answer)
        if item.type is ItemType.CHOICE:
            assert sorted(question.options) == sorted(item.options)
        elif item.type is ItemType.TRUE_FALSE:
            assert sorted(question.options) == ["False", "True"]
        assert 5 <= question.seconds <= 300
    held = {ItemType.CHOICE, ItemType.TRUE_FALSE} | (
        {ItemType.SHORT, ItemType.CLOZE} if suffix == "quizizz.csv" else set()
    )
    assert {item.type for item in items} == held


@pytest.mark.parametrize("suffix", GAMES)
@pytest.mark.parametrize("kind", [ItemType.CHOICE, ItemType.TRUE_FALSE, ItemType.SHORT, ItemType.CLOZE])
def test_hostile_text_is_no_formula_and_is_seen(tmp_path, suffix, kind):
    bank = hostile_bank(kind)
    items = kept(bank, suffix)
    if not items:
        assert {why for _, why in left_out(bank, f"q.{suffix}")} == {"no choice"}
        return
    for item, question in zip(items, exported(bank, suffix, tmp_path), strict=True):
        assert shown(question.text).endswith(flat(item.question)) and shown(question.right) == flat(item.answer)
        if kind is ItemType.CHOICE:
            assert sorted(map(shown, question.options)) == sorted(map(flat, item.options))
    path = tmp_path / f"q.{suffix}"
    if suffix == "kahoot.xlsx":
        cells = [cell for row in openpyxl.load_workbook(path).active for cell in row if cell.value is not None]
        assert {cell.data_type for cell in cells} <= {"s", "n"}
    else:
        assert not [cell for row in rows(path) for cell in row if cell.lstrip(" ")[:1] in set("=+-@\t\r＝＋－＠")]


def test_kahoot_leaves_out_what_is_too_long_and_tells(danube, tmp_path):
    long = replace(danube.items[0], question=f"{'x' * 120}?")
    wide = replace(danube.items[1], distractors=(Distractor("x" * 76),))
    just = replace(danube.items[3], question="x" * 120, distractors=(Distractor("x" * 75),))
    bank = replace(danube, items=(long, wide, just))
    reasons = [why for _, why in left_out(bank, "q.kahoot.xlsx")]
    assert reasons == ["a question of over 120 characters", "an option of over 75 characters"]
    assert [question.text for question in exported(bank, "kahoot.xlsx", tmp_path)] == ["x" * 120]


def test_kahoot_finds_its_header_where_its_template_has_it(danube, tmp_path):
    export(danube, tmp_path / "q.kahoot.xlsx")
    header = [cell.value for cell in openpyxl.load_workbook(tmp_path / "q.kahoot.xlsx").active[8]]
    assert header == [
        None,
        "Question - max 120 characters",
        *(f"Answer {number} - max 75 characters" for number in range(1, 5)),
        "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
        "Correct answer(s) - choose at least one",
    ]


@pytest.mark.parametrize(
    ("suffix", "most"), [("kahoot.xlsx", 4), ("quizizz.csv", 5), ("blooket.csv", 4), ("gimkit.csv", 4)]
)
def test_more_options_than_there_are_columns_are_left_out(danube, tmp_path, suffix, most):
    full = replace(danube.items[0], distractors=tuple(Distractor(f"sea {n}") for n in range(most - 1)))
    over = replace(danube.items[1], distractors=tuple(Distractor(f"{n}") for n in range(most)))
    bank = replace(danube, items=(full, over))
    assert left_out(bank, f"q.{suffix}") == [(over, f"not 2 to {most} options")]
    (question,) = exported(bank, suffix, tmp_path)
    assert len(question.options) == most


def test_blooket_has_its_line_ends_and_no_mark(danube, tmp_path):
    export(danube, tmp_path / "q.blooket.csv")
    data = (tmp_path / "q.blooket.csv").read_bytes()
    assert data.startswith(b"Blooket Import Template,,,,,,,\r\nQuestion #,") and b'"Answer 3\n(Optional)"' in data


def test_quizizz_explains_with_the_sentence(danube, tmp_path):
    export(danube, tmp_path / "q.quizizz.csv")
    header, *lines = rows(tmp_path / "q.quizizz.csv")
    explained = [line[header.index("Answer explanation")] for line in lines]
    assert explained[5] == f"The Volga is longer. {danube.items[5].evidence.text}"


def test_an_answer_to_type_that_a_spreadsheet_would_run_is_left_out(danube):
    cold = replace(danube.items[9], answer="-40 degrees")
    assert left_out(replace(danube, items=(cold,)), "q.quizizz.csv") == [
        (cold, "an answer to type that a spreadsheet would run")
    ]


def test_longer_questions_have_more_time(danube, tmp_path):
    short = replace(danube.items[0], question="Which sea?")
    long = replace(danube.items[0], id="b" * 16, question=" ".join(["word"] * 19) + "?")
    first, second = exported(replace(danube, items=(short, long)), "kahoot.xlsx", tmp_path)
    assert first.seconds < second.seconds
