"""Matchings and orderings as they are shown: on cards in Anki, on the sheet in a browser, in a table."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from quizgen import bank as banks
from quizgen.exporters import export
from quizgen.exporters.common import letters
from quizgen.records import ItemBank, ItemType, replace


@pytest.fixture
def towns() -> ItemBank:
    """An ordering of four and a matching of three, as a person writes them."""
    return banks.load(Path(__file__).with_name("sets.quiz.yaml"))


def test_letters_name_the_lines_as_they_are_shown(towns):
    for item in towns:
        named = letters(item)
        assert [item.options["ABCD".index(letter)] for letter in named] == list(item.solution)
        assert list(named) != sorted(named)


# --------------------------------------------------------------------------------------------- Anki


def test_each_is_a_card_of_its_own_note_type(learner, towns, tmp_path):
    export(towns, tmp_path / "d.apkg")
    assert learner.imports(tmp_path / "d.apkg") == {"new": 2}
    names = [note.note_type()["name"] for note in learner.notes()]
    assert names == ["quizgen ordering", "quizgen matching"]
    assert learner.collection.card_count() == 2 and not learner.collection.get_empty_cards().notes


def test_the_front_shows_the_lines_scrambled_and_no_date(learner, towns, tmp_path):
    export(towns, tmp_path / "d.apkg")
    learner.imports(tmp_path / "d.apkg")
    for item in towns:
        front = learner.note(item).cards()[0].render_output().question_text
        places = [front.index(f">{line}<") for line in item.options]
        assert places == sorted(places)
        if item.type is ItemType.ORDERING:
            assert not any(part.match in front for part in item.parts)
        else:
            assert front.index("Ulm") < front.index("Linz") < front.index("Vidin") < places[0]


def test_the_back_shows_the_answer_and_every_sentence_once(learner, towns, tmp_path):
    export(towns, tmp_path / "d.apkg")
    learner.imports(tmp_path / "d.apkg")
    for item in towns:
        back = learner.note(item).cards()[0].render_output().answer_text
        solved = re.findall(r"<li[^>]*>(.*?)</li>", back.partition('class="solution"')[2])
        assert [re.sub(r"<[^>]*>", "", entry) for entry in solved] == [
            f"{letter} {part.text} {part.match}" for letter, part in zip(letters(item), item.parts, strict=True)
        ]
        for part in item.parts:
            assert back.count(part.evidence.text) == 1
        assert "Towns on a river" in back and item.explanation in back


def test_a_part_that_was_changed_updates_the_card(learner, towns, tmp_path):
    path = tmp_path / "d.apkg"
    export(towns, path)
    learner.imports(path)
    ordering = towns.items[0]
    export(replace(towns, items=(replace(ordering, parts=ordering.parts[:3]), towns.items[1])), path)
    assert learner.imports(path) == {"updated": 1, "duplicate": 1}
    assert "canal" not in learner.note(ordering)["Options"]


# --------------------------------------------------------------------------------------------- the sheet


@pytest.fixture
def opened(page, towns, tmp_path):
    export(towns, tmp_path / "sheet.html")
    page.emulate_media(media="print")
    page.goto((tmp_path / "sheet.html").as_uri())
    return page


def test_the_sheet_has_a_line_for_every_answer_and_a_point_for_every_line(opened):
    assert [h.split("\n")[0] for h in opened.locator(".sheet h2").all_inner_texts()] == ["Matching", "In order"]
    assert opened.locator(".matching .blank").count() == 3 and opened.locator(".ordering .blank").count() == 4
    assert opened.locator(".who .score").inner_text().split()[-2:] == ["/", "7"]


def test_the_two_sides_stand_beside_one_another(opened, towns):
    left, right = opened.locator(".sheet .sides ol").all()
    assert [line.split("\n")[-1] for line in left.locator("li").all_inner_texts()] == ["Ulm", "Linz", "Vidin"]
    shown = [tuple(line.split("\n")) for line in right.locator("li").all_inner_texts()]
    assert shown == list(zip("ABC", towns.items[1].options, strict=False))
    assert left.bounding_box()["y"] == right.bounding_box()["y"]
    assert left.bounding_box()["x"] < right.bounding_box()["x"]


def test_no_date_of_an_ordering_is_on_the_sheet(opened, towns):
    shown = opened.locator(".sheet").inner_text()
    assert not any(part.match in shown for part in towns.items[0].parts)
    assert all(part.text in shown for part in towns.items[0].parts)


def test_the_key_names_letters_dates_and_sentences(opened, towns):
    ordering, matching = towns
    first, second = opened.locator(".key > ol > li").all()
    pairs = [" ".join(line.split()) for line in first.locator(".parts li").all_inner_texts()]
    assert pairs == [
        f"{n} {letter} {part.text} – {part.match}"
        for n, (letter, part) in enumerate(zip(letters(matching), matching.parts, strict=True), start=1)
    ]
    assert first.locator(".sentence").all_inner_texts() == [
        "Ulm in Germany and Linz in Austria lie on it.",
        "Vidin lies in Bulgaria.",
    ]
    steps = [" ".join(line.split()) for line in second.locator(".parts li").all_inner_texts()]
    assert steps == [
        f"{letter} {part.text} ({part.match})" for letter, part in zip(letters(ordering), ordering.parts, strict=True)
    ]
    assert "All three lie on the Danube." in first.inner_text()


def test_a_phone_shows_them_without_scrolling_sideways(opened):
    opened.set_viewport_size({"width": 360, "height": 740})
    assert opened.evaluate("document.documentElement.scrollWidth") <= 360


# --------------------------------------------------------------------------------------------- the table


def test_the_table_has_what_bears_letters_as_options(towns, tmp_path):
    export(towns, tmp_path / "t.csv")
    text = (tmp_path / "t.csv").read_bytes().decode("utf-8-sig")
    ordering, matching = csv.DictReader(io.StringIO(text, newline=""))
    assert [ordering[f"option {n}"] for n in range(1, 5)] == list(towns.items[0].options)
    assert ordering["right option"] == " ".join(letters(towns.items[0]))
    assert ordering["answer"].startswith("Linz got its first iron bridge (1872); Buda and Pest")
    assert matching["question"] == "Match each town with its country. (1) Ulm (2) Linz (3) Vidin"
    assert matching["answer"] == "Ulm – Germany; Linz – Austria; Vidin – Bulgaria"
    assert matching["source sentence"] == "Ulm in Germany and Linz in Austria lie on it. Vidin lies in Bulgaria."
