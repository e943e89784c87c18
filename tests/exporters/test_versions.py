"""Versions of a sheet: the same items in other orders, a key that is right for each, letters that tell nothing."""

from __future__ import annotations

import math
from collections import Counter
from itertools import groupby

import pytest
from exporters.samples import hostile_item

from quizgen import bank as banks
from quizgen.errors import ExportError
from quizgen.exporters import export
from quizgen.exporters.sheet import Entry, Form, Handout, handout
from quizgen.records import Distractor, Evidence, Item, ItemBank, ItemType, Part, answer_of, replace

SEEDS = range(200)
VERSIONS = 3


def choice(number: int, wrong: int = 3) -> Item:
    distractors = tuple(Distractor(f"wrong {n} of {number}") for n in range(wrong))
    return Item(f"c{number}", ItemType.CHOICE, f"Question {number}?", f"right {number}", distractors=distractors)


def several(kind: ItemType, number: int, count: int = 4) -> Item:
    parts = tuple(
        Part(f"left {n} of {number}", f"match {n} of {number}", Evidence(f"Sentence {n}.")) for n in range(count)
    )
    return Item(f"{kind}{number}", kind, f"Put {number} right.", answer_of(kind, parts), parts=parts)


@pytest.fixture
def mixed() -> ItemBank:
    """Thirty items of all types, twelve of them choices."""
    statements = [Item(f"t{n}", ItemType.TRUE_FALSE, f"Statement {n}.", str(n % 3 == 0)) for n in range(8)]
    written = [Item(f"s{n}", ItemType.SHORT, f"Who {n}?", f"person {n}") for n in range(4)]
    gaps = [Item(f"g{n}", ItemType.CLOZE, f"It is _____ {n}.", f"word {n}") for n in range(2)]
    sets = [several(kind, n) for kind in (ItemType.MATCHING, ItemType.ORDERING) for n in range(2)]
    return ItemBank("Mixed", (*map(choice, range(12)), *statements, *written, *gaps, *sets))


def made(bank: ItemBank, seed: int, versions: int = VERSIONS) -> Handout:
    return handout(bank, Form.of(versions=versions, seed=seed))


def of_type(entries: tuple[Entry, ...], kind: ItemType) -> list[Entry]:
    return [entry for entry in entries if entry.item.type is kind]


def longest_run(values: list[str]) -> int:
    return max((len(list(group)) for _, group in groupby(values)), default=0)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_version_has_the_same_items_and_a_right_key(mixed, seed):
    told = made(mixed, seed)
    assert [sheet.letter for sheet in told.sheets] == ["A", "B", "C"]
    for sheet in told.sheets:
        assert {entry.item.id for entry in sheet.entries} == {item.id for item in mixed}
        assert [entry.number for entry in sheet.entries] == list(range(1, len(mixed) + 1))
        assert sheet.points == 12 + 8 + 4 + 2 + 4 * 4
        for entry in sheet.entries:
            assert_right(entry)


def assert_right(entry: Entry) -> None:
    item = entry.item
    if item.type is ItemType.CHOICE:
        assert entry.options["ABCD".index(entry.letter)] == item.answer
        assert sorted(entry.options) == sorted(item.options)
    elif item.type is ItemType.MATCHING:
        pairs = {part.text: part.match for part in item.parts}
        assert {
            p.text: entry.options["ABCD".index(a)] for p, a in zip(entry.parts, entry.letters, strict=True)
        } == pairs
        assert list(entry.options) != [part.match for part in item.parts]
    elif item.type is ItemType.ORDERING:
        assert [entry.options["ABCD".index(letter)] for letter in entry.letters] == list(item.solution)
        assert list(entry.options) != list(item.solution)


@pytest.mark.parametrize("seed", SEEDS)
def test_letters_are_even_and_make_no_runs(mixed, seed):
    for sheet in made(mixed, seed).sheets:
        letters = [entry.letter for entry in of_type(sheet.entries, ItemType.CHOICE)]
        counts = [letters.count(letter) for letter in "ABCD"]
        assert max(counts) - min(counts) <= 2 and longest_run(letters) <= 2
        if sheet.letter != "A":
            truths = [entry.answer for entry in of_type(sheet.entries, ItemType.TRUE_FALSE)]
            assert longest_run(truths) <= 2, truths


def test_letters_are_no_more_than_chance_over_all_seeds(mixed):
    """Chi squared over 200 seeds: the letters of one item are spread as dice would; 99.9 % of fair dice lie below."""
    for number in (0, 5, 11):
        letters = Counter(
            entry.letter
            for seed in SEEDS
            for entry in made(mixed, seed).sheets[1].entries
            if entry.item.id == f"c{number}"
        )
        expected = len(SEEDS) / 4
        assert sum((letters[letter] - expected) ** 2 / expected for letter in "ABCD") < 16.27


