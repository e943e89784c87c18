"""Who of an article is a person that may stand among the options, what that person does, and who stands with whom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from quizgen.analysis import lexicon
from quizgen.analysis.names import FIRST_NAMES, OTHER_FIRST_NAMES
from quizgen.analysis.types import is_person_noun
from quizgen.records import Analysis, Entity, Mention, Sentence, Token
from quizgen.selection.kinds import callings

_NUMERAL = re.compile(r"[IVX]+$")
_FREQUENT = 3
"""So often a name of one word is spoken of that the article is surely about somebody."""
_NO_ROLES = frozenset({"person", "people", "man", "woman", "citizen", "friend", "son", "daughter", "child", "winner"})
"""What everybody may be called says nothing about what somebody does."""


def is_title(name: str) -> bool:
    """Whether it is a title, an office or a kind rather than a name: *Module Pilot*, *Protector of Mexico*."""
    words = name.split()
    first, last = words[0].casefold(), words[-1].casefold()
    known = first in FIRST_NAMES or first in OTHER_FIRST_NAMES or "." in words[0]
    if known and len(words) > 1:
        return False
    if "of" in words[1:] or first in ("the", "a", "an"):
        return True
    if first in lexicon.EVENT_NOUNS or any(word.casefold() in lexicon.EVENT_NOUNS for word in words[:-1]):
        return True
    return _is_role(last) or last in lexicon.PERSON_MAYBE or last == "master"


class Persons:
    """What the sentences of one article tell of its people, beside what coreference has gathered."""

    def __init__(self, analysis: Analysis) -> None:
        self._sentences = analysis.sentences
        self._entities = analysis.entities
        self._roles: dict[int, frozenset[str]] = {}

    def is_one(self, entity: Entity) -> bool:
        """Whether there is more to show that this is a person than a capital letter and a guess of the parser."""
        if entity.number == "plur":
            return True
        if is_title(entity.name) or any(not _personal(role) for role in entity.roles if role):
            return False
        words = entity.name.split()
        if any(word.islower() and len(word) > 3 for word in words):
            return False  # *Norman noble Roger*: more than a name
        roles = bool(self.roles(entity))
        if len(words) == 1:
            return roles or bool(entity.gender and self._spoken_of(entity)) or self._titled(entity)
        first = words[0].casefold()
        named = first in FIRST_NAMES or first in OTHER_FIRST_NAMES or bool(re.match(r"(?:\w\.)+$", words[0]))
        return named or roles or bool(entity.gender) or self._titled(entity)

    def roles(self, entity: Entity) -> frozenset[str]:
        """Lower-case singular nouns for what the person is: those of the entity, the noun or title before the name,
        and for each of *writers A, B and C* the noun before the first."""
        if entity.id not in self._roles:
            around = (role for mention in _names(entity) for role in self._around(mention))
            told = {role.split()[-1].removeprefix("ex-") for role in (*entity.roles, *around) if role}
            if _NUMERAL.match(entity.name.split()[-1]) and len(entity.name.split()) > 1:
                told.add("monarch")  # *Philip II*
            self._roles[entity.id] = frozenset(told - _NO_ROLES)
        return self._roles[entity.id]

    def is_reporter(self, entity: Entity) -> bool:
        """Whether the article names somebody only for what he or she says about it: *the historian X suggests that*."""
        mentions = [(self._sentences[m.sentence], m) for m in entity.mentions]
        return bool(mentions) and all(_reports(sentence, sentence.token(m.head)) for sentence, m in mentions)

    def is_character(self, entity: Entity) -> bool:
        """Whether it is a part that somebody plays: *Ann Lee as Bee*, *Bee (Ann Lee)*."""
        return any(self._is_part(entity, mention) for mention in _names(entity))

    def _is_part(self, entity: Entity, mention: Mention) -> bool:
        sentence = self._sentences[mention.sentence]
        head = sentence.token(mention.head)
        behind = sentence.tokens[max(mention.tokens) :]
        if len(behind) > 2 and behind[0].form == "(" and behind[1].form.casefold() in FIRST_NAMES:
            return True
        cases = {t.form.casefold() for t in sentence.children(head, "case", "mark")}
        return (
            "as" in cases
            and self._others.get(mention.sentence, set()) - {entity.id} != set()
            and all(m is mention or m.sentence != mention.sentence for m in entity.mentions)
        )

    @cached_property
    def _others(self) -> dict[int, set[int]]:
        """Index of a sentence → the ids of the people whom it names."""
        found: dict[int, set[int]] = {}
        for entity in self._entities:
            if entity.type == "person" and entity.named and entity.number == "sing":
                for mention in _names(entity):
                    found.setdefault(mention.sentence, set()).add(entity.id)
        return found

    def _around(self, mention: Mention) -> Iterator[str]:
        sentence = self._sentences[mention.sentence]
        head = sentence.token(mention.head)
        first = sentence.head(head) if head.relation == "conj" else None
        for token, start in ((head, min(mention.tokens)), (first, _start(sentence, first))):
            if token is None or start < 2:
                continue
            noun = sentence.token(start - 1)
            lemma = noun.lemma.casefold().rstrip(".")
            plural = noun.feat("Number") == "Plur" or noun.xpos == "NNS"
            if token is head and first is not None and plural:
                continue
            if noun.upos in ("NOUN", "PROPN") and _is_role(lemma):
                yield lemma
        behind = (token.lemma.casefold() for token in sentence.children(head, "appos"))
        yield from (lemma for lemma in behind if _is_role(lemma))

    def _titled(self, entity: Entity) -> bool:
        """Whether a title stands before the name: *Dr. Bailey*. *Lady* of *Lady Anne* is a part of the name."""
        for mention in _names(entity):
            start = min(mention.tokens)
            word = self._sentences[mention.sentence].token(start - 1).form if start > 1 else ""
            if lexicon.title_gender(word) is not None and word[:1].isupper() and not lexicon.is_honorific(word):
                return True
        return False

    def _spoken_of(self, entity: Entity) -> bool:
        return len(entity.mentions) >= _FREQUENT or any(mention.kind == "pronoun" for mention in entity.mentions)


def _personal(role: str) -> bool:
    last = role.split()[-1].removeprefix("ex-")
    return is_person_noun(last) or last in lexicon.PERSON_MAYBE or last in lexicon.TITLES


def _is_role(lemma: str) -> bool:
    return is_person_noun(lemma) or lemma in lexicon.TITLES or bool(callings((lemma,)))


def _names(entity: Entity) -> tuple[Mention, ...]:
    return tuple(mention for mention in entity.mentions if mention.kind == "name")


def _start(sentence: Sentence, token: Token | None) -> int:
    """Id of the first token of the name that ``token`` heads, 0 without one."""
    if token is None:
        return 0
    start = token.id
    while start > 1 and sentence.token(start - 1).upos == "PROPN" and sentence.token(start - 1).head == token.id:
        start -= 1
    return start


def _reports(sentence: Sentence, head: Token) -> bool:
    cases = {t.form.casefold() for t in sentence.children(head, "case", "fixed")}
    if "according" in cases:
        return True
    verb = sentence.head(head)
    return head.relation == "nsubj" and verb is not None and bool(sentence.children(verb, "ccomp", "parataxis"))
