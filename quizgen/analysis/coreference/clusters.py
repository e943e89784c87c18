"""The sets of nominals that are known to be one, and what each set knows of its bearer."""

from __future__ import annotations

import bisect
import functools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from quizgen.analysis.coreference.nominal import Nominal


@dataclass(slots=True)
class Bearer:
    """Someone or something that the article speaks of, while it is being put together."""

    members: list[int] = field(default_factory=list)
    """Keys of nominals, ascending."""
    roles: dict[str, None] = field(default_factory=dict)
    """Lower-case nouns by which it is called, in order of the text."""
    heads: set[str] = field(default_factory=set)
    """Lemmas of the nouns that describe it."""
    modifiers: set[str] = field(default_factory=set)
    parts: tuple[int, ...] = ()
    """Keys of nominals that are taken together."""
    names: int = 0
    """How many of its nominals are names."""
    titled: bool = False
    """Whether the title of the article is its name, or has it."""
    opens_title: bool = False
    """Whether the title begins with its name: *Juan Rulfo, the man who sold tyres*."""
    defined: str = ""
    """The type that a sentence of the article says it has: *Catan is a board game*."""
    known: dict[str, str] = field(default_factory=dict)
    """Number, gender and type, once asked for, until the next merge."""


class Clusters:
    """Every nominal belongs to one bearer; bearers are merged, never split."""

    def __init__(self, nominals: Sequence[Nominal]) -> None:
        self.nominals = nominals
        self._of = list(range(len(nominals)))
        self._bearers = {n.key: Bearer([n.key], parts=n.parts, names=int(n.kind == "name")) for n in nominals}
        self._called: dict[str, list[int]] = defaultdict(list)
        for nominal in nominals:
            if nominal.kind == "description" and not nominal.is_predicate:
                self.call(nominal.key, nominal.words[0])
                self._bearers[nominal.key].modifiers |= nominal.modifiers

    def id(self, key: int) -> int:
        """Key of the bearer that the nominal belongs to."""
        return self._of[key]

    def bearer(self, key: int) -> Bearer:
        return self._bearers[self._of[key]]

    def ids(self) -> list[int]:
        return sorted(self._bearers)

    def members(self, key: int) -> list[Nominal]:
        """The nominals of a bearer in order of the text."""
        nominals = self.nominals
        return [nominals[k] for k in self._bearers[self._of[key]].members]

    def last_before(self, bearer: int, key: int) -> Nominal | None:
        """The bearer's latest nominal before the one with this key."""
        members = self.bearer(bearer).members
        at = bisect.bisect_left(members, key)
        return self.nominals[members[at - 1]] if at else None

    def near(self, key: int, sentence: int) -> Iterator[Nominal]:
        """The nominals of the same sentence, before it and after it."""
        for keys in (range(key - 1, -1, -1), range(key + 1, len(self.nominals))):
            for other in keys:
                if self.nominals[other].sentence.index != sentence:
                    break
                yield self.nominals[other]

    def call(self, key: int, noun: str) -> None:
        """Write down that the article calls the bearer by this noun (a lemma)."""
        self.bearer(key).heads.add(noun)
        self._called[noun].append(key)

    def called(self, noun: str) -> tuple[int, ...]:
        """Bearers that the article calls by this noun, wherever it does so, in order of the text."""
        return tuple(sorted({self._of[key] for key in self._called.get(noun, ())}))

    def times_called(self, noun: str) -> int:
        return len(self._called.get(noun, ()))

    def merge(self, first: int, second: int) -> None:
        a, b = sorted((self._of[first], self._of[second]))
        if a == b:
            return
        kept, gone = self._bearers[a], self._bearers.pop(b)
        kept.members = sorted(kept.members + gone.members)
        kept.roles.update(gone.roles)
        kept.heads |= gone.heads
        kept.modifiers |= gone.modifiers
        kept.parts = kept.parts or gone.parts
        kept.names += gone.names
        kept.titled |= gone.titled
        kept.opens_title |= gone.opens_title
        kept.defined = kept.defined or gone.defined
        kept.known.clear()
        for key in gone.members:
            self._of[key] = a

    def number(self, key: int) -> str:
        """sing or plur; what its names say counts before its descriptions."""
        return self._known(key, "number", _number)

    def gender(self, key: int) -> str:
        """masc, fem, neut, empty when nothing tells, *both* when the witnesses disagree."""
        return self._known(key, "gender", _gender)

    def type(self, key: int) -> str:
        """What a sentence says it is, else the vote over all its nominals; a gendered pronoun makes a person."""
        return self.bearer(key).defined or self._known(key, "type", _type)

    def is_topic(self, key: int) -> bool:
        """Whether it is in the title; else whether no name is said more often in the whole article, and this one at
        least three times.

        Names are merged before this is asked for the first time.
        """
        bearer = self.bearer(key)
        return bearer.titled or bearer.names >= max(3, self._most_said)

    @functools.cached_property
    def _most_said(self) -> int:
        return max((bearer.names for bearer in self._bearers.values()), default=0)

    @functools.cached_property
    def topics(self) -> tuple[int, ...]:
        """Keys of nominals whose bearers are topics."""
        return tuple(key for key in self._bearers if self.is_topic(key))

    def named(self, key: int) -> bool:
        return self.bearer(key).names > 0

    def described(self, key: int) -> bool:
        """Whether it is more than pronouns."""
        return any(m.kind != "pronoun" for m in self.members(key))

    def _known(self, key: int, what: str, tell: Callable[[list[Nominal]], str]) -> str:
        known = self._bearers[self._of[key]].known
        if what not in known:
            known[what] = tell(self.members(key))
        return known[what]


def _number(members: list[Nominal]) -> str:
    told = [m.number for m in members if m.kind == "name"] or [m.number for m in members if m.kind != "pronoun"]
    return _most(told) or members[0].number


def _gender(members: list[Nominal]) -> str:
    told = {m.gender for m in members if m.gender}
    return told.pop() if len(told) == 1 else "both" if told else ""


def _type(members: list[Nominal]) -> str:
    if any(m.kind == "pronoun" and m.gender in ("masc", "fem") for m in members):
        return "person"
    # A headline is no sentence: what its words are is told better by any sentence that has them.
    return _most(m.type for m in members if m.type and not m.in_heading) or _most(m.type for m in members if m.type)


def _most(values: Iterable[str]) -> str:
    """The most frequent; the first of equals."""
    counted = Counter(values)
    return max(counted, key=lambda value: counted[value]) if counted else ""
