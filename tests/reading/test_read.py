"""Files as documents: which reader takes which, and what is said about what cannot be read."""

from __future__ import annotations

import datetime
import io
import itertools
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen import reading
from quizgen.errors import NothingToAsk, ReadingError
from quizgen.records import BlockKind

PARAGRAPH = "The bridge was opened in 1878. It was the longest in the world."
PAGE = f"<!DOCTYPE html><html><head><title>Tay</title></head><body><p>{PARAGRAPH}</p></body></html>"


def kinds(document) -> list[str]:
    return [str(block.kind) for block in document.blocks]


def texts(document) -> list[str]:
    return [document.text[block.span.start : block.span.end] for block in document.blocks]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.notes", "README", "a.TXT"])
def test_text_under_any_name_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(PARAGRAPH, "utf8")
    document = reading.read(tmp_path / name)
    assert document.text == PARAGRAPH
    assert kinds(document) == ["paragraph"]
    assert document.source == str(tmp_path / name)


@pytest.mark.parametrize("name", ["page.html", "page.htm", "page", "page.txt.bak"])
def test_a_page_of_html_is_known_by_its_suffix_or_its_first_words(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(PAGE, "utf8")
    assert texts(reading.read(tmp_path / name)) == [PARAGRAPH]


@pytest.mark.parametrize("content", [PARAGRAPH, PAGE])
def test_standard_input_is_text_or_html(monkeypatch: pytest.MonkeyPatch, content: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    document = reading.read("-")
    assert texts(document) == [PARAGRAPH]
    assert document.source == "-"


def test_title_and_date_of_the_caller_go_before_those_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"title: Old\ndate: 2020-01-01\n\n{PARAGRAPH}", "utf8")
    kept = reading.read(path)
    assert (kept.title, kept.date) == ("Old", datetime.date(2020, 1, 1))
    given = reading.read(path, title="New", date=datetime.date(2021, 1, 1))
    assert (given.title, given.date) == ("New", datetime.date(2021, 1, 1))


def test_offsets_of_a_clean_string_stay_true() -> None:
    text = "  A first line\nand a second.\n\n\n  Another paragraph — with “quotes”.  "
    document = reading.from_text(text)
    assert len(document.text) == len(text)
    assert texts(document) == ["A first line and a second.", "Another paragraph — with “quotes”."]
    start = text.index("quotes")
    assert document.text[start : start + 6] == "quotes"


def test_an_indented_and_justified_file_reads_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("   The  bridge   was opened \n   in 1878.   \n\n   It    fell.\n", "utf8")
    assert texts(reading.read(path)) == ["The bridge was opened in 1878.", "It fell."]


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("Rand (; born Rosenbaum) wrote.", "Rand (born Rosenbaum) wrote."),
        ("Ankara () and main().", "Ankara and main()."),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.srt"])
def test_brackets_that_lost_their_beginning_are_closed_up(tmp_path: Path, name: str, given: str, read: str) -> None:
    marked = {"a.html": f"<p>{given}</p>", "a.srt": f"1\n00:00:01,000 --> 00:00:02,000\n{given}\n"}
    (tmp_path / name).write_text(marked.get(name, given), "utf8")
    assert reading.read(tmp_path / name).text == read


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("The mill fell.[1] It was old.[2][3] Karl[4] wept.[a]", "The mill fell. It was old. Karl wept."),
        ("Losses were small [17], [18], [21]–[24]. They grew [1]–[11] later (“lost” [20]).",
         "Losses were small. They grew later (“lost”)."),
        ("It fell in 1902[citation needed] by 5%.[12]", "It fell in 1902 by 5%."),
        ("For a review, see [16]. In [12] more is told.", "For a review, see [16]. In [12] more is told."),
        ("A pair is [1, 2], an entry a[0]; he is [now] ill.", "A pair is [1, 2], an entry a[0]; he is [now] ill."),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_marks_of_references_are_left_out(tmp_path: Path, name: str, given: str, read: str) -> None:
    (tmp_path / name).write_text(f"<p>{given}</p>" if name == "a.html" else given, "utf8")
    assert reading.read(tmp_path / name).text == read


@pytest.mark.parametrize("reader", reading.READERS, ids=lambda reader: reader.name)
@given(
    text=st.text(st.sampled_from("aB1 .\n\r\t-*#>|<p/&;[]()!:\u201c\u201d\u00ad\u200b\x00é文"), max_size=80) | st.text()
)
@settings(max_examples=150)
def test_every_reader_takes_every_text(reader: reading.Reader, text: str) -> None:
    try:
        pages = list(reader.read(reading.Content(text.encode("utf8", "replace"), f"a{reader.suffixes[0]}")))
    except (ReadingError, NothingToAsk):
        return  # which says what is wrong with it
    for page in pages:
        end = 0
        for block in page.blocks:
            assert end <= block.span.start < block.span.end <= len(page.text)
            assert page.text[block.span.start : block.span.end].strip()
            end = block.span.end


def test_blocks_are_in_order_and_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# T\n\nOne.\n\n- a\n- b\n\n> Two.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", "utf8")
    spans = [block.span for block in reading.read(path).blocks]
    assert all(left.end < right.start for left, right in itertools.pairwise(spans))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"nowhere\.txt: There is no such file\.$"):
        reading.read(tmp_path / "nowhere.txt")


def test_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="This is a folder"):
        reading.read(tmp_path)


@pytest.mark.parametrize("content", [b"", b"  \n\n ", "\ufeff\u200b".encode(), b"\xff\xfe"])
def test_a_file_with_nothing_in_it_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(content)
    with pytest.raises(NothingToAsk, match=r"empty\.txt: There is no text in it"):
        reading.read(path)


def test_a_page_without_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    path.write_text("<html><head><title>x</title></head><body><img src=a></body></html>", "utf8")
    with pytest.raises(NothingToAsk):
        reading.read(path)


@pytest.mark.parametrize("name", ["", "a\0b"])
def test_an_impossible_name_is_told(name: str) -> None:
    with pytest.raises(ReadingError):
        reading.read(name)


def test_every_reader_is_named_once() -> None:
    names = [reader.name for reader in reading.READERS]
    suffixes = [suffix for reader in reading.READERS for suffix in reader.suffixes]
    assert len(set(names)) == len(names)
    assert len(set(suffixes)) == len(suffixes)
    assert all(suffix.startswith(".") and suffix.islower() for suffix in suffixes)


def test_every_kind_of_block_that_is_a_statement_comes_from_some_reader(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("Text.\n\n> Quote.\n", "utf8")
    assert [block.kind for block in reading.read(path).blocks] == [BlockKind.PARAGRAPH, BlockKind.QUOTE]
