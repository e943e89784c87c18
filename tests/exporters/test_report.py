"""The explanation as a page, opened in a real browser."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
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

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
ARTICLE = """\
# The Tay Bridge

Thomas Bouch built the first Tay Bridge in 1878. It carried one railway line over the river.

- The bridge had 85 spans.
- Each was of iron.

## The end

```
spans = 85
```

> It fell into the river.

On 28 December 1879 the bridge collapsed during a storm, and 75 people died. William Arrol built a second one in 1887,
which carries trains to Dundee to this day. In 1862 Clara Holt opened a small school in Oslo.
"""


@pytest.fixture(scope="module")
def article(tmp_path_factory) -> Path:
    path: Path = tmp_path_factory.mktemp("article") / "bridge.md"
    path.write_text(ARTICLE, "utf8")
    return path


@pytest.fixture(scope="module")
def told(article) -> Explanation:
    return quizgen.explain(quizgen.read(str(article)), None)


@pytest.fixture(scope="module")
def venice() -> Explanation:
    """An article of which two facts give the same words, one picked and one refused, and some refusals come twice."""
    return quizgen.explain(quizgen.read(str(SEEDS / "venice.txt")), None)


def show(tab, told: Explanation, tmp_path: Path):
    """The page in a tab, with everything that can be unfolded unfolded."""
    (tmp_path / "r.html").write_bytes(report.to_html(told))
    tab.goto((tmp_path / "r.html").as_uri())
    tab.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    return tab


@pytest.fixture
def opened(page, told, tmp_path):
    return show(page, told, tmp_path)


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
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((tmp_path / "r.html").as_uri())
    page.locator("#i1").get_by_role("link", name="sentence").click()
    assert page.locator(":target").get_attribute("class") == "used"
    page.locator("#article").get_by_role("link", name="Item 1", exact=True).click()
    assert page.locator(":target").get_attribute("id") == "i1"
    refused = page.locator("#sentences details", has_text="refused").first
    before = refused.bounding_box()["height"]
    refused.locator("summary").click()
    assert refused.bounding_box()["height"] > before + 20
    context.close()


def test_every_sentence_stands_there_with_what_became_of_it(opened, told):
    text = flat(opened.locator("#article").inner_text())
    for sentence in told.analysis.sentences:
        assert flat(sentence.text) in text
    assert "list item: not read as a statement" in opened.locator("#sentences").inner_text()
    below = flat(opened.locator("#sentences").inner_text())
    assert told.rejections
    for rejection in told.rejections:
        assert f"{rejection.filter}: {flat(rejection.reason)}" in below
        assert flat(rejection.question or "(no question)") in below
    for fact in told.facts:
        assert all(flat(phrase.text) in below for _, phrase in fact.roles)


def refusals(page) -> Iterator[tuple[int, str]]:
    """Of every refusal on the page the number of its sentence, and its text."""
    for entry in page.locator("#sentences article").all():
        lists = entry.locator("details", has=page.locator("summary", has_text="refused"))
        for text in lists.locator("li").all_inner_texts():
            yield int(entry.get_attribute("id").removeprefix("d")), flat(text)


def test_every_refusal_is_told_as_often_as_it_was_made(page, venice, tmp_path):
    assert len(set(venice.rejections)) < len(venice.rejections)
    said = Counter(
        (
            r.sentence + 1,
            flat(
                f"{r.question or '(no question)'}{f' → {r.answer}' if r.answer else ''} {r.rule} {r.filter}: {r.reason}"
            ),
        )
        for r in venice.rejections
    )
    assert Counter(refusals(show(page, venice, tmp_path))) == said


def test_the_other_candidates_are_told_too(opened, told):
    """Every candidate stands under its sentence: picked, not picked or refused."""
    below = flat(opened.locator("#sentences").inner_text())
    assert told.candidates
    for item in told.candidates:
        assert flat(f"{item.question} → {item.answer} {item.rule}") in below


def test_headings_lists_and_quotations_are_what_they_were(opened):
    article = opened.locator("#article")
    assert [flat(text) for text in article.locator("h3").all_inner_texts()] == ["The Tay Bridge", "The end"]
    assert article.locator("ul").count() == 1
    assert [flat(text).rstrip(" …") for text in article.locator("ul li").all_inner_texts()] == [
        "The bridge had 85 spans.",
        "Each was of iron.",
    ]
    assert "It fell into the river." in article.locator("blockquote").inner_text()


def test_what_was_skipped_says_why(opened, told):
    (skipped,) = (s for s in told.analysis.sentences if s.skipped)
    assert f"{skipped.text} (skipped: {skipped.skipped})" in flat(opened.locator("#article").inner_text())
    assert f"skipped: {skipped.skipped}" in opened.locator(f"#d{skipped.index + 1}").inner_text()


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
    assert tables["Items by type"] == Counter(str(item.type).replace("_", " ") for item in told.bank)
    assert tables["Items by kind of fact"] == Counter(item.fact for item in told.bank)
    assert tables["Items by rule"] == Counter(item.rule for item in told.bank)
    assert sum(tables["Items by part of the article"].values()) == len(told.bank)
    assert list(tables["Items by part of the article"]) == ["beginning", "middle", "end"]
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
    found = Axe().run(opened).response["violations"]
    assert not found, [(one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in found]


def test_a_phone_shows_it_without_scrolling_sideways(opened):
    opened.set_viewport_size({"width": 320, "height": 700})
    assert opened.evaluate("document.documentElement.scrollWidth") <= 320


def test_where_there_is_room_items_stand_beside_the_article(opened):
    opened.set_viewport_size({"width": 1300, "height": 900})
    article, items = (opened.locator(name).bounding_box() for name in ("#article", "#items"))
    assert items["x"] >= article["x"] + article["width"] and items["y"] == article["y"]


def test_keys_alone_lead_through_it_and_show_where_they_are(opened):
    opened.keyboard.press("Tab")
    focused = opened.locator(":focus-visible")
    assert focused.inner_text() == "Article"
    assert focused.evaluate("one => parseFloat(getComputedStyle(one).outlineWidth)") >= 2
    for _ in range(4):
        opened.keyboard.press("Tab")
    opened.keyboard.press("Enter")
    assert opened.locator(":target").count() == 1


def test_a_hostile_article_is_seen_and_runs_nothing(page, tmp_path):
    """Through all stages, so that its text stands in sentences, facts, candidates and refusals."""
    texts = [text for text in HOSTILE if re.search(r"\w", text)]
    told = quizgen.explain("\n\n".join(f"In 1843 Ada Lovelace wrote {' '.join(t.split())} in London." for t in texts))
    assert told.facts and told.rejections
    show(page, told, tmp_path)
    assert page.evaluate("window.hacked") is None and len(page.requested) == 1
    assert page.locator("body :is(script, img, svg, style, iframe, object)").count() == 0
    article, below = (flat(page.locator(name).inner_text()) for name in ("#article", "#sentences"))
    for sentence in told.analysis.sentences:
        assert flat(sentence.text) in article and flat(sentence.text) in below
    assert "<script>window.hacked = 1</script>" in article


def test_hostile_text_is_seen_and_runs_nothing(page, told, tmp_path):
    (sentence, *_) = (s for s in told.analysis.sentences if str(s.block) == "paragraph")
    items = tuple(
        replace(told.bank.items[0], id=f"h{n}", question=f"ask {text}", answer=text, rule=text)
        for n, text in enumerate(HOSTILE)
    )
    refused = tuple(Rejection(f"refused {text}", text, text, sentence.index, "vague", text) for text in HOSTILE)
    bank = replace(told.bank, title="; ".join(HOSTILE), items=items)
    show(page, replace(told, bank=bank, rejections=refused), tmp_path)
    assert page.evaluate("window.hacked") is None and len(page.requested) == 1
    assert page.locator("body :is(script, img, svg, style, iframe, object)").count() == 0
    text = flat(page.locator("body").inner_text())
    for hostile in HOSTILE:
        assert f"ask {flat(clean(hostile))}" in text and f"refused {flat(clean(hostile))}" in text


# ------------------------------------------------------------------------------------------------- from the shell


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["explain", *arguments], prog_name="quizgen")


def test_the_command_writes_the_page_and_says_so(article, tmp_path):
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
