"""The language of rule templates: Jinja2 less all that could run for ever, fill the memory or reach into Python.

A rule file may come from a stranger. Jinja's sandbox keeps a template from Python's internals, but not from loops and
long strings. A rule needs neither: it looks up, chooses, joins and calls what the engine gives it. So that is all it
may do, and what it makes is never longer than its source and its roles together allow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, meta, nodes
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from quizgen.rules.grammar import Unaskable

LONGEST = 2000
"""Characters of a template's source."""
_NODES = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.List, nodes.Tuple, nodes.Concat,
    nodes.Add, nodes.Sub, nodes.Neg, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr,
    nodes.If, nodes.Call, nodes.Keyword, nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.Filter, nodes.Test,
)  # fmt: skip
_METHODS = frozenset(
    {
        "lower", "upper", "title", "capitalize", "strip", "lstrip", "rstrip", "startswith", "endswith", "split",
        "count", "find", "removeprefix", "removesuffix", "isdigit", "isupper", "islower",
    }
)  # fmt: skip
_TESTS = (
    "defined",
    "undefined",
    "none",
    "string",
    "number",
    "in",
    "eq",
    "ne",
    "lt",
    "le",
    "gt",
    "ge",
    "upper",
    "lower",
)


class TemplateFault(Exception):
    """What is wrong with a template, as a clause without full stop: *“range” is nothing that a rule can call*."""


class Template:
    """A compiled template. ``names`` are those it looks up, functions and roles alike."""

    def __init__(self, source: str, functions: Iterable[str] = ()) -> None:
        """Raises TemplateFault when the source is malformed or does more than a rule may."""
        environment = _environment()
        try:
            tree = environment.parse(source[: LONGEST + 1])
            _check(tree, source, frozenset(functions))
            self.names = frozenset(meta.find_undeclared_variables(tree))
            self._template = environment.from_string(source)
            self._name = _only_name(tree)
        except TemplateSyntaxError as error:
            raise TemplateFault(_clause(error)) from None
        except RecursionError:
            raise TemplateFault("it is nested too deep") from None

    def render(self, values: Mapping[str, object]) -> str:
        """Raises TemplateFault when the template fails, Unaskable when grammar refuses."""
        if self._name in values:
            return str(values[self._name])
        try:
            # Where grammar refuses, which is no error, ``Template.render`` would rewrite the traceback.
            context = Context(self._template.environment, dict(values), None, self._template.blocks)
            return "".join(self._template.root_render_func(context))
        except Unaskable:
            raise
        except (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise TemplateFault(_clause(error)) from error


class _Environment(ImmutableSandboxedEnvironment):
    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """What a template may call was judged when it was compiled, by its name: here it is only done."""
        return __obj(*args, **kwargs)


def _environment() -> ImmutableSandboxedEnvironment:
    environment = _Environment(undefined=StrictUndefined, autoescape=False)
    environment.globals.clear()
    environment.filters = dict(_FILTERS)
    environment.tests = {name: environment.tests[name] for name in _TESTS}
    return environment


def _only_name(tree: nodes.Template) -> str:
    """The name of a template that is nothing else, as most answers are: ``{{ subject }}``."""
    printed = [part for output in tree.body for part in getattr(output, "nodes", (None,))]
    return printed[0].name if len(printed) == 1 and isinstance(printed[0], nodes.Name) else ""


def _clause(error: Exception) -> str:
    return str(error).rstrip(".") or type(error).__name__


def _check(tree: nodes.Template, source: str, functions: frozenset[str]) -> None:
    if len(source) > LONGEST:
        raise TemplateFault(f"it is longer than {LONGEST} characters")
    for node in _all(tree):
        if not isinstance(node, _NODES):
            raise TemplateFault(f"a rule has no {_called(node)}; it looks up, chooses, joins and calls")
        if isinstance(node, nodes.Name) and node.name in ("self", "super"):
            raise TemplateFault(f"“{node.name}” is no word that a rule knows")
        if isinstance(node, nodes.Call) and not _may_be_called(node.node, functions):
            raise TemplateFault(f"“{_target(node.node)}” is nothing that a rule can call")


def _all(node: nodes.Node) -> Iterable[nodes.Node]:
    yield node
    for child in node.iter_child_nodes():
        yield from _all(child)


def _called(node: nodes.Node) -> str:
    """The construct in a reader's words: *For* → *for*, *Mul* → *mul*."""
    return {"Mul": "*", "Pow": "**", "Mod": "%", "Div": "/", "FloorDiv": "//", "Assign": "set"}.get(
        type(node).__name__, type(node).__name__.lower()
    )


def _may_be_called(node: nodes.Node, functions: frozenset[str]) -> bool:
    if isinstance(node, nodes.Name):
        return node.name in functions
    return isinstance(node, nodes.Getattr) and node.attr in _METHODS


def _target(node: nodes.Node) -> str:
    return str(getattr(node, "name", "") or getattr(node, "attr", "") or "this")


# ------------------------------------------------------------------------------------------ filters


def _replace(text: object, old: str, new: str, count: int = -1) -> str:
    """As Jinja's, but a chain of them cannot grow without end."""
    replaced = str(text).replace(str(old), str(new), count) if old else str(text)
    if len(replaced) > 10 * LONGEST:
        raise ValueError("what it makes is too long")
    return replaced


_FILTERS: Mapping[str, Callable[..., Any]] = {
    "lower": lambda text: str(text).lower(),
    "upper": lambda text: str(text).upper(),
    "capitalize": lambda text: str(text).capitalize(),
    "title": lambda text: str(text).title(),
    "trim": lambda text: str(text).strip(),
    "length": lambda text: len(str(text)),
    "replace": _replace,
    "first": lambda text: str(text)[:1],
    "last": lambda text: str(text)[-1:],
    "string": str,
    "int": lambda text: int(str(text)),
}
