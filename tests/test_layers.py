"""One way through the house: an import points only to a lower floor. docs/developing.md has the same table."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "quizgen"

FLOORS = {
    "version": 0,
    "errors": 0,
    "records": 0,
    "resources": 0,
    "text": 0,
    "files": 0,
    "side_by_side": 0,
    "clock": 0,
    "reading": 1,
    "analysis": 1,
    "facts": 2,
    "rules": 2,
    "selection": 3,
    "bank": 3,
    "exporters": 4,
    "drill": 4,
    "pipeline": 5,
    "corpus": 6,
    "cli": 7,
    "__init__": 7,
    "__main__": 8,
}
"""The places of the package: a module or a folder."""

GROUND = {"files": "errors", "resources": "errors", "side_by_side": "errors", "clock": "errors"}
"""Who on the lowest floor may lean on whom there."""

EXCEPTIONS = {
    ("rules/check.py", "facts"): "the examples inside the rules run through every stage before them",
    ("rules/loader.py", "facts"): "a rule may name only the facts and roles of ROLES",
}

MODULES = sorted(path for path in PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def imports(path: Path) -> Iterator[tuple[str, int]]:
    """Every module that a file imports, wherever in the file, with the line."""
    for node in ast.walk(ast.parse(path.read_text("utf8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "quizgen":
            yield from ((f"quizgen.{alias.name}", node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports are absolute in this project"
            yield node.module or "", node.lineno


def place(module: str) -> str:
    """The place of a module of the project: ``rules`` of ``quizgen.rules.engine``."""
    inside = module.split(".")[1:]
    return inside[0] if inside and inside[0] in FLOORS else "__init__"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_to_lower_floors(path: Path) -> None:
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    assert own in FLOORS, f"{own} has no floor yet: give it one here and in docs/design.md"
    for module, line in imports(path):
        if module.split(".")[0] != "quizgen":
            continue
        other = place(module)
        allowed = other == own or FLOORS[other] < FLOORS[own] or GROUND.get(own) == other
        assert allowed or (name_of(path), other) in EXCEPTIONS, f"{path}:{line}: {own} must not import {other}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_the_network_is_run_in_one_place(path: Path) -> None:
    found = {module.split(".")[0] for module, _ in imports(path)}
    if "onnxruntime" in found:
        assert name_of(path) == "analysis/runtime.py" or name_of(path).startswith("analysis/training/")
    if "numpy" in found:
        assert name_of(path).startswith(("analysis/", "corpus/")), "or the sketches of articles, which are arrays"
    if found & {"torch", "onnx", "safetensors"}:
        assert name_of(path).startswith("analysis/training")


def test_every_exception_is_still_needed() -> None:
    for name, other in EXCEPTIONS:
        assert other in {place(module) for module, _ in imports(PACKAGE / name) if module.startswith("quizgen")}
