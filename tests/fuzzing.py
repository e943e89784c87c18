"""Files damaged in every way, through everything that reads one: no traceback, no hang, no gigabyte.

    python tests/fuzzing.py [CASES] [SEED]       10,000 cases if no number is given; a few hundred run in the tests

A case is a real file with bytes flipped, cut, doubled, swapped with those of another, or with pieces in it that have
broken readers before. Every case can be made again from its number.
"""

from __future__ import annotations

import contextlib
import json
import random
import signal
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

from quizgen import bank, pipeline, reading
from quizgen.errors import QuizgenError
from quizgen.rules import loader

ROOT = Path(__file__).resolve().parents[1]
FILES = Path(__file__).with_name("reading") / "files"
SECONDS, MEGABYTES = 10, 1000
"""A case that takes longer hangs; a process that needs more has lost its measure."""
LIMITS = reading.Limits(chars=20_000, unpacked=20_000_000)
NASTY = [
    *map(str.encode, ("\x00", "\ufeff", "\u202e", "\ud7ff", "é", "中" * 50, "👨\u200d👩\u200d👧", "\u0301" * 100)),
    b"\xff\xfe", b"<![CDATA[", b"]]>", b"<!--", b"-->", b"&#x110000;", b"&#0;", b"&amp;" * 50, b"<p>" * 300, b"<table>",
    b"<svg>", b"{{ 7*7 }}", b"{% for x in range(10**9) %}", b"!!python/object:os.system", b"&a [*a]", b"*b", b"? ",
    b"---\n", b"\t- ", b"'" * 99, b'"' * 99, b"[" * 500, b"{" * 500, b"- " * 300, b"> " * 300, b"1e999", b"-" * 5000,
    b"99999999999999999999", b"0000-00-00", b"00:00:01,000 --> 99:99:99,999\n", b"endstream", b"/Length 999999999",
    b"/Kids [1 0 R]", b"PK\x03\x04", b"%PDF-1.7\n", b" obj <<", b"\r", b"\n\n\n\n", b" ." * 200, b"a" * 3000,
]  # fmt: skip
RULE = """- id: my.rule
  fact: time
  when: {time: {noun: year}, verb: {negated: false}}
  question: "{{ ask('In which year', time) }}"
  answer: "{{ time }}"
  examples:
    - given: "Marie Curie discovered radium in 1898."
      items: [{question: "In which year did Marie Curie discover radium?", answer: "1898"}]
    - given: "Marie Curie discovered radium in Paris."
      items: []
"""
SUBTITLES = (
    b"1\n00:00:01,000 --> 00:00:03,500\n<i>The bridge was opened</i>\nin 1878.\n\n2\n00:00:04,000 --> 00:00:05,000\nX."
)
FEED = (
    b"<rss version='2.0'><channel><item><title>A</title>"
    b"<description>&lt;p&gt;It fell in 1878.&lt;/p&gt;</description></item>"
)
TABLE = b"country,capital,population (m)\nFrance,Paris,68\nSpain,Madrid,48\n"


def seeds() -> dict[str, bytes]:
    """The whole files by their names."""
    found = {path.name: path.read_bytes() for path in sorted(FILES.iterdir())}
    found |= {path.name: path.read_bytes() for path in sorted((ROOT / "seeds").glob("*.[tm]*"))}
    quiz = Path(__file__).with_name("exporters") / "danube.quiz.yaml"
    found |= {"danube.quiz.yaml": quiz.read_bytes(), "talk.srt": SUBTITLES, "news.rss": FEED, "facts.csv": TABLE}
    found["lines.jsonl"] = json.dumps({"title": "A", "text": found["the-challenge.txt"].decode("utf8")}).encode()
    found["mine.rules.yaml"] = RULE.encode()
    found["trees.conllu"] = (
        b"1\tDogs\tdog\tNOUN\tNNS\tNumber=Plur\t2\tnsubj\t_\t_\n2\tbark\tbark\tVERB\tVBP\t_\t0\troot\t_\t_\n\n"
    )
    return found


