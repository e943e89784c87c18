"""How a round looks: in columns, without colour, with signs that the output cannot write."""

from __future__ import annotations

import io
import unicodedata

import pytest
from rich.console import Console

from quizgen.drill import round as rounds
from quizgen.drill.columns import columns as columns_of
from quizgen.drill.columns import rows
from quizgen.drill.pieces import Piece, Style, line
from quizgen.drill.screen import PlainScreen, RichScreen, pipe_reader
from quizgen.records import ItemBank, replace

ANSWERS = ("2", "twelve", "?", "h", "October 17", "f", "Peresld")


def columns(text: str) -> int:
    """Cells of a terminal: wide characters take two, joined and combining ones none."""
    joined = text.replace("\u200d", "").replace("\ufe0f", "")
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in joined)


def plain_round(bank: ItemBank, width: int | None) -> str:
    out = io.StringIO()
    read = pipe_reader(io.StringIO("\n".join(ANSWERS)), out)
    rounds.play(bank, PlainScreen(out, read, width=width))
    return out.getvalue()


def rich_round(bank: ItemBank, width: int, **options: object) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=True, **options)  # type: ignore[arg-type]
    rounds.play(bank, RichScreen(console, pipe_reader(io.StringIO("\n".join(ANSWERS)), io.StringIO())))
    return out.getvalue()


@pytest.mark.parametrize("width", [80, 40, 20])
def test_no_row_is_wider_than_the_terminal(bank: ItemBank, width: int) -> None:
    shown = [*plain_round(bank, width).splitlines(), *rich_round(bank, width, color_system=None).splitlines()]
    typed = [row for row in shown if row.startswith(("Answer: ", "t/f: ", "1-4: "))]
    wide = [row for row in shown if columns(row) > width and row not in typed]
    assert wide == []
    assert any("電影" in row for row in shown)


def test_a_long_row_goes_on_below_its_text_and_not_below_its_mark(bank: ItemBank) -> None:
    rows = plain_round(bank, 40).splitlines()
    first = next(i for i, row in enumerate(rows) if row.startswith("  > The surgeon"))
    assert rows[first + 1].startswith("    ")
    assert not rows[first + 1].startswith("     ")


def test_a_word_longer_than_the_row_is_folded(bank: ItemBank) -> None:
    shown = plain_round(replace(bank, title="x" * 70 + "漢字" * 20), 30).splitlines()
    assert shown[:4] == ["x" * 30, "x" * 30, "x" * 10 + "漢字" * 5, "漢字" * 7 + "漢"]


def test_without_a_width_lines_are_not_broken(bank: ItemBank) -> None:
    assert any(len(row) > 90 for row in plain_round(bank, None).splitlines())


def test_plain_lines_hold_no_escape_codes_and_mark_the_answer_with_stars(bank: ItemBank) -> None:
    shown = plain_round(bank, 80)
    assert "\x1b" not in shown
    assert "After *12 days* in space" in shown


def test_a_terminal_gets_bold_type_and_every_mark_in_words(bank: ItemBank) -> None:
    shown = rich_round(bank, 80, color_system="standard")
    assert "\x1b[1;4m12 days\x1b[0m in space" in shown
    assert "\x1b[1;32m✓ Right\x1b[0m: 12 days" in shown
    assert "\x1b[1;33m≈ Close\x1b[0m (the spelling is a little different)" in shown
    assert "\x1b[1;31m✗ Wrong\x1b[0m" in shown


def test_a_quiz_cannot_command_the_terminal(bank: ItemBank) -> None:
    nasty = replace(bank.items[1], question="How \x1b[31mmany\x07\r\n [bold]days[/bold]\u202e?\x9b5n")
    for shown in (
        plain_round(replace(bank, items=(nasty,)), 80),
        rich_round(replace(bank, items=(nasty,)), 80, color_system=None),
    ):
        assert "How [31mmany [bold]days[/bold]?5n" in shown


def test_signs_that_the_output_cannot_write_are_replaced(bank: ItemBank) -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii", write_through=True)
    screen = PlainScreen(out, lambda prompt: None)
    screen.say(line(Piece("✓ Right", Style.RIGHT), ": “ok” … 東"))
    assert raw.getvalue() == b'+ Right: "ok" ... ?\n'


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("漢字", 4), ("e\u0301", 1), ("👩‍🚀", 4), ("❤️", 2), ("🇫🇷", 4), ("ｱ", 1), ("", 0), ("🚀!", 3)],
)
def test_columns(text: str, width: int) -> None:
    assert columns_of(text) == width


def test_joined_characters_are_not_torn_apart() -> None:
    shown = rows(line("👩‍🚀" * 5 + "e\u0301" * 9), 8)
    assert [row.pieces[0].text for row in shown] == ["👩‍🚀👩‍🚀", "👩‍🚀👩‍🚀", "👩‍🚀" + "e\u0301" * 4, "e\u0301" * 5]


def test_a_mark_that_follows_a_styled_word_stays_with_it() -> None:
    shown = rows(line("It is ", Piece("Ada", Style.ANSWER), ".", lead="> "), 10)
    assert shown == [line("It is", lead="> "), line(Piece("Ada", Style.ANSWER), ".", lead="  ")]
