"""From text to parsed sentences, with the weights that ship."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from quizgen import analysis
from quizgen.analysis import conllu, trees
from quizgen.analysis.parser import Model
from quizgen.errors import ModelError
from quizgen.records import Block, BlockKind, Document, Sentence, Span

TEXT = """The old bridge was built by a Scottish engineer in 1831, and it still carries trains across the river.

“We painted it twice,” Anna Reid said on Monday. Her brother didn't help."""


def parse(text: str, model: Model) -> tuple[Sentence, ...]:
    return analysis.parse(Document(text), model)


def described(sentence: Sentence) -> list[tuple[str, int, str]]:
    return [(t.form, t.head, t.deprel) for t in sentence.tokens]


def test_a_plain_text_is_parsed(model: Model) -> None:
    bridge, paint, brother = parse(TEXT, model)
    built = next(t for t in bridge.tokens if t.form == "built")
    assert bridge.root == built
    assert (built.lemma, built.xpos, built.feat("Voice")) == ("build", "VBN", "Pass")
    assert [t.form for t in bridge.children(built, "nsubj:pass", "obl:agent")] == ["bridge", "engineer"]
    assert next(t for t in bridge.tokens if t.form == "engineer").entity == "person"
    assert [(s.paragraph, s.index) for s in (bridge, paint, brother)] == [(0, 0), (1, 1), (1, 2)]
    assert [t.lemma for t in brother.tokens[2:4]] == ["do", "not"]


def test_offsets_point_into_the_document(model: Model) -> None:
    for sentence in parse(TEXT, model):
        assert TEXT[sentence.start : sentence.end] == sentence.text
        assert all(TEXT[t.start : t.end] == t.form for t in sentence.tokens)


def test_a_sentence_has_the_same_tree_whatever_stands_around_it(model: Model) -> None:
    together = parse(TEXT, model)
    alone = [parse(sentence.text, model)[0] for sentence in together]
    for one, other in zip(together, alone, strict=True):
        assert [(*row, t.confidence) for row, t in zip(described(one), one.tokens, strict=True)] == [
            (*row, t.confidence) for row, t in zip(described(other), other.tokens, strict=True)
        ]


def test_another_process_gives_the_same_trees(model: Model) -> None:
    code = (
        "import sys; from quizgen import analysis; from quizgen.analysis import conllu\n"
        "from quizgen.records import Document\n"
        "sentences = analysis.parse(Document(sys.stdin.read()), analysis.load_model())\n"
        "sys.stdout.buffer.write(conllu.dumps(sentences).encode())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONUTF8": "1", "OMP_NUM_THREADS": "3"}
    done = subprocess.run(
        [sys.executable, "-c", code], input=TEXT.encode(), capture_output=True, check=True, env=environment
    )
    assert done.stdout.decode() == conllu.dumps(parse(TEXT, model))


@pytest.mark.parametrize(
    "text",
    [
        "*** --- 123 !!! ???",
        "\x00\x01 hello\x07 world\x1f.",
        "I 😀 love 👩‍👩‍👧‍👦 it 🇩🇪!! ❤️ 👍🏽",
        "a" * 10_000,
        "non-" * 3000,
        "http://" + "a/" * 3000,
        "bad \ud800 surrogate",
        "这是一个句子。 هذه جملة عربية.",
        "((([[[{{{" * 40,
        "dogs " * 5000,
        "1,000," * 2000,
        "One\x0btwo\x0cthree\x85four\u2028five.",
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_strange_text_gives_trees_and_never_an_error(text: str, model: Model) -> None:
    for sentence in parse(text, model):
        assert text[sentence.start : sentence.end] == sentence.text
        assert [t.head for t in sentence.tokens].count(0) == 1
        assert all(t.form == text[t.start : t.end] and t.form.strip() for t in sentence.tokens)
        assert all(0.0 <= t.confidence <= 1.0 for t in sentence.tokens)


@pytest.mark.parametrize("text", ["", " \n\n \t", "\u200b\ufeff", "\x00" * 50])
def test_no_words_give_no_sentences(text: str, model: Model) -> None:
    assert parse(text, model) == ()


def test_a_long_sentence_is_cut_at_clauses(model: Model) -> None:
    clause = "the tall man with the red hat walked to the market near the old bridge"
    text = "; ".join([clause] * 20) + "."
    parts = parse(text, model)
    assert len(parts) > 1
    assert not any(part.skipped for part in parts)
    assert all(part.text.startswith("the tall man") and len(part.tokens) <= trees.LONGEST for part in parts)
    assert [t.form for part in parts for t in part.tokens] == text.replace(";", " ;").replace(".", " .").split()


def test_a_long_sentence_without_clauses_is_skipped_with_a_reason(model: Model) -> None:
    (sentence,) = parse("buffalo " * 400, model)
    assert "longer than" in sentence.skipped
    assert len(sentence.tokens) == 400
    assert all(t.confidence == 0.0 for t in sentence.tokens)


def test_blocks_part_sentences_and_give_their_kind(model: Model) -> None:
    text = "A Town\n\nx = 1\n\none two\nthree four\n\nIt is\nold."
    starts = {BlockKind.HEADING: "A Town", BlockKind.CODE: "x = 1", BlockKind.TABLE: "one two\nthree four"}
    starts[BlockKind.PARAGRAPH] = "It is\nold."
    blocks = tuple(Block(kind, Span(text.index(s), text.index(s) + len(s))) for kind, s in starts.items())
    sentences = analysis.parse(Document(text, blocks=blocks), model)
    assert [(s.text, s.block, s.paragraph) for s in sentences] == [
        ("A Town", BlockKind.HEADING, 0),
        ("x = 1", BlockKind.CODE, 1),
        ("one two", BlockKind.TABLE, 2),
        ("three four", BlockKind.TABLE, 2),
        ("It is\nold.", BlockKind.PARAGRAPH, 3),
    ]
    assert [bool(s.skipped) for s in sentences] == [False, True, False, False, False]


def test_a_model_travels_by_its_folder(model: Model) -> None:
    again = pickle.loads(pickle.dumps(model))
    assert described(parse(TEXT, again)[0]) == described(parse(TEXT, model)[0])


def test_a_missing_or_broken_model_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ModelError, match="not here"):
        analysis.load_model(tmp_path)
    monkeypatch.setenv("QUIZGEN_MODEL", str(tmp_path / "elsewhere"))
    with pytest.raises(ModelError, match="elsewhere"):
        analysis.load_model()
    (tmp_path / "parser.onnx").write_bytes(b"no network")
    (tmp_path / "labels.json").write_text("{}")
    with pytest.raises(ModelError, match="cannot be read"):
        analysis.load_model(tmp_path)


def test_gold_trees_take_the_place_of_the_parser() -> None:
    document, sentences = conllu.loads("1\tGo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n")
    assert analysis.analyse(document, None, sentences).sentences == sentences


@pytest.mark.parametrize(
    ("text", "word", "relation"),
    [
        ("Every evening the keeper carried oil up 183 steps.", "up", "case"),
        ("The workers rolled the barrels down the hill.", "down", "case"),
        ("She picked the children up last week.", "up", "compound:prt"),
        ("The company took the firm over in 1990.", "over", "compound:prt"),
    ],
)
def test_behind_the_object_a_way_is_a_preposition_and_a_particle_a_particle(model, text, word, relation):
    (sentence,) = analysis.parse(Document(text), model)
    assert next(token.deprel for token in sentence.tokens if token.form == word) == relation
