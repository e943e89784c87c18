"""The extractors on trees that people would draw, so that what they read does not hang on the parser alone.

Above each tree in gold.conllu stand the facts that must be read from it, kind by kind, as in the other tables.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from fact_table import OWN, rows, told

from quizgen import analysis
from quizgen.analysis import conllu

TREES = (Path(__file__).parent / "gold.conllu").read_text(encoding="utf-8").strip().split("\n\n")
EXPECTED = [
    (tree, kind, rows(f"→ {facts}")[0].facts)
    for tree in TREES
    for kind, _, facts in (line.removeprefix("# ").partition(" = ") for line in tree.splitlines() if line[0] == "#")
    if kind in ("clause", *OWN)
]


def name(value: object) -> str:
    return value.splitlines()[0].removeprefix("# text = ") if isinstance(value, str) else ""


@pytest.mark.parametrize(("tree", "kind", "expected"), EXPECTED, ids=name)
def test_gold(tree: str, kind: str, expected: tuple[str, ...]) -> None:
    document, sentences = conllu.loads(tree + "\n\n")
    assert told(kind, analysis.analyse(document, None, sentences)) == expected


def test_every_kind_of_fact_is_read_from_a_tree() -> None:
    assert {kind for _, kind, facts in EXPECTED if facts} == {"clause", *OWN}
    assert len(TREES) >= 19
