"""The stage as one function. Randomness is seeded, ties go by id: the same input gives the same items."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from quizgen import clock
from quizgen.analysis.judge import Wording
from quizgen.records import SETS, Analysis, Candidate, Item, ItemType, Rejection
from quizgen.selection import rereading, sets
from quizgen.selection.choice import Ranked, Settle, choose, fit_for_a_sheet, ranked
from quizgen.selection.context import Context
from quizgen.selection.difficulty import difficulty
from quizgen.selection.features import open_descriptions
from quizgen.selection.filters import SHEET_FILTERS, Filter, filters_for, set_filters_for
from quizgen.selection.forms import Forms
from quizgen.selection.pool import Pool
from quizgen.selection.ranking import judged, score
from quizgen.selection.setting import placed
from quizgen.selection.words import normal

Judging = Callable[[Sequence[Wording]], Sequence[float]]
PRAISE = 0.9
"""An opinion that few items get. What would not be chosen even with it is not read by the judge."""
CERTAIN = 1.0
"""The best opinion that there is. While the judge has not read a candidate, its score is what this would make of it."""
JUDGED = 3
"""So many candidates for each place of a sheet are read by the judge at most, the likeliest."""
ALL_TYPES: tuple[ItemType, ...] = tuple(ItemType)
SPICE = {ItemType.CLOZE: 10, ItemType.TRUE_FALSE: 2}
"""At most so many of a type among twenty of all types, so that no sheet is nothing but blanks."""
SMALL = 10
"""A sheet of mixed types that is shorter than this has no room for an item made of several facts."""
_MIXED = {ItemType.SHORT, ItemType.CLOZE, ItemType.TRUE_FALSE}
PREFERRED = (ItemType.SHORT, ItemType.CHOICE, ItemType.CLOZE, ItemType.TRUE_FALSE)


def select(
    candidates: Iterable[Candidate],
    analysis: Analysis,
    *,
    limit: int | None = 20,
    types: Sequence[ItemType] = ALL_TYPES,
    seed: int = 0,
    read: rereading.Reader | None = None,
    judge: Judging | None = None,
) -> tuple[tuple[Item, ...], tuple[Rejection, ...]]:
    """The items to ask, in the order of the article, and why the other candidates are not asked.

    Args:
        candidates: from ``quizgen.rules.engine``.
        analysis: the article that they were made of.
        limit: how many items at most; None for every candidate that passes.
        types: the item types to choose from.
        seed: decides numbers that are made up for options and which statements are false.
        read: parses questions again, which must give back their facts; None: that is not asked.
        judge: how likely items of these wordings are to be acceptable; None: the measures of the ranking must do.
    """
    context = Context(analysis)
    everything = tuple(placed(candidate, context) for candidate in candidates)
    scores = [score(candidate, context) for candidate in everything]
    worth = _worth(everything, scores, praise=PRAISE if judge else None) if _is_sheet(limit, context) else everything
    passed, rejections = sift(worth, context, dict(zip(map(id, everything), scores, strict=True)))
    weak = set(map(id, everything)) - set(map(id, worth))
    rejections += [_rejection(c, "limit", _passed_over(0, limit)) for c in everything if id(c) in weak]
    forms = Forms(Pool(everything, analysis), context, seed=seed)
    fitting, unfit = _split(passed, forms, tuple(types))
    several, refused = _sets(passed, everything, context, tuple(types), limit)
    told = [] if limit is None else [e for e in fitting if any(sets.gives_away(e, one) for one in several)]
    unsuited = _unsuited(fitting, context) if _is_sheet(limit, context) else {}
    free = [entry for entry in fitting if entry not in told and entry not in unsuited]
    if limit is not None and judge is not None and _is_sheet(limit, context):
        free = _promising(free, limit)
    chosen, misread = _read_again(free, limit, tuple(types), several, read, _settling(judge, context))
    free = [entry for entry in free if entry not in misread]
    rejections += [_rejection(entry.candidate, rereading.NAME, why) for entry, why in misread.items()]
    items = (*_in_order(chosen, forms, tuple(types), limit, context), *(one.item for one in several))
    left = {id(entry) for entry in free} - {id(entry) for entry in chosen}
    rejections += refused
    rejections += [_rejection(e.candidate, name, why) for e, (name, why) in unsuited.items() if e not in told]
    rejections += [_rejection(e.candidate, "types", "it cannot take any of the types asked for") for e in unfit]
    rejections += [_rejection(e.candidate, "limit", "a matching or an ordering beside it tells too much") for e in told]
    rejections += [_rejection(e.candidate, "limit", _passed_over(len(items), limit)) for e in free if id(e) in left]
    return items, tuple(rejections)


def _is_sheet(limit: int | None, context: Context) -> bool:
    """Whether the best are wanted; of a table every row is as good as the next."""
    return limit is not None and not context.document.rows


def _worth(candidates: Sequence[Candidate], scores: Sequence[float], praise: float | None) -> list[Candidate]:
    """What a sheet might take, and what asks the same: nothing else needs to pass the filters."""
    good = [
        fit_for_a_sheet(candidate, judged(candidate, score, praise) if praise else score)
        for candidate, score in zip(candidates, scores, strict=True)
    ]
    asked = {normal(c.item.question) for c, is_good in zip(candidates, good, strict=True) if is_good}
    return [c for c, is_good in zip(candidates, good, strict=True) if is_good or normal(c.item.question) in asked]


def _promising(free: Sequence[Ranked], limit: int) -> list[Ranked]:
    """Those that a sheet might take once the judge has read them; until then their score is the most that it can be."""
    worth = [e for e in free if fit_for_a_sheet(e.candidate, judged(e.candidate, e.score, PRAISE))]
    return [
        replace(entry, score=judged(entry.candidate, entry.score, CERTAIN), settled=False, measured=entry.score)
        for entry in worth[: JUDGED * limit]
    ]


def _settling(judge: Judging | None, context: Context) -> Settle | None:
    """Has the judge read candidates, and puts what it says of them into their score."""
    if judge is None:
        return None

    def settle(entries: Sequence[Ranked]) -> None:
        opinions = judge([_wording(entry.candidate, context) for entry in entries])
        for entry, opinion in zip(entries, opinions, strict=True):
            entry.score, entry.settled = judged(entry.candidate, entry.measured, opinion), True

    return settle


def _wording(candidate: Candidate, context: Context) -> Wording:
    item = candidate.item
    return Wording(context.document.title, item.question, item.answer)


def _read_again(
    free: Sequence[Ranked],
    limit: int | None,
    types: tuple[ItemType, ...],
    several: Sequence[sets.Made],
    read: rereading.Reader | None,
    settle: Settle | None,
) -> tuple[tuple[Ranked, ...], dict[Ranked, str]]:
    """The chosen ones, each of which gives back its fact when it is read again, and those that did not."""
    misread: dict[Ranked, str] = {}
    seen: set[Ranked] = set()
    while True:
        left = [entry for entry in free if entry not in misread]
        chosen = tuple(left) if limit is None else _chosen(left, limit, types, several, settle)
        new = [entry for entry in chosen if entry not in seen] if read is not None else []
        if read is None or not new:
            return chosen, misread
        seen.update(new)
        reasons = rereading.misread([entry.candidate for entry in new], read)
        misread |= {entry: why for entry, why in zip(new, reasons, strict=True) if why}


def _chosen(
    free: Sequence[Ranked],
    limit: int,
    types: tuple[ItemType, ...],
    several: Sequence[sets.Made],
    settle: Settle | None,
) -> tuple[Ranked, ...]:
    """The best of the single items for what the others leave of a sheet."""
    caps = _caps(limit) if set(types) >= _MIXED else None
    asked = {element.entry.fact for one in several for element in one.elements}
    return choose(free, limit - len(several), caps, asked, settle)


def _sets(
    passed: Sequence[Ranked],
    everything: Sequence[Candidate],
    context: Context,
    types: tuple[ItemType, ...],
    limit: int | None,
) -> tuple[tuple[sets.Made, ...], list[Rejection]]:
    """The items made of several facts, and why facts that could be parts are none; they come last on a sheet."""
    if limit is not None and limit < SMALL and set(types) - set(SETS):
        return (), []
    made, refused = sets.make(passed, everything, context, types, one_of_each=limit is not None)
    return made[:limit], refused


def _unsuited(fitting: Sequence[Ranked], context: Context) -> dict[Ranked, tuple[str, str]]:
    """Those that no sheet takes, each with the filter that says so and its reason."""
    found: dict[Ranked, tuple[str, str]] = {}
    for entry in fitting:
        for filter in SHEET_FILTERS:
            why = filter.check(entry.candidate, context)
            if why:
                found[entry] = filter.name, why
                break
    return found


def _caps(limit: int) -> dict[ItemType, int]:
    """How many items of a type a sheet of mixed types may have."""
    return {type: max(1, round(most * limit / 20)) for type, most in SPICE.items()}


def sift(
    candidates: Sequence[Candidate], context: Context, scores: Mapping[int, float]
) -> tuple[list[Ranked], list[Rejection]]:
    """Those that no filter has a reason against, best first, and the reasons against the others.

    ``scores``: by the ``id()`` of each candidate.
    """
    rejections: list[Rejection] = []
    passed: list[Ranked] = []
    filters = filters_for(context.document)
    for candidate in candidates:
        clock.tick()
        reason = _objection(candidate, filters, context)
        if reason is not None:
            rejections.append(_rejection(candidate, *reason))
        else:
            passed.append(ranked(candidate, scores[id(candidate)], context))
    passed.sort(key=lambda r: r.order)
    for set_filter in set_filters_for(context.document):
        against = set_filter.check([r.candidate for r in passed], context)
        rejections += [_rejection(passed[at].candidate, set_filter.name, why) for at, why in sorted(against.items())]
        passed = [r for at, r in enumerate(passed) if at not in against]
    return passed, rejections


def _objection(candidate: Candidate, filters: Sequence[Filter], context: Context) -> tuple[str, str] | None:
    """The first filter that has a reason against a candidate, and the reason."""
    for filter in filters:
        why = filter.check(candidate, context)
        if why:
            return filter.name, why
    return None


def _passed_over(chosen: int, limit: int | None) -> str:
    if limit is not None and chosen >= limit:
        return f"{chosen} others were chosen before it"
    return "beside those chosen it is too weak, on the same fact, or told by one of them"


def _rejection(candidate: Candidate, filter: str, reason: str) -> Rejection:
    item = candidate.item
    return Rejection(item.question, item.answer, candidate.rule.id, candidate.fact.sentence, filter, reason)


# ------------------------------------------------------------------------------------------------ types


def _split(passed: Sequence[Ranked], forms: Forms, types: tuple[ItemType, ...]) -> tuple[list[Ranked], list[Ranked]]:
    """Those that can take one of the types, and those that cannot."""
    fitting: list[Ranked] = []
    unfit: list[Ranked] = []
    for entry in passed:
        able = any(forms.make(entry.candidate, type) for type in PREFERRED if type in types)
        (fitting if able else unfit).append(entry)
    return fitting, unfit


def _in_order(
    chosen: Sequence[Ranked], forms: Forms, types: tuple[ItemType, ...], limit: int | None, context: Context
) -> tuple[Item, ...]:
    assigned = _assigned(chosen, forms, types, limit, context)
    items = [
        replace(item, score=entry.score, difficulty=difficulty(item, entry.candidate, context))
        for entry, item in assigned
    ]
    return tuple(sorted(items, key=_place))


def _place(item: Item) -> tuple[int, int, str]:
    return (item.evidence.start, item.evidence.answer_start, item.id)


def _assigned(
    chosen: Sequence[Ranked], forms: Forms, types: tuple[ItemType, ...], limit: int | None, context: Context
) -> Iterator[tuple[Ranked, Item]]:
    """Each with the item of the type that it takes on this sheet.

    Half of those with good distractors become choices, the rest stays short; a few of what is left of the weaker ones
    become cloze and true or false, so that a sheet has variety without being a guessing game.
    """
    rare = _rare(chosen, forms, context) if limit is not None and set(types) >= _MIXED else {}
    choices = shorts = 0
    for entry in sorted(chosen, key=lambda r: r.order):
        order = (ItemType.CHOICE, *PREFERRED) if choices <= shorts else PREFERRED
        wanted = (rare[entry],) if entry in rare else order
        type = next(t for t in wanted if t in types and forms.make(entry.candidate, t))
        choices, shorts = choices + (type is ItemType.CHOICE), shorts + (type is ItemType.SHORT)
        yield entry, _made(forms, entry, type)


def _rare(chosen: Sequence[Ranked], forms: Forms, context: Context) -> dict[Ranked, ItemType]:
    """Which of the weaker short items become cloze or true_false, until there are as many as a mixed sheet wants."""
    result: dict[Ranked, ItemType] = {}
    for type in (ItemType.TRUE_FALSE, ItemType.CLOZE):
        missing = len(chosen) // 10 - sum(entry.candidate.item.type is type for entry in chosen)
        for entry in sorted(chosen, key=lambda r: r.order, reverse=True):
            if missing <= 0:
                break
            if (
                all(entry.candidate.fact.sentence != other.candidate.fact.sentence for other in result)
                and entry.candidate.item.type is ItemType.SHORT
                and not open_descriptions(entry.candidate, context)  # *The marriage ended in 1940.*
                and forms.make(entry.candidate, type)
            ):
                result[entry] = type
                missing -= 1
    return result


def _made(forms: Forms, entry: Ranked, type: ItemType) -> Item:
    item = forms.make(entry.candidate, type)
    assert item is not None, "asked for before"
    return item
