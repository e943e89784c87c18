"""The sets of nominals that are known to be one, and what each set knows of its bearer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from quizgen.analysis.coreference.mentions import Nominal


@dataclass(slots=True)
class Bearer:
    """Someone or something that the article speaks of, while it is being put together."""

    members: list[int] = field(default_factory=list)
    """Keys of nominals."""
    roles: dict[str, None] = field(default_factory=dict)
    """Lower-case nouns by which it is called, in order of the text."""
    heads: set[str] = field(default_factory=set)
    """Lemmas of the nouns that describe it."""
    modifiers: set[str] = field(default_factory=set)
    parts: tuple[int, ...] = ()
    """Keys of nominals that are taken together."""


class Clusters:
    """Every nominal belongs to one bearer; bearers are merged, never split."""

    def __init__(self, nominals: Sequence[Nominal]) -> None:
        self.nominals = nominals
        self._of = list(range(len(nominals)))
        self._bearers = {n.key: Bearer([n.key], parts=n.parts) for n in nominals}
        self._top = -1
        for nominal in nominals:
            if nominal.kind == "description":
                self._bearers[nominal.key].heads.add(nominal.words[0])
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
        return [self.nominals[k] for k in self.bearer(key).members]

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
        for key in gone.members:
            self._of[key] = a

    def number(self, key: int) -> str:
        """sing or plur; what its names say counts before its descriptions."""
        members = self.members(key)
        told = [m.number for m in members if m.kind == "name"] or [m.number for m in members if m.kind != "pronoun"]
        return _most(told) or members[0].number

    def gender(self, key: int) -> str:
        """masc, fem, neut, empty when nothing tells, *both* when the witnesses disagree."""
        told = {m.gender for m in self.members(key) if m.gender}
        return told.pop() if len(told) == 1 else "both" if told else ""

    def type(self, key: int) -> str:
        """The vote over all its nominals; a gendered pronoun makes a person."""
        members = self.members(key)
        if any(m.kind == "pronoun" and m.gender in ("masc", "fem") for m in members):
            return "person"
        return _most(m.type for m in members if m.type)

    def is_topic(self, key: int) -> bool:
        """Whether no name is said more often in the whole article, and this one at least three times."""
        said = sum(m.kind == "name" for m in self.members(key))
        return said >= 3 and said >= self._most_said()

    def _most_said(self) -> int:
        if self._top < 0:
            counts = (sum(self.nominals[k].kind == "name" for k in b.members) for b in self._bearers.values())
            self._top = max(counts, default=0)
        return self._top

    def described(self, key: int) -> bool:
        """Whether it is more than pronouns."""
        return any(m.kind != "pronoun" for m in self.members(key))

    def named(self, key: int) -> bool:
        return any(m.kind == "name" for m in self.members(key))


def _most(values: Iterable[str]) -> str:
    """The most frequent; the first of equals."""
    counted = Counter(values)
    return max(counted, key=lambda value: counted[value]) if counted else ""
