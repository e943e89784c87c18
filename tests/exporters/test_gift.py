"""GIFT, read back by a small parser that follows the rules of Moodle's."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from exporters.samples import hostile_bank
from exporters.visible import flat, seen
from pygiftparser import parser

from quizgen import bank as banks
from quizgen.exporters import export, left_out
from quizgen.records import ItemBank, ItemType, replace

FORMS = ("moodle", "html", "plain", "markdown")
HELD = dict(zip(":#={}~n", "\ue000\ue001\ue002\ue003\ue004\ue005\ue006", strict=True))
"""An escaped sign, and what stands for it until the question is taken apart."""


@dataclass
class Question:
    type: str
    name: str
    text: str
    feedback: str
    answers: list[tuple[str, float]]
    pairs: list[tuple[str, str]]


def hold(text: str) -> str:
    text = re.sub(r"\\\\", "\ue007", text)
    text = re.sub(r"\\([:#={}~n])", lambda match: HELD[match[1]], text)
    return text.replace("\ue007", "\\")


def release(text: str) -> str:
    for sign, place in HELD.items():
        text = text.replace(place, "\n" if sign == "n" else sign)
    return text


def formed(text: str, form: str) -> tuple[str, str]:
    """Text and form: a known name in square brackets at the beginning is taken off."""
    text = text.strip()
    match = re.match(r"\[([^\]]*)\]", text)
    if match and match[1] in FORMS:
        form, text = match[1], text[match.end() :]
    return release(text).strip(), form


def read(path: Path) -> tuple[str, list[Question]]:
    blocks = re.split(r"\n[ \t]*\n", path.read_text(encoding="utf8").strip())
    assert blocks[0].startswith("$CATEGORY:")
    return hold(blocks[0])[10:].strip(), [question(block) for block in blocks[1:]]


def question(block: str) -> Question:
    lines = ("" if line.strip().startswith("//") else line for line in block.split("\n"))
    text = hold("\n".join(lines).strip())
    assert text.startswith("::")
    name, _, text = text[2:].partition("::")
    start, end = text.index("{"), text.index("}")
    assert end == len(text) - 1, "signs behind the answers make a missing word of it"
    answers, mark, feedback = text[start + 1 : end].strip().rpartition("####")
    if not mark:
        answers, feedback = feedback, ""
    asked, form = formed(text[:start], "moodle")
    assert form == "html"
    said, form = formed(feedback, form)
    assert form == "html"
    return taken_apart(Question("", release(name), asked, said, [], []), answers.strip())


def taken_apart(found: Question, answers: str) -> Question:
    if answers.startswith("#"):
        found.type = "numerical"
    elif "~" in answers:
        found.type = "multichoice"
        assert "=" in answers, "without a right one Moodle lets several be chosen"
        found.answers = [choice(answer) for answer in answers.replace("=", "~=").split("~") if answer.strip()]
    elif "=" in answers and "->" in answers:
        found.type = "match"
        for pair in filter(str.strip, answers.split("=")):
            left, _, right = pair.partition("->")
            found.pairs.append((formed(left, "html")[0], release(right).strip()))
    elif answers.partition("#")[0].strip() in ("T", "TRUE", "F", "FALSE"):
        found.type, found.answers = "truefalse", [(answers, 1)]
    else:
        found.type = "shortanswer"
        found.answers = [weighed(answer.strip(), 1) for answer in answers.split("=") if answer.strip()]
    return found


def choice(answer: str) -> tuple[str, float]:
    answer = answer.strip()
    return (formed(answer[1:].partition("#")[0], "html")[0], 1) if answer[0] == "=" else weighed(answer, 0)


def weighed(answer: str, worth: float) -> tuple[str, float]:
    if re.match(r"%-*[0-9]{1,2}\.?[0-9]*%", answer):
        weight, _, answer = answer[1:].partition("%")
        worth = float(weight) / 100
    return formed(answer.partition("#")[0], "html")[0], worth


def exported(bank: ItemBank, tmp_path: Path) -> list[Question]:
    export(bank, tmp_path / "q.gift")
    return read(tmp_path / "q.gift")[1]


def kept(bank: ItemBank) -> list:
    gone = [item for item, _ in left_out(bank, "q.gift")]
    return [item for item in bank if item not in gone]


@pytest.fixture
def towns() -> ItemBank:
    return banks.load(Path(__file__).with_name("sets.quiz.yaml"))


def test_every_item_is_a_question_with_its_answers_in_order(danube, tmp_path):
    questions = exported(danube, tmp_path)
    assert read(tmp_path / "q.gift")[0] == "$course$/The Danube"
    assert [seen(q.text) for q in questions] == [item.question for item in danube]
    for item, asked in zip(danube, questions, strict=True):
        right = [answer for answer, worth in asked.answers if worth == 1]
        if item.type is ItemType.CHOICE:
            assert asked.type == "multichoice" and right == [item.answer]
            assert [answer for answer, _ in asked.answers] == list(item.options)
            assert sorted({worth for _, worth in asked.answers}) == [0, 1]
        elif item.type is ItemType.TRUE_FALSE:
            assert asked.type == "truefalse" and right == [item.answer.upper()]
        else:
            assert asked.type == "shortanswer" and right == [item.answer, *item.accept]


def test_feedback_tells_the_explanation_and_the_sentence_with_its_answer_marked(danube, tmp_path):
    questions = exported(danube, tmp_path)
    assert "flows into <strong>the Black Sea</strong>." in questions[0].feedback
    assert seen(questions[5].feedback) == f"The Volga is longer. {danube.items[5].evidence.text}"


def test_a_matching_has_its_pairs_and_an_ordering_the_place_of_each_line(towns, tmp_path):
    ordering, matching = exported(towns, tmp_path)
    assert matching.pairs == [("Ulm", "Germany"), ("Linz", "Austria"), ("Vidin", "Bulgaria")]
    assert [line for line, _ in ordering.pairs] == list(towns.items[0].options)
    in_order = sorted(ordering.pairs, key=lambda pair: int(pair[1]))
    assert [line for line, _ in in_order] == list(towns.items[0].solution)


@pytest.mark.parametrize("kind", list(ItemType))
def test_hostile_text_is_seen_as_it_is(tmp_path, kind):
    bank = hostile_bank(kind)
    for item, asked in zip(kept(bank), exported(bank, tmp_path), strict=True):
        assert seen(asked.text) == flat(item.question)
        assert flat(item.explanation) in seen(asked.feedback) and flat(item.evidence.text) in seen(asked.feedback)
        assert html.unescape(asked.name)[4:].rstrip("…") in flat(item.question)
        if kind is ItemType.CHOICE:
            assert [seen(answer) for answer, _ in asked.answers] == [flat(option) for option in item.options]
            assert [seen(answer) for answer, worth in asked.answers if worth] == [flat(item.answer)]
        elif kind is ItemType.MATCHING:
            pairs = [(seen(left), html.unescape(right)) for left, right in asked.pairs]
            assert pairs == [(flat(part.text), flat(part.match)) for part in item.parts]
        elif kind is ItemType.ORDERING:
            in_order = sorted(asked.pairs, key=lambda pair: int(pair[1]))
            assert [seen(line) for line, _ in in_order] == [flat(line) for line in item.solution]
        elif kind is not ItemType.TRUE_FALSE:
            # Moodle's short answers are plain; a backslash before an asterisk makes it one.
            assert [answer.replace(r"\*", "*") for answer, _ in asked.answers] == [flat(item.answer)]


@pytest.mark.parametrize("kind", list(ItemType))
def test_of_hostile_text_nothing_is_left_out(kind):
    assert not left_out(hostile_bank(kind), "q.gift")


TRAPS = (
    "%50% of it",
    "%100%",
    "[html]bold",
    "[plain]",
    "// no comment",
    "#3",
    "= ~ }",
    "\\n",
    r"\:",
    "T",
    "FALSE",
    "0",
)


@pytest.mark.parametrize("text", TRAPS)
def test_what_gift_takes_for_markup_is_text(danube, tmp_path, text):
    short = replace(danube.items[9], question=text, answer=text, accept=(f"{text} too",))
    wrong = (replace(danube.items[0].distractors[0], text=f"{text} or not"),)
    choice = replace(danube.items[0], question=text, answer=text, distractors=wrong)
    asked, chosen = exported(replace(danube, items=(short, choice)), tmp_path)
    assert asked.type == "shortanswer" and asked.answers == [(text, 1), (f"{text} too", 1)]
    assert chosen.type == "multichoice" and seen(chosen.text) == seen(asked.text) == text
    assert {seen(answer): worth for answer, worth in chosen.answers} == {text: 1, f"{text} or not": 0}


def test_an_arrow_is_left_out_of_short_answers_alone(danube, tmp_path):
    short = replace(danube.items[9], answer="A -> B")
    also = replace(danube.items[8], accept=("A->B",))
    choice = replace(danube.items[0], answer="A -> B", question="A -> B?")
    truth = replace(danube.items[4], question="A -> B.", explanation="A -> B")
    bank = replace(danube, items=(short, also, choice, truth))
    assert left_out(bank, "q.gift") == [
        (item, "an answer with a sign that cannot be escaped") for item in (short, also)
    ]
    chosen, judged = exported(bank, tmp_path)
    assert chosen.type == "multichoice" and ("A -> B", 1) in [(seen(a), worth) for a, worth in chosen.answers]
    assert judged.type == "truefalse" and "A -> B" in seen(judged.feedback)


def test_an_arrow_inside_a_matching_parts_no_pair(towns, tmp_path):
    matching = towns.items[1]
    parts = (replace(matching.parts[0], text="a -> b", match="c -> d"), *matching.parts[1:])
    (asked,) = exported(replace(towns, items=(replace(matching, parts=parts),)), tmp_path)
    assert next((seen(left), html.unescape(right)) for left, right in asked.pairs) == ("a -> b", "c -> d")


@pytest.mark.parametrize("title", [r"back\slash: {a} = #1 ~", "two\nlines", r"\n \: x"])
def test_a_title_stays_in_the_name_of_the_category(danube, tmp_path, title):
    export(replace(danube, title=title), tmp_path / "q.gift")
    category, questions = read(tmp_path / "q.gift")
    assert category == f"$course$/{flat(title)}" and len(questions) == len(danube)


# ------------------------------------------------------------------------------------- read by somebody else's parser


def test_another_parser_reads_the_same_questions_and_answers(danube, towns, tmp_path):
    for bank in (danube, towns):
        export(bank, tmp_path / "q.gift")
        with (tmp_path / "q.gift").open(encoding="utf8") as file:
            questions = parser.parseFile(file)
        assert all(question.valid for question in questions)
        assert [seen(question.text) for question in questions] == [item.question for item in bank]
        for item, asked in zip(bank, questions, strict=True):
            told = asked.answers
            if item.type is ItemType.TRUE_FALSE:
                assert told.answer == (item.answer == "True")
            elif item.type is ItemType.CHOICE:
                assert [answer.answer for answer in told.answers] == list(item.options)
                assert [answer.answer for answer in told.answers if answer.fraction == 100] == [item.answer]
            elif item.type is ItemType.MATCHING:
                pairs = [(answer.question.strip(), answer.answer.strip()) for answer in told.answers]
                assert pairs == [(part.text, part.match) for part in item.parts]
            elif item.type is ItemType.ORDERING:
                places = {answer.question.strip(): answer.answer.strip() for answer in told.answers}
                assert sorted(places, key=places.__getitem__) == list(item.solution)
            else:
                assert [answer.answer for answer in told.answers] == [item.answer, *item.accept]
