"""What was read of an article, asked and refused: the explanation as a page."""

from quizgen.exporters.report.html import to_html
from quizgen.exporters.report.telling import Attempt, Passage, Report, tell

__all__ = ["Attempt", "Passage", "Report", "tell", "to_html"]
