"""Forms of the sheet, printed by a real browser and measured on the pages: nothing is split, everything is there."""

from __future__ import annotations

import datetime
import io
import re
import subprocess
from collections import Counter
from dataclasses import dataclass

import pypdf
import pytest
from exporters.samples import many

from quizgen import bank as banks
from quizgen.errors import ExportError
from quizgen.exporters import export
from quizgen.records import (
    BLANK,
    Document,
    Evidence,
    Item,
    ItemBank,
    ItemType,
    Part,
    Source,
    answer_of,
    replace,
)

PAPERS = {"a4": (595, 842), "letter": (612, 792)}
FORMS: dict[str, dict] = {
    "plain": {},
    "large print": {"large_print": True},
    "two columns": {"columns": 2},
    "dyslexia": {"dyslexia": True},
    "large print in two columns": {"large_print": True, "columns": 2},
    "two versions with answer sheets": {"columns": 2, "bubbles": True, "versions": 2},
}


@pytest.fixture
def sixty(danube) -> ItemBank:
    """Sixty items of all six types, every text with a word of its own."""
    singles = many(danube, 54).items
    sets = tuple(several(kind, number) for number in range(54, 57) for kind in (ItemType.MATCHING, ItemType.ORDERING))
    sets = tuple(replace(item, id=f"{n:016x}") for n, item in enumerate(sets, start=100))
    return replace(danube, items=(*singles, *sets))


def several(kind: ItemType, number: int) -> Item:
    word = f"w{number + (100 if kind is ItemType.ORDERING else 0)}w"
    texts = (
        "a town on the upper river",
        "a bridge that was built of iron",
        "a ship",
        "the long canal to the north sea",
    )
    parts = tuple(Part(f"{t} {word}", f"{n}8{n}3 {word}", Evidence(f"Of {t}.")) for n, t in enumerate(texts, start=1))
    return Item("", kind, f"{word} Put these right.", answer_of(kind, parts), parts=parts)


@dataclass
class Box:
    """Something on the page, in points from its upper left corner."""

    page: int
    x: float
    y: float
    text: str


def print_pdf(page, tmp_path, bank: ItemBank, **options: object) -> pypdf.PdfReader:
    export(bank, tmp_path / "f.html", **options)
    page.goto((tmp_path / "f.html").as_uri())
    return pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, format="A4")))


def boxes(reader: pypdf.PdfReader) -> list[Box]:
    found: list[Box] = []
    for number, sheet in enumerate(reader.pages):
        height = float(sheet.mediabox.height)

        def visit(text, matrix, text_matrix, *_font, number=number, height=height) -> None:
            if text.strip():
                y = text_matrix[5] * matrix[3] + matrix[5]
                found.append(Box(number, text_matrix[4] * matrix[0] + matrix[4], height - y, text.strip()))

        sheet.extract_text(visitor_text=visit)
    return found


def words(reader: pypdf.PdfReader) -> set[str]:
    """All words on all pages, as another program reads them."""
    file = io.BytesIO()
    pypdf.PdfWriter(clone_from=reader).write(file)
    read = subprocess.run(["pdftotext", "-", "-"], input=file.getvalue(), capture_output=True, check=True)
    return set(re.split(r"[\s–]+", read.stdout.decode("utf8")))


def of_word(found: list[Box], word: str) -> list[Box]:
    """Where pieces of text with this word stand; a word that is cut in the file is found by its line."""
    return [box for box in found if re.search(rf"\b{word}\b", box.text)]


