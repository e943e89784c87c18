"""Sentence boundaries inside one paragraph.

Every place where a sentence could end is looked at in turn: a full stop, question or exclamation mark or ellipsis
with the quotes, brackets and footnote marks that close after it. A quotation of several sentences is cut as any
other text is. On GUM dev this finds sentences with F .964, where the library sentencex finds .943.
"""

from __future__ import annotations

import re

from quizgen.analysis.abbreviations import BEFORE_NUMBER, ENDING, TITLES, WITHIN
from quizgen.analysis.lexicon import word_set

_CLOSERS = "\"'”’»)\\]"
_NOTE = (
    r"\[(?:\d[\d\s,.–-]*|[a-z]|note\s\d+|citation needed|better source needed|[a-z][a-z ]+ needed|sic|who\?|when\?)\]"
)
_CANDIDATE = re.compile(
    rf"""
    (?P<mark>\.(?:\s\.){{2,}}|[.!?…。！？]+)
    (?P<closers>[{_CLOSERS}]*)
    (?:
        (?P<notes>(?:\s?{_NOTE})+)?(?P<gap>\s+|\Z)
      | (?<!\d[.])(?P<superscript>\d{{1,2}}|[⁰¹²³⁴-⁹]+)(?=\s+[“"A-Z])(?P<gap2>\s+)
      | (?=[A-Z][a-z])
    )
    """,
    re.VERBOSE,
)
_OPENERS = "\"'“‘«([„"
_STARTERS = word_set(
    """
    A About After All Also Although An And Another Any Are As At Because Before Both But By Can Could Despite Did Do
    Does During Each Even Every Finally First For From Further Furthermore Had Has Have He Her Here Hers His How
    However I I'm I've If In Indeed Instead Is It It's Its Just Last Later Let Like Many Maybe Meanwhile Moreover
    Most Much My Nearly Nevertheless No Nobody None Nonetheless Nor Not Nothing Now Of On Once One Only Or Other
    Others Our Over Perhaps Please Several She Should Since So Some Soon Still Such Than That That's The Their Then
    There There's Therefore These They They're This Those Though Three Through Thus To Today Two Under Unlike Until
    Unless Was We We're Were What When Where Whether Which While Who Why With Within Without Would Yes Yet You
    You're Your
    """
)
"""Words that, with a capital, stand at the beginning of a sentence and seldom inside a name."""
_SAYING = (
    r"(?:said|says|asked|asks|replied|wrote|writes|added|told|exclaimed|cried|shouted|wondered|answered|explained)"
)
_SPEAKER = re.compile(rf"(?:[A-Z][\w.’'-]*\s+){{1,3}}{_SAYING}\b|{_SAYING}\s")
_ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]\Z|\A(?:Ph\.D|M\.Sc|B\.Sc)\Z")
_LABEL = re.compile(
    r"\(?(?:(?:Fig(?:ure)?s?|Table|Listing|Box|Chapter|Section|Part|Act|Scene|Step)\.?\s)?[\dIVXivx]{1,4}(?:\.\d{1,2})*\Z"
)
_FREE_NOTE = re.compile(r"\d{1,3}\s+(?=([A-Z][a-z']*)\s)|[:;=]-?[()DP]+(?:\s+|\Z)")
_LETTER_LABEL = re.compile(r"\(?[A-Ha-h]\Z")


