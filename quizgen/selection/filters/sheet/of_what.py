"""*How long are adults?* in an article on the bearded vulture."""

from __future__ import annotations

from quizgen.records import Candidate
from quizgen.selection.context import Context
from quizgen.selection.filters.base import Filter
from quizgen.selection.words import content, lower, stem

_OF_SOMETHING = frozenset(
    map(
        stem,
        "adult pair male female juvenile chick egg nest young offspring leaf flower fruit seed root population range "
        "member resident staff experiment expedition voyage reintroduction programme program version edition prototype "
        "diet breeding territory plumage wingspan habitat symptom treatment patient".split(),
    )
)
"""Nouns that are of something, which the article may have named once and for all in its title."""


def check(candidate: Candidate, context: Context) -> str | None:
    sentence, question = context.sentence(candidate), candidate.item.question
    if sentence is None or content(question) & context.title_stems:
        return None
    asked = set(lower(question))
    for token in sentence.tokens:
        if token.upos == "NOUN" and stem(token.form) in _OF_SOMETHING and token.form.casefold() in asked:
            below = sentence.children(token, "nmod", "compound", "nmod:poss", "acl")
            if not below and not any(t.upos == "PROPN" for t in sentence.children(token, "amod")):
                return f"'{token.form}' of what is not told"
    return None


FILTER = Filter("of_what", check)
