"""*Who* asks for persons, *when* for times, *how many* for numbers; an unknown type is never *who*."""

from __future__ import annotations

import re

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, is_question
from quizgen.selection.words import normal, stem

_WANTED: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(r"^(?:(?:with|by|to|for|from|of|against) )?(?:who|whom)\b", re.I), ("person", "organization")),
    (re.compile(r"^(?:since |until |by )?when\b", re.I), ("time", "event", "")),
    (re.compile(r"^(?:from )?where\b", re.I), ("place", "organization", "object", "event", "")),
    (re.compile(r"^how (?:many|much)\b", re.I), ("number", "money", "percent", "time", "")),
)
_COUNTED = re.compile(
    r"(?:(?:nearly|almost|about|around|over|more than|less than|fewer than|at least|up to|some|approximately|"
    r"roughly|only|"
    r"an estimated|the|all) )*(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|"
    r"thousands|millions|billions)(?: (?:hundred|thousand|million|billion))?(?: or \w+)? (?!century|centuries)[a-z]",
    re.I,
)
_LENGTH = re.compile(
    r"\b(?:centur|decade|year|month|week|day|night|hour|minute|second|moment|lifetime|kilomet|met(?:er|re)|mile|f(?:oo|ee)t|"
    r"inch|yard|cm|mm|km|m\b|until|since|till|through)",
    re.I,
)
_TIME = re.compile(
    r"\d|centur|decade|year|month|week|day|night|morning|afternoon|evening|hour|minute|noon|dawn|dusk|season|spring|summer|"
    r"autumn|winter|\bfall\b|age|\beras?\b|epoch|period|time|war\b|reign|antiquity|birth|death|beginning|start|\bend\b|"
    r"before|after|during|when|while|since|until|past|future|today|term\b|semester|childhood|youth|"
    r"January|February|March|April|May\b|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|"
    r"Ages?\b|Wars?\b|WW|Revolution|Renaissance|Reformation|Enlightenment|Depression|Easter|Christmas|Ramadan|Era\b|"
    r"Spring|Summer|Autumn|Winter|Before|After|During",
)
"""What tells a time; *A Month in the Country* does not."""
_MOTION = frozenset(
    map(
        stem,
        "go come move travel fly sail drive ride walk run march return flee escape head lead send bring take carry "
        "ship transport transfer deport exile banish emigrate immigrate migrate retreat withdraw advance retire "
        "relocate extend stretch reach flow fall climb descend spread drop deliver export import ferry row swim "
        "rush hurry journey tow lift throw pour empty drain commute cross turn bear evacuate invite assign".split(),
    )
)
_WHO_IS = re.compile(r"^who (?:is|was|are|were) ", re.I)
_ANYBODY = frozenset(
    "human humans person persons people individual individuals man men woman women adults "
    "members participants citizens users residents visitors".split()
) | {"human being", "human beings"}
"""Answers to *who* that say nothing without more words."""
_NUMBER = re.compile(r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|twenty|thirty|forty|"
                     r"fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|half|quarter|third|dozen|no|none|"
                     r"\w+teen|\w+ty(?:-\w+)?)s?\b", re.I)  # fmt: skip


def check(candidate: Candidate, context: Context) -> str | None:
    if not is_question(candidate):
        return None
    question, answer = candidate.item.question, candidate.answer
    if _WHO_IS.match(question) and candidate.fact.kind in ("identity", "role"):
        return None
    for pattern, types in _WANTED:
        if pattern.match(question) and answer.type not in types:
            return f"the question word does not ask for {answer.type or 'a thing of unknown kind'}"
    if re.match(r"how (?:many|much)\b", question, re.I) and not _NUMBER.search(candidate.item.answer):
        return "the answer has no number in it"
    if re.match(r"(?:which|what) (?:in|on|at|by|from|for|to|of)\b(?! (?:which|what)\b)", question, re.I):
        return "a preposition stands where the thing asked for belongs"
    if re.match(r"how much\b", question, re.I) and re.match(r"(?:the|an?) .*[a-z]{3}$", candidate.item.answer):
        return "the answer is a thing, and the question asks how much"
    if re.match(r"how long\b", question, re.I) and not _LENGTH.search(candidate.item.answer):
        return "the answer tells no length of time or space"
    if re.match(r"how long\b", question, re.I) and re.match(
        r"(?:a|the) (?:second|third|\w+th)\b", candidate.item.answer
    ):
        return "the answer tells which time, not how long"
    if re.match(r"when\b", question, re.I) and not _TIME.search(candidate.item.answer):
        return "the answer tells no time"
    if re.match(r"when\b", question, re.I) and re.match(
        r"an? (?:day|week|month|year|hour|minute)$", candidate.item.answer
    ):
        return "the answer tells how often, not when"
    if re.match(r"(?:when|(?:in|on) which (?:year|month|day)) (?:has|have)\b", question, re.I):
        return "a perfect tells no moment that could be asked for"
    if re.match(r"where\b", question, re.I) and _leads_nowhere(candidate):
        return "the answer is a goal or an end, and the question asks for a place"
    if re.search(r"\w .*\b(?:the what|what (?:was|were|is|are) \w+(?:ed|en)\b)", question):
        return "what is asked about is not named"
    if re.match(r"what are\b", question, re.I) and candidate.fact.kind == "identity" and answer.number == "sing":
        return "'are' asks for several, and the answer is one"
    numeric = answer.type in ("money", "percent", "number", "time")
    if re.match(r"(?:who|what)\b", question, re.I) and not numeric and _COUNTED.match(candidate.item.answer):
        return "the answer counts, and the question does not ask how many"
    if re.match(r"what (?:is|are|was|were|did|does|do|has|have)\b", question, re.I) and _is_somebody(candidate):
        return "the answer is a person, and the question asks what"
    if re.match(r"(?:who|whom)\b", question, re.I) and normal(candidate.item.answer) in _ANYBODY:
        return f"'{candidate.item.answer}' is nobody in particular"
    if re.search(r"\bwhat\b", question, re.I) and _is_unknown_name(candidate):
        return "nothing tells what kind of thing the name is of"
    return None


def _leads_nowhere(candidate: Candidate) -> bool:
    """*annexed to the Crown*, *divided into a centre*: no motion, and no place."""
    clause, answer = candidate.fact.clause, candidate.answer
    if answer.text.casefold() == "home":
        return True
    moving = clause is not None and stem(clause.verb.lemma) in _MOTION
    return answer.marker in ("to", "into", "onto", "over", "against") and not moving


def _is_unknown_name(candidate: Candidate) -> bool:
    """*What did they visit?* of a name that may be a person's."""
    answer = candidate.answer
    by_rule = candidate.fact.kind in ("name", "identity", "role", "abbreviation")
    return answer.proper and not answer.type and not answer.noun and not by_rule


def _is_somebody(candidate: Candidate) -> bool:
    if candidate.fact.kind in ("name", "identity", "role", "abbreviation"):
        return False
    return candidate.answer.type == "person" and candidate.answer.proper


FILTER = Filter("question_word", check)
