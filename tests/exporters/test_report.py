"""The explanation as a page, opened in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from click.testing import CliRunner, Result
from exporters.samples import HOSTILE
from exporters.visible import flat

import quizgen
from quizgen.cli import main
from quizgen.exporters import report
from quizgen.exporters.common import clean
from quizgen.records import Explanation, Rejection, replace

ARTICLE = """\
# The Tay Bridge

Thomas Bouch built the first Tay Bridge in 1878. It carried one railway line over the river.

- The bridge had 85 spans.

On 28 December 1879 the bridge collapsed during a storm, and 75 people died. William Arrol built a second one in 1887,
which carries trains to Dundee to this day. In 1862 Clara Holt opened a small school in Oslo.
"""


@pytest.fixture(scope="module")
def told() -> Explanation:
    return quizgen.explain(quizgen.read(str(_written())), None)


def _written() -> Path:
    import tempfile

    path = Path(tempfile.mkdtemp()) / "bridge.md"
    path.write_text(ARTICLE, "utf8")
    return path


@pytest.fixture
def opened(page, told, tmp_path):
    (tmp_path / "r.html").write_bytes(report.to_html(told))
    page.goto((tmp_path / "r.html").as_uri())
    return page


def test_an_item_leads_to_its_sentence_and_back(opened, told):
    assert len(told.bank) >= 3
    for number, item in enumerate(told.bank, start=1):
        entry = opened.locator(f"#i{number}")
        assert flat(item.question) in flat(entry.inner_text()) and flat(item.answer) in flat(entry.inner_text())
        entry.get_by_role("link", name="sentence").first.click()
        target = opened.locator(":target")
        assert item.evidence.text in (target.inner_text(), flat(target.inner_text())) or item.parts
        assert target.get_attribute("class") == "used"
        opened.locator("#article").get_by_role("link", name=f"Item {number}", exact=True).first.click()
        assert opened.locator(":target").get_attribute("id") == f"i{number}"


def test_it_works_without_scripts(chromium, told, tmp_path):
    (tmp_path / "r.html").write_bytes(report.to_html(told))
    assert b"<script" not in report.to_html(told)
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((tmp_path / "r.html").as_uri())
    page.locator("#items").get_by_role("link", name="sentence").first.click()
    assert page.locator(":target").get_attribute("class") == "used"
    context.close()


def test_every_sentence_stands_there_with_what_became_of_it(opened, told):
    text = flat(opened.locator("#article").inner_text())
    for sentence in told.analysis.sentences:
        assert flat(sentence.text) in text
    assert "list item: not read as a statement" in opened.locator("#sentences").inner_text()
    opened.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    below = flat(opened.locator("#sentences").inner_text())
    assert told.rejections
    for rejection in told.rejections:
        assert f"{rejection.filter}: {flat(rejection.reason)}" in below
        assert flat(rejection.question or "(no question)") in below
    for fact in told.facts:
        assert all(flat(phrase.text) in below for _, phrase in fact.roles)


def test_used_sentences_are_those_of_the_items(opened, told):
    used = {flat(text) for text in opened.locator(".used").all_inner_texts()}
    sentences = {s.text: flat(s.text) for s in told.analysis.sentences}
    rests = {sentences[s] for s in sentences for item in told.bank if item.evidence.text == s}
    parts = {flat(part.evidence.text) for item in told.bank for part in item.parts}
    assert rests and rests | parts == used


def test_the_numbers_are_those_of_the_explanation(opened, told):
    tables = {}
    for table in opened.locator(".charts table").all():
        rows = table.locator("tbody tr").all()
        cells = {row.locator("th").inner_text(): int(row.locator(".count").inner_text()) for row in rows}
        tables[table.locator("caption").inner_text()] = cells
    for name in ("Items by type", "Items by kind of fact", "Items by part of the article"):
        assert sum(tables[name].values()) == len(told.bank), name
    assert tables["Refused, by filter"] == {
        name: sum(r.filter == name for r in told.rejections) for name in {r.filter for r in told.rejections}
    }
    summary = opened.locator("header").inner_text()
    assert f"{len(told.bank)} picked" in summary and f"{len(told.rejections)} refused" in summary


def test_bars_are_as_long_as_their_numbers(opened):
    for table in opened.locator(".charts table").all():
        pairs = [
            (int(row.locator(".count").inner_text()), row.locator(".bar").bounding_box()["width"])
            for row in table.locator("tbody tr").all()
        ]
        most = max(count for count, _ in pairs)
        longest = max(width for _, width in pairs)
        assert all(width == pytest.approx(longest * count / most, abs=3) for count, width in pairs)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(opened, scheme):
    opened.emulate_media(color_scheme=scheme)
    opened.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    found = Axe().run(opened).response["violations"]
    assert not found, [(one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in found]


def test_a_phone_shows_it_without_scrolling_sideways(opened):
    opened.set_viewport_size({"width": 320, "height": 700})
    assert opened.evaluate("document.documentElement.scrollWidth") <= 320


def test_hostile_text_is_seen_and_runs_nothing(page, told, tmp_path):
    (sentence, *_) = (s for s in told.analysis.sentences if str(s.block) == "paragraph")
    items = tuple(
        replace(told.bank.items[0], id=f"h{n}", question=f"ask {text}", answer=text, rule=text)
        for n, text in enumerate(HOSTILE)
    )
    refused = tuple(Rejection(f"refused {text}", text, text, sentence.index, "vague", text) for text in HOSTILE)
    bank = replace(told.bank, title="; ".join(HOSTILE), items=items)
    (tmp_path / "r.html").write_bytes(report.to_html(replace(told, bank=bank, rejections=refused)))
    page.goto((tmp_path / "r.html").as_uri())
    assert page.evaluate("window.hacked") is None and len(page.requested) == 1
    assert page.locator("body :is(script, img, svg, style, iframe, object)").count() == 0
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    text = flat(page.locator("body").inner_text())
    for hostile in HOSTILE:
        assert f"ask {flat(clean(hostile))}" in text and f"refused {flat(clean(hostile))}" in text


# ------------------------------------------------------------------------------------------------- from the shell


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["explain", *arguments], prog_name="quizgen")


def test_the_command_writes_the_page_and_says_so(tmp_path):
    article = _written()
    result = run(str(article), "-o", str(tmp_path / "new" / "r.html"))
    assert result.exit_code == 0 and result.stdout == ""
    assert "items picked" in result.stderr
    assert "The Tay Bridge" in (tmp_path / "new" / "r.html").read_text("utf8")
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["r.html"]


@pytest.mark.parametrize(("name", "said"), [("r.pdf", "Let its name end in .html"), ("r", "Let its name end in .html")])
def test_a_report_that_is_no_page_is_told_before_any_work(tmp_path, name, said):
    result = run("nowhere.txt", "-o", str(tmp_path / name))
    assert result.exit_code == 2 and said in result.stderr and result.stderr.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_the_article_itself_is_not_written_over(tmp_path):
    page = tmp_path / "a.html"
    page.write_text("<html><body><p>Thomas Bouch built the Tay Bridge in 1878.</p></body></html>")
    before = page.read_bytes()
    result = run(str(page), "-o", str(page))
    assert result.exit_code == 2 and "what the quiz is to be made of" in result.stderr
    assert page.read_bytes() == before
