"""Where the article's topic is a place and a question does not name it, the place goes in front: *In Athens, where …?*

A guide to a city names the city at the top and speaks of *the airport* ever after. Only questions that name nothing and
nobody get it: all others say themselves what they are about. The article itself shows whether things are *in* its place
or *on* it; nothing is in a bridge.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.analysis.names import PEOPLES
from quizgen.records import BLANK, Candidate, ItemType
from quizgen.selection.context import Context
from quizgen.selection.words import unquoted

_FIGURE = re.compile(r"\d")
_WATERS = frozenset(
    {"sea", "ocean", "river", "lake", "gulf", "bay", "strait", "mountain", "volcano", "planet", "glacier"}
)
"""What happens on its shores does not happen in it."""
_KINDS = frozenset({"event", "time", "quantity", "cause", "purpose", "means", "detail", "sentence"})


def placed(candidate: Candidate, context: Context) -> Candidate:
    """The candidate, with the place that the article is about in front of its question where that is missing."""
    topic = context.topic_place
    if (
        topic is None
        or topic.noun in _WATERS
        or topic.name.startswith("the ")
        or not context.topic_preposition
        or not _wants_place(candidate)
        or _opens_with_a_name(candidate, context)
    ):
        return candidate
    question = candidate.item.question
    if re.search(rf"\b{re.escape(topic.name)}", f"{question} {candidate.item.answer}"):
        return candidate  # *In Cuba, Cuban customs can be strict*
    first = question[0] if question.startswith(BLANK) else question[0].lower()
    led = f"{context.topic_preposition.capitalize()} {topic.name}, {first}{question[1:]}"
    return replace(candidate, item=replace(candidate.item, question=led))


def _opens_with_a_name(candidate: Candidate, context: Context) -> bool:
    first = re.split(r"['’\s]", candidate.item.question.lstrip("“\"'‘("), maxsplit=1)[0]
    if first.casefold() in PEOPLES or first.casefold().removesuffix("s") in PEOPLES:
        return True
    return context.upos.get(first.casefold()) == "PROPN" or (first.isupper() and len(first) > 1)


def _wants_place(candidate: Candidate) -> bool:
    clause, item = candidate.fact.clause, candidate.item
    if candidate.fact.kind not in _KINDS or item.type is ItemType.TRUE_FALSE or candidate.answer.type == "place":
        return False
    if clause is not None:
        places = any(a.phrase.type == "place" for a in clause.arguments)
        if places or clause.attribution or clause.condition or clause.subject.proper:
            return False
    asked = unquoted(item.question.replace(BLANK, "x"))
    named = any(word.lstrip("“\"‘'(")[:1].isupper() for word in asked.split()[1:]) or _FIGURE.search(asked)
    return not named and not item.question.startswith(("In ", "On "))
