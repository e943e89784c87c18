"""quizgen makes quizzes of articles: every item shows the sentence that it came from and the rule that made it.

>>> import quizgen
>>> document = quizgen.read("article.txt")  # doctest: +SKIP
>>> bank = quizgen.generate(document, limit=20)  # doctest: +SKIP
>>> quizgen.export(bank, "deck.apkg")  # doctest: +SKIP

Importing it is cheap: each name is fetched when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizgen.version import __version__

if TYPE_CHECKING:
    from quizgen.errors import QuizgenError
    from quizgen.pipeline import (
        analyse,
        explain,
        export,
        generate,
        generate_all,
        load_model,
        parse,
        read,
        read_all,
        remake,
    )
    from quizgen.records import Document, Explanation, Item, ItemBank, Sentence

_HOMES = {
    **dict.fromkeys(
        (
            "analyse",
            "explain",
            "export",
            "generate",
            "generate_all",
            "load_model",
            "parse",
            "read",
            "read_all",
            "remake",
        ),
        "pipeline",
    ),
    **dict.fromkeys(("Document", "Explanation", "Item", "ItemBank", "Sentence"), "records"),
    "QuizgenError": "errors",
}

__all__ = [
    "Document",
    "Explanation",
    "Item",
    "ItemBank",
    "QuizgenError",
    "Sentence",
    "__version__",
    "analyse",
    "explain",
    "export",
    "generate",
    "generate_all",
    "load_model",
    "parse",
    "read",
    "read_all",
    "remake",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'quizgen' has no attribute {name!r}")
    import importlib

    value = getattr(importlib.import_module(f"quizgen.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
