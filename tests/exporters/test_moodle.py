"""Moodle XML, read back by ElementTree as Moodle's import reads it."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

import pytest
from exporters.samples import HOSTILE, hostile_bank
from exporters.visible import flat, seen

from quizgen import bank as banks
from quizgen.errors import ExportError
from quizgen.exporters import export, left_out
from quizgen.records import Item, ItemBank, ItemType, answer_of, replace


@dataclass
class Question:
    """What Moodle holds of a question."""

    type: str
    name: str
    text: str
    feedback: str
    id: str
    grade: float
    answers: list[tuple[str, float]]
    """In their order, with what each is worth."""
    pairs: list[tuple[str, str]]
    tags: list[str]


def text_of(element: ET.Element, path: str) -> str:
    return (element.findtext(f"{path}/text") or "").strip()


def read(path: Path) -> tuple[str, list[Question]]:
    """The category and the questions."""
    category, *questions = ET.fromstring(path.read_bytes()).findall("question")
    assert category.get("type") == "category"
    return text_of(category, "category"), [question(element) for element in questions]


def question(element: ET.Element) -> Question:
    answers = element.findall("answer")
    for html_field in element.findall("questiontext") + element.findall("generalfeedback"):
        assert html_field.get("format") == "html"
    return Question(
        type=element.get("type", ""),
        name=text_of(element, "name"),
        text=text_of(element, "questiontext"),
        feedback=text_of(element, "generalfeedback"),
        id=element.findtext("idnumber") or "",
        grade=float(element.findtext("defaultgrade") or 0),
        answers=[((a.findtext("text") or "").strip(), float(a.get("fraction", "0"))) for a in answers],
        pairs=[((s.findtext("text") or "").strip(), text_of(s, "answer")) for s in element.findall("subquestion")],
        tags=[tag.findtext("text") or "" for tag in element.findall("tags/tag")],
    )


def accepts(pattern: str, reply: str) -> bool:
    """Whether Moodle takes a reply for this short answer: an asterisk stands for anything, unless escaped."""
    pieces = re.split(r"(?<!\\)\*+", pattern)
    regex = ".*".join(re.escape(piece.replace(r"\*", "*")) for piece in pieces)
    return re.fullmatch(regex, reply, re.IGNORECASE) is not None


@pytest.fixture
def towns() -> ItemBank:
    return banks.load(Path(__file__).with_name("sets.quiz.yaml"))


def exported(bank: ItemBank, tmp_path: Path) -> list[Question]:
    export(bank, tmp_path / "q.moodle.xml")
    return read(tmp_path / "q.moodle.xml")[1]


def test_the_declaration_is_the_first_line_and_the_category_is_named_like_the_quiz(danube, tmp_path):
    export(danube, tmp_path / "q.moodle.xml")
    data = (tmp_path / "q.moodle.xml").read_bytes()
    assert data.split(b"\n")[0] == b'<?xml version="1.0" encoding="UTF-8"?>'
    assert read(tmp_path / "q.moodle.xml")[0] == "$course$/The Danube"


def test_every_item_is_a_question_with_its_answers_in_order(danube, tmp_path):
    questions = exported(danube, tmp_path)
    assert [seen(q.text) for q in questions] == [item.question for item in danube]
    assert [q.id for q in questions] == [item.id for item in danube]
    for item, asked in zip(danube, questions, strict=True):
        right = [answer for answer, worth in asked.answers if worth == 100]
        if item.type is ItemType.CHOICE:
            assert asked.type == "multichoice" and right == [item.answer]
            assert [answer for answer, _ in asked.answers] == list(item.options)
        elif item.type is ItemType.TRUE_FALSE:
            assert asked.type == "truefalse" and right == [item.answer.lower()]
            assert [answer for answer, _ in asked.answers] == ["true", "false"]
        else:
            assert asked.type == "shortanswer" and right == [item.answer, *item.accept]


def test_options_keep_the_order_of_the_item(danube, tmp_path):
    export(danube, tmp_path / "q.moodle.xml")
    (element, *_) = ET.parse(tmp_path / "q.moodle.xml").findall("question[@type='multichoice']")
    assert (element.findtext("single"), element.findtext("shuffleanswers")) == ("true", "false")


def test_a_cloze_shows_its_blank(danube, tmp_path):
    asked = exported(danube, tmp_path)[6]
    assert (asked.type, asked.text) == ("shortanswer", "The Danube rises in the _____ in Germany.")


def test_feedback_tells_the_explanation_and_the_sentence_with_its_answer_marked(danube, tmp_path):
    questions = exported(danube, tmp_path)
    assert "flows into <strong>the Black Sea</strong>." in questions[0].feedback
    assert seen(questions[5].feedback) == f"The Volga is longer. {danube.items[5].evidence.text}"
    assert questions[8].tags == ["music", "Vienna 1866"]


def test_a_matching_has_its_pairs_and_an_ordering_the_place_of_each_line(towns, tmp_path):
    ordering, matching = exported(towns, tmp_path)
    assert matching.type == "matching" and matching.grade == 3
    assert matching.pairs == [("Ulm", "Germany"), ("Linz", "Austria"), ("Vidin", "Bulgaria")]
    assert [line for line, _ in ordering.pairs] == list(towns.items[0].options)
    in_order = sorted(ordering.pairs, key=lambda pair: int(pair[1]))
    assert [line for line, _ in in_order] == list(towns.items[0].solution)
    assert "1872" in ordering.feedback and "1872" not in ordering.text


@pytest.mark.parametrize("kind", list(ItemType))
def test_hostile_text_is_seen_as_it_is(tmp_path, kind):
    bank = hostile_bank(kind)
    assert not left_out(bank, "q.moodle.xml")
    for item, asked in zip(bank, exported(bank, tmp_path), strict=True):
        assert seen(asked.text) == flat(item.question)
        assert flat(item.explanation) in seen(asked.feedback) and flat(item.evidence.text) in seen(asked.feedback)
        assert html.unescape(asked.name)[4:].rstrip("…") in flat(item.question)
        assert "<" not in asked.name
        if item.parts:
            assert_pairs(item, asked)
        elif kind is ItemType.CHOICE:
            assert [seen(answer) for answer, _ in asked.answers] == [flat(option) for option in item.options]
            assert [seen(answer) for answer, worth in asked.answers if worth] == [flat(item.answer)]
        elif kind is not ItemType.TRUE_FALSE:
            ((answer, _),) = asked.answers
            assert accepts(answer, flat(item.answer)) and not accepts(answer, flat(item.answer) + "x")


def assert_pairs(item: Item, asked: Question) -> None:
    if item.type is ItemType.ORDERING:
        in_order = sorted(asked.pairs, key=lambda pair: int(pair[1]))
        assert [seen(line) for line, _ in in_order] == [flat(line) for line in item.solution]
        return
    assert not any("<" in right for _, right in asked.pairs)
    assert [(seen(left), html.unescape(right)) for left, right in asked.pairs] == [
        (flat(part.text), flat(part.match)) for part in item.parts
    ]


@pytest.mark.parametrize(
    "text", [r"\(x\)", r"\[x\]", "$$x$$", "[tex]x[/tex]", "{firstname}", "@@PLUGINFILE@@/a", "]]>"]
)
def test_no_filter_of_moodle_finds_its_mark(danube, tmp_path, text):
    (asked,) = exported(replace(danube, items=(replace(danube.items[0], question=text),)), tmp_path)
    assert seen(asked.text) == text and text not in asked.text


def test_an_asterisk_is_no_wildcard(danube, tmp_path):
    (asked,) = exported(replace(danube, items=(replace(danube.items[9], answer="M*A*S*H"),)), tmp_path)
    ((answer, _),) = asked.answers
    assert accepts(answer, "m*a*s*h") and not accepts(answer, "MxAxSxH")


@pytest.mark.parametrize("title", [*HOSTILE, "Either/or", "/etc", "a" * 400, "<" * 400, ""])
def test_any_title_is_one_category_that_moodle_has_room_for(danube, tmp_path, title):
    export(replace(danube, title=title), tmp_path / "q.moodle.xml")
    path, _ = read(tmp_path / "q.moodle.xml")
    course, name = re.split("(?<!/)/(?!/)", path)
    name = name.replace("//", "/").strip()
    assert course == "$course$" and 0 < len(name) <= 255 and "<" not in name
    assert html.unescape(name) == (flat(title)[: len(html.unescape(name))] or "Quiz")


def test_right_sides_that_moodle_has_no_room_for_are_left_out_and_told(towns, tmp_path):
    matching = towns.items[1]
    parts = (replace(matching.parts[0], match="x" * 256), *matching.parts[1:])
    long = replace(matching, parts=parts, answer=answer_of(matching.type, parts))
    bank = replace(towns, items=(towns.items[0], long))
    assert left_out(bank, "q.moodle.xml") == [(long, "a right side of over 255 characters")]
    assert [asked.id for asked in exported(bank, tmp_path)] == [towns.items[0].id]


def test_what_has_nothing_to_see_is_left_out(danube, tmp_path):
    bank = replace(danube, items=(replace(danube.items[9], answer="\x07"),))
    with pytest.raises(ExportError, match="none of the items"):
        export(bank, tmp_path / "q.moodle.xml")
