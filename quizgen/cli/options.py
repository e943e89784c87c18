"""The options that several commands share."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from quizgen import clock
from quizgen.records import ItemType

Function = TypeVar("Function", bound=Callable[..., Any])
ALL = -1
"""What ``--items all`` is before it becomes None; click keeps None for options that were not given."""


def count(value: str) -> int:
    """A number from 1 on, or *all*."""
    if value.casefold() == "all":
        return ALL
    if not value.isdecimal() or int(value) < 1:
        raise click.BadParameter(f"{value!r} is neither a number from 1 on nor 'all'.")
    return int(value)


def characters(value: str) -> int:
    """How many characters of an article are read: a number from 1000 on, or *all*."""
    if value.casefold() == "all":
        return ALL
    plain = value.replace(",", "").replace("_", "")
    if not plain.isdecimal() or int(plain) < 1000:
        raise click.BadParameter(f"{value!r} is neither a number from 1000 on nor 'all'.")
    return int(plain)


def seconds(value: str) -> float | None:
    """How long an article may take: a number of seconds, or *all* that it takes."""
    if value.casefold() == "all":
        return None
    try:
        found = float(value.replace(",", ""))
    except ValueError:
        found = 0.0
    if not 0 < found < math.inf:
        raise click.BadParameter(f"{value!r} is neither a number of seconds nor 'all'.")
    return found


def types(value: str) -> tuple[ItemType, ...]:
    """Types of items, parted by commas."""
    names = [name.strip().replace("-", "_") for name in value.split(",") if name.strip()]
    known = [str(kind) for kind in ItemType]
    wrong = next((name for name in names if name not in known), None)
    if wrong is not None or not names:
        raise click.BadParameter(f"{wrong or value!r} is no type of item. Known are {', '.join(known)}.")
    return tuple(dict.fromkeys(map(ItemType, names)))


def day(value: str) -> datetime.date:
    """A calendar day: 2021-10-06."""
    try:
        return datetime.datetime.strptime(value, "%Y-%m-%d").date()
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day. Write it like 2021-10-06.") from None


def type_in(function: Function) -> Function:
    """The option of commands that make cards."""
    text = "Anki asks for the answers of short and cloze cards to be typed in."
    return click.option("--type-in", is_flag=True, help=text)(function)


def reading_options(function: Function) -> Function:
    """How an article is read and what of it is asked: the names stand in ``_READING``."""
    for option in reversed(_READING):
        function = option(function)
    return function


def sheet_options(function: Function) -> Function:
    """How what is printed looks: the names are in ``SHEET``."""
    for option in reversed(_SHEET):
        function = option(function)
    return function


SHEET = (
    "versions",
    "paper",
    "font_size",
    "columns",
    "large_print",
    "dyslexia",
    "bubbles",
    "word_bank",
    "with_article",
    "labels",
)
_SHEET = (
    click.option("--versions", type=click.IntRange(1, 26), metavar="N", help="So many versions, A, B, C …, one key."),
    click.option("--paper", type=click.Choice(["a4", "letter"]), help="The paper of what is printed."),
    click.option("--font-size", type=click.FloatRange(8, 24), metavar="PT", help="Size of the letters, in points."),
    click.option("--columns", type=click.IntRange(1, 2), metavar="N", help="Columns on a page, 1 or 2."),
    click.option("--large-print", is_flag=True, help="For those who see badly: 18 pt, more room."),
    click.option("--dyslexia", is_flag=True, help="Sans serif, 14 pt, wide lines, left aligned, no italics."),
    click.option("--bubbles", is_flag=True, help="A page of bubbles to fill in for the answers."),
    click.option("--word-bank", is_flag=True, help="The missing words in a box above the gaps."),
    click.option("--with-article", is_flag=True, help="Print the article before the questions."),
    click.option("--labels", metavar="LANG", help="Language of the words on the sheet: en, de, fr, es or your own."),
)

rules_option = click.option(
    "--rules",
    "rules",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A folder of your own rules, laid over the built-in ones. Repeatable.",
)
model_option = click.option(
    "--model", type=click.Path(path_type=Path), metavar="DIR", help="Another parser than the one that ships."
)
title_option = click.option("--title", metavar="TEXT", help="The title, where the article has none or a bad one.")
date_option = click.option(
    "--date", type=day, metavar="YYYY-MM-DD", help="The day of the article: 'Tuesday' is counted from it."
)

_READING = (
    click.option(
        "--items", type=count, metavar="N|all", help="How many items an article gives at most.  [default: 20]"
    ),
    click.option("--types", type=types, metavar="LIST", help=f"Only these types: {', '.join(map(str, ItemType))}."),
    rules_option,
    model_option,
    click.option("--seed", type=int, default=0, metavar="N", help="Another choice among items equally good."),
    title_option,
    date_option,
    click.option(
        "--chapters",
        metavar="LIST",
        help="Of a book, a PDF with bookmarks, a feed or a collection only these, as 2,4-6; 'list' shows them.",
    ),
    click.option(
        "--max-chars", type=characters, metavar="N|all", help="So much of an article is read.  [default: 2000000]"
    ),
    click.option(
        "--max-seconds",
        "seconds",
        type=seconds,
        default=f"{clock.USUAL:g}",
        metavar="N|all",
        help=f"An article that takes longer is given up.  [default: {clock.USUAL:g}]",
    ),
)