# ------------------------------------------------------------------------------------------------- nothing is split


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("form", FORMS)
def test_no_item_is_split_over_pages_or_columns(page, tmp_path, sixty, paper, form):
    reader = print_pdf(page, tmp_path, sixty, paper=paper, **FORMS[form])
    width, height = (float(side) for side in (reader.pages[0].mediabox.width, reader.pages[0].mediabox.height))
    assert (round(width), round(height)) == PAPERS[paper]
    found = boxes(reader)
    texts = [sheet.extract_text() for sheet in reader.pages]
    key = next(n for n, text in enumerate(texts) if "Answer key" in text)
    columns = FORMS[form].get("columns", 1)
    versions = FORMS[form].get("versions", 1)
    for word in sorted({box for text in texts for box in re.findall(r"\bw\d+w\b", text)}):
        asked = [box for box in of_word(found, word) if box.page < key]
        # An item stands once in each version: on one page, and in one column of it.
        assert len({box.page for box in asked}) <= versions, f"{word} is split over pages"
        for number in {box.page for box in asked}:
            sides = {int(box.x // (width / columns)) for box in asked if box.page == number}
            assert len(sides) == 1 or int(word[1:-1]) >= 54, f"{word} is split over columns of page {number + 1}"
    assert all(0 < box.x < width and 0 < box.y < height for box in found)


@pytest.mark.parametrize("count", range(3, 36, 2))
def test_wherever_a_section_begins_its_first_item_is_whole(page, tmp_path, sixty, count):
    """In columns a browser would rather split an item than part it from its heading."""
    bank = replace(sixty, items=(*sixty.items[:count], *sixty.items[-4:]))
    reader = print_pdf(page, tmp_path, bank, paper="a4", columns=2)
    found = boxes(reader)
    width = float(reader.pages[0].mediabox.width)
    key = next(n for n, sheet in enumerate(reader.pages) if "Answer key" in sheet.extract_text())
    for word in {word for box in found for word in re.findall(r"\bw\d+w\b", box.text)}:
        asked = [box for box in of_word(found, word) if box.page < key]
        assert len({box.page for box in asked}) == 1, word
        if int(word[1:-1]) < 54:
            assert len({int(box.x // (width / 2)) for box in asked}) == 1, word


@pytest.mark.parametrize("form", FORMS)
def test_every_text_of_every_item_is_printed(page, tmp_path, sixty, form):
    reader = print_pdf(page, tmp_path, sixty, paper="a4", **FORMS[form])
    found = words(reader)
    for item in sixty:
        texts = [*item.question.split(BLANK), *item.options, *item.accept, item.explanation, item.evidence.text]
        texts += [text for part in item.parts for text in (part.text, part.match, part.evidence.text)]
        assert set(re.split(r"[\s–]+", " ".join(texts).strip())) <= found | {"True", "False"}, item.question


@pytest.mark.parametrize("form", FORMS)
def test_the_key_begins_a_page_and_the_footers_count(page, tmp_path, sixty, form):
    reader = print_pdf(page, tmp_path, sixty, paper="letter", **FORMS[form])
    found = boxes(reader)
    texts = [sheet.extract_text() for sheet in reader.pages]
    keys = [n for n, text in enumerate(texts) if "Answer key" in text]
    assert len(keys) == 1
    top = sorted((box for box in found if box.page == keys[0]), key=lambda box: box.y)
    assert "Answer key" in " ".join(box.text for box in top[:3])
    height = float(reader.pages[0].mediabox.height)
    for number in range(len(texts)):
        footer = " ".join(box.text for box in found if box.page == number and box.y > height - 45)
        assert "The Danube" in footer and f"Page {number + 1} of {len(texts)}" in " ".join(footer.split())


def test_each_version_begins_a_page_and_its_footer_names_it(page, tmp_path, sixty):
    reader = print_pdf(page, tmp_path, sixty, paper="a4", versions=3)
    texts = [sheet.extract_text() for sheet in reader.pages]
    heads = [n for n, text in enumerate(texts) if "Name" in text and "Score" in text]
    assert len(heads) == 3
    key = next(n for n, text in enumerate(texts) if "Answer key" in text)
    for letter, start, end in zip("ABC", heads, (*heads[1:], key), strict=True):
        for text in texts[start:end]:
            assert f"The Danube – Version {letter}" in text
    assert "– Version" not in texts[key]


# -------------------------------------------------------------------------------------------------------- the forms


@pytest.mark.parametrize(
    ("options", "least"),
    [
        ({}, 11),
        ({"large_print": True}, 18),
        ({"dyslexia": True}, 14),
        ({"font_size": 16}, 16),
        ({"large_print": True, "font_size": 12}, 18),
    ],
)
def test_questions_are_set_in_the_size_that_was_asked_for(page, tmp_path, danube, options, least):
    reader = print_pdf(page, tmp_path, danube, paper="a4", **options)
    sizes: Counter[float] = Counter()

    def visit(text, matrix, text_matrix, _font, size) -> None:
        sizes[round(abs(size * text_matrix[3] * matrix[3]), 1)] += len(text.strip())

    reader.pages[0].extract_text(visitor_text=visit)
    ((commonest, _),) = sizes.most_common(1)
    assert commonest == pytest.approx(least, abs=0.2)


def test_type_for_readers_with_dyslexia(page, tmp_path, danube):
    export(danube, tmp_path / "f.html", dyslexia=True)
    page.emulate_media(media="print")
    page.goto((tmp_path / "f.html").as_uri())
    styles = page.evaluate(
        """[...document.querySelectorAll("main *")].filter(e => e.offsetParent && e.innerText).map(e => {
            const s = getComputedStyle(e);
            return [s.fontFamily, s.fontStyle, s.textAlign, s.textDecorationLine];
        })"""
    )
    assert len(styles) > 100
    for family, style, align, decoration in styles:
        assert family.startswith("Verdana") and family.endswith("sans-serif")
        assert style == "normal" and align in ("start", "left", "center") and decoration == "none"
    questions = page.evaluate(
        """[...document.querySelectorAll(".question")].map(e => getComputedStyle(e)).map(
            s => parseFloat(s.lineHeight) / parseFloat(s.fontSize)
        )"""
    )
    assert min(questions) >= 1.49


def test_the_word_bank_has_every_missing_word_once(page, tmp_path, danube):
    again = replace(danube.items[6], id="f" * 16, question="Trees of the _____ stand at its springs.")
    export(replace(danube, items=(*danube.items, again)), tmp_path / "f.html", word_bank=True, versions=2)
    page.emulate_media(media="print")
    page.goto((tmp_path / "f.html").as_uri())
    missing = sorted({item.answer for item in danube if item.type is ItemType.CLOZE}, key=str.casefold)
    for letter in "AB":
        assert page.locator(f"#version-{letter} .word-bank li").all_inner_texts() == missing
    assert page.locator(".word-bank").count() == 2


def test_the_answer_sheet_has_a_row_for_every_item(page, tmp_path, sixty):
    export(sixty, tmp_path / "f.html", bubbles=True, versions=2)
    page.emulate_media(media="print")
    page.goto((tmp_path / "f.html").as_uri())
    for letter in "AB":
        rows = page.locator(f"#version-{letter} .bubbles > ol > li").all()
        asked = page.locator(f"#version-{letter} section:not(.bubbles) > ol > li").all()
        assert [row.get_attribute("value") for row in rows] == [li.get_attribute("value") for li in asked]
        for row, li in zip(rows, asked, strict=True):
            options = li.locator(".options .letter").all_inner_texts()
            truths = ["T", "F"] if li.locator(".truth").count() else []
            assert row.locator(".letter").all_inner_texts() == (options or truths)
            assert row.locator(".line").count() == (0 if options or truths else 1)


def test_the_answer_sheet_is_a_page_of_its_own(page, tmp_path, danube):
    reader = print_pdf(page, tmp_path, danube, paper="a4", bubbles=True)
    texts = [sheet.extract_text() for sheet in reader.pages]
    (sheet,) = (n for n, text in enumerate(texts) if "Answer sheet" in text)
    assert "Which sea" not in texts[sheet] and "Answer key" in texts[sheet + 1]


# ------------------------------------------------------------------------------------------------------- the article

TEXT = "The river rises in a forest.\n\nIt meets ten countries. A canal joins it.\n\nIt ends in a sea."


@pytest.fixture
def read() -> tuple[Document, ItemBank]:
    """An article and a quiz of it, whose sentences stand in its second and third paragraph."""
    document = Document(TEXT, "A river", datetime.date(2024, 3, 18), source="river.txt")

    def evidence(sentence: str) -> Evidence:
        return Evidence(sentence, TEXT.index(sentence), TEXT.index(sentence) + len(sentence))

    items = (
        Item(
            "1",
            ItemType.SHORT,
            "What joins it?",
            "A canal",
            evidence=evidence("A canal joins it."),
            document=document.key,
        ),
        Item(
            "2",
            ItemType.SHORT,
            "Where does it end?",
            "a sea",
            evidence=evidence("It ends in a sea."),
            document=document.key,
        ),
        Item(
            "3",
            ItemType.SHORT,
            "Who wrote it?",
            "nobody",
            evidence=Evidence("Nobody wrote it.", 3, 19),
            document=document.key,
        ),
    )
    return document, ItemBank("A river", items, (Source(document.key, "A river"),))


def test_the_article_stands_before_the_questions_and_the_key_names_its_paragraphs(page, tmp_path, read):
    document, bank = read
    reader = print_pdf(page, tmp_path, bank, paper="a4", articles=(document,), with_article=True)
    texts = [" ".join(sheet.extract_text().split()) for sheet in reader.pages]
    assert "18 March 2024" in texts[0] and "It meets ten countries. A canal joins it." in texts[0]
    assert "What joins it?" not in texts[0] and "What joins it?" in texts[1]
    shown = {p.text_content()[:1]: p.text_content()[1:] for p in page.locator("article p:has(.number)").all()}
    assert shown == dict(zip("123", TEXT.split("\n\n"), strict=True))
    places = page.locator(".key > ol > li").all_inner_texts()
    assert "paragraph 2" in places[0] and "paragraph 3" in places[1] and "paragraph" not in places[2]


def test_without_the_article_the_key_names_the_paragraphs_all_the_same(page, tmp_path, read):
    document, bank = read
    export(bank, tmp_path / "f.html", articles=(document,))
    page.goto((tmp_path / "f.html").as_uri())
    assert page.locator("article").count() == 0
    assert page.locator(".place").all_text_contents() == ["paragraph 2", "paragraph 3"]


def test_of_several_articles_the_key_names_the_title(page, tmp_path, read):
    document, bank = read
    export(bank, tmp_path / "f.html", articles=(document, Document("Another one.", "Another")))
    page.goto((tmp_path / "f.html").as_uri())
    assert page.locator(".place").first.text_content() == "A river, paragraph 2"


def test_an_article_that_is_not_at_hand_is_told(danube, tmp_path):
    with pytest.raises(ExportError, match="not at hand"):
        export(danube, tmp_path / "f.html", with_article=True)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"font_size": 4}, "8 to 24"),
        ({"font_size": 72}, "8 to 24"),
        ({"columns": 3}, "1 or 2"),
        ({"paper": "a5"}, "a4, letter"),
    ],
)
def test_forms_that_cannot_be_are_told(danube, tmp_path, options, said):
    with pytest.raises(ExportError, match=said):
        export(danube, tmp_path / "f.html", **options)
    assert not list(tmp_path.iterdir())


def test_the_words_are_in_the_language_that_was_asked_for(page, tmp_path, danube):
    export(danube, tmp_path / "f.html", labels="de")
    page.emulate_media(media="print")
    page.goto((tmp_path / "f.html").as_uri())
    assert page.locator(".key h1").inner_text() == "Lösungen" and "Auswahl" in page.locator(".choice h2").inner_text()
    assert page.locator(".subtitle").first.inner_text() == "A river through ten countries, 18. März 2024"
    answers = page.locator(".key .answer").all_inner_texts()
    assert "Richtig" in answers and "Falsch" in answers and "True" not in answers


def test_no_grey_and_no_colour_is_printed(page, tmp_path, danube):
    """A copier knows black and white alone."""
    export(danube, tmp_path / "f.html", versions=2, bubbles=True, word_bank=True)
    page.emulate_media(media="print")
    page.goto((tmp_path / "f.html").as_uri())
    colours = page.evaluate(
        """[...new Set([...document.querySelectorAll("body, body *")].filter(e => e.offsetParent).flatMap(e => {
            const s = getComputedStyle(e);
            return [s.color, s.borderTopColor, s.borderBottomColor, s.backgroundColor];
        }))]"""
    )
    assert set(colours) <= {"rgb(0, 0, 0)", "rgba(0, 0, 0, 0)", "rgb(255, 255, 255)"}


def test_the_same_options_give_the_same_file(danube, tmp_path):
    for name in ("a.html", "b.html"):
        export(danube, tmp_path / name, versions=3, seed=7, bubbles=True)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
    assert banks.dumps(danube)
