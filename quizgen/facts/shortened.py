"""A long sentence without what it could do without: the part around a blank, cut where the sentence stays true.

Left out are additions only: clauses and remarks between commas, and further main clauses. What a statement depends on
(*if*, *unless*, *when*), restrictive clauses and everything that the kept words lean on stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
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


class Additions:
    """What one sentence could do without, found once: it is asked for every word that may become a blank."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence

    def surety(self, whole: Sequence[Token], kept: Sequence[Token]) -> float:
        """How sure the parser is of the arcs that the cuts went through: the least confidence, 1.0 where none was cut.

        What hangs on a kept word and is gone, and what is kept of a word that is gone, must hang there indeed.
        """
        ids, around = {t.id for t in kept}, {t.id for t in whole}
        if not ids or self._leaves_a_hole(whole, ids):
            return 0.0
        cut = (t for t in whole if t.head in around and t.upos != "PUNCT" and (t.id in ids) != (t.head in ids))
        return min((t.confidence for t in cut), default=1.0)

    @staticmethod
    def _leaves_a_hole(whole: Sequence[Token], ids: set[int]) -> bool:
        """*for treatments [to work], the concepts would be wrong*: words go from the middle that hang on what is kept
        nowhere. The tree crosses itself there, and is wrong."""
        inside = [t for t in whole if t.id not in ids and min(ids) < t.id < max(ids)]
        runs: list[list[Token]] = []
        for token in inside:
            if runs and runs[-1][-1].id == token.id - 1:
                runs[-1].append(token)
            else:
                runs.append([token])
        words = [[t for t in run if t.upos not in ("PUNCT", "CCONJ")] for run in runs]
        return any(run and all(t.head not in ids for t in run) for run in words)

    def shortened(self, kept: Sequence[Token], target: Token, most: int) -> tuple[Token, ...]:
        """``kept`` less additions without the target, the longest first, until at most ``most`` words are left.

        Empty when that cannot be reached.
        """
        left = self._without(kept, target, most)
        return left if _fit(left, most) else ()

    def barest(self, kept: Sequence[Token]) -> tuple[Token, ...]:
        """``kept`` without any addition."""
        return self._without(kept, self.sentence.root, 0) if self.sentence.root is not None else ()

    def _without(self, kept: Sequence[Token], target: Token, most: int) -> tuple[Token, ...]:
        left = list(kept)
        if not _fit(left, most):
            ids = {t.id for t in kept}
            for addition in sorted(self._beside(target), key=lambda part: (-len(part), -min(part))):
                if addition < ids:
                    ids -= addition | _commas(self.sentence, ids, addition)
                    left = [t for t in kept if t.id in ids]
                    if _fit(left, most):
                        break
        while left and left[0].upos in ("PUNCT", "CCONJ") and left[0].form not in "“\"'‘":
            left = left[1:]
        while left and left[-1].form in (",", ";", ":", "–", "—", "-"):
            left = left[:-1]
        return tuple(left)

    def _beside(self, target: Token) -> Iterator[frozenset[int]]:
        """The token ids of each part that can go when the target is to stay."""
        around = {target.id, *(t.id for t in self.sentence.ancestors(target))}
        for id, (below, others) in self._parts.items():
            part = others if id in around else below
            if part:
                yield part

    @cached_property
    def _parts(self) -> dict[int, tuple[frozenset[int], frozenset[int]]]:
        """By the id of their head, in order: the words that can go, and those that can go when it is to stay."""
        found = {t.id: (_below(self.sentence, t), _others(self.sentence, t)) for t in self.sentence.tokens}
        return {id: parts for id, parts in found.items() if any(parts)}


def _fit(kept: Sequence[Token], most: int) -> bool:
    """Whether they are so many words at most, as they stand in print: *2-point* and *England's* are one word each."""
    if len(kept) <= most:
        return True
    glued = sum([one.end == two.start for one, two in pairwise(kept)])
    return len(kept) - glued <= most


def _below(sentence: Sentence, token: Token) -> frozenset[int]:
    """The token and all below it, when that is an addition."""
    if not _is_addition(sentence, token):
        return frozenset()
    part = frozenset(t.id for t in sentence.subtree(token))
    return frozenset() if _goes_on(sentence, part) else part


def _goes_on(sentence: Sentence, part: frozenset[int]) -> bool:
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


def _others(sentence: Sentence, token: Token) -> frozenset[int]:
    """All of the sentence but this clause, when it can stand alone."""
    if token.relation not in ("conj", "parataxis") or not _own_statement(sentence, token):
        return frozenset()
    top = sentence.head(token)
    if top is None or top.relation != "root" or sentence.head(top) is not None or _mark(sentence, token):
        return frozenset()
    own = {t.id for t in sentence.subtree(token)}
    return frozenset(t.id for t in sentence.tokens) - own - _final(sentence)


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


def _commas(sentence: Sentence, ids: set[int], addition: frozenset[int]) -> set[int]:
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
