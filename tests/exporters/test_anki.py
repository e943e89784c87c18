"""Decks, imported into the real Anki: what a learner finds there, and what a later deck does to it."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import pytest
from exporters.samples import HOSTILE, hostile_bank, many

from quizgen import bank as banks
from quizgen import resources
from quizgen.errors import ExportError
from quizgen.exporters import anki, export
from quizgen.exporters.anki import notetypes
from quizgen.records import Item, ItemBank, ItemType, Source, replace

LATER = "2100-01-01T00:00:00Z"


def shipped(bank: ItemBank, path: Path, **options: object) -> Path:
    """The bank as a deck of its own, whatever lies at the path."""
    path.unlink(missing_ok=True)
    export(bank, path, **options)
    return path


# --------------------------------------------------------------------------------------------------------------
# The first import
# --------------------------------------------------------------------------------------------------------------


def test_every_item_is_a_note_with_one_card_that_asks_and_answers(learner, danube, tmp_path):
    assert learner.imports(shipped(danube, tmp_path / "d.apkg")) == {"new": len(danube)}
    assert learner.collection.card_count() == len(danube)
    for item, note in zip(danube, learner.notes(), strict=True):
        (card,) = note.cards()
        shown = card.render_output(reload=True)
        assert item.question.partition("_____")[0] in shown.question_text
        assert item.answer in shown.answer_text
        assert "A river through ten countries" in shown.answer_text
        assert not shown.question_av_tags and not shown.answer_av_tags
    report = learner.collection.media.check()
    assert not report.missing and not report.unused and not report.have_trash
    assert not learner.collection.get_empty_cards().notes


def test_the_front_does_not_give_the_answer_away(learner, danube, tmp_path):
    learner.imports(shipped(danube, tmp_path / "d.apkg"))
    for item, note in zip(danube, learner.notes(), strict=True):
        if item.type in (ItemType.SHORT, ItemType.TRUE_FALSE):
            assert item.answer not in note.cards()[0].render_output().question_text.replace("True or false?", "")


def test_cards_come_in_the_order_of_the_bank_in_a_deck_named_like_it(learner, danube, tmp_path):
    learner.imports(shipped(danube, tmp_path / "d.apkg"))
    assert [note["Key"] for note in learner.notes()] == [item.id for item in danube]
    assert [note.cards()[0].due for note in learner.notes()] == list(range(1, len(danube) + 1))
    assert {learner.collection.decks.name(note.cards()[0].did) for note in learner.notes()} == {"The Danube"}


@pytest.mark.parametrize(
    ("title", "deck", "name"),
    [
        ("Rivers", "School::Geography", "School::Geography"),
        ("Rivers", " School :: ::Geography::", "School::Geography"),
        ("Rivers::Danube", None, "Rivers: Danube"),
        ('The "Blue" Danube', None, "The Blue Danube"),
        ("two\nlines", None, "two lines"),
        ("", None, "Quiz"),
        ("日本語 – Übung", None, "日本語 – Übung"),
    ],
)
def test_decks_are_named_as_anki_names_them(learner, danube, tmp_path, title, deck, name):
    learner.imports(shipped(replace(danube, title=title), tmp_path / "d.apkg", deck=deck))
    assert learner.collection.decks.id_for_name(name) == learner.notes()[0].cards()[0].did


def test_tags_tell_article_type_difficulty_and_rule(learner, danube, tmp_path):
    learner.imports(shipped(danube, tmp_path / "d.apkg"))
    choice, *_ = learner.notes()
    assert set(choice.tags) == {
        "quizgen::article::A_river_through_ten_countries",
        "quizgen::type::choice",
        "quizgen::difficulty::easy",
        "quizgen::rule::event.where",
    }
    (waltz,) = learner.notes("waltz")
    assert {"music", "Vienna_1866"} < set(waltz.tags)


def test_options_stand_in_the_order_of_the_item_and_only_the_back_tells_the_right_one(learner, danube, tmp_path, page):
    learner.imports(shipped(danube, tmp_path / "d.apkg"))
    item = danube.items[0]
    card = learner.note(item).cards()[0].render_output()
    seen = {}
    for side, body in (("front", card.question_text), ("back", card.answer_text)):
        page.set_content(f"<style>{card.css}</style><body class=card>{body}</body>")
        assert page.locator("li").all_inner_texts() == list(item.options)
        seen[side] = page.locator("li").evaluate_all(
            "all => all.map(li => [getComputedStyle(li).fontWeight, getComputedStyle(li, '::after').content])"
        )
        assert page.locator("ol").evaluate("ol => getComputedStyle(ol).listStyleType") == "upper-alpha"
    right = item.options.index(item.answer)
    assert len({tuple(look) for look in seen["front"]}) == 1
    marked = [n for n, (weight, after) in enumerate(seen["back"]) if weight == "700" and "✓" in after]
    assert marked == [right]


def test_the_back_shows_the_sentence_with_its_answer_and_a_link(learner, danube, tmp_path):
    learner.imports(shipped(danube, tmp_path / "d.apkg"))
    back = learner.note(danube.items[0]).cards()[0].render_output().answer_text
    assert "the Danube flows into <mark>the Black Sea</mark>." in back
    assert 'href="https://example.org/danube?lang=en&amp;page=1">A river through ten countries</a>' in back
    cloze = next(item for item in danube if item.type is ItemType.CLOZE)
    assert learner.note(cloze).cards()[0].render_output().answer_text.count("in Germany") == 1


def test_a_cloze_hides_its_answer_everywhere_and_has_one_card(learner, tmp_path):
    item = Item("1", ItemType.CLOZE, "_____ is the capital, and _____ is the largest town.", "Riga")
    learner.imports(shipped(ItemBank("Riga", (item,)), tmp_path / "d.apkg"))
    (card,) = learner.notes()[0].cards()
    shown = card.render_output()
    assert shown.question_text.count("[...]") == 2 and shown.answer_text.count(">Riga<") == 2


@pytest.mark.parametrize("typed", [False, True])
def test_answers_are_typed_in_when_asked_for(learner, danube, tmp_path, typed):
    learner.imports(shipped(danube, tmp_path / "d.apkg", typed=typed))
    asks = {
        note.note_type()["name"]
        for note in learner.notes()
        if "[[type:" in note.cards()[0].render_output().question_text
    }
    assert asks == ({"quizgen short", "quizgen cloze"} if typed else set())
    assert not learner.collection.get_empty_cards().notes


# --------------------------------------------------------------------------------------------------------------
# Later decks
# --------------------------------------------------------------------------------------------------------------


def test_the_same_deck_again_changes_nothing(learner, danube, tmp_path):
    path = shipped(danube, tmp_path / "d.apkg")
    learner.imports(path)
    assert learner.imports(path) == {"duplicate": len(danube)}
    export(danube, path)
    assert learner.imports(path) == {"duplicate": len(danube)}


def test_an_item_edited_in_the_bank_updates_its_card_and_no_other(learner, danube, tmp_path):
    learner.imports(shipped(danube, tmp_path / "d.apkg"))
    touched, other = danube.items[8], danube.items[9]
    for item in (touched, other):
        note = learner.note(item)
        note.tags.append("mine")
        learner.collection.update_note(note)
        learner.collection.sched.set_due_date(note.card_ids(), "9")
    edited = replace(touched, question="Who composed the waltz “The Blue Danube”?", changed=LATER)
    later = replace(danube, items=tuple(edited if item is touched else item for item in danube))
    assert learner.imports(shipped(later, tmp_path / "e.apkg")) == {"updated": 1, "duplicate": len(danube) - 1}
    assert learner.note(touched)["Question"] == edited.question
    assert "mine" in learner.note(other).tags
    assert [learner.note(item).cards()[0].ivl for item in (touched, other)] == [9, 9]
    assert learner.collection.card_count() == len(danube)


def test_a_deck_written_over_an_earlier_one_updates_what_changed_without_a_bank(learner, danube, tmp_path):
    path = shipped(danube, tmp_path / "d.apkg")
    learner.imports(path)
    reworded = replace(danube.items[3], question="When was the canal from the Rhine to the Danube finished?")
    new = Item("new", ItemType.SHORT, "Which river is longer?", "the Volga")
    later = replace(danube, items=(new, *danube.items[:3], reworded, *danube.items[5:]))
    export(later, path)
    assert learner.imports(path) == {"new": 1, "updated": 1, "duplicate": len(danube) - 2}
    export(later, path)
    assert learner.imports(path) == {"duplicate": len(danube)}
    export(danube, path)
    assert learner.imports(path)["updated"] == 1
    assert learner.note(danube.items[3])["Question"] == danube.items[3].question


def test_moved_items_and_a_moved_sentence_are_no_change(learner, danube, tmp_path):
    learner.imports(shipped(danube, tmp_path / "d.apkg"))
    moved = [replace(i, evidence=replace(i.evidence, start=500, end=500 + len(i.evidence.text))) for i in danube]
    later = replace(danube, items=tuple(reversed(moved)))
    assert learner.imports(shipped(later, tmp_path / "e.apkg")) == {"duplicate": len(danube)}


def test_what_is_dropped_stays_with_the_learner(learner, danube, tmp_path):
    learner.imports(shipped(danube, tmp_path / "d.apkg"))
    learner.imports(shipped(replace(danube, items=danube.items[:2]), tmp_path / "e.apkg"))
    assert learner.collection.note_count() == len(danube)


def test_an_item_that_becomes_another_type_is_another_note(learner, danube, tmp_path):
    learner.imports(shipped(danube, tmp_path / "d.apkg"))
    short = replace(danube.items[0], type=ItemType.SHORT, distractors=())
    assert learner.imports(shipped(replace(danube, items=(short,)), tmp_path / "e.apkg")) == {"new": 1}


def test_decks_of_two_articles_live_side_by_side(learner, danube, tmp_path):
    other = ItemBank("Other", tuple(replace(item, id=item.id[::-1]) for item in danube))
    assert learner.imports(shipped(danube, tmp_path / "d.apkg")) == {"new": len(danube)}
    assert learner.imports(shipped(other, tmp_path / "o.apkg")) == {"new": len(danube)}
    assert learner.collection.card_count() == 2 * len(danube)
    assert len(learner.notes("deck:Other")) == len(danube)


# --------------------------------------------------------------------------------------------------------------
# Frozen
# --------------------------------------------------------------------------------------------------------------


def test_note_types_are_frozen():
    """Learners' collections hold these. A change here makes Anki refuse every later deck: do not mend this test."""
    rest = "Answer|Options|Extra|Source sentence|Source title|Source link|Rule|Key|Typed|Spare1|Spare2|Spare3"
    assert "|".join(notetypes.FIELDS) == f"Question|{rest}"
    assert "|".join(notetypes.CLOZE_FIELDS) == f"Text|{rest}"
    assert notetypes.NOTE_TYPES == {
        "short": (1502689317, "quizgen short"),
        "choice": (1846031729, "quizgen choice"),
        "cloze": (1271905543, "quizgen cloze"),
        "true_false": (2033417861, "quizgen true or false"),
        "matching": (1640275983, "quizgen matching"),
        "ordering": (1953806241, "quizgen ordering"),
    }
    item = Item("0123456789abcdef", ItemType.SHORT, "Who?", "Ada")
    assert anki.guid(item) == "4ea975a9e9540401"
    assert anki.guid(replace(item, question="Who then?")) == anki.guid(item)


