"""What a learner did: every answer, what it made of the schedule, and the rounds that were begun."""

from quizgen.drill.memory.history import Answer, History, Round
from quizgen.drill.memory.schedule import Planned

__all__ = ["Answer", "History", "Planned", "Round"]
