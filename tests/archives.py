"""Archives for the tests: articles made from a few sentences, all different."""

from __future__ import annotations

import json
import random
from pathlib import Path

TOWNS = ["Ulm", "Linz", "Graz", "Bern", "Cork", "Lille", "Turku", "Porto", "Gdansk", "Bruges", "Trieste", "Bilbao"]
FIRST = ["Ann", "John", "Ida", "Carl", "Rosa", "Peter", "Clara", "Hugo"]
LAST = ["Lee", "Marsh", "Brown", "Keller", "Novak", "Adler", "Winter", "Costa"]
THINGS = ["bridge", "theatre", "museum", "station", "harbour", "library", "hospital", "market"]


def article(number: int) -> dict[str, str]:
    """One article, the same for the same number."""
    chance = random.Random(number)
    town, thing = chance.choice(TOWNS), chance.choice(THINGS)
    name, other = (f"{chance.choice(FIRST)} {chance.choice(LAST)}" for _ in range(2))
    year = chance.randint(1750, 1990)
    lines = [
        f"The {thing} at {town} was opened in {year} by the architect {name}.",
        f"It cost {chance.randint(20, 900) * 1000:,} pounds, and {chance.randint(3, 90)} workers were hurt.",
        f"In {year + chance.randint(2, 40)} {other} painted its walls.",
        f"The {thing} was rebuilt by the engineer {other} after a fire in {year + 60}.",
    ]
    chance.shuffle(lines[1:])
    return {
        "id": f"a{number}",
        "title": f"The {thing} at {town}" + (" and space" if number % 5 == 0 else ""),
        "date": "2020-01-02",
        "text": "\n\n".join(lines),
    }


def archive(path: Path, count: int) -> Path:
    path.write_text("".join(json.dumps(article(n)) + "\n" for n in range(count)), "utf8")
    return path
