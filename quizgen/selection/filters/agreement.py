"""Subject and verb: *Where was the first settlements …*, *Who often learn …*."""

from __future__ import annotations

import re

from quizgen.records import Candidate, Phrase, Sentence, Token
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, is_question
from quizgen.selection.words import unquoted

_SINGULAR = ("is", "was", "does", "has")
_PLURAL = ("are", "were", "do", "have")
_WHO_VERB = re.compile(r"^who (?:\w+ly |often |only |still |always |also )?(?P<verb>\w+)", re.I)


_ONE_ASKED = re.compile(
    r"^(?:\w+ )?which (?:city|town|country|state|village|region|continent|county|island|place) ", re.I
)
_NO_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|been|being) (?:\w+ly )?(?:remained|resigned|arrived|happened|occurred|appeared|"
    r"disappeared|emerged|existed|"
    r"risen|fallen|died|arisen|belonged|consisted|graduated|seemed)\b",
    re.I,
)
"""Verbs that nothing is done with: the parser took a participle for a passive."""


def check(candidate: Candidate, context: Context) -> str | None:
    clause = candidate.fact.clause
    impossible = _NO_PASSIVE.search(unquoted(candidate.item.question))
    if impossible:
        return f"'{impossible.group()}' is no English"
    if _asks_one(candidate):
        return "one is asked for and several are given"
    if not is_question(candidate) or clause is None:
        return None
    question = unquoted(candidate.item.question)
    if _asks_subject(candidate):
        return _subject_asked(candidate, question)
    number = _number(clause.subject, context.sentence(candidate))
    wrong = {"plur": _SINGULAR, "sing": _PLURAL}.get(number, ())
    asked, subject = f" {question.casefold()}", clause.subject.text.casefold()
    verb = next((verb for verb in wrong if f" {verb} {subject}" in asked), "")
    return f"'{verb}' does not agree with '{clause.subject.text}'" if verb else None


def _asks_one(candidate: Candidate) -> bool:
    """*In which country did he tour?* – *Finland and Russia*"""
    one = is_question(candidate) and _ONE_ASKED.match(candidate.item.question) is not None
    return one and " and " in candidate.item.answer and candidate.answer.number == "plur"


def _asks_subject(candidate: Candidate) -> bool:
    clause = candidate.fact.clause
    return clause is not None and candidate.answer.text == clause.subject.text


def _subject_asked(candidate: Candidate, question: str) -> str | None:
    """*Who* as a subject takes the singular."""
    clause, match = candidate.fact.clause, _WHO_VERB.match(question)
    if clause is None or match is None:
        return None
    verb = match["verb"].casefold()
    form = clause.verb.form.split()[0] if clause.verb.form else ""
    bare = verb == form and clause.verb.tag == "VBP" and not clause.verb.auxiliaries
    if (verb in _PLURAL and candidate.fact.kind == "event") or bare:
        return "'who' as a subject takes the singular"
    return None


def _number(phrase: Phrase, sentence: Sentence | None) -> str:
    """What the words of the sentence say; empty where they leave it open (*a group of ships*, *the police*)."""
    if sentence is None or phrase.sentence != sentence.index or not phrase.tokens:
        return ""
    ids = set(phrase.tokens)
    head = next((t for t in sentence.tokens if t.id in ids and t.head not in ids), None)
    if head is None or head.upos not in ("NOUN", "PROPN"):
        return ""
    if any(t.id in ids for t in sentence.children(head, "conj")):
        return "plur"
    if head.upos == "PROPN" or _open_number(head, sentence):
        return ""
    return {"Plur": "plur", "Sing": "sing"}.get(head.feat("Number"), "")


def _open_number(head: Token, sentence: Sentence) -> bool:
    return bool(sentence.children(head, "nmod", "nummod")) or head.lemma in (
        "police", "people", "staff", "team", "crew", "family", "government", "series", "species", "data", "media",
        "politics", "economics", "physics", "mathematics", "news", "half", "most", "percent", "per", "%",
    )  # fmt: skip


FILTER = Filter("agreement", check)
