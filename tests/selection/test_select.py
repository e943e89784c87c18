"""The whole stage: types, limits, order, seeds, reasons."""

import pickle
import random
from dataclasses import replace

import pytest
from selection_samples import article, candidate, clause, phrase

from quizgen.records import BLANK, SETS, Evidence, ItemType
from quizgen.selection import choice, select
from quizgen.selection.forms import fill

FEW = choice.FEW
NAMES = ["Marie Curie", "Lise Meitner", "Niels Bohr", "Otto Hahn", "Max Planck", "Emmy Noether"]
DEEDS = [
    "discovered radium",
    "explained fission",
    "modelled atoms",
    "split uranium",
    "founded quantum theory",
    "proved theorems",
]
PLACES = ["Paris", "Berlin", "Copenhagen", "Munich", "Vienna", "Zurich"]
LINES = [f"{name} {deed} in {place} ." for name, deed, place in zip(NAMES, DEEDS, PLACES, strict=True)]
TAGGED = [" ".join(f"{word}_{'PROPN' if word[0].isupper() else 'NOUN'}" for word in line.split()) for line in LINES]
ARTICLE = article(
    *TAGGED, title="Physics", names=[(name, "person", at) for at, name in enumerate(NAMES)], paragraphs=[0] * len(NAMES)
)


def made(index, question, answer, type, rule, **more):
    sentence = ARTICLE.sentences[index]
    subject = phrase(NAMES[index], "person")
    verb = DEEDS[index].split()[0]
    found = candidate(
        question,
        answer,
        type=type,
        rule=rule,
        sentence=index,
        stated=clause(subject, verb),
        distractors="subject",
        **more,
    )
    return replace(found, item=replace(found.item, evidence=Evidence(sentence.text, sentence.start, sentence.end)))


CANDIDATES = [
    one
    for i, (name, deed, place) in enumerate(zip(NAMES, DEEDS, PLACES, strict=True))
    for one in (
        made(
            i,
            f"Who {deed} in {place}?",
            name,
            "person",
            "event.who",
            statement=f"{BLANK} {deed} in {place}.",
            score=0.8,
        ),
        made(i, f"In which city has {name} {deed}?", place, "place", "place.which", score=0.5),
    )
]


@pytest.fixture(autouse=True)
def all_are_worth_it(monkeypatch):
    """The learned scores of these made-up candidates are no concern here, but where a test says so."""
    monkeypatch.setattr(choice, "LEAST", dict.fromkeys(choice.LEAST, 0.0))
    monkeypatch.setattr(choice, "FEW", dict.fromkeys(choice.FEW, 0.0))
    monkeypatch.setattr(choice, "WHOLE", 0.0)


def chosen(**options):
    return select(CANDIDATES, ARTICLE, **options)


def test_without_a_limit_every_candidate_that_passes_is_an_item():
    items, rejections = chosen(limit=None)
    assert len(items) == len(CANDIDATES) and rejections == ()
    assert {item.type for item in items} == {ItemType.SHORT, ItemType.CHOICE}


def test_a_limit_takes_one_a_fact_and_spreads_over_the_article():
    items, rejections = chosen(limit=6)
    assert len(items) == 6
    assert len({item.evidence.start for item in items}) == 6
    assert {r.filter for r in rejections} == {"limit"}


def test_items_follow_the_article():
    items, _ = chosen(limit=None)
    assert [item.evidence.start for item in items] == sorted(item.evidence.start for item in items)


def test_choices_hold_three_options_besides_the_answer():
    items, _ = chosen(limit=None, types=[ItemType.CHOICE])
    assert items
    for item in items:
        assert len(set(item.options)) == 4 and item.answer in item.options


@pytest.mark.parametrize("type", [type for type in ItemType if type not in SETS])
def test_types_are_kept_to(type):
    items, rejections = chosen(types=[type])
    assert {item.type for item in items} == {type}
    assert len(items) + len(rejections) == len(CANDIDATES)


def test_a_mixed_sheet_has_a_few_of_the_rarer_types():
    many = [made(i, f"Who {deed} in {place} {n}00 times?", NAMES[i], "person", f"event.r{n}",
                 statement=f"{BLANK} {deed} in {place} {n}00 times.")
            for n in range(2, 6) for i, (deed, place) in enumerate(zip(DEEDS, PLACES, strict=True))]  # fmt: skip
    items, _ = select([*CANDIDATES, *many], ARTICLE, limit=20)
    types = [item.type for item in items]
    assert types.count(ItemType.CLOZE) <= 3 and types.count(ItemType.TRUE_FALSE) <= 3
    assert abs(types.count(ItemType.SHORT) - types.count(ItemType.CHOICE)) <= 4


def test_true_false_says_what_is_true():
    items, _ = chosen(types=[ItemType.TRUE_FALSE], limit=None)
    assert {item.answer for item in items} <= {"True", "False"}
    for item in items:
        statement = item.question if item.answer == "True" else item.explanation
        assert any(name in statement and deed in statement for name, deed in zip(NAMES, DEEDS, strict=True))
        assert (item.explanation == "") == (item.answer == "True")


def test_some_statements_are_false():
    answers = {
        item.answer for seed in range(4) for item in chosen(types=[ItemType.TRUE_FALSE], limit=None, seed=seed)[0]
    }
    assert answers == {"True", "False"}


def test_every_candidate_is_an_item_or_has_a_reason():
    bad = candidate("Who did he see?", "it", rule="bad.rule")
    items, rejections = select([*CANDIDATES, bad], ARTICLE, limit=4)
    assert len(items) + len(rejections) == len(CANDIDATES) + 1
    (reason,) = [r for r in rejections if r.rule == "bad.rule"]
    assert reason.filter and reason.reason and not reason.reason.endswith(".")


