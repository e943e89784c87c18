"""Bytes in any encoding, and what is no text at all."""

from __future__ import annotations

import codecs

import pytest

from quizgen.errors import ReadingError
from quizgen.reading.decode import decode

ENGLISH = "The café in Zürich cost £3 million – “too much”, said Dvořák’s niece.\nIt closed in 1999."
WESTERN = ENGLISH.replace("ř", "r")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_and_without_a_mark(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)) == ENGLISH


@pytest.mark.parametrize("mark, encoding", [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")])
def test_utf_16_in_both_orders(mark: bytes, encoding: str) -> None:
    assert decode(mark + ENGLISH.encode(encoding)) == ENGLISH
    assert decode(ENGLISH.encode(encoding)) == ENGLISH


def test_windows_latin() -> None:
    assert decode(WESTERN.encode("cp1252")) == WESTERN


def test_other_single_byte_encodings_are_guessed() -> None:
    russian = "Мост через реку был открыт в 1878 году и стал самым длинным мостом в мире. " * 5
    assert decode(russian.encode("cp1251")) == russian


def test_a_page_says_its_own_encoding() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body>Dvořák</body></html>'
    assert decode(page.encode("iso-8859-2")) == page


@pytest.mark.parametrize("name", ["no-such-encoding", "ascii"])
def test_a_page_that_lies_about_its_encoding_is_read_all_the_same(name: str) -> None:
    page = f'<html><head><meta charset="{name}"></head><body>Dvořák</body></html>'
    assert decode(page.encode()) == page


def test_a_few_broken_bytes_do_not_turn_utf8_into_mojibake() -> None:
    data = ENGLISH.encode() + b" \xe2\x80"
    assert decode(data).startswith(ENGLISH)


@pytest.mark.parametrize(
    "data, name",
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3 text text", "a PDF"),
        (b"PK\x03\x04" + bytes(100), "a zip archive"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "a picture"),
        (bytes(range(256)) * 20, "a binary file"),
        (b"\x01\x02\x03\x04\x05" * 200, "a binary file"),
    ],
)
def test_what_is_no_text_is_told(data: bytes, name: str) -> None:
    with pytest.raises(ReadingError, match=name):
        decode(data, "a.txt")
