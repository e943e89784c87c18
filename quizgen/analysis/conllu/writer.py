"""Sentences to CoNLL-U."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quizgen.analysis.words import is_clitic
from quizgen.records import Sentence, Token


def dumps(sentences: Iterable[Sentence]) -> str:
    """Write valid CoNLL-U; ``loads`` gives the same trees back."""
    lines: list[str] = []
    given = tuple(sentences)
    for previous, sentence, following in zip((None, *given), given, (*given[1:], None), strict=False):
        if previous is None or sentence.paragraph != previous.paragraph:
            lines += ["# newpar", f"# newpar_block = {sentence.block}"]
        glued = following is not None and following.start == sentence.end
        lines.extend(_sentence_lines(sentence, glued))
        lines.append("")
    return "".join(line + "\n" for line in lines)


def _sentence_lines(sentence: Sentence, glued: bool) -> Iterator[str]:
    yield f"# sent_id = {sentence.index + 1}"
    if sentence.skipped:
        yield f"# skipped = {' '.join(sentence.skipped.split())}"
    yield f"# text = {' '.join(sentence.text.split())}"
    starts = [token.start for token in sentence.tokens[1:]]
    spaces = [token.end < start for token, start in zip(sentence.tokens, starts, strict=False)] + [not glued]
    covered = dict(_multiword(sentence.tokens))
    inside = 0
    for token, space in zip(sentence.tokens, spaces, strict=True):
        if token.id in covered:
            inside = covered[token.id]
            form = "".join(t.form for t in sentence.tokens[token.id - 1 : inside])
            yield "\t".join((f"{token.id}-{inside}", form, *"_" * 7, "_" if spaces[inside - 1] else "SpaceAfter=No"))
        yield _token_line(token, token.id > inside and not space)


def _token_line(token: Token, glued: bool) -> str:
    misc = []
    if token.confidence < 1.0:
        misc.append(f"Confidence={token.confidence:.3f}")
    if token.entity:
        misc.append(f"Etype={token.entity}")
    if glued:
        misc.append("SpaceAfter=No")
    feats = "|".join(f"{key}={value}" for key, value in token.feats)
    columns = (token.lemma, token.upos, token.xpos, feats, str(token.head), token.deprel, "", "|".join(misc))
    return "\t".join((str(token.id), token.form, *(column or "_" for column in columns)))


def _multiword(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """First and last id of what UD English writes as one multiword token: a word with its clitics."""
    first = 0
    for token in tokens:
        previous = tokens[token.id - 2] if token.id > 1 else None
        glued = (
            previous is not None and previous.end == token.start and is_clitic(previous.form, token.form, token.xpos)
        )
        if glued:
            first = first or token.id - 1
        if first and not glued:
            yield first, token.id - 1
            first = 0
    if first:
        yield first, len(tokens)
