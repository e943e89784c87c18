"""A quiz made again from its article: edits, deletions and additions of a person stay, and it is told what is new."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

import quizgen
from quizgen import bank as banks
from quizgen.cli import main
from quizgen.records import Item, ItemBank, replace

ARTICLE = """\
The Bridge of Kalv

The Bridge of Kalv was built in 1878 by the engineer Anna Holm. It crosses the river Gota in the west of Sweden.

In 1901 a fire destroyed the toll house. King Oscar II opened the new toll house in 1903. The bridge was painted red in
1925, and Erik Lund wrote a song about it in 1931.
"""
NEWS = """
In 1954 the architect Peter Dahl designed a museum beside the bridge. The museum was opened by
Queen Louise in 1956.
"""


@pytest.fixture(scope="module")
def made() -> ItemBank:
    bank = quizgen.generate(ARTICLE, None)
    assert len(bank) >= 5
    return bank


def edited(bank: ItemBank, at: int, **fields: str) -> ItemBank:
    items = list(bank.items)
    items[at] = replace(items[at], **fields)
    return replace(bank, items=tuple(items))


def without(bank: ItemBank, at: int) -> ItemBank:
    return replace(bank, items=bank.items[:at] + bank.items[at + 1 :])


def ids(bank: ItemBank) -> list[str]:
    return [item.id for item in bank]


def test_the_same_article_changes_nothing(made: ItemBank) -> None:
    again, report = quizgen.remake(made, ARTICLE, None)
    assert again == made
    assert (report.added, report.reworded, report.edited, report.deleted, report.stale) == ([], [], [], [], [])


def test_edits_and_deletions_stay_however_often_it_is_made(made: ItemBank) -> None:
    bank = without(edited(made, 0, question="Who built it, and when?"), 2)
    gone = made.items[2].id
    for _ in range(3):
        bank, report = quizgen.remake(bank, ARTICLE, None)
        assert bank.items[0].question == "Who built it, and when?"
        assert gone not in ids(bank) and len(bank) == len(made) - 1
        assert report.edited == [bank.items[0].id] and report.deleted == [gone]


def test_an_item_by_hand_and_the_order_stay(made: ItemBank) -> None:
    mine = Item(id="mine", type=made.items[0].type, question="What colour is it?", answer="red")
    bank = replace(made, items=(mine, *reversed(made.items)))
    again, _ = quizgen.remake(bank, ARTICLE, None)
    assert ids(again) == ids(bank) and again.items[0] == mine


def test_new_sentences_give_new_items_and_no_others(made: ItemBank) -> None:
    again, report = quizgen.remake(made, ARTICLE + NEWS, None)
    assert report.added and [i for i in ids(again) if i in ids(made)] == ids(made)
    assert all(
        item.evidence.text in " ".join(NEWS.split()) for item in again if item.id in report.added and not item.parts
    )


def test_what_lost_its_sentence_is_marked_and_stays(made: ItemBank) -> None:
    fewer = ARTICLE.replace("King Oscar II opened the new toll house in 1903. ", "")
    again, report = quizgen.remake(made, fewer, None)
    lost = [item for item in again if item.stale]
    assert lost and [item.id for item in lost] == report.stale
    assert all("Oscar" in item.evidence.text or item.parts for item in lost)
    back, report = quizgen.remake(again, ARTICLE, None)
    assert not report.stale and not any(item.stale for item in back)


def test_an_edit_elsewhere_moves_sentences_and_changes_no_card(made: ItemBank) -> None:
    again, report = quizgen.remake(
        made, ARTICLE.replace("The Bridge of Kalv was", "For long it was said so. The Bridge of Kalv was")
    )
    assert not report.stale and not report.reworded
    for item, before in zip(again.items, made.items, strict=True):
        assert banks.content(item) == banks.content(before) and item.changed == before.changed
    assert any(
        item.evidence.start > before.evidence.start for item, before in zip(again.items, made.items, strict=True)
    )


def test_a_reworded_rule_rewords_what_nobody_edited(made: ItemBank, tmp_path: Path) -> None:
    short = next(item for item in made if item.rule == "event.who")
    rule = next(r for r in quizgen.pipeline.load_rules() if r.id == short.rule)
    text = rule.question.replace("'Who'", "'What person'")
    assert text != rule.question
    (tmp_path / "mine.yaml").write_text(
        f"""- id: {rule.id}
  fact: {rule.fact}
  question: "{text}"
  answer: "{rule.answer}"
  examples:
    - given: "Marie Curie discovered radium in 1898."
      items: [{{question: "What person discovered radium in 1898?", answer: "Marie Curie"}}]
    - given: "The glacier carved the valley."
      items: []
      why: a glacier is no person
"""
    )
    again, report = quizgen.remake(made, ARTICLE, None, rules=[tmp_path])
    assert short.id in report.reworded
    reworded = next(item for item in again if item.id == short.id)
    assert reworded.question != short.question and reworded.changed


def test_several_articles_in_one_quiz_do_not_touch_each_other(made: ItemBank) -> None:
    other = quizgen.generate(
        "Olten\n\nOlten is a town in Switzerland. In 1856 Karl Amsler founded a railway workshop in Olten."
    )
    both = quizgen.pipeline.merge([made, other])
    again, report = quizgen.remake(edited(both, len(made), answer="something else"), ARTICLE, None)
    assert again.items[len(made)].answer == "something else" and ids(again) == ids(both)
    assert not report.stale


# ------------------------------------------------------------------------------------------ the command


def run(*arguments: str | Path) -> str:
    done = CliRunner().invoke(main, list(map(str, arguments)))
    assert done.exit_code == 0, done.output
    return done.output


def test_make_onto_a_quiz_keeps_what_a_person_wrote(tmp_path: Path) -> None:
    article, quiz, deck = tmp_path / "kalv.txt", tmp_path / "kalv.quiz.yaml", tmp_path / "kalv.apkg"
    article.write_text(ARTICLE)
    run("make", article, "-o", quiz)
    first = banks.load(quiz)
    text = quiz.read_text().replace(first.items[0].answer, "somebody else", 1)
    quiz.write_text(text)
    article.write_text(ARTICLE + NEWS)
    told = run("make", article, "-o", quiz, "-o", deck)
    assert "made again" in told and "1 as you changed them" in told and " new" in told
    assert banks.load(quiz).items[0].answer == "somebody else"
    assert deck.exists()
    run("make", article, "-o", quiz, "--anew")
    assert banks.load(quiz).items[0].answer == first.items[0].answer


def test_a_quiz_with_a_fault_is_not_written_over(tmp_path: Path) -> None:
    article, quiz = tmp_path / "kalv.txt", tmp_path / "kalv.quiz.yaml"
    article.write_text(ARTICLE)
    quiz.write_text("items:\n  - question: Who?\n    anwser: me\n")
    done = CliRunner().invoke(main, ["make", str(article), "-o", str(quiz)])
    assert done.exit_code == 2 and "kalv.quiz.yaml:3" in done.output and "answer" in done.output
    assert "anwser" in quiz.read_text()


def test_a_memory_with_a_fault_is_told_with_its_line(tmp_path: Path) -> None:
    quiz = tmp_path / "quiz.yaml"
    quiz.write_text("items:\n  - question: Who?\n    answer: me\nmemory:\n  made: broken\n")
    done = CliRunner().invoke(main, ["make", str(quiz)])
    assert done.exit_code == 2 and "quiz.yaml:5" in done.output
