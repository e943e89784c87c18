"""Prepositions said twice, questions without their auxiliary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mechanical_words import AUXILIARIES, DETERMINERS, PREPOSITIONS, SUBJECT_PRONOUNS, unquoted, vocabulary, words

from quizgen.records import Item, ItemType

_DOUBLED = re.compile(
    rf"\b(the|a|an|and|is|was|were|are|did|does|do|who|what|which|{'|'.join(sorted(PREPOSITIONS))}) \1\b", re.I
)
_TWO = re.compile(
    r"\b(?:of|at|from|with|for|to|into|onto|during|among|upon) (?:of|at|in|on|for|with|into|during|to|from)\b"
)
_TWO_FREE = re.compile(r"from (?:in|on|at|with)|(?:for|to|at|with) (?:in|on) (?:be|the (?:mid|late|early))")
_BE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b")
_GAPLESS = re.compile(r"(?:Where|When|Why|How (?:long|old|often))\b")
_PARTICLE_VERBS = (
    "check|come|log|sign|move|go|break|take|set|get|give|put|settle|carry|turn|hold|jump|join|cave|kick|step|sink|tune"
)


def prepositions(item: Item) -> Iterator[str]:
    """*in in Jutland*, *Where did they dock at?*, *In which town was he born in?*, a preposition asked and answered."""
    text = unquoted(item.question)
    for name, part in (("question", text), ("answer", unquoted(item.answer))):
        if match := _DOUBLED.search(part):
            yield f"“{match[0]}” in the {name}"
    if (match := _TWO.search(text)) and _has_no_gap(text) and not _TWO_FREE.match(match[0]):
        yield f"“{match[0]}” in the question"
    if item.type in (ItemType.SHORT, ItemType.CHOICE):
        yield from _stranded(text, item.answer.lower())


def _has_no_gap(text: str) -> bool:
    """In *What was he fond of in 1990?* the object of *of* was asked for; *where* and *when* leave no such gap."""
    return bool(_GAPLESS.match(text)) and not _BE.search(text)


def _stranded(text: str, answer: str) -> Iterator[str]:
    ends = re.search(r"\b(\w+)\?$", text)
    last = ends[1].lower() if ends else ""
    first = text.split(" ")[0]
    if last in {"Where": ("at", "in"), "When": ("at", "in", "on")}.get(first, ()) and not _belongs_to_a_verb(text):
        yield f"“{first} … {last}?”"
    if last not in PREPOSITIONS:
        return
    if first.lower() == last and re.match(r"\w+ (?:which|what|whom|whose|how)\b", text):
        yield f"“{last}” at both ends of the question"
    if answer.startswith(f"{last} "):
        yield f"“{last}” ends the question and begins the answer"


def _belongs_to_a_verb(text: str) -> bool:
    """*When did he check in?*, *When was the book printed that the film is based on?*"""
    return bool(re.search(rf"\b(?:{_PARTICLE_VERBS})\b[^,?]*\b(?:in|on)\?$| (?:that|which|who) .*\?$", text))


_AUX = "|".join(sorted(map(re.escape, AUXILIARIES)))
_FRONT = re.compile(
    r"^(?:According to [^,]+, |(?:Since|Until|From|By|For|In|At|On|To|With|Under|After|Before) (?=wh|how))"
)
_FRONTED_CLAUSE = re.compile(rf",.*\b(?:who|what|which|when|where|why|how|{_AUX})\b", re.I)
"""*When Anning was twelve, what did she find?*"""
_STARTERS = DETERMINERS - {"that"} | SUBJECT_PRONOUNS
_UNITS = vocabulary("a an Celsius Fahrenheit Kelvin BC AD")
_DEGREES = vocabulary("old tall high deep wide far often soon heavy fast broad quickly long")


def auxiliary(item: Item) -> Iterator[str]:
    """*When Anning was born?*, *How many days the crew stayed?*, *Who Peskov is?*: no inversion, no *do*."""
    text = _FRONT.sub("", unquoted(item.question))
    tokens = words(text)
    if item.type not in (ItemType.SHORT, ItemType.CHOICE) or len(tokens) < 2 or _FRONTED_CLAUSE.search(text):
        return
    if _lacks_auxiliary(tokens[0].lower(), tokens[1:]):
        yield f"no auxiliary after “{tokens[0]}”"


def _lacks_auxiliary(wh: str, rest: list[str]) -> bool:
    """Whether a subject stands where the auxiliary should; ``rest`` are the words behind the question word."""
    word, after = rest[0].lower(), rest[1] if len(rest) > 1 else ""
    if wh in ("when", "where", "why"):
        return not _is_finite(word) and word not in ("in", "on", "else", "exactly", "precisely", "not", "and")
    if wh == "whom":
        return not _is_finite(word)
    if wh == "who":
        return _opens_subject(rest[0])
    if wh == "what":
        return word in _STARTERS - {"a", "an"} or (rest[0][0].isupper() and after in AUXILIARIES)
    if wh == "which":
        return after in _STARTERS and word not in AUXILIARIES | {"of"} and not word.endswith(("ed", "s"))
    return wh == "how" and _how_lacks_auxiliary(word, rest)


def _how_lacks_auxiliary(word: str, rest: list[str]) -> bool:
    """*How the engine works?*, *How tall the director is?*, *How much the ticket costs?*, *How many days they stay?*"""
    after = rest[1] if len(rest) > 1 else ""
    if word == "many":
        counted = after.lower() not in AUXILIARIES | {"of"} and not after.endswith("ed")
        if counted and after.endswith("s") and not any(token.lower() in AUXILIARIES for token in rest):
            return len(rest) > 2 and _opens_subject(rest[2]) and rest[2] not in _UNITS
        return counted and len(rest) > 2 and rest[2] in _STARTERS - {"a", "an"}
    if word == "much" or word in _DEGREES:
        return _opens_subject(after) and after not in ("a", "an")
    return _opens_subject(rest[0])


def _opens_subject(word: str) -> bool:
    """A determiner, a pronoun or a name."""
    return bool(word) and (word.lower() in _STARTERS or word[0].isupper() or word[0].isdigit())


def _is_finite(word: str) -> bool:
    return word in AUXILIARIES or word.endswith(("'s", "'d", "'re", "'ve", "n't"))
