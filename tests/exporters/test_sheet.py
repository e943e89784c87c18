"""The sheet, opened and printed by a real browser."""

from __future__ import annotations

import io
import re

import pypdf
import pytest
from exporters.samples import HOSTILE, hostile_bank, many

from quizgen import resources
from quizgen.errors import ExportError
from quizgen.exporters import export
from quizgen.exporters.common import clean
from quizgen.exporters.sheet import labels
from quizgen.records import BLANK, Item, ItemBank, ItemType, replace


@pytest.fixture
def opened(page, tmp_path):
    """Writes a bank as a sheet and opens it: as paper, unless a screen is asked for."""

    def open_sheet(bank: ItemBank, media: str = "print", **options: object):
        path = tmp_path / "sheet.html"
        export(bank, path, **options)
        page.emulate_media(media=media)
        page.goto(path.as_uri())
        return page

    return open_sheet


def printed(page) -> list[pypdf.PageObject]:
    return list(pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, format="A4"))).pages)


def words(text: str) -> list[int]:
    """Numbers of the items of which something stands on the page, once for each question, option and answer."""
    return [int(number) for number in re.findall(r"w(\d+)w", text)]


def places(page: pypdf.PageObject) -> list[tuple[float, str]]:
    """Pieces of text from the top of the page to its end, with their height above its lower edge."""
    found = []

    def visit(text, matrix, text_matrix, *_font) -> None:
        found.append((text_matrix[5] * matrix[3] + matrix[5], text.strip()))

    page.extract_text(visitor_text=visit)
    return sorted((place for place in found if place[1]), reverse=True)


def rules(page: pypdf.PageObject) -> int:
    """Lines to write on: thin filled boxes about as wide as the text."""
    found = []

    def visit(operator, operands, matrix, _text) -> None:
        if operator == b"re":
            width, height = abs(float(operands[2]) * matrix[0]), abs(float(operands[3]) * matrix[3])
            found.append(width > 300 and height < 2)

    page.extract_text(visitor_operand_before=visit)
    return sum(found)


# --------------------------------------------------------------------------------------------------------------
# On paper
# --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_sixty_items_print_without_breaking_one_and_the_key_has_its_own_page(opened, danube, paper):
    bank = many(danube, 60)
    pages = printed(opened(bank, paper=paper))
    texts = [page.extract_text() for page in pages]
    key = next(n for n, text in enumerate(texts) if "Answer key" in text)
    assert "Answer key" in [text for _, text in places(pages[key])[:2]]
    assert not any("Answer key" in text for text in (*texts[:key], *texts[key + 1 :]))
    found = [(n, word) for n, text in enumerate(texts) for word in words(text)]
    for number, item in enumerate(bank):
        asked = [n for n, word in found if word == number and n < key]
        assert len(set(asked)) == 1, f"item {number} is broken over pages {set(asked)}"
        assert len(asked) == 2 + (len(item.options) if item.type is ItemType.CHOICE else 0)
        answered = [n for n, word in found if word == number and n >= key]
        assert len(set(answered)) == (0 if item.type is ItemType.TRUE_FALSE else 1)
    for n, page in enumerate(pages, start=1):
        footer = " ".join(text for height, text in places(page) if height < 50).split()
        assert sorted(footer) == sorted(f"The Danube Page {n} of {len(pages)}".split())
    width, height = (round(float(side)) for side in (pages[0].mediabox.width, pages[0].mediabox.height))
    assert (width, height) == ((595, 842) if paper == "a4" else (612, 792))


def test_lines_to_write_on_stay_with_their_question(opened):
    item = Item("1", ItemType.SHORT, "What is told of the delta?", "It has lakes and reeds, far from any road. " * 3)
    pages = printed(opened(many(ItemBank("Lines", (item,)), 40)))
    texts = [page.extract_text() for page in pages]
    asked = texts[: next(n for n, text in enumerate(texts) if "Answer key" in text)]
    assert len(asked) > 3
    for page, text in zip(pages, asked, strict=False):
        above_the_section = "Short answers" in text
        assert rules(page) == 3 * len(set(words(text))) + above_the_section


def test_a_long_item_still_prints(opened):
    item = Item("1", ItemType.SHORT, "Why? " + "So it goes on and on. " * 400, "Because.")
    assert len(printed(opened(ItemBank("Long", (item,))))) >= 3


@pytest.mark.parametrize("bank", [ItemBank("Empty", ()), ItemBank("", ())])
def test_a_bank_without_items_is_a_sheet_without_items(opened, bank):
    assert "/ 0" in printed(opened(bank))[0].extract_text()