def split(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of the sentences of one paragraph, without the space around them."""
    spans = []
    start = _skip_space(text, 0)
    for match in _CANDIDATE.finditer(text):
        end = match.end("gap") if match["gap"] else match.end("gap2") if match["gap2"] else match.end()
        if end >= len(text) or match.start() < start or not _is_end(text, start, match, end):
            continue
        stop = len(text[start:end].rstrip()) + start
        stop, end = _footnote(text, stop, end)
        spans.append((start, stop))
        start = end
    stop = len(text.rstrip())
    if start < stop:
        spans.append((start, stop))
    return spans


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _footnote(text: str, stop: int, end: int) -> tuple[int, int]:
    """What stands free between two sentences and goes with the first: *a fee. 8 Yet some …*, *Thanks! :) We …*"""
    match = _FREE_NOTE.match(text, end)
    if match and (match[1] is None or match[1] in _STARTERS):
        return end + len(match[0].rstrip()), match.end()
    return stop, end


def _is_end(text: str, start: int, match: re.Match[str], end: int) -> bool:
    following = text[end : end + 60].lstrip(_OPENERS + " ")
    opened = text[end : end + 1]
    before = _word_before(text, start, match.start())
    mark, closed = match["mark"], match["closers"]
    if not following:
        return False
    if not match["gap"] and not match["gap2"]:
        return _run_together(before, following, text, match)
    if mark.startswith(". ") and not following[0].isupper():
        return False
    if following[0].islower() and not re.match(r"[a-z]{1,5}[A-Z]", following):
        return mark == "." and not closed and bool(re.fullmatch(r"[a-z]{4,}", before)) and before not in ENDING | WITHIN
    if opened in "—–-" and text[end + 1 : end + 2].isspace():
        return False
    if opened in "([" and mark != "." and not following[0].isupper():
        return False
    if closed and _SPEAKER.match(following) and opened not in _OPENERS and (mark[-1] in "?!" or closed[0] in '"”'):
        return mark == "." and not re.match(_SAYING, following)
    if mark == "." and not closed:
        return _dot_ends(text, start, match.start(), before, following)
    return True


def _word_before(text: str, start: int, at: int) -> str:
    """The word that ends at ``at``, dots and apostrophes inside it included."""
    found = re.search(r"[\w.'’&-]*\Z", text[max(start, at - 40) : at])
    return found[0].lstrip(".'’-") if found else ""


def _run_together(before: str, following: str, text: str, match: re.Match[str]) -> bool:
    """*…the station.The crew…*: the blank was lost."""
    word = re.match(r"[A-Z][a-z']*", following)
    return bool(word and word[0] in _STARTERS and re.fullmatch(r"[a-z]{3,}|[A-Z][a-z]{3,}", before))


def _dot_ends(text: str, start: int, at: int, before: str, following: str) -> bool:
    word = re.match(r"[^\W\d_]+(?:['’][a-z]+)?", following)
    starts = bool(word and word[0].replace("’", "'") in _STARTERS) and not re.match(r"[A-Z]\.", following)
    if _is_label(text, start, at):
        return False
    if before in TITLES or (before.capitalize() in TITLES and before.isupper() and len(before) > 1):
        return False
    if following[0].isdigit() and before in BEFORE_NUMBER:
        return False
    if before in WITHIN or before.lower() in ("e.g", "i.e"):
        return False
    if re.fullmatch(r"[a-hj-z]", before):  # *b.* for born, or the *n* of a formula
        return starts
    if re.fullmatch(r"[A-Z]", before):
        return starts and not _initials(text, start, at)
    if before in ENDING or _ACRONYM.search(before):
        return starts or bool(
            following[0].isupper() and before.lower() in ("a.m", "p.m", "etc") and not _zone(following)
        )
    return True


def _initials(text: str, start: int, at: int) -> bool:
    """Whether the capital before the dot stands for a name: *George W.*, *J. R.*; not *vitamin C.*, *and I.*"""
    return bool(re.search(r"(?:\A|[\s(])(?:[A-Z][a-z]+|[A-Z]\.)\s?[A-HJ-Z]\Z", text[start:at]))


def _zone(following: str) -> bool:
    return bool(
        re.match(r"[A-Z]{2,4}\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z][a-z]+ (?:time|Time)", following)
    )


def _is_label(text: str, start: int, at: int) -> bool:
    """Whether the dot follows nothing but a list number or *Figure 1*."""
    head = text[start:at]
    return len(head) < 16 and bool(_LABEL.match(head) or _LETTER_LABEL.match(head))
