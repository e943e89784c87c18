"""PDF as wild ones are: made here page by page, with what makes reading them hard."""

from __future__ import annotations

import io
import time
from collections.abc import Sequence
from pathlib import Path

import pypdf
import pytest
from click.testing import CliRunner
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from quizgen import reading
from quizgen.cli import main
from quizgen.errors import NothingToAsk, ReadingError
from quizgen.records import BlockKind, Document

FILES = Path(__file__).with_name("files")
Text = tuple[float, float, float, str]
"""Place from the left and from below, size, words."""


def made(*pages: Sequence[Text]) -> bytes:
    """A PDF in which each piece of text stands where it is said to."""
    writer = pypdf.PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Times-Roman"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    for texts in pages:
        page = writer.add_blank_page(595, 842)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
        stream = DecodedStreamObject()
        drawn = [
            b"BT /F1 %f Tf %f %f Td (%s) Tj ET"
            % (size, x, y, words.encode("cp1252").replace(b"(", rb"\(").replace(b")", rb"\)"))
            for x, y, size, words in texts
        ]
        stream.set_data(b"\n".join(drawn))
        page[NameObject("/Contents")] = writer._add_object(stream)
    packed = io.BytesIO()
    writer.write(packed)
    return packed.getvalue()


def column(x: float, y: float, *lines: str, size: float = 11) -> list[Text]:
    return [(x, y - 14 * n, size, line) for n, line in enumerate(lines)]


def read(*pages: Sequence[Text]) -> Document:
    return reading.read_bytes(made(*pages), "a.pdf")


def stated(document: Document) -> list[str]:
    return [document.text[b.span.start : b.span.end] for b in document.blocks if b.kind is BlockKind.PARAGRAPH]


BODY = column(
    72,
    600,
    "The bridge over the river was opened by the mayor on a cold day of",
    "March in 1878, and two thousand people walked over it on that day.",
)


def test_lines_become_a_paragraph() -> None:
    assert stated(read(BODY)) == [
        "The bridge over the river was opened by the mayor on a cold day of March in 1878, and two thousand people "
        "walked over it on that day."
    ]


def test_paragraphs_end_at_gaps_and_at_indents() -> None:
    lines = ["It was built of iron and it was painted green by the workers who", "lived in the huts nearby."]
    gap = [*BODY, *column(72, 560, *lines)]
    indent = [*BODY, (90, 572, 11, lines[0]), (72, 558, 11, lines[1])]
    assert [len(stated(read(page))) for page in (gap, indent)] == [2, 2]


def test_words_parted_at_the_end_of_a_line_are_whole_again() -> None:
    page = column(
        72,
        600,
        "A well-known engineer of the county had plan-",
        "ned the bridge, and the Anglo-",
        "Saxon name of the place was kept. The well-",
        "known man had twenty-",
        "two workers and a re-",
        "markable plan.",
    )
    text = " ".join(stated(read(page)))
    for words in ("planned the", "Anglo-Saxon", "well-known man", "twenty-two workers", "a remarkable plan"):
        assert words in text


def test_what_every_page_repeats_is_left_out() -> None:
    pages = [
        [(250, 800, 11, "County History Review"), *BODY, (300, 40, 11, f"- {n} -"), (72, 60, 11, f"Vol. 3, p. {n}")]
        for n in range(1, 5)
    ]
    text = read(*pages).text
    assert "Review" not in text and "- 2 -" not in text and "Vol." not in text
    assert text.count("opened by the mayor") == 4


def test_a_sentence_that_goes_over_the_page_is_one() -> None:
    first = column(72, 100, "The old bridge was so narrow that two carts could not pass each other and")
    second = column(72, 760, "it was taken down in 1876.")
    assert stated(read(first, second)) == [f"{first[0][3]} it was taken down in 1876."]


def test_notes_and_their_marks_are_left_out() -> None:
    page = [
        (72, 600, 11, "The bridge was built by John Marsh"),
        (245, 605, 6, "12"),
        (252, 600, 11, ", and it weighs 10"),
        (340, 605, 6, "6"),
        (345, 600, 11, " kilograms."),
        (72, 90, 8, "12 County archive, box 7."),
    ]
    text = read(page).text
    assert "Marsh, and" in text and "archive" not in text
    assert "106 kilograms" in text.replace(" 6", "6"), "a power is no note"


def test_tables_are_tables() -> None:
    page = [*BODY, *[(x, 500 - 14 * n, 11, f"{n}{x}") for n in range(4) for x in (72, 250, 420)]]
    document = read(page)
    assert sum(block.kind is BlockKind.TABLE for block in document.blocks) == 4


def test_a_table_of_contents_is_one() -> None:
    page = [
        *BODY,
        (72, 500, 11, "1.1 The old bridge . . . . . . . . . . . . . . 12"),
        (72, 486, 11, "1.2 Fire ........ 14"),
    ]
    assert len(stated(read(page))) == 1


def test_numbered_headings_are_headings() -> None:
    document = read([(72, 640, 16, "1. Introduction"), *BODY])
    assert [block.kind for block in document.blocks] == [BlockKind.TITLE, BlockKind.PARAGRAPH]


def test_text_that_runs_up_the_page_is_left_out() -> None:
    writer = pypdf.PdfReader(io.BytesIO(made(BODY)))
    page = writer.pages[0]
    contents = page["/Contents"].get_object()
    contents.set_data(contents.get_data() + b"\nBT /F1 20 Tf 0 1 -1 0 30 300 Tm (arXiv:1234 stamp) Tj ET")
    packed = pypdf.PdfWriter()
    packed.add_page(page)
    data = io.BytesIO()
    packed.write(data)
    assert "stamp" not in reading.read_bytes(data.getvalue(), "a.pdf").text


