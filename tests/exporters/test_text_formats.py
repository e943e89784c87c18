"""Aiken, Anki's text import, Quizlet, Markdown and JSON Lines, each read by its own rules or its own program."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from anki.import_export_pb2 import ImportCsvRequest
from exporters.samples import HOSTILE, hostile_bank
from exporters.visible import flat, seen
from lxml import html
from markdown_it import MarkdownIt

from quizgen import bank as banks
from quizgen.exporters import export, left_out
from quizgen.exporters.common import letters
from quizgen.records import Distractor, ItemBank, ItemType, replace


@pytest.fixture
def towns() -> ItemBank:
    return banks.load(Path(__file__).with_name("sets.quiz.yaml"))


def many_options(bank: ItemBank) -> ItemBank:
    """A choice of 27."""
    return replace(
        bank,
        items=(replace(bank.items[0], distractors=tuple(Distractor(f"sea {n}") for n in range(26))), bank.items[1]),
    )


# --------------------------------------------------------------------------------------------------------- Aiken


def aiken(path: Path) -> list[tuple[str, list[str], str]]:
    """Question, options and right option, as Moodle reads them line by line."""
    found: list[tuple[str, list[str], str]] = []
    asked, options = "", []
    for line in map(str.strip, path.read_text(encoding="utf8").split("\n")):
        if len(line) < 2:
            continue
        if re.match(r"[A-Z][).][ \t]", line):
            options.append(line[2:].strip())
        elif line.startswith("ANSWER:"):
            found.append((asked, options, options["ABCDEFGHIJKLMNOPQRSTUVWXYZ".index(line[7:].strip())]))
            asked, options = "", []
        else:
            assert not asked and not options, f"a second question before the answer: {line}"
            asked = line
    return found


def test_aiken_holds_the_choices_and_tells_of_the_others(danube, tmp_path):
    export(danube, tmp_path / "q.aiken.txt")
    choices = [item for item in danube if item.type is ItemType.CHOICE]
    assert aiken(tmp_path / "q.aiken.txt") == [(i.question, list(i.options), i.answer) for i in choices]
    gone = left_out(danube, "q.aiken.txt")
    assert [item for item, _ in gone] == [item for item in danube if item.type is not ItemType.CHOICE]
    assert {why for _, why in gone} == {"no choice"}


def test_aiken_shows_hostile_text(tmp_path):
    bank = hostile_bank(ItemType.CHOICE)
    export(bank, tmp_path / "q.aiken.txt")
    expected = [(flat(i.question), [flat(o) for o in i.options], flat(i.answer)) for i in bank]
    assert [(flat(q), [flat(o) for o in os], flat(a)) for q, os, a in aiken(tmp_path / "q.aiken.txt")] == expected


@pytest.mark.parametrize("question", ["A. Lincoln was what?", "B) or not?", "ANSWER: what?", "?"])
def test_aiken_leaves_out_what_it_would_read_as_something_else(danube, question):
    item = replace(danube.items[0], question=question)
    ((gone, why),) = left_out(replace(danube, items=(item, danube.items[1])), "q.aiken.txt")
    assert gone == item and why == "a question that begins like an option"


# ---------------------------------------------------------------------------------------------------- Anki, text


def imported(learner, path: Path) -> list:
    """The notes that Anki's own import makes of the file by its headers alone."""
    metadata = learner.collection.get_csv_metadata(str(path), None)
    log = learner.collection.import_csv(ImportCsvRequest(path=str(path), metadata=metadata)).log
    learner.collection.models._clear_cache()
    assert not log.empty_first_field and not log.missing_notetype and not log.missing_deck
    return learner.notes()


def test_anki_imports_the_text_as_notes(learner, danube, tmp_path):
    export(danube, tmp_path / "d.anki.txt")
    notes = imported(learner, tmp_path / "d.anki.txt")
    assert len(notes) == len(danube) == learner.collection.card_count()
    for item, note in zip(danube, notes, strict=True):
        assert note.note_type()["name"] == "Basic"
        assert learner.collection.decks.name(note.cards()[0].did) == "The Danube"
        assert item.question in seen(note["Front"]) and item.answer in seen(note["Back"])
        assert f"quizgen::type::{item.type}" in note.tags and set(item.tags) - {"Vienna 1866"} <= set(note.tags)
        if item.type is ItemType.CHOICE:
            assert all(option in seen(note["Front"]) for option in item.options)
    assert "flows into <mark>the Black Sea</mark>." in notes[0]["Back"]
    assert "Also right: Johann Strauss; Strauss" in seen(notes[8]["Back"])
    assert 'href="https://example.org/danube?lang=en&amp;page=1">A river through ten countries</a>' in notes[0]["Back"]


