"""Typed answers beside the expected one, and what becomes of them."""

from __future__ import annotations

import itertools
import subprocess
import sys

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from quizgen.drill.grading import Mark, choose, grade, labels_of, truth
from quizgen.records import Distractor, Evidence, Item, ItemType

Row = tuple[str, str, str]
"""What is typed, what is expected, the verdict."""

TABLE: dict[str, tuple[str, tuple[Row, ...]]] = {
    "capitals, accents, articles, punctuation, spaces": (
        "What is it called?",
        (
            ("international space station", "International Space Station", "right"),
            ("the International Space Station", "International Space Station", "right"),
            ("INTERNATIONAL SPACE STATION.", "the International Space Station", "right"),
            ("  space   station ", "space station", "right"),
            ("spacestation", "space station", "right"),
            ("e-mail", "email", "right"),
            ("multi-person crew", "multiperson crew", "right"),
            ("cafe", "café", "right"),
            ("Sao Paulo", "São Paulo", "right"),
            ("São Paulo", "Sao Paulo", "right"),
            ("Muller", "Müller", "right"),
            ("Mueller", "Müller", "right"),
            ("Lodz", "Łódź", "right"),
            ("Aarhus", "Århus", "right"),
            ('"The Challenge"', "‘The Challenge’", "right"),
            ("Challenge", "‘The Challenge’", "right"),
            ("rock 'n' roll", "rock ’n’ roll", "right"),
            ("rock & roll", "rock and roll", "right"),
            ("post–war", "post-war", "right"),
            ("an apple", "apple", "right"),
            ("US", "U.S.", "right"),
            ("U.S.A.", "USA", "right"),
            ("H2O", "H₂O", "right"),
            ("ｔｅａ", "tea", "right"),
            ("ﬁnance", "finance", "right"),
            ("", "tea", "wrong"),
            ("   ", "tea", "wrong"),
            ("...", "tea", "wrong"),
            ("coffee", "tea", "wrong"),
            ("Байконур", "Байконур", "right"),
            ("東京", "東京", "right"),
            ("京都", "東京", "wrong"),
        ),
    ),
    "introducing words": (
        "When and where?",
        (
            ("London", "in London", "right"),
            ("in London", "London", "right"),
            ("at the ISS", "ISS", "right"),
            ("aboard a Soyuz rocket", "Soyuz rocket", "right"),
            ("from Moscow", "to Moscow", "wrong"),
            ("to Moscow", "from Moscow", "wrong"),
            ("near London", "London", "wrong"),
        ),
    ),
    "two spellings of English": (
        "What is it?",
        (
            ("color", "colour", "right"),
            ("colour", "color", "right"),
            ("the city center", "the city centre", "right"),
            ("theater", "theatre", "right"),
            ("organization", "organisation", "right"),
            ("analyze", "analyse", "right"),
            ("traveling", "travelling", "right"),
            ("defense", "defence", "right"),
            ("aluminum", "aluminium", "right"),
            ("gray wolf", "grey wolf", "right"),
            ("hemoglobin", "haemoglobin", "right"),
        ),
    ),
    "numbers": (
        "How many were there?",
        (
            ("12", "twelve", "right"),
            ("twelve", "12", "right"),
            ("Twenty-one", "21", "right"),
            ("twenty one", "21", "right"),
            ("a hundred", "100", "right"),
            ("one hundred and five", "105", "right"),
            ("two thousand and twenty-one", "2021", "right"),
            ("1,000", "1000", "right"),
            ("1 000", "1,000", "right"),
            ("a thousand", "1,000", "right"),
            ("1.2 million", "1,200,000", "right"),
            ("two dozen", "24", "right"),
            ("half a million", "500,000", "right"),
            ("3.50", "3.5", "right"),
            ("3,5", "3.5", "right"),
            ("½", "half", "right"),
            ("two thirds", "2/3", "right"),
            ("-5", "minus five", "right"),
            ("21st", "twenty-first", "right"),
            ("3", "the third", "right"),
            ("13", "12", "wrong"),
            ("thirteen", "12", "wrong"),
            ("tweleve", "twelve", "wrong"),
            ("120", "12", "wrong"),
            ("1.2", "12", "wrong"),
            ("-5", "5", "wrong"),
            ("1,000,000", "1,000", "wrong"),
            ("sixteen", "sixty", "wrong"),
            ("about 12", "12", "close"),
            ("many", "12", "wrong"),
        ),
    ),
    "numbers with what they count": (
        "How many days will they stay?",
        (
            ("12", "12 days", "right"),
            ("twelve days", "12 days", "right"),
            ("12 days", "12", "right"),
            ("288 hours", "12 days", "right"),
            ("12 weeks", "12 days", "wrong"),
            ("12 weeks", "12", "wrong"),
            ("13 days", "12 days", "wrong"),
            ("days", "12 days", "wrong"),
        ),
    ),
    "hedges": (
        "How many people witnessed the event?",
        (
            ("over 600 people", "over 600 people", "right"),
            ("more than 600", "over 600 people", "right"),
            ("600", "over 600 people", "close"),
            ("six hundred people", "over 600", "close"),
            ("at least 600", "over 600 people", "close"),
            ("under 600", "over 600 people", "wrong"),
            ("over 700", "over 600 people", "wrong"),
            ("roughly 50", "about 50", "right"),
        ),
    ),
    "units": (
        "How tall is he?",
        (
            ("1.9 m", "1.9 metres", "right"),
            ("1.9 meters", "1.9 metres", "right"),
            ("1.9m", "1.9 metres", "right"),
            ("1,9 m", "1.9 metres", "right"),
            ("190 cm", "1.9 metres", "right"),
            ("6 ft 2 in", "6 feet 2 inches", "right"),
            ("6'2\"", "six feet two", "right"),
            ("1.9", "1.9 metres", "close"),
            ("190", "1.9 metres", "wrong"),
            ("1.9 cm", "1.9 metres", "wrong"),
            ("1.8 metres", "1.9 metres", "wrong"),
            ("1.91 m", "1.9 metres", "wrong"),
        ),
    ),
    "other measures": (
        "How much is it?",
        (
            ("100 kph", "100 kilometres per hour", "right"),
            ("100 km/h", "100 kilometers an hour", "right"),
            ("50 %", "50 percent", "right"),
            ("fifty per cent", "50%", "right"),
            ("half", "50 percent", "right"),
            ("-5°C", "minus 5 degrees Celsius", "right"),
            ("5 degrees", "5 °C", "close"),
            ("$4m", "$4 million", "right"),
            ("4 million dollars", "$4 million", "right"),
            ("US$4 million", "$4,000,000", "right"),
            ("4 million euros", "$4 million", "wrong"),
            ("$4 billion", "$4 million", "wrong"),
            ("90 minutes", "an hour and a half", "wrong"),
            ("90 minutes", "1 hour 30 minutes", "right"),
            ("half an hour", "30 minutes", "right"),
            ("2 kg", "2,000 grams", "right"),
        ),
    ),
    "ages": (
        "How old is the actor?",
        (
            ("37", "37 years", "right"),
            ("37 years old", "37", "right"),
            ("thirty-seven", "37 years old", "right"),
            ("aged 37", "37 years old", "right"),
            ("37-year-old", "37 years old", "right"),
            ("38", "37 years old", "wrong"),
            ("37 months", "37 years old", "wrong"),
        ),
    ),
    "years": (
        "When was it?",
        (
            ("1815", "in 1815", "right"),
            ("in 1815", "1815", "right"),
            ("the year 1815", "1815", "right"),
            ("nineteen eighty-four", "1984", "right"),
            ("1816", "1815", "wrong"),
            ("after 1815", "in 1815", "wrong"),
            ("before 1815", "after 1815", "wrong"),
            ("1920's", "the 1920s", "right"),
            ("1920", "the 1920s", "wrong"),
            ("1930s", "the 1920s", "wrong"),
            ("44 B.C.", "44 BC", "right"),
            ("44 BCE", "44 BC", "right"),
            ("44", "44 BC", "close"),
            ("44 AD", "44 BC", "wrong"),
            ("79 CE", "AD 79", "right"),
            ("1914-18", "1914–1918", "right"),
            ("from 1914 to 1918", "1914-1918", "right"),
            ("between 1914 and 1918", "1914–1918", "right"),
            ("1914–1919", "1914–1918", "wrong"),
            ("1914", "1914–1918", "wrong"),
            ("the nineteenth century", "the 19th century", "right"),
            ("20th century", "the 19th century", "wrong"),
        ),
    ),
    "days": (
        "When will they return to Earth?",
        (
            ("16 October", "October 16", "right"),
            ("Oct 16", "October 16", "right"),
            ("oct. 16th", "October 16", "right"),
            ("the 16th of October", "October 16", "right"),
            ("on the sixteenth of October", "October 16", "right"),
            ("10-16", "October 16", "right"),
            ("16/10", "October 16", "right"),
            ("5/10", "October 5", "close"),
            ("2021-10-16", "October 16, 2021", "right"),
            ("16.10.2021", "October 16, 2021", "right"),
            ("Saturday, October 16, 2021", "October 16, 2021", "right"),
            ("Friday, October 16, 2021", "October 16, 2021", "close"),
            ("October 16", "October 16, 2021", "close"),
            ("October 16, 2021", "October 16", "close"),
            ("Ocotber 16", "October 16", "close"),
            ("October 17", "October 16", "wrong"),
            ("16 November", "October 16", "wrong"),
            ("October 16, 2020", "October 16, 2021", "wrong"),
            ("10-17", "October 16", "wrong"),
            ("October", "October 16", "wrong"),
            ("16", "October 16", "wrong"),
            ("2021", "October 16, 2021", "wrong"),
            ("Oct 2021", "October 2021", "right"),
            ("October 2022", "October 2021", "wrong"),
            ("sept", "September", "right"),
            ("June", "July", "wrong"),
            ("Thursday", "Tuesday", "wrong"),
            ("on Tuesday", "Tuesday", "right"),
            ("Tusday", "Tuesday", "close"),
        ),
    ),
    "times of day": (
        "At what time?",
        (
            ("5:30 pm", "5.30 p.m.", "right"),
            ("17:30", "5:30 p.m.", "right"),
            ("5:30", "5:30 p.m.", "close"),
            ("5:30 am", "5:30 p.m.", "wrong"),
            ("12 pm", "noon", "right"),
            ("17:31", "17:30", "wrong"),
        ),
    ),
    "people": (
        "Who is the actor?",
        (
            ("Yulia Peresild", "Yulia Peresild", "right"),
            ("yulia peresild", "Yulia Peresild", "right"),
            ("Peresild", "Yulia Peresild", "right"),
            ("Ms Peresild", "Yulia Peresild", "right"),
            ("Ms. Yulia Peresild", "Yulia Peresild", "right"),
            ("Peresild, Yulia", "Yulia Peresild", "right"),
            ("actor Yulia Peresild", "Yulia Peresild", "right"),
            ("Yulia", "Yulia Peresild", "close"),
            ("Peresld", "Yulia Peresild", "close"),
            ("Julia Peresild", "Yulia Peresild", "close"),
            ("Yuliya Peresild", "Yulia Peresild", "close"),
            ("Yulia Petrova", "Yulia Peresild", "wrong"),
            ("Boris Peresild", "Yulia Peresild", "wrong"),
            ("Shipenko", "Yulia Peresild", "wrong"),
            ("Peresild and Shipenko", "Yulia Peresild", "wrong"),
            ("Kennedy", "John F. Kennedy", "right"),
            ("John Kennedy", "John F. Kennedy", "right"),
            ("John Fitzgerald Kennedy", "John F. Kennedy", "right"),
            ("J. F. Kennedy", "John F. Kennedy", "right"),
            ("JFK", "John F. Kennedy", "right"),
            ("Tolkien", "J. R. R. Tolkien", "right"),
            ("JRR Tolkien", "J. R. R. Tolkien", "right"),
            ("van Gogh", "Vincent van Gogh", "right"),
            ("Van Gogh", "Vincent van Gogh", "right"),
            ("King", "Martin Luther King Jr.", "right"),
            ("Martin Luther King", "Martin Luther King Jr.", "right"),
            ("Luther", "Martin Luther King Jr.", "wrong"),
            ("Ada Lovelace", "Lovelace", "close"),
            ("Henry the Eighth", "Henry VIII", "right"),
            ("Henry 8", "Henry VIII", "right"),
            ("Henry VII", "Henry VIII", "wrong"),
            ("Agency", "European Space Agency", "wrong"),
            ("the Navy", "Russian Navy", "wrong"),
        ),
    ),
    "names of things and places": (
        "What is its name?",
        (
            ("ISS", "International Space Station", "right"),
            ("I.S.S.", "the International Space Station", "right"),
            ("International Space Station", "ISS", "right"),
            ("space station", "International Space Station", "wrong"),
            ("the film The Challenge", "The Challenge", "right"),
            ("York", "New York", "wrong"),
            ("Korea", "South Korea", "wrong"),
            ("North Korea", "South Korea", "wrong"),
            ("West Virginia", "Virginia", "wrong"),
            ("Mt. Everest", "Mount Everest", "right"),
            ("Everest", "Mount Everest", "close"),
            ("the Pacific", "the Pacific Ocean", "close"),
            ("London, England", "London", "close"),
            ("Paris", "Paris, France", "close"),
            ("World War 2", "World War II", "right"),
            ("the Second World War", "World War II", "right"),
            ("World War 1", "World War I", "right"),
            ("World War I", "World War II", "wrong"),
            ("Apollo eleven", "Apollo 11", "right"),
            ("Apollo 12", "Apollo 11", "wrong"),
            ("Apollo", "Apollo 11", "wrong"),
            ("h20", "H2O", "wrong"),
            ("Vitamin C", "vitamin B", "wrong"),
            ("vitamin a", "vitamin A", "right"),
        ),
    ),
    "small slips": (
        "What is it?",
        (
            ("fotosynthesis", "photosynthesis", "close"),
            ("photosynthesys", "photosynthesis", "close"),
            ("photosinthesys", "photosynthesis", "close"),
            ("astronuat", "astronaut", "close"),
            ("Black See", "Black Sea", "close"),
            ("see", "sea", "wrong"),
            ("he outer shell of the Earth", "the outer shell of the Earth", "close"),
            ("teh Black Sea", "the Black Sea", "close"),
            ("eMount Tambora", "Mount Tambora", "close"),
            ("the unusual way", "the usual way", "wrong"),
            ("it is now safe", "it is not safe", "wrong"),
            ("eighty years", "eight years", "wrong"),
            ("Challange", "The Challenge", "close"),
            ("apolo 11", "Apollo 11", "close"),
            ("rockett launch", "rocket launch", "close"),
            ("rocket lanch", "rocket launch", "close"),
            ("rokkit lonch", "rocket launch", "wrong"),
            ("photo", "photosynthesis", "wrong"),
            ("cat", "bat", "wrong"),
            ("mouse", "house", "wrong"),
            ("dog", "dogs", "right"),
            ("cities", "city", "right"),
            ("mitosis", "meiosis", "wrong"),
            ("hypothermia", "hyperthermia", "wrong"),
            ("sulfite", "sulfate", "wrong"),
            ("methanol", "ethanol", "wrong"),
            ("magnesium", "manganese", "wrong"),
            ("stalagmite", "stalactite", "wrong"),
            ("Australia", "Austria", "wrong"),
            ("Slovakia", "Slovenia", "wrong"),
            ("Iran", "Iraq", "wrong"),
            ("unusual", "usual", "wrong"),
            ("intranet", "internet", "wrong"),
        ),
    ),
    "more, less and other words": (
        "What is it?",
        (
            ("actor", "a Russian actor", "close"),
            ("Russian", "a Russian actor", "wrong"),
            ("light scattering", "the scattering of light", "close"),
            ("scattering", "the scattering of light by small particles", "wrong"),
            ("not guilty", "guilty", "wrong"),
            ("guilty", "not guilty", "wrong"),
            ("it isn't safe", "it is safe", "wrong"),
        ),
    ),
    "reasons": (
        "Why was the flight hard?",
        (
            ("his height is 1.9 m", "because his height is 1.9 metres", "right"),
            ("because his height is 1.9 meters", "his height is 1.9 metres", "right"),
            ("his height of 1.9 metres", "because his height is 1.9 metres", "right"),
            ("because his height is 1.8 metres", "because his height is 1.9 metres", "wrong"),
            ("the capsule was small", "because the capsule was small", "right"),
            ("due to the small capsule", "because of the small capsule", "right"),
            ("shoot scenes for a feature film", "to shoot scenes for the first feature film", "close"),
            ("to sleep", "to shoot scenes for the first feature film", "wrong"),
        ),
    ),
    "lists": (
        "Who docked at the station?",
        (
            ("Peresild and Shipenko", "Yulia Peresild and Klim Shipenko", "right"),
            ("Klim Shipenko, Yulia Peresild", "Yulia Peresild and Klim Shipenko", "right"),
            ("shipenko & peresild", "Yulia Peresild and Klim Shipenko", "right"),
            ("Peresild, Shipenco", "Yulia Peresild and Klim Shipenko", "close"),
            ("Peresild", "Yulia Peresild and Klim Shipenko", "wrong"),
            ("Peresild, Shipenko and Peskov", "Yulia Peresild and Klim Shipenko", "wrong"),
            ("a man, a dog, a woman", "a dog, a man, and a woman", "right"),
            ("a man and a dog", "a dog, a man, and a woman", "wrong"),
        ),
    ),
}
ROWS = [
    pytest.param(question, *row, id=f"{group}: {row[0]!r} for {row[1]!r}")
    for group, (question, rows) in TABLE.items()
    for row in rows
]


