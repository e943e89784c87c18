"""A long sentence without what it could do without: the part around a blank, cut where the sentence stays true.

Left out are additions only: clauses and remarks between commas, and further main clauses. What a statement depends on
(*if*, *unless*, *when*), restrictive clauses and everything that the kept words lean on stays.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from quizgen.facts.extents import after_comma
from quizgen.records import Sentence, Token

_CONDITIONS = frozenset(
    "to if unless when whenever until till once provided except lest as than that whether so where wherever".split()
)
"""Marks of clauses without which the rest would say more than the article does."""
_CORRELATIVE = frozenset({"nor", "or", "neither", "either", "both", "not"})
_ASIDE = frozenset("along including with unlike like following as despite besides such".split())
"""Prepositions of remarks behind a comma: *, along with his brother*."""
_ADDED = frozenset({"because", "although", "though", "while", "whereas", "since", "after", "before", "even"})


def shortened(sentence: Sentence, kept: list[Token], target: Token, most: int) -> list[Token]:
    """``kept`` less additions that do not hold the target, the longest first, until at most ``most`` words are left.

    Empty when that cannot be reached.
    """
    left = _without_additions(sentence, kept, target, most)
    return left if _words(sentence, {t.id for t in left}) <= most else []


def barest(sentence: Sentence, kept: list[Token]) -> list[Token]:
    """``kept`` without any addition."""
    return _without_additions(sentence, kept, sentence.root, 0) if sentence.root is not None else []


def _without_additions(sentence: Sentence, kept: list[Token], target: Token, most: int) -> list[Token]:
    ids = {t.id for t in kept}
    for addition in sorted(_additions(sentence, target), key=lambda part: (-len(part), -min(part))):
        if _words(sentence, ids) <= most:
            break
        if addition < ids:
            ids -= addition | _commas(sentence, ids, addition)
    left = [t for t in kept if t.id in ids]
    while left and left[0].upos in ("PUNCT", "CCONJ") and left[0].form not in "“\"'‘":
        left = left[1:]
    while left and left[-1].form in (",", ";", ":", "–", "—", "-"):
        left = left[:-1]
    return left


def _words(sentence: Sentence, ids: set[int]) -> int:
    """As they stand in print: *2-point* and *England's* are one word each."""
    kept = [t for t in sentence.tokens if t.id in ids]
    glued = sum(one.end == two.start for one, two in pairwise(kept))
    return len(kept) - glued


def _additions(sentence: Sentence, target: Token) -> Iterator[set[int]]:
    """The token ids of each part that can go."""
    around = {target.id, *(t.id for t in sentence.ancestors(target))}
    for token in sentence.tokens:
        if token.id in around:
            if token.relation in ("conj", "parataxis") and _own_statement(sentence, token):
                yield from _first_statement(sentence, token)
            continue
        if _is_addition(sentence, token):
            part = {t.id for t in sentence.subtree(token)}
            if not _goes_on(sentence, part):
                yield part


def _goes_on(sentence: Sentence, part: set[int]) -> bool:
    """*Ann Lee, director of the house, and chairman of the board*: what follows hangs on it, whatever the tree says."""
    behind = [t for t in sentence.tokens[max(part) :] if t.form != ","]
    return bool(behind) and behind[0].upos == "CCONJ"


def _is_addition(sentence: Sentence, token: Token) -> bool:
    head = sentence.head(token)
    if head is None:
        return False
    if token.relation == "conj":
        return _own_statement(sentence, token) or _shared_statement(sentence, token, head)
    if not after_comma(sentence, token):
        return token.relation == "advcl" and token.id < head.id and _mark(sentence, token) in _ADDED
    if token.relation == "acl" or token.relation == "appos":
        # *Ann, an actor, and Bob, a director*: parsers take Bob for a part.
        return not any(t.upos in ("NOUN", "PROPN") for t in sentence.children(token, "conj"))
    if token.relation in ("obl", "nmod"):
        first = sentence.child(token, "case", "mark")
        return first is not None and first.form.lower() in _ASIDE
    if token.relation == "advcl":
        return _mark(sentence, token) not in _CONDITIONS and _opener(sentence, token) not in _CONDITIONS
    return token.relation == "parataxis" and token.id > head.id and _closes(sentence, token)


def _own_statement(sentence: Sentence, token: Token) -> bool:
    """A further main clause: a subject of its own, joined by *and* or *but*."""
    cc = {t.form.lower() for t in sentence.children(token, "cc")}
    subject = sentence.children(token, "nsubj", "expl")
    return bool(subject) and not cc & _CORRELATIVE and not _under_condition(sentence, token)


def _shared_statement(sentence: Sentence, token: Token, head: Token) -> bool:
    """*…, and painted it*: a second verb at the end, the only one beside the first."""
    cc = {t.form.lower() for t in sentence.children(token, "cc")}
    verbs = _finite(sentence, token) and _finite(sentence, head)
    alone = len(sentence.children(head, "conj")) == 1 and bool(cc & {"and", "but"}) and not cc & _CORRELATIVE
    subtree = sentence.subtree(token)
    tail = all(t.upos == "PUNCT" for t in sentence.tokens[subtree[-1].id :])
    hanging = any(t.id > token.id and t.head == head.id and t.upos != "PUNCT" for t in sentence.tokens)
    return verbs and alone and tail and not hanging


def _finite(sentence: Sentence, token: Token) -> bool:
    group = (token, *sentence.children(token, "aux", "cop"))
    return any(t.xpos in ("VBD", "VBZ", "VBP", "MD") for t in group)


def _first_statement(sentence: Sentence, token: Token) -> Iterator[set[int]]:
    """All of the sentence but this clause, when it can stand alone."""
    if _mark(sentence, token) or sentence.head(token) is None:
        return
    top = token
    while (above := sentence.head(top)) is not None:
        top = above
    if top.relation == "root" and sentence.head(token) is top:
        own = {t.id for t in sentence.subtree(token)}
        yield {t.id for t in sentence.tokens} - own - _final(sentence)


def _final(sentence: Sentence) -> set[int]:
    last = sentence.tokens[-1]
    return {last.id} if last.upos == "PUNCT" else set()


def _under_condition(sentence: Sentence, token: Token) -> bool:
    return any(t.relation in ("advcl", "ccomp", "acl", "csubj") for t in sentence.ancestors(token))


def _mark(sentence: Sentence, token: Token) -> str:
    mark = sentence.child(token, "mark")
    return mark.form.lower() if mark else ""


def _opener(sentence: Sentence, token: Token) -> str:
    words = [t for t in sentence.subtree(token) if t.upos != "PUNCT"]
    return words[0].form.lower() if words else ""


def _closes(sentence: Sentence, token: Token) -> bool:
    subtree = sentence.subtree(token)
    return bool(sentence.children(token, "nsubj")) and all(t.upos == "PUNCT" for t in sentence.tokens[subtree[-1].id :])


def _commas(sentence: Sentence, ids: set[int], addition: set[int]) -> set[int]:
    """The commas or dashes that closed the addition off on either side."""
    marks = {",", ";", "–", "—"}
    before = min(addition) - 1
    behind = max(addition) + 1
    found = set()
    if before in ids and sentence.token(before).form in marks:
        found.add(before)
    if (
        behind in ids
        and behind <= len(sentence.tokens)
        and sentence.token(behind).form in marks
        and (found or sentence.token(min(addition)).form in marks or min(addition) == min(ids | addition))
    ):
        found.add(behind)
    return found