def cases(count: int, seed: int = 0) -> Iterator[tuple[str, bytes]]:
    """Names and contents of damaged files."""
    whole = seeds()
    names = sorted(whole)
    for number in range(count):
        chance = random.Random(f"{seed} {number}")
        name = names[number % len(names)]
        data = whole[name]
        if data.startswith(b"PK") and chance.random() < 0.7:
            yield f"{number}-{name}", _inside(data, chance, whole)
        else:
            yield f"{number}-{name}", damaged(data, chance, whole)


def damaged(data: bytes, chance: random.Random, whole: dict[str, bytes]) -> bytes:
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        data = chance.choice(_WAYS)(data, chance, whole)[:2_000_000]
    return data


def _inside(data: bytes, chance: random.Random, whole: dict[str, bytes]) -> bytes:
    """An archive with one of its files damaged."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        victim = chance.choice(old.namelist())
        for entry in old.namelist():
            content = old.read(entry)
            new.writestr(entry, damaged(content, chance, whole) if entry == victim else content)
    return made.getvalue()


def _flip(data: bytes, chance: random.Random, whole: dict[str, bytes]) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 20) if data else 0):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(data: bytes, chance: random.Random, whole: dict[str, bytes]) -> bytes:
    start, end = sorted((chance.randint(0, len(data)), chance.randint(0, len(data))))
    return data[:start] + data[end:] if chance.random() < 0.5 else data[:end]


def _double(data: bytes, chance: random.Random, whole: dict[str, bytes]) -> bytes:
    start, end = sorted((chance.randint(0, len(data)), chance.randint(0, len(data))))
    return data[:end] + data[start:end][:20_000] * chance.randint(1, 9) + data[end:]


def _insert(data: bytes, chance: random.Random, whole: dict[str, bytes]) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(NASTY) * chance.choice((1, 1, 3)) + data[at:]


def _splice(data: bytes, chance: random.Random, whole: dict[str, bytes]) -> bytes:
    other = whole[chance.choice(sorted(whole))]
    start, end = sorted((chance.randint(0, len(other)), chance.randint(0, len(other))))
    at = chance.randint(0, len(data))
    return data[:at] + other[start:end][:5000] + data[at:]


_WAYS: tuple[Callable[[bytes, random.Random, dict[str, bytes]], bytes], ...] = (_flip, _cut, _double, _insert, _splice)


def attempt(name: str, data: bytes, folder: Path) -> str:
    """How a case ends, in a word. Raises whatever else than a QuizgenError comes out."""
    path = folder / name
    path.write_bytes(data)
    try:
        if name.endswith(".rules.yaml"):
            loader.load((path,))
            return "rules"
        if pipeline.is_bank(path):
            bank.dumps(bank.load(path))
            return "quiz"
        for article in pipeline.open_articles(path, limits=LIMITS):
            pipeline.generate(article.document, 5, sentences=article.sentences)
        return "article"
    except QuizgenError as error:
        assert "\n" not in str(error) and len(str(error)) < 2000, str(error)[:300]
        return type(error).__name__
    finally:
        with contextlib.suppress(OSError):
            path.unlink()


@contextlib.contextmanager
def no_longer_than(seconds: float) -> Iterator[None]:
    def late(*_: object) -> None:
        raise TimeoutError(f"longer than {seconds} s")

    if not hasattr(signal, "SIGALRM"):
        yield
        return
    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def main() -> int:
    count, seed = (int(one) for one in [*sys.argv[1:], *["10000", "0"][len(sys.argv) - 1 :]])
    ends: Counter[str] = Counter()
    slowest, failed = (0.0, ""), 0
    with tempfile.TemporaryDirectory() as name:
        for case, data in cases(count, seed):
            start = time.perf_counter()
            try:
                with no_longer_than(SECONDS):
                    ends[attempt(case, data, Path(name))] += 1
            except BaseException as error:
                if isinstance(error, KeyboardInterrupt):
                    raise
                failed += 1
                print(f"{case}: {type(error).__name__}: {str(error)[:200]}", flush=True)
            slowest = max(slowest, (time.perf_counter() - start, case))
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(f"{count} cases, {failed} failed, slowest {slowest[0]:.1f} s ({slowest[1]}), at most {peak:.0f} MB")
    print(", ".join(f"{end} {number}" for end, number in ends.most_common()))
    return int(failed > 0 or peak > MEGABYTES)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