# --------------------------------------------------------------------------------------------------------------
# What is on it
# --------------------------------------------------------------------------------------------------------------


def test_the_head_has_the_title_and_lines_for_name_class_date_and_score(opened, danube):
    page = opened(danube)
    assert page.title() == "The Danube" and page.locator("h1").first.inner_text() == "The Danube"
    assert page.locator(".who dt").all_inner_texts() == ["Name", "Class", "Date", "Score"]
    assert page.locator(".who .score").inner_text().split()[-2:] == ["/", "11"]
    assert page.locator(".subtitle").first.inner_text() == "A river through ten countries, 18 March 2024"


def test_sections_hold_their_kinds_and_numbers_run_through(opened, danube):
    page = opened(danube)
    assert [h.split("\n")[0] for h in page.locator(".sheet h2").all_inner_texts()] == [
        "Multiple choice",
        "True or false?",
        "Fill in the gaps",
        "Short answers",
    ]
    numbers = [li.get_attribute("value") for li in page.locator(".sheet section > ol > li").all()]
    assert numbers == [str(n) for n in range(1, len(danube) + 1)]
    asked = page.locator(".sheet .question").all_inner_texts()
    assert sorted(asked) == sorted(item.question.replace(BLANK, "") for item in danube)


def test_options_stand_in_two_columns_unless_they_are_long(opened, danube):
    page = opened(danube)
    boxes = [[li.bounding_box() for li in ol.locator("li").all()] for ol in page.locator(".options").all()]
    columns = [len({round(box["x"]) for box in options}) for options in boxes]
    assert columns == [2, 2, 1, 2]


def test_the_key_gives_letter_answer_and_sentence_for_every_item(opened, danube):
    page = opened(danube)
    entries = {li.get_attribute("value"): li for li in page.locator(".key > ol > li").all()}
    numbers = {li.locator(".question").inner_text(): li for li in page.locator(".sheet section > ol > li").all()}
    for item in danube:
        asked = numbers[item.question.replace(BLANK, "")]
        answered = entries[asked.get_attribute("value")]
        assert item.answer in answered.locator(".answer").inner_text()
        assert answered.locator(".sentence").inner_text() == item.evidence.text
        if item.type is ItemType.CHOICE:
            letter = answered.locator(".letter").inner_text()
            options = dict(line.split("\n") for line in asked.locator(".options li").all_inner_texts())
            assert options[letter] == item.answer
    assert "also right: Johann Strauss, Strauss" in page.locator(".key").inner_text()
    assert "The Volga is longer." in page.locator(".key").inner_text()


def test_a_phone_shows_it_without_scrolling_sideways(opened, danube):
    page = opened(danube, media="screen")
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


# --------------------------------------------------------------------------------------------------------------
# Safe and self-contained
# --------------------------------------------------------------------------------------------------------------


def test_nothing_is_loaded_from_outside(opened, danube, tmp_path):
    page = opened(danube)
    assert page.requested == [(tmp_path / "sheet.html").as_uri()]
    text = (tmp_path / "sheet.html").read_text(encoding="utf8")
    assert not re.search(r"\b(?:src|href|srcset)=|url\(|@import|<script [^t]|<link", text)


@pytest.mark.parametrize("kind", list(ItemType))
def test_hostile_text_is_seen_and_not_run(page, tmp_path, kind):
    bank = hostile_bank(kind)
    export(bank, tmp_path / "s.html")
    text = (tmp_path / "s.html").read_text(encoding="utf8")
    page.emulate_media(media="print")
    page.set_content(re.sub(r"<meta http-equiv[^>]*>", "", text))
    assert page.evaluate("window.hacked") is None
    assert page.locator("main :is(script, img, svg, style, iframe, object)").count() == 0
    assert page.locator("script").count() == 2

    def seen(selector: str) -> list[str]:
        return [" ".join(string.split()) for string in page.locator(selector).all_inner_texts()]

    assert seen(".sheet .question") == [" ".join(clean(i.question).replace(BLANK, "").split()) for i in bank]
    assert seen(".key .sentence") == [" ".join(clean(i.evidence.text).split()) for i in bank]
    assert seen(".key .extra") == [" ".join(clean(i.explanation).split()) for i in bank]


