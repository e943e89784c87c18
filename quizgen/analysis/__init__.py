"""Document to sentences: boundaries, words, parser, lemmas, CoNLL-U; entities and dates on top of them.

The public functions import what they need when they are called: to import this package costs nothing.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.records import Analysis, BlockKind, Document, Sentence

if TYPE_CHECKING:
    from quizgen.analysis.parser import Model

__all__ = ["analyse", "load_model", "parse", "parse_each"]


def load_model(path: Path | str | None = None) -> Model:
    """Load the parser's weights from a folder: the given one, else ``QUIZGEN_MODEL``, else the one that is shipped.

    Expensive: once a process, then passed on. Raises ModelError.
    """
    from quizgen.analysis.parser import Model

    return Model(Path(path or os.environ.get("QUIZGEN_MODEL") or Path(__file__).parent / "model"))


def parse(document: Document, model: Model) -> tuple[Sentence, ...]:
    """The sentences of a document with their trees, in order of the text. Any text goes in; nothing is raised."""
    from quizgen.analysis import trees

    return trees.parse(document, model)


def parse_each(documents: Sequence[Document], model: Model) -> list[tuple[Sentence, ...]]:
    """As ``parse``, of several documents at once: on several cores sooner done than one after the other."""
    from quizgen.analysis import trees

    return trees.parse_each(documents, model)


def analyse(document: Document, model: Model | None, sentences: Sequence[Sentence] | None = None) -> Analysis:
    """Parse, then find the entities and the days that dates mean.

    With ``sentences``, of a treebank or another parser, nothing is parsed and the model may be None. The same holds of
    a table, whose rows stand for sentences as they are.
    """
    if document.rows:
        return Analysis(document, _rows(document))
    from quizgen.analysis import coreference, dates

    if sentences is None:
        sentences = parse(document, model or load_model())
    found = tuple(sentences)
    return Analysis(document, found, coreference.resolve(document, found), dates.resolve(document, found))


def _rows(document: Document) -> tuple[Sentence, ...]:
    """The rows of a table, each as a sentence without words; no row comes before another."""
    spans = (row.span for row in document.rows)
    texts = ((span, document.text[span.start : span.end]) for span in spans)
    return tuple(
        Sentence(index, (), text, span.start, span.end, BlockKind.ROW) for index, (span, text) in enumerate(texts)
    )
