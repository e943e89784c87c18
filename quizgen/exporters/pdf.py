"""The sheet as PDF, by WeasyPrint (extra ``quizgen[pdf]``), from the same page that a browser prints."""

from __future__ import annotations

from typing import Any

from quizgen.errors import ExportError
from quizgen.exporters.formats import Format
from quizgen.exporters.sheet import OPTIONS, Form, handout
from quizgen.exporters.sheet.html import page
from quizgen.records import ItemBank


def to_pdf(bank: ItemBank, **options: object) -> bytes:
    """The bank as a PDF; options as for ``Form.of``, the paper A4 where none is named. Raises ExportError without
    WeasyPrint."""
    form = Form.of(**{**options, "paper": options.get("paper") or "a4"})
    weasyprint = _weasyprint()
    html = weasyprint.HTML(string=page(handout(bank, form), live=False), url_fetcher=_nothing)
    data: bytes = html.write_pdf(pdf_tags=True)
    return data


def _weasyprint() -> Any:
    try:
        import weasyprint
    except ImportError as error:
        raise ExportError("PDF files need WeasyPrint.", hint="Install it:  pip install 'quizgen[pdf]'") from error
    except OSError as error:
        hint = "Install Pango (Debian: libpango-1.0-0 libpangoft2-1.0-0), or print the .html file from a browser."
        raise ExportError("PDF files need the library Pango, which is not installed here.", hint=hint) from error
    return weasyprint


def _nothing(url: str, *_: object, **__: object) -> Any:
    """Nothing is fetched: the page has everything."""
    raise ValueError(f"{url} is not part of the page")


FORMAT = Format("pdf", (".pdf",), "the sheet as PDF", to_pdf, OPTIONS)
