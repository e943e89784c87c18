"""From candidates to items: filters, distractors, types, and the choice of the best."""

from __future__ import annotations

from quizgen.selection.choice import for_a_sheet
from quizgen.selection.select import ALL_TYPES, select

__all__ = ["ALL_TYPES", "for_a_sheet", "select"]
