"""What a reader of HTML sees, and what a person wrote, in one form that can be compared."""

from __future__ import annotations

from lxml import html

from quizgen.exporters.common import clean


def seen(markup: str) -> str:
    """The text of a piece of HTML, its white space drawn together."""
    tree = html.fragment_fromstring(markup, create_parent="div")
    assert not tree.xpath(".//script | .//img | .//svg | .//style"), markup
    for element in tree.iter("br", "p", "hr"):
        element.tail = "\n" + (element.tail or "")
    return flat(tree.text_content())


def flat(text: str) -> str:
    """A text as written, its white space drawn together."""
    return " ".join(clean(text).split())
