"""Which candidates go onto a sheet of limited length: the best, spread over the article, none giving another away."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from quizgen.records import Candidate, ItemType, Rule
from quizgen.selection.asking import NUMERIC
from quizgen.selection.context import Context
from quizgen.selection.filters.ambiguous import same_answer
from quizgen.selection.words import content, lower, normal, similarity

SAME_SENTENCE = 0.12
SAME_PARAGRAPH = 0.02
SAME_ANSWER = 0.25
SAME_RULE = 0.03
SAME_QUESTION_WORD = 0.01
ALIKE = 0.12
"""Times the share of words in common with the most similar question chosen."""
GIVES_AWAY = 0.15
INITIALS = 5
"""Of so many items at most one asks what initials stand for: an article on standards is full of them."""
ONE_ANSWER = 2
"""So many items of a sheet at most have the same answer."""
LEAST = {"question": 0.68, "name": 0.82, "figure": 0.78, "term": 0.88, "statement": 0.82}
"""By what an item leaves open, no sheet takes one that is less likely to be acceptable than this. A name or a figure
fits a blank alone; for *a Burmese soup* many other words would do, and the chances of such blanks are put too high."""
FEW = {"question": 0.62, "name": 0.78, "figure": 0.70, "term": 0.88, "statement": 0.78}
"""The same as long as a sheet has not half of its items: some middling ones are more use than one or two."""
WHOLE = 0.78
"""What the items of a sheet are worth on average, the score being the chance that a teacher prints an item untouched:
a strong sheet may take a weaker item, and none follow when the average would fall below. Few are better than many."""
BLANK = 0.1
"""What a sentence with a blank is worth less beside questions: it asks for a word where they ask for a fact."""
SIDES = frozenset({"time", "place", "quantity", "cause", "purpose", "means"})
"""What there is to know of one event beside who did what."""
_CAPITAL = re.compile(r"\b[A-Z]")
_COUNT = re.compile(
    r"(?:(?:about|around|over|more than|nearly|at most|at least|only|almost) )*"
    r"(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|a? ?hundred|"
    r"a? ?thousand|half)\b)"
)
"""What begins a figure."""
LEAST_PRIOR = 0.12
"""Blanks whose rule is worth less (single words, what somebody is to do) are for those who want all items."""
TOPIC = 3
"""So often at least stands in the article what it is about: that a question names it gives nothing away."""


@dataclass(slots=True, eq=False)
class Ranked:
    """A candidate with its score and what is compared of it. Two are equal only when they are one."""

    candidate: Candidate
    score: float
    """While ``settled`` is false, the most that it can be."""
    asked: frozenset[str]
    question: str
    answer: str
    answered: frozenset[str]
    """Words of content of the answer."""
    fact: str
    paragraph: int
    topic: bool
    """Whether the answer is what the article is about, or long and short names of one thing: it may be seen."""
    settled: bool = True
    measured: float = 0.0
    """The score that it has without the judge's opinion, while it is not settled."""

    @property
    def order(self) -> tuple[float, int, str]:
        """Best first; ties go to the earlier sentence, then to the id."""
        return (-self.score, self.candidate.fact.sentence, self.candidate.item.id)


def ranked(candidate: Candidate, score: float, context: Context) -> Ranked:
    sentence = context.sentence(candidate)
    statement = candidate.item.type is ItemType.TRUE_FALSE
    answer = candidate.answer.text if statement else candidate.item.answer  # what a statement is about, not *True*
    return Ranked(
        candidate=candidate,
        score=score,
        asked=content(candidate.item.question),
        question=f" {normal(candidate.item.question)} ",
        answer=normal(answer),
        answered=content(answer),
        fact=one_fact(candidate),
        paragraph=sentence.paragraph if sentence else 0,
        topic=candidate.fact.kind == "abbreviation"
        or max((context.stem_counts[word] for word in content(answer)), default=0) >= TOPIC,
    )


