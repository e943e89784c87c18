"""Word documents (.docx) by mammoth: headings, lists and tables as they are meant, notes and their marks left out.

The file's own moment of making is not taken for the article's date, for it is often that of its template.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizgen.errors import ReadingError
from quizgen.reading.clean import clean, one_line
from quizgen.reading.content import Content
from quizgen.reading.header import dateline
from quizgen.reading.html import read_whole
from quizgen.reading.page import Page
from quizgen.reading.unpack import Archive
from quizgen.records import replace

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='Caption'] => figcaption:fresh
p[style-name='caption'] => figcaption:fresh
p[style-name='Quote'] => blockquote:fresh
p[style-name='Intense Quote'] => blockquote:fresh
p[style-name='Header'] => aside:fresh
p[style-name='Footer'] => aside:fresh
"""
_CORE = "docProps/core.xml"


def read_docx(content: Content) -> Iterator[Page]:
    """The document; its title is that of its properties where it has one, else its first heading."""
    archive = Archive(content)
    archive.total()
    if "word/document.xml" not in archive:
        hint = "Save it as a Word document (.docx) first."
        raise ReadingError("This is no Word document.", path=content.name, hint=hint)
    about = _about(archive)
    page = read_whole(clean(_html(content)), "")
    title = page.title or about.get("title", "")
    yield replace(
        page,
        title=title,
        date=next(filter(None, (dateline(page.text[b.span.start : b.span.end]) for b in page.blocks[:4])), None),
        author=about.get("creator", ""),
        language=about.get("language", ""),
    )


def _html(content: Content) -> str:
    import mammoth

    try:
        made = mammoth.convert_to_html(
            io.BytesIO(content.data), style_map=_STYLES, convert_image=mammoth.images.img_element(lambda image: {})
        )
    except Exception as error:  # mammoth meets what is malformed with whatever error its parsing ends in
        raise ReadingError(
            "It is damaged, or no Word document.", path=content.name, hint="Open it in Word and save it again."
        ) from error
    return str(made.value)


def _about(archive: Archive) -> dict[str, str]:
    """What the properties of the document say: by the names of Dublin Core."""
    from lxml import etree

    if _CORE not in archive:
        return {}
    try:
        root: Element = etree.fromstring(archive.read(_CORE), etree.XMLParser(resolve_entities=False, no_network=True))
    except (etree.LxmlError, ValueError):
        return {}
    found = ((etree.QName(one).localname, one_line(one.text or "")) for one in root if isinstance(one.tag, str))
    return {name: text for name, text in found if text}
