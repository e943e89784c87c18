"""Phrases as they stand alone: ``sentence | words → field=value; …`` for one subject or argument."""

from __future__ import annotations

import pytest
from fact_table import analysed

from quizgen.analysis.parser import Model
from quizgen.facts.article import Article
from quizgen.facts.clauses import clauses
from quizgen.records import Phrase

TABLE = """
    London lies on the Thames. | London → type=place; number=sing; proper=True; noun=city
    London lies on the Thames. | the Thames → type=place; marker=on; determiner=the; proper=True
    Anna's brother bought over 600 books. | Anna's brother → type=person; head=brother; proper=False; noun=brother
    Anna's brother bought over 600 books. | over 600 books → type=object; number=plur; head=book; noun=books
    French cooks use butter from Normandy. | French cooks → type=person; number=plur; determiner=
    French cooks use butter from Normandy. | Normandy → type=place; marker=from
    The twins ate apples, pears and plums. | apples, pears and plums → number=plur; type=plant
    Peresild and Shipenko docked at the station. | Peresild and Shipenko → number=plur; type=person; proper=True
    The battle was fought on 14 October 1066. | 14 October 1066 → type=time; marker=on; noun=day; value=1066-10-14
    The bridge was finished in 1998. | 1998 → type=time; marker=in; noun=year; value=1998
    The company earned money in the 1960s. | the 1960s → type=time; noun=decade; value=196X
    The church was built in the 13th century. | the 13th century → type=time; noun=century
    The company earned $3.5 million. | $3.5 million → type=money
    Martin Luther King Jr. led the march. | Martin Luther King Jr. → type=person; proper=True
    The Spanish architect Santiago Calatrava died. | Santiago Calatrava → type=person; definition=Spanish architect; proper=True
    A Russian actor, Yulia Peresild, flew to Rome. | Yulia Peresild → type=person; definition=Russian actor; gender=fem
    Marie Curie discovered radium. | Marie Curie → type=person; definition=; aliases=Curie
    The flight was delayed because of the fog. | the fog → marker=because of; determiner=the
    The king of Spain, who ruled for ten years, died. | the king of Spain → type=person; head=king
    The station (built in 1998) closed. | the station → number=sing
    The tower, however, fell. | the tower → number=sing
"""  # noqa: E501


def cases() -> list[tuple[str, str, dict[str, str]]]:
    found = []
    for line in TABLE.strip().splitlines():
        left, _, right = line.partition("→")
        sentence, words = (part.strip() for part in left.split("|"))
        found.append((sentence, words, dict(pair.strip().split("=") for pair in right.split(";"))))
    return found


def phrases(sentence: str, model: Model) -> dict[str, Phrase]:
    article = Article(analysed(sentence, model))
    parsed = [p.clause for s in article.sentences for p in clauses(article, s)]
    return {p.text: p for c in parsed for p in (c.subject, *(a.phrase for a in c.arguments))}


def shown(phrase: Phrase, field: str) -> str:
    value = getattr(phrase, field)
    return ",".join(value) if isinstance(value, tuple) else str(value)


@pytest.mark.parametrize(("sentence", "words", "fields"), cases())
def test_phrase(sentence: str, words: str, fields: dict[str, str], model: Model) -> None:
    found = phrases(sentence, model)
    assert words in found
    assert {field: shown(found[words], field) for field in fields} == fields


@pytest.mark.parametrize(
    ("sentence", "words", "word"),
    [
        ("He left the house in 1990.", "he", "He"),
        ("The crew reached this city in May.", "this city", "this"),
        ("The crew reached it in May.", "it", "it"),
        ("The crew left the harbour yesterday.", "yesterday", "yesterday"),
        ("The crew found the former in Rome.", "the former", "former"),
    ],
)
def test_what_points_at_nothing_dangles(sentence: str, words: str, word: str, model: Model) -> None:
    assert phrases(sentence, model)[words].dangling == word


def test_a_pronoun_is_written_as_the_name_it_stands_for(model: Model) -> None:
    text = "Marie Curie was born in Warsaw. She discovered radium with her husband in 1898."
    found = phrases(text, model)
    assert "Marie Curie" in found and "she" not in found
    husband = found["Marie Curie's husband"]
    assert (husband.original, husband.names, husband.dangling) == ("her husband", ("Marie Curie",), "")


def test_a_last_name_is_written_in_full(model: Model) -> None:
    found = phrases("Clara Voss studied in Bonn. In 1931, Voss designed the bridge.", model)
    assert set(found) >= {"Clara Voss", "the bridge"} and "Voss" not in found
