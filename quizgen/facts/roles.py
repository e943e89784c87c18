"""Who holds which office, and what somebody is by profession."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen import text
from quizgen.analysis.lexicon import is_person_noun
from quizgen.analysis.names import PEOPLES
from quizgen.facts.article import Article
from quizgen.facts.clauses import ParsedClause, is_statement
from quizgen.facts.described import describing, named_apposition, one_holds_it
from quizgen.facts.extents import phrase_tokens
from quizgen.facts.lexicon import ADDRESSES, OFFICES, RELATIONS
from quizgen.facts.phrases import phrase
from quizgen.records import Fact, Phrase, Sentence, Token, replace

_PASSING = frozenset(
    """
    first second third last only next former late future onetime one-time then acting interim fellow veteran young old
    amateur alleged self-proclaimed so-called would-be aspiring fallen
    """.split()
)
"""What begins a description that holds no more, not yet, or of several."""
_PRAISE = frozenset(
    "experienced retired former veteran senior young local aspiring fellow acclaimed famous famed renowned "
    "quiet shy wealthy rich elderly brilliant noted notable legendary popular prominent well-known award-winning "
    "celebrated leading distinguished influential controversial great greatest best successful talented gifted "
    "eminent iconic beloved".split()
)
"""What a description says beside the profession."""
_OF_SOMETHING = frozenset(
    "critic supporter opponent author founder inventor discoverer writer creator editor translator advocate champion "
    "follower friend enemy rival student pupil disciple member victim survivor hero heroine owner son daughter native "
    "resident citizen veteran lover fan user witness descendant".split()
)
"""*a critic of the plan*, *the author of Alice*: what somebody did or was to something is no trade."""
_TOO_LITTLE = frozenset(
    "professor official officer leader expert player worker believer passenger resident witness survivor victim "
    "customer visitor member neighbour neighbor tourist viewer reader user owner".split()
)
"""What says too little by itself to be asked for."""


def roles(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """*Kremlin spokesman Dmitry Peskov*: ``person`` with an ``office`` that one holds, or a ``profession``."""
    if not is_statement(sentence):
        return
    for token in sentence.tokens:
        named = token if token.upos == "PROPN" else named_apposition(article, sentence, token)
        if named is None or article.type(sentence, named) != "person" or token.relation == "flat":
            continue
        if any(t.form == "The" and t.id > 1 for t in sentence.children(named, "det")):
            continue  # *in The Ultimate Adventure*: a work
        if token.upos == "PROPN" and token.relation == "appos":
            head = sentence.head(token)
            if head is not None and head.upos == "NOUN":
                continue  # told from the noun's side
        description = (
            describing(article, sentence, token) if token is named else _noun_description(article, sentence, token)
        )
        if not description or re.search(r"\d", description) or _is_relation(description):
            continue
        if one_holds_it(description):
            yield _role_fact(article, sentence, named, token, description)
        elif _is_profession(description) and not _of_several(sentence, token):
            yield _role_fact(article, sentence, named, token, description, _profession(description))


def _is_relation(description: str) -> bool:
    """Whether it says what somebody is to another, was once, or no more than a form of address."""
    words = description.lower().split()
    if words[0] in _PASSING or words[0].endswith("est") or words[0].startswith("ex-"):
        return True
    head = _head(words)
    return head in RELATIONS or (len(words) == 1 and head in ADDRESSES)


def _of_several(sentence: Sentence, token: Token) -> bool:
    """*lawyer and soldier William Travis*: one of them is half of it."""
    beside = [token, *sentence.children(token, "nmod:desc", "compound", "appos")]
    return any(sentence.children(t, "conj") for t in beside if t.upos == "NOUN")


def _profession(description: str) -> str:
    """*acclaimed Japanese author* → *author*: neither praise nor a people is a part of it."""
    words = description.split()
    while len(words) > 1 and (words[0].lower() in _PRAISE or words[0].lower() in PEOPLES):
        words.pop(0)
    return " ".join(words)


def _is_profession(description: str) -> bool:
    """*Polish physicist*, *court painter of the shah*; not *mayor* without a town, *councillors*, *professor* alone."""
    words = description.lower().split()
    head = _head(words)
    if len(words) > 1 and head.capitalize() in description:
        return False  # *Lunar Module Pilot*: a post in one crew
    if head in _OF_SOMETHING and "of" in words:
        return False
    return is_person_noun(head) and head not in OFFICES and (len(words) > 1 or head not in _TOO_LITTLE)


def _head(words: list[str]) -> str:
    """The noun of a description in lower case: *painter* of *court painter of the shah*."""
    behind = ("of", "at", "in", "for", "from", "with", "to")
    return next((w for i, w in enumerate(words) if i + 1 == len(words) or words[i + 1] in behind), words[-1])


def _noun_description(article: Article, sentence: Sentence, noun: Token) -> str:
    dropped = sentence.children(noun, "appos", "acl", "det")
    if sentence.children(noun, "nmod:poss"):
        return ""
    words = phrase_tokens(sentence, noun, dropped)
    joined = sentence.children(noun, "conj", "cc")
    hidden = {s.id for t in joined for s in sentence.subtree(t)}
    return text.trim(article.write(sentence, [t for t in words if t.id not in hidden]))


def _role_fact(
    article: Article, sentence: Sentence, named: Token, token: Token, description: str, profession: str = ""
) -> Fact:
    """``description`` is all that the article says; of a profession ``text`` is what it says of the trade alone."""
    person = phrase(article, sentence, named, marker="")
    entity = article.entity(sentence, named)
    if entity and entity.named:
        person = replace(person, text=entity.name, dangling="")
    person = replace(person, number="sing")
    role = "office" if one_holds_it(description) else "profession"
    said = Phrase(
        text=profession or description, head=description.split()[-1], type="role", sentence=sentence.index,
        span=named.span, definition=description,
    )  # fmt: skip
    return Fact(
        "role",
        (("person", person), (role, said)),
        sentence.index,
        sentence.span,
        confidence=min(named.confidence, token.confidence),
    )
