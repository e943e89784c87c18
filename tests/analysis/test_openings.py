"""Common nouns at the head of a sentence, names, and what the parser shipped makes of both."""

from __future__ import annotations

import quizgen
from quizgen.records import Token


def opening(text: str, sentence: int) -> Token:
    return quizgen.analyse(text).sentences[sentence].tokens[0]


def test_a_noun_that_the_article_writes_small_is_no_name() -> None:
    text = (
        "The aardvark is a mammal native to Africa. The aardvark feeds on ants. Aardvarks live alone. "
        "An aardvark digs its burrow at night. Aardvarks avoid rocky terrain."
    )
    for sentence in (2, 4):
        token = opening(text, sentence)
        assert (token.upos, token.xpos, token.lemma) == ("NOUN", "NNS", "aardvark")
    assert not any(item.question.startswith("Who") for item in quizgen.generate(text, None).items)


def test_a_name_that_stands_large_inside_a_sentence_stays_one() -> None:
    text = "Turkey borders Greece. A turkey is a large bird. In 1923 Turkey became a republic. Turkey has a long coast."
    assert [opening(text, at).upos for at in (0, 3)] == ["PROPN", "PROPN"]


def test_what_stands_before_the_copula_is_of_the_clause() -> None:
    text = "In mathematics and computer science, an algorithm is a self-contained step-by-step set of operations."
    answers = [i.answer for i in quizgen.generate(text, None).items if i.rule == "identity.what_is"]
    assert answers == ["a self-contained step-by-step set of operations"]