def one_fact(candidate: Candidate) -> str:
    """The same for candidates that ask of one statement: extractors may read several facts from one clause."""
    clause = candidate.fact.clause
    if candidate.fact.kind == "sentence":
        return f"{candidate.fact.sentence}|sentence"
    known = candidate.fact.role("person") or candidate.fact.role("thing")
    if candidate.fact.kind in ("role", "identity") and known is not None:
        return f"{candidate.fact.sentence}|is|{known.text}"  # what somebody is, however it is put
    if clause is None:
        return candidate.fact.key
    who = clause.subject.text if clause.subject.definition else ""  # *an actor, X, and a director, Y, docked*: two
    return f"{candidate.fact.sentence}|{clause.verb.lemma}|{who}"


Settle = Callable[[Sequence[Ranked]], None]
"""Gives some that are not settled their score."""
AT_ONCE = 4
"""So many are settled together: it is done side by side."""


def choose(
    pool: Sequence[Ranked],
    limit: int,
    caps: Mapping[ItemType, int] | None = None,
    asked: Collection[str] = (),
    settle: Settle | None = None,
) -> tuple[Ranked, ...]:
    """Greedily the candidate that adds most, until ``limit`` is reached or nothing is left.

    One a fact as long as there are facts enough; then further ones that give nothing away.

    Args:
        pool: candidates that passed the filters.
        limit: how many at most.
        caps: how many of a type at most.
        asked: facts that the sheet asks for elsewhere.
        settle: called for those that come up for a choice before their score is known. The choice is the same as if
            all were settled before; most never come up.
    """
    good = [r for r in pool if fit_for_a_sheet(r.candidate, r.score)]
    left = {r: SAME_SENTENCE * (r.fact in asked) + BLANK * (not _asks(r)) for r in sorted(good, key=lambda r: r.order)}
    chosen: list[Ranked] = []
    given: set[Ranked] = set()
    for further in (False, True):
        while len(chosen) < limit:
            free = [r for r in left if _free(r, chosen, limit, caps or {}, further)]
            if not free:
                break
            taken = max(free, key=lambda r: r.score - left[r])  # the first of equals: ``left`` is in order
            if not taken.settled and settle:
                open = [r for r in free if not r.settled]
                settle(sorted(open, key=lambda r: left[r] - r.score)[:AT_ONCE])
                continue
            del left[taken]
            chosen.append(taken)
            for entry in left:
                left[entry] += penalty(entry, taken)
                if entry not in given and _tells(entry, taken):
                    given.add(entry)  # what one question tells, a second cannot tell again
                    left[entry] += GIVES_AWAY
    return tuple(chosen)


