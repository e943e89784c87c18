"""Decks read back into banks: those of quizgen, also out of a learner's Anki, and simple ones that others made."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import zstandard
from anki.collection import Collection, ExportAnkiPackageOptions, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from click.testing import CliRunner
from exporters.samples import hostile_bank, hostile_item

from quizgen import bank as banks
from quizgen.bank import apkg
from quizgen.bank.apkg import collection, own
from quizgen.cli import main
from quizgen.errors import BankError
from quizgen.exporters import anki, export
from quizgen.exporters.anki import notetypes
from quizgen.exporters.common import clean
from quizgen.records import BLANK, SETS, Distractor, Evidence, Item, ItemBank, ItemType, Source, replace

EXPORTERS = Path(__file__).with_name("exporters")
FORMS = [False, True]
"""Whether Anki exports for older Ankis."""


class Learner:
    """Someone's Anki."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.collection: Any = Collection(str(folder / "collection.anki2"))
        self._folder = folder

    def imports(self, path: Path) -> dict[str, int]:
        request = ImportAnkiPackageRequest(package_path=str(path), options=ImportAnkiPackageOptions())
        log = self.collection.import_anki_package(request).log
        self.collection.models._clear_cache()
        counts = {name: len(getattr(log, name)) for name in ("new", "updated", "duplicate", "conflicting")}
        return {name: count for name, count in counts.items() if count}

    def exports(self, legacy: bool = False) -> Path:
        path = self._folder / ("old.apkg" if legacy else "new.apkg")
        options = ExportAnkiPackageOptions(
            with_scheduling=True, with_deck_configs=False, with_media=True, legacy=legacy
        )
        self.collection.export_anki_package(out_path=str(path), options=options, limit=None)
        with zipfile.ZipFile(path) as archive:
            assert ("collection.anki21" if legacy else "collection.anki21b") in archive.namelist()
        return path

    def adds(self, note_type: str, *fields: str, tags: tuple[str, ...] = (), deck: str = "Default") -> Any:
        note = self.collection.new_note(self.collection.models.by_name(note_type))
        note.fields[: len(fields)] = fields
        note.tags = list(tags)
        self.collection.add_note(note, self.collection.decks.id(deck))
        return note


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    someone = Learner(tmp_path / "anki")
    yield someone
    someone.collection.close()


@pytest.fixture(params=["danube", "sets"])
def bank(request: pytest.FixtureRequest) -> ItemBank:
    return banks.load(EXPORTERS / f"{request.param}.quiz.yaml")


def held(bank: ItemBank) -> ItemBank:
    """The bank without what a deck cannot hold; docs/bank.md has the same list."""
    keys = {source.key: _key(source) for source in bank.sources}
    sources = tuple(Source(keys[s.key], s.title, link=s.link) for s in bank.sources)  # neither date nor source
    items = tuple(replace(_held(item), document=keys.get(item.document, "")) for item in bank)
    return ItemBank(bank.title, items, sources)


def _key(source: Source) -> str:
    """That which an article of this title has; the sample with sets has one that somebody made up."""
    return banks.loads(f"sources: [{{title: {json.dumps(source.title)}}}]\nitems: []").sources[0].key


def _held(item: Item) -> Item:
    # Wrong options come in the order in which they are shown, without the reason for their choice.
    wrong = tuple(Distractor(text) for text in item.options if text != item.answer)
    return replace(
        item,
        accept=(),
        score=0.5,
        fact="",
        tags=tuple(tag.replace(" ", "_") for tag in item.tags),
        distractors=wrong if item.type is ItemType.CHOICE else (),
    )


# --------------------------------------------------------------------------------------------------------------
# What quizgen made
# --------------------------------------------------------------------------------------------------------------


def test_a_bank_comes_back_out_of_its_deck(bank: ItemBank, tmp_path: Path) -> None:
    export(bank, tmp_path / "d.apkg")
    back = banks.load(tmp_path / "d.apkg")
    assert back == held(bank)
    assert banks.loads(banks.dumps(back)) == back