def test_changed_templates_come_with_a_new_time():
    """When this fails: set notetypes.CHANGED to now, and write the new digest here."""
    files = sorted(resources.builtin("anki").iterdir())
    assert hashlib.sha256(b"".join(f.read_bytes() for f in files)).hexdigest()[:12] == "f96f7cef7f3f"


def test_new_templates_reach_the_learner(learner, danube, tmp_path, monkeypatch):
    learner.imports(shipped(danube, tmp_path / "d.apkg"))
    own = resources.config_folder() / "anki"
    own.mkdir(parents=True)
    (own / "style.css").write_text(".card { color: teal }")
    assert learner.imports(shipped(danube, tmp_path / "e.apkg")) == {"duplicate": len(danube)}
    assert learner.notes()[0].note_type()["css"] == ".card { color: teal }"


def test_a_note_type_keeps_its_fields_after_many_imports(learner, danube, tmp_path):
    for n in range(3):
        learner.imports(shipped(replace(danube, items=(replace(danube.items[0], id=str(n)),)), tmp_path / "d.apkg"))
    assert [m["name"] for m in learner.collection.models.all() if "quizgen" in m["name"]] == ["quizgen choice"]


# --------------------------------------------------------------------------------------------------------------
# The file
# --------------------------------------------------------------------------------------------------------------


