"""Markdown (CommonMark with tables) by markdown-it-py: the words alone, every block known for what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.reading.header import find_header
from quizgen.reading.page import Page, compose, title_of
from quizgen.records import BlockKind

if TYPE_CHECKING:
    from markdown_it.token import Token

_CONTAINERS = {
    "blockquote": BlockKind.QUOTE,
    "list_item": BlockKind.LIST_ITEM,
    "table": BlockKind.TABLE,
    "heading": BlockKind.HEADING,
}
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:?")
_NOTE = re.compile(r"\[\^[^\]\s]+\]:")
_TAG = re.compile(r"<[^>]*>")


def read_markdown(text: str) -> Page:
    """A page of Markdown; its first heading of the first level is its title."""
    from markdown_it import MarkdownIt

    header = find_header(text)
    tokens = MarkdownIt("commonmark").enable("table").parse(text[header.end :])
    plain, blocks = compose(_pieces(tokens))
    return Page(plain, blocks, header.title or title_of(plain, blocks), header.date, header.link, header.author)


def _pieces(tokens: list[Token]) -> Iterator[tuple[BlockKind, str]]:
    """Every leaf of the page with the kind of the innermost container that says one."""
    stack: list[BlockKind] = []
    title_seen = False
    for token in tokens:
        container = _CONTAINERS.get(token.type.rpartition("_")[0])
        if container and token.nesting == 1:
            title = token.tag == "h1" and not title_seen
            title_seen = title_seen or title
            stack.append(BlockKind.TITLE if title else container)
        elif container and token.nesting == -1:
            stack.pop()
        elif token.type == "inline" and not _NOTE.match(token.content):
            yield from _inline(token, stack[-1] if stack else BlockKind.PARAGRAPH)
        elif token.type in ("fence", "code_block"):
            yield BlockKind.CODE, token.content


def _inline(token: Token, kind: BlockKind) -> Iterator[tuple[BlockKind, str]]:
    """The words of a paragraph; beside a picture, words that are all emphasis are its caption."""
    children = token.children or []
    text = _FOOTNOTE.sub("", "".join(_words(child) for child in children))
    marks = [child.type for child in children if child.type not in ("softbreak", "hardbreak")]
    pictured = "image" in marks
    if pictured and kind is BlockKind.PARAGRAPH and not _running_text(children):
        kind = BlockKind.CAPTION
    yield kind, text


def _running_text(children: list[Token]) -> bool:
    """Whether words stand outside emphasis."""
    depth = 0
    for child in children:
        depth += child.nesting if child.type.startswith(("em_", "strong_")) else 0
        if child.type == "text" and not depth and child.content.strip():
            return True
    return False


def _words(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    if token.type == "html_inline":
        return " " if token.content.lower().startswith("<br") else ""
    return _TAG.sub("", token.content) if token.type in ("text", "code_inline") else ""
