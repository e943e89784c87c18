"""Words that tie a sentence to the one before it: *third*, *however*, *for example*. Alone it hangs in the air."""

from __future__ import annotations

import re

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, answer_is_open
from quizgen.selection.words import runs, unquoted

PATTERN = re.compile(
    r"(?<!and )\b(?:for example|for instance|however|therefore|thus|hence|moreover|furthermore|nevertheless|"
    r"nonetheless|"
    r"in addition|in turn|as a result|in fact|of course|in other words|on the other hand|on the contrary|instead|"
    r"otherwise|meanwhile|afterwards?|respectively|accordingly|consequently|likewise|similarly|in contrast|by contrast|"
    r"in this way|in particular|after all|at first|as such|as well|besides|to begin with|for this reason|"
    r"as follows)\b(?! (?:of|to|as)\b)"
    r"|^if not\b|\b(?:in|on|at) (?:possibly|probably|perhaps|again)\b"
    r"|^(?:first|second|third|fourth|finally|lastly|then|also|yet|so|indeed|still|next|later), "
    r"|\b(?:first|second|third|fourth|secondly|thirdly|also|too)\?$"
    r"|\b(?:is|was|are|were|has|have|had) according to\b",
    re.I,
)
_TRIGGERS = frozenset(
    "example instance however therefore thus hence moreover furthermore nevertheless nonetheless addition turn result "
    "fact course words hand contrary instead otherwise meanwhile afterward afterwards respectively accordingly "
    "consequently likewise similarly contrast way particular all first such well besides begin reason follows not "
    "possibly probably perhaps again second third fourth secondly thirdly finally lastly then also too yet so indeed "
    "still next later according".split()
)
"""Without one of these words the pattern cannot match."""


def check(candidate: Candidate, context: Context) -> str | None:
    if candidate.fact.kind == "sentence":
        return None  # its front was taken off; what stands inside ties its own parts together
    texts = (candidate.item.question, candidate.item.answer if answer_is_open(candidate) else "")
    for text in map(unquoted, texts):
        found = None if _TRIGGERS.isdisjoint(runs(text)) else PATTERN.search(text)
        if found:
            return f"'{found.group().strip(' ,?')}' leans on another sentence"
    return None


FILTER = Filter("connective", check)
