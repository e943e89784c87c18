"""Makes a picture of a real round: a bank is played by a script and the terminal's content becomes an SVG.

python docs/terminal_picture.py QUIZ PICTURE.svg
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

from quizgen import bank as banks
from quizgen.drill import round as rounds
from quizgen.drill.grading import Mark, choose, grade, labels_of
from quizgen.drill.screen import RichScreen
from quizgen.records import Item, ItemBank, ItemType, replace

WIDTH = 80
# Nothing is loaded from elsewhere: a monospaced font of the reader's machine does.
FORMAT = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.S)
FORMAT = re.sub(r"Fira Code(?=, ?monospace)", "Menlo, Consolas, DejaVu Sans Mono", FORMAT)


def terminal_picture(bank: ItemBank, path: Path) -> Path:
    """Play a short round of the bank, one item of each kind, and save what the terminal showed as an SVG."""
    short = replace(bank, items=tuple(_one_of_each(bank)))
    console = Console(record=True, file=io.StringIO(), force_terminal=True, width=WIDTH, color_system="truecolor")
    typed = _answers(short)

    def read(prompt: str) -> str | None:
        answer = next(typed, None)
        if answer is not None:
            console.print(Text(f"{prompt}{answer}"))
        return answer

    name = re.sub(r"\W+", "-", bank.title.casefold()).strip("-") or "article"
    console.print(Text(f"$ quizgen play {name}.quiz.yaml"))
    rounds.play(short, RichScreen(console, read))
    svg = console.export_svg(title="quizgen play", code_format=FORMAT, unique_id="round")
    path.write_text(svg, encoding="utf8")
    return path


def _one_of_each(bank: ItemBank) -> Iterator[Item]:
    """A choice, a name to type, a statement, a gap: of each the shortest that comes from a sentence of its own."""
    used: set[str] = set()
    for kind in (ItemType.CHOICE, ItemType.SHORT, ItemType.TRUE_FALSE, ItemType.CLOZE):
        items = [item for item in bank if item.type is kind and item.evidence.text not in used]
        named = [item for item in items if item.answer[:1].isupper() and _misspelt(item)]
        chosen = sorted((kind is ItemType.SHORT and named) or items, key=_length)[:1]
        used |= {item.evidence.text for item in chosen}
        yield from chosen


def _length(item: Item) -> tuple[int, str]:
    return len(item.question) + len(item.evidence.text), item.id


def _answers(bank: ItemBank) -> Iterator[str]:
    """A round as people play it: right, nearly right, right, and one that they do not know."""
    for item in bank:
        if item.type is ItemType.CHOICE:
            yield next(label for label in labels_of(item.options) if choose(label, item.options) == item.answer)
        elif item.type is ItemType.SHORT:
            yield _misspelt(item) or item.answer
        elif item.type is ItemType.TRUE_FALSE:
            yield item.answer[:1].casefold()
        else:
            yield "h"
            yield "s"


def _misspelt(item: Item) -> str:
    """The answer without one of its letters, if that is still close to it."""
    for place in range(len(item.answer) - 3, 1, -1):
        typed = item.answer[:place] + item.answer[place + 1 :]
        if item.answer[place].isalpha() and grade(typed, item).mark is Mark.CLOSE:
            return typed
    return ""


if __name__ == "__main__":
    print(terminal_picture(banks.load(sys.argv[1]), Path(sys.argv[2])))
