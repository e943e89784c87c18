"""How English asks and states what a clause says: inflection, auxiliaries, inversion, wh-words, articles."""

from quizgen.rules.grammar.parts import Unaskable
from quizgen.rules.grammar.questions import ask, ask_active, finish, prefixed
from quizgen.rules.grammar.statements import relative, state, tell

__all__ = ["Unaskable", "ask", "ask_active", "finish", "prefixed", "relative", "state", "tell"]