def test_the_same_bank_gives_the_same_bytes_in_another_process(danube, tmp_path):
    banks.save(danube, tmp_path / "d.yaml")
    code = "import sys; from quizgen import bank, exporters; exporters.export(bank.load(sys.argv[1]), sys.argv[2])"
    made = []
    for seed in ("1", "2"):
        path = tmp_path / f"{seed}.apkg"
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", code, tmp_path / "d.yaml", path], env=environment, check=True)
        made.append(path.read_bytes())
    assert made[0] == made[1] == shipped(danube, tmp_path / "3.apkg").read_bytes()


def test_nothing_is_left_in_the_temporary_folder(danube, tmp_path, monkeypatch):
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    for _ in range(2):
        export(danube, tmp_path / "d.apkg")
    assert not list(scratch.iterdir())


@pytest.mark.parametrize("content", [b"", b"no deck", b"PK\x05\x06" + bytes(18)])
def test_any_file_at_the_place_is_replaced(danube, tmp_path, content):
    path = tmp_path / "d.apkg"
    path.write_bytes(content)
    export(danube, path)
    assert path.read_bytes() == shipped(danube, tmp_path / "e.apkg").read_bytes()


def test_two_items_with_one_id_are_refused(danube, tmp_path):
    twins = replace(danube, items=(danube.items[0], replace(danube.items[1], id=danube.items[0].id)))
    with pytest.raises(ExportError, match="Two items have the id"):
        export(twins, tmp_path / "d.apkg")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("change", [{"question": " \x00"}, {"answer": "\x07"}])
