"""Files that real programs made of one article: each gives the article back, without what is not part of it.

``files/source.md`` was written for this. pandoc made ``pandoc.*`` of it, LibreOffice and calibre theirs of those,
Chromium printed ``chromium.pdf`` (A5, a running title, numbers of pages), and LibreOffice set ``columns.pdf`` in three
columns with its own hyphenation.
"""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from quizgen import reading
from quizgen.records import BlockKind, Document

FILES = Path(__file__).with_name("files")
MADE = sorted(path.name for path in FILES.iterdir())
SENTENCES = [
    "The lighthouse at Harlow Point was built in 1846 by the engineer Samuel Orrick.",
    "It stands on a cliff of granite, 41 metres above the sea, and its light can be seen from a distance of "
    "28 kilometres.",
    "Before it was finished, nineteen ships had been lost on the reef in only five years.",
    "The first keeper was Thomas Brannagh, a former sailor who had lost two fingers in a storm.",
    "He lived in the tower with his wife and four children.",
    "Every evening he carried oil up 183 steps, and every morning he cleaned the lamp and trimmed the wick.",
    "His daughter Ellen Brannagh became the keeper after his death in 1871.",
    "She held the office for thirty-two years.",
    "Orrick chose a lens that Augustin Fresnel had invented in France.",
    "It was made in Paris, it weighed 3.5 tonnes, and it floated in a bath of mercury so that a child could turn it.",
    "The official opening was delayed because the ship that carried the lens was wrecked near Calais.",
    "A difficult rescue followed: divers brought up every one of its 672 prisms.",
    "It warned ships of the reef.",
    "It showed the way into the harbour of Lowestrand.",
    "It measured the wind for the weather office in London.",
    "In 1934 an electric lamp replaced the gas lamp, and the keeper no longer had to stay awake all night.",
    "The new lamp was 1.5 times as bright as the old one.",
    "It cost 4,200 pounds, which was more than the whole tower had cost a century before.",
    "The last keeper, Arthur Penhallow, left the tower on 30 September 1988.",
    "Since then the light has been controlled from Edinburgh.",
    '"I miss the silence," he told the Lowestrand Courier in 1995.',
    "The tower was opened to visitors in 1998, and about 12,000 people climb its steps each year.",
    "In 2011 a family of peregrine falcons settled below the gallery.",
    "The visitors' path was moved so that the birds could raise their young without being disturbed.",
    "Since 2014 a camera has shown the nest on the internet.",
]
NOTES = ["Some books give 1847", "The wreck was found again"]


def read(name: str) -> Document:
    return reading.read(FILES / name)


def straight(text: str) -> str:
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


def texts(document: Document, *kinds: BlockKind) -> list[str]:
    found = (document.text[b.span.start : b.span.end] for b in document.blocks if not kinds or b.kind in kinds)
    return [straight(text) for text in found]


@pytest.mark.parametrize("name", MADE)
def test_no_sentence_is_lost_and_none_is_changed(name: str) -> None:
    whole = "\n".join(texts(read(name)))
    assert [sentence for sentence in SENTENCES if sentence not in whole] == []


@pytest.mark.parametrize("name", MADE)
def test_what_is_asked_about_is_the_article_alone(name: str) -> None:
    """Statements are its sentences; headings, tables, notes, running titles and numbers of pages are none."""
    stated = " ".join(texts(read(name), BlockKind.PARAGRAPH, BlockKind.QUOTE))
    left = stated
    for sentence in SENTENCES:
        left = left.replace(sentence, "")
    left = re.sub(r"[•\s]+", " ", left.replace("The lighthouse had three tasks:", "")).strip()
    assert left in ("", "Ines Marlow 2019-03-04", "The Lighthouse at Harlow Point Ines Marlow 2019-03-04"), left


@pytest.mark.parametrize("name", MADE)
def test_title_author_and_date(name: str) -> None:
    document = read(name)
    assert document.title == "The Lighthouse at Harlow Point"
    # Chromium writes no author into a PDF, and calibre writes the day of the conversion, if any.
    assert document.author == ("" if name == "chromium.pdf" else "Ines Marlow")
    day = datetime.date(2019, 3, 4)
    assert document.date == (None if name in ("calibre.epub", "columns.pdf") else day)
    assert document.language == "en" and document.notes == ()


@pytest.mark.parametrize("name", [name for name in MADE if name != "chromium.pdf"])
def test_notes_are_left_out(name: str) -> None:
    assert not any(note in read(name).text for note in NOTES)


@pytest.mark.parametrize("name", MADE)
def test_headings_are_headings(name: str) -> None:
    headings = texts(read(name), BlockKind.HEADING, BlockKind.TITLE)
    assert {"The light", "The end of the keepers"} <= set(headings)


def test_every_format_gives_the_same_questions() -> None:
    import quizgen

    asked = {
        name: {i.question for i in quizgen.generate(read(name), None)} for name in ("pandoc.docx", "libreoffice.pdf")
    }
    same = asked["pandoc.docx"] & asked["libreoffice.pdf"]
    assert len(same) > 20 and len(same) > 0.9 * len(asked["pandoc.docx"])


@pytest.mark.parametrize("name", ["pandoc.docx", "pandoc.epub", "libreoffice.pdf"])
def test_a_format_is_known_by_its_content_whatever_the_suffix(name: str) -> None:
    document = reading.read_bytes((FILES / name).read_bytes(), "mail-attachment.txt")
    assert SENTENCES[0] in document.text