def test_options_of_several_numbers_are_even_each(mixed):
    bank = replace(mixed, items=tuple(choice(n, wrong=1 + n % 3) for n in range(24)))
    for seed in SEEDS:
        for sheet in made(bank, seed).sheets:
            for count in (2, 3, 4):
                letters = [entry.letter for entry in sheet.entries if len(entry.options) == count]
                assert max(Counter(letters).values()) <= math.ceil(8 / count) + 1
            assert longest_run([entry.letter for entry in sheet.entries]) <= 2


def test_the_same_seed_gives_the_same_sheets_and_another_other_ones(mixed):
    assert made(mixed, 7) == made(mixed, 7)
    orders = {tuple((e.item.id, e.options) for e in made(mixed, seed).sheets[1].entries) for seed in range(20)}
    assert len(orders) == 20


def test_versions_differ_from_one_another(mixed):
    orders = {tuple((e.item.id, e.options) for e in sheet.entries) for sheet in made(mixed, 0, versions=26).sheets}
    assert len(orders) == 26


def test_more_versions_leave_the_first_ones_as_they_are(mixed):
    assert made(mixed, 3, versions=2).sheets == made(mixed, 3, versions=5).sheets[:2]


def test_the_first_version_keeps_the_order_of_the_quiz(mixed):
    choices = of_type(made(mixed, 9).sheets[0].entries, ItemType.CHOICE)
    assert [entry.item.id for entry in choices] == [f"c{number}" for number in range(12)]


def test_a_bank_whose_right_options_all_stand_first_is_spread(mixed):
    """Of the items as other formats show them only those stay in their place that leave the letters even."""
    first = [item for item in map(choice, range(400)) if item.options[0] == item.answer][:40]
    letters = [entry.letter for entry in made(replace(mixed, items=tuple(first)), 0, versions=1).sheets[0].entries]
    assert {letters.count(letter) for letter in "ABCD"} == {10} and longest_run(letters) <= 2


@pytest.mark.parametrize("truths", ["TTTTTTTF", "FFFFTT", "TTTT", "F", "TFFFFFF"])
def test_statements_that_are_nearly_all_true_are_parted_as_well_as_can_be(mixed, truths):
    items = tuple(
        Item(f"t{n}", ItemType.TRUE_FALSE, f"S {n}.", "True" if t == "T" else "False") for n, t in enumerate(truths)
    )
    rare = min(truths.count("T"), truths.count("F"))
    best = math.ceil((len(truths) - rare) / (rare + 1))
    for seed in range(50):
        answers = [entry.answer for entry in made(replace(mixed, items=items), seed).sheets[1].entries]
        assert longest_run(answers) <= max(best, 2)


def test_the_printed_key_is_right_for_every_version(page, tmp_path, mixed):
    export(mixed, tmp_path / "v.html", versions=3, seed=5)
    page.emulate_media(media="print")
    page.goto((tmp_path / "v.html").as_uri())
    grids = page.locator(".letters").all()
    assert len(grids) == 3
    for letter, grid in zip("ABC", grids, strict=True):
        assert grid.locator("h2").inner_text() == f"Version {letter}"
        key = dict(line.split(" ", 1) for line in grid.locator("li").all_inner_texts())
        for li in page.locator(f"#version-{letter} section > ol > li").all():
            number = li.get_attribute("value")
            question = li.locator(".question").inner_text()
            options = dict(line.split("\n") for line in li.locator(".options li").all_inner_texts())
            if options:
                assert options[key[number]] == f"right {question.split()[1].rstrip('?')}"
            elif question.startswith("Statement"):
                assert key[number] == ("T" if int(question.split()[1].rstrip(".")) % 3 == 0 else "F")
            elif not question.startswith("Put"):
                assert key[number] == "–"
    entries = page.locator(".key > ol > li").all()
    assert len(entries) == len(mixed)
    for li in entries:
        numbers = dict(span.split(" ")[:2] for span in li.locator(".numbers span").all_inner_texts())
        assert set(numbers) == set("ABC")
        if li.locator(".answer").count() and "right" in li.locator(".answer").inner_text():
            asked = f"Question {li.locator('.answer').inner_text().split()[-1]}?"
            for letter, number in numbers.items():
                place = page.locator(f'#version-{letter} section > ol > li[value="{number}"] .question')
                assert place.inner_text() == asked


@pytest.mark.parametrize("count", [0, 27, -1])
def test_numbers_of_versions_that_cannot_be_are_told(mixed, tmp_path, count):
    with pytest.raises(ExportError, match="Make 1 to 26"):
        export(mixed, tmp_path / "v.html", versions=count)
    assert not list(tmp_path.iterdir())


def test_hostile_items_can_be_reordered():
    items = tuple(
        hostile_item(kind, n, text) for n, (kind, text) in enumerate((k, t) for k in ItemType for t in ("a", "a\x07"))
    )
    assert len(made(ItemBank("x", items), 1).sheets[2].entries) == len(items)


def test_a_quiz_written_by_hand_has_versions_too(danube):
    assert banks.dumps(danube)
    assert {entry.item.id for entry in made(danube, 1).sheets[1].entries} == {item.id for item in danube}
