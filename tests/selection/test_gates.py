"""Gates that look at the source sentence, on sentences that the real parser reads."""

from __future__ import annotations

import pytest

import quizgen
from quizgen.records import Rejection
from quizgen.selection import ranking


def refused(text: str, filter: str, title: str = "") -> list[Rejection]:
    found = quizgen.explain(quizgen.pipeline.reading.from_text(text, title=title), None)
    return [r for r in found.rejections if r.filter == filter]


def asked(text: str, title: str = "") -> list[str]:
    return [i.question for i in quizgen.generate(quizgen.pipeline.reading.from_text(text, title=title), None)]


def test_a_question_says_no_less_than_the_clause() -> None:
    text = "Karl Brandt rarely sold flour to the monks of Basel. The bakers of Olten mostly bought barley from Bern."
    assert all("rarely" in question for question in asked(text) if "flour" in question)
    assert all("mostly" in question for question in asked(text) if "barley" in question)


def test_what_is_left_out_is_told() -> None:
    text = (
        "In 1902 the council of Olten, which met in the old castle, opened a school for the blind near the river Aare."
    )
    assert not any("school" in question and "blind" not in question for question in asked(text))


@pytest.mark.parametrize(
    ("text", "open"),
    [
        ("Karl Brandt built a mill in Olten. In dry years the cost of flour in Olten is lower.", True),
        ("Karl Brandt built a mill in Olten. In dry years flour from Olten is dearer than flour from Bern.", False),
    ],
)
def test_a_comparison_says_with_what(text: str, open: bool) -> None:
    assert bool(refused(text, "compared")) is open


def test_a_speech_tells_what_its_speaker_thinks() -> None:
    text = (
        "My friends, we have come to Olten because we love this town. Our mills make the best flour in Switzerland. "
        "I say to you that our bridges will stand for a thousand years. The council of Olten built a school in 1902. "
        "We thank you for your help, and we ask you to stay with us."
    )
    assert asked(text) == [] and refused(text, "spoken")


def test_a_description_takes_up_what_was_told_before() -> None:
    text = (
        "In 1902 the council of Olten opened a new school near the river Aare. Many children came. "
        "The new school won a prize for its garden in 1910."
    )
    assert refused(text, "definite")
    assert not any(question.startswith(("What did the new school", "The new school")) for question in asked(text))


def test_the_place_that_an_article_is_about_goes_in_front() -> None:
    text = (
        "Olten is a town in Switzerland. Olten lies on the river Aare. Olten has a castle. Every summer thousands of "
        "visitors watch the fireworks. Many trains stop in Olten."
    )
    questions = asked(text, title="Olten")
    assert any(q.startswith("In Olten, ") for q in questions if "fireworks" in q or "visitors" in q), questions
    assert not any(q.startswith("In Olten, olten") for q in questions)
    assert not any(q.startswith("In Olten, ") for q in asked(text.replace("Olten", "The man")))


def test_the_score_is_a_chance_and_learned() -> None:
    items = quizgen.generate("Ada Lovelace was born in London in 1815. It was cold.", None).items
    assert items and all(0 < item.score < 1 for item in items)
    assert ranking.WEIGHTS.read_text(encoding="utf-8").count('"') > 100


def left_off(text: str, filter: str, title: str = "") -> list[str]:
    found = quizgen.explain(quizgen.pipeline.reading.from_text(text, title=title), 20)
    return [r.question for r in found.rejections if r.filter == filter]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        (
            "Karl Huxley often taught at the Olten and Santa Barbara Vedanta temples.",
            "the Olten and _____ temples",
        ),
        ("Olten has a small African leopard and Saharan cheetah population.", "_____ cheetah"),
        ("Bitumen, which comes from Trinidad, is a black liquid or solid form of petroleum.", "liquid or _____."),
        ("In 1800 Karl Brandt and Ida Brandt were killed while they were sheltering under an elm in Lyme Regis, "
         "a small seaside town on the south coast of England.", "under _____, a"),
        ("The mills of Olten stood idle during the 1970s and 1990s, and Karl Brandt sold them.", "_____ and 1990s"),
    ],
)  # fmt: skip
def test_no_blank_cuts_through_what_words_share(text: str, cut: str) -> None:
    assert left_off(text, "shared_parts")
    assert not any(cut in item.question for item in quizgen.generate(text, 20).items)


