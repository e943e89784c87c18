"""Spacing, marks and capitals: what a teacher would have to touch with a pen."""

from __future__ import annotations

import re
from functools import lru_cache

from quizgen.records import BLANK, Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, answer_is_open, is_question
from quizgen.selection.words import unquoted
from quizgen.text import article, balanced

_FAULTS = (
    (re.compile(r"\s{2,}|^\s|\s$"), "spaces are doubled or at the edge"),
    (re.compile(r"\s[,.;:!?)\]”»]"), "a space stands before a mark"),
    (re.compile(r"[,;:.]\s*[?,;:]|\?\s*[?.]|,\s*[.!]|(?<!\.)\.\.(?!\.)"), "two marks stand together"),
    (re.compile(r"``|''|-LRB-|-RRB-|(?<!\w)(?:\(\s*\)|\[\s*\])"), "marks are left over"),
    (re.compile(r"\w\"\w"), "a quotation mark stands inside a word"),
    (re.compile(r"[a-z]%"), "a percent sign hangs on a word"),
    (re.compile(r"�|â€|Ã[\u0080-\u00bf]|&(?:amp|nbsp|quot|lt|gt|#\d+);"), "the encoding is broken"),
    (re.compile(r"(?<![\w'’.])i(?![\w'’.])"), "'i' is lower case"),
)
_ABBREVIATION_END = re.compile(r"(?:(?:\b[A-Z]\.)*\b[A-Z]|\b(?:Jr|Sr|Inc|Ltd|Co|Corp|St|etc|Dr|a\.m|p\.m))\.\?$")
_CUT_OFF = re.compile(
    r"\b(?:the|an?|and|or|than|whose|as (?:did|does|do|is|was|were|are)|(?<!used )(?<!known )(?<!to )as|"
    r"(?:of|in|to|by|for|from|on) (?:what|which|whom|whose)\.)[.?]?$"
)
"""*What is it used as?* is whole."""
_HANGS = re.compile(
    r"(?:\b(?:ever|mainly|largely|overall|online|either|either one|partly|particularly)|(?<!used) (?:to|at) all)[?]$",
    re.I,
)
"""Adverbs that belong to a word far before them."""
_POSSESSED = re.compile(r"\bthe ([A-Z]\w+(?: [A-Z]\w+)*)['’]s?\b")
_ARTICLE = re.compile(r"\b(an?)\s+([^\W_][\w.,'’-]*)", re.I)
_CUT_ENDS = tuple(
    word + mark for word in "the a an and or than whose did does do is was were are as".split() for mark in ("?", ".")
)
"""A sentence that ends in none of these is not cut off."""
_RELATIVE = re.compile(r"(?:Whose|Whom|Which|Who) ")
_LETTER = re.compile(r"\w")
_LOWER_NAME = re.compile(r"\W*[a-z]+[A-Z]")
_DASH = re.compile(r" [-–—]+ |—")
_FREE_DASH = re.compile(r" [–—] ")
_COLON = re.compile(r": \w")
_ANSWER_EDGE = re.compile(r"^[\s,.;:!?)\]”-]|[\s,;:!?(\[“-]$")


def check(candidate: Candidate, context: Context) -> str | None:
    question = candidate.item.question
    answer = candidate.item.answer if answer_is_open(candidate) else ""
    for text in (question, answer):
        reason = _faults(text)
        if reason:
            return reason
    return _edges(candidate) or _answer_edges(answer) or _article_before_name(question, context)


def _article_before_name(question: str, context: Context) -> str | None:
    """*in the John Edleston's memory*"""
    for name in _POSSESSED.findall(question):
        entity = context.names.get(name.casefold())
        if entity is not None and entity.type == "person":
            return f"'the' stands before the name '{name}'"
    return None


@lru_cache(maxsize=4096)
def _faults(text: str) -> str | None:
    ended = _ABBREVIATION_END.sub("X?", text) if ".?" in text else text
    ended = ended.replace("etc.,", "etc,")
    for pattern, reason in _FAULTS:
        if pattern.search(ended):
            return reason
    if not balanced(text):
        return "a quote or a bracket has no partner"
    for found, word in _ARTICLE.findall(text):
        word = word.rstrip(".,")
        if found != "A" and found.lower() != article(word):
            return f"'{found} {word}' wants '{article(word)}'"
    return None


def _edges(candidate: Candidate) -> str | None:
    question = candidate.item.question
    first = _LETTER.search(question)
    if first and first.group().islower() and not _LOWER_NAME.match(question):
        return "the question begins in lower case"
    if not is_question(candidate) and _RELATIVE.match(question):
        return "the statement is a part of another"
    end = question.rstrip("\"”’'»)")
    if is_question(candidate) and not question.endswith("?"):
        return "the question does not end in a question mark"
    if not is_question(candidate) and (not end or end[-1] not in ".!…") and not end.endswith(BLANK):
        return "the statement has no full stop"
    if is_question(candidate) and _DASH.search(unquoted(question)):
        return "a dash breaks the question"
    if is_question(candidate) and _COLON.search(unquoted(question)):
        return "a colon breaks the question"
    dashes = len(_FREE_DASH.findall(question)) if "–" in question or "—" in question else 0
    if dashes == 1 and len(re.findall(r"[–—]", candidate.item.evidence.text)) > 1:
        return "a dash has lost its partner"
    if question.endswith(_CUT_ENDS) and _CUT_OFF.search(question):
        return "the sentence is cut off"
    if is_question(candidate) and _HANGS.search(question):
        return "an adverb has lost its place"
    if re.search(r"\d ever\b|\bever[.]$", question):
        return "'ever' has lost its place"
    if re.search(r"\), and\b", question) and "), and" not in candidate.item.evidence.text:
        return "a comma stands where none was"
    if is_question(candidate) and question.count("?") > 1:
        return "there are two questions in one"
    return None


def _answer_edges(answer: str) -> str | None:
    if answer and _ANSWER_EDGE.search(answer.removeprefix("...")):
        return "a mark hangs at the edge of the answer"
    return None


FILTER = Filter("print_ready", check)
