"""The table, read back as a spreadsheet would."""

from __future__ import annotations

import csv
import io

import pytest
from exporters.samples import hostile_bank

from quizgen.exporters import export
from quizgen.exporters.common import clean
from quizgen.exporters.table import harmless
from quizgen.records import Distractor, ItemBank, ItemType, replace


def rows(bank: ItemBank, path) -> list[dict[str, str]]:
    export(bank, path)
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def test_every_item_is_a_row_with_named_columns(danube, tmp_path):
    table = rows(danube, tmp_path / "t.csv")
    assert [row["question"] for row in table] == [item.question for item in danube]
    assert [row["answer"] for row in table] == [item.answer for item in danube]
    assert [row["number"] for row in table] == [str(n + 1) for n in range(len(danube))]
    first = danube.items[0]
    right = "ABCD".index(table[0]["right option"])
    assert [table[0][f"option {n}"] for n in range(1, 5)] == list(first.options)
    assert first.options[right] == first.answer
    assert table[0]["source sentence"] == first.evidence.text
    assert (table[0]["article"], table[0]["link"]) == (danube.sources[0].title, danube.sources[0].link)
    assert table[8]["accept"] == "Johann Strauss | Strauss"


def test_more_options_are_more_columns(danube, tmp_path):
    wrong = (*danube.items[0].distractors, Distractor("the North Sea"), Distractor("the Aral Sea"))
    bank = replace(danube, items=(replace(danube.items[0], distractors=wrong), *danube.items[1:]))
    table = rows(bank, tmp_path / "t.csv")
    assert table[0]["option 6"] and not table[1]["option 6"]


def test_excel_takes_it_for_unicode(danube, tmp_path):
    export(danube, tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_bytes().startswith(b"\xef\xbb\xbfnumber,type,question,")


@pytest.mark.parametrize("kind", list(ItemType))
def test_no_cell_is_a_formula_and_no_text_is_lost(tmp_path, kind):
    bank = hostile_bank(kind)
    table = rows(bank, tmp_path / "t.csv")
    for row in table:
        assert not any(cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in row.values())
    assert [row["answer"].removeprefix("'") for row in table] == [clean(i.answer).removeprefix("'") for i in bank]


@pytest.mark.parametrize("text", ["=1", "+1", "-1 °C", "@a", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "－1"])
def test_a_cell_that_would_run_gets_an_apostrophe(text):
    assert harmless(text).startswith("'") and harmless(text)[1:].strip() == text.strip()


@pytest.mark.parametrize("text", ["1 = 1", "a-b", "’tis", "–5", "1.9", ""])
def test_other_cells_stay(text):
    assert harmless(text) == text
