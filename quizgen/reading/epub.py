"""Books (.epub): an archive of pages in an order of their own, each chapter an article."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from quizgen.errors import ReadingError
from quizgen.reading.clean import clean, one_line
from quizgen.reading.content import Content
from quizgen.reading.decode import decode
from quizgen.reading.header import parse_date
from quizgen.reading.html import read_whole
from quizgen.reading.page import LEAST, NO_CHAPTER, Page
from quizgen.reading.unpack import Archive
from quizgen.records import replace

_CONTAINER = "META-INF/container.xml"


def read_epub(content: Content) -> Iterator[Page]:
    """The chapters in reading order, without cover, contents and copyright; the book's author and date with each."""
    archive = Archive(content)
    if "META-INF/encryption.xml" in archive and "META-INF/rights.xml" in archive:
        raise ReadingError("This book is locked (DRM).", path=content.name, hint="Only books without a lock are read.")
    folder, package = _package(archive, content.name)
    about = _about(package)
    for name in _spine(package):
        path = posixpath.normpath(posixpath.join(folder, unquote(name)))
        if path not in archive:
            continue
        page = read_whole(clean(decode(archive.read(path), content.name)))
        if len(page.text) < LEAST or NO_CHAPTER.match(page.title):
            continue
        title = page.title or about["title"]
        yield replace(
            page, title=title, date=about["date"], author=about["author"], language=about["language"] or page.language
        )


def _xml(data: bytes, path: str) -> Any:
    from lxml import etree

    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    except (etree.LxmlError, ValueError) as error:
        raise ReadingError("It is damaged: its list of pages cannot be read.", path=path) from error


def _package(archive: Archive, path: str) -> tuple[str, Any]:
    """The folder of the book in the archive, and what its list of contents says."""
    if _CONTAINER not in archive:
        raise ReadingError("This is no book (.epub).", path=path)
    container = _xml(archive.read(_CONTAINER), path)
    names = container.xpath("//*[local-name() = 'rootfile']/@full-path") if container is not None else ()
    if not names or names[0] not in archive:
        raise ReadingError("It is damaged: its list of pages is missing.", path=path)
    package = _xml(archive.read(names[0]), path)
    if package is None:
        raise ReadingError("It is damaged: its list of pages is empty.", path=path)
    return posixpath.dirname(names[0]), package


def _spine(package: Any) -> Iterator[str]:
    """The files of the pages in reading order, those that are read on the way."""
    places = {one.get("id"): one for one in package.xpath("//*[local-name() = 'manifest']/*")}
    for reference in package.xpath("//*[local-name() = 'spine']/*[@idref]"):
        found = places.get(reference.get("idref"))
        if found is None or reference.get("linear") == "no" or "nav" in (found.get("properties") or "").split():
            continue
        if "html" in (found.get("media-type") or "") and found.get("href"):
            yield found.get("href")


def _about(package: Any) -> dict[str, Any]:
    def first(name: str) -> str:
        found = package.xpath(f"//*[local-name() = 'metadata']/*[local-name() = '{name}']")
        return one_line("".join(found[0].itertext())) if found else ""

    return {
        "title": first("title"),
        "author": first("creator"),
        "date": parse_date(first("date").split("T")[0]),
        "language": first("language"),
    }
