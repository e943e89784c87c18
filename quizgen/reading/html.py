"""HTML: the main text of a page by trafilatura, without navigation, bylines, notices and picture captions."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from quizgen.reading.clean import one_line
from quizgen.reading.header import parse_date
from quizgen.reading.page import Page, compose
from quizgen.records import BlockKind

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_KINDS = {
    "p": BlockKind.PARAGRAPH,
    "ab": BlockKind.PARAGRAPH,
    "head": BlockKind.HEADING,
    "item": BlockKind.LIST_ITEM,
    "row": BlockKind.TABLE,
    "quote": BlockKind.QUOTE,
    "code": BlockKind.CODE,
    "h1": BlockKind.HEADING,
    "h2": BlockKind.HEADING,
    "h3": BlockKind.HEADING,
    "h4": BlockKind.HEADING,
    "h5": BlockKind.HEADING,
    "h6": BlockKind.HEADING,
    "li": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "tr": BlockKind.TABLE,
    "blockquote": BlockKind.QUOTE,
    "pre": BlockKind.CODE,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
}
"""Blocks by tag, those of trafilatura's tree and those of HTML."""

_OUTER = (BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.TABLE)
"""A paragraph inside one of these is of its kind."""
_INNER = ("p", "ab")
"""What parts nothing in the cell of a table."""
_BREAK = "\x1e"
"""Stands for a line break; a character that cannot be on a page."""
_SKIPPED = "//script|//style|//head|//nav|//footer|//aside|//form|//noscript|//template|//svg|//comment()"
_BUSY = "//article|//main|//nav|//aside|//footer|//form|//script|//iframe"
"""What a page has that is more than an article, or says itself where on it the article is."""
_NOTES = (
    "//*[self::section or self::div or self::aside or self::ol]"
    "[@role = 'doc-endnotes' or @role = 'doc-footnotes' or @*[name() = 'epub:type'] = 'footnotes'"
    " or @class = 'footnotes']"
    "|//li[starts-with(@id, 'footnote-') or starts-with(@id, 'endnote-') or starts-with(@id, 'cite_note')]"
)
_MARK = re.compile(r"\W{0,2}(?:\d{1,3}|[a-z]|[*†‡§]+|note \d+|citation needed)\W{0,2}$|[↩↑^︎]+$", re.I)
"""What a link to a note says, and the one back."""


def read_html(text: str) -> Page:
    """The article on a page, with its title, its date and its own address where the page gives them."""
    import trafilatura

    silence("trafilatura", "htmldate")
    tree = _tree(text)
    if tree is None:
        return Page("")
    _without_notes(tree)
    found: Any = trafilatura.bare_extraction(
        copy.deepcopy(tree), include_comments=False, include_tables=True, with_metadata=True
    )
    body = _all_of(tree) if found is None or not tree.xpath(_BUSY) else found.body
    title = one_line((found and found.title) or "")
    plain, blocks = compose(_with_title(tuple(_parts(body)), title))
    return Page(
        plain,
        blocks,
        title,
        parse_date((found and found.date) or ""),
        (found and found.url) or "",
        one_line((found and found.author) or ""),
        _language(text),
    )


def read_whole(text: str, title: str = "") -> Page:
    """A page that is nothing but an article, as books and office files have it: everything on it is read.

    Its first heading is its title where none is given.
    """
    tree = _tree(text)
    if tree is None:
        return Page("", title=title)
    _without_notes(tree)
    pieces = tuple(_parts(_all_of(tree)))
    heading = next((one_line(text) for kind, text in pieces if kind is BlockKind.HEADING and one_line(text)), "")
    title = title or heading
    plain, blocks = compose(_with_title(pieces, title))
    return Page(plain, blocks, title, language=_language(text))


def _language(text: str) -> str:
    """What the page says of itself: *en-GB*."""
    found = re.search(r"<html\b[^>]*?\blang\s*=\s*[\"']?([A-Za-z]{2,3}(?:-\w+)*)", text[:5000], re.I)
    return found[1] if found else ""


def silence(*names: str) -> None:
    """What these libraries log is not for the user's terminal; a program that sets up logging still gets it."""
    import logging

    for logger in map(logging.getLogger, names):
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


def _tree(text: str) -> Element | None:
    """The page as a tree; None where there is nothing in it."""
    import lxml.etree
    import lxml.html

    plain = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)  # lxml refuses a str that names an encoding
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8")
        root: Element = lxml.html.document_fromstring(plain.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.LxmlError, ValueError, RecursionError):
        return None
    return root


def _without_notes(tree: Element) -> None:
    """Take out footnotes, and the links to them and back."""
    for element in tree.xpath(_NOTES):
        _drop(element)
    for link in tree.xpath("//a[contains(@href, '#')]"):
        if _MARK.match(one_line("".join(link.itertext()))):
            _drop(link)


def _drop(element: Element) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _all_of(tree: Element) -> Element:
    """Everything on the page that is text: for pages that are nothing but an article, and very small ones."""
    whole = copy.deepcopy(tree)
    for element in whole.xpath(_SKIPPED):
        _drop(element)
    return whole


def _parts(body: Element) -> Iterator[tuple[BlockKind, str]]:
    for kind, text in _pieces(body):
        yield from _split(kind, text)


def _pieces(body: Element) -> Iterator[tuple[BlockKind, str]]:
    """The text of every block in order of the page; what stands in no block is a paragraph."""
    from lxml import etree

    kinds = [BlockKind.PARAGRAPH]
    texts: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        tag = element.tag
        own = None if tag in _INNER and kinds[-1] is BlockKind.TABLE else _KINDS.get(tag)
        if own:  # a block begins or ends: what was gathered is a piece
            yield kinds[-1], "".join(texts)
            texts.clear()
        if event == "start":
            kinds.append(_inner_kind(own, kinds[-1]))
            texts += _BREAK if tag in ("lb", "br") else "", element.text or ""
        else:
            kinds.pop()
            texts += " " if tag in ("cell", "td", "th") else "", element.tail or ""
    yield kinds[-1], "".join(texts)


def _inner_kind(own: BlockKind | None, outer: BlockKind) -> BlockKind:
    """What the words of an element are: its own kind, but a paragraph inside a list or a quote is of theirs."""
    if own is None or (own is BlockKind.PARAGRAPH and outer in _OUTER):
        return outer
    return own


def _with_title(pieces: tuple[tuple[BlockKind, str], ...], title: str) -> Iterator[tuple[BlockKind, str]]:
    """The heading that repeats the page's title is its title block."""
    for kind, text in pieces:
        is_title = kind is BlockKind.HEADING and title and one_line(text) == title
        yield (BlockKind.TITLE if is_title else kind), text


def _split(kind: BlockKind, text: str) -> Iterator[tuple[BlockKind, str]]:
    """Two line breaks in a row part paragraphs on pages that know no other way; a single one is a space."""
    for part in re.split(rf"{_BREAK}\s*{_BREAK}", text) if kind is BlockKind.PARAGRAPH else [text]:
        yield kind, part.replace(_BREAK, "\n")
