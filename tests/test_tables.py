"""A table of facts from the file to the items, and on the command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from mechanical import faults

import quizgen
from quizgen import bank
from quizgen.cli import main
from quizgen.records import SETS, ItemType

COUNTRIES = """\
country,capital,continent,population (millions),president
Peru,Lima,South America,34,
Chile,Santiago,South America,19.6,Ana Soto
Kenya,Nairobi,Africa,55,
Ghana,Accra,Africa,33.5,Ama Boateng
Laos,Vientiane,Asia,7.5,
Luxembourg,Luxembourg,Europe,0.7,
Freedonia,Accra,Europe,0.1,Rufus Hale
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "facts.csv").write_text(COUNTRIES, "utf8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), prog_name="quizgen")


def made(text: str, folder: Path, limit: int | None = None, name: str = "facts.csv") -> quizgen.ItemBank:
    (folder / name).write_text(text, "utf8")
    return quizgen.generate(quizgen.read(folder / name), limit)


def asked(items: quizgen.ItemBank) -> dict[str, str]:
    return {item.question: item.answer for item in items}


def test_what_is_asked(here: Path) -> None:
    found = asked(made(COUNTRIES, here))
    assert found["What is the capital of Peru?"] == "Lima"
    assert found["Which country has the capital Lima?"] == "Peru"
    assert found["What is the population of Kenya?"] == "55 million"
    assert found["Who is the president of Ghana?"] == "Ama Boateng"
    assert found["Of which country is Ana Soto the president?"] == "Chile"


def test_names_of_functions_keep_their_brackets(here: Path) -> None:
    table = "function,what it does,purpose,first released\nprint(),writes,to write,1991\nlen(),counts,to count,1992\n"
    questions = asked(made(table, here))
    assert questions["What is the purpose of print()?"] == "to write"
    assert questions["When was len() first released?"] == "1992"
    assert not any("what it does" in question for question in questions)


def test_two_right_answers_are_asked_the_other_way_round(here: Path) -> None:
    found = asked(made(COUNTRIES, here))
    assert "Which country has the capital Accra?" not in found
    assert found["What is the capital of Ghana?"] == found["What is the capital of Freedonia?"] == "Accra"
    assert "Which country has the continent Africa?" not in found
    twice = asked(made("country,capital\nBolivia,La Paz\nBolivia,Sucre\nPeru,Lima\n", here))
    assert "What is the capital of Bolivia?" not in twice
    assert twice["Which country has the capital Sucre?"] == "Bolivia"


def test_alike_is_not_the_same(here: Path) -> None:
    found = asked(made("country,capital\nGuinea,Conakry\nEquatorial Guinea,Malabo\n", here))
    assert found["Which country has the capital Conakry?"] == "Guinea"
    found = asked(made("language,inventor\nC,Dennis Ritchie\nC++,Bjarne Stroustrup\n", here))
    assert found["Who invented C++?"] == "Bjarne Stroustrup"


def test_nothing_gives_its_answer_away(here: Path) -> None:
    assert not [q for q in asked(made(COUNTRIES, here)) if "Luxembourg" in q and "capital" in q]


def test_options_come_from_the_same_column_and_are_wrong(here: Path) -> None:
    column = {line.split(",")[1] for line in COUNTRIES.splitlines()[1:]}
    items = [i for i in made(COUNTRIES, here) if i.type is ItemType.SHORT or i.type is ItemType.CHOICE]
    document = quizgen.read(here / "facts.csv")
    choices = quizgen.generate(document, None, types=["choice"])
    assert len(choices) > 15 and len(items) >= len(choices)
    for item in choices:
        options = {d.text for d in item.distractors}
        assert len(options) == 3 and item.answer not in options
        if "capital" in item.question and item.question.startswith("What"):
            assert options < column
    south = next(i for i in choices if i.question == "What is the continent of Peru?")
    assert {d.text for d in south.distractors} == {"Africa", "Asia", "Europe"}


def test_numbers_are_made_up_where_the_column_has_too_few(here: Path) -> None:
    items = made("mountain,height (m)\nKilimanjaro,5895\nMount Kenya,5199\n", here)
    document = quizgen.read(here / "facts.csv")
    (item,) = [i for i in quizgen.generate(document, None, types=["choice"]) if "of Kilimanjaro" in i.question]
    assert "5199 m" in {d.text for d in item.distractors}
    assert all(d.text.endswith(" m") for d in item.distractors)
    assert items


def test_statements_are_true_or_false(here: Path) -> None:
    (here / "facts.csv").write_text(COUNTRIES, "utf8")
    items = quizgen.generate(quizgen.read(here / "facts.csv"), None, types=["true_false"])
    assert {item.answer for item in items} == {"True", "False"}
    for item in items:
        assert item.question.endswith(".") and (item.answer == "True") == (not item.explanation)
    blanks = quizgen.generate(quizgen.read(here / "facts.csv"), None, types=["cloze"])
    assert "The capital of Peru is _____." in asked(blanks)


def test_a_sheet_mixes_types_and_takes_no_more_than_asked_for(here: Path) -> None:
    items = made(COUNTRIES, here, 20).items
    assert 15 <= len(items) <= 20
    assert {item.type for item in items} == set(ItemType) - set(SETS)  # what is made of several facts needs sentences


def test_no_item_has_a_mechanical_fault(here: Path) -> None:
    document = quizgen.read(here / "facts.csv")
    for limit in (20, None):
        found = faults(quizgen.generate(document, limit), document.text)
        assert not found, "\n".join(map(str, found))


def test_the_row_is_the_evidence(here: Path) -> None:
    document = quizgen.read(here / "facts.csv")
    for item in quizgen.generate(document, None):
        assert document.text[item.evidence.start : item.evidence.end] == item.evidence.text
        assert item.evidence.text.startswith("country: ")
        if item.type is not ItemType.TRUE_FALSE:
            assert document.text[item.evidence.answer_start : item.evidence.answer_end] == item.answer


def test_ids_survive_sorting_and_edits_elsewhere(here: Path) -> None:
    ids = {item.id: item.question for item in made(COUNTRIES, here)}
    header, *rows = COUNTRIES.splitlines()
    turned = {item.id: item.question for item in made("\n".join([header, *sorted(rows)]), here)}
    assert turned == ids
    more = made("\n".join([header, "Fiji,Suva,Oceania,0.9,", *rows]).replace("55", "56"), here)
    kept = {item.id for item in more} & ids.keys()
    assert {ids[id] for id in ids.keys() - kept} == {
        "What is the population of Kenya?",
        "Which country has the population 55 million?",
    }


def test_the_same_table_gives_the_same_bank(here: Path) -> None:
    assert made(COUNTRIES, here, 10) == made(COUNTRIES, here, 10)


@pytest.mark.parametrize("name", ["words.yaml", "words.json"])
def test_a_list_is_a_table_and_what_is_made_of_it_a_quiz(here: Path, name: str) -> None:
    rows = '[{"English": "snail", "German": "Schnecke"}, {"English": "owl", "German": "Eule"}]'
    (here / name).write_text(rows, "utf8")
    assert run("make", name, "-o", "quiz.yaml", "-o", "deck.apkg").exit_code == 0
    assert {item.answer for item in bank.load(here / "quiz.yaml")} & {"Schnecke", "snail"}
    again = run("make", "quiz.yaml", "-o", "again.json")
    assert again.exit_code == 0, again.output
    assert bank.load(here / "again.json").items == bank.load(here / "quiz.yaml").items


def test_a_table_is_explained(here: Path) -> None:
    result = run("explain", "facts.csv")
    assert result.exit_code == 0, result.output
    assert "1. country: Peru; capital: Lima" in result.stdout
    assert "refused, several_rows: the same question has the answer 'Freedonia' too" in result.stdout
    assert "not read as a statement" not in result.stdout
    assert run("explain", "facts.csv", "--conllu").exit_code == 1


def test_a_table_is_played(here: Path) -> None:
    result = CliRunner().invoke(main, ["play", "facts.csv", "--items", "2", "--types", "short"], input="x\ny\n")
    assert result.exit_code == 0, result.output


def test_a_fault_is_told_in_one_sentence(here: Path) -> None:
    (here / "facts.csv").write_text("country,capital\nPeru,Lima,South America\n", "utf8")
    result = run("make", "facts.csv")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("quizgen: facts.csv:2: This row has 3 cells")
    (here / "facts.csv").write_text("", "utf8")
    assert run("make", "facts.csv").exit_code == 1


def test_no_model_is_loaded(here: Path) -> None:
    code = "from quizgen.cli import main; main(['make', 'facts.csv', '-o', 'q.yaml'], standalone_mode=False)"
    tail = "; import sys; print('MODULES', *{name.split('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code + tail], capture_output=True, text=True, check=True, cwd=here)
    assert not set(done.stdout.rpartition("MODULES")[2].split()) & {"onnxruntime", "tokenizers", "trafilatura"}
    assert (here / "q.yaml").exists()


def test_a_table_in_another_language_is_no_article_to_refuse(here: Path) -> None:
    text = "English,German\n" + "".join(f"word {n},das Wort und der Satz Nummer {n} ist nicht da\n" for n in range(9))
    assert len(made(text, here)) >= 9
