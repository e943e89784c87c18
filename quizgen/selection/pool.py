"""What an article offers as wrong answers: the people, places, numbers and things that it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizgen.records import Analysis, Candidate, Entity, Phrase
from quizgen.selection.columns import Columns
from quizgen.selection.words import content, normal


@dataclass(frozen=True, slots=True)
class Option:
    """A phrase of the article that could stand among the options of some question."""

    text: str
    type: str
    number: str
    proper: bool
    determiner: str = ""
    gender: str = ""
    roles: frozenset[str] = frozenset()
    """Lower-case nouns that the article calls a person by, or the head of a common noun phrase."""
    sentences: frozenset[int] = frozenset()
    """Indices of the sentences that mention it."""


class Pool:
    """The options of one article, and which of them are right where."""

    def __init__(self, candidates: Sequence[Candidate], analysis: Analysis) -> None:
        found: dict[str, Option] = {}
        for option in (*_entities(analysis), *_phrases(candidates)):
            key = normal(option.text)
            known = found.get(key)
            found[key] = _merged(known, option) if known else option
        self.columns = Columns(candidates)
        self.options: tuple[Option, ...] = tuple(found[key] for key in sorted(found))
        self._right: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = {}
        for candidate in candidates:
            entry = (content(candidate.item.question), frozenset(map(normal, _answers(candidate))))
            self._right.setdefault(predicate(candidate), []).append(entry)

    def of_type(self, type: str) -> tuple[Option, ...]:
        return tuple(option for option in self.options if option.type == type)

    def also_right(self, text: str, candidate: Candidate) -> bool:
        """Whether the article states the same of this phrase, as far as its candidates tell: some other question
        about the same predicate shares more than the predicate with this one and has the phrase as its answer."""
        asked, name = content(candidate.item.question), normal(text)
        for other, answers in self._right.get(predicate(candidate), ()):
            if name in answers and len(asked & other) >= min(2, len(asked)):
                return True
        return False


def predicate(candidate: Candidate) -> str:
    """What is said: the verb, or the kind of fact where the verb is only *be*."""
    verb = candidate.fact.clause.verb.lemma if candidate.fact.clause else ""
    return candidate.fact.kind if verb in ("", "be") else verb


def _answers(candidate: Candidate) -> tuple[str, ...]:
    return (candidate.item.answer, *candidate.item.accept, *candidate.answer.aliases)


def _entities(analysis: Analysis) -> Iterable[Option]:
    for entity in analysis.entities:
        if entity.named and entity.type and not entity.parts and not _fragment(entity, analysis):
            yield Option(
                entity.name, entity.type, entity.number, True, _determiner(entity.name), entity.gender,
                frozenset(entity.roles), frozenset(mention.sentence for mention in entity.mentions),
            )  # fmt: skip


def _fragment(entity: Entity, analysis: Analysis) -> bool:
    """*Basilica* of *St Mark's Basilica*: a word that stands only inside a longer name."""
    for mention in entity.mentions:
        tokens, first = analysis.sentences[mention.sentence].tokens, min(mention.tokens)
        before = tokens[first - 2] if first > 1 else None
        if mention.kind == "name" and (before is None or (before.upos != "PROPN" and before.xpos != "POS")):
            return False
    return any(mention.kind == "name" for mention in entity.mentions)


def _phrases(candidates: Sequence[Candidate]) -> Iterable[Option]:
    for candidate in candidates:
        for _, phrase in candidate.fact.roles:
            if phrase.type and not phrase.dangling and phrase.text:
                yield _option(phrase)


def _option(phrase: Phrase) -> Option:
    roles = frozenset() if phrase.proper else frozenset({phrase.head})
    return Option(
        phrase.text, phrase.type, phrase.number, phrase.proper, _determiner(phrase.text), phrase.gender, roles,
        frozenset({phrase.sentence}),
    )  # fmt: skip


def _determiner(text: str) -> str:
    """The kind of determiner that the phrase shows: *the*, *a*, *his*, or none."""
    match = re.match(r"(the|an?|his|her|its|their|\w+['’]s?) ", text, re.I)
    return {"an": "a"}.get(match[1].lower(), match[1].lower()) if match else ""


def _merged(one: Option, other: Option) -> Option:
    return Option(
        one.text, one.type, one.number, one.proper or other.proper, one.determiner, one.gender or other.gender,
        one.roles | other.roles, one.sentences | other.sentences,
    )  # fmt: skip
