"""Document to sentences: boundaries, parser, lemmas, entities, dates."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.records import Analysis, Block, BlockKind, Document, Sentence, Span, Token

if TYPE_CHECKING:
    from quizgen.analysis.parser import Model

__all__ = ["analyse", "load_model", "parse"]


def load_model(path: Path | str | None = None) -> Model:
    """Load the parser's weights from a folder: the given one, else ``QUIZGEN_MODEL``, else the one that is shipped.

    Expensive: once a process. Raises ModelError.
    """
    from quizgen.analysis.parser import Model

    return Model(Path(path or os.environ.get("QUIZGEN_MODEL") or Path(__file__).parent / "model"))


def parse(document: Document, model: Model) -> tuple[Sentence, ...]:
    """The sentences of a document with their trees, in order of the text."""
    from quizgen.analysis import sentences, words

    texts: list[tuple[int, Block, int, int]] = []
    for number, block in enumerate(_blocks(document)):
        inside = document.text[block.span.start : block.span.end]
        for start, end in sentences.split(inside):
            texts.append((number, block, block.span.start + start, block.span.start + end))
    spans = [words.split(document.text[start:end]) for _, _, start, end in texts]
    parsed = model.parse([[document.text[s + a : s + b] for a, b in w] for (_, _, s, _), w in zip(texts, spans)])
    result = []
    for index, ((number, block, start, end), words_, tree) in enumerate(zip(texts, spans, parsed)):
        text = document.text[start:end]
        tokens = _tokens(text, start, words_, tree)
        result.append(Sentence(index, tokens, text, start, end, block.kind, number))
    return tuple(result)


def _tokens(text: str, offset: int, spans: Sequence[tuple[int, int]], tree) -> tuple[Token, ...]:
    from quizgen.analysis import lemmas, morphology

    tokens = []
    for i, (start, end) in enumerate(spans):
        form = text[start:end]
        upos, xpos = tree.upos[i], tree.xpos[i]
        lemma = lemmas.lemma(form, upos, xpos)
        feats = morphology.features(form, lemma, upos, xpos)
        tokens.append(
            Token(
                i + 1,
                form,
                lemma,
                upos,
                xpos,
                feats,
                tree.heads[i],
                tree.relations[i],
                offset + start,
                offset + end,
                tree.entities[i],
                tree.confidence[i],
            )
        )
    return tuple(tokens)


def analyse(document: Document, model: Model, sentences: Sequence[Sentence] | None = None) -> Analysis:
    """Parse (unless the sentences are given), then find the entities and the days that dates mean."""
    from quizgen.analysis import coreference, dates

    parsed = tuple(sentences) if sentences is not None else parse(document, model)
    return Analysis(document, parsed, coreference.resolve(document, parsed), dates.resolve(document, parsed))


def _blocks(document: Document) -> Iterator[Block]:
    if document.blocks:
        yield from document.blocks
        return
    for match in re.finditer(r"\S(?:[^\n]|\n(?![^\S\n]*\n))*", document.text):
        yield Block(BlockKind.PARAGRAPH, Span(*match.span()))
