"""Coverage-guided fuzzing by atheris of what strangers write: quizzes, rules, pages.

    python tests/coverage_fuzzing.py quiz|rules|html [-max_total_time=300] [-runs=N]

It needs the package atheris, which is no dependency of the tests; other options are those of libFuzzer.
"""

from __future__ import annotations

import contextlib
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["quizgen", "yaml"]):
    from quizgen import bank, reading
    from quizgen.errors import QuizgenError
    from quizgen.rules import loader

from fuzzing import RULE, seeds

FOLDER = Path(tempfile.mkdtemp())


def quiz(data: bytes) -> None:
    text = data.decode("utf8", "replace")
    bank.dumps(bank.loads(text, "q.yaml"))


def rules(data: bytes) -> None:
    path = FOLDER / "mine.yaml"
    path.write_bytes(data)
    loader.load((path,))


def html(data: bytes) -> None:
    for document in reading._documents(reading.Content(data, "a.html"), None, None, None):
        assert all(document.text[b.span.start : b.span.end].strip() for b in document.blocks)


TARGETS = {"quiz": quiz, "rules": rules, "html": html}
FIRST = {"quiz": ["danube.quiz.yaml"], "rules": [], "html": ["pandoc.html"]}


def main() -> None:
    name = sys.argv.pop(1)
    target = TARGETS[name]
    corpus = FOLDER / "corpus"
    corpus.mkdir()
    whole = seeds()
    for file in FIRST[name]:
        (corpus / file).write_bytes(whole[file])
    if name == "rules":
        (corpus / "rule").write_text(RULE, "utf8")

    def once(data: bytes) -> None:
        with contextlib.suppress(QuizgenError):
            target(data)

    atheris.Setup([sys.argv[0], *sys.argv[1:], "-timeout=10", "-rss_limit_mb=1000", str(corpus)], once)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
