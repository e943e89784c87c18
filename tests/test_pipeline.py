"""The stages chained: texts become banks, trees may come from elsewhere, and nothing depends on chance."""

from __future__ import annotations

import datetime
import pickle
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizgen import pipeline
from quizgen.errors import NothingToAsk, ReadingError
from quizgen.records import Document, ItemBank, ItemType, replace

if TYPE_CHECKING:
    from quizgen.analysis.parser import Model

TEXT = """\
Thomas Bouch built the Tay Bridge in 1878. Queen Victoria crossed the bridge in June 1879.

The bridge collapsed on 28 December 1879. William Arrol built a second bridge in 1887.
"""
GERMAN = "Die Brücke wurde 1878 von einem Ingenieur eröffnet und war damals die längste der Welt."


@pytest.fixture(scope="module")
def bank(model: Model) -> ItemBank:
    return pipeline.generate(TEXT, limit=None, model=model)


def test_every_item_rests_on_its_sentence(bank: ItemBank) -> None:
    assert len(bank) >= 5
    for item in bank:
        evidence = item.evidence
        assert TEXT[evidence.start : evidence.end].split() == evidence.text.split()
        assert item.question
        assert item.answer
        assert item.rule


def test_the_bank_names_its_article(bank: ItemBank) -> None:
    (source,) = bank.sources
    assert {item.document for item in bank} == {source.key}
    assert bank.title == "Quiz"


@pytest.mark.parametrize("dateline", ["TAIPEI, Taiwan — ", "Taipei, Taiwan - ", "OLTEN (Reuters) – ", "London — "])
def test_the_place_that_news_begin_with_is_no_part_of_them(dateline: str, model: Model) -> None:
    (sentence,) = pipeline.parse(f"{dateline}The festival of lights began on Saturday.", model=model)
    assert sentence.text == "The festival of lights began on Saturday." and sentence.start == len(dateline)


def test_what_looks_like_a_dateline_stays(model: Model) -> None:
    (sentence,) = pipeline.parse("Titan — The largest moon — was found in 1655.", model=model)
    assert sentence.text.startswith("Titan")


def test_a_limit_and_types_are_kept(model: Model) -> None:
    few = pipeline.generate(TEXT, limit=2, model=model)
    assert len(few) == 2
    cloze = pipeline.generate(TEXT, limit=None, types=["cloze"], model=model)
    assert {item.type for item in cloze} == {ItemType.CLOZE}


def test_an_unknown_type_is_refused(model: Model) -> None:
    with pytest.raises(ValueError, match="essay"):
        pipeline.generate(TEXT, types=["essay"], model=model)


def test_title_and_date_may_be_given(model: Model) -> None:
    bank = pipeline.generate(TEXT, title="A bridge", date=datetime.date(2021, 10, 6), model=model)
    assert (bank.title, bank.sources[0].title, bank.sources[0].date) == (
        "A bridge",
        "A bridge",
        datetime.date(2021, 10, 6),
    )


def test_the_same_input_gives_the_same_bank(bank: ItemBank, model: Model) -> None:
    assert pipeline.generate(TEXT, limit=None, model=model) == bank
    assert pipeline.generate(TEXT, limit=None) == bank


def test_inputs_and_outputs_pickle(bank: ItemBank) -> None:
    document = pipeline.read(__file__)
    assert pickle.loads(pickle.dumps(document)) == document
    assert pickle.loads(pickle.dumps(bank)) == bank


