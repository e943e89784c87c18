"""How a handout looks: what a teacher chooses of it."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from quizgen.errors import ExportError
from quizgen.exporters.common import LETTERS
from quizgen.records import Document

PAPERS = ("a4", "letter")
PLAIN, LARGE, CLEAR = 11.0, 18.0, 14.0
"""Sizes of type in points: by default, in large print, for readers with dyslexia."""
SMALLEST, LARGEST = 8, 24
_HALF = 2.6
"""So many times as much fits on a line as in one of two columns: numbers and letters take the same room in both."""


@dataclass(frozen=True, slots=True)
class Form:
    """The options of what is printed. ``Form.of`` checks them."""

    paper: str | None = None
    """a4 or letter; None: the printer's own, which in a file with pages of its own is A4."""
    font_size: float | None = None
    """In points; None: what the form asks for. Large print and dyslexia never take less than theirs."""
    columns: int = 1
    """On a page."""
    large_print: bool = False
    dyslexia: bool = False
    bubbles: bool = False
    """Whether there is a page of bubbles to fill in."""
    word_bank: bool = False
    """Whether the missing words stand in a box above the gaps."""
    versions: int = 1
    seed: int = 0
    """Of the orders of the second version and those after it."""
    labels: str | None = None
    """Language of the words on the sheet; None: that of the quiz."""
    with_article: bool = False
    articles: tuple[Document, ...] = ()
    """What the quiz was made of, where it is at hand: the key tells the paragraph of each sentence."""

    @classmethod
    def of(cls, **options: object) -> Form:
        """The form of these options, None standing for the default. Raises ExportError for what no form can be."""
        form = cls(**{name: value for name, value in options.items() if value is not None})  # type: ignore[arg-type]
        if form.paper not in (None, *PAPERS):
            raise ExportError(f'"{form.paper}" is no paper that is known.', hint=f"Use one of {', '.join(PAPERS)}.")
        if form.font_size is not None and not SMALLEST <= form.font_size <= LARGEST:
            hint = f"Use {SMALLEST} to {LARGEST} points."
            raise ExportError(f"Type of {form.font_size:g} points cannot be set.", hint=hint)
        if form.columns not in (1, 2):
            raise ExportError(f"{form.columns} columns do not fit on a page.", hint="Use 1 or 2.")
        if not 1 <= form.versions <= len(LETTERS):
            raise ExportError(f"{form.versions} versions cannot be made.", hint=f"Make 1 to {len(LETTERS)}.")
        if form.with_article and not form.articles:
            raise ExportError("The article is not at hand.", hint="Make the sheet from the article itself.")
        return form

    @property
    def size(self) -> float:
        """Of the type, in points."""
        least = max(LARGE if self.large_print else 0, CLEAR if self.dyslexia else 0)
        return max(self.font_size or (least or PLAIN), least)

    @property
    def room(self) -> float:
        """How much fits on a line, of what fits in one column of the plain form."""
        return PLAIN / self.size / (1 if self.columns == 1 else _HALF)


OPTIONS = tuple(field.name for field in dataclasses.fields(Form))
