"""The sample articles: of the length of real ones, telling what they should, and read as they are meant."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from quizgen.records import BlockKind, Document

SEEDS = Path(__file__).resolve().parents[1] / "seeds"

WORDS = {
    "the-challenge.txt": (400, 500),
    "mary-anning.txt": (450, 550),
    "volcanoes.md": (430, 520),
    "venice.txt": (430, 520),
}

TITLES = {
    "mary-anning.txt": "Mary Anning, the Fossil Hunter of Lyme Regis",
    "volcanoes.md": "How Volcanoes Work",
    "venice.txt": "Venice: A City on Stilts",
}

CHALLENGE_TELLS = (
    "“The Challenge”",
    "International Space Station (ISS)",
    "Peresild is 37 years old",
    "Anton Shkaplerov, accompanied Peresild and Shipenko aboard a Soyuz rocket",
    "1.9 metres tall",
    "12 days",
    "October 16",
    "on Tuesday",
    "Dmitry Peskov, the Kremlin spokesman",
    "“We have been pioneers in space and maintained a confident position,”",
    "Tom Cruise",
    "Doug Liman",
    "Elon Musk",
    "Roscosmos, the Russian space agency",
    "Mission Control in Moscow",
)


def text_of(name: str) -> str:
    return (SEEDS / name).read_text(encoding="utf8")


def read(name: str) -> Document:
    from quizgen.reading import read

    return read(SEEDS / name)


def texts(document: Document, *kinds: BlockKind) -> list[str]:
    return [document.text[b.span.start : b.span.end] for b in document.blocks if b.kind in kinds]


def test_every_article_of_the_folder_is_listed_here_and_in_its_readme() -> None:
    articles = {path.name for path in SEEDS.iterdir() if path.is_file()} - {"README.md"}
    assert articles == set(WORDS)
    assert all(f"`{name}`" in text_of("README.md") for name in articles)


@pytest.mark.parametrize("name", WORDS)
def test_an_article_has_the_length_of_a_short_real_one(name: str) -> None:
    fewest, most = WORDS[name]
    assert fewest <= len(re.findall(r"\w[\w'’.,-]*", text_of(name))) <= most


@pytest.mark.parametrize("name", WORDS)
def test_an_article_is_clean_text_in_paragraphs(name: str) -> None:
    text = text_of(name)
    assert text.endswith("\n") and "\t" not in text and not re.search(r"\S  |[ ]\n|\n\n\n", text)
    assert text.count("“") == text.count("”") and text.count("(") == text.count(")") and '"' not in text
    assert len(re.split(r"\n\s*\n", text.strip())) >= 7


@pytest.mark.parametrize("words", CHALLENGE_TELLS)
def test_the_challenge_tells_what_it_must(words: str) -> None:
    assert words in text_of("the-challenge.txt")


def test_the_challenge_begins_with_its_header() -> None:
    assert text_of("the-challenge.txt").startswith(" date 2021-10-06 Yulia Peresild, ")


def test_the_header_becomes_the_date_and_leaves_the_first_sentence_clean() -> None:
    document = read("the-challenge.txt")
    assert document.date == datetime.date(2021, 10, 6)
    assert document.text.startswith("Yulia Peresild, an actor from Russia, and Klim Shipenko")
    assert "date 2021" not in document.text


@pytest.mark.parametrize("name", TITLES)
def test_a_title_is_read_as_one(name: str) -> None:
    document = read(name)
    assert document.title == TITLES[name]
    assert document.title not in texts(document, BlockKind.PARAGRAPH)


@pytest.mark.parametrize("name", WORDS)
def test_an_article_is_read_in_the_paragraphs_it_has(name: str) -> None:
    paragraphs = texts(read(name), BlockKind.PARAGRAPH)
    assert len(paragraphs) >= 7
    assert all(re.search(r"[.:?]$", paragraph) for paragraph in paragraphs)


def test_the_textbook_page_keeps_its_headings_and_its_list_apart_from_its_sentences() -> None:
    document = read("volcanoes.md")
    headings = texts(document, BlockKind.HEADING)
    assert headings[0] == "From magma to lava" and len(headings) == 4
    assert [item.split(",")[0] for item in texts(document, BlockKind.LIST_ITEM)] == [
        "At subduction zones",
        "At mid-ocean ridges",
        "At hot spots",
    ]
    assert "*" not in document.text and "#" not in document.text
