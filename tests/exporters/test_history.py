"""What a learner did stays: cards that were reviewed, flagged, suspended, tagged and moved, under every later deck."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import quizgen
from quizgen import bank as banks
from quizgen.exporters import export
from quizgen.records import BLANK, Document, Item, ItemBank, ItemType, replace

SCHEDULE = ("id", "ord", "did", "type", "queue", "due", "ivl", "factor", "reps", "lapses", "left", "flags")
"""Of a card: all that a review, a flag, a suspension or a move leaves there."""

Change = Callable[[ItemBank, random.Random], ItemBank]


@pytest.fixture
def rivers(danube: ItemBank) -> ItemBank:
    """Items of all six types."""
    sets = banks.load(Path(__file__).with_name("sets.quiz.yaml"))
    return replace(danube, items=(*danube.items, *sets.items), sources=(*danube.sources, *sets.sources))


@dataclass
class History:
    """A learner who has learned a deck, and what stood in the collection after the last import."""

    learner: Any
    bank: ItemBank
    path: Path
    stamped: bool
    """The later decks come from a bank that remembers changes, not over the earlier file."""
    clock: datetime.datetime = datetime.datetime(2100, 1, 1)

    def next(self, later: ItemBank) -> None:
        """Imports the deck of a later bank; proves that the history stays and that just the touched notes change."""
        before, cards = self.notes(), self.cards()
        old = {item.id: banks.content(item) for item in self.bank}
        if self.stamped:
            self.clock += datetime.timedelta(hours=1)
            later = banks.stamp(later, self.bank, self.clock)
            self.path.unlink()
        export(later, self.path)
        touched = {item.id for item in later if item.id in old and old[item.id] != banks.content(item)}
        new = {item.id for item in later if item.id not in before}
        counts = {"new": len(new), "updated": len(touched), "duplicate": len(later) - len(new) - len(touched)}
        assert self.learner.imports(self.path) == {name: count for name, count in counts.items() if count}
        after = self.notes()
        assert {key for key in before if before[key] != after[key]} == touched
        assert {key: card for key, card in self.cards().items() if key in cards} == cards
        assert set(after) == set(before) | new
        self.shows(later, touched | new)
        self.bank = later

    def shows(self, bank: ItemBank, keys: set[str]) -> None:
        for item in bank:
            if item.id in keys:
                card = self.learner.note(item).cards()[0].render_output(reload=True)
                assert item.question.partition(BLANK)[0] in card.question_text

    def notes(self) -> dict[str, tuple[object, ...]]:
        """By key; none twice, and each with one card."""
        notes = self.learner.notes()
        assert len({note["Key"] for note in notes}) == len(notes) == self.learner.collection.card_count()
        return {note["Key"]: (note.id, note.mod, tuple(note.fields), tuple(note.tags)) for note in notes}

    def cards(self) -> dict[str, tuple[object, ...]]:
        """What the learner made of each card, with the log of its reviews."""
        collection = self.learner.collection
        log = collection.db.all("select cid, id, ease, ivl, factor from revlog order by id")
        return {
            note["Key"]: (*(getattr(card, name) for name in SCHEDULE), [row for row in log if row[0] == card.id])
            for note in self.learner.notes()
            for card in note.cards()
        }


def learned(learner: Any, bank: ItemBank, path: Path, stamped: bool = False) -> History:
    """Imports the deck and does to it what learners do."""
    export(bank, path)
    learner.imports(path)
    collection = learner.collection
    collection.decks.select(learner.notes()[0].cards()[0].did)
    for turn in range(4 * len(bank)):
        card = collection.sched.getCard()
        if card is None:
            break
        card.start_timer()
        collection.sched.answerCard(card, (3, 4, 1, 3, 2)[turn % 5])
    ids = [learner.note(item).card_ids() for item in bank]
    collection.sched.set_due_date(ids[0] + ids[1], "12!")
    collection.set_user_flag_for_cards(3, ids[1])
    collection.sched.suspend_cards(ids[2])
    collection.set_deck(ids[4], collection.decks.id("My own::hard ones"))
    note = learner.note(bank.items[3])
    note.tags.append("mine")
    collection.update_note(note)
    collection.db.execute("update notes set mod = mod - 3600 where id = ?", note.id)  # it was tagged an hour ago
    history = History(learner, bank, path, stamped)
    cards = dict(zip(SCHEDULE, zip(*(card[:-1] for card in history.cards().values()), strict=True), strict=True))
    assert collection.db.scalar("select count() from revlog") > len(bank)
    assert 3 in cards["flags"] and -1 in cards["queue"] and 12 in cards["ivl"] and len(set(cards["did"])) == 2
    assert "mine" in learner.note(bank.items[3]).tags
    return history


@pytest.fixture(params=[False, True], ids=["over the earlier deck", "from a bank with times"])
def history(request, learner, rivers, tmp_path) -> History:
    return learned(learner, rivers, tmp_path / "d.apkg", request.param)


# --------------------------------------------------------------------------------------------------------------
# Changes of a bank
# --------------------------------------------------------------------------------------------------------------


def the_same(bank: ItemBank, chance: random.Random) -> ItemBank:
    return bank


def one_edited(bank: ItemBank, chance: random.Random) -> ItemBank:
    chosen = chance.choice(bank.items)
    edited = replace(chosen, question=f"In short: {chosen.question}")
    return replace(bank, items=tuple(edited if item is chosen else item for item in bank))


def one_added(bank: ItemBank, chance: random.Random) -> ItemBank:
    name = f"{chance.getrandbits(64):016x}"
    item = Item(name, ItemType.SHORT, f"Who thought of {name}?", "nobody")
    at = chance.randrange(len(bank) + 1)
    return replace(bank, items=(*bank.items[:at], item, *bank.items[at:]))


def one_dropped(bank: ItemBank, chance: random.Random) -> ItemBank:
    gone = chance.choice(bank.items)
    return replace(bank, items=tuple(item for item in bank if item is not gone))


def another_order(bank: ItemBank, chance: random.Random) -> ItemBank:
    return replace(bank, items=tuple(chance.sample(bank.items, len(bank))))


def edited_elsewhere(bank: ItemBank, chance: random.Random) -> ItemBank:
    """A paragraph was put before: each sentence is further down."""
    far = chance.randrange(1, 900)

    def moved(item: Item) -> Item:
        return replace(item, evidence=replace(item.evidence, start=far, end=far + len(item.evidence.text)))

    return replace(bank, items=tuple(map(moved, bank)))


def rule_reworded(bank: ItemBank, chance: random.Random) -> ItemBank:
    """All items of one rule ask in other words."""
    rule = chance.choice(bank.items).rule
    return replace(bank, items=tuple(replace(i, question=f"Tell: {i.question}") if i.rule == rule else i for i in bank))


CHANGES: tuple[Change, ...] = (
    the_same,
    one_edited,
    one_added,
    one_dropped,
    another_order,
    edited_elsewhere,
    rule_reworded,
)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_change_costs_the_learner_nothing(history, change):
    for number in range(2):
        history.next(change(history.bank, random.Random(number)))


@pytest.mark.parametrize("seed", range(3))
def test_ten_generations_in_a_row(history, seed):
    chance, first = random.Random(seed), history.bank
    for _ in range(10):
        history.next(chance.choice(CHANGES)(history.bank, chance))
    assert history.bank != first


def test_what_was_dropped_and_comes_back_is_the_card_it_was(history):
    whole = history.bank
    history.next(replace(whole, items=whole.items[5:]))
    history.next(whole)


def test_each_reviewed_item_can_be_edited(history):
    """Those with a flag, a suspension, a tag or a deck of their own too."""
    for number in range(len(history.bank)):
        items = list(history.bank.items)
        items[number] = replace(items[number], question=f"Now: {items[number].question}")
        history.next(replace(history.bank, items=tuple(items)))


# --------------------------------------------------------------------------------------------------------------
# Clozes, articles
# --------------------------------------------------------------------------------------------------------------


def test_the_history_of_a_cloze_stays_with_its_fact(learner, tmp_path):
    sentence = "Budapest was joined from three towns in 1873."
    town, year, count = (
        Item(name, ItemType.CLOZE, sentence.replace(name, BLANK, 1), name) for name in ("Budapest", "1873", "three")
    )
    path = tmp_path / "d.apkg"
    export(ItemBank("Towns", (town, year, count)), path)
    learner.imports(path)
    for item, days in ((town, 7), (year, 40), (count, 100)):
        learner.collection.sched.set_due_date(learner.note(item).card_ids(), f"{days}!")
    old = "Old " + sentence
    later = [replace(i, question=old.replace(i.answer, BLANK, 1)) for i in (count, year, town)]
    export(ItemBank("Towns", tuple(later)), path)
    assert learner.imports(path) == {"updated": 3}
    for item, days in zip(later, (100, 40, 7), strict=True):
        (card,) = learner.note(item).cards()
        shown = card.render_output(reload=True)
        assert (card.ivl, card.ord) == (days, 0)
        assert f">{item.answer}<" in shown.answer_text and f">{item.answer}<" not in shown.question_text
        assert f"{item.question.partition(BLANK)[0]}<" in shown.question_text and "[...]" in shown.question_text


def test_an_article_that_was_edited_elsewhere_updates_what_it_says_otherwise(learner, tmp_path):
    """The whole way from the text: what the generator makes of the longer article, and what Anki makes of that."""
    text = (
        "Thomas Bouch built the Tay Bridge in 1878. Queen Victoria crossed the bridge in June 1879. The bridge "
        "collapsed on 28 December 1879. The storm destroyed 13 spans. William Arrol built a second bridge in 1887.\n"
    )
    before = quizgen.generate(Document(text, title="A bridge"), limit=None)
    assert len(before) > 4
    more = f"Dundee lies on the northern shore of the firth. Jute made the town rich in the 1850s.\n\n{text}"
    after = quizgen.generate(Document(more, title="A bridge"), limit=None)
    starts = [{item.id: item.evidence.start for item in bank} for bank in (before, after)]
    shared = set(starts[0]) & set(starts[1])
    assert len(shared) > 4 and all(starts[0][key] < starts[1][key] for key in shared)
    history = learned(learner, before, tmp_path / "d.apkg")
    history.next(after)
