"""The options that several commands share."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from quizgen.records import ItemType

Function = TypeVar("Function", bound=Callable[..., Any])
ALL = -1
"""What ``--items all`` is before it becomes None; click keeps None for options that were not given."""


class Count(click.ParamType):
    """A number from 1 on, or *all*."""

    name = "N|all"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):
            return value
        if str(value).casefold() == "all":
            return ALL
        if not str(value).isdecimal() or int(value) < 1:
            self.fail(f"{value!r} is neither a number from 1 on nor 'all'.", param, ctx)
        return int(value)


class Types(click.ParamType):
    """Types of items, parted by commas."""

    name = "LIST"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[ItemType, ...]:
        if isinstance(value, tuple):
            return value
        names = [name.strip().replace("-", "_") for name in str(value).split(",") if name.strip()]
        known = [str(kind) for kind in ItemType]
        wrong = next((name for name in names if name not in known), None)
        if wrong is not None or not names:
            self.fail(f"{wrong or value!r} is no type of item. Known are {', '.join(known)}.", param, ctx)
        return tuple(dict.fromkeys(map(ItemType, names)))


class Day(click.ParamType):
    """A calendar day: 2021-10-06."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        if isinstance(value, datetime.date):
            return value
        try:
            return datetime.datetime.strptime(str(value), "%Y-%m-%d").date()
        except ValueError:
            self.fail(f"{value!r} is no day. Write it like 2021-10-06.", param, ctx)


def reading_options(function: Function) -> Function:
    """How an article is read and what of it is asked: ``items types rules model seed title date``."""
    for option in reversed(_READING):
        function = option(function)
    return function


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
date_option = click.option("--date", type=Day(), help="The day of the article: 'Tuesday' is counted from it.")

_READING = (
    click.option("--items", type=Count(), help="How many items an article gives at most.  [default: 20]"),
    click.option("--types", type=Types(), help=f"Only these types: {', '.join(map(str, ItemType))}."),
    rules_option,
    model_option,
    click.option("--seed", type=int, default=0, metavar="N", help="Another choice among items equally good."),
    title_option,
    date_option,
)
