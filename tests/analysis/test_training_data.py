"""Treebanks as training reads them: entities of ``Entity=``, label lists, small changes to sentences."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import pytest

from quizgen.analysis.training import data

HEADER = "# newdoc id = one\n# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity\n"


def conllu(*rows: str) -> str:
    """Ten columns from ``form upos xpos head relation misc``, ids counted."""
    lines = []
    for number, row in enumerate(rows, start=1):
        form, upos, xpos, head, relation, *misc = row.split()
        columns = (number, form, "_", upos, xpos, "_", head, relation, "_", misc[0] if misc else "_")
        lines.append("\t".join(map(str, columns)))
    return "\n".join([*lines, "", ""])


LIBRARY = conllu(
    "The DET DT 4 det Entity=(1-organization-new-nnnnn-cf1-2,3,4-sgl",
    "Leiden PROPN NNP 4 compound Entity=(2-place-new-nnnnn-cf2-1-sgl)",
    "University PROPN NNP 4 compound",
    "Library PROPN NNP 5 nsubj Entity=1)",
    "opened VERB VBD 0 root",
    "in ADP IN 7 case",
    "May PROPN NNP 5 obl Entity=(3-time-new-nnnnn-cf3-1-sgl|SpaceAfter=No",
    "1892 NUM CD 7 nummod Entity=3)",
    ". PUNCT . 5 punct",
)


def read(text: str) -> list[data.Example]:
    return list(data.examples(text.splitlines(keepends=True)))


def test_the_type_of_a_noun_phrase_stands_at_the_word_that_heads_it_in_the_tree() -> None:
    (example,) = read(HEADER + LIBRARY)
    assert dict(zip(example.forms, example.entities, strict=True)) == {
        "The": "O",
        "Leiden": "place",
        "University": "O",
        "Library": "organization",
        "opened": "O",
        "in": "O",
        "May": "time",
        "1892": "O",
        ".": "O",
    }


def test_of_two_phrases_with_one_head_the_inner_one_gives_the_type() -> None:
    rows = conllu(
        "Paris PROPN NNP 0 root Entity=(1-organization-new(2-place-new)",
        "and CCONJ CC 3 cc",
        "London PROPN NNP 1 conj Entity=1)",
    )
    assert read(HEADER + rows)[0].entities == ("place", "O", "O")


@pytest.mark.parametrize(
    ("misc", "expected"),
    [
        (("(1-person-new", "1)"), [(0, 2, "person")]),
        (("(1-person-new)", "_"), [(0, 1, "person")]),
        (("(1-abstract-new(2-object-new)", "1)"), [(0, 1, "object"), (0, 2, "abstract")]),
        (("(1-event-new(2-place-new", "2)1)"), [(0, 2, "event"), (0, 2, "place")]),
        (("(1-person-new(1-person-giv", "1)1)"), [(0, 2, "person"), (0, 2, "person")]),
        (("1)", "(2-time-new"), []),
    ],
    ids=["long", "one word", "opens and closes", "both close", "the same entity twice", "never opened or closed"],
)
def test_brackets_are_matched(misc: tuple[str, ...], expected: list[tuple[int, int, str]]) -> None:
    found = data.mentions([f"Entity={value}|SpaceAfter=No" if value != "_" else "_" for value in misc])
    assert sorted((m.start, m.end, m.type) for m in found) == sorted(expected)


def test_a_treebank_without_entities_teaches_none() -> None:
    without = read("# newdoc id = two\n" + LIBRARY)
    assert without[0].entities == ()
    both = read(HEADER + LIBRARY + "# newdoc id = two\n" + LIBRARY)
    assert [bool(example.entities) for example in both] == [True, False]


def test_ranges_and_empty_nodes_are_no_words() -> None:
    lines = LIBRARY.splitlines()
    lines.insert(1, "2-3\tLeidenUniversity" + "\t_" * 8)
    lines.insert(4, "3.1\tghost" + "\t_" * 8)
    assert read("\n".join(lines)) == read(LIBRARY)


def test_plain_and_zipped_files_read_alike(tmp_path: Path) -> None:
    plain, zipped = tmp_path / "a.conllu", tmp_path / "a.conllu.gz"
    plain.write_text(HEADER + LIBRARY, encoding="utf-8")
    zipped.write_bytes(gzip.compress((HEADER + LIBRARY).encode()))
    assert data.read(plain) == data.read(zipped) != []


def test_label_lists_are_sorted_and_o_comes_first() -> None:
    lists = data.labels(read(HEADER + LIBRARY))
    assert lists.entities == ("O", "organization", "place", "time")
    assert lists.relations == ("case", "compound", "det", "nsubj", "nummod", "obl", "punct", "root")
    assert data.Labels.from_json(lists.as_json()) == lists


def test_the_final_mark_is_dropped_with_all_that_belongs_to_it() -> None:
    (example,) = read(HEADER + LIBRARY)
    shorter = data.without_final_mark(example)
    assert shorter.forms == example.forms[:-1]
    assert shorter.heads == example.heads[:-1]
    assert len(shorter.entities) == len(shorter) == 8
    assert data.without_final_mark(shorter) == shorter


def test_a_mark_that_something_hangs_on_stays() -> None:
    rows = conllu("Why ADV WRB 3 advmod", "me PRON PRP 3 nsubj", "? PUNCT . 0 root")
    (example,) = read(rows)
    assert data.without_final_mark(example) == example


def test_few_sentences_are_varied_and_the_seed_decides_which() -> None:
    (example,) = read(HEADER + LIBRARY)

    def epoch(seed: int) -> list[data.Example]:
        draw = random.Random(seed)
        return [data.varied(example, draw) for _ in range(2000)]

    first = epoch(1)
    assert first == epoch(1)
    assert first != epoch(2)
    lowered = sum(e.forms[0] == "the" for e in first) / len(first)
    uppered = sum(e.forms[0] == "THE" for e in first) / len(first)
    assert lowered == pytest.approx(data.LOWERED, abs=0.015)
    assert uppered == pytest.approx(data.UPPERED, abs=0.015)
    assert all(e.heads == example.heads[: len(e)] for e in first)