@pytest.mark.parametrize("legacy", FORMS)
def test_it_comes_back_out_of_a_learners_collection(
    bank: ItemBank, learner: Learner, tmp_path: Path, legacy: bool
) -> None:
    export(bank, tmp_path / "d.apkg")
    learner.imports(tmp_path / "d.apkg")
    card = learner.collection.get_card(learner.collection.find_cards("")[0])
    card.start_timer()
    learner.collection.sched.answerCard(card, 4)
    back = banks.load(learner.exports(legacy))
    assert back == held(bank)

    export(back, tmp_path / "again.apkg")
    assert learner.imports(tmp_path / "again.apkg") == {"duplicate": len(bank)}
    assert learner.collection.note_count() == len(bank)


def test_a_deck_made_of_a_deck_holds_the_same_notes(bank: ItemBank, tmp_path: Path) -> None:
    export(bank, tmp_path / "d.apkg")
    export(banks.load(tmp_path / "d.apkg"), tmp_path / "again.apkg")
    first, second = (
        {(note.guid, note.type.name, note.modified, note.tags, *note.fields.values()) for note in collection.read(path)}
        for path in (tmp_path / "d.apkg", tmp_path / "again.apkg")
    )
    assert first == second


def test_what_a_learner_rewrote_comes_back_and_does_not_fall_to_the_next_deck(learner: Learner, tmp_path: Path) -> None:
    danube = banks.load(EXPORTERS / "danube.quiz.yaml")
    export(danube, tmp_path / "d.apkg")
    learner.imports(tmp_path / "d.apkg")
    (number,) = learner.collection.find_notes("waltz")
    note = learner.collection.get_note(number)
    note["Question"] = "Who composed <b>“The&nbsp;Blue Danube”</b>?<div>[sound:a.mp3]</div>"
    note.tags = [*note.tags, "leech", "Vienna"]
    learner.collection.update_note(note)
    back = banks.load(learner.exports())
    (item,) = (item for item in back if "composed" in item.question)
    assert item.question.split("\n")[0] == "Who composed “The Blue Danube”?"
    assert item.id in {item.id for item in danube} and item.changed > "2020"
    assert item.tags == ("music", "Vienna", "Vienna_1866")
    export(back, tmp_path / "again.apkg")
    assert learner.imports(tmp_path / "again.apkg") == {"duplicate": len(danube)}


def test_a_learners_copy_of_a_note_is_an_item_of_its_own(learner: Learner, tmp_path: Path) -> None:
    item = Item("1", ItemType.SHORT, "Who?", "Ada")
    export(ItemBank("Q", (item,)), tmp_path / "d.apkg")
    learner.imports(tmp_path / "d.apkg")
    copied = dict(learner.collection.get_note(learner.collection.find_notes("")[0]).items())
    learner.adds("quizgen short", *copied.values())
    first, second = banks.load(learner.exports())
    assert first == item
    assert second.id != item.id and (second.question, second.answer) == ("Who?", "Ada")


def test_the_mark_and_the_moment_of_change_come_back(tmp_path: Path) -> None:
    evidence = Evidence("Riga met Riga.", 0, 14, 9, 13)
    item = Item("1", ItemType.SHORT, "Whom?", "Riga", evidence=evidence, changed="2024-05-06T07:08:09Z")
    export(ItemBank("Riga", (item,)), tmp_path / "d.apkg")
    assert banks.load(tmp_path / "d.apkg").items == (item,)


def test_articles_of_one_title_stay_apart_and_one_without_a_title_has_its_link(tmp_path: Path) -> None:
    sources = (
        Source("a", "News", link="https://example.org/1"),
        Source("b", "News", link="https://example.org/2"),
        Source("c", link="https://example.org/3"),
    )
    items = tuple(Item(s.key, ItemType.SHORT, f"Ask {s.key}?", "Yes", document=s.key) for s in sources)
    export(ItemBank("News", (*items, Item("d", ItemType.SHORT, "Ask?", "No")), sources), tmp_path / "d.apkg")
    back = banks.load(tmp_path / "d.apkg")
    assert [(s.title, s.link) for s in back.sources] == [(s.title, s.link) for s in sources]
    assert [source and source.link for source in map(back.source_of, back)] == [*(s.link for s in sources), None]
    assert banks.loads(banks.dumps(back)) == back