def test_trees_take_the_place_of_the_parser(bank: ItemBank, model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = pipeline.parse(TEXT, model=model)

    def refuse(*_: object) -> None:
        raise AssertionError("the parser is not needed here")

    monkeypatch.setattr("quizgen.analysis.load_model", refuse)
    pipeline._loaded.cache_clear()
    assert pipeline.generate(TEXT, limit=None, sentences=sentences) == bank


def test_conllu_is_an_article(tmp_path: Path, model: Model) -> None:
    from quizgen.analysis import conllu

    path = tmp_path / "tay-bridge.conllu"
    path.write_text(conllu.dumps(pipeline.parse(TEXT, model=model)), "utf8")
    article = pipeline.open_article(path, title="A bridge")
    assert article.sentences is not None
    made = pipeline.generate(article.document, limit=None, sentences=article.sentences)
    from_text = pipeline.generate(TEXT, limit=None, title="A bridge", model=model)
    assert {(item.rule, item.answer) for item in made} == {(item.rule, item.answer) for item in from_text}
    assert pipeline.open_article(path).document.source == str(path)


def test_broken_conllu_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    path.write_text("1\tonly\tthree\n\n", "utf8")
    with pytest.raises(ReadingError, match=r"a\.conllu:1"):
        pipeline.open_article(path)


def test_nothing_in_it_is_an_error_and_no_statement_is_an_empty_bank(model: Model) -> None:
    with pytest.raises(NothingToAsk):
        pipeline.generate("  \n", model=model)
    assert pipeline.generate("Oh dear!", model=model).items == ()


def test_another_language_is_refused(model: Model) -> None:
    with pytest.raises(NothingToAsk, match="German"):
        pipeline.generate(GERMAN, model=model)


def test_an_explanation_has_every_step(model: Model) -> None:
    explanation = pipeline.explain(TEXT, limit=2, model=model)
    assert len(explanation.analysis.sentences) == 4
    assert explanation.facts
    assert len(explanation.bank) == 2
    assert len(explanation.candidates) > len(explanation.bank)
    assert all(rejection.reason and rejection.filter for rejection in explanation.rejections)


def test_rules_are_loaded_again_when_a_file_changes(tmp_path: Path) -> None:
    rule = tmp_path / "mine.yaml"
    rule.write_text("- id: event.who\n  enabled: false\n", "utf8")
    before = pipeline.load_rules()
    assert pipeline.load_rules() is before
    without = pipeline.load_rules([tmp_path])
    assert "event.who" in {r.id for r in before}
    assert "event.who" not in {r.id for r in without}
    rule.write_text("- id: event.who\n  enabled: true\n  score: 0.9\n", "utf8")
    assert "event.who" in {r.id for r in pipeline.load_rules([tmp_path])}


@pytest.mark.parametrize(
    "source, title",
    [
        ("articles/the-challenge.txt", "The Challenge"),
        ("the_challenge.quiz.html", "The Challenge Quiz"),
        ("NASA report.md", "NASA Report"),
        ("-", "Quiz"),
        ("", "Quiz"),
    ],
)
def test_a_title_of_last_resort(source: str, title: str) -> None:
    assert pipeline.display_title(Document("Text.", source=source)) == title
    assert pipeline.display_title(Document("Text.", title="Given", source=source)) == "Given"


def test_merging_keeps_order_and_drops_what_is_there_twice(bank: ItemBank) -> None:
    other = replace(bank, title="Other", items=tuple(replace(item, id=item.id[::-1]) for item in bank.items[:2]))
    merged = pipeline.merge([bank, other, bank])
    assert [item.id for item in merged] == [item.id for item in (*bank, *other)]
    assert merged.title == "Quiz and 1 more"
    assert len(merged.sources) == 1
    assert pipeline.merge([bank], "Mine").title == "Mine"


@pytest.mark.parametrize(
    "name, expected", [("a.quiz.yaml", True), ("a.JSON", True), ("a.yml", True), ("a.txt", False), ("-", False)]
)
def test_what_is_taken_for_a_bank(name: str, expected: bool) -> None:
    assert pipeline.is_bank(name) is expected


def test_a_rule_whose_condition_names_no_blank_gets_its_blanks_on_a_sheet(tmp_path):
    (tmp_path / "mine.yaml").write_text(
        "- id: mine.word\n  fact: sentence\n  type: cloze\n  score: 0.5\n"
        "  question: '{{ blanked(sentence, word) }}'\n  answer: '{{ word }}'\n"
        "  examples:\n"
        "    - given: Wherever the soil is poor, clover adds nitrogen to it for the next crop.\n"
        "      items:\n"
        "        - question: 'Wherever the soil is poor, clover adds _____ to it for the next crop.'\n"
        "          answer: nitrogen\n"
        "    - given: Clover grows.\n      items: []\n"
    )
    text = "Wherever the soil is poor, clover adds nitrogen to it for the next crop."
    made = pipeline.explain(text, 20, rules=[tmp_path]).candidates
    assert "mine.word" in {item.rule for item in made}
