"""Lemmas as UD English writes them."""

from __future__ import annotations

import pytest

from quizgen.analysis.lemmas import lemma


@pytest.mark.parametrize(
    ("form", "upos", "xpos", "expected"),
    [
        ("docked", "VERB", "VBD", "dock"),
        ("went", "VERB", "VBD", "go"),
        ("found", "VERB", "VBD", "find"),
        ("lay", "VERB", "VBD", "lie"),
        ("dying", "VERB", "VBG", "die"),
        ("Built", "VERB", "VBN", "build"),
        ("is", "AUX", "VBZ", "be"),
        ("’re", "AUX", "VBP", "be"),
        ("ca", "AUX", "MD", "can"),
        ("’d", "AUX", "MD", "would"),
        ("could", "AUX", "MD", "could"),
        ("n’t", "PART", "RB", "not"),
        ("people", "NOUN", "NNS", "person"),
        ("wives", "NOUN", "NNS", "wife"),
        ("calories", "NOUN", "NNS", "calorie"),
        ("mothers-in-law", "NOUN", "NNS", "mothers-in-law"),
        ("non-profits", "NOUN", "NNS", "non-profit"),
        ("1990s", "NOUN", "NNS", "1990s"),
        ("media", "NOUN", "NN", "media"),
        ("DNA", "NOUN", "NN", "DNA"),
        ("LLMs", "NOUN", "NNS", "LLM"),
        ("better", "ADJ", "JJR", "good"),
        ("oldest", "ADJ", "JJS", "old"),
        ("other", "ADJ", "JJ", "other"),
        ("Russian", "ADJ", "JJ", "Russian"),
        ("States", "PROPN", "NNPS", "State"),
        ("Netherlands", "PROPN", "NNPS", "Netherlands"),
        ("Athens", "PROPN", "NNP", "Athens"),
        ("them", "PRON", "PRP", "they"),
        ("i", "PRON", "PRP", "I"),
        ("their", "PRON", "PRP$", "their"),
        ("Those", "DET", "DT", "that"),
        ("whom", "PRON", "WP", "who"),
        ("12,000", "NUM", "CD", "12000"),
        ("“", "PUNCT", "``", '"'),
        ("’", "PUNCT", "''", "'"),
    ],
)
def test_lemma(form: str, upos: str, xpos: str, expected: str) -> None:
    assert lemma(form, upos, xpos) == expected


def test_the_capital_of_the_first_word_goes_unless_it_is_a_name() -> None:
    assert lemma("Other", "ADJ", "JJ", initial=True) == "other"
    assert lemma("People", "NOUN", "NNS", initial=True) == "person"
    assert lemma("Peresild", "PROPN", "NNP", initial=True) == "Peresild"
