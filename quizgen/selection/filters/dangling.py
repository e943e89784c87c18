"""Pronouns and pointing words that a reader without the article cannot resolve."""

from __future__ import annotations

import re
from functools import lru_cache

from quizgen.analysis.types import is_person_noun
from quizgen.records import Candidate, ItemType, Phrase
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, answer_is_open
from quizgen.selection.words import lower, tokenize, unquoted

SPEAKER = frozenset("i me my mine myself we us our ours ourselves you your yours yourself yourselves let's".split())
MASCULINE = frozenset("he him his himself".split())
FEMININE = frozenset("she her hers herself".split())
NEUTER = frozenset("it its itself".split())
PLURAL = frozenset("they them their theirs themselves".split())
_SUBJECTS = frozenset("he she it they".split())
_OBJECTS = frozenset("him them her".split())
_POSSESSIVES = frozenset("his her its their".split())
_OPENS_CLAUSE = frozenset(
    "because that as when if while after before since until which and than although though where what how "
    "whether once so".split()
)
_LITTLE = frozenset("to in on at of by for with from and or as that than into about after before".split())
THIRD = MASCULINE | FEMININE | NEUTER | PLURAL

_POINTING = (
    re.compile(r"\b(?:this|these|here|aforementioned|abovementioned|hereby|thereof|therein)\b", re.I),
    re.compile(r"\bthe (?:former|latter|above|below|following|same|other|others|rest|said)\b(?! (?:as|of)\b)", re.I),
    re.compile(r"\bthose\b(?! (?:who|whose|of|in|with|from|that|which|on|at|\w+ed|\w+ing)\b)", re.I),
    re.compile(r"\bthe \w+ that followed\b|\bin (?:his|her|its|their) (?:memory|honou?r)\b", re.I),
    re.compile(r"\bsuch\b(?! (?:as|a|an|that)\b)", re.I),
    re.compile(r"(?<!is )(?<!are )(?<!was )(?<!were )(?<!be )(?<!been )(?<!did )(?<!will )\bthere\b(?! (?:is|"
               r"are|was|were|be|will|has|have)\b)", re.I),
    re.compile(r"(?:^|\b(?:of|in|on|at|to|by|for|with|from|about|after|before|since|like|than|do|does|did|is|"
               r"are|was|were|and) )that\b"
               r"(?= \w+(?:\?| (?:is|was|were|are|did|in|on|at|of|to)\b)|\?|$)", re.I),
)  # fmt: skip
_TRIGGERS = frozenset(
    "this these those that such here there aforementioned abovementioned hereby thereof therein former latter above "
    "below following same other others rest said followed memory honour honor".split()
)
"""Without one of these words none of the patterns can match."""
_RELATIVE_ANSWER = re.compile(
    r"^(?:(?:\w+ )?(?:years?|days?|months?|weeks?|hours?|time) )?(?:later|earlier|afterwards?|before|then|ago)$"
)
_EXPLETIVE = re.compile(
    r"it (?:is|was|has been|seems|appears|would be|may be|might be|"
    r"became) (?:\w+ ){0,3}(?:that|to)\b"
)
"""*It is known that*: stands for nothing and need not."""
_NUMBERED = re.compile(r"(?:\b[A-Z]\w+|\b(?:grade|type|class|phase|part|level|stage|act|volume|book)) I\b(?!['’])")
"""*World War I*, *Elizabeth I*: a numeral, not a pronoun."""
_WHOLLY_POINTING = frozenset(
    "that those one ones each both another other others either neither same so there then".split()
)


_COMPARED = re.compile(r"\b(those|that) (?:of|in|from|who|which)\b", re.I)
"""*have more influence than those of the minority*: it takes up the noun of the subject."""


