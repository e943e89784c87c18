"""Word documents and books as badly made as wild ones, and archives made to harm."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import pytest

from quizgen import reading
from quizgen.errors import QuizgenError, ReadingError

FILES = Path(__file__).with_name("files")
BOOK = (FILES / "pandoc.epub").read_bytes()
WORD = (FILES / "pandoc.docx").read_bytes()


def changed(data: bytes, **files: bytes | None) -> bytes:
    """The archive with other content in some of its files; None takes one out."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        given = {name.replace("__", "/").replace("_dot_", "."): content for name, content in files.items()}
        for entry in old.namelist():
            content = given.pop(entry, old.read(entry))
            if content is not None:
                new.writestr(entry, content)
        for name, content in given.items():
            new.writestr(name, content or b"")
    return made.getvalue()


def refused(data: bytes, name: str, said: str, **limits: int) -> None:
    start = time.monotonic()
    with pytest.raises(QuizgenError, match=said):
        reading.read_bytes(data, name, limits=reading.Limits(**limits))
    assert time.monotonic() - start < 10


@pytest.mark.parametrize("name", ["a.docx", "a.epub"])
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"PK\x03\x04" + bytes(100), b"no archive at all", WORD[:3000]])
def test_what_is_no_whole_archive_is_told(name: str, content: bytes) -> None:
    refused(content, name, "damaged|no document|no book|no Word|archive")


def test_an_archive_of_something_else_is_told() -> None:
    refused(changed(b"PK\x05\x06" + bytes(18), readme=b"hello"), "a.zip", "no document")


def test_a_bomb_is_not_unpacked() -> None:
    zeros = bytes(30_000_000)
    refused(changed(WORD, word__document_dot_xml=zeros), "a.docx", "unpacks to more than", unpacked=20_000_000)
    refused(changed(BOOK, EPUB__text__ch001_dot_xhtml=zeros), "a.epub", "unpacks to far more", unpacked=20_000_000)


def test_entities_that_grow_are_not_unfolded() -> None:
    """Ten times ten times ten … letters, as the attack called billion laughs makes them."""
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha" * 10}">' for n in range(10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [{entities}]><x>&a9;</x>'.encode()
    for name, data, inside in (("a.docx", WORD, "docProps__core_dot_xml"), ("a.epub", BOOK, "EPUB__content_dot_opf")):
        start = time.monotonic()
        try:
            text = reading.read_bytes(changed(data, **{inside: bomb}), name).text
        except QuizgenError:
            text = ""
        assert len(text) < 10_000 and time.monotonic() - start < 5


def test_a_file_of_this_machine_is_not_read_through_an_entity(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", "utf8")
    core = f'<!DOCTYPE x [<!ENTITY s SYSTEM "{secret.as_uri()}">]><x><title>&s;</title><creator>&s;</creator></x>'
    document = reading.read_bytes(changed(WORD, docProps__core_dot_xml=core.encode()), "a.docx")
    assert "the secret" not in f"{document.title} {document.author} {document.text}"


def test_a_locked_book_is_told() -> None:
    locked = changed(BOOK, **{"META-INF__encryption_dot_xml": b"<x/>", "META-INF__rights_dot_xml": b"<x/>"})
    refused(locked, "a.epub", "locked")


def test_a_book_without_its_list_is_told() -> None:
    refused(changed(BOOK, EPUB__content_dot_opf=None), "a.epub", "list of pages")
    refused(changed(BOOK, EPUB__content_dot_opf=b""), "a.epub", "list of pages")


def test_names_that_lead_out_of_the_archive_lead_nowhere() -> None:
    package = b'<package><manifest><item id="a" href="../../../../etc/passwd" media-type="text/html"/></manifest>'
    package += b'<spine><itemref idref="a"/></spine></package>'
    refused(changed(BOOK, EPUB__content_dot_opf=package), "a.epub", "no article")


def test_chapters_are_articles(tmp_path: Path) -> None:
    chapter = b"<html><body><h1>Chapter %d</h1><p>%s</p></body></html>"
    words = b"The bridge was opened in 1878 by the mayor of the town. " * 8
    manifest = "".join(f'<item id="c{n}" href="c{n}.html" media-type="application/xhtml+xml"/>' for n in range(5))
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(5))
    about = "<metadata><title>Book</title></metadata>"
    package = f"<package>{about}<manifest>{manifest}</manifest><spine>{spine}</spine></package>"
    pages = {f"EPUB__c{n}_dot_html": chapter % (n, words) for n in range(1, 5)}
    pages["EPUB__c0_dot_html"] = b"<html><body><h1>Contents</h1><p>" + words + b"</p></body></html>"
    path = tmp_path / "book.epub"
    path.write_bytes(changed(BOOK, EPUB__content_dot_opf=package.encode(), **pages))
    found = list(reading.read_all(path))
    assert [one.title for one in found] == ["Chapter 1", "Chapter 2", "Chapter 3", "Chapter 4"]
    assert len({one.key for one in found}) == 4
    assert [one.title for one in reading.read_all(path, chapters="2,4")] == ["Chapter 2", "Chapter 4"]
    assert [one.title for one in reading.read_all(path, chapters="3-4")] == ["Chapter 3", "Chapter 4"]
    with pytest.raises(ReadingError, match="several articles"):
        reading.read(path)
    for choice, said in (("7", "not among its 4"), ("x", "names no numbers"), ("4-2", "not among"), ("0", "not among")):
        with pytest.raises(ReadingError, match=said):
            list(reading.read_all(path, chapters=choice))
