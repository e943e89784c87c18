"""HTML: the main text of a page by trafilatura, without navigation, bylines, notices and picture captions."""

from __future__ import annotations

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
_BREAK = "\x1e"
"""Stands for a line break; a character that cannot be on a page."""
_SKIPPED = "//script|//style|//head|//nav|//footer|//aside|//form|//noscript|//template|//svg|//comment()"


def read_html(text: str) -> Page:
    """The article on a page, with its title, its date and its own address where the page gives them."""
    import trafilatura

    _silence("trafilatura", "htmldate")
    found: Any = trafilatura.bare_extraction(
        _without_declaration(text), include_comments=False, include_tables=True, with_metadata=True
    )
    body = found.body if found is not None else _whole_page(text)
    pieces = () if body is None else tuple(part for kind, text in _pieces(body) for part in _split(kind, text))
    title = one_line((found and found.title) or "")
    plain, blocks = compose(_with_title(pieces, title))
    return Page(plain, blocks, title, parse_date((found and found.date) or ""), (found and found.url) or "")


def _silence(*names: str) -> None:
    """What these libraries log is not for the user's terminal; a program that sets up logging still gets it."""
    import logging

    for logger in map(logging.getLogger, names):
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


def _without_declaration(text: str) -> str:
    """lxml refuses a str that names an encoding in an XML declaration."""
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text)


def _whole_page(text: str) -> Element | None:
    """Everything on the page that is text: for pages too small for trafilatura to find an article on."""
    import lxml.etree
    import lxml.html

    try:
        root: Element = lxml.html.fromstring(_without_declaration(text))
    except (lxml.etree.LxmlError, ValueError):  # nothing in it
        return None
    for element in root.xpath(_SKIPPED):
        element.drop_tree()
    return root


def _pieces(body: Element) -> Iterator[tuple[BlockKind, str]]:
    """The text of every block in order of the page; what stands in no block is a paragraph."""
    from lxml import etree

    kinds = [BlockKind.PARAGRAPH]
    texts: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        tag = element.tag
        own = _KINDS.get(tag)
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