def for_a_sheet(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """The rules whose items a sheet may take: without the blanks that are for those who want all items."""
    return tuple(r for r in rules if r.type != ItemType.CLOZE or r.score >= LEAST_PRIOR)


def _asks(one: Ranked) -> bool:
    return one.candidate.item.type is ItemType.SHORT


def fit_for_a_sheet(candidate: Candidate, score: float) -> bool:
    """Whether any sheet takes it."""
    return score >= FEW[left_open(candidate)]


def left_open(candidate: Candidate) -> str:
    """question or statement; of a blank name, figure or term."""
    item = candidate.item
    if item.type is not ItemType.CLOZE:
        return "question" if item.type is ItemType.SHORT else "statement"
    if candidate.answer.type in NUMERIC or _COUNT.match(item.answer):
        return "figure"
    return "name" if _CAPITAL.search(item.answer) else "term"


def _free(one: Ranked, chosen: Sequence[Ranked], limit: int, caps: Mapping[ItemType, int], further: bool) -> bool:
    if 2 * len(chosen) >= limit and one.score < LEAST[left_open(one.candidate)]:
        return False
    if 2 * len(chosen) >= limit and one.score + sum(r.score for r in chosen) < WHOLE * (len(chosen) + 1):
        return False
    alike = [other for other in chosen if _answers_alike(one, other)]
    if len(alike) >= ONE_ANSWER or (_of_initials(one) and not _initials_free(alike, chosen, limit)):
        return False
    type = one.candidate.item.type
    if type in caps and sum(r.candidate.item.type is type for r in chosen) >= caps[type]:
        return False
    if any(_told_in_full(one, other) for other in chosen):
        return False
    near = [other for other in chosen if one.candidate.fact.sentence == other.candidate.fact.sentence]
    if any(_told_beside(one, other) or _same_again(one, other) for other in near):
        return False
    beside = [other for other in chosen if one.fact == other.fact]
    if beside and all(_another_side(one, other) for other in beside):
        return True
    return not beside or (further and not _clashes(one, chosen))


def _of_initials(one: Ranked) -> bool:
    return one.candidate.fact.kind == "abbreviation"


def _initials_free(alike: Sequence[Ranked], chosen: Sequence[Ranked], limit: int) -> bool:
    """*AMPAS* and *A.M.P.A.S.* stand for one thing, and a sheet of initials is dull."""
    most = max(1, limit // INITIALS)
    return not any(map(_of_initials, alike)) and sum(map(_of_initials, chosen)) < most


def _told_beside(one: Ranked, other: Ranked) -> bool:
    """What stands in a question on the same sentence is told, be it what the whole article is about.

    But for initials: the sentence that spells them out is mostly the first, and says what the news is.
    """
    kinds = {one.candidate.fact.kind, other.candidate.fact.kind}
    return _gives_away(one, other) and "abbreviation" not in kinds


def _same_again(one: Ranked, other: Ranked) -> bool:
    """One answer of one sentence twice, once as a question and once as a blank."""
    kinds = {one.candidate.fact.kind, other.candidate.fact.kind}
    blank = ItemType.CLOZE in (one.candidate.item.type, other.candidate.item.type)
    return (len(kinds) == 1 or blank) and _answers_alike(one, other)


def _another_side(one: Ranked, other: Ranked) -> bool:
    """When it was and how long it took are two things to know of one event, if neither question tells the other."""
    sides = {one.candidate.fact.kind, other.candidate.fact.kind}
    told = same_answer(one.candidate, other.candidate) or _gives_away(one, other)
    return len(sides) == 2 and sides <= SIDES and not told


def _answers_alike(one: Ranked, other: Ranked) -> bool:
    """Whether one answer holds all words of the other: *Peskov* and *Dmitry Peskov*. Numbers have no such words."""
    if not one.answered or not other.answered:
        return one.answer == other.answer
    return one.answered <= other.answered or other.answered <= one.answered


def _told_in_full(one: Ranked, other: Ranked) -> bool:
    """*In which year was Huxley born in Surrey?* beside *When was Huxley born?*: the day tells the year."""
    if not (one.asked <= other.asked or other.asked <= one.asked):
        return False
    mine, theirs = set(one.answer.split()), set(other.answer.split())
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def _clashes(one: Ranked, chosen: Sequence[Ranked]) -> bool:
    """Two items on one fact never stand together when one has the other's answer in its question."""
    return any(
        one.candidate.fact.sentence == other.candidate.fact.sentence
        and (
            same_answer(one.candidate, other.candidate)
            or similarity(one.asked, other.asked) > 0.8
            or _gives_away(one, other)
        )
        for other in chosen
    )


def _gives_away(one: Ranked, other: Ranked) -> bool:
    return f" {one.answer} " in other.question or f" {other.answer} " in one.question


def penalty(one: Ranked, chosen: Ranked) -> float:
    """How much less ``one`` is worth beside ``chosen``."""
    total = ALIKE * similarity(one.asked, chosen.asked)
    if one.candidate.fact.sentence == chosen.candidate.fact.sentence:
        total += SAME_SENTENCE
    if one.paragraph == chosen.paragraph:
        total += SAME_PARAGRAPH
    if _answers_alike(one, chosen):
        total += SAME_ANSWER
    if one.candidate.rule.id == chosen.candidate.rule.id:
        total += SAME_RULE
    if lower(one.candidate.item.question)[:2] == lower(chosen.candidate.item.question)[:2]:
        total += SAME_QUESTION_WORD
    return total


def _tells(one: Ranked, other: Ranked) -> bool:
    """Whether one question has the answer of the other in it, and that is not what the whole article is about."""
    pairs = ((one, other), (other, one))
    return any(not mine.topic and f" {mine.answer} " in theirs.question for mine, theirs in pairs)
