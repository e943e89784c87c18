"""What is printed and handed out: a sheet in versions and forms, the article before it, the answer key behind it."""

from quizgen.exporters.sheet.form import OPTIONS, PAPERS, Form
from quizgen.exporters.sheet.html import to_html
from quizgen.exporters.sheet.layout import Entry, Handout, Section, Sheet, handout

__all__ = ["OPTIONS", "PAPERS", "Entry", "Form", "Handout", "Section", "Sheet", "handout", "to_html"]
