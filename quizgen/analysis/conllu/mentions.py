"""The ``Entity=`` column of GUM: brackets around mentions, with type and head word.

``(1-person-giv:act-sssss-cf1-2-coref-Name`` opens entity 1, ``1)`` closes it; the
order of the fields is given once, in ``# global.Entity``; minspan numbers the head words inside the mention.
"""

from __future__ import annotations

import re
from collections.abc import Sequence


def head_types(columns: Sequence[str], fields: Sequence[str]) -> dict[int, str]:
    """Head word of each mention of GUM's ``Entity=`` column with the type of the mention; the innermost wins."""
    place = {name: i for i, name in enumerate(fields)}
    if place.get("GRP") != 0 or not {"etype", "minspan"} <= set(place):
        return {}
    opened: list[tuple[int, list[str]]] = []
    found: list[tuple[int, int, str]] = []  # length, head, type
    for number, column in enumerate(columns, start=1):
        for opens, content, closes in re.findall(r"(\(?)([^()]+)(\)?)", column):
            parts = content.split("-")
            if opens:
                opened.append((number, parts))
            match = next((m for m in reversed(opened) if m[1][0] == parts[0]), None) if closes else None
            if match and len(match[1]) > place["minspan"]:
                opened.remove(match)
                digits = re.match(r"\d+", match[1][place["minspan"]])
                head = match[0] + int(digits[0]) - 1 if digits else match[0]
                found.append((number - match[0], head, match[1][place["etype"]]))
    return {head: kind for _, head, kind in sorted(found, key=lambda mention: -mention[0])}
