"""QTI 1.2: held against a grammar, and answered by a reader that follows its conditions as the standard says."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from exporters.samples import HOSTILE, hostile_bank
from exporters.visible import flat, seen
from lxml import etree

from quizgen import bank as banks
from quizgen.exporters import export, left_out
from quizgen.records import ItemBank, ItemType, replace

NS = {"q": "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"}
GRAMMAR = etree.RelaxNG(etree.parse(str(Path(__file__).with_name("qti.rng"))))


@dataclass
class Question:
    type: str
    points: float
    text: str
    feedback: str
    conditions: list[etree._Element]
    responses: dict[str, tuple[str, dict[str, str]]] = field(default_factory=dict)
    """By ident: what stands before it, and its options by ident; none where one types."""

    def score(self, replies: dict[str, str]) -> float:
        """Out of a hundred, by the conditions in their order."""
        score = 0.0
        for condition in self.conditions:
            equal = condition.find("q:conditionvar/q:varequal", NS)
            other = condition.find("q:conditionvar/q:other", NS) is not None
            given = replies.get(equal.get("respident"), "") if equal is not None else ""
            if not other and given.casefold() != (equal.text or "").casefold():
                continue
            setvar = condition.find("q:setvar", NS)
            if setvar is not None:
                score = float(setvar.text) + (score if setvar.get("action") == "Add" else 0)
            if condition.get("continue") == "No":
                break
        return score


def read(path: Path) -> list[Question]:
    """The questions of a package, found by its manifest."""
    with zipfile.ZipFile(path) as archive:
        assert "non_cc_assessments/" in archive.namelist()
        manifest = etree.fromstring(archive.read("imsmanifest.xml"))
        by_type = {r.get("type"): r for r in manifest.iter("{*}resource")}
        name = by_type["imsqti_xmlv1p2"].find("{*}file").get("href")
        meta = next(r for r in manifest.iter("{*}resource") if r.get("href"))
        assert by_type["imsqti_xmlv1p2"].find("{*}dependency").get("identifierref") == meta.get("identifier")
        assert etree.fromstring(archive.read(meta.get("href"))).find("{*}title").text
        tree = etree.fromstring(archive.read(name))
    GRAMMAR.assertValid(tree)
    idents = [item.get("ident") for item in tree.iter("{*}item")]
    assert len(set(idents)) == len(idents)
    return [question(item) for item in tree.iter("{*}item")]


def question(item: etree._Element) -> Question:
    fields = dict(
        zip(
            item.xpath(".//q:fieldlabel/text()", namespaces=NS),
            item.xpath(".//q:fieldentry/text()", namespaces=NS),
            strict=True,
        )
    )
    said = "".join(item.xpath("q:itemfeedback//q:mattext/text()", namespaces=NS))
    found = Question(
        fields["question_type"],
        float(fields["points_possible"]),
        item.findtext("q:presentation/q:material/q:mattext", namespaces=NS) or "",
        said,
        item.findall("q:resprocessing/q:respcondition", NS),
    )
    for response in item.xpath(".//q:response_lid | .//q:response_str", namespaces=NS):
        labels = response.findall(".//q:response_label", NS)
        options = {label.get("ident"): label.findtext("q:material/q:mattext", namespaces=NS) or "" for label in labels}
        before = response.findtext("q:material/q:mattext", namespaces=NS) or ""
        found.responses[response.get("ident")] = (before, options if response.tag.endswith("lid") else {})
    return found


def exported(bank: ItemBank, tmp_path: Path) -> list[Question]:
    export(bank, tmp_path / "q.qti.zip")
    return read(tmp_path / "q.qti.zip")


@pytest.fixture
def towns() -> ItemBank:
    return banks.load(Path(__file__).with_name("sets.quiz.yaml"))


def one_of(asked: Question, text: str) -> str:
    """The option that shows a text, of a question with one response."""
    ((_, options),) = asked.responses.values()
    (ident,) = (ident for ident, shown in options.items() if seen(shown) == text)
    return ident


def test_the_right_reply_has_all_points_and_every_other_none(danube, tmp_path):
    for item, asked in zip(danube, exported(danube, tmp_path), strict=True):
        assert seen(asked.text) == item.question and asked.points == 1
        (name,) = asked.responses
        assert asked.score({name: "something else"}) == asked.score({}) == 0
        if item.type in (ItemType.CHOICE, ItemType.TRUE_FALSE):
            options = item.options if item.type is ItemType.CHOICE else ("True", "False")
            assert [seen(shown) for shown in asked.responses[name][1].values()] == list(options)
            assert {o: asked.score({name: one_of(asked, o)}) for o in options} == {
                o: 100 * (o == item.answer) for o in options
            }
        else:
            assert [asked.score({name: answer}) for answer in (item.answer, *item.accept)] == [100] * (
                1 + len(item.accept)
            )


def test_types_are_those_of_canvas(danube, towns, tmp_path):
    types = {item.type: asked.type for item, asked in zip(danube, exported(danube, tmp_path), strict=True)}
    assert types == {
        ItemType.CHOICE: "multiple_choice_question",
        ItemType.TRUE_FALSE: "true_false_question",
        ItemType.CLOZE: "short_answer_question",
        ItemType.SHORT: "short_answer_question",
    }
    assert [asked.type for asked in exported(towns, tmp_path)] == ["matching_question"] * 2


def test_each_pair_and_each_place_is_worth_its_share(towns, tmp_path):
    for item, asked in zip(towns, exported(towns, tmp_path), strict=True):
        assert asked.points == len(item.parts) == len(asked.responses)
        right = solution(item, asked)
        assert asked.score(right) == pytest.approx(100)
        for name in right:
            assert asked.score({name: right[name]}) == pytest.approx(100 / len(item.parts), abs=0.02)
            assert asked.score({**right, name: "option_99"}) == pytest.approx(100 - 100 / len(item.parts), abs=0.02)


def solution(item, asked: Question) -> dict[str, str]:
    """What a person who knows it replies: by the texts that are shown."""
    if item.type is ItemType.MATCHING:
        matches = {flat(part.text): flat(part.match) for part in item.parts}
    else:
        matches = {flat(part.text): str(place) for place, part in enumerate(item.parts, start=1)}
    return {
        name: next(ident for ident, shown in options.items() if seen(shown) == matches[seen(left)])
        for name, (left, options) in asked.responses.items()
    }


def test_no_date_of_an_ordering_is_shown_before_the_answer(towns, tmp_path):
    (ordering, _) = exported(towns, tmp_path)
    shown = [
        ordering.text,
        *(text for left, options in ordering.responses.values() for text in (left, *options.values())),
    ]
    assert "1872" in ordering.feedback and not [text for text in shown if "18" in text or "19" in text]


def test_feedback_tells_the_explanation_and_the_sentence_with_its_answer_marked(danube, tmp_path):
    questions = exported(danube, tmp_path)
    assert "flows into <strong>the Black Sea</strong>." in questions[0].feedback
    assert seen(questions[5].feedback) == f"The Volga is longer. {danube.items[5].evidence.text}"
    shown = [c.find("q:displayfeedback", NS) for c in questions[5].conditions]
    assert shown[0].get("linkrefid") == "general_fb"


@pytest.mark.parametrize("kind", list(ItemType))
def test_hostile_text_is_seen_as_it_is(tmp_path, kind):
    bank = hostile_bank(kind)
    assert not left_out(bank, "q.qti.zip")
    for item, asked in zip(bank, exported(bank, tmp_path), strict=True):
        assert seen(asked.text) == flat(item.question)
        assert flat(item.explanation) in seen(asked.feedback) and flat(item.evidence.text) in seen(asked.feedback)
        if item.parts:
            assert asked.score(solution(item, asked)) == pytest.approx(100)
        elif kind is ItemType.CHOICE:
            assert asked.score({"response1": one_of(asked, flat(item.answer))}) == 100
        elif kind is not ItemType.TRUE_FALSE:
            assert asked.score({"response1": flat(item.answer)}) == 100


@pytest.mark.parametrize("title", [*HOSTILE, ""])
def test_any_title_makes_a_valid_package(danube, tmp_path, title):
    assert len(exported(replace(danube, title=title), tmp_path)) == len(danube)


def test_identifiers_stay_when_a_question_is_reworded(danube, tmp_path):
    def idents(bank: ItemBank) -> list[str]:
        export(bank, tmp_path / "q.qti.zip")
        with zipfile.ZipFile(tmp_path / "q.qti.zip") as archive:
            (name,) = (name for name in archive.namelist() if name.endswith(".xml") and "/g" in name)
            return [item.get("ident") for item in etree.fromstring(archive.read(name)).iter("{*}item")]

    reworded = replace(danube.items[0], question="Where does the Danube end?")
    assert idents(danube) == idents(replace(danube, items=(reworded, *danube.items[1:])))


def test_a_pair_whose_right_side_is_there_twice_has_one_option_for_both(towns, tmp_path):
    matching = towns.items[1]
    parts = (matching.parts[0], replace(matching.parts[1], match=matching.parts[0].match), matching.parts[2])
    (asked,) = exported(replace(towns, items=(replace(matching, parts=parts),)), tmp_path)
    assert {len(options) for _, options in asked.responses.values()} == {2}
    assert asked.score(solution(replace(matching, parts=parts), asked)) == pytest.approx(100)