def test_anki_takes_a_reworded_text_for_the_same_note(learner, danube, tmp_path):
    export(danube, tmp_path / "d.anki.txt")
    before = [note.guid for note in imported(learner, tmp_path / "d.anki.txt")]
    reworded = replace(danube.items[0], question="Where does the Danube end?")
    export(replace(danube, items=(reworded, *danube.items[1:])), tmp_path / "d.anki.txt")
    after = imported(learner, tmp_path / "d.anki.txt")
    assert sorted(before) == sorted(note.guid for note in after)
    assert any("Where does the Danube end?" in note["Front"] for note in after)


def test_anki_gets_the_deck_that_was_asked_for(learner, danube, tmp_path):
    export(danube, tmp_path / "d.anki.txt", deck="School::Geography")
    note = imported(learner, tmp_path / "d.anki.txt")[0]
    assert learner.collection.decks.name(note.cards()[0].did) == "School::Geography"


@pytest.mark.parametrize("kind", list(ItemType))
def test_anki_shows_hostile_text_and_runs_none(learner, tmp_path, kind):
    bank = hostile_bank(kind)
    export(bank, tmp_path / "d.anki.txt")
    for item, note in zip(bank, imported(learner, tmp_path / "d.anki.txt"), strict=True):
        (card,) = note.cards()
        shown = card.render_output(reload=True)
        assert not shown.question_av_tags and not shown.answer_av_tags
        assert flat(item.question) in seen(shown.question_text)
        assert flat(item.explanation) in seen(shown.answer_text)
        for text in [line for part in item.parts for line in (part.text, part.match)] or [item.answer]:
            assert flat(text).removesuffix(".") in seen(shown.answer_text)
        for text in (shown.question_text, shown.answer_text):
            assert not re.search(r"\\[(\[]|\{\{|\[sound:|<anki-mathjax", text)
        assert "javascript:" not in shown.answer_text


# ------------------------------------------------------------------------------------------------------- Quizlet


def quizlet(path: Path) -> list[tuple[str, str]]:
    cards = path.read_text(encoding="utf8").removesuffix("\n").split("\n")
    assert all(card.count("\t") == 1 for card in cards)
    return [(term, definition) for term, _, definition in (card.partition("\t") for card in cards)]


def test_quizlet_gets_a_card_an_item(danube, towns, tmp_path):
    export(danube, tmp_path / "q.quizlet.txt")
    cards = quizlet(tmp_path / "q.quizlet.txt")
    assert [definition for _, definition in cards] == [item.answer for item in danube]
    for item, (term, _) in zip(danube, cards, strict=True):
        assert item.question in term
        assert item.type is not ItemType.CHOICE or all(option in term for option in item.options)
    export(towns, tmp_path / "t.quizlet.txt")
    assert quizlet(tmp_path / "t.quizlet.txt")[1] == (
        f"Match each town with its country. (1) Ulm (2) Linz (3) Vidin {lettered(towns.items[1].options)}",
        "Ulm – Germany; Linz – Austria; Vidin – Bulgaria",
    )


def lettered(options: tuple[str, ...]) -> str:
    return " ".join(f"({letter}) {option}" for letter, option in zip("ABCD", options, strict=False))


@pytest.mark.parametrize("kind", list(ItemType))
def test_quizlet_shows_hostile_text(tmp_path, kind):
    bank = hostile_bank(kind)
    bank = replace(bank, items=tuple(replace(item, question=f"{item.question}\tx") for item in bank))
    export(bank, tmp_path / "q.quizlet.txt")
    for item, (term, definition) in zip(bank, quizlet(tmp_path / "q.quizlet.txt"), strict=True):
        assert flat(item.question) in flat(term)
        assert flat(definition) == flat("; ".join(item.answer_lines))


# ------------------------------------------------------------------------------------------------------ Markdown


def markdown(path: Path) -> tuple[str, list, list]:
    """Title, and for each question and each entry of the key the lines that a reader sees."""
    page = html.fromstring(f"<div>{MarkdownIt('commonmark').render(path.read_text(encoding='utf8'))}</div>")
    assert {child.tag for child in page} == {"h1", "h2", "ol"} and len(page) == 4
    assert not {element.tag for element in page.iter()} - {"div", "h1", "h2", "ol", "ul", "li", "p"}
    title, asked, heading, key = page
    assert heading.text == "Answer key"
    return flat(title.text_content()), [entry(li) for li in asked], [entry(li) for li in key]


def entry(element) -> list[str]:
    """The lines of an entry, its points among them."""
    lines = []
    for part in ([element.text or ""], *element):
        if isinstance(part, list):
            lines += part
        elif part.tag == "ul":
            lines += [point.text_content() for point in part]
        else:
            lines.append(part.text_content())
    return [flat(line) for line in lines if line.strip()]