@pytest.mark.parametrize("legacy", [None, *FORMS])
@pytest.mark.parametrize("kind", list(ItemType))
def test_hostile_text_comes_back_as_it_was_seen(
    kind: ItemType, legacy: bool | None, learner: Learner, tmp_path: Path
) -> None:
    made = hostile_bank(kind)
    path = tmp_path / "d.apkg"
    export(made, path)
    if legacy is not None:
        learner.imports(path)
        path = learner.exports(legacy)
    back = banks.load(path)
    for item, found in zip(made, back, strict=True):
        assert (found.id, found.type) == (item.id, item.type)
        assert found.question == clean(item.question)
        assert found.explanation == clean(item.explanation)
        assert found.rule == clean(item.rule)
        assert {d.text for d in found.distractors} == {clean(d.text) for d in item.distractors}
        if kind in SETS:
            assert [(p.text, p.match) for p in found.parts] == [(clean(p.text), clean(p.match)) for p in item.parts]
            if "\n" not in item.evidence.text:  # where one sentence of several ends, a line does
                assert [p.evidence.text for p in found.parts] == [clean(p.evidence.text) for p in item.parts]
        else:
            assert found.answer == clean(item.answer)
            assert found.evidence.text == clean(item.evidence.text)
    assert back.sources[0].title == clean(made.sources[0].title)
    assert banks.loads(banks.dumps(back)) == back


def test_the_note_types_are_known_by_the_names_that_the_exporter_gives() -> None:
    assert {name: kind for kind, (_, name) in notetypes.NOTE_TYPES.items()} == own.NAMES
    assert own.FIRST == anki.FIRST


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [
        ("Answer", "perhaps", ItemType.TRUE_FALSE),
        ("Text", "no gap any more", ItemType.CLOZE),
        ("Question", "<img src=x.png>", ItemType.SHORT),
        ("Answer", "", ItemType.ORDERING),
    ],
)
def test_a_note_that_can_no_longer_be_asked_is_counted(
    learner: Learner, tmp_path: Path, field: str, value: str, kind: ItemType
) -> None:
    broken, whole = hostile_item(kind, 0, "broken"), hostile_item(kind, 1, "whole")
    export(ItemBank("Q", (broken, whole)), tmp_path / "d.apkg")
    learner.imports(tmp_path / "d.apkg")
    note = learner.collection.get_note(learner.collection.find_notes('"Key:*-0"')[0])
    note[field] = value
    learner.collection.update_note(note)
    deck = apkg.load(learner.exports())
    assert [item.id for item in deck.bank] == [whole.id] and deck.left_out == 1


# --------------------------------------------------------------------------------------------------------------
# What others made
# --------------------------------------------------------------------------------------------------------------


def asked(bank: ItemBank) -> list[tuple[str, str, str]]:
    return [(str(item.type), item.question, item.answer) for item in bank]


@pytest.mark.parametrize("legacy", FORMS)
def test_simple_notes_become_items(learner: Learner, legacy: bool) -> None:
    learner.adds("Basic", "Capital of <b>Latvia</b>?", "Riga", tags=("europe", "marked"), deck="World::Towns")
    learner.adds("Basic (and reversed card)", "chien", "dog", deck="World::Words")
    learner.adds("Basic (optional reversed card)", "chat", "cat", deck="World::Words")
    learner.adds("Basic (optional reversed card)", "eau", "water", "y", deck="World::Words")
    learner.adds("Basic (type in the answer)", "2 + 2", "4", deck="World::Words")
    learner.adds(
        "Cloze",
        "{{c1::Riga::town}} lies on the {{c2::Dau{{c3::ga}}va}}, and {{c1::Riga}} is old.",
        "A <i>capital</i>.",
        deck="World",
    )
    bank = banks.load(learner.exports(legacy))
    assert asked(bank) == [
        ("short", "Capital of Latvia?", "Riga"),
        ("short", "chien", "dog"),
        ("short", "dog", "chien"),
        ("short", "chat", "cat"),
        ("short", "eau", "water"),
        ("short", "water", "eau"),
        ("short", "2 + 2", "4"),
        ("cloze", f"{BLANK} lies on the Daugava, and {BLANK} is old.", "Riga"),
        ("cloze", f"Riga lies on the {BLANK}, and Riga is old.", "Daugava"),
        ("cloze", f"Riga lies on the Dau{BLANK}va, and Riga is old.", "ga"),
    ]
    assert bank.title == "World"
    assert bank.items[0].tags == ("europe",)
    assert {item.explanation for item in bank.items[-3:]} == {"A capital."}
    assert banks.loads(banks.dumps(bank)) == bank


