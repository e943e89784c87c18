"""Articles for measuring, made of those in ``seeds/``: of any length, all different, the same for the same number."""

from __future__ import annotations

import random
import re
from functools import lru_cache
from pathlib import Path

import quizgen

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
NAMES = "Adler Brandt Carver Dunmore Ellery Fenwick Garrick Holloway Ingram Jessop Kerrigan Lockhart Marlow".split()


@lru_cache(maxsize=1)
def paragraphs() -> tuple[str, ...]:
    documents = [quizgen.read(path) for path in sorted(SEEDS.glob("[!R]*"))]
    found = ((d.text[b.span.start : b.span.end], str(b.kind)) for d in documents for b in d.blocks)
    return tuple(text for text, kind in found if kind == "paragraph")


def article(words: int, number: int = 0) -> str:
    """Paragraphs of the seeds in another order, with other years, figures and surnames; at least so many words."""
    chance = random.Random(number)
    gathered: list[str] = []
    count = 0
    while count < words:
        text = chance.choice(paragraphs())
        text = re.sub(r"\b\d{2,4}\b", lambda m: str(max(10, int(m[0]) + chance.randint(-9, 9))), text)
        text = re.sub(r"\b(?:Shipenko|Anning|Peresild|Buckland|Novitsky)\b", lambda m: chance.choice(NAMES), text)
        gathered.append(text)
        count += len(text.split())
    return "\n\n".join(gathered)
