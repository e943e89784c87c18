"""*What can iodine deficiency lead to?*, *How many reasons did Smith offer?*: to much; reasons for what?"""

from __future__ import annotations

import re

from quizgen.records import BLANK, Candidate, ItemType
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter
from quizgen.selection.words import unquoted

_BARE_COUNT = re.compile(
    r"How many (?:reasons|ways|points|steps|kinds|types|factors|parts|stages|aspects|categories|examples|questions) "
    r"(?:did|does|do|has|have|are|were) (?:\S+ ){0,3}\S+\?$"
    r"|(?:\S+ ){1,4}_+ (?:reasons|ways|points|steps|factors|aspects|examples)\.$"
)


_MEMBER = r"(?:[^,.;:()]+, )*(?:[^,.;:()]*(?:and|or) )?"
_EXAMPLES = re.compile(
    rf"\b(?:includ(?:e|es|ed|ing)|such as|involving|featur(?:e|es|ed|ing)|among them) (?:\w+ (?:with|of|by|in) )?"
    rf"{_MEMBER}{BLANK}(?:,| and | or |\.$)"
)
"""*His films include _____, Solaris and Stalker*: who knows another of them is right as well."""


_UNJOINED = re.compile(rf"[:,] [^,;:]+, {BLANK}\.$")
"""*everything about animals: Lorenz, Tinbergen, _____.*"""


def check(candidate: Candidate, context: Context) -> str | None:
    clause = candidate.fact.clause
    if candidate.fact.kind == "result" and clause is not None and clause.verb.modal in ("can", "may", "could", "might"):
        return "what can come of it is more than the sentence says"
    question = unquoted(candidate.item.question)
    if candidate.item.type is ItemType.CLOZE and (_EXAMPLES.search(question) or _UNJOINED.search(question)):
        return "it is one example of many"
    return "what they are of is not told" if _BARE_COUNT.match(candidate.item.question) else None


FILTER = Filter("open_list", check)