def short(question: str, answer: str, **more: object) -> Item:
    return Item("0" * 16, ItemType.SHORT, question, answer, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(("question", "typed", "answer", "mark"), ROWS)
def test_table(question: str, typed: str, answer: str, mark: str) -> None:
    verdict = grade(typed, short(question, answer))
    assert (str(verdict.mark), verdict.expected) == (mark, answer), verdict.reason


def test_the_table_is_large_and_has_no_row_twice() -> None:
    rows = [(group, *row) for group, (_, rows) in TABLE.items() for row in rows]
    assert len(rows) >= 150
    assert len(set(rows)) == len(rows)
    assert {row[-1] for row in rows} == {"right", "close", "wrong"}


# What surrounds an answer ---------------------------------------------------------------------------------------


def test_a_part_of_a_name_counts_less_when_the_question_does_not_ask_for_a_person() -> None:
    gap = Item("0" * 16, ItemType.CLOZE, "_____ was born in London.", "Ada Lovelace")
    assert grade("Lovelace", gap).mark is Mark.CLOSE
    assert grade("Lovelace", short("Who was born in London?", "Ada Lovelace")).mark is Mark.RIGHT
    assert grade("Lovelace", short("What is the name of the programme?", "Ada Lovelace")).mark is Mark.WRONG


def test_accepted_answers_are_right() -> None:
    item = short("What was launched?", "Sputnik 1", accept=("the first satellite", "Prosteishy Sputnik"))
    assert grade("first satellite", item).mark is Mark.RIGHT
    assert grade("prosteishi sputnik", item).mark is Mark.CLOSE
    assert grade("Sputnik 2", item).mark is Mark.WRONG


def test_words_of_the_question_may_be_repeated_or_left_out() -> None:
    item = short("How many people saw the rocket launch?", "600 people")
    assert grade("600", item).mark is Mark.RIGHT
    assert grade("600 people saw the launch", item).mark is Mark.RIGHT
    assert grade("600 dogs", item).mark is Mark.WRONG


def test_the_year_may_be_left_out_when_the_question_has_it() -> None:
    assert grade("June 1963", short("In which year did she fly in June?", "1963")).mark is Mark.RIGHT
    assert grade("October 16", short("When in 2021 did they return?", "October 16, 2021")).mark is Mark.RIGHT


def test_the_article_may_say_more_than_the_answer() -> None:
    evidence = Evidence("Kremlin spokesman Dmitry Peskov praised the film director Klim Shipenko in Moscow, Russia.")
    item = short("Who spoke?", "Peskov", evidence=evidence)
    assert grade("Dmitry Peskov", item).mark is Mark.RIGHT
    assert grade("Kremlin spokesman Dmitry Peskov", item).mark is Mark.RIGHT
    assert grade("Boris Peskov", item).mark is not Mark.RIGHT


def test_another_word_of_the_article_is_no_slip() -> None:
    evidence = Evidence("The valley lies between the rivers Arda and Ardas.")
    assert grade("Ardas", short("Which river is in the north?", "Arda", evidence=evidence)).mark is Mark.WRONG
    assert grade("Ardas", short("Which river is in the north?", "Arda")).mark is Mark.CLOSE


def test_a_wrong_option_is_wrong_however_near() -> None:
    item = short("What is it?", "carbonate", distractors=(Distractor("carbonite"), Distractor("karbonate")))
    assert grade("karbonate", item).mark is Mark.WRONG
    assert grade("carbonat", item).mark is Mark.CLOSE


def test_initials_are_no_answer_to_the_question_what_they_stand_for() -> None:
    assert grade("ISS", short("What does ISS stand for?", "International Space Station")).mark is Mark.WRONG
    abbreviation = short("What is the abbreviation of International Space Station?", "ISS")
    assert grade("International Space Station", abbreviation).mark is Mark.WRONG


@pytest.mark.parametrize(
    ("question", "mark"),
    [
        ("Who led the crew?", "right"),
        ("Which Russian film director led the crew?", "right"),
        ("What is the name of the director?", "right"),
        ("What is the name of the river?", "wrong"),
        ("Which city did he see?", "wrong"),
        ("What is the position of the director?", "wrong"),
    ],
)
def test_a_surname_is_enough_where_a_person_is_asked_for(question: str, mark: str) -> None:
    assert grade("Shipenko", short(question, "Klim Shipenko")).mark == mark


def test_the_reason_tells_what_is_missing() -> None:
    assert grade("1.9", short("How tall is he?", "1.9 metres")).reason == "the unit is missing: metres"
    assert grade("Peresild", short("Who?", "Yulia Peresild and Klim Shipenko")).reason == "only 1 of 2"
    assert grade("2021", short("When?", "October 16, 2021")).reason == "the year is right, but the day is missing"


# Choice, true or false ------------------------------------------------------------------------------------------

OTHERS = tuple(map(Distractor, ("Doug Liman", "Tom Cruise", "Anna Liman")))
CHOICE = Item("1" * 16, ItemType.CHOICE, "Who directed it?", "Klim Shipenko", (), OTHERS)


def test_an_option_is_chosen_by_number_letter_or_text() -> None:
    place = CHOICE.options.index("Klim Shipenko")
    for typed in (str(place + 1), f"{place + 1}.", "abcd"[place], f"({'ABCD'[place]})", "klim shipenko"):
        assert grade(typed, CHOICE).mark is Mark.RIGHT, typed
    assert grade("Klim Shipenco", CHOICE).mark is Mark.CLOSE
    wrong = [typed for typed in "1234" if typed != str(place + 1)]
    assert all(grade(typed, CHOICE).mark is Mark.WRONG for typed in [*wrong, "Doug Liman", "5", "0", "someone"])


def test_the_options_shown_decide_what_a_number_means() -> None:
    options = ("Tom Cruise", "Doug Liman", "Anna Liman", "Klim Shipenko")
    assert grade("4", CHOICE, options).mark is Mark.RIGHT
    assert grade("1", CHOICE, options).mark is Mark.WRONG


def test_options_that_are_small_numbers_are_lettered() -> None:
    options = ("3", "2", "twelve", "5")
    assert labels_of(options) == ("a", "b", "c", "d")
    assert [choose(typed, options) for typed in ("a", "3", "2", "12", "1")] == ["3", "3", "2", "twelve", None]
    assert labels_of(("12 days", "3 days")) == ("1", "2")


@pytest.mark.parametrize("answer", ["True", "False"])
def test_true_and_false(answer: str) -> None:
    item = Item("2" * 16, ItemType.TRUE_FALSE, "The sky is blue.", answer)
    meant = {"t": True, "TRUE": True, "y": True, "yes": True, "1": True, "f": False, "False.": False, "n": False,
             "no": False, "2": False}  # fmt: skip
    for typed, value in meant.items():
        assert truth(typed) is value
        assert grade(typed, item).mark is (Mark.RIGHT if str(value) == answer else Mark.WRONG)
    assert grade("perhaps", item).mark is Mark.WRONG


# What holds for any text ----------------------------------------------------------------------------------------

TEXT = st.text(min_size=1, max_size=60).filter(lambda text: bool(text.strip()))
PIECES = (
    *("the", "of", "12", "3rd", "iv", "twenty", "one", "half", "km", "$", "%", "October", "16,", "1/2", "and", "not"),
    *("Anna", "'s", "-", ".", ",", ":", "'", "am", "BC", "(", "several", "seventh"),
)
PHRASE = st.lists(
    st.sampled_from(PIECES),
    min_size=1,
    max_size=8,
).map(" ".join)


@settings(max_examples=100, deadline=None, derandomize=True)
@drawn(TEXT | PHRASE)
def test_the_answer_itself_is_right(answer: str) -> None:
    assert grade(answer, short("What is it?", answer)).mark is Mark.RIGHT


@settings(max_examples=100, deadline=None, derandomize=True)
@drawn(TEXT | PHRASE, TEXT | PHRASE)
def test_any_text_gets_a_verdict(typed: str, answer: str) -> None:
    verdict = grade(typed, short("How many people?", answer, evidence=Evidence(f"It is {answer}.")))
    assert verdict.mark in Mark
    assert verdict == grade(typed, short("How many people?", answer, evidence=Evidence(f"It is {answer}.")))


LONG = ("9" * 6000, "1 trillion " * 900, "hundred " * 900, "a, " * 2000, "x" * 20000, "1/" * 3000, "between 1 " * 500)


@pytest.mark.parametrize("typed", LONG)
def test_very_long_answers_are_judged_at_once(typed: str) -> None:
    assert grade(typed, short("How many?", "12 days and 3 nights")).mark is Mark.WRONG


@pytest.mark.parametrize(("first", "second"), list(itertools.permutations(range(1, 32, 5), 2)))
def test_no_day_passes_for_another(first: int, second: int) -> None:
    for written in (f"October {first}", f"{first} Oct", f"10-{first}", f"{first}"):
        assert grade(written, short("When?", f"October {second}")).mark is Mark.WRONG


def test_grading_needs_neither_the_parser_nor_numpy() -> None:
    code = (
        "import sys; from quizgen.drill.grading import grade; from quizgen.records import Item, ItemType;"
        "grade('Perisld', Item('0'*16, ItemType.SHORT, 'Who?', 'Yulia Peresild'));"
        "print([m for m in ('numpy', 'onnxruntime', 'yaml', 'rich', 'jinja2') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
