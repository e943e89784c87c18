"""CoNLL-U in and out."""

from __future__ import annotations

import datetime
import subprocess
import sys

import pytest

from quizgen.analysis import conllu
from quizgen.errors import ReadingError
from quizgen.records import BlockKind, Sentence, Token


def table(text: str) -> str:
    """CoNLL-U written with blanks instead of tabs; comments stay."""
    return "\n".join(line if line.startswith("#") else "\t".join(line.split()) for line in text.splitlines())


TWO = table(
    """# newdoc id = town
# meta::title = A Town
# meta::dateCreated = 2021-10-06
# newpar_block = head (1 s)
# text = Towns
1 Towns town NOUN NNS Number=Plur 0 root _ _

# newpar
# text = Don't  go!
1-2 Don't _ _ _ _ _ _ _ _
1 Do do AUX VB _ 3 aux 3:aux _
2 n't not PART RB Polarity=Neg 3 advmod _ _
3 go go VERB VB VerbForm=Inf|Mood=Imp 0 root _ SpaceAfter=No
3.1 away away ADV RB _ _ _ 3:advmod _
4 ! ! PUNCT . _ 3 punct _ SpaceAfter=No

# text = Stay.
1 Stay stay VERB VB _ 0 root _ SpaceAfter=No
2 . . PUNCT . _ 1 punct _ _

# text = It is
1 It it PRON PRP _ 2 nsubj _ _
2 is be VERB VBZ _ 0 root _ _
"""
)


def test_the_document_is_put_together() -> None:
    document, sentences = conllu.loads(TWO, "town.conllu")
    assert document.text == "Towns\n\nDon't  go!Stay. It is"
    assert (document.title, document.date, document.source) == ("A Town", datetime.date(2021, 10, 6), "town.conllu")
    assert [s.text for s in sentences] == ["Towns", "Don't  go!", "Stay.", "It is"]
    assert [(s.paragraph, s.block) for s in sentences] == [
        (0, BlockKind.HEADING), (1, BlockKind.PARAGRAPH), (1, BlockKind.PARAGRAPH), (1, BlockKind.PARAGRAPH),
    ]  # fmt: skip
    assert [document.text[b.span.start : b.span.end] for b in document.blocks] == ["Towns", "Don't  go!Stay. It is"]
    assert all(document.text[s.start : s.end] == s.text for s in sentences)


def test_words_of_a_multiword_token_share_its_letters() -> None:
    document, sentences = conllu.loads(TWO)
    assert [document.text[t.start : t.end] for t in sentences[1].tokens] == ["Do", "n't", "go", "!"]
    french = table(
        "1-2 du _ _ _ _ _ _ _ _\n1 de de ADP _ _ 3 case _ _\n2 le le DET _ _ 3 det _ _\n3 pain pain NOUN _ _ 0 root _ _"
    )
    tokens = conllu.loads(french)[1][0].tokens
    assert [(t.form, t.start, t.end) for t in tokens] == [("de", 0, 1), ("le", 1, 2), ("pain", 3, 7)]


def test_columns_are_read() -> None:
    token = conllu.loads(TWO)[1][1].tokens[2]
    assert (token.form, token.lemma, token.upos, token.xpos, token.head, token.deprel) == (
        "go",
        "go",
        "VERB",
        "VB",
        0,
        "root",
    )
    assert token.feats == (("Mood", "Imp"), ("VerbForm", "Inf"))
    assert (token.entity, token.confidence) == ("", 1.0)


def test_a_text_that_does_not_fit_its_words_is_put_aside() -> None:
    document, _ = conllu.loads(
        table("# text = Something else\n1 Go go VERB VB _ 0 root _ SpaceAfter=No\n2 ! ! PUNCT . _ 1 punct _ _")
    )
    assert document.text == "Go!"


def test_entities_of_gum_stand_on_the_head_of_each_mention() -> None:
    text = table(
        """# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity
1 The the DET DT _ 2 det _ Entity=(1-person-new-n-cf1-2-sgl
2 mayor mayor NOUN NN _ 0 root _ _
3 of of ADP IN _ 6 case _ _
4 New New ADJ NNP _ 5 amod _ Entity=(2-organization-new-n-cf2-3-sgl(3-place-new-n-cf3-1,2-sgl
5 York York PROPN NNP _ 6 compound _ Entity=3)
6 Club club NOUN NN _ 2 nmod _ Entity=2)1)
7 today today NOUN NN _ 2 obl _ Entity=(4-time-new-n-cf4-1-sgl)
"""
    )
    (sentence,) = conllu.loads(text)[1]
    assert [t.entity for t in sentence.tokens] == ["", "person", "", "", "place", "organization", "time"]


