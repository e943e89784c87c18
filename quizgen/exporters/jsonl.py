"""JSON Lines: an item a line with every field, and the article that it comes from, for programs that read streams."""

from __future__ import annotations

import json
import re

from quizgen.exporters.formats import Format
from quizgen.records import ItemBank

_BREAKS = re.compile("[\x7f-\x9f\u2028\u2029]")
"""What some readers take for the end of a line, though JSON allows it inside a string."""


def to_jsonl(bank: ItemBank) -> bytes:
    """Fields as in ``.json``, with the article as ``source``: null where the quiz knows none."""
    from quizgen import bank as banks

    whole = json.loads(banks.to_json(bank))
    sources = {source["key"]: source for source in whole["sources"]}
    lines = (
        json.dumps({**item, "source": sources.get(item["document"])}, ensure_ascii=False) for item in whole["items"]
    )
    return "".join(_BREAKS.sub(lambda match: f"\\u{ord(match[0]):04x}", line) + "\n" for line in lines).encode("utf8")


FORMAT = Format("jsonl", (".jsonl",), "an item a line, for programs", to_jsonl)
