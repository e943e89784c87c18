"""What an article offers as wrong answers: the people, places, numbers and things that it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizgen.analysis import lexicon
from quizgen.records import Analysis, Candidate, Entity, Phrase, Sentence
from quizgen.selection import kinds
from quizgen.selection.columns import Columns
from quizgen.selection.persons import Persons
from quizgen.selection.words import content, normal

_YEAR = re.compile(r"(?<![\d,.$€£])(?:1\d{3}|20\d{2})(?![\d%]|[,.]\d)")


@dataclass(frozen=True, slots=True)
class Option:
    """A phrase of the article that could stand among the options of some question."""

    text: str
    type: str
    number: str
    proper: bool
    determiner: str = ""
    gender: str = ""
    kind: str = ""
    """What it is put beside: *person*, *people*, *character*, *reporter*, *city*, *academy*; the type of a noun phrase
    that is no name. Empty for a name of which the article does not show what it is: such a one is no option."""
    roles: frozenset[str] = frozenset()
    """Lower-case nouns that the article calls a person by, or the head of a common noun phrase."""
    places: frozenset[tuple[int, int]] = frozenset()
    """Where it is spoken of: index of the sentence and id of the head token, 0 where there is none."""

    @property
    def sentences(self) -> frozenset[int]:
        return frozenset(sentence for sentence, _ in self.places)


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
        self._by_name = found
        years = [int(year) for year in _YEAR.findall(analysis.document.text)]
        self.latest_year = max(years, default=None)
        """The last year that the article names: it was not written before."""
        self._right: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = {}
        for candidate in candidates:
            entry = (content(candidate.item.question), frozenset(map(normal, _answers(candidate))))
            self._right.setdefault(predicate(candidate), []).append(entry)

    def of_type(self, type: str) -> tuple[Option, ...]:
        return tuple(option for option in self.options if option.type == type)

    def find(self, text: str) -> Option | None:
        """The option of this text."""
        return self._by_name.get(normal(text))

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
    persons = Persons(analysis)
    for entity in analysis.entities:
        if entity.named and entity.type and not entity.parts and not _fragment(entity, analysis):
            roles = persons.roles(entity) if entity.type == "person" else frozenset(entity.roles)
            yield Option(
                entity.name, entity.type, entity.number, True, _determiner(entity.name), entity.gender,
                _kind(entity, persons), roles, frozenset((m.sentence, m.head) for m in entity.mentions),
            )  # fmt: skip


def _kind(entity: Entity, persons: Persons) -> str:
    if entity.type == "place":
        return kinds.place_kind(entity.name, entity.noun, entity.roles)
    if entity.type == "organization":
        return kinds.organization_kind(entity.name, entity.noun, entity.roles, entity.number)
    if entity.type != "person":
        return entity.noun
    if not persons.is_one(entity):
        return ""
    if entity.number == "plur":
        return "people"
    if persons.is_character(entity):
        return "character"
    return "reporter" if persons.is_reporter(entity) else "person"


def _fragment(entity: Entity, analysis: Analysis) -> bool:
    """*Basilica* of *St Mark's Basilica*, *W. Haydon* of *W. Haydon Burns*: what stands only inside a longer name."""
    mentions = [m for m in entity.mentions if m.kind == "name"]
    return bool(mentions) and all(_inside(analysis.sentences[m.sentence], m.tokens) for m in mentions)


def _inside(sentence: Sentence, ids: Sequence[int]) -> bool:
    first, last = min(ids), max(ids)
    before = sentence.token(first - 1) if first > 1 else None
    behind = sentence.token(last + 1) if last < len(sentence.tokens) else None
    if behind is not None and behind.upos == "PROPN" and sentence.token(last).end + 1 >= behind.start:
        return True
    if before is None:
        return False
    titled = before.upos == "PROPN" and not _is_title(before.form)
    return titled or before.xpos == "POS"


def _is_title(word: str) -> bool:
    """*President* of *President Lincoln*; *Saint* and *Lady* belong to the name."""
    return lexicon.title_gender(word) is not None and not lexicon.is_honorific(word)


def _phrases(candidates: Sequence[Candidate]) -> Iterable[Option]:
    """Of each phrase one, though many facts may have it among their roles."""
    phrases = {(p.sentence, p.tokens, p.text): p for c in candidates for _, p in c.fact.roles}
    for phrase in phrases.values():
        if phrase.type and not phrase.dangling and phrase.text:
            yield _option(phrase)


def _option(phrase: Phrase) -> Option:
    roles = frozenset() if phrase.proper else frozenset({phrase.head})
    kind = kinds.place_kind(phrase.text) if phrase.type == "place" else "" if phrase.proper else phrase.type
    return Option(
        phrase.text, phrase.type, phrase.number, phrase.proper, _determiner(phrase.text), phrase.gender, kind, roles,
        frozenset({(phrase.sentence, phrase.head_id)}),
    )  # fmt: skip


def _determiner(text: str) -> str:
    """The kind of determiner that the phrase shows: *the*, *a*, *his*, or none."""
    match = re.match(r"(the|an?|his|her|its|their|\w+['’]s?) ", text, re.I)
    return {"an": "a"}.get(match[1].lower(), match[1].lower()) if match else ""


def _merged(one: Option, other: Option) -> Option:
    return Option(
        one.text, one.type, one.number, one.proper or other.proper, one.determiner, one.gender or other.gender,
        one.kind or (other.kind if other.type == one.type else ""), one.roles | other.roles,
        one.places | other.places,
    )  # fmt: skip