def test_locked_files_are_told() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(made(BODY)))
    writer.encrypt("secret", algorithm="RC4-128")
    data = io.BytesIO()
    writer.write(data)
    with pytest.raises(ReadingError, match="password"):
        reading.read_bytes(data.getvalue(), "a.pdf")


def test_pictures_of_text_are_told() -> None:
    with pytest.raises(NothingToAsk, match="its pages are pictures"):
        reading.read_bytes(made([], []), "a.pdf")


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"%PDF-1.7\n" + bytes(500), b"", b"not a pdf"])
def test_what_is_no_pdf_is_told(content: bytes) -> None:
    with pytest.raises(ReadingError, match="damaged"):
        reading.read_bytes(content, "a.pdf")


def test_only_so_many_pages_are_read_and_that_is_told() -> None:
    document = reading.read_bytes(made(BODY, BODY, BODY), "a.pdf", limits=reading.Limits(pages=2))
    assert document.notes == ("Only the first 2 of its 3 pages were read.",)


def bookmarked(data: bytes, *marks: tuple[str, int, float], book: str = "") -> bytes:
    """The PDF with bookmarks: title, page from 0, place from below; under one for the ``book`` where it has a name."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    parent = writer.add_outline_item(title=book, page_number=0) if book else None
    for title, page, top in marks:
        writer.add_outline_item(
            title=title, page_number=page, parent=parent, fit=pypdf.generic.Fit.xyz(left=0, top=top)
        )
    packed = io.BytesIO()
    writer.write(packed)
    return packed.getvalue()


LONG = column(72, 400, *["It was a long day for all who had worked on the bridge, and a good one."] * 4)
CHAPTERS = made(
    [(72, 760, 16, "1. The bridge"), *LONG, (72, 300, 16, "2. The bridge is"), (72, 280, 16, "opened"), *BODY[:0]],
    [*column(72, 700, *["On the next morning the mayor walked over it alone and came back late."] * 4)],
    [
        (72, 760, 16, "3. The end"),
        *column(72, 700, *["Nobody knows where the stones of the old bridge have gone since."] * 4),
    ],
)
MARKS = (("The bridge", 0, 780.0), ("The bridge is opened", 0, 320.0), ("The end", 2, 780.0))


@pytest.mark.parametrize("book", ["", "A book of bridges"])
def test_bookmarks_are_chapters_where_they_are_asked_for(tmp_path: Path, book: str) -> None:
    path = tmp_path / "book.pdf"
    path.write_bytes(bookmarked(CHAPTERS, *MARKS, book=book))
    assert "next morning" in reading.read(path).text and "stones" in reading.read(path).text  # as a whole
    found = list(reading.read_all(path, parts=True))
    assert [one.title for one in found] == ["The bridge", "The bridge is opened", "The end"]
    assert "long day" in found[0].text and "morning" not in found[0].text
    assert "morning" in found[1].text and "stones" not in found[1].text and "stones" in found[2].text
    chosen = list(reading.read_all(path, chapters="2-3"))
    assert [one.text for one in chosen] == [one.text for one in found[1:]]
    with pytest.raises(ReadingError, match="4 is not among its 3 articles"):
        list(reading.read_all(path, chapters="4"))


def test_what_was_not_read_of_a_book_is_told_once(tmp_path: Path) -> None:
    lines = ["It was a long day for all who had worked on the bridge, and a good one."] * 14
    first = [(72, 780, 16, "1. The bridge"), *column(72, 760, *lines)]
    second = [(72, 420, 16, "2. The bridge is opened"), *column(72, 400, *lines)]
    path = tmp_path / "book.pdf"
    path.write_bytes(bookmarked(made([*first, *second], BODY), ("The bridge", 0, 790.0), ("The opening", 0, 430.0)))
    told = CliRunner().invoke(main, ["make", str(path), "--chapters", "1-2", "--max-chars", "1000"]).stderr
    assert told.count("Only the first 1 of its 2 pages were read.") == 1


def test_without_bookmarks_it_is_one_article(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(CHAPTERS)
    assert len(list(reading.read_all(tmp_path / "a.pdf", parts=True))) == 1
    with pytest.raises(ReadingError, match="It is one article"):
        list(reading.read_all(tmp_path / "a.pdf", chapters="2"))


def test_columns_are_parted_where_the_heading_stands() -> None:
    """It says *The light*, and so does the first line of the title above it, *The Light-*."""
    found = list(reading.read_all(FILES / "columns.pdf", parts=True))
    assert [one.title for one in found] == ["The Lighthouse at Harlow Point", "The light", "The end of the keepers"]
    assert found[1].text.startswith("The light\n\nOrrick chose") and found[1].text.endswith("a century before.")
    assert "".join(one.text for one in found).count("Orrick chose") == 1


def test_cut_files_end_in_a_sentence_or_in_what_is_left() -> None:
    whole = (FILES / "libreoffice.pdf").read_bytes()
    start = time.monotonic()
    for share in range(1, 20):
        try:
            reading.read_bytes(whole[: len(whole) * share // 20], "a.pdf")
        except (ReadingError, NothingToAsk):
            continue
    assert time.monotonic() - start < 20
