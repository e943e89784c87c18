"""From scores to a tree that is one: a spanning arborescence with one child of the root, labels that agree.

McDonald et al. 2005 (Chu-Liu/Edmonds for dependency trees); the single root by a penalty on its arcs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.floating[Any]]
Heads = NDArray[np.signedinteger[Any]]


def tree(scores: Scores) -> Heads:
    """Heads of words 0..n, where 0 is the root (its own head is 0).

    ``scores`` has the shape [n+1, n+1]: row = dependent, column = head, larger is better; row 0 and the diagonal
    are ignored. The result is the best tree in which exactly one word hangs on the root.
    """
    size = len(scores)
    if size <= 2:
        return np.zeros(size, dtype=np.intp)
    weights = np.array(scores, dtype=np.float64)
    np.fill_diagonal(weights, -np.inf)
    heads: Heads = weights.argmax(axis=1)
    heads[0] = 0
    if int((heads[1:] == 0).sum()) == 1 and not _cycle(heads):
        return heads
    return _edmonds(_single_root(weights))


ONCE = (("nsubj", "nsubj:pass", "csubj", "csubj:pass"), ("obj",))
"""Relations of which a head has one at most (UD validation, level 3); ``:outer`` subjects stand outside of this."""


def relations(scores: Scores, heads: Heads, names: Sequence[str]) -> list[int]:
    """Labels of words 0..n, given their heads; that of word 0 means nothing.

    ``scores`` has the shape [n+1, labels], log-probabilities of the labels of each word's arc. The label *root* goes
    to the root's child and to no other word; of several subjects or objects of one head the likeliest stays.
    """
    chosen: list[int] = scores.argmax(axis=1).tolist()
    allowed = np.array(scores, dtype=np.float64)
    root = names.index("root")
    for word, head in enumerate(heads.tolist()):
        if word and (chosen[word] == root) != (head == 0):
            allowed[word, root] = 0.0 if head == 0 else -np.inf
            chosen[word] = root if head == 0 else int(allowed[word].argmax())
    for group in ONCE:
        labels = [i for i, name in enumerate(names) if name in group]
        for rivals in _rivals(chosen, heads, labels):
            for word in _but_best(rivals, scores, chosen):
                allowed[word, labels] = -np.inf
                chosen[word] = int(allowed[word].argmax())
    return chosen


def _rivals(chosen: Sequence[int], heads: Heads, labels: Sequence[int]) -> list[list[int]]:
    """Words that share their head and stand in one of the relations, where there are several."""
    found: dict[int, list[int]] = {}
    for word, label in enumerate(chosen):
        if word and label in labels:
            found.setdefault(int(heads[word]), []).append(word)
    return [words for words in found.values() if len(words) > 1]


def _but_best(words: Sequence[int], scores: Scores, chosen: Sequence[int]) -> list[int]:
    best = max(words, key=lambda word: float(scores[word, chosen[word]]))
    return [word for word in words if word != best]


def _single_root(weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Make every arc from the root so dear that a best tree has only one; among those trees nothing changes."""
    finite = weights[1:][np.isfinite(weights[1:])]
    lowest, highest = float(finite.min()), float(finite.max())
    weights = np.where(np.isfinite(weights), weights, lowest - 1.0)
    weights[1:, 0] -= (highest - lowest + 1.0) * (len(weights) + 1)
    np.fill_diagonal(weights, -np.inf)
    return weights


def _cycle(heads: Heads) -> list[int]:
    """The words of one cycle, or nothing when every word reaches the root."""
    state = [0] * len(heads)
    state[0] = 2
    following = heads.tolist()
    for start in range(1, len(following)):
        path = []
        word = start
        while state[word] == 0:
            state[word] = 1
            path.append(word)
            word = following[word]
        if state[word] == 1:
            return path[path.index(word) :]
        for seen in path:
            state[seen] = 2
    return []


def _edmonds(weights: NDArray[np.float64]) -> Heads:
    """Maximum spanning arborescence from node 0. Contracts a cycle, solves the smaller graph, opens the cycle."""
    heads: Heads = weights.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = np.array(cycle)
    outside = np.setdiff1d(np.arange(len(weights)), inside)
    kept = weights[inside, heads[inside]]
    into = weights[np.ix_(inside, outside)] - kept[:, None]  # what entering the cycle at this word costs
    entered = into.argmax(axis=0)
    out = weights[np.ix_(outside, inside)]
    left = out.argmax(axis=1)

    count = len(outside)
    small = np.full((count + 1, count + 1), -np.inf)
    small[:count, :count] = weights[np.ix_(outside, outside)]
    small[count, :count] = into.max(axis=0)
    small[:count, count] = out.max(axis=1)
    small[0, :] = -np.inf
    solved = _edmonds(small)

    for place in range(1, count):
        chosen = solved[place]
        heads[outside[place]] = inside[left[place]] if chosen == count else outside[chosen]
    source = solved[count]
    heads[inside[entered[source]]] = outside[source]
    return heads