def test_what_stands_side_by_side_and_shares_nothing_may_be_a_blank() -> None:
    text = "Karl Brandt sold flour to the monks of Basel and the bakers of Bern. Olten trades with Bern and Zürich."
    assert not left_off(text, "shared_parts")


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Olten is one of the largest towns on the continent of 40 million people.", "continent of _____"),
        ("Olten was at war in 1840, at the beginning of which Karl Brandt was born.", "at _____"),
    ],
)
def test_a_blank_that_nobody_would_fill_so_is_left_off(text: str, cut: str) -> None:
    assert not any(cut in item.question for item in quizgen.generate(text, 20).items)
    assert any(cut in question for question in left_off(text, "bare_blank"))


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("The Olten sanctuary was primarily dedicated to Artemis, the twin sister of a god.", "Artemis, _____"),
        (
            "The largest Islamic radical group, Hamas, issued a statement in Olten vowing to continue its war.",
            "_____, Hamas",
        ),
    ],
)
def test_what_somebody_is_beside_the_name_is_no_blank(text: str, cut: str) -> None:
    assert not any(cut in item.question for item in quizgen.generate(text, 20).items)
    assert any(cut in question for question in left_off(text, "apposed"))


def test_two_years_with_a_comma_are_no_answer() -> None:
    text = "Karl Brandt wrote a book about his mills, The Art of Flour, which was published in 1942 (US), 1943 (UK)."
    assert not any(item.answer == "1942, 1943" for item in quizgen.generate(text, None).items)


def test_a_time_ends_at_its_colon() -> None:
    text = "Mary Anning's greatest discovery came in December 1823: the complete skeleton of a plesiosaur."
    assert not any(item.answer.startswith("December 1823:") for item in quizgen.generate(text, None).items)


def test_an_entry_of_a_list_is_no_sentence() -> None:
    text = (
        "The mill of Olten has many servants. Minimus – A poetic pig who writes the second and third anthems of Olten "
        "after the singing of the first is banned. Frederick – The tough owner of Pinchfield, a small farm."
    )
    items = quizgen.generate(text, None).items
    assert not any("–" in item.question for item in items)
    assert not any(" The " in item.question for item in items)


def test_nobody_asks_what_something_has_been() -> None:
    text = "The nature of their bond has been a subject of dispute. The nature of their bond is a subject of dispute."
    assert not any(" been?" in item.question for item in quizgen.generate(text, None).items)


def test_a_name_with_capitals_keeps_them_in_front() -> None:
    text = "Biological Anthropology and Physical Anthropology are synonymous terms to describe research on Olten."
    assert "biological Anthropology" not in " ".join(i.question + i.answer for i in quizgen.generate(text, None).items)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Olten is bordered by Basel to the north, Bern to the west, and Luzern to the east.", "and _____."),
        ("The flight of Karl Brandt from Olten lasted 2 hours, 44 minutes and 30 seconds in all.", "_____ and 30"),
        (
            "Half of the people of Olten (the total put at 18,000 by the Census Bureau in 2015) live near the Aare.",
            "in _____)",
        ),
        ("Christians in Malaysia and Olten use the word to refer to God in the Malaysian language.", "_____ use"),
    ],
)
def test_no_blank_where_the_words_around_it_go_on_or_tell_it(text: str, cut: str) -> None:
    assert not any(cut in item.question for item in quizgen.generate(text, 20).items)


def test_a_blank_inside_the_title_is_left_off() -> None:
    text = "A Mill in Olten is a symphonic poem by Karl Brandt. A Mill in Olten has been recorded in Bern."
    assert not any("A Mill in _____" in i.question for i in quizgen.generate(text, 20, title="A Mill in Olten").items)


def test_what_has_a_name_is_not_asked_for_its_name() -> None:
    text = "Karl Brandt signed the Alaska Purchase named Seward's Folly. Olten has a mill named Frohheim by its owner."
    assert not any("the name of the Alaska" in item.question for item in quizgen.generate(text, None).items)