def expected_points(item) -> list[str]:
    sides = [f"({n}) {part.text}" for n, part in enumerate(item.parts, 1)] if item.type is ItemType.MATCHING else []
    lines = item.options if item.parts or item.type is ItemType.CHOICE else ()
    return [
        flat(line) for line in (*sides, *(f"({letter}) {line}" for letter, line in zip("ABCD", lines, strict=False)))
    ]


def expected_question(item) -> str:
    return flat(f"True or false: {item.question}" if item.type is ItemType.TRUE_FALSE else item.question)


def assert_markdown(bank: ItemBank, path: Path) -> None:
    export(bank, path)
    title, asked, key = markdown(path)
    assert title == flat(bank.title)
    for item, lines, solved in zip(bank, asked, key, strict=True):
        assert lines == [expected_question(item), *expected_points(item)]
        if item.parts:
            marked = zip(letters(item), item.answer_lines, strict=True)
            assert solved[1 : 1 + len(item.parts)] == [flat(f"({letter}) {line}") for letter, line in marked]
        elif item.type is ItemType.CHOICE:
            assert solved[0] == flat(f"({'ABCD'[item.options.index(item.answer)]}) {item.answer}")
        else:
            assert solved[0] == flat(item.answer)
        assert not item.explanation or flat(item.explanation) in solved
        for evidence in [part.evidence for part in item.parts] or [item.evidence]:
            assert flat(evidence.text) in solved[-1]


def test_markdown_asks_then_answers(danube, towns, tmp_path):
    assert_markdown(danube, tmp_path / "q.md")
    assert_markdown(towns, tmp_path / "t.md")
    assert "Also right: Johann Strauss; Strauss" in (tmp_path / "q.md").read_text(encoding="utf8")


@pytest.mark.parametrize("kind", list(ItemType))
def test_markdown_shows_hostile_text(tmp_path, kind):
    assert_markdown(hostile_bank(kind), tmp_path / "q.md")


STARTS = (
    "- a|+ a|* a|1. a|12) a|1873.|# a|> a|===|---|***|```|~~~|[a]: b|[a](b)|![a](b)"
    "|    a|<b>|_a_|`a`|a  \\|&amp;|| a |:::"
)


@pytest.mark.parametrize("text", [text for text in STARTS.split("|") if text])
def test_markdown_makes_no_markup_of_what_a_text_begins_with(danube, tmp_path, text):
    short = replace(danube.items[9], question=text, answer=text, explanation=f"{text} x", accept=())
    truth = replace(danube.items[4], question=text)
    assert_markdown(replace(danube, title=text, items=(short, truth) * 6), tmp_path / "q.md")


# ---------------------------------------------------------------------------------------------------- JSON Lines


def test_jsonl_has_an_item_a_line_with_every_field(danube, towns, tmp_path):
    for bank in (danube, towns):
        export(bank, tmp_path / "q.jsonl")
        export(bank, tmp_path / "q.json")
        lines = (tmp_path / "q.jsonl").read_text(encoding="utf8").splitlines()
        items = [json.loads(line) for line in lines]
        whole = json.loads((tmp_path / "q.json").read_text(encoding="utf8"))
        assert [item.pop("source") for item in items] == whole["sources"] * len(bank)
        assert items == whole["items"]


@pytest.mark.parametrize("kind", list(ItemType))
def test_jsonl_holds_hostile_text_in_one_line_an_item(tmp_path, kind):
    bank = hostile_bank(kind)
    breaking = replace(bank.items[0], id="breaking", question="a\u2028b\x85c\rd\ne")
    bank = replace(bank, items=(*bank.items, breaking))
    export(bank, tmp_path / "q.jsonl")
    items = [json.loads(line) for line in (tmp_path / "q.jsonl").read_text(encoding="utf8").splitlines()]
    assert [item["question"] for item in items] == [item.question for item in bank]
    assert [item["explanation"] for item in items] == [*(f"why {text}" for text in HOSTILE), breaking.explanation]


# ------------------------------------------------------------------------------------------------------ together


@pytest.mark.parametrize("suffix", ["aiken.txt", "anki.txt", "quizlet.txt", "md"])
def test_no_option_is_dropped_for_want_of_a_letter(danube, suffix):
    bank = many_options(danube)
    assert left_out(bank, f"q.{suffix}") == [(bank.items[0], "over 26 options")]


@pytest.mark.parametrize("suffix", ["aiken.txt", "anki.txt", "quizlet.txt", "md"])
def test_what_has_nothing_to_see_is_left_out(danube, suffix):
    item = replace(danube.items[0], answer="\x07")
    assert left_out(replace(danube, items=(item,)), f"q.{suffix}") == [(item, "a text of it has nothing to see")]
