"""Item banks in files: ``quiz.yaml``, which people edit, JSON for programs, decks read back. docs/bank.md has them."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

from quizgen.bank import loading, tree, writing
from quizgen.bank.merging import Article, Report, again, remembering
from quizgen.errors import BankError
from quizgen.files import write_whole
from quizgen.records import Item, ItemBank, replace

__all__ = [
    "DECK",
    "SUFFIXES",
    "Article",
    "Report",
    "again",
    "content",
    "dumps",
    "from_json",
    "load",
    "loads",
    "remembering",
    "save",
    "stamp",
    "to_json",
]

DECK = ".apkg"
"""The suffix of what is read only."""
SUFFIXES = (".yaml", ".yml", ".json", DECK)


def load(path: str | os.PathLike[str]) -> ItemBank:
    """Reads a bank; the suffix decides between YAML, JSON and an Anki deck. Raises BankError with file and line."""
    file = Path(path)
    if file.suffix.casefold() == DECK:
        from quizgen.bank import apkg

        return apkg.load(file).bank
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        hint = "Check the name." if isinstance(error, FileNotFoundError) else ""
        raise BankError(f"{(error.strerror or 'cannot be read').capitalize()}.", path=str(path), hint=hint) from error
    except UnicodeDecodeError as error:
        raise BankError("It is not text in UTF-8.", path=str(path), hint="Save it as UTF-8.") from error
    read = from_json if file.suffix.casefold() == ".json" else loads
    return read(text, path=str(path))


def save(bank: ItemBank, path: str | os.PathLike[str]) -> None:
    """Writes a bank whole or not at all, as YAML or, where the suffix is ``.json``, as JSON; never over a deck."""
    if Path(path).suffix.casefold() == DECK:
        hint = f"Make a quiz of it first: quizgen make {path} -o quiz.yaml"
        raise BankError("A deck of Anki cannot be changed here.", path=str(path), hint=hint)
    text = to_json(bank) if Path(path).suffix.casefold() == ".json" else dumps(bank)
    write_whole(path, text.encode("utf8"))


def dumps(bank: ItemBank) -> str:
    """The text of ``quiz.yaml``: ``loads(dumps(bank)) == bank``."""
    return writing.to_yaml(bank)


def loads(text: str, path: str = "") -> ItemBank:
    """Reads what ``dumps`` wrote or a person did. ``path`` is for messages, and for the title where none is given."""
    return _read(tree.from_yaml, text, path)


def to_json(bank: ItemBank) -> str:
    """The bank as JSON with every field."""
    return writing.to_json(bank)


def from_json(text: str, path: str = "") -> ItemBank:
    """Reads what ``to_json`` wrote."""
    return _read(tree.from_json, text, path)


def _read(parse, text: str, path: str) -> ItemBank:  # type: ignore[no-untyped-def]
    try:
        return loading.bank(parse(text), title=Path(path).name.partition(".")[0] or "Quiz")
    except BankError as error:
        raise BankError(error.message, path=path, line=error.line, hint=error.hint) from error


def stamp(bank: ItemBank, earlier: ItemBank, now: datetime.datetime) -> ItemBank:
    """Items that say something else than in the earlier bank are marked as changed now, the others keep their mark.

    Items are matched by id; one that the earlier bank lacks keeps what it has. Where an item stands in its article
    is not content: an edit elsewhere moves it and changes no card.
    """
    known = {item.id: item for item in earlier.items}
    moment = now.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")

    def stamped(item: Item) -> Item:
        old = known.get(item.id)
        if old is None:
            return item
        return replace(item, changed=old.changed if content(item) == content(old) else moment)

    return replace(bank, items=tuple(map(stamped, bank.items)))


def content(item: Item) -> tuple[object, ...]:
    """What a learner sees of an item; two versions of it with the same content are the same card."""
    at = item.evidence.answer_start - item.evidence.start if item.evidence.answer_start >= 0 else -1
    wrong = tuple(d.text for d in item.distractors)
    asked = (item.type, item.question, item.answer, item.accept, wrong, item.explanation, item.evidence.text, at)
    parts = tuple((part.text, part.match, part.evidence.text) for part in item.parts)
    return (*asked, parts, item.rule, item.difficulty, item.tags)
