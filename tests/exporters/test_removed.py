"""What a deck no longer has: told once, with a search that finds exactly these notes in the real Anki."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from exporters.samples import HOSTILE, many

from quizgen import bank as banks
from quizgen.cli import main
from quizgen.exporters import export
from quizgen.exporters.anki.removed import MOST, removed, told
from quizgen.records import Distractor, Item, ItemBank, ItemType, replace


def without(bank: ItemBank, count: int) -> ItemBank:
    return replace(bank, items=bank.items[count:])


def found(learner, search: str) -> set[str]:
    return {note["Key"] for note in learner.notes(search)}


@pytest.mark.parametrize("count", [1, 3, MOST])
def test_the_search_finds_the_removed_notes_and_no_other(learner, danube, tmp_path, count):
    path, bank = tmp_path / "d.apkg", many(danube, 60)
    export(bank, path)
    learner.imports(path)
    gone = removed(path, without(bank, count))
    assert gone.keys == tuple(item.id for item in bank.items[:count]) and gone.found == count
    assert found(learner, gone.search) == set(gone.keys)


def test_ids_written_by_hand_are_found_literally(learner, tmp_path):
    path = tmp_path / "d.apkg"
    ids = (*HOSTILE, "a_c", "abc", "a*", "re:abc", "nc:abc", "(abc)", "-abc", "abc OR a", "tag:x", "\\", "_*", "ABCD")
    items = tuple(Item(name, ItemType.SHORT, f"What is {n}?", "Ada") for n, name in enumerate(ids))
    export(ItemBank("Hands", items), path)
    learner.imports(path)
    for number, item in enumerate(items):
        gone = removed(path, ItemBank("Hands", (*items[:number], *items[number + 1 :])))
        (note,) = learner.notes(gone.search)
        assert note["Question"] == f"What is {number}?", item.id


def test_an_item_of_another_type_leaves_its_old_note(learner, danube, tmp_path):
    path, choice = tmp_path / "d.apkg", danube.items[0]
    export(danube, path)
    learner.imports(path)
    later = replace(danube, items=(replace(choice, type=ItemType.SHORT, distractors=()), *danube.items[1:]))
    gone = removed(path, later)
    export(later, path)
    learner.imports(path)
    (note,) = learner.notes(gone.search)
    assert (note["Key"], note.note_type()["name"]) == (choice.id, "quizgen choice")


def test_an_article_that_is_gone_is_found_by_its_tag(learner, danube, tmp_path):
    path, old = tmp_path / "d.apkg", many(danube, 100)
    (source,) = old.sources
    fresh = ItemBank("The Volga", (Item("v", ItemType.SHORT, "Which river?", "the Volga"),))
    both = replace(old, items=(*old.items, *fresh.items), sources=(replace(source, title="Ten_* countries: one"),))
    export(both, path)
    learner.imports(path)
    other = tmp_path / "o.apkg"
    export(replace(danube, sources=(replace(source, title="Tennis countries: one"),)), other)
    learner.imports(other)
    gone = removed(path, replace(fresh, title=both.title))
    assert len(gone.search) < 100 and gone.found == 100
    assert found(learner, gone.search) == {item.id for item in old}


def test_very_many_of_an_article_that_stays_are_named_in_part(learner, danube, tmp_path):
    path, bank = tmp_path / "d.apkg", many(danube, 200)
    export(bank, path)
    learner.imports(path)
    gone = removed(path, without(bank, 150))
    assert len(gone.keys) == 150
    assert found(learner, gone.search) == {item.id for item in bank.items[:MOST]}
    assert f"the first {MOST} of them" in "\n".join(told(path, gone))


@pytest.mark.parametrize("content", [None, b"", b"no deck"])
def test_where_there_was_no_deck_nothing_is_removed(danube, tmp_path, content):
    path = tmp_path / "d.apkg"
    if content is not None:
        path.write_bytes(content)
    assert removed(path, danube).keys == () and not list(told(path, removed(path, danube)))


def test_an_edit_and_another_order_remove_nothing(danube, tmp_path):
    path = tmp_path / "d.apkg"
    export(danube, path)
    edited = replace(danube.items[0], question="Which sea?", distractors=(Distractor("none"),))
    assert removed(path, replace(danube, items=(*danube.items[:0:-1], edited))).keys == ()


def test_make_tells_it_once_for_each_deck(learner, danube, tmp_path: Path):
    decks = [tmp_path / "a.apkg", tmp_path / "b.apkg"]

    def make(bank: ItemBank) -> str:
        banks.save(bank, tmp_path / "q.quiz.yaml")
        outputs = [part for path in (*decks, tmp_path / "q.html") for part in ("-o", str(path))]
        done = CliRunner().invoke(main, ["make", str(tmp_path / "q.quiz.yaml"), *outputs])
        assert done.exit_code == 0 and done.stdout == ""
        return done.stderr

    assert "Key:" not in make(danube)
    learner.imports(decks[0])
    said = make(without(danube, 2))
    for path in decks:
        assert f"2 notes of the earlier {path} remain" in said
    searches = [line.partition("search in Anki's browser for:  ")[2] for line in said.splitlines() if "Key:" in line]
    assert len(searches) == 2
    for search in searches:
        assert found(learner, search) == {item.id for item in danube.items[:2]}
    assert "Key:" not in make(without(danube, 2))