@pytest.mark.parametrize("title", HOSTILE, ids=ascii)
def test_hostile_titles_neither_break_the_page_nor_its_footer(page, tmp_path, title):
    export(ItemBank(title, (Item("1", ItemType.SHORT, "Who?", "Ada"),)), tmp_path / "s.html")
    page.set_content((tmp_path / "s.html").read_text(encoding="utf8"))
    assert page.evaluate("window.hacked") is None
    assert " ".join(page.locator("h1").first.inner_text().split()) == " ".join(clean(title).split())
    assert page.locator(".sheet .question").bounding_box()["height"] > 0
    rule = page.evaluate("[...document.styleSheets[0].cssRules].at(-1).cssText")
    assert rule.startswith("@page") and "counter(pages)" in rule


# --------------------------------------------------------------------------------------------------------------
# To be changed by its user
# --------------------------------------------------------------------------------------------------------------


def test_a_users_template_extends_the_one_that_ships(opened, danube):
    own = resources.config_folder() / "html"
    (own / "labels").mkdir(parents=True)
    (own / "sheet.css").write_text('{% include "builtin/sheet.css" %} h1 { color: rgb(0, 0, 255) }')
    (own / "labels" / "no.yaml").write_text(
        (resources.builtin("html/labels/en.yaml")).read_text(encoding="utf8").replace("Short answers", "Korte svar")
    )
    page = opened(replace(danube, language="no"))
    assert page.locator("h1").first.evaluate("h1 => getComputedStyle(h1).color") == "rgb(0, 0, 255)"
    assert "Korte svar" in page.locator(".short h2").inner_text()
    assert page.locator("html").get_attribute("lang") == "no"


def test_a_users_template_cannot_reach_out_of_its_sandbox(danube, tmp_path):
    own = resources.config_folder() / "html"
    own.mkdir(parents=True)
    (own / "sheet.css").write_text("\n\n{{ ''.__class__.__mro__[1].__subclasses__() }}")
    with pytest.raises(ExportError, match=r"sheet\.css:3: .*unsafe"):
        export(danube, tmp_path / "s.html")
    assert not (tmp_path / "s.html").exists()


@pytest.mark.parametrize("fault", ["\n{% if %}", "\n{{ nothing }}", "\n{{ 1 / 0 }}", '\n{% include "x" %}'])
def test_a_fault_in_a_users_template_is_told_with_its_line(danube, tmp_path, fault):
    own = resources.config_folder() / "html"
    own.mkdir(parents=True)
    (own / "sheet.css").write_text(fault)
    with pytest.raises(ExportError, match=r"sheet\.css:2: The template fails"):
        export(danube, tmp_path / "s.html")


@pytest.mark.parametrize(
    "words", ["months: [January]", "months: 12", "- a", "a: [", "months:", "key: [a]", "caf\udce9"]
)
def test_a_fault_in_a_users_labels_is_told(danube, tmp_path, words):
    own = resources.config_folder() / "html" / "labels"
    own.mkdir(parents=True)
    (own / "en.yaml").write_bytes(words.encode("utf8", "surrogateescape"))
    with pytest.raises(ExportError, match=r"en\.yaml: .*twelve months"):
        export(danube, tmp_path / "s.html")


def test_labels_that_are_missing_are_english(danube, tmp_path):
    own = resources.config_folder() / "html" / "labels"
    own.mkdir(parents=True)
    (own / "nl.yaml").write_text("key: Antwoorden\ntrue: Waar", encoding="utf8")
    export(replace(danube, language="nl-BE"), tmp_path / "s.html")
    text = (tmp_path / "s.html").read_text(encoding="utf8")
    assert "Antwoorden" in text and "Waar" in text and "Multiple choice" in text


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_every_word_is_translated(language):
    words = labels.of(language)
    english = labels.of("en")
    assert set(words) == set(english)
    same = {name for name in words if words[name] == english[name]}
    assert same <= {"name", "date", "version", "page", "question", "some_points", "screen_total", "day", "one_point"}
    for name, word in english.items():
        if isinstance(word, str):
            assert sorted(re.findall(r"\{\w*\}", words[name])) == sorted(re.findall(r"\{\w*\}", word)), name


@pytest.mark.parametrize("language", ["xx", "../../etc", "", "en-GB"])
def test_any_language_has_labels(danube, tmp_path, language):
    export(replace(danube, language=language), tmp_path / "s.html")
    assert "Answer key" in (tmp_path / "s.html").read_text(encoding="utf8")


def test_unknown_paper_is_told(danube, tmp_path):
    with pytest.raises(ExportError, match="a4, letter"):
        export(danube, tmp_path / "s.html", paper="a3")
