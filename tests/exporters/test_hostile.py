"""Five hundred attacks through every format that a browser, Word or a spreadsheet opens: none runs, all are seen."""

from __future__ import annotations

import csv
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from exporters.hostile import STRINGS
from exporters.samples import hostile_bank
from exporters.visible import flat

import quizgen
from quizgen.exporters import export, left_out, report
from quizgen.exporters.common import clean
from quizgen.records import BLANK, ItemType, Rejection, replace

STARTERS = set("=+-@\t\r＝＋－＠")
SEEN = tuple(text for text in STRINGS if clean(text).strip())
TABLES = ("csv", "quizizz.csv", "blooket.csv", "gimkit.csv", "kahoot.xlsx")


def test_there_are_five_hundred_and_they_would_work_if_they_could(page):
    """Put into a page as they are, some run: the others are for other ears."""
    assert len(STRINGS) >= 500
    page.set_content("".join(f"<div>{text}</div>" for text in STRINGS[:120]))
    page.wait_for_timeout(300)
    assert page.evaluate("window.hacked") == 1


@pytest.mark.parametrize("kind", list(ItemType))
def test_no_attack_runs_in_the_sheet_and_all_are_seen(page, tmp_path, kind):
    bank = hostile_bank(kind, SEEN)
    export(bank, tmp_path / "h.html", word_bank=True, bubbles=True)
    text = (tmp_path / "h.html").read_text(encoding="utf8")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    # Without the policy, which would stop what the escaping let through.
    page.emulate_media(media="print")
    page.set_content(re.sub(r"<meta http-equiv[^>]*>", "", text))
    assert page.evaluate("window.hacked") is None and not errors
    assert page.requested in ([], ["about:blank"])
    assert (
        page.locator("main :is(script, img, svg, math, style, iframe, object, embed, form, base, meta, link)").count()
        == 0
    )
    asked = [flat(text) for text in page.locator(".sheet .question").all_inner_texts()]
    assert asked == [flat(item.question.replace(BLANK, "")) for item in bank]
    key = [flat(text) for text in page.locator(".key .extra").all_inner_texts()]
    assert key == [flat(item.explanation) for item in bank]
    if kind is ItemType.CHOICE:
        shown = {flat(text) for text in page.locator(".options li > * > span:last-child").all_inner_texts()}
        assert {flat(option) for item in bank for option in item.options} == shown


def test_no_attack_runs_in_the_report_and_all_are_seen(page, tmp_path):
    told = quizgen.explain("Thomas Bouch built the Tay Bridge in 1878. Queen Victoria crossed the bridge in June 1879.")
    bank = hostile_bank(ItemType.CHOICE, SEEN)
    refused = tuple(Rejection(f"refused {text}", text, text, 0, text, text) for text in SEEN)
    (tmp_path / "h.html").write_bytes(report.to_html(replace(told, bank=bank, rejections=refused)))
    text = (tmp_path / "h.html").read_text(encoding="utf8")
    page.set_content(re.sub(r"<meta http-equiv[^>]*>", "", text))
    assert page.evaluate("window.hacked") is None
    assert page.locator("body :is(script, img, svg, math, style, iframe, object, embed, form, base, meta)").count() == 0
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    seen = flat(page.locator("body").inner_text())
    for item in bank:
        assert flat(item.question) in seen, item.question
    for rejection in refused:
        assert flat(rejection.question) in seen, rejection.question


@pytest.mark.parametrize("kind", list(ItemType))
def test_word_documents_hold_all_as_text(tmp_path, kind):
    bank = hostile_bank(kind, SEEN)
    export(bank, tmp_path / "h.docx")
    whole = {flat(p.text) for p in Document(str(tmp_path / "h.docx")).paragraphs}
    joined = "\n".join(whole)
    for item in bank:
        assert flat(item.explanation) in whole, item.explanation
        assert flat(item.question.replace(BLANK, "_" * 18)) in joined, item.question
    with zipfile.ZipFile(tmp_path / "h.docx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert not [name for name in parts if "vba" in name.lower() or "embed" in name]
    assert not [name for name, data in parts.items() if b'TargetMode="External"' in data]
    fields = re.findall(rb"<w:(?:instrText|fldSimple|hyperlink|object|altChunk)\b[^>]*>", parts["word/document.xml"])
    assert not fields


@pytest.mark.parametrize("suffix", TABLES)
@pytest.mark.parametrize("kind", list(ItemType))
def test_no_cell_is_a_formula_and_all_is_seen(tmp_path, kind, suffix):
    bank = hostile_bank(kind, SEEN)
    gone = {item.id for item, _ in left_out(bank, f"h.{suffix}")}
    bank = replace(bank, items=tuple(item for item in bank if item.id not in gone))
    if not bank.items:
        return
    export(bank, tmp_path / f"h.{suffix}")
    cells = spreadsheet(tmp_path / "h.kahoot.xlsx") if suffix == "kahoot.xlsx" else table(tmp_path / f"h.{suffix}")
    seen = {text for cell in cells for text in (flat(cell), shown(cell))}
    for item in bank:
        asked = flat(item.question)
        assert any(text in seen for text in (asked, f"True or false: {asked}")) or kind is ItemType.MATCHING, asked
        if kind is ItemType.CHOICE:
            assert {flat(option) for option in item.options} <= seen, item.options


def table(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell.lstrip(" ")[:1] in STARTERS]
    return cells


def spreadsheet(path: Path) -> list[str]:
    cells = [cell for row in openpyxl.load_workbook(path).active for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    with zipfile.ZipFile(path) as archive:
        assert b"<f>" not in b"".join(archive.read(name) for name in archive.namelist())
    return [str(cell.value) for cell in cells]


def shown(cell: str) -> str:
    """What a person sees of a cell: without what keeps it from being run."""
    return flat(cell.removeprefix("\u2060").removeprefix("'"))
