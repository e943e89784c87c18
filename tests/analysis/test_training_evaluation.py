"""The scores are counted as they are defined."""

from __future__ import annotations

import pytest

from quizgen.analysis import conllu
from quizgen.analysis.training.evaluation import Share, calibration_error, compare
from quizgen.records import Sentence

TEXT = "Ada left . She was born in 1815 ."


def reading(*sentences: str) -> tuple[Sentence, ...]:
    """Sentences of ``form/UPOS/head/relation`` laid over ``TEXT``; a form may leave out a blank of the text."""
    blocks = []
    for sentence in sentences:
        lines = []
        for number, word in enumerate(sentence.split(), start=1):
            form, upos, head, relation = word.split("/")
            lines.append(f"{number}\t{form}\t_\t{upos}\t_\t_\t{head}\t{relation}\t_\t_")
        blocks.append("\n".join(lines))
    document, parsed = conllu.loads("\n\n".join(blocks) + "\n\n")
    assert document.text == TEXT
    return parsed


GOLD = (
    "Ada/PROPN/2/nsubj left/VERB/0/root ./PUNCT/2/punct",
    "She/PRON/3/nsubj:pass was/AUX/3/aux:pass born/VERB/0/root in/ADP/5/case 1815/NUM/3/obl ./PUNCT/3/punct",
)


def test_a_reading_agrees_with_itself() -> None:
    gold = reading(*GOLD)
    assert {share.f1 for share in compare(TEXT, gold, gold).values()} == {1.0}


def test_a_wrong_label_a_wrong_head_and_a_wrong_tag_are_counted_apart() -> None:
    ours = reading(GOLD[0].replace("nsubj", "obj"), GOLD[1].replace("in/ADP/5", "in/SCONJ/3"))
    shares = compare(TEXT, ours, reading(*GOLD))
    assert shares["word F"] == Share(9, 9, 9)
    assert shares["UPOS F"] == Share(8, 9, 9)
    assert shares["UAS F"] == Share(8, 9, 9)
    assert shares["LAS F"] == Share(7, 9, 9)


def test_a_missed_boundary_costs_sentences_and_the_second_root() -> None:
    joined = (
        "Ada/PROPN/2/nsubj left/VERB/0/root ./PUNCT/2/punct She/PRON/6/nsubj:pass was/AUX/6/aux:pass "
        "born/VERB/2/parataxis in/ADP/8/case 1815/NUM/6/obl ./PUNCT/6/punct"
    )
    shares = compare(TEXT, reading(joined), reading(*GOLD))
    assert shares["sentence F"] == Share(0, 1, 2)
    assert shares["word F"].f1 == 1.0
    assert shares["LAS F"] == Share(8, 9, 9)


def test_words_match_by_the_characters_they_cover() -> None:
    ours = conllu.loads("1\tAda\t_\tPROPN\t_\t_\t2\tnsubj\t_\t_\n2\tleft.\t_\tVERB\t_\t_\t0\troot\t_\t_\n")[1]
    gold = conllu.loads(
        "1\tAda\t_\tPROPN\t_\t_\t2\tnsubj\t_\t_\n2\tleft\t_\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No\n"
        "3\t.\t_\tPUNCT\t_\t_\t2\tpunct\t_\t_\n"
    )[1]
    shares = compare("Ada left.", ours, gold)
    assert shares["sentence F"] == Share(1, 1, 1)
    assert shares["word F"] == Share(1, 2, 3)
    # Ada is found, but what it hangs on covers other characters.
    assert shares["UAS F"] == Share(0, 2, 3)


def test_shares_of_nothing_are_nought() -> None:
    assert (Share(0, 0, 0).precision, Share(0, 0, 0).recall, Share(0, 0, 0).f1) == (0, 0, 0)
    assert Share(3, 4, 6).f1 == pytest.approx(0.6)
    assert Share(1, 2, 3) + Share(1, 1, 1) == Share(2, 3, 4)


def test_calibration_error_is_the_gap_between_confidence_and_success() -> None:
    assert calibration_error([(1.0, True)] * 5) == 0
    assert calibration_error([(0.75, True), (0.75, True), (0.75, True), (0.75, False)]) == pytest.approx(0)
    assert calibration_error([(0.95, False), (0.05, False)]) == pytest.approx(0.5)
    assert calibration_error([]) == 0