def test_an_item_that_shows_nothing_is_refused(danube, tmp_path, change):
    with pytest.raises(ExportError, match="no text that can be seen"):
        export(replace(danube, items=(replace(danube.items[8], **change),)), tmp_path / "d.apkg")


def test_big_decks_are_quick_and_small(learner, danube, tmp_path):
    bank = many(danube, 3000)
    began = time.process_time()
    path = shipped(bank, tmp_path / "d.apkg")
    assert time.process_time() - began < 10
    with zipfile.ZipFile(path) as archive:
        assert path.stat().st_size < sum(entry.file_size for entry in archive.infolist()) / 2
    assert learner.imports(path) == {"new": 3000}


# --------------------------------------------------------------------------------------------------------------
# Hostile text
# --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", list(ItemType))
def test_hostile_text_makes_one_card_each_and_no_medium(learner, tmp_path, kind):
    bank = hostile_bank(kind)
    assert learner.imports(shipped(bank, tmp_path / "d.apkg")) == {"new": len(HOSTILE)}
    assert learner.collection.card_count() == len(HOSTILE)
    report = learner.collection.media.check()
    assert not report.missing and not report.unused
    assert not learner.collection.get_empty_cards().notes
    for note in learner.notes():
        shown = note.cards()[0].render_output()
        assert not shown.question_av_tags and not shown.answer_av_tags
        assert "href" not in shown.answer_text


def test_hostile_titles_and_tags(learner, tmp_path):
    sources = tuple(Source(f"s{n}", text, link=f"https://example.org/{text}") for n, text in enumerate(HOSTILE))
    items = (
        Item(f"i{n}", ItemType.SHORT, "Who?", "Ada", document=f"s{n}", tags=(text, "marked", "a b"))
        for n, text in enumerate(HOSTILE)
    )
    assert learner.imports(shipped(ItemBank("T", tuple(items), sources), tmp_path / "d.apkg")) == {"new": len(HOSTILE)}
    for note in learner.notes():
        assert not any(" " in tag or '"' in tag for tag in note.tags) and "a_b" in note.tags


@pytest.mark.parametrize("number", range(0, len(HOSTILE), 6))
def test_hostile_deck_names(learner, tmp_path, number):
    name = "::".join(HOSTILE[number : number + 6])
    item = Item("1", ItemType.SHORT, "Who?", "Ada")
    learner.imports(shipped(ItemBank(name, (item,)), tmp_path / "d.apkg"))
    deck = learner.collection.decks.name(learner.notes()[0].cards()[0].did)
    assert deck == anki.deck_name(name.replace("::", ": ")) and "::" not in deck