def check(candidate: Candidate, context: Context) -> str | None:
    question = unquoted(candidate.item.question)
    answer = unquoted(candidate.item.answer) if answer_is_open(candidate) else ""
    told_before = candidate.fact.role("lead") is not None  # the sentence before tells what *this* is
    for name, text in (("question", "" if told_before else question), ("answer", answer)):
        pointing = _points(text)
        if pointing and not (candidate.fact.kind == "sentence" and pointing.casefold() in ("such", "same")):
            return f"'{pointing}' points to something outside of the {name}"
    clause = candidate.fact.clause
    comparison = _COMPARED.search(question) if clause is not None and candidate.answer is clause.subject else None
    if comparison:
        return f"'{comparison[1]}' stands for a word that the question asks for"
    if normal_words(answer) in _WHOLLY_POINTING or _RELATIVE_ANSWER.match(normal_words(answer)):
        return f"'{answer}' points to something outside of the answer"
    spoken = set(_spoken(answer))
    if candidate.fact.kind == "sentence" and not (spoken and spoken <= THIRD):
        return _behind_the_blank(question, candidate, context)  # the others were judged on the tree
    return _pronoun(question, answer, candidate, context)


def _behind_the_blank(question: str, candidate: Candidate, context: Context) -> str | None:
    """*_____ knew about them*: who is asked for is not meant, and nobody else was named."""
    sentence = context.sentence(candidate)
    if sentence is None or candidate.fact.role("lead") is not None:
        return None
    hidden, said = set(candidate.answer.tokens), set(_spoken(question))
    if candidate.answer.type != "person":
        left = next((word for word in _spoken(question) if word in MASCULINE | FEMININE), "")
        if left and not _somebody_before(left, question, context):
            return f"'{left}' stands for somebody whom only the answer names"
    for token in sentence.tokens:
        word = token.form.casefold()
        if word not in _OBJECTS or word not in said or token.xpos != "PRP" or token.relation == "nsubj":
            continue
        before = (t for t in sentence.tokens[: token.id - 1] if t.upos in ("NOUN", "PROPN") and t.id not in hidden)
        if not any(t.form.casefold() in said for t in before):
            return f"'{token.form}' has nothing in the question that it can stand for"
    return None


def _somebody_before(pronoun: str, question: str, context: Context) -> bool:
    """*Five students turned up to _____, and he dropped out* – *Schopenhauer's lectures*: nobody."""
    words = _spoken(question)
    words = words[: words.index(pronoun)] if words[0] != pronoun else words
    known = (context.names.get(word) for word in words)
    return any(e is not None and e.type in ("person", "") for e in known) or any(map(is_person_noun, words))


@lru_cache(maxsize=4096)
def _points(text: str) -> str:
    """The first pointing word; empty when there is none."""
    if _TRIGGERS.isdisjoint(lower(text)):
        return ""
    found = next((match for pattern in _POINTING if (match := pattern.search(text))), None)
    return found.group().split()[-1] if found else ""


@lru_cache(maxsize=8192)
def _spoken(text: str) -> tuple[str, ...]:
    """Lower-case words without *'s* and *'ll*; *US* and *IT* are no pronouns and keep their capitals."""
    text = _NUMBERED.sub(" ", text)
    words = (re.sub(r"['’](?:s|d|ll|re|ve|m)$", "", word) for word in tokenize(text))
    return tuple(word if len(word) > 1 and word.isupper() else word.casefold() for word in words)


def normal_words(text: str) -> str:
    return " ".join(lower(text))


def _pronoun(question: str, answer: str, candidate: Candidate, context: Context) -> str | None:
    asked = _spoken(question)
    words = asked + _spoken(answer)
    if _spoken(answer) and set(_spoken(answer)) <= THIRD:
        return f"'{answer}' as an answer has to be looked up"
    for at, word in enumerate(words):
        if word in SPEAKER and not (word == "mine" and at and words[at - 1] not in ("of", "is", "was", "are", "were")):
            return f"'{word}' speaks for whoever wrote the sentence"
        if word in THIRD and not _antecedent(words, at, len(asked), candidate, context):
            return f"'{word}' has nothing in the question that it can stand for"
    return None


