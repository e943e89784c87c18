"""The ``Entity=`` column of GUM: brackets around mentions, with type and head word.

``(1-person-giv:act-sssss-cf1-2-coref-Name`` opens entity 1, ``1)`` closes it; the
order of the fields is given once, in ``# global.Entity``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence


def head_types(columns: Sequence[str], fields: Sequence[str], heads: Sequence[int]) -> dict[int, str]:
    """Head word of each mention of GUM's ``Entity=`` column with the type of the mention; the innermost wins.

    The head is the first word of the mention whose own head lies outside it, where a reader of the tree looks; GUM's
    minspan lists several words of a name.
    """
    place = {name: i for i, name in enumerate(fields)}
    if place.get("GRP") != 0 or "etype" not in place:
        return {}
    opened: list[tuple[int, list[str]]] = []
    found: list[tuple[int, int, str]] = []  # length, head, type
    for number, column in enumerate(columns, start=1):
        for opens, content, closes in re.findall(r"(\(?)([^()]+)(\)?)", column):
            parts = content.split("-")
            if opens:
                opened.append((number, parts))
            match = next((m for m in reversed(opened) if m[1][0] == parts[0]), None) if closes else None
            if match and len(match[1]) > place["etype"]:
                opened.remove(match)
                inside = range(match[0], number + 1)
                head = next((i for i in inside if heads[i - 1] not in inside), match[0])
                found.append((number - match[0], head, match[1][place["etype"]]))
    return {head: kind for _, head, kind in sorted(found, key=lambda mention: -mention[0])}
