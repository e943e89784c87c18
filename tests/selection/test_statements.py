"""What makes a statement false beyond doubt, and what does not."""

import pytest
from selection_samples import article, candidate, clause, phrase

from quizgen.records import BLANK, Distractor
from quizgen.selection.context import Context
from quizgen.selection.pool import Pool
from quizgen.selection.statements import swaps

LINES = (
    "Korea_PROPN substituted_VERB Kim_PROPN for_ADP Lee_PROPN in_ADP 1998_NUM ._PUNCT",
    "Park_PROPN substituted_VERB Choi_PROPN later_ADV ._PUNCT",
    "Han_PROPN rested_VERB ._PUNCT",
)
NAMES = [("Kim Min", "person", 0), ("Park Chu", "person", 1), ("Han Su", "person", 2), ("Tehran", "place", 2),
         ("Asia", "place", 2), ("Europe", "place", 2)]  # fmt: skip


def false(statement, answer, other, *, verb="substitute", **more):
    """Whether the statement is clearly false with the other thing in it."""
    words = {name: more.pop(name) for name in ("tense", "negated") if name in more}
    made = candidate("Who?", answer, statement=statement, stated=clause(phrase("Korea"), verb, **words), **more)
    analysis = article(*LINES, names=NAMES)
    return bool(list(swaps(made, [Distractor(other, "test")], Pool((made,), analysis), Context(analysis))))


def test_a_date_or_a_person_told_of_otherwise():
    assert false(f"It happened in {BLANK}.", "1998", "1990", type="time")
    assert false(f"Korea substituted {BLANK}.", "Lee Bo", "Han Su")


@pytest.mark.parametrize("word", ["By", "Since", "Until", "Before", "After", "About", "Around", "Over", "At least"])
def test_a_word_that_leaves_room_for_more(word):
    assert not false(f"{word} {BLANK} it happened.", "1998", "1990", type="time")


def test_a_figure_that_leaves_room_for_more():
    assert not false(f"It took {BLANK}.", "about ten days", "about five days", type="number")
    assert not false(f"It took {BLANK}.", "over ten days", "over five days", type="number")
    assert false(f"It took {BLANK}.", "ten days", "five days", type="number")


def test_whom_the_sentence_names_takes_part_in_it():
    assert not false(f"Korea substituted {BLANK}.", "Lee Bo", "Kim Min")


def test_of_whom_the_article_says_the_same():
    assert not false(f"Korea substituted {BLANK}.", "Lee Bo", "Park Chu", verb="substituted")


def test_what_holds_of_several():
    assert not false(f"The team includes {BLANK}.", "Lee Bo", "Han Su", verb="include")
    assert not false(f"Among others Korea took {BLANK}, such as.", "Lee Bo", "Han Su", verb="take")
    assert not false(f"Korea may take {BLANK}.", "Lee Bo", "Han Su", verb="take")
    assert not false(f"Korea did not take {BLANK}.", "Lee Bo", "Han Su", verb="take", negated=True)


def test_what_is_so_in_general_may_be_so_elsewhere():
    flights = f"There are daily flights to {BLANK}."
    assert not false(flights, "Mashhad", "Tehran", type="place", verb="fly", tense="pres")
    assert false(f"He flew to {BLANK}.", "Mashhad", "Tehran", type="place", verb="fly", tense="past")


def test_what_happens_on_one_continent_may_happen_on_another():
    assert not false(f"The plague ravaged {BLANK}.", "Europe", "Asia", type="place", verb="ravage", tense="past")


def test_a_statement_without_a_blank_has_nothing_to_swap():
    assert not false("It happened.", "1998", "1990", type="time")
