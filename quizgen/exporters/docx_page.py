"""A Word document being written: paragraphs, tables and footers in the form that was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from quizgen.exporters.sheet import Handout, Sheet

_SERIF, _SANS, _CLEAR = "Georgia", "Arial", "Verdana"
_PAPERS = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
_MARGIN = 18.0
"""All lengths in millimetres."""
_BETWEEN = 10.0
"""Two columns."""
_NUMBER = 9.0
"""Room for the number of an item."""
_OPTION = 5.0
"""By how much the further lines of a long option are set in."""


class Page:
    """Writes on a python-docx document. Texts must be printable: without control characters."""

    def __init__(self, document: Any, told: Handout) -> None:
        self.document = document
        self._told = told
        self._form = told.form
        self._styles()
        self._paper(document.sections[0])
        self._footer(document.sections[0], told.title)
        properties = document.core_properties
        properties.author, properties.title, properties.language = "quizgen", told.title, told.language
        properties.comments = properties.keywords = ""

    # ------------------------------------------------------------------------------------------------ the whole

    def _styles(self) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Pt, RGBColor

        wide = self._form.large_print or self._form.dyslexia
        font = _CLEAR if self._form.dyslexia else _SERIF
        for name, size in (("Normal", 1.0), ("Heading 1", 1.6), ("Heading 2", 1.15)):
            style = self.document.styles[name]
            style.font.size = Pt(round(self._form.size * size * 2) / 2)
            style.font.color.rgb = RGBColor(0, 0, 0)
            self._face(style, font if name == "Normal" or self._form.dyslexia else _SANS)
            style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.LEFT
        normal = self.document.styles["Normal"].paragraph_format
        normal.line_spacing = 1.5 if wide else 1.15
        normal.space_after = Pt(2)

    @staticmethod
    def _face(style: Any, name: str) -> None:
        """The font for every script: a style names it four times."""
        from docx.oxml.ns import qn

        style.font.name = name
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{script}"), name)
            fonts.attrib.pop(qn(f"w:{script}Theme"), None)

    def _paper(self, section: Any) -> None:
        from docx.shared import Mm

        width, height = _PAPERS[self._form.paper or "a4"]
        section.page_width, section.page_height = Mm(width), Mm(height)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(_MARGIN)

    @property
    def _width(self) -> float:
        """Of the text, or of one column of it."""
        whole = _PAPERS[self._form.paper or "a4"][0] - 2 * _MARGIN
        return (whole - _BETWEEN * (self._columns - 1)) / self._columns

    @property
    def _columns(self) -> int:
        """In which what is written now stands."""
        return int((self.document.sections[-1]._sectPr.xpath("./w:cols/@w:num") or [1])[0])

    def begin(self, footer: str, new: bool) -> None:
        """What follows stands under this footer; ``new``: on a new page."""
        from docx.enum.section import WD_SECTION

        section = self.document.add_section(WD_SECTION.NEW_PAGE) if new else self.document.sections[-1]
        self._set_columns(section, 1)
        section.footer.is_linked_to_previous = False
        self._footer(section, footer)

    def columns(self, count: int) -> None:
        """From here on so many columns, on the same page."""
        from docx.enum.section import WD_SECTION

        if self._columns != count:
            self._set_columns(self.document.add_section(WD_SECTION.CONTINUOUS), count)

    @staticmethod
    def _set_columns(section: Any, count: int) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        for old in section._sectPr.xpath("./w:cols"):
            section._sectPr.remove(old)
        columns = OxmlElement("w:cols")
        columns.set(qn("w:num"), str(count))
        columns.set(qn("w:space"), str(round(_BETWEEN / 25.4 * 1440)))
        section._sectPr.append(columns)

    def _footer(self, section: Any, text: str) -> None:
        from docx.enum.text import WD_TAB_ALIGNMENT
        from docx.shared import Mm, Pt

        paragraph = section.footer.paragraphs[0]
        paragraph.clear()
        paragraph.style = self.document.styles["Normal"]  # that of footers has stops of its own
        whole = _PAPERS[self._form.paper or "a4"][0] - 2 * _MARGIN
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(whole), WD_TAB_ALIGNMENT.RIGHT)
        words = self._told.labels
        paragraph.add_run(f"{text}\t{words['page']} ")
        self._counter(paragraph, "PAGE")
        paragraph.add_run(f" {words['of']} ")
        self._counter(paragraph, "NUMPAGES")
        for run in paragraph.runs:
            run.font.size = Pt(8.5)

    @staticmethod
    def _counter(paragraph: Any, name: str) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), name)
        run = paragraph.add_run("1")
        field.append(run._r)
        paragraph._p.append(field)

    # ---------------------------------------------------------------------------------------------- paragraphs

    def heading(self, text: str, level: int, new_page: bool = False) -> None:
        paragraph = self.document.add_heading(level=level)
        self._put(paragraph, text)
        paragraph.paragraph_format.page_break_before = new_page
        paragraph.paragraph_format.keep_with_next = True

    def small(self, text: str, keep: bool = False) -> None:
        paragraph = self._paragraph(text, keep)
        if not self._form.large_print and not self._form.dyslexia:
            self._shrink(paragraph)

    def numbered(self, number: str, lines: Sequence[str], keep: bool = False, strong: bool = True) -> None:
        """A number before a hanging text of one line or several."""
        from docx.shared import Mm, Pt

        for at, line in enumerate(lines):
            paragraph = self.document.add_paragraph()
            self._hang(paragraph)
            if at == 0:
                paragraph.paragraph_format.space_before = Pt(8)
                paragraph.add_run(f"{number}\t").bold = strong
            else:
                paragraph.paragraph_format.first_line_indent = Mm(0)
            self._put(paragraph, line)
            paragraph.paragraph_format.keep_with_next = keep or at < len(lines) - 1

    def _hang(self, paragraph: Any) -> None:
        from docx.shared import Mm

        paragraph.paragraph_format.left_indent = Mm(_NUMBER)
        paragraph.paragraph_format.first_line_indent = Mm(-_NUMBER)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(_NUMBER))
        paragraph.paragraph_format.keep_together = True

    def note(self, text: str) -> None:
        """Set in below an answer of the key."""
        from docx.shared import Mm

        paragraph = self._paragraph(text)
        paragraph.paragraph_format.left_indent = Mm(_NUMBER)
        paragraph.paragraph_format.keep_together = True
        self._shrink(paragraph)

    def sentence(self, parts: tuple[str, str, str]) -> None:
        """As a note, the answer in it marked."""
        from docx.shared import Mm

        paragraph = self.document.add_paragraph()
        for text, bold in zip(parts, (False, True, False), strict=True):
            if text:
                self._put(paragraph, text, bold)
        paragraph.paragraph_format.left_indent = Mm(_NUMBER)
        paragraph.paragraph_format.keep_together = True
        self._shrink(paragraph)

    def lines(self, count: int) -> None:
        """To write on."""
        from docx.shared import Mm, Pt

        for number in range(count):
            paragraph = self.document.add_paragraph()
            paragraph.paragraph_format.left_indent = Mm(_NUMBER)
            paragraph.paragraph_format.space_before = Pt(16)
            paragraph.paragraph_format.keep_with_next = number < count - 1
            self._border(paragraph, "bottom")

    def boxed(self, text: str) -> None:
        paragraph = self._paragraph(text, keep=True)
        for side in ("top", "left", "bottom", "right"):
            self._border(paragraph, side)

    @staticmethod
    def _border(paragraph: Any, side: str) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        properties = paragraph._p.get_or_add_pPr()
        borders = properties.find(qn("w:pBdr"))
        if borders is None:
            borders = OxmlElement("w:pBdr")
            properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
        border = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
            border.set(qn(f"w:{name}"), value)
        borders.append(border)

    def _paragraph(self, text: str, keep: bool = False) -> Any:
        paragraph = self.document.add_paragraph()
        self._put(paragraph, text)
        paragraph.paragraph_format.keep_with_next = keep
        return paragraph

    @staticmethod
    def _put(paragraph: Any, text: str, bold: bool | None = None) -> None:
        """Text as one run; a new line in it is one in the document."""
        paragraph.add_run(text).bold = bold

    def _shrink(self, paragraph: Any) -> None:
        from docx.shared import Pt

        if not self._form.large_print and not self._form.dyslexia:
            for run in paragraph.runs:
                run.font.size = Pt(round(self._form.size * 0.85 * 2) / 2)

    # --------------------------------------------------------------------------------------- options and tables

    def options(self, texts: Sequence[str], columns: int, keep: bool = False) -> None:
        """Texts side by side below a question, set in, all kept together with it. They are lines with stops, which are
        easier to edit than a table, and which every program keeps on one page."""
        from docx.shared import Mm

        width = (self._width - _NUMBER) / columns
        rows = [texts[at : at + columns] for at in range(0, len(texts), columns)]
        for at, row in enumerate(rows):
            paragraph = self._paragraph(
                "\t".join(text.replace("\t", " ") for text in row), keep=keep or at < len(rows) - 1
            )
            paragraph.paragraph_format.left_indent = Mm(_NUMBER + (_OPTION if columns == 1 else 0))
            paragraph.paragraph_format.first_line_indent = Mm(-_OPTION if columns == 1 else 0)
            paragraph.paragraph_format.keep_together = True
            for column in range(1, columns):
                paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(_NUMBER + width * column))

    @staticmethod
    def _row(table: Any) -> Any:
        from docx.oxml import OxmlElement

        row = table.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        return row.cells

    def table(self, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """With lines, its head repeated on every page."""
        from docx.oxml import OxmlElement

        table = self.document.add_table(rows=0, cols=len(head))
        table.style = "Table Grid"
        for at, row in enumerate((head, *rows)):
            for cell, text in zip(self._row(table), row, strict=True):
                self._put(cell.paragraphs[0], text, at == 0 or None)
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))

    def head(self, sheet: Sheet) -> None:
        """Lines for name, class, date and score."""
        words = self._told.labels
        entries = [f"{words['name']} {'_' * 24}", f"{words['class']} {'_' * 8}", f"{words['date']} {'_' * 10}"]
        entries.append(f"{words['score']} ____ / {sheet.points}")
        if sheet.letter:
            entries.append(f"{words['version']} {sheet.letter}")
        paragraph = self.document.add_paragraph()
        self._put(paragraph, "   ".join(entries))
        self._shrink(paragraph)
