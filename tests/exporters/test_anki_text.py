"""Hostile text on cards as Anki renders them, in a browser that runs scripts, with MathJax as Anki sets it up."""

from __future__ import annotations

from pathlib import Path

import mathjax
import pytest
from exporters.samples import HOSTILE, hostile_bank

from quizgen.exporters import export
from quizgen.exporters.anki import text
from quizgen.exporters.common import clean
from quizgen.records import ItemType

_MATHJAX = Path(mathjax.__file__).parent / "static" / "mathjax" / "es5" / "tex-chtml-full.js"
_CONFIG = r"""window.MathJax = {
    tex: {displayMath: [["\\[", "\\]"]], processEscapes: false, processEnvironments: false, processRefs: false},
    startup: {typeset: false},
}"""


def typeset(page) -> int:
    """Runs MathJax as Anki's reviewer does; the number of formulas that it found."""
    page.evaluate(_CONFIG)
    page.add_script_tag(path=_MATHJAX)
    page.evaluate("MathJax.startup.promise.then(() => MathJax.typesetPromise())")
    return page.locator("mjx-container").count()


def plain(string: str) -> str:
    """The text as it is seen: one space where HTML shows one."""
    return " ".join(clean(string).split())


def seen(page, selector: str) -> list[str]:
    return [plain(string) for string in page.locator(selector).all_inner_texts()]


@pytest.fixture
def cards(learner, tmp_path):
    """The rendered cards of a kind, both sides, in the order of ``HOSTILE``."""

    def render(kind: ItemType):
        export(hostile_bank(kind), tmp_path / "d.apkg")
        learner.imports(tmp_path / "d.apkg")
        return [note.cards()[0].render_output() for note in learner.notes()]

    return render


@pytest.mark.parametrize("kind", list(ItemType))
def test_all_of_it_is_seen_and_none_of_it_runs(cards, page, kind):
    rendered = cards(kind)
    gap = "[...]" if kind is ItemType.CLOZE else ""
    page.set_content("".join(card.question_text for card in rendered))
    assert seen(page, ".front .question") == [
        plain(f"{t} before {gap} after {t}" if gap else f"ask {t}") for t in HOSTILE
    ]
    page.set_content("<body class=card>" + "".join(card.answer_text for card in rendered))
    for formulas_looked_for in (False, True):
        if formulas_looked_for:
            assert typeset(page) == 0
        assert seen(page, ".back .question") == [
            plain(f"{t} before {t} after {t}" if gap else f"ask {t}") for t in HOSTILE
        ]
        assert seen(page, ".extra") == [plain(f"why {t}") for t in HOSTILE]
        assert seen(page, ".sentence") == [plain(f"It said {t} here.") for t in HOSTILE]
        assert set(seen(page, ".source")) == {plain("; ".join(HOSTILE))}
    if kind is ItemType.SHORT:
        assert seen(page, ".answer") == [plain(t) for t in HOSTILE]
        assert seen(page, "mark") == [plain(t) for t in HOSTILE]
    if kind is ItemType.CHOICE:
        options = sorted(s for t in HOSTILE for s in map(plain, (t, f"{t} wrong", f"other {t}")))
        assert sorted(seen(page, "li")) == options
    assert page.evaluate("window.hacked") is None
    assert page.locator("article :is(script, img, svg, style, iframe, object, anki-mathjax)").count() == 0
    assert page.requested == []


def test_mathjax_finds_formulas_that_are_not_made_harmless(page):
    page.set_content(r"<p>\(x\)</p><p>&#92;&#40;y&#41;&#32;&#92;&#41;</p><p>\[z\]</p>")
    assert typeset(page) == 3


def test_ordinary_text_stays_readable_in_the_editor():
    assert text.field("It’s 12:30 – “yes” & no") == "It’s 12:30 – “yes” &amp; no"
    assert text.field("C:\\dir\\") == "C:\\dir\\"


def test_tags_are_one_word():
    assert text.tag("quizgen", "article", "The Challenge: a film") == "quizgen::article::The_Challenge:_a_film"
    assert text.tag("a::b", " ", '"*"') == "a_b"
