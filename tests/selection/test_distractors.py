"""Wrong answers: alike, plausible, and never right as well."""

from dataclasses import replace

from selection_samples import article, candidate, clause, phrase

from quizgen.records import Span
from quizgen.selection.context import Context
from quizgen.selection.distractors import distractors
from quizgen.selection.gazetteer import neighbours, rank
from quizgen.selection.pool import Pool

PEOPLE = [("Marie Curie", "person"), ("Lise Meitner", "person"), ("Niels Bohr", "person"), ("Otto Hahn", "person"),
          ("Max Planck", "person")]  # fmt: skip
SCIENCE = article(
    "Marie_PROPN Curie_PROPN discovered_VERB radium_NOUN ._PUNCT", names=[*PEOPLE, ("Roscosmos", "organization")]
)


def texts(made, others=(), analysis=SCIENCE, **options):
    found = distractors(made, Pool((made, *others), analysis), Context(analysis), **options)
    assert all(d.reason for d in found)
    return [d.text for d in found]


def asked(question="Who discovered radium?", answer="Marie Curie", **more):
    more.setdefault("stated", clause(phrase(answer, more.get("type", "person")), "discover"))
    return candidate(question, answer, distractors="subject", **more)


def test_people_of_the_article():
    found = texts(asked())
    assert len(found) == 3
    assert set(found) <= {"Lise Meitner", "Niels Bohr", "Otto Hahn", "Max Planck"}


def test_a_rule_that_names_no_role_gets_none():
    assert texts(replace(asked(), rule=replace(asked().rule, distractors=""))) == []


def test_who_stands_in_the_question_is_no_option():
    found = texts(asked("Who discovered radium before Lise Meitner?"))
    assert "Lise Meitner" not in found and len(found) == 3


def test_too_few_people_leave_the_item_short():
    few = article("Marie_PROPN Curie_PROPN discovered_VERB radium_NOUN ._PUNCT", names=PEOPLE[:3])
    assert texts(asked(), analysis=few) == []


def test_a_part_of_the_key_or_a_relation_of_the_same_name_is_no_option():
    names = [*PEOPLE[:3], ("Pierre Curie", "person"), ("Marie", "person"), ("Otto Hahn", "person")]
    family = article("Marie_PROPN", names=names)
    assert set(texts(asked(), analysis=family)) == {"Lise Meitner", "Niels Bohr", "Otto Hahn"}


def test_who_did_the_same_is_also_right():
    also = candidate("Who discovered radium with a friend?", "Otto Hahn", rule="event.whom",
                     stated=clause(phrase("Otto Hahn", "person"), "discover"))  # fmt: skip
    assert set(texts(asked(), [also])) == {"Lise Meitner", "Niels Bohr", "Max Planck"}


def test_options_are_of_the_same_sex_where_the_article_tells():
    women = ("Marie Curie", "Lise Meitner")
    entities = tuple(replace(e, gender="fem" if e.name in women else "masc") for e in SCIENCE.entities)
    gendered = replace(SCIENCE, entities=entities)
    he = phrase("Niels Bohr", "person", gender="masc")
    assert texts(asked("Who split the atom?", "Niels Bohr", target=he), analysis=gendered) == []
    unknown = phrase("Marie Curie", "person")
    assert len(texts(asked(target=unknown), analysis=gendered)) == 3


def test_numbers_keep_their_frame():
    found = texts(asked("How many days do they stay?", "12 days", type="number"))
    assert len(found) == 3 and all(text.endswith(" days") and text != "12 days" for text in found)


def test_other_numbers_of_the_article_come_first():
    other = candidate("How many days did it take?", "15 days", type="number", rule="quantity.b")
    assert "15 days" in texts(asked("How many days do they stay?", "12 days", type="number"), [other])


def test_a_date_that_contains_the_right_one_is_no_option():
    other = candidate("When was it?", "October 1805", type="time", rule="time.b")
    found = texts(asked("When did Byron go up?", "1805", type="time"), [other])
    assert len(found) == 3 and "October 1805" not in found


def test_places_of_the_same_rank_fill_up():
    found = texts(asked("In which country was Norton born?", "England", type="place"))
    assert len(found) == 3 and all(rank(text) == rank("England") for text in found)


def test_a_city_of_the_article_is_no_option_for_a_country():
    made = article("Norton_PROPN", names=[("London", "place"), ("Paris", "place"), ("France", "place")])
    found = texts(asked("In which country was Norton born?", "Spain", type="place", sentence=3), analysis=made)
    assert "London" not in found and "Paris" not in found and len(found) == 3


def test_a_name_that_two_lists_hold_has_no_neighbours():
    assert neighbours("Georgia") == ()
    assert "Oregon" in neighbours("California")
    assert all(not name.startswith("the ") for name in neighbours("France")[:10])


def test_the_seed_decides_and_the_same_seed_decides_the_same():
    made = asked("How many days do they stay?", "12 days", type="number")
    runs = {tuple(texts(made, seed=seed)) for seed in (1, 1, 2, 3, 4, 5)}
    assert texts(made, seed=1) == texts(made, seed=1)
    assert len(runs) > 1


def test_common_nouns_of_unlike_kinds_are_not_mixed():
    target = phrase("the report", "object", determiner="the", span=Span(0, 3))
    others = [candidate("What?", f"the {word}", target=phrase(f"the {word}", "object"), sentence=5, rule=f"r.{word}")
              for word in ("condition", "problem", "river")]  # fmt: skip
    assert texts(asked("What prompted calls?", "the report", target=target), others) == []
