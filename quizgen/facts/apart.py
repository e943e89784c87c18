"""Whether words tell a thing apart from others of its kind."""

from __future__ import annotations

from quizgen.facts.extents import after_comma
from quizgen.records import Sentence, Token


def says_which(sentence: Sentence, noun: Token) -> bool:
    """*the capital of Peru*, *Anna's first book*, *rock that melts*; *the first part* alone could be of anything,
    and a time (*the best player during the first years*) does not say of what either."""
    return noun.upos == "PROPN" or any(t.entity != "time" for t in sentence.children(noun, "nmod", "acl"))


def picks_out(sentence: Sentence, predicate: Token) -> bool:
    """A participle that only tells which one is meant: *weapons made of obsidian*. Others have none of it."""
    return predicate.deprel == "acl" and not after_comma(sentence, predicate)
