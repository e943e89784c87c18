"""A nominal: a noun phrase or pronoun of the article that can stand for someone or something."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.records import BlockKind, Mention, Sentence, Token

PRONOUNS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("he", "him", "his"), ("sing", "masc")),
    **dict.fromkeys(("she", "her", "hers"), ("sing", "fem")),
    **dict.fromkeys(("it", "its"), ("sing", "neut")),
    **dict.fromkeys(("they", "them", "their", "theirs", "'em"), ("plur", "")),
}
"""Third-person pronouns with number and gender; all others (I, we, you, reflexives) never resolve."""


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun phrase, a pronoun, or several noun phrases joined by *and*."""

    key: int
    """Position among the nominals of the document, in order of the text."""
    sentence: Sentence
    head: Token
    kind: str
    """name, description, pronoun or joined."""
    tokens: tuple[int, ...]
    words: tuple[str, ...]
    """Of a name: its words, lower case, without title and article. Of a description: its head's lemma."""
    text: str
    """As it would stand alone."""
    number: str
    gender: str
    type: str
    modifiers: frozenset[str] = frozenset()
    """Lemmas of what stands before a noun or after it with *of*, lower case, without determiners."""
    determiner: str = ""
    spoken: bool = False
    modifying: bool = False
    """Whether it stands inside a larger noun as its modifier: *SpaceX* of *SpaceX vehicle*."""
    restricted: bool = False
    """Whether something after the noun says which is meant: *the man who called*, *the city on the coast*."""
    parts: tuple[int, ...] = ()
    place: int = 0
    """Position of its sentence among the sentences of running text; a heading has that of the sentence before it."""

    @property
    def start(self) -> int:
        return self.head.start

    @property
    def in_heading(self) -> bool:
        return self.sentence.block in (BlockKind.TITLE, BlockKind.HEADING)

    @property
    def is_predicate(self) -> bool:
        """*a mission* of *Stardust is a mission*: its subject stands for both; so *known to be the best man*."""
        return self.kind == "description" and bool(self.sentence.children(self.head, "cop"))

    def mention(self) -> Mention:
        kind = "description" if self.kind == "joined" else self.kind
        return Mention(self.sentence.index, self.tokens, self.head.id, kind)
