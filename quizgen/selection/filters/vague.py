"""Nobody in particular: *someone*, *some people*, *others*, *it is*; answers like *a lot* and *the following*."""

from __future__ import annotations

import re
from functools import lru_cache

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter, answer_is_open, is_question
from quizgen.selection.filters.dangling import phrases
from quizgen.selection.words import lower, normal, runs, unquoted

NOBODY = frozenset(
    "someone somebody anyone anybody everyone everybody people some others another other one ones many most "
    "several few "
    "both all each either neither any none thing things something anything everything somewhere somehow person "
    "man woman "
    "men women guy guys folks case cases way ways lot number kind type".split()
)
"""Phrases that say nothing when they stand alone (an article before them does not help)."""
_SOME = re.compile(r"^(?:some|many|most|several|few|certain|various|other|numerous|different|all|any) (?:other )?"
                   r"(?:people|persons|things|ways|cases|parts|times|places|kinds|types|reasons|others|areas|"
                   r"aspects)$")  # fmt: skip
_WEIGHED = re.compile(r"^(?:even|especially|notably|particularly|only just) ", re.I)
_BARE_PURPOSE = re.compile(
    r"(?:in order )?to (?:get |go |come )?\w+(?: (?:one|it|them|so|across|away|back|home|up|off))?"
)
"""*to serve*, *to buy one*, *to get across*."""
_EMPTY_SUBJECT = re.compile(r"\b(?:is|was|did|does|will|would|can|could|has|had|might|may|should) (?:it|there)\b", re.I)
_EMPTY_ANSWER = re.compile(
    r"^(?:the |an? )?(?:version|form|means|method|following|above|below|same|other|latter|former|rest|result|"
    r"results|fact|idea|reason|way|case|point|"
    r"number|amount|lot|lots|bit|most|majority|(?:other )?people|things?|something|anything|nothing|everything|someone|"
    r"somebody|anyone|everyone|everybody|nobody|no one|one|ones|more|less|much|many|some|few|several|all|none|"
    r"both|each|any|"
    r"others?|another|such|so|too|yes|no|"
    r"(?:a )?(?:lot|number|variety|range|series|couple|few|bit|group|part|kind|type|sort|set) of(?: .{0,12})?|"
    r"(?:a )?(?:great |good )?(?:deal|many|lot)|(?:(?:very|quite|so|too|how|as|even|far|much) )*(?:many|much|"
    r"few|little|more|less)|"
    r"(?:some|many|most|several|various|certain|different|other) (?:people|others|things|ways|cases|times|"
    r"places|reasons|areas)|"
    r"(?:in )?(?:many|some|several|various|other|different|certain|most) (?:ways|cases|places|times|respects|"
    r"parts|areas)|"
    r"(?:not )?(?:only|just|also|well|early|late|soon|now|then|once|often|again|never|always|sometimes|usually|later))$"
)


_HARDLY_A_WORD = re.compile(
    r"(?:(?:the|an?|some|more|many|new|further|future|larger|second|related|significant) )*"
    r"(?:data|information|details?|stud(?:y|ies)|research(?:es)?|humans?|human beings|agents|goal|role|interest|"
    r"relationship|figures|access|numbers|evidence|improvements?|works?|efforts?|support|attention|effects?|activity|activities|"
    r"process(?:es)?|events?|situation|changes?|developments?|issues?|ideas?|experiences?|conditions?|practices?|measures|"
    r"steps|results?|report)"
)
"""Nouns of everything: a question that they answer asks for nothing."""
_NOT_WHICH = re.compile(
    r"^(?:(?:the|an?) )?(?:some|other|others|another|certain|various|several|further|additional|such|different|"
    r"similar|one|both|still other) "
    r"(?!of |hundred |thousand |million |billion )"
)
_OWN_WORK = re.compile(
    r"\b(?:the|this|our|these) (?:current|present|proposed|new) (?:\w+ )?"
    r"(?:study|studies|research|project|paper|work|article|experiments?|analysis|survey|investigation|thesis|review)\b",
    re.I,
)
"""What whoever writes is busy with; a reader of the question does not know who that is."""
_BOTH = re.compile(
    r"\b(?:both|either|neither|each|every one) (?!of\b|the\b|his|her|its|their|and\b)[a-z]+\b(?! and\b)", re.I
)
"""*both countries*, *each side*: which two?"""
_AND_SO_ON = re.compile(
    r"^an? (?:number|variety|range|series|couple|lot|version|form|kind|type) of |\band others$|"
    r"^the (?:\w+ )?ones?\b|\betc\.?$",
    re.I,
)
_COUNTED_NOTHING = re.compile(
    r"^(?:(?:the|these|those|its|their|his|her) )?"
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|many|several|numerous|main|major|important|key|following|"
    r"different|new|big|good|great) (?:\w+ )?"
    r"(?:reasons?|ways?|things?|types?|kinds?|parts?|examples?|factors?|issues?|points?|steps?|aspects?|areas?|forms?|"
    r"categories|features?|elements?|problems?|changes|advantages)$"
)


def check(candidate: Candidate, context: Context) -> str | None:
    question = unquoted(candidate.item.question)
    if not runs(question).isdisjoint(("it", "there")) and _EMPTY_SUBJECT.search(question):
        return "the question is about 'it' or 'there', which stand for nothing"
    if _OWN_WORK.search(question):
        return "the question speaks of the writer's own work"
    two = _BOTH.search(question)
    if two and is_question(candidate) and " and " not in question[: two.start()]:
        return f"'{two.group()}' does not say which two"
    own_words = candidate.fact.kind == "sentence"  # the sentence around the blank tells which
    if not own_words and candidate.item.answer.casefold().startswith(
        ("each ", "every ", "any ", "most ", "many ", "several ", "few ")
    ):
        return f"'{candidate.item.answer}' singles nothing out"
    if is_question(candidate) and _WEIGHED.match(candidate.item.answer):
        return f"'{candidate.item.answer.split()[0]}' weighs the answer, and is none of it"
    if candidate.fact.kind == "purpose" and _BARE_PURPOSE.fullmatch(candidate.item.answer):
        return "the purpose says nothing by itself"
    subject = candidate.fact.clause.subject.text if candidate.fact.clause else ""
    for text in (subject, candidate.answer.text):
        if _NOT_WHICH.match(text.casefold()):
            return f"the article does not say which '{text}' are meant"
    for phrase in phrases(candidate) if candidate.fact.kind != "quantity" else ():
        words = normal(phrase.text)
        nobody = (words in NOBODY or _SOME.match(words)) and phrase.text != candidate.answer.text
        if nobody and f" {words} " in f" {' '.join(lower(question))} ":
            return f"'{phrase.text}' is nobody and nothing in particular"
    if is_question(candidate) and _HARDLY_A_WORD.fullmatch(normal(candidate.item.answer)):
        return f"'{candidate.item.answer}' says nothing as an answer to a question"
    return _empty(candidate.item.answer) if answer_is_open(candidate) else None


@lru_cache(maxsize=4096)
def _empty(answer: str) -> str | None:
    if _COUNTED_NOTHING.match(answer.casefold()):
        return f"'{answer}' says how many, not which"
    if _EMPTY_ANSWER.match(" ".join(lower(answer))) or _AND_SO_ON.search(answer):
        return f"'{answer}' says nothing as an answer"
    return None


FILTER = Filter("vague", check)
