"""*Voters would then choose _____*, *Why did he refuse?*: what was told before is missing."""

from __future__ import annotations

import re

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter
from quizgen.selection.words import unquoted

_LEANS = re.compile(
    r"\b(?:then|thereafter|afterwards?|subsequently|instead|both of which|likewise|too|in turn|"
    r"d(?:o|id|oes|one|oing) so|(?:by|in) contrast|"
    r"however|(?<!was )(?<!were )(?<!be )followed (?:on|in)|"
    r"according to (?:the |most |some )?(?:[a-z]+ )?(?:experiments|studies|scientists|researchers|reports|figures|"
    r"experts|authors|sources|officials|chemists|historians|critics|observers)|"
    r"(?:shown|seen|depicted|illustrated|given|listed) in the (?:\w+ )?(?:illustrations?|figures?|pictures?|images?|"
    r"photos?|diagrams?|tables?|charts?|graphs?|maps?)|the (?:pair|duo|trio)\b(?! of)|"
    r"(?:something|somebody|someone|anything) (?:new|else|different|similar|like|happened)\b|"
    r"such (?!as\b|an?\b)\w+|both (?!of\b|the\b)[a-z]+s\b(?! and))",
    re.I,
)
_BARE_QUOTE = re.compile(r"Who \w+: “(?:He|She|They|His|Her|Their|It|This|That)(?:['’]\w+)?(?: [^” ]+){1,7}”\?$")
"""*Who said: “He is here for sure”?*"""
_OBJECTLESS = re.compile(
    r"^(?:Why|When|How|Where) (?:did|does|do|would|will) .* "
    r"(?:refuse|agree|decline|decide|try|ask|accept|act|arrive|rebuild|discourage)\?$"
    r"|^(?:Who|By when) .* (?:refuse|agree|disagree|decline|object|rebuild|discourage)d?\?$"
    r"|\ban? (?:plan|proposal|bill|deal|law|contract|offer|request)\?$"
    r"|\b(?:disagreed|agreed|refused|declined|objected)\.$"
)


def check(candidate: Candidate, context: Context) -> str | None:
    if _BARE_QUOTE.match(candidate.item.question):
        return "of whom or what it is said is not told"
    question = unquoted(candidate.item.question)
    found = _LEANS.search(question)
    if found:
        return f"'{found.group()}' leans on what was told before"
    return "what it was about is not told" if _OBJECTLESS.match(question) else None


FILTER = Filter("leans", check)