def test_the_same_input_gives_the_same_items_in_any_order_of_candidates():
    assert chosen() == chosen()
    shuffled, _ = select(CANDIDATES[::-1], ARTICLE, limit=6)
    assert shuffled == chosen(limit=6)[0]


def test_items_are_scored_and_graded():
    items, _ = chosen(limit=None)
    assert all(0 < item.score <= 1 and item.difficulty in ("easy", "medium", "hard") for item in items)
    assert pickle.loads(pickle.dumps(items)) == items


def test_nothing_gives_nothing():
    assert select([], ARTICLE) == ((), ())


def test_on_one_sheet_no_item_gives_the_answer_of_another():
    same = [made(0, "What did Marie Curie discover?", "radium", "substance", "event.what"),
            made(0, "Who discovered radium?", "Marie Curie", "person", "event.who")]  # fmt: skip
    items, rejections = select(same, ARTICLE, limit=5)
    assert len(items) == 1 and rejections[0].filter == "limit"


def test_no_answer_comes_more_than_twice_on_a_sheet():
    often = [made(i, f"Who {deed} in {place} with pride?", "Marie Curie", "person", f"event.{i}", score=0.9)
             for i, (deed, place) in enumerate(zip(DEEDS, PLACES, strict=True))]  # fmt: skip
    items, _ = select(often, ARTICLE, limit=6)
    assert len(items) == 2


def test_behind_its_first_half_a_sheet_keeps_its_worth_on_average(monkeypatch):
    everything, _ = select(CANDIDATES, ARTICLE, limit=6)
    monkeypatch.setattr(choice, "WHOLE", 1.0)
    few, rejections = select(CANDIDATES, ARTICLE, limit=6)
    assert len(few) == 3 < len(everything) and {r.filter for r in rejections} == {"limit"}


def test_no_sheet_takes_what_is_hardly_acceptable(monkeypatch):
    everything, _ = select(CANDIDATES, ARTICLE, limit=6)
    scores = sorted(item.score for item in everything)
    monkeypatch.setattr(choice, "FEW", dict.fromkeys(choice.FEW, scores[-2]))
    few, _ = select(CANDIDATES, ARTICLE, limit=6)
    assert few and all(item.score >= scores[-2] for item in few) and len(few) < len(everything)


def test_what_is_printed_on_top_is_never_the_answer_and_the_hero_seldom():
    about = article(*TAGGED, title="Marie Curie's life", names=[(name, "person", at) for at, name in enumerate(NAMES)])
    often = [made(i, f"Who {deed} in {place} with pride?", "Marie Curie", "person", f"event.{i}", score=0.9)
             for i, (deed, place) in enumerate(zip(DEEDS, PLACES, strict=True))]  # fmt: skip
    items, _ = select(often, about, limit=6)
    assert len(items) == 2
    titled = replace(about, document=replace(about.document, title="Marie Curie"))
    assert select(often, titled, limit=6)[0] == ()


@pytest.mark.parametrize(
    ("statement", "answer", "whole"),
    [
        (f"{BLANK} sank.", "the ship", "The ship sank."),
        (f"It was a {BLANK}.", "owl", "It was an owl."),
        (f"It took {BLANK}, they say.", "12 days", "It took 12 days, they say."),
    ],
)
def test_filling_a_blank(statement, answer, whole):
    assert fill(statement, answer) == whole


@pytest.mark.parametrize("seed", range(20))
def test_the_judge_reads_only_what_comes_up_and_the_sheet_is_the_same(monkeypatch, seed):
    """Any opinions, and a judge that has read everything before: the items must not differ."""
    reads = []

    def judge(wordings):
        reads.extend(wordings)
        return [random.Random(f"{seed} {one.question}").random() for one in wordings]

    lazily, _ = select(CANDIDATES, ARTICLE, limit=4, judge=judge)
    lazy = len(reads)
    monkeypatch.setattr(choice, "AT_ONCE", len(CANDIDATES))
    everything, _ = select(CANDIDATES, ARTICLE, limit=4, judge=judge)
    assert [(i.id, i.score) for i in lazily] == [(i.id, i.score) for i in everything]
    assert len(set(reads)) == len(CANDIDATES) and lazy <= len(reads) - lazy


@pytest.mark.parametrize(
    ("answer", "type", "open"),
    [
        ("Marie Curie", "person", "name"),
        ("the Paris treaty", "event", "name"),
        ("1898", "time", "figure"),
        ("about three hundred", "", "figure"),
        ("two ports", "place", "figure"),
        ("a thick soup", "substance", "term"),
    ],
)
def test_what_a_blank_leaves_open(answer: str, type: str, open: str) -> None:
    made = candidate(f"{BLANK} was found.", answer, form=ItemType.CLOZE, type=type)
    assert choice.left_open(made) == open
    assert choice.left_open(candidate("What was found?", answer, type=type)) == "question"


def test_a_blank_for_a_common_word_has_to_be_surer_than_one_for_a_name(monkeypatch) -> None:
    monkeypatch.setattr(choice, "FEW", FEW)
    name = candidate(f"{BLANK} found radium.", "Marie Curie", form=ItemType.CLOZE)
    term = candidate(f"Marie Curie found {BLANK}.", "a shining salt", form=ItemType.CLOZE, type="substance")
    assert choice.fit_for_a_sheet(name, 0.8) and not choice.fit_for_a_sheet(term, 0.8)
