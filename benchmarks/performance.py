"""Everything that docs/performance.md tells, measured in one run.

python benchmarks/performance.py [speed] [start] [length] [number] [jobs] [export] [corpus] [gather]

All, if none is named.
"""

from __future__ import annotations

import csv
import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import yaml
from texts import SEEDS, article

import quizgen
from quizgen.pipeline import Article
from quizgen.records import Evidence, Item, ItemBank, ItemType, Source

ROUNDS = 7


def seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def title(text: str) -> None:
    print(f"\n## {text}", flush=True)


def row(*cells: object) -> None:
    print("| " + " | ".join(f"{cell}" for cell in cells) + " |", flush=True)


def head(*cells: str) -> None:
    row(*cells)
    row(*("---" for _ in cells))


def memory() -> float:
    """Megabytes that this process has held at most."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6


def speed() -> None:
    """Words a second, one right after the other in each round, so that noise meets all."""
    title("Words a second, the articles in seeds/")
    documents = [quizgen.read(path) for path in sorted(SEEDS.glob("[!R]*"))]
    words = sum(len(document.text.split()) for document in documents)
    stages: dict[str, Callable[[], object]] = {
        "parse": lambda: [quizgen.parse(d) for d in documents],
        "generate, a sheet of 20": lambda: [quizgen.generate(d) for d in documents],
        "generate, all items": lambda: [quizgen.generate(d, None) for d in documents],
    }
    for action in stages.values():
        action()
    times = [[seconds(action) for action in stages.values()] for _ in range(ROUNDS)]
    head("stage", "words a second, median", "times as long as parse")
    for at, name in enumerate(stages):
        taken = statistics.median(round[at] for round in times)
        share = statistics.median(round[at] / round[0] for round in times)
        row(name, f"{words / taken:,.0f}", f"{share:.2f}")
    row("memory at most", f"{memory():.0f} MB", "")


COMMANDS = (
    ("-c", "pass"),
    ("-c", "import click"),
    ("-c", "import quizgen"),
    *(("-m", "quizgen", *arguments.split()) for arguments in (
        "--version", "--help", "formats", "rules list", "due", "stats", "make q.yaml", "make seed.txt",
        "make seed.txt -o a.apkg -o a.html", "explain seed.txt", "make seed.pdf",
    )),
)  # fmt: skip


def start() -> None:
    title("From the shell, cold")
    head("command", "median s", "over bare Python")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "seed.txt").write_bytes((SEEDS / "the-challenge.txt").read_bytes())
        paper = SEEDS.parent / "tests" / "reading" / "files" / "libreoffice.pdf"
        (folder / "seed.pdf").write_bytes(paper.read_bytes())
        quizgen.export(quizgen.generate(quizgen.read(folder / "seed.txt")), folder / "q.yaml")
        environment = {**os.environ, "QUIZGEN_DATA": str(folder / "data")}
        times: dict[tuple[str, ...], list[float]] = {command: [] for command in COMMANDS}
        for _ in range(ROUNDS):
            for command, taken in times.items():
                taken.append(
                    seconds(lambda c=command: subprocess.run(  # type: ignore[misc]
                        [sys.executable, *c], cwd=folder, env=environment, check=True, capture_output=True))
                )  # fmt: skip
        bare = times[COMMANDS[0]]
        for command, taken in times.items():
            more = statistics.median(a - b for a, b in zip(taken, bare, strict=True))
            row(" ".join(command[1:]), f"{statistics.median(taken):.2f}", f"{more:+.2f}")


def length() -> None:
    title("One article, longer and longer")
    head("words", "parse, µs a word", "generate, µs a word", "memory at most")
    quizgen.generate(article(500))
    for words in (500, 1_000, 10_000, 50_000, 100_000):
        texts = [article(words, number) for number in range(max(1, 5_000 // words))]
        count = sum(len(text.split()) for text in texts)
        parsed = seconds(lambda texts=texts: [quizgen.parse(text) for text in texts])  # type: ignore[misc]
        made = seconds(lambda texts=texts: [quizgen.generate(text) for text in texts])  # type: ignore[misc]
        row(f"{words:,}", f"{1e6 * parsed / count:.0f}", f"{1e6 * made / count:.0f}", f"{memory():.0f} MB")


def number() -> None:
    title("More and more articles of one to three paragraphs")
    head("articles", "ms an article", "memory at most")
    quizgen.generate(article(60))
    for count in (10, 100, 1_000, 10_000):
        texts = (Article(quizgen.pipeline._document(article(60, n))) for n in range(count))
        start = time.perf_counter()
        for _ in quizgen.generate_all(texts):
            pass
        row(f"{count:,}", f"{1000 * (time.perf_counter() - start) / count:.1f}", f"{memory():.0f} MB")


def jobs() -> None:
    title("quizgen make --jobs, 160 articles of 450 words")
    head("jobs", "threads of each", "s, median of 3", "times as fast as one")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for n in range(160):
            (folder / f"{n:03}.txt").write_text(article(450, n), "utf8")
        ways = (("1", "all"), ("1", "1"), ("2", "1"))
        taken: dict[tuple[str, str], list[float]] = {way: [] for way in ways}
        for _ in range(3):
            for way in ways:
                environment = os.environ | ({"OMP_NUM_THREADS": "1"} if way == ("1", "1") else {})
                command = [sys.executable, "-m", "quizgen", "make", name, "--jobs", way[0], "-o", "/dev/null.csv"]
                command[-1] = str(folder / "out.csv")
                taken[way].append(
                    seconds(lambda c=command, e=environment: subprocess.run(c, env=e, check=True, capture_output=True))  # type: ignore[misc]
                )
        one = statistics.median(taken[ways[0]])
        for way, times in taken.items():
            row(*way, f"{statistics.median(times):.1f}", f"{one / statistics.median(times):.2f}")


def bank(count: int) -> ItemBank:
    items = tuple(
        Item(
            f"{n:016x}",
            ItemType.CHOICE if n % 2 else ItemType.SHORT,
            f"Which thing has the number {n} in this long list?",
            f"thing {n}",
            distractors=tuple(quizgen.records.Distractor(f"thing {n + more}") for more in (1, 2, 3)) if n % 2 else (),
            evidence=Evidence(f"In this list the number {n} is that of thing {n}, as everybody knows."),
            document="d" * 16,
        )
        for n in range(count)
    )
    return ItemBank("Many", items, (Source("d" * 16, "A list"),))


def plain(suffix: str, items: Sequence[Item], path: Path) -> None:
    """The same items by nothing but the library beneath the format."""
    rows = [[i.question, i.answer, *(d.text for d in i.distractors), i.evidence.text] for i in items]
    if suffix == ".apkg":
        import genanki

        model = genanki.Model(
            1,
            "m",
            fields=[{"name": str(n)} for n in range(3)],
            templates=[{"name": "c", "qfmt": "{{0}}", "afmt": "{{1}}"}],
        )
        deck = genanki.Deck(2, "d")
        for cells in rows:
            deck.add_note(genanki.Note(model, [cells[0], cells[1], cells[-1]]))
        genanki.Package(deck).write_to_file(path)
    elif suffix == ".csv":
        with path.open("w", encoding="utf8", newline="") as file:
            csv.writer(file).writerows(rows)
    elif suffix in (".json", ".jsonl"):
        path.write_text(json.dumps(rows, ensure_ascii=False, indent=2), "utf8")
    elif suffix == ".yaml":
        path.write_text(yaml.dump(rows, Dumper=yaml.CSafeDumper, allow_unicode=True), "utf8")
    elif suffix == ".html":
        import jinja2

        text = "{% for row in rows %}<li>{% for cell in row %}<p>{{ cell }}</p>{% endfor %}</li>{% endfor %}"
        path.write_text(jinja2.Environment(autoescape=True).from_string(text).render(rows=rows), "utf8")
    elif suffix == ".docx":
        import docx

        document = docx.Document()
        for cells in rows:
            for cell in cells:
                document.add_paragraph(cell)
        document.save(str(path))
    elif suffix == ".pdf":
        import weasyprint

        weasyprint.HTML(string="".join(f"<p>{cell}</p>" for cells in rows for cell in cells)).write_pdf(str(path))
    else:
        from lxml import etree

        root = etree.Element("quiz")
        for cells in rows:
            question = etree.SubElement(root, "question")
            for cell in cells:
                etree.SubElement(question, "text").text = cell
        path.write_bytes(etree.tostring(root))


FORMATS = (".apkg", ".yaml", ".json", ".jsonl", ".csv", ".html", ".xml", ".docx", ".pdf")
LARGEST = {".pdf": 1_000, ".docx": 1_000}
"""Items; what is set in pages is never longer."""


def export() -> None:
    title("Export, against the library beneath each format writing the same texts")
    head("format", "items", "s", "s, the library alone", "times as long")
    for suffix in FORMATS:
        for count in (100, 1_000, 10_000, 100_000):
            if count > LARGEST.get(suffix, 100_000) or (count == 1_000 and suffix not in LARGEST):
                continue
            many = bank(count)
            with tempfile.TemporaryDirectory() as name:
                path = Path(name) / f"a{'.moodle' if suffix == '.xml' else ''}{suffix}"
                rounds = 3 if count <= 1_000 else 1
                pairs = [
                    (seconds(lambda p=path, b=many: quizgen.export(b, p)),  # type: ignore[misc]
                     seconds(lambda p=path, b=many, s=suffix: plain(s, b.items, p)))  # type: ignore[misc]
                    for _ in range(rounds)
                ]  # fmt: skip
            ours, theirs = (statistics.median(pair[side] for pair in pairs) for side in (0, 1))
            row(suffix, f"{count:,}", f"{ours:.2f}", f"{theirs:.2f}", f"{ours / theirs:.1f}")


ARTICLES = 20_000


def corpus() -> None:
    """Dask against a plain loop in one process, and two workers against one."""
    from quizgen.corpus import batches, run
    from quizgen.corpus.articles import files_of, stream
    from quizgen.corpus.work import warm, work

    count = int(os.environ.get("ARTICLES", ARTICLES))
    title(f"quizgen corpus, {count:,} articles of one or two paragraphs")
    head("way", "s", "words a second", "times as fast as one worker")
    options = {"limit": 20, "types": None, "rules": [], "model": None, "seed": 0}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with (folder / "a.jsonl").open("w", encoding="utf8") as file:
            for n in range(count):
                file.write(json.dumps({"id": str(n), "title": f"Article {n}", "text": article(20, n)}) + "\n")
        times: dict[str, float] = {}

        def loop() -> None:
            os.environ["OMP_NUM_THREADS"] = "1"  # as a worker has it, where there are as many as cores
            warm(None)
            for batch in batches.batches(itertools.islice(stream(files_of([str(folder / "a.jsonl")])), count // 5)):
                work(batch, options, batch.key)

        words = 0
        for workers in (1, 2):
            os.environ["OMP_NUM_THREADS"] = "1"
            times[f"{workers} workers"] = seconds(
                lambda w=workers: told(run.run([str(folder / "a.jsonl")], folder / f"b{w}", workers=w, options=options))  # type: ignore[misc]
            )
            words = LAST[0].words
        times["a plain loop, a fifth of them, times five"] = 5 * seconds(loop)
        for way, taken in times.items():
            row(way, f"{taken:.1f}", f"{words / taken:,.0f}", f"{times['1 workers'] / taken:.2f}")
        size = sum(path.stat().st_size for path in (folder / "b2").rglob("*") if path.is_file())
        row("size of the bank", f"{size / 1e6:.1f} MB", f"{size / count:,.0f} bytes an article", "")
        row("memory of this process at most", f"{memory():.0f} MB", "", "")


def gather() -> None:
    """How fast the one machine that writes can be: batches whose rows are there at once, as if workers cost nothing."""
    from quizgen.corpus import run
    from quizgen.corpus.articles import files_of, stream
    from quizgen.corpus.batches import Batch, batches
    from quizgen.corpus.work import work

    title("quizgen corpus, what the machine that writes can take in")
    head("batches", "s", "batches a second", "articles a second", "MB a second to the disk")
    options = {"limit": 20, "types": None, "rules": [], "model": None, "seed": 0}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = [json.dumps({"id": str(n), "title": f"Article {n}", "text": article(450, n)}) + "\n" for n in range(40)]
        (folder / "a.jsonl").write_text("".join(lines * 500), "utf8")
        first = next(batches(stream(files_of([str(folder / "a.jsonl")]))))
        rows = work(first, options, "key")

        def canned(batch: Batch, options: dict[str, object], key: str) -> object:
            return {table: [{**row, "batch": key} if "batch" in row else row for row in rows[table]] for table in rows}

        run.work = canned  # type: ignore[assignment]
        start = time.perf_counter()
        done = run.run([str(folder / "a.jsonl")], folder / "bank", workers=2, options=options)
        taken = time.perf_counter() - start
        count = len(list(batches(stream(files_of([str(folder / "a.jsonl")])))))
        size = sum(path.stat().st_size for path in (folder / "bank").rglob("*") if path.is_file())
        row(count, f"{taken:.1f}", f"{count / taken:.1f}", f"{done.articles / taken:,.0f}", f"{size / taken / 1e6:.2f}")


LAST: list = []  # type: ignore[type-arg]


def told(progress: object) -> None:
    LAST[:] = [progress]


PARTS = {f.__name__: f for f in (speed, start, length, number, jobs, export, corpus, gather)}


def main() -> None:
    for name in sys.argv[1:] or PARTS:
        PARTS[name]()


if __name__ == "__main__":
    main()
