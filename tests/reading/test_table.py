"""Tables of facts: every form that they come in, and what is said of one that breaks its form."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from quizgen import reading
from quizgen.errors import NothingToAsk, QuizgenError
from quizgen.reading import table
from quizgen.reading.table import headings
from quizgen.records import BlockKind, Document


def document(text: str | bytes, name: str = "facts.csv") -> Document:
    return reading.read_bytes(text if isinstance(text, bytes) else text.encode("utf8"), name)


def cells(read: Document) -> list[dict[str, str]]:
    return [{cell.column: cell.text for cell in row.cells} for row in read.rows]


PERU = [{"country": "Peru", "capital": "Lima"}, {"country": "Kenya", "capital": "Nairobi"}]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "country,capital\nPeru,Lima\nKenya,Nairobi\n"),
        ("a.csv", "country;capital\r\nPeru;Lima\r\nKenya;Nairobi"),
        ("a.csv", "country|capital\nPeru|Lima\n\n\nKenya|Nairobi\n"),
        ("a.csv", "country\tcapital\nPeru\tLima\nKenya\tNairobi\n"),
        ("a.tsv", "country\tcapital\nPeru\tLima\nKenya\tNairobi\n"),
        ("a.csv", 'sep=;\ncountry;capital\nPeru;Lima\n"Kenya" ; Nairobi\n'.replace(" ;", ";")),
        ("a.csv", '"country","capital"\n"Peru","Lima"\n"Kenya", "Nairobi"\n'),
        ("a.csv", "Country,Capital,\nPeru,Lima,\nKenya,Nairobi,\n,,\n"),
        ("a.yaml", "- country: Peru\n  capital: Lima\n- {country: Kenya, capital: Nairobi}\n"),
        ("a.yml", "# mine\n---\n\n- country: Peru\n  capital: Lima\n- capital: Nairobi\n  country: Kenya\n"),
        ("a.json", '[{"country": "Peru", "capital": "Lima"},\n\t{"country": "Kenya", "capital": "Nairobi"}]'),
    ],
)
def test_every_form_gives_the_same_rows(name: str, text: str) -> None:
    assert cells(document(text, name)) == PERU


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_every_encoding_is_read(encoding: str) -> None:
    text = "Stadt,Fluss\nKöln,Rhein\nGörlitz,Neiße\n" * 1
    assert cells(document(text.encode(encoding)))[1] == {"stadt": "Görlitz", "fluss": "Neiße"}


def test_a_quoted_cell_may_hold_anything() -> None:
    read = document('term,definition\nisthmus,"a strip of land, ""narrow"",\nbetween two seas"\nfen,a wet place\n')
    assert cells(read)[0]["definition"] == 'a strip of land, "narrow", between two seas'
    assert cells(read)[1]["term"] == "fen"


def test_values_stay_as_they_are_written() -> None:
    assert cells(document("- {a: yes, b: 1.90, c: 2021-10-06, d: null, e: '~'}", "a.yaml")) == [
        {"a": "yes", "b": "1.90", "c": "2021-10-06", "e": "~"}
    ]
    assert cells(document('[{"a": true, "b": 1.90, "c": null, "d": 5}]', "a.json")) == [
        {"a": "true", "b": "1.90", "d": "5"}
    ]


def test_the_text_is_a_line_a_row_and_the_cells_lie_in_it() -> None:
    read = document("country,capital,area (km²)\nPeru,Lima,\nKenya,Nairobi,582646\n")
    assert read.text.splitlines() == [
        "country: Peru; capital: Lima",
        "country: Kenya; capital: Nairobi; area: 582646 km²",
    ]
    assert [block.kind for block in read.blocks] == [BlockKind.ROW] * 2
    for row in read.rows:
        for cell in row.cells:
            assert read.text[cell.span.start : cell.span.end] == cell.text
            assert cell.span in row.span
    assert pickle.loads(pickle.dumps(read)) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Birth_Year Capital", "birth year|capital"),
        ("birthYear capital", "birth year|capital"),
        ("country Nobel Prize", "country|Nobel Prize"),
        ("Country GDP", "country|GDP"),
        ("english german", "English|German"),
        ("Wort English", "wort|English"),
        ("pH Colour", "pH|Colour"),
    ],
)
def test_headings_read_as_in_a_sentence(written: str, read: str) -> None:
    parts = written.split(" ", 1)
    assert "|".join(name for name, _ in headings.named(parts)) == read


@pytest.mark.parametrize(
    ("heading", "cell", "shown"),
    [
        ("area (km²)", "643,801", "643,801 km²"),
        ("area [in km²]", "643,801", "643,801 km²"),
        ("population (millions)", "68.1", "68.1 million"),
        ("price (US$)", "12", "US$12"),
        ("share (%)", "12.5", "12.5%"),
        ("area (km²)", "unknown", "unknown"),
        ("area", "12", "12"),
    ],
)
def test_a_unit_in_the_heading_goes_to_the_numbers(heading: str, cell: str, shown: str) -> None:
    ((name, unit),) = headings.named([heading])
    assert (name, headings.with_unit(cell, unit)) == (heading.split(" ")[0], shown)


@pytest.mark.parametrize(
    ("name", "text", "line", "said"),
    [
        ("a.csv", "country\nPeru\n", 1, "only one column"),
        ("a.csv", "country,capital\nPeru,Lima\nKenya,Nairobi,Africa\n", 3, "This row has 3 cells, the header 2."),
        ("a.csv", "country,capital\nPeru\n", 2, "This row has 1 cell, the header 2."),
        ("a.csv", '\ncountry,capital\n"Peru\n",Lima\n\nKenya\n', 6, "This row has 1 cell"),
        ("a.csv", "sep=,\ncountry,capital\nPeru\n", 3, "This row has 1 cell"),
        ("a.csv", "country,capital,Capital\nPeru,Lima,Lima\n", 1, 'The column "Capital" stands here twice.'),
        ("a.csv", "country,,capital\nPeru,x,Lima\n", 1, "Column 2 has no name."),
        ("a.csv", "country,capital\n,Lima\n", 2, 'Nothing stands under "country" here.'),
        ("a.csv", 'country,capital\nPeru,Lima\nKenya,"Nairobi\n', 3, "A quotation mark of this row has no partner"),
        ("a.csv", 'country,capital\nPeru,"Li"ma\n', 2, "A quotation mark of this row has no partner"),
        ("a.csv", "country,capital\nPeru," + "a" * 200000 + "\n", 2, "too long"),
        ("a.yaml", "- country: Peru\n  capital: [Lima, Cusco]\n", 2, "A single text is expected here."),
        ("a.yaml", "- country: Peru\n  capital: Lima\n- Kenya\n", 3, "This row is no mapping."),
        ("a.yaml", "- country: Peru\n  country: Lima\n", 1, '"country" stands in this row twice.'),
        ("a.yaml", "- country: Peru\n  capital: 'Lima\n", 3, "It is no YAML"),
        ("a.yaml", "- country: Peru\n- country: Kenya\n", 1, "only one column"),
        ("a.yaml", "- country: Peru\n  capital: Lima\n- capital: Cusco\n", 3, 'Nothing stands under "country" here.'),
        ("a.json", '[{"country": "Peru", "capital": "Lima"},\n "Kenya"]', 2, "This row is no object."),
        ("a.json", '[\n\n{"country": "Peru", "capital": {"a": 1}}]', 3, "no single text"),
        ("a.json", '[{"country": "Peru",\n}]', 2, "It is no JSON"),
        ("a.json", "[" * 100_000, 0, "too deep"),
    ],
)
def test_a_table_that_breaks_its_form(name: str, text: str, line: int, said: str) -> None:
    with pytest.raises(QuizgenError) as caught:
        document(text, name)
    error = caught.value
    assert said in str(error)
    assert (error.path, error.line, error.exit_code) == (name, line, 2)
    assert "\n" not in str(error)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", ""), ("a.csv", "\n \n"), ("a.csv", "country,capital\n"), ("a.csv", "a,b\n , \n"), ("a.csv", ",\n,\n"),
        ("a.yaml", "- {}\n- {}\n"), ("a.json", "[]"), ("a.yaml", "[]"),
    ],
)  # fmt: skip
def test_an_empty_table_is_nothing_to_ask_of(name: str, text: str) -> None:
    with pytest.raises(NothingToAsk):
        document(text, name)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.csv", "", True), ("a.TSV", "", True), ("a.txt", "- a: b", False),
        ("a.yaml", "- a: b", True), ("a.yaml", "# x\n\n---\n- a: b", True), ("a.yaml", "--- # x\n-\n  a: b", True),
        ("a.yaml", "[{a: b}]", True), ("a.json", "\n [", True),
        ("a.yaml", "items:\n- question: b", False), ("a.yaml", "title: x\nitems: []", False), ("a.json", "{}", False),
        ("a.yaml", "-x: 1", False), ("a.yaml", "", False), ("a.yaml", "# only\n# - a: b", False),
    ],
)  # fmt: skip
def test_a_list_is_a_table_and_a_mapping_a_quiz(name: str, text: str, expected: bool) -> None:
    assert table.is_table(name, text) is expected


def test_what_cannot_be_opened_is_no_table(tmp_path: Path) -> None:
    assert not reading.is_table(tmp_path / "a.yaml")
    assert reading.is_table(tmp_path / "a.csv")
