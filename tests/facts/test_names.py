"""What something is called."""

from __future__ import annotations

import pytest
from fact_table import Row, read, rows

from quizgen.analysis.parser import Model

STATED = """
    She wrote a long poem called 'The Lighthouse'. → thing=the long poem; name=The Lighthouse
    The crew filmed a drama named "The Challenge". → thing=the drama; name=The Challenge
    The king owned a ship called the Vasa. → thing=the ship; name=the Vasa
    Since 2020 the lagoon has been protected by a barrier known as MOSE. → thing=the barrier; name=MOSE
    A barrier known as MOSE has protected the lagoon since 2020. → thing=the barrier; name=MOSE
    She lived in an abandoned village near Rome called Ninfa. → thing=the abandoned village near Rome; name=Ninfa
"""
SILENT = """
    The film was called a disaster.
    The mayor called the police.
    The town is famous.
    She lived in a village called Ninfa.
    Before Europeans discovered other oceans, their term "ocean" was synonymous with the waters beyond the Strait of Gibraltar that are now known as the Atlantic.
    He was named after a saint.
"""  # noqa: E501


@pytest.mark.parametrize("row", rows(STATED), ids=str)
def test_stated(row: Row, model: Model) -> None:
    assert set(read("name", row.sentence, model)) == set(row.facts)


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_no_name_is_given(sentence: str, model: Model) -> None:
    assert read("name", sentence.strip(), model) == ()