def test_ids_outlive_edits(learner: Learner) -> None:
    note = learner.adds("Basic (and reversed card)", "chien", "dog")
    cloze = learner.adds("Cloze", "{{c1::a}} {{c2::b}}")
    before = [item.id for item in banks.load(learner.exports())]
    note["Front"], cloze["Text"] = "le chien", "{{c1::a}} and {{c2::b}}"
    learner.collection.update_notes([note, cloze])
    assert [item.id for item in banks.load(learner.exports())] == before
    assert len(set(before)) == 4


def test_html_becomes_the_text_that_is_seen(learner: Learner) -> None:
    front = (
        "<style>b { color: red }</style><script>go('<b>')</script><!-- note --><div>Tom &amp;&nbsp;Jerry<br>met</div>"
        '<img alt="a > b" src="x.png">in [sound:x.mp3]<ul><li>18<sub>9</sub>0?</li></ul> <![if x]> 1 &lt; 2'
    )
    learner.adds("Basic", front, "[anki:tts lang=en_US]spoken[/anki:tts]yes", deck="D")
    assert asked(banks.load(learner.exports())) == [("short", "Tom & Jerry met in 1890? 1 < 2", "yes")]


def test_templates_say_what_is_asked(learner: Learner) -> None:
    models = learner.collection.models
    model = models.new("Countries")
    for name in ("Rank", "Country", "Capital", "Note", "Hint"):
        models.add_field(model, models.new_field(name))
    template = models.new_template("Card 1")
    template["qfmt"] = "{{#Hint}}({{Hint}}) {{/Hint}}{{^Hint}}Now: {{/Hint}}capital of {{text:Country}}? {{hint:Note}}"
    template["afmt"] = "{{FrontSide}}<hr>{{Capital}}<p>{{Note}}</p>"
    models.add_template(model, template)
    models.add(model)
    learner.adds("Countries", "17", "Latvia", "Riga", "On the Daugava")
    learner.adds("Countries", "18", "Estonia", "Tallinn", "", "north")
    bank = banks.load(learner.exports())
    assert asked(bank) == [
        ("short", "Now: capital of Latvia?", "Riga"),
        ("short", "(north) capital of Estonia?", "Tallinn"),
    ]
    assert bank.items[0].explanation == "On the Daugava"


def test_pictures_and_sounds_alone_are_counted_and_told(learner: Learner, tmp_path: Path) -> None:
    learner.adds("Basic", "<img src=map.png>", "Riga", deck="D")
    learner.adds("Basic", "What is heard?", "[sound:x.mp3]", deck="D")
    learner.adds("Image Occlusion", "{{c1::image-occlusion:rect:left=.1:top=.2}}", "<img src=x.png>", "Head", deck="D")
    learner.adds("Basic", "Who?", "Ada", deck="D")
    path = learner.exports()
    made = CliRunner().invoke(main, ["make", str(path), "-o", str(tmp_path / "q.yaml")])
    assert made.exit_code == 0, made.output
    assert "3 notes give no item" in made.output
    assert asked(banks.load(tmp_path / "q.yaml")) == [("short", "Who?", "Ada")]


def test_a_deck_without_a_name_is_named_like_its_file(learner: Learner) -> None:
    learner.adds("Basic", "Who?", "Ada")
    assert banks.load(learner.exports()).title == "new"


def test_a_deck_can_be_played(learner: Learner) -> None:
    learner.adds("Basic", "Who wrote the first program?", "Ada Lovelace", deck="D")
    played = CliRunner().invoke(main, ["play", "--plain", str(learner.exports())], input="Ada Lovelace\n")
    assert played.exit_code == 0 and "Who wrote the first program?" in played.output


def test_a_bank_is_never_saved_over_a_deck(bank: ItemBank, tmp_path: Path) -> None:
    export(bank, tmp_path / "d.apkg")
    before = (tmp_path / "d.apkg").read_bytes()
    with pytest.raises(BankError, match="quizgen make"):
        banks.save(bank, tmp_path / "d.apkg")
    assert (tmp_path / "d.apkg").read_bytes() == before


def test_a_deck_without_notes_gives_nothing(learner: Learner) -> None:
    made = CliRunner().invoke(main, ["make", str(learner.exports())])
    assert made.exit_code == 1 and "no item" in made.output