def test_what_a_word_means_is_no_use() -> None:
    text = "The word mill is often used to mean only a mill that grinds. The wheel in Olten is used to grind barley."
    asked = [item.question for item in quizgen.generate(text, None).items]
    assert not any("word mill" in question and "used for" in question for question in asked)


def test_initials_are_asked_for_once() -> None:
    text = (
        "The Olten Mill Society (OMS) was founded in 1902. The Olten Mill Society (O.M.S.) has its seat in Bern. "
        "Karl Brandt has led it since 1990."
    )
    asked = [item.question for item in quizgen.generate(text, 20).items]
    assert sum("stand for" in question for question in asked) <= 1


def test_what_something_is_to_some_is_not_what_it_is() -> None:
    text = "The Internet is an essential tool of the millers of Olten. The Aare is a river in Switzerland."
    assert left_off(text, "what_for") == ["What is the Internet?"]


def test_peoples_named_for_a_country_keep_their_capital() -> None:
    text = "Angolan-Nigerian relations are good since 1975. In Angola, Angolan-Nigerian relations rest on oil."
    told = " ".join(item.question + item.answer for item in quizgen.generate(text, None).items)
    assert "angolan" not in told and "Angolan" in told


def test_letters_beside_a_blank_tell_those_in_it() -> None:
    text = "Any sequence of values between two numbers x and y can be called arithmetic means between x and y in Olten."
    assert not any(item.answer == "two numbers x and y" for item in quizgen.generate(text, 20).items)


def test_a_sheet_is_not_all_initials() -> None:
    names = ["Olten Mill Society (OMS)", "Bern Flour Union (BFU)", "Basel Bread Guild (BBG)", "Aare Boat Club (ABC)"]
    names += ["Luzern Grain Trust (LGT)", "Zug Water Board (ZWB)", "Thun Barley House (TBH)"]
    text = " ".join(f"The {name} was founded by Karl Brandt in {1900 + at}." for at, name in enumerate(names))
    asked = [item.question for item in quizgen.generate(text, 20).items]
    assert 1 <= sum("stand for" in question for question in asked) <= 4


def test_half_of_a_verb_is_no_answer() -> None:
    text = (
        "Third, specialization allows businesses to take advantage of economies of scale. Karl Brandt made use of it."
    )
    items = quizgen.generate(text, None).items
    assert not any(item.answer in ("advantage", "use") for item in items)
    assert "What allows businesses to take advantage of economies of scale?" in [item.question for item in items]


def test_the_day_of_birth_tells_the_year() -> None:
    text = (
        "Aldous Huxley (26 July 1894 – 22 November 1963) was an English writer. Aldous Huxley was born in Godalming, "
        "Surrey, England, in 1894. He moved to Olten in 1920."
    )
    asked = [item.question for item in quizgen.generate(text, 20).items]
    assert sum("born" in question for question in asked if question.startswith(("When", "In which year"))) == 1


def test_an_age_is_asked_for_once() -> None:
    text = "At the age of eight, Ada Rand began writing screenplays in Olten at the age of ten."
    asked = [item.question for item in quizgen.generate(text, None).items]
    assert not any(question.startswith("At what age") and "the age" in question for question in asked)


def test_a_director_from_somewhere_is_no_office() -> None:
    text = "In 1912 the Russian-born director Ladislas Starewicz made a film in Olten."
    assert not any("was the Russian-born director" in item.question for item in quizgen.generate(text, None).items)


def test_an_adjective_of_a_place_keeps_the_capital_it_has_elsewhere() -> None:
    text = "Caucasian Albanians were the first people of the region. The bakers sold Caucasian bread in Olten."
    told = " ".join(item.question + item.answer for item in quizgen.generate(text, None).items)
    assert "caucasian" not in told


def test_the_title_with_its_official_name_is_no_answer() -> None:
    text = "Olten, officially the City of Olten, lies at the crossroads of Switzerland. Karl Brandt built a mill there."
    assert "Olten, officially the City of Olten" not in [
        i.answer for i in quizgen.generate(text, 20, title="Olten").items
    ]


def test_a_work_has_no_profession() -> None:
    text = "Trevor Martin played the doctor in The Ultimate Adventure. In The Ultimate Adventure, the doctor Karl died."
    assert not any("Ultimate Adventure's profession" in item.question for item in quizgen.generate(text, None).items)
