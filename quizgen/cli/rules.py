"""``quizgen rules``: list, show and test what turns facts into questions."""

from __future__ import annotations

from pathlib import Path

import click

from quizgen import pipeline
from quizgen.cli import inputs
from quizgen.cli.options import model_option, rules_option
from quizgen.errors import QuizgenError
from quizgen.records import Example, Rule


@click.group(short_help="List, show and test the rules.")
def rules() -> None:
    """List, show and test the rules that turn facts into questions.

    The built-in ones lie in templates/rules/; --rules DIR lays your own over them.
    """


@rules.command("list")
@rules_option
def list_rules(rules: tuple[Path, ...]) -> None:
    """List every rule: its id, the fact that it asks about, its question."""
    loaded = pipeline.load_rules(rules)
    width = max((len(rule.id) for rule in loaded), default=0)
    facts = max((len(rule.fact) for rule in loaded), default=0)
    for rule in loaded:
        click.echo(f"{rule.id:<{width}}  {rule.fact:<{facts}}  {_on_one_line(rule.question)}")


@rules.command("show")
@click.argument("id")
@rules_option
def show_rule(id: str, rules: tuple[Path, ...]) -> None:
    """Show a rule with its examples and the place where it stands."""
    loaded = pipeline.load_rules(rules)
    rule = next((rule for rule in loaded if rule.id == id), None)
    if rule is None:
        near = ", ".join(other.id for other in loaded if id in other.id or other.id.startswith(id.split(".")[0]))
        hint = f"Near it are {near}." if near else "'quizgen rules list' names them all."
        raise QuizgenError(f"There is no rule {id}.", hint=hint)
    click.echo("\n".join(_rule_lines(rule)))


@rules.command("test")
@click.argument("folders", metavar="[DIR]...", nargs=-1, type=click.Path(path_type=Path))
@rules_option
@model_option
@click.pass_context
def test_rules(ctx: click.Context, folders: tuple[Path, ...], rules: tuple[Path, ...], model: Path | None) -> None:
    """Run the examples inside the rules: the built-in ones, or those of the rules in DIR.

    A failure prints what was expected, what came out, and how the sentence was read. Exit code 1 if there is one.
    """
    from quizgen.rules import check

    loaded = pipeline.load_rules((*rules, *folders))
    chosen = [rule for rule in loaded if not folders or _stands_in(rule, folders)]
    with inputs.progress("running the examples"):
        failures = check.run(chosen, pipeline.load_model(model))
    for failure in failures:
        click.echo(f"{failure}\n")
    examples = sum(len(rule.examples) for rule in chosen)
    click.echo(f"{len(chosen)} rules, {examples} examples, {len(failures)} failed")
    ctx.exit(1 if failures else 0)


def _stands_in(rule: Rule, folders: tuple[Path, ...]) -> bool:
    path = Path(rule.path).resolve()
    return any(folder.resolve() in (path, *path.parents) for folder in folders)


def _rule_lines(rule: Rule) -> list[str]:
    conditions = [f"{role}.{field} is {_either(values)}" for role, fields in rule.when for field, values in fields]
    fields = (
        ("fact", rule.fact),
        ("when", ", ".join(conditions)),
        ("question", _on_one_line(rule.question)),
        ("answer", _on_one_line(rule.answer)),
        ("accept", " | ".join(map(_on_one_line, rule.accept))),
        ("type", rule.type),
        ("distractors", rule.distractors),
        ("score", str(rule.score)),
        ("source", rule.source),
    )
    shown = [f"  {name:<12} {value}" for name, value in fields if value]
    examples = [line for example in rule.examples for line in _example_lines(example)]
    return [rule.id, f"{rule.path}:{rule.line}", *shown, *examples]


def _either(values: tuple[str | bool, ...]) -> str:
    return " or ".join(str(value).lower() if isinstance(value, bool) else value for value in values)


def _example_lines(example: Example) -> list[str]:
    items = [f"    {item.question}  →  {item.answer}" for item in example.items]
    nothing = f"    nothing{f': {example.why}' if example.why else ''}"
    return ["", f"  {example.given}", *(items or [nothing])]


def _on_one_line(template: str) -> str:
    return " ".join(template.split())
