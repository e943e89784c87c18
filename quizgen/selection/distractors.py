"""Wrong answers that a reader could take for right: of the same kind and form, and never right as well.

They are looked for in the order of ``TIERS``, the nearest first. Fewer than three good ones are none: the item then
stays short. What speaks against an option is told by ``checks``.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import islice

from quizgen.records import Candidate, Distractor, digest
from quizgen.selection import gazetteer, kinds, variation
from quizgen.selection.asking import NUMERIC, Asking
from quizgen.selection.checks import leading_article, refusal
from quizgen.selection.context import Context
from quizgen.selection.pool import Option, Pool
from quizgen.text import article, count_words

__all__ = ["NUMERIC", "WANTED", "distractors"]

WANTED = 3
PLAIN = ("substance", "animal", "plant")
"""Types of common nouns whose members are near enough to one another to be options of one question."""
MADE_UP = "made up"
"""With these words begins the reason of a figure that is not in the article."""
LISTED = "from the list"
"""With these words begins the reason of a place that is not in the article."""
_NEAR_BY = 12
"""So many places apart in their list at most are neighbours."""
_OFFERED = 6
"""So many neighbours are tried: farther ones are neighbours no more."""
_OWN_FIGURES = 2
"""So many figures of the article at most stand beside one: the third is made up to fit between them."""
_IN_THE_STORY = 2
"""In so many sentences at least somebody is spoken of who is not named in passing."""
_WHERE = frozenset({"in", "from", "to", "at", "into", "near"})

Tier = Callable[[Asking, random.Random], Iterator[Distractor]]


def distractors(
    candidate: Candidate, pool: Pool, context: Context, *, seed: int = 0, wanted: int = WANTED
) -> tuple[Distractor, ...]:
    """Wrong answers with the reason for each: as many as are wanted, or fewer where there are not so many good ones.

    Args:
        candidate: asks for ``candidate.answer``; its rule must name a role to take the like of.
        pool: the article's phrases.
        seed: together with the item's id decides every choice that is left open.
    """
    if not candidate.rule.distractors:
        return ()
    rng = random.Random(digest(str(seed), candidate.item.id))
    if context.document.rows:
        return pool.columns.distractors(candidate, rng, wanted)
    asking = Asking(candidate, pool, context)
    chosen: dict[str, Distractor] = {}
    refused: set[str] = set()
    for tier in TIERS:
        for option in tier(asking, rng):
            if option.text in refused or option.text in chosen:
                continue
            if refusal(option.text, asking, tuple(chosen)):
                refused.add(option.text)
                continue
            chosen[option.text] = option
            if len(chosen) == wanted:
                return tuple(chosen.values())
    return tuple(chosen.values())


# ------------------------------------------------------------------------------------------------ names


def _same_calling(asking: Asking, rng: random.Random) -> Iterator[Distractor]:
    """Who is called by the same noun, else who is of the same walk of life: another quarterback, another king."""
    own = asking.own
    if own is None or own.kind not in ("person", "character") or not own.roles:
        return
    for option in _alike(asking, rng):
        same = sorted(own.roles & option.roles)
        if same:
            yield Distractor(option.text, f"another {same[0]} in the article")
    for option in _alike(asking, rng):
        shared = sorted(kinds.callings(own.roles) & kinds.callings(option.roles))
        if shared:
            yield Distractor(option.text, f"{article(shared[0])} {shared[0]} as well")


def _same_company(asking: Asking, rng: random.Random) -> Iterator[Distractor]:
    """Names of one kind that the same paragraph speaks of; of people, nobody known to be of another walk of life."""
    own = asking.own
    if own is None or not own.kind:
        return
    for option in _alike(asking, rng):
        if asking.in_paragraph(option) and not (own.type == "person" and _other_walk(own, option)):
            yield Distractor(option.text, f"another {_called(own)} in the same paragraph")


def _other_walk(own: Option, option: Option) -> bool:
    """Whether two people are known to be of different walks of life; kings are put beside nobody else."""
    mine, theirs = kinds.callings(own.roles), kinds.callings(option.roles)
    return not mine & theirs and (bool(mine and theirs) or "ruler" in mine | theirs)


def _same_story(asking: Asking, rng: random.Random) -> Iterator[Distractor]:
    """People elsewhere in the article, not named in passing; of neither is a walk of life known."""
    own = asking.own
    if own is None or own.kind != "person" or kinds.callings(own.roles):
        return
    for option in _alike(asking, rng):
        if len(option.sentences) >= _IN_THE_STORY and not kinds.callings(option.roles):
            yield Distractor(option.text, "another person in the article")


def _same_rank(asking: Asking, rng: random.Random) -> Iterator[Distractor]:
    """Places and organizations of one kind elsewhere in the article; countries and cities only of one region."""
    own = asking.own
    if own is None or own.type not in ("place", "organization") or not own.kind:
        return
    for option in _alike(asking, rng):
        listed = own.type == "place" and gazetteer.rank(own.text) >= 0
        if not listed or gazetteer.steps(own.text, option.text) <= _NEAR_BY:
            yield Distractor(option.text, f"another {_called(own)} in the article")


def _well_known(asking: Asking, rng: random.Random) -> Iterator[Distractor]:
    """Neighbours from the list that holds the place, where it is told where something was.

    Not for what the article is about, and not for who does something: those must be in the article. Nothing that the
    article names is taken from a list either: it has been refused before, or is of another rank.
    """
    candidate, own = asking.candidate, asking.own
    place, topic = candidate.answer, asking.context.topic_place
    if place.type != "place" or not place.proper or place.marker not in _WHERE or _told_generally(candidate):
        return
    if topic is not None and own is not None and own.text == topic.name:
        return
    text = asking.context.document.text
    for name in islice(gazetteer.neighbours(asking.key, asking.year), _OFFERED):
        if name.removeprefix("the ") not in text:
            yield Distractor(name, f"{LISTED} of places of the same rank")


def _told_generally(candidate: Candidate) -> bool:
    """*Private schools are called independent schools in India*: true of other countries too, for all we know."""
    clause = candidate.fact.clause
    return clause is None or clause.verb.negated or not (clause.verb.tense == "past" or clause.verb.lemma in _LIES)


_LIES = frozenset({"lie", "locate", "situate", "stand", "be"})


def _alike(asking: Asking, rng: random.Random) -> list[Option]:
    """Names of the key's type and kind, those nearest in the text and in length first."""
    own, answer = asking.own, asking.candidate.answer
    if own is None or not answer.proper or not own.kind or own.type != answer.type:
        return []
    entries = []
    for option in asking.pool.of_type(answer.type):
        if not option.proper or option.kind != own.kind or option.number != own.number or not _as_full(option, asking):
            continue
        away = min((abs(at - asking.candidate.fact.sentence) for at in option.sentences), default=99)
        length = abs(count_words(option.text) - count_words(asking.key))
        entries.append((max(0, length - 1), away, rng.random(), option))
    return [option for *_, option in sorted(entries, key=lambda entry: entry[:3])]


