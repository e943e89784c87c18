"""Measures what quizgen costs: words a second, seconds an article, start-up of the commands, memory.

python benchmarks/speed.py [ARTICLE...]        the sample articles, if none is named
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import quizgen
from quizgen.records import Document

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
ROUNDS = 5
COMMANDS = (
    ("python -c 'import click'", ["-c", "import click"]),
    ("quizgen --version", ["-m", "quizgen", "--version"]),
    ("quizgen formats", ["-m", "quizgen", "formats"]),
    ("quizgen rules list", ["-m", "quizgen", "rules", "list"]),
)


def best(action: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Seconds of the quickest of several rounds, which says most about the code and least about the machine."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


def command(arguments: Sequence[str]) -> float:
    return best(lambda: subprocess.run([sys.executable, *arguments], check=True, capture_output=True))


def row(name: str, value: str) -> None:
    print(f"{name:<44} {value:>14}")


def warm(documents: Sequence[Document]) -> None:
    """What an article costs once the model is loaded."""
    words = sum(len(document.text.split()) for document in documents)
    row("load the model", f"{best(lambda: quizgen.load_model(), 1):.3f} s")
    parsing = best(lambda: [quizgen.parse(document) for document in documents])
    generating = best(lambda: [quizgen.generate(document) for document in documents])
    everything = best(lambda: [quizgen.generate(document, limit=None) for document in documents])
    row("parse", f"{words / parsing:,.0f} words/s")
    row("generate, a sheet of 20", f"{words / generating:,.0f} words/s")
    row("generate, all items", f"{words / everything:,.0f} words/s")
    row("generate / parse, median of alternating rounds", f"{ratio(documents):.2f}")


def ratio(documents: Sequence[Document]) -> float:
    """How many times as long as parsing a sheet takes. Each round runs one right after the other: noise meets both."""
    shares = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for document in documents:
            quizgen.parse(document)
        parsed = time.perf_counter()
        for document in documents:
            quizgen.generate(document)
        shares.append((time.perf_counter() - parsed) / (parsed - start))
    return statistics.median(shares)


def cold(paths: Sequence[Path]) -> None:
    """What a command costs from the shell."""
    for name, arguments in COMMANDS:
        row(name, f"{command(arguments):.3f} s")
    row(f"quizgen make {paths[0].name}", f"{command(['-m', 'quizgen', 'make', str(paths[0])]):.3f} s")


def peak() -> str:
    """The most memory that this process ever held."""
    try:
        import resource
    except ImportError:  # Windows
        return "unknown"
    unit = 1 if sys.platform == "darwin" else 1024
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6:.0f} MB"


def main() -> None:
    paths = [Path(name) for name in sys.argv[1:]] or [SEEDS / "the-challenge.txt", *sorted(SEEDS.glob("[!t]*.*"))]
    documents = [quizgen.read(path) for path in paths]
    warm(documents)
    cold(paths)
    row("memory at most", peak())


if __name__ == "__main__":
    main()