# --------------------------------------------------------------------------------------------------------------
# What is no deck
# --------------------------------------------------------------------------------------------------------------


def zipped(path: Path, name: str, content: bytes) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)


def emptied(path: Path, statement: str) -> None:
    """A deck of quizgen's with something done to its database."""
    export(ItemBank("Q", (Item("1", ItemType.SHORT, "Who?", "Ada"),)), path)
    with zipfile.ZipFile(path) as archive:
        path.with_suffix(".db").write_bytes(archive.read("collection.anki2"))
    connection = sqlite3.connect(path.with_suffix(".db"))
    connection.executescript(statement)
    connection.close()
    zipped(path, "collection.anki2", path.with_suffix(".db").read_bytes())


def flipped(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 255
    path.write_bytes(content)


BROKEN: dict[str, Callable[[Path], Any]] = {
    "text": lambda path: path.write_text("title: no zip"),
    "nothing": lambda path: path.write_bytes(b""),
    "a folder": lambda path: path.mkdir(),
    "no file": lambda path: None,
    "another zip": lambda path: zipped(path, "readme.txt", b"hello"),
    "no database": lambda path: zipped(path, "collection.anki2", b"hello" * 1000),
    "an empty database": lambda path: zipped(path, "collection.anki21", b""),
    "not compressed": lambda path: zipped(path, "collection.anki21b", b"hello" * 1000),
    "cut short": lambda path: zipped(path, "collection.anki21b", zstandard.compress(os.urandom(5000))[:1000]),
    "no notes": lambda path: emptied(path, "DROP TABLE notes"),
    "no note types": lambda path: emptied(path, "UPDATE col SET models = '{}'"),
    "no JSON": lambda path: emptied(path, "UPDATE col SET models = 'x'"),
    "other JSON": lambda path: emptied(path, "UPDATE col SET models = '[1]'"),
    "no collection": lambda path: emptied(path, "DELETE FROM col"),
    "a half file": lambda path: (emptied(path, ""), path.write_bytes(path.read_bytes()[:-200])),
    "a bad sum": lambda path: (emptied(path, ""), flipped(path, 500)),
}


@pytest.mark.parametrize("what", list(BROKEN))
def test_a_broken_file_is_told_in_a_sentence(what: str, tmp_path: Path) -> None:
    path = tmp_path / "d.apkg"
    BROKEN[what](path)
    made = CliRunner().invoke(main, ["make", str(path)])
    assert made.exit_code == 2, made.output
    (line,) = made.output.strip().splitlines()
    assert str(path) in line and "Traceback" not in line


@pytest.mark.parametrize("name", ["collection.anki2", "collection.anki21b"])
def test_a_deck_that_would_fill_the_disk_is_refused(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collection, "LARGEST", 5 << 20)
    content = bytes(6 << 20)
    zipped(tmp_path / "d.apkg", name, zstandard.compress(content) if name.endswith("b") else content)
    with pytest.raises(BankError, match="bigger than 5 MB"):
        banks.load(tmp_path / "d.apkg")


def test_without_zstandard_a_sentence_says_what_to_install(
    learner: Learner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner.adds("Basic", "Who?", "Ada", deck="D")
    new, old = learner.exports(), learner.exports(legacy=True)
    monkeypatch.setitem(sys.modules, "zstandard", None)
    made = CliRunner().invoke(main, ["make", str(new)])
    assert made.exit_code == 2 and "pip install 'quizgen[apkg]'" in made.output
    assert asked(banks.load(old)) == [("short", "Who?", "Ada")]


def test_a_compressed_collection_in_several_frames_is_read_whole(learner: Learner, tmp_path: Path) -> None:
    learner.adds("Basic", "Who?", "Ada", deck="D")
    with zipfile.ZipFile(learner.exports()) as archive:
        packed = io.BytesIO(archive.read("collection.anki21b"))
    content = zstandard.ZstdDecompressor().stream_reader(packed).read()
    frames = b"".join(map(zstandard.compress, (content[:5000], content[5000:])))
    zipped(tmp_path / "d.apkg", "collection.anki21b", frames)
    assert asked(banks.load(tmp_path / "d.apkg")) == [("short", "Who?", "Ada")]