def test_of_two_mentions_with_one_head_the_inner_one_counts() -> None:
    text = table(
        """# global.Entity = GRP-etype-minspan
1 Rome Rome PROPN NNP _ 0 root _ Entity=(1-organization-1(2-place-1)
2 United United PROPN NNP _ 1 flat _ Entity=1)
"""
    )
    assert [t.entity for t in conllu.loads(text)[1][0].tokens] == ["place", ""]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("1 Go go VERB", 1, "columns"),
        ("# text = Go\n1 Go go VERB VB _ 0 root _ _\n\n2 Go go VERB VB _ 0 root _ _", 4, "id"),
        ("1 Go go VERB VB _ 7 root _ _", 1, "head"),
        ("1 Go go VERB VB _ _ root _ _", 1, "head"),
        ("1 a a DET DT _ 2 det _ _\n2 b b NOUN NN _ 1 dep _ _", 1, "root"),
        ("1 a a DET DT _ 0 root _ _\n2 b b NOUN NN _ 0 root _ _", 1, "root"),
        ("1 a a DET DT _ 0 root _ _\n2 b b X X _ 3 dep _ _\n3 c c X X _ 2 dep _ _", 2, "circle"),
        ("1-3 ab _ _ _ _ _ _ _ _\n1 a a X X _ 0 root _ _\n2 b b X X _ 1 dep _ _", 3, "multiword"),
        ("1-2 ab _ _ _ _ _ _ _ _\n1 a a X X _ 0 root _ _\n2-3 b _ _ _ _ _ _ _ _\n2 b b X X _ 1 dep _ _", 3, "id"),
        ("Not a treebank.", 1, "columns"),
    ],
)
def test_what_is_malformed_is_refused_with_its_line(text: str, line: int, message: str) -> None:
    with pytest.raises(ReadingError, match=message) as caught:
        conllu.loads(table(text), "bad.conllu")
    assert str(caught.value).startswith(f"bad.conllu:{line}: ")


def test_nothing_gives_an_empty_document() -> None:
    assert conllu.loads("\n\n")[0].text == ""
    assert conllu.loads("# newdoc\n\n")[1] == ()


def test_windows_line_ends_and_a_byte_order_mark_are_read_over() -> None:
    assert conllu.loads("\ufeff" + TWO.replace("\n", "\r\n"))[1] == conllu.loads(TWO)[1]


def test_what_is_written_reads_back_the_same() -> None:
    document, sentences = conllu.loads(TWO)
    again, trees = conllu.loads(conllu.dumps(sentences))
    assert trees[0].tokens == sentences[0].tokens
    assert [[(t.form, t.lemma, t.feats, t.head, t.deprel) for t in s.tokens] for s in trees] == [
        [(t.form, t.lemma, t.feats, t.head, t.deprel) for t in s.tokens] for s in sentences
    ]
    assert again.text == document.text.replace("  ", " ")
    assert [(s.block, s.paragraph) for s in trees] == [(s.block, s.paragraph) for s in sentences]


def test_entity_confidence_and_reason_are_kept() -> None:
    token = Token(1, "Łódź", "Łódź", "PROPN", "NNP", (("Number", "Sing"),), 0, "root", 0, 4, "place", 0.4567)
    text = conllu.dumps([Sentence(0, (token,), "Łódź", 0, 4, BlockKind.QUOTE, 0, "too\nlong")])
    assert "Confidence=0.457|Etype=place" in text
    (sentence,) = conllu.loads(text)[1]
    assert (sentence.tokens[0].entity, sentence.tokens[0].confidence) == ("place", 0.457)
    assert (sentence.block, sentence.skipped) == (BlockKind.QUOTE, "too long")


def test_every_line_has_ten_columns_and_multiword_tokens_are_marked() -> None:
    text = conllu.dumps(conllu.loads(TWO)[1])
    rows = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert all(row.count("\t") == 9 and "" not in row.split("\t") for row in rows)
    assert "1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_" in rows
    assert text.endswith("\n\n")


def test_reading_trees_loads_no_network() -> None:
    heavy = "{'numpy', 'onnxruntime', 'lemminflect'}"
    code = f"import sys; from quizgen.analysis import conllu; print({heavy} & {{*sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
