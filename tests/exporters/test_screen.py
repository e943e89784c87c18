"""The sheet as a quiz on a screen, taken in a real browser by keyboard and by mouse, and held against axe-core."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from exporters.samples import hostile_bank
from exporters.visible import flat

from quizgen import bank as banks
from quizgen.exporters import export
from quizgen.exporters.sheet import Entry, Form, handout
from quizgen.records import ItemBank, ItemType, replace


@pytest.fixture
def whole(danube) -> ItemBank:
    """Thirteen items of all six types."""
    towns = banks.load(Path(__file__).with_name("sets.quiz.yaml"))
    return replace(danube, items=(*danube.items, *towns.items))


@pytest.fixture
def opened(page, tmp_path):
    def open_quiz(bank: ItemBank, **options: object):
        export(bank, tmp_path / "q.html", **options)
        page.set_default_timeout(5000)
        page.goto((tmp_path / "q.html").as_uri())
        return page

    return open_quiz


def entries(bank: ItemBank) -> tuple[Entry, ...]:
    return handout(bank, Form()).sheets[0].entries


def place(page, entry: Entry):
    return page.locator(f'.sheet li[value="{entry.number}"]').first


def fill(page, entry: Entry, right: bool = True) -> None:
    """Answers by mouse and keys as a pupil does; wrongly on request."""
    li, item = place(page, entry), entry.item
    if item.type in (ItemType.CHOICE, ItemType.TRUE_FALSE):
        options = entry.options if item.type is ItemType.CHOICE else ("True", "False")
        wanted = item.answer if right else next(option for option in options if option != item.answer)
        li.locator("label").nth(options.index(wanted)).click()
    elif item.parts:
        for select, value in zip(li.locator("select").all(), replies(entry), strict=True):
            select.select_option(value if right else "")
        if not right:
            li.locator("select").first.select_option(replies(entry)[1])
    else:
        li.locator("input").first.fill(item.answer if right else "nothing of it")


def replies(entry: Entry) -> list[str]:
    """What belongs on the lines of a matching or an ordering, from the first to the last."""
    if entry.item.type is ItemType.MATCHING:
        return list(entry.letters)
    return [str(entry.letters.index("ABCD"[at]) + 1) for at in range(len(entry.options))]


def check(page, entry: Entry) -> str:
    place(page, entry).get_by_role("button", name="Check").click()
    return place(page, entry).locator(".result").inner_text()


# ------------------------------------------------------------------------------------------------------ taking it


def test_right_answers_are_right_and_show_the_source_sentence(opened, whole):
    page = opened(whole)
    for entry in entries(whole):
        fill(page, entry)
        said = check(page, entry)
        assert said.startswith("✓ Right"), said
        sentences = entry.sentences if entry.parts else [entry.item.evidence.text]
        assert all(flat(sentence) in flat(said) for sentence in sentences)
        assert flat(entry.item.explanation) in flat(said)
    points = sum(entry.points for entry in entries(whole))
    assert page.locator(".summary h2").inner_text() == f"{points} of {points} points"
    assert page.locator(".bar [role=status]").inner_text() == f"13 of 13 answered, points: {points}"
    assert page.locator(".summary li").count() == 0


def test_wrong_answers_are_told_with_the_right_one(opened, whole):
    page = opened(whole)
    for entry in entries(whole):
        fill(page, entry, right=False)
        said = check(page, entry)
        assert said.startswith("✗ Not right"), said
        if entry.item.type in (ItemType.SHORT, ItemType.CLOZE, ItemType.CHOICE):
            assert f"The answer: {entry.answer}" in said
    assert page.locator(".summary h2").inner_text().startswith("0 of ")
    missed = page.locator(".summary li a")
    assert missed.count() == 13
    assert "rises in the _____ in Germany" in page.locator(".summary").inner_text()
    missed.nth(3).click()
    assert page.evaluate("document.activeElement.getAttribute('value') || location.hash") in ("4", "#item-4")


def test_a_matching_that_is_partly_right_has_points_for_its_lines(opened, whole):
    page = opened(whole)
    (matching,) = (entry for entry in entries(whole) if entry.item.type is ItemType.MATCHING)
    selects = place(page, matching).locator("select")
    selects.nth(0).select_option(matching.letters[0])
    said = check(page, matching)
    assert said.startswith("◐ 1 of 3 right")
    assert page.locator(".bar [role=status]").inner_text() == "1 of 13 answered, points: 1"


@pytest.mark.parametrize(
    "given",
    [
        "johann strauss ii",
        "  Johann   Strauss II. ",
        "JOHANN STRAUSS II",
        "Strauss",
        "the Strauss",
        "Jöhann Straüss II",
    ],
)
def test_case_accents_articles_and_spaces_do_not_matter(opened, danube, given):
    page = opened(danube)
    (strauss,) = (entry for entry in entries(danube) if entry.answer == "Johann Strauss II")
    place(page, strauss).locator("input").fill(given)
    assert check(page, strauss).startswith("✓")


@pytest.mark.parametrize("given", ["1874", "187", "18730", "1873 AD"])
def test_other_numbers_are_wrong(opened, danube, given):
    page = opened(danube)
    (year,) = (entry for entry in entries(danube) if entry.answer == "1873")
    place(page, year).locator("input").fill(given)
    assert check(page, year).startswith("✗")


def test_nothing_given_is_asked_for_and_not_graded(opened, danube):
    page = opened(danube)
    assert check(page, entries(danube)[0]) == "Answer first, then check."
    assert page.locator(".bar [role=status]").inner_text().startswith("0 of 11")


def test_a_checked_item_can_no_longer_be_changed(opened, danube):
    page = opened(danube)
    fill(page, entries(danube)[0], right=False)
    check(page, entries(danube)[0])
    assert place(page, entries(danube)[0]).locator("input:enabled, button:visible").count() == 0


# ------------------------------------------------------------------------------------------------- by keyboard alone


def test_a_whole_quiz_is_taken_by_keyboard_alone(opened, whole):
    page = opened(whole)
    for entry in entries(whole):
        reach(page, entry)
        by_keys(page, entry)
    page.wait_for_selector(".summary:not([hidden])")
    points = sum(entry.points for entry in entries(whole))
    assert page.locator(".summary h2").inner_text() == f"{points} of {points} points"
    assert page.evaluate("document.activeElement.className") == "live summary"


def reach(page, entry: Entry) -> None:
    """Tab goes on to what is to be filled in, past nothing but the bar."""
    for _ in range(4):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.closest('li[value=\"{entry.number}\"]') !== null"):
            return
    raise AssertionError(f"item {entry.number} cannot be reached")


def by_keys(page, entry: Entry) -> None:
    item = entry.item
    if item.type in (ItemType.CHOICE, ItemType.TRUE_FALSE):
        options = entry.options if item.type is ItemType.CHOICE else ("True", "False")
        page.keyboard.press("Space")
        for _ in range(options.index(item.answer)):
            page.keyboard.press("ArrowDown")
    elif item.parts:
        for at, value in enumerate(replies(entry)):
            if at:
                page.keyboard.press("Tab")
            page.keyboard.type(value)
    else:
        page.keyboard.type(item.answer)
    page.keyboard.press("Enter")


def test_the_focus_can_be_seen(opened, danube):
    page = opened(danube)
    page.keyboard.press("Tab")
    style = page.evaluate(
        "getComputedStyle(document.activeElement).outlineStyle + getComputedStyle(document.activeElement).outlineWidth"
    )
    assert style == "solid3px"


# -------------------------------------------------------------------------------------------------- a reload, paper


def test_progress_survives_a_reload(opened, whole):
    page = opened(whole)
    asked = entries(whole)
    for entry in asked[:8]:
        fill(page, entry)
        check(page, entry)
    place(page, asked[12]).locator("input").fill("half an ans")
    before = page.locator(".bar [role=status]").inner_text()
    page.reload()
    assert page.locator(".bar [role=status]").inner_text() == before
    assert place(page, asked[12]).locator("input").input_value() == "half an ans"
    assert place(page, asked[0]).locator(".result").inner_text().startswith("✓ Right")
    assert place(page, asked[7]).locator(".result").inner_text().startswith("✓ Right")


def test_another_quiz_in_the_same_browser_starts_empty(opened, danube):
    page = opened(danube)
    fill(page, entries(danube)[0])
    check(page, entries(danube)[0])
    page = opened(replace(danube, items=danube.items[:5]))
    assert page.locator(".bar [role=status]").inner_text().startswith("0 of 5")


def test_start_again_forgets(opened, danube):
    page = opened(danube)
    fill(page, entries(danube)[0])
    check(page, entries(danube)[0])
    page.get_by_role("button", name="Finish").click()
    page.get_by_role("button", name="Start again").click()
    page.wait_for_load_state()
    assert page.locator(".bar [role=status]").inner_text().startswith("0 of 11")
    assert place(page, entries(danube)[0]).locator("input:checked").count() == 0


def test_what_the_browser_remembers_wrongly_does_no_harm(opened, danube):
    page = opened(danube)
    for stored in ("{", "[]", '{"given": 1, "checked": {}}', '{"given": {"x": [1]}, "checked": {"x": 1}}', "null"):
        page.evaluate(
            "text => Object.keys(localStorage).concat('quizgen:x').forEach(key => localStorage.setItem(key, text))",
            stored,
        )
        page.reload()
        assert page.locator(".bar [role=status]").inner_text().startswith("0 of 11")


def test_without_storage_it_is_a_quiz_all_the_same(page, danube, tmp_path):
    export(danube, tmp_path / "q.html")
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('forbidden') } })")
    page.goto((tmp_path / "q.html").as_uri())
    fill(page, entries(danube)[0])
    assert check(page, entries(danube)[0]).startswith("✓")


def test_it_prints_as_the_sheet_even_half_taken(opened, whole):
    page = opened(whole)
    page.emulate_media(media="print")
    untouched = page.locator("main").inner_text()
    page.emulate_media(media="screen")
    for entry in entries(whole)[:9]:
        fill(page, entry, right=False)
        check(page, entry)
    page.emulate_media(media="print")
    assert page.locator("main").inner_text() == untouched
    assert "Answer key" in untouched and "Check" not in untouched
    assert not [e for e in page.locator(".live").all() if e.is_visible()]


def test_with_scripts_off_it_is_the_paper(chromium, whole, tmp_path):
    export(whole, tmp_path / "q.html")
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((tmp_path / "q.html").as_uri())
    text = page.locator("body").inner_text()
    assert "Answer key" in text and "Name" in text and "Check" not in text
    assert all(flat(entry.item.question.split("_____")[0]) in flat(text) for entry in entries(whole))
    context.close()


def test_the_key_is_not_seen_while_one_answers_but_as_paper(opened, danube):
    page = opened(danube)
    assert not page.locator(".key").is_visible()
    page.get_by_role("button", name="Show as paper").click()
    assert page.locator(".key").is_visible() and not page.get_by_role("button", name="Check").first.is_visible()
    page.get_by_role("button", name="Take it on the screen").click()
    assert not page.locator(".key").is_visible()


def test_of_several_versions_the_first_is_taken(opened, danube):
    page = opened(danube, versions=3)
    assert [sheet.is_visible() for sheet in page.locator(".sheet").all()] == [True, False, False]
    fill(page, entries(danube)[0])
    assert check(page, entries(danube)[0]).startswith("✓")


# ------------------------------------------------------------------------------------------ for everyone, and safe


@pytest.mark.parametrize("state", ["begun", "answered", "paper", "phone", "dyslexia"])
def test_axe_finds_nothing(opened, whole, state):
    page = opened(whole, dyslexia=state == "dyslexia", with_article=False)
    if state == "phone":
        page.set_viewport_size({"width": 340, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= 340
    if state == "answered":
        for number, entry in enumerate(entries(whole)):
            fill(page, entry, right=number % 2 == 0)
            check(page, entry)
    if state == "paper":
        page.get_by_role("button", name="Show as paper").click()
    found = Axe().run(page).response["violations"]
    assert not found, [(one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in found]


def test_every_field_has_a_name_for_those_who_hear_it(opened, whole):
    page = opened(whole)
    for control in page.locator("main :is(input, select, button):visible").all():
        name = control.evaluate(
            "e => e.ariaLabel || e.labels?.[0]?.innerText || e.getAttribute('aria-labelledby') || e.innerText"
        )
        assert name and name.strip()
    assert page.get_by_role("radiogroup", name="Which sea does the Danube flow into?").count() == 1
    assert page.get_by_role("combobox", name="Ulm").count() == 1
    assert page.get_by_role("textbox", name="Gap 1").count() == 2


def test_right_and_wrong_are_not_told_by_colour_alone(opened, danube):
    page = opened(danube)
    fill(page, entries(danube)[0], right=False)
    check(page, entries(danube)[0])
    marks = (
        place(page, entries(danube)[0])
        .locator("label")
        .evaluate_all("all => all.map(e => getComputedStyle(e, '::after').content)")
    )
    assert sorted(mark for mark in marks if mark != "none") == ['"✓"', '"✗"']


@pytest.mark.parametrize("kind", list(ItemType))
def test_hostile_quizzes_are_taken_and_run_nothing(opened, kind):
    bank = hostile_bank(kind)
    page = opened(bank)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    for entry in entries(bank):
        fill(page, entry)
        said = check(page, entry)
        assert said.startswith("✓"), (entry.item.question, said)
        assert flat(entry.item.explanation) in flat(said)
    assert page.evaluate("window.hacked") is None and not errors
    assert page.locator("main :is(script, img, svg, iframe, object, style)").count() == 0


def test_no_other_script_may_run(opened, danube):
    page = opened(danube)
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.hacked = 1";
            document.body.append(script);
        }"""
    )
    assert page.evaluate("window.hacked") is None


def test_the_words_of_the_screen_follow_the_language(opened, danube):
    page = opened(danube, labels="fr")
    assert page.get_by_role("button", name="Vérifier").count() == 11
    assert page.locator(".bar [role=status]").inner_text() == "0 réponses sur 11, points : 0"