def _as_full(option: Option, asking: Asking) -> bool:
    """Whether a person's name is as full as the right one: a surname alone beside full names stands out."""
    wanted = min(2, len(asking.key.split()))
    return asking.candidate.answer.type != "person" or len(option.text.split()) >= wanted


def _called(own: Option) -> str:
    return {"academy": "school", "several": "group", "people": "people"}.get(own.kind, own.kind)


# ------------------------------------------------------------------------------------------------ figures and nouns


def _figures_of_the_article(asking: Asking, rng: random.Random) -> Iterator[Distractor]:
    """Other dates and numbers of the same form that the article tells of something else, near ones first."""
    if not asking.numeric or variation.is_bounded(asking.key):
        return
    found = []
    for option in asking.pool.of_type(asking.candidate.answer.type):
        gap = variation.distance(asking.key, option.text, time=asking.time)
        if gap:
            found.append((gap, option.text))
    what = "date" if asking.time else "figure"
    for _, text in islice(((g, t) for g, t in sorted(found) if not refusal(t, asking, ())), _OWN_FIGURES):
        yield Distractor(text, f"another {what} of the article")


def _made_up(asking: Asking, rng: random.Random) -> Iterator[Distractor]:
    if asking.numeric and not variation.is_bounded(asking.key):
        for text in variation.vary(asking.key, rng, time=asking.time, latest_year=asking.latest_year):
            yield Distractor(text, f"{MADE_UP}, of the same form and magnitude")


def _same_nouns(asking: Asking, rng: random.Random) -> Iterator[Distractor]:
    """Other noun phrases of the article with the same type, number, determiner and number of words, all nouns."""
    answer = asking.candidate.answer
    if answer.type not in PLAIN or answer.proper or not _only_nouns(asking.key, asking.context):
        return
    options: list[tuple[float, Option]] = []
    for option in asking.pool.of_type(answer.type):
        if option.proper or option.number != answer.number or count_words(option.text) != count_words(asking.key):
            continue
        if leading_article(option.text) == leading_article(asking.key) and _only_nouns(option.text, asking.context):
            options.append((rng.random(), option))
    for _, option in sorted(options, key=lambda entry: entry[0]):
        yield Distractor(option.text, f"another {answer.type} in the article")


def _only_nouns(text: str, context: Context) -> bool:
    """*carbon monoxide*, not *mostly nitrogen* or *enough oxygen*."""
    words = [word for word in text.casefold().split() if word not in ("the", "a", "an")]
    return all(context.upos.get(word) in ("NOUN", "PROPN") for word in words) and text.casefold() == text


TIERS: tuple[Tier, ...] = (
    _same_calling,
    _same_company,
    _same_rank,
    _same_story,
    _figures_of_the_article,
    _same_nouns,
    _well_known,
    _made_up,
)
"""Same role in the article, then same kind and same company, then same kind and region, then same story, then figures
and nouns of the article, then lists, then what is made up. Of each key only some have anything to offer."""
