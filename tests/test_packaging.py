"""The wheel has all that quizgen needs, and works where there is no checkout.

The clean environment is a venv of its own into which the wheel is installed by this environment's pip. The libraries
that quizgen depends on are lent to it by a .pth file: downloading them again would test the package index, take
minutes and need the network. A .pth file in a lent folder is not read, so the checkout stays out of it.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

CHECKOUT = Path(__file__).resolve().parents[1]
SEED = CHECKOUT / "seeds" / "the-challenge.txt"


def run(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    hidden = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "QUIZGEN_MODEL")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(list(map(str, arguments)), cwd=cwd, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, f"{arguments}\n{done.stdout}\n{done.stderr}"
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, CHECKOUT, cwd=out)
    (found,) = out.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of a clean environment with the wheel in it."""
    home = tmp_path_factory.mktemp("clean")
    venv.create(home, with_pip=False)
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    interpreter = next(scripts.glob("python*"))
    site = Path(
        run(interpreter, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home).stdout.strip()
    )
    run(sys.executable, "-m", "pip", "--python", interpreter, "install", "--no-deps", "--no-index", wheel, cwd=home)
    lent = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (site / "lent.pth").write_text("".join(f"{folder}\n" for folder in sorted(lent)), "utf8")
    return interpreter


def test_the_wheel_has_what_is_needed_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    inside = {name for name in names if name.startswith("quizgen/")}
    assert all(name.startswith("quizgen") for name in names)
    assert "quizgen/py.typed" in inside
    assert any(name.startswith("quizgen/templates/rules/en/") and name.endswith(".yaml") for name in inside)
    assert any(name.startswith("quizgen/templates/html/") for name in inside)
    assert any(name.startswith("quizgen/templates/anki/") for name in inside)
    model = {name.rpartition("/")[2] for name in inside if name.startswith("quizgen/analysis/model/")}
    assert {"labels.json", "tokenizer.json", "README.md"} <= model
    assert len([name for name in model if name.endswith(".onnx")]) == 1
    assert not [name for name in inside if "__pycache__" in name or name.endswith((".pyc", ".log"))]
    assert wheel.stat().st_size < 40_000_000


def test_the_wheel_knows_its_licence_and_its_command(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    texts = {
        name.rpartition("/")[2]: archive.read(name).decode() for name in archive.namelist() if ".dist-info/" in name
    }
    assert "License-Expression: MIT" in texts["METADATA"]
    assert "MIT License" in texts["LICENSE"]
    assert "quizgen = quizgen.cli:main" in texts["entry_points.txt"]


def test_the_package_comes_from_the_wheel(python: Path, tmp_path: Path) -> None:
    where = run(python, "-c", "import quizgen; print(quizgen.__file__)", cwd=tmp_path).stdout.strip()
    assert Path(where).is_relative_to(python.parent.parent)


def test_version_by_module_and_by_script(python: Path, tmp_path: Path) -> None:
    by_module = run(python, "-m", "quizgen", "--version", cwd=tmp_path).stdout
    by_script = run(next(python.parent.glob("quizgen*")), "--version", cwd=tmp_path).stdout
    assert by_module == by_script
    assert by_module.startswith("quizgen 0.")


def test_make_works_outside_the_checkout(python: Path, tmp_path: Path) -> None:
    shutil.copy(SEED, tmp_path / "article.txt")
    outputs = ["deck.apkg", "sheet.html", "article.quiz.yaml", "items.csv", "bank.json"]
    options = [part for name in outputs for part in ("-o", name)]
    done = run(python, "-m", "quizgen", "make", "article.txt", *options, cwd=tmp_path)
    assert all((tmp_path / name).stat().st_size > 0 for name in outputs)
    assert "deck.apkg" in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["article.txt", *outputs])


def test_the_source_archive_can_be_built_from(tmp_path: Path) -> None:
    run(sys.executable, "-m", "build", "--sdist", "--no-isolation", "--outdir", tmp_path, CHECKOUT, cwd=tmp_path)
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        names = {name.partition("/")[2] for name in packed.getnames()}
    wanted = {"quizgen/version.py", "seeds/the-challenge.txt", "tests/conftest.py", "Makefile", "LICENSE", "README.md"}
    assert wanted <= names
    assert any(name.startswith("templates/rules/en/") for name in names)
    assert not [name for name in names if name.startswith(("out/", ".venv/"))]


def test_every_library_that_is_imported_is_declared_and_the_other_way_round() -> None:
    normal = {name: {_normal(owner) for owner in owners} for name, owners in metadata.packages_distributions().items()}
    requirements = [Requirement(text) for text in metadata.requires("quizgen") or []]
    declared = {_normal(r.name) for r in requirements if "extra ==" not in str(r.marker or "")}
    extras = re.compile(r"""['"](?:pdf|docx|corpus)['"]""")
    formats = {_normal(r.name) for r in requirements if extras.search(str(r.marker or ""))}
    imported = {name for path in sorted((CHECKOUT / "quizgen").rglob("*.py")) for name in _libraries(path)}
    corpus = {"dask", "pyarrow", "duckdb", "datasketch", "zstandard", "bokeh"}
    assert formats == {"weasyprint", "python-docx", *corpus}
    assert all(normal.get(name, {name}) & (declared | formats | {"distributed"}) for name in imported), sorted(imported)
    for owner in declared - {"lxml-html-clean"}:  # what trafilatura needs and does not always ask for
        assert any(owner in normal.get(name, ()) for name in imported), f"{owner} is declared and never imported"


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _libraries(path: Path) -> set[str]:
    """What a module of the package imports from elsewhere; the training has an extra of its own."""
    if "training" in path.parts:
        return set()
    tree = ast.parse(path.read_text("utf8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return {name.partition(".")[0] for name in names} - {"quizgen", *sys.stdlib_module_names}
