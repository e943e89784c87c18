"""When something happened, how long it took, since and until when."""

from __future__ import annotations

import datetime

import pytest
from fact_table import Row, read, rows

from quizgen.analysis.parser import Model

STATED = """
    Marie Curie discovered radium in 1898. → time=in 1898
    The treaty was signed on 3 March 1878. → time=on 3 March 1878
    The war began in the early 1960s. → time=in the early 1960s
    The cathedral was finished in the 13th century. → time=in the 13th century
    In 1905, Einstein published four papers. → time=in 1905
    On 16 October 2021, the crew landed in Kazakhstan. → time=on 16 October 2021
    The bridge was finished before 1900. → time=before 1900
    The abbey was founded around 1150. → time=around 1150
    The valley floods in winter. → time=in winter
    The siege lasted for 900 days. → duration=for 900 days
    The siege lasted 900 days. → duration=900 days
    She worked in the mine for a year. → duration=for a year
    The crew returned after three weeks. → interval=after three weeks
    The museum has been open since 1989. → start=since 1989
    The fort was used until 1912. → end=until 1912
    The mayor said that the mine closed in 1988. → time=in 1988
    The painter was born on 15 April 1452 and died on 2 May 1519. → time=on 15 April 1452 / time=on 2 May 1519
    The castle, built in 1240, was sold in 1800. → time=in 1240 / time=in 1800
"""
SILENT = """
    The bridge is in Rome.
    The tower has 294 steps.
    The treaty of 1648 ended the war.
    The bakery opens at six every morning.
    The team trains every Monday.
    The bank closed last year.
    Yesterday the council met in Rome.
    Did the war begin in 1914?
    “The mine closed in 1988,” said the mayor.
"""


@pytest.mark.parametrize("row", rows(STATED), ids=str)
def test_stated(row: Row, model: Model) -> None:
    assert read("time", row.sentence, model) == row.facts


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_nothing_is_dated(sentence: str, model: Model) -> None:
    assert read("time", sentence.strip(), model) == ()


def test_the_day_of_the_article_settles_what_tuesday_is(model: Model) -> None:
    news = "The crew landed on Tuesday. The film was shown last year."
    dated = read("time", news, model, datetime.date(2021, 10, 6))
    assert dated == ("time=in 2020", "time=on October 5, 2021")
    assert read("time", news, model) == ()