def _antecedent(words: tuple[str, ...], at: int, asked: int, candidate: Candidate, context: Context) -> bool:
    """Whether a phrase of the fact that agrees with the pronoun stands before it in the question, or is asked for:
    *Which director had a hard flight because of his height?* An object can hardly mean the subject of its own clause
    (*pleaded with him*), so that only possessives, reflexives and subjects of inner clauses are let pass."""
    pronoun = words[at]
    if pronoun == "it" and _EXPLETIVE.match(" ".join(words[at:])):
        return True
    if _speaker(words, at, pronoun, candidate, context):
        return True
    if pronoun in _SUBJECTS and not (at and words[at - 1] in _OPENS_CLAUSE):
        return False
    if pronoun in _OBJECTS and not (pronoun == "her" and at + 1 < len(words) and words[at + 1] not in _LITTLE):
        return False
    if pronoun in ("its", "their") and words[0] in ("which", "what") and _asks_subject(candidate):
        return _agrees(pronoun, candidate.answer)
    asked_for = words[0] in ("who", "which", "whose") or candidate.item.type is ItemType.CLOZE
    if asked_for and pronoun not in NEUTER and _surely(pronoun, candidate.answer):
        return True
    clause = candidate.fact.clause
    if clause and pronoun in _POSSESSIVES and clause.subject.text in candidate.item.question and at < asked:
        return _agrees(pronoun, clause.subject)
    if pronoun in MASCULINE | FEMININE and _one_person(words[: min(at, asked)], pronoun, context):
        return True
    before = " ".join(words[: min(at, asked)])
    return any(
        " ".join(_spoken(phrase.text)) in before and _agrees(pronoun, phrase)
        for phrase in phrases(candidate)
        if phrase.text and not set(_spoken(phrase.text)) <= THIRD
    )


def _speaker(words: tuple[str, ...], at: int, pronoun: str, candidate: Candidate, context: Context) -> bool:
    """*According to Klim Shipenko, he is looking forward to a sequel*: whoever speaks is meant."""
    clause = candidate.fact.clause
    name = clause.attribution if clause else ""
    if not name or pronoun in _OBJECTS | NEUTER or " ".join(_spoken(name)) not in " ".join(words[:at]):
        return False
    person = context.names.get(name.casefold())
    wanted = {"he": "masc", "his": "masc", "she": "fem", "her": "fem"}.get(pronoun, "")
    return person is not None and bool(wanted) and person.gender in ("", wanted)


def _asks_subject(candidate: Candidate) -> bool:
    clause = candidate.fact.clause
    return clause is not None and clause.subject.text == candidate.answer.text


def _one_person(words: tuple[str, ...], pronoun: str, context: Context) -> bool:
    """Whether exactly one person of the fitting sex is named before the pronoun."""
    persons = {context.names[word].id: context.names[word] for word in words if word in context.names}
    wanted = "masc" if pronoun in MASCULINE else "fem"
    return len(persons) == 1 and all(p.type == "person" and p.gender in ("", wanted) for p in persons.values())


def phrases(candidate: Candidate) -> tuple[Phrase, ...]:
    """All that the fact and its clause name."""
    clause = candidate.fact.clause
    parts = (clause.subject, *(argument.phrase for argument in clause.arguments)) if clause else ()
    return (*(phrase for _, phrase in candidate.fact.roles), *parts)


def _surely(pronoun: str, phrase: Phrase) -> bool:
    """As ``_agrees``, but *Byron's mother* is not taken for *he* only because her sex is not told."""
    told = phrase.gender or pronoun in PLURAL or (phrase.proper and not re.search(r"['’]", phrase.text))
    return bool(told) and _agrees(pronoun, phrase)


def _agrees(pronoun: str, phrase: Phrase) -> bool:
    if pronoun in PLURAL:
        return phrase.number == "plur" or phrase.type == "organization"
    if phrase.number == "plur":
        return False
    if pronoun in NEUTER:
        return phrase.type not in ("person", "time", "number", "money", "percent")
    wanted = "masc" if pronoun in MASCULINE else "fem"
    return phrase.type == "person" and phrase.gender in ("", wanted)


FILTER = Filter("dangling", check)
