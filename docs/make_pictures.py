"""Makes the pictures in docs/pictures from real output: cards as Anki renders them, the sheet as Chromium prints it.

    python docs/make_pictures.py [ARTICLE|QUIZ]

Needs the extra ``test``, Chromium, and pdftoppm (Debian: poppler-utils). The fonts are those of the machine;
fonts-liberation and fonts-crosextra-caladea come close to what readers have.
"""

from __future__ import annotations

import base64
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdf
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from playwright.sync_api import sync_playwright
from terminal_picture import terminal_picture

import quizgen
from quizgen import bank as banks
from quizgen.records import ItemBank, ItemType, replace

PICTURES = Path(__file__).parent / "pictures"
ARTICLE = Path(__file__).parent.parent / "seeds" / "the-challenge.txt"

_FRAME = """<!DOCTYPE html>
<style>
  {css}
  body {{ margin: 0; padding: 20px; display: flex; gap: 20px; align-items: stretch; background: #e9ebee; }}
  .card {{ flex: 1; margin: 0; padding: 0 22px; border-radius: 8px; box-shadow: 0 1px 5px rgb(0 0 0 / .25); }}
  .card {{ font-family: "Liberation Sans", Arial, sans-serif; }}
</style>
<div class="card">{front}</div>
<div class="card">{back}</div>
<div class="card nightMode">{back}</div>
"""


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser without a window."""
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next(filter(None, map(shutil.which, names)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def card(bank: ItemBank, path: Path, browser: Any) -> None:
    """Front, back, and back at night, of the first choice of the bank, or of its first item."""
    item = next((item for item in bank if item.type is ItemType.CHOICE), bank.items[0])
    shown = _rendered(bank, item.id)
    page = browser.new_page(viewport={"width": 1180, "height": 100})
    page.set_content(_FRAME.format(css=shown.css, front=shown.question_text, back=shown.answer_text))
    page.screenshot(path=path, full_page=True)
    page.close()


def _rendered(bank: ItemBank, item: str) -> Any:
    """The card of an item as Anki renders it after an import."""
    with tempfile.TemporaryDirectory() as folder:
        deck = Path(folder, "deck.apkg")
        quizgen.export(bank, deck)
        collection = Collection(str(Path(folder, "collection.anki2")))
        collection.import_anki_package(
            ImportAnkiPackageRequest(package_path=str(deck), options=ImportAnkiPackageOptions())
        )
        collection.models._clear_cache()
        notes = map(collection.get_note, collection.find_notes(""))
        shown = next(note for note in notes if note["Key"] == item).cards()[0].render_output()
        collection.close()
    return shown


def screen(bank: ItemBank, path: Path, browser: Any) -> None:
    """The sheet as a quiz on a screen, one item right, one wrong."""
    with tempfile.TemporaryDirectory() as folder:
        html = Path(folder, "sheet.html")
        quizgen.export(bank, html)
        page = browser.new_page(viewport={"width": 820, "height": 900})
        page.goto(html.as_uri())
        for number, li in enumerate(page.locator(".sheet li[value]:has(.options)").all()[:2]):
            answer = next(item.answer for item in bank if item.question == li.locator(".question").inner_text())
            labels = li.locator("label").all()
            labels.sort(key=lambda label: (answer in label.inner_text()) == bool(number))
            labels[0].click()
            li.get_by_role("button", name="Check").click()
        page.evaluate("scrollTo(0, 0)")
        page.screenshot(path=path)
        page.close()


def forms(bank: ItemBank, path: Path, browser: Any) -> None:
    """Large print, two columns and an answer sheet side by side."""
    made: list[tuple[dict[str, Any], str]] = [
        ({"large_print": True}, "Multiple choice"),
        ({"columns": 2, "word_bank": True}, "Multiple choice"),
        ({"bubbles": True, "versions": 2}, "Answer sheet"),
    ]
    with tempfile.TemporaryDirectory() as folder:
        images = []
        for number, (options, words) in enumerate(made):
            picture = Path(folder, f"{number}.png")
            sheet(bank, picture, browser, _page_with(bank, browser, words, options), **options)
            images.append(f'<img src="data:image/png;base64,{base64.b64encode(picture.read_bytes()).decode("ascii")}">')
        page = browser.new_page(viewport={"width": 1200, "height": 100})
        style = "<!DOCTYPE html><style>body { margin: 0; padding: 14px; background: #e9ebee }"
        style += " img { width: 380px; margin-right: 10px }</style>"
        page.set_content(style + "".join(images))
        page.screenshot(path=path, full_page=True)
        page.close()


def _page_with(bank: ItemBank, browser: Any, words: str, options: dict[str, Any]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        pages = pypdf.PdfReader(_printed(bank, Path(folder), browser, options)).pages
        return next(n for n, page in enumerate(pages, start=1) if words in page.extract_text())


def _printed(bank: ItemBank, folder: Path, browser: Any, options: dict[str, Any]) -> Path:
    html, pdf = folder / "sheet.html", folder / "sheet.pdf"
    quizgen.export(bank, html, paper="a4", **options)
    page = browser.new_page()
    page.goto(html.as_uri())
    page.pdf(path=pdf, prefer_css_page_size=True)
    page.close()
    return pdf


def sheet(bank: ItemBank, path: Path, browser: Any, number: int = 1, **options: Any) -> None:
    """One page of the printed sheet."""
    with tempfile.TemporaryDirectory() as folder:
        pdf = _printed(bank, Path(folder), browser, options)
        one = ["-f", str(number), "-l", str(number), "-singlefile"]
        command = ["pdftoppm", "-r", "100", "-gray", "-png", *one, pdf, path.with_suffix("")]
        subprocess.run(command, check=True)


def _several(bank: ItemBank) -> ItemBank:
    """Up to five items of each type."""
    chosen = [item for kind in ItemType for item in [i for i in bank if i.type is kind][:5]]
    return replace(bank, items=tuple(chosen))


def main(source: str) -> None:
    path = Path(source)
    is_bank = path.suffix in banks.SUFFIXES
    bank = banks.load(path) if is_bank else quizgen.generate(quizgen.read(path))
    PICTURES.mkdir(exist_ok=True)
    with chromium() as browser:
        card(bank, PICTURES / "card.png", browser)
        sheet(bank, PICTURES / "sheet.png", browser)
        many = bank if is_bank else _several(quizgen.generate(quizgen.read(path), None))
        screen(many, PICTURES / "screen.png", browser)
        forms(many, PICTURES / "forms.png", browser)
    terminal_picture(bank, PICTURES / "round.svg")
    for picture in sorted(PICTURES.iterdir()):
        print(f"{picture}  {picture.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else str(ARTICLE))
