"""The sheet as PDF and as a Word document: read back by pypdf, poppler and python-docx, and laid out by LibreOffice."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pypdf
import pytest
from exporters.samples import HOSTILE, hostile_bank, many
from exporters.visible import flat

from quizgen import bank as banks
from quizgen.errors import ExportError
from quizgen.exporters import export
from quizgen.exporters.sheet import Form, handout
from quizgen.records import BLANK, ItemBank, ItemType, replace


@pytest.fixture
def towns() -> ItemBank:
    return banks.load(Path(__file__).with_name("sets.quiz.yaml"))


# ------------------------------------------------------------------------------------------------------------- PDF


def pdf(bank: ItemBank, tmp_path: Path, **options: object) -> pypdf.PdfReader:
    export(bank, tmp_path / "s.pdf", **options)
    return pypdf.PdfReader(io.BytesIO((tmp_path / "s.pdf").read_bytes()))


def words(path: Path) -> str:
    """All words of a PDF file in one line, as poppler reads them."""
    text = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout.decode("utf8")
    return " ".join(text.split())


@pytest.mark.parametrize(("paper", "size"), [(None, (595, 842)), ("a4", (595, 842)), ("letter", (612, 792))])
def test_sixty_items_in_a_pdf_break_no_item_and_the_key_begins_a_page(danube, tmp_path, paper, size):
    reader = pdf(many(danube, 60), tmp_path, paper=paper)
    assert (round(reader.pages[0].mediabox.width), round(reader.pages[0].mediabox.height)) == size
    texts = [page.extract_text() for page in reader.pages]
    (key,) = (n for n, text in enumerate(texts) if "Answer key" in text)
    for number in range(60):
        asked = {n for n, text in enumerate(texts[:key]) if re.search(rf"\bw{number}w\b", text)}
        assert len(asked) == 1, f"item {number} is on pages {asked}"
    for number, text in enumerate(texts, start=1):
        assert f"Page {number} of {len(texts)}" in " ".join(text.split())


@pytest.mark.parametrize(
    "options", [{}, {"large_print": True}, {"columns": 2}, {"dyslexia": True}, {"versions": 2, "bubbles": True}]
)
def test_a_pdf_has_every_question_option_and_sentence(danube, towns, tmp_path, options):
    bank = replace(danube, items=(*danube.items, *towns.items))
    pdf(bank, tmp_path, **options)
    found = set(re.split(r"[\s–]+", words(tmp_path / "s.pdf")))
    for item in bank:
        texts = [*item.question.split(BLANK), *item.options, item.explanation, item.evidence.text]
        texts += [text for part in item.parts for text in (part.text, part.match, part.evidence.text)]
        assert set(re.split(r"[\s–]+", " ".join(texts).strip())) <= found, item.question


def test_a_pdf_tells_its_title_and_language_and_can_be_read_aloud(danube, tmp_path):
    reader = pdf(danube, tmp_path)
    assert reader.metadata and reader.metadata.title == "The Danube"
    catalog = reader.trailer["/Root"]
    assert catalog["/Lang"] == "en" and catalog["/MarkInfo"]["/Marked"]


def test_the_pdf_of_hostile_text_shows_it_and_has_no_script(tmp_path):
    for kind in ItemType:
        reader = pdf(hostile_bank(kind), tmp_path)
        assert "/OpenAction" not in reader.trailer["/Root"] and "/Names" not in reader.trailer["/Root"]
        assert not [page for page in reader.pages if "/Annots" in page]
        found = words(tmp_path / "s.pdf").replace(" ", "")
        for text in HOSTILE:
            if text.isascii() and text.isprintable():
                assert f"why{flat(text)}".replace(" ", "") in found, text


def test_without_weasyprint_one_sentence_says_what_to_do(danube, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(ExportError, match=r"PDF files need WeasyPrint.*pip install 'quizgen\[pdf\]'"):
        export(danube, tmp_path / "s.pdf")
    assert not list(tmp_path.iterdir())


# ------------------------------------------------------------------------------------------------------------ Word


def paragraphs(path: Path) -> list[str]:
    """Those of the body, and of tables, in their order."""
    body = docx.Document(str(path)).element.body
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    found = []
    for paragraph in body.iter(f"{name}p"):
        parts = (
            t.text if t.tag.endswith("}t") else "\t" if t.tag.endswith("}tab") else "\n"
            for t in paragraph.iter(f"{name}t", f"{name}tab", f"{name}br")
        )
        found.append("".join(part or "" for part in parts).strip())
    return [text for text in found if text]


def word(bank: ItemBank, tmp_path: Path, **options: object) -> list[str]:
    export(bank, tmp_path / "s.docx", **options)
    return paragraphs(tmp_path / "s.docx")


def test_a_word_document_has_every_item_with_its_options_and_the_key(danube, tmp_path):
    lines = word(danube, tmp_path)
    key = lines.index("Answer key")
    told = handout(danube, Form())
    for entry in told.sheets[0].entries:
        asked = f"{entry.number}.\t{('_' * 18).join(entry.pieces)}"
        assert lines[:key].count(asked) == 1
        below = "\t".join(lines[lines.index(asked) + 1 : lines.index(asked) + 5])
        for letter, option in zip("ABCD", entry.options, strict=False):
            assert f"{letter}  {option}" in below
        answers = [line for line in lines[key:] if line.startswith(f"{entry.number}.\t")]
        assert len(answers) == 1 and entry.answer in answers[0] and entry.letter in answers[0]
        assert entry.item.evidence.text in lines[key:]


def test_matching_and_ordering_in_word(towns, tmp_path):
    lines = word(towns, tmp_path)
    key = lines.index("Answer key")
    assert any(re.fullmatch(r"_____ 1  Ulm\tA  \w+", line) for line in lines[:key])
    assert any(line.startswith("_____ A  ") for line in lines[:key])
    assert not [line for line in lines[:key] if "1872" in line]
    assert [line for line in lines[key:] if "Linz got its first iron bridge (1872)" in line]


def test_versions_in_word_have_a_table_of_letters(danube, tmp_path):
    lines = word(danube, tmp_path, versions=3, seed=4)
    told = handout(danube, Form.of(versions=3, seed=4))
    document = docx.Document(str(tmp_path / "s.docx"))
    (table,) = document.tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["Question", "Version A", "Version B", "Version C"]
    for row in rows[1:]:
        assert row[1:] == [sheet.entries[int(row[0]) - 1].short_key for sheet in told.sheets]
    footers = {section.footer.paragraphs[0].text.split("\t")[0] for section in document.sections}
    assert footers == {"The Danube", *(f"The Danube – Version {letter}" for letter in "ABC")}
    assert sum(line.startswith("Name ") for line in lines) == 3


@pytest.mark.parametrize("options", [{}, {"columns": 2}, {"large_print": True, "paper": "letter"}, {"versions": 2}])
def test_no_item_of_a_word_document_is_split_when_it_is_laid_out(danube, tmp_path, options):
    export(many(danube, 40), tmp_path / "s.docx", **options)
    command = [
        "soffice",
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
    ]
    subprocess.run([*command, "--outdir", str(tmp_path), str(tmp_path / "s.docx")], check=True, capture_output=True)
    texts = [page.extract_text() for page in pypdf.PdfReader(str(tmp_path / "s.pdf")).pages]
    (key,) = (n for n, text in enumerate(texts) if "Answer key" in text)
    versions = options.get("versions", 1)
    for number in range(40):
        pages = [n for n, text in enumerate(texts[:key]) if re.search(rf"\bw{number}w\b", text)]
        assert len(pages) == versions, f"item {number} is on pages {pages}"
    for number, text in enumerate(texts, start=1):
        assert f"Page {number} of {len(texts)}" in " ".join(text.split())


@pytest.mark.parametrize("kind", list(ItemType))
def test_hostile_text_in_word_is_text(tmp_path, kind):
    bank = hostile_bank(kind)
    lines = [flat(line) for line in word(bank, tmp_path)]
    whole = "\n".join(lines)
    for item in bank:
        asked = flat(item.question.replace(BLANK, "_" * 18))
        assert asked in whole and flat(item.explanation) in whole and flat(item.evidence.text) in whole
        for option in item.options:
            if item.type is not ItemType.TRUE_FALSE and kind is ItemType.CHOICE:
                assert flat(option) in whole
    with zipfile.ZipFile(tmp_path / "s.docx") as archive:
        names = " ".join(archive.namelist())
        assert "vbaProject" not in names and "embeddings" not in names
        assert b'TargetMode="External"' not in b"".join(
            archive.read(n) for n in archive.namelist() if n.endswith(".rels")
        )
        fields = set(
            re.findall(rb'w:instr="(\w+)"', b"".join(archive.read(n) for n in archive.namelist() if n.endswith(".xml")))
        )
        assert fields == {b"PAGE", b"NUMPAGES"}


@pytest.mark.parametrize(
    ("options", "size"), [({}, 11), ({"large_print": True}, 18), ({"dyslexia": True}, 14), ({"font_size": 13}, 13)]
)
def test_the_size_of_type_in_word(danube, tmp_path, options, size):
    word(danube, tmp_path, **options)
    style = docx.Document(str(tmp_path / "s.docx")).styles["Normal"]
    assert style.font.size.pt == size
    assert (style.font.name == "Verdana") == bool(options.get("dyslexia"))


def test_without_python_docx_one_sentence_says_what_to_do(danube, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(ExportError, match=r"Word documents need python-docx.*pip install 'quizgen\[docx\]'"):
        export(danube, tmp_path / "s.docx")
    assert not list(tmp_path.iterdir())
