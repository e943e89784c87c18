"""What can be left out of a sentence: phrases, and the parts of them that mean something alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen import text
from quizgen.facts.article import Article
from quizgen.facts.details import (
    NAMES_INSIDE,
    ends_a_title,
    goes_on_in,
    half_a_figure,
    half_a_word,
    inside_a_name,
    is_example,
    role_of,
)
from quizgen.facts.extents import ERAS, trim_edges
from quizgen.facts.phrases import phrase
from quizgen.records import Phrase, Sentence, Token, replace

_LONGEST = 8
_CORE = ("det", "amod", "compound", "nummod", "flat", "nmod:poss", "advmod", "goeswith", "fixed")
_KIND = re.compile(
    r"[a-z-]{3,}(?:al|ic|ical|ary|ese|ish|ian|ular|ative|istic|ous|less|free)$"
    r"|[A-Z]\w{3,}$|\w+-\w+|un\w+ed$|non\w+$|\d+(?:st|nd|rd|th)$|(?:white|black|red|blue|green|female|male|remote|rural|urban)$"
)
"""Adjectives that say what kind of thing it is, and do not praise, measure or point: *political*, *French*."""
_MEASURING = frozenset(
    "kind type sort form combination number series variety range group set lot part majority amount level couple pair "
    "piece share rest body list collection mixture matter lack".split()
)
_WORD = re.compile(r"[^\W_](?:[\w.,'’\-–]*\w)?")
_NO_KIND = frozenset(
    "several various previous special general typical usual similar additional final initial total real actual normal "
    "crucial essential famous numerous serious obvious basic specific terrific fantastic partial potential original "
    "principal individual particular popular regular unusual traditional local national international central "
    "public classic exceptional personal primary ordinary necessary contrary temporary dramatic enthusiastic".split()
)


@dataclass(frozen=True, slots=True)
class Blank:
    """A phrase with the role that it has as a blank."""

    role: str
    phrase: Phrase
    confidence: float

    @property
    def spared(self) -> int:
        """How many words a sentence is shorter with the blank."""
        return len(self.phrase.text.split()) - 1

    def fits(self, said: Phrase) -> bool:
        """Whether it stands once in what was written, whole and in the same words."""
        if not set(said.tokens).issuperset(self.phrase.tokens):
            return False
        opens = said.text.startswith(text.capitalise(self.phrase.text)) and self.phrase.text[:1].islower()
        return said.text.count(self.phrase.text) + opens == 1


def count_words(said: str) -> int:
    """A dash or a bracket that stands free is none."""
    return len(_WORD.findall(said))


def blanks(article: Article, sentence: Sentence, token: Token) -> Iterator[Blank]:
    """The blanks that this token heads, the longest first."""
    if _is_note_mark(sentence, token) or half_a_figure(sentence, token):
        return
    if token.upos in ("NOUN", "PROPN", "NUM", "SYM"):
        found = _nominal(article, sentence, token)
    elif token.upos == "ADJ" and article.wants("word") and _tells_the_kind(sentence, token):
        found = iter([("word", phrase(article, sentence, token, tokens=[token], marker=""))])
    elif token.upos == "VERB" and article.wants("action"):
        found = _infinitive(article, sentence, token)
    else:
        return
    seen: set[tuple[int, ...]] = set()
    for role, part in found:
        short = 0 < len(part.text.split()) <= _LONGEST
        if not article.wants(role):
            continue
        whole = not part.dangling and not part.names and not inside_a_name(sentence, part) and not _torn(sentence, part)
        if short and whole and part.tokens not in seen:
            seen.add(part.tokens)
            yield Blank(role, part, _confidence(sentence, token, part))


def _is_note_mark(sentence: Sentence, token: Token) -> bool:
    """*a propensity to innovation.23*, *legitimate institutions. 9*: the number of a note."""
    before = sentence.token(token.id - 1) if token.id > 1 else token
    beside = before.end == token.start or token.id == len(sentence.tokens)
    return token.form.isdecimal() and beside and before.form in (".", "!", "?", "”", '"')


def _torn(sentence: Sentence, part: Phrase) -> bool:
    """*to seven hours* of *up to seven hours*."""
    before = sentence.token(part.tokens[0] - 1).form.lower() if part.tokens and part.tokens[0] > 1 else ""
    return before == "up" and part.text.lower().startswith("to ")


def _confidence(sentence: Sentence, token: Token, part: Phrase) -> float:
    """Of the arcs inside: the sentence around stands as it stood, however it is to be read."""
    return min((sentence.token(i).confidence for i in part.tokens if i != token.id), default=1.0)


def _nominal(article: Article, sentence: Sentence, token: Token) -> Iterator[tuple[str, Phrase]]:
    """The phrase; without what follows its head, which may be long or hang there wrongly; without *his*."""
    if token.upos == "PROPN" and (token.deprel == "nmod:poss" or _names_a_kind(sentence, token)):
        core = [t for t in _core(sentence, token) if t.relation != "det"]  # *the _____ dynasty*
        if not _needs_its_of(sentence, token):
            made = phrase(article, sentence, token, tokens=core, marker="")
            yield "name", replace(made, text=re.sub(r"^[Tt]he ", "", made.text))  # it stands before the blank
        return
    inside = (
        ends_a_title(sentence, token)
        or token.relation in NAMES_INSIDE
        or token.deprel == "nmod:poss"
        or token.form in ERAS
    )
    if inside or half_a_word(sentence, token) or is_example(sentence, token):
        return
    whole = phrase(article, sentence, token, marker="")
    if (
        whole.text.lower().startswith("only ") and len(whole.tokens) > 1
    ):  # *only _____ per cent*: it stays in the sentence
        whole = phrase(article, sentence, token, tokens=[sentence.token(i) for i in whole.tokens[1:]], marker="")
    yield role_of(token, whole), whole
    core, needs = _core(sentence, token), _needs_its_of(sentence, token)
    owners = {t.id for t in sentence.children(token, "nmod:poss") if t.upos == "PRON"}
    of = [t for t in sentence.children(token, "nmod") if t.id > token.id and _marked_of(sentence, t)]
    with_of = (
        sorted({*core, *(s for t in of[:1] for s in sentence.subtree(t))}, key=lambda t: t.id)
        if core and (of or not needs)
        else []
    )
    alone = () if needs else (core, [t for t in core if t.id not in owners])
    for words in (with_of, *alone):
        if words and words[-1].id - words[0].id + 1 == len(words):
            part = phrase(article, sentence, token, tokens=words, marker="")
            yield role_of(token, part), part


def _names_a_kind(sentence: Sentence, token: Token) -> bool:
    """*OpenTV* of *the OpenTV system*: a name before a common noun."""
    head = sentence.head(token)
    return token.relation == "compound" and head is not None and head.upos == "NOUN" and token.form[:1].isupper()


def _needs_its_of(sentence: Sentence, token: Token) -> bool:
    """*a kind* of *a kind of rope*, *the Court* of *the Court of Cassation*: the head alone is nothing."""
    if any(goes_on_in(sentence, token, t) for t in sentence.children(token, "nmod")):
        return True
    of = [t for t in sentence.children(token, "nmod") if t.id > token.id and _marked_of(sentence, t)]
    return any(token.lemma in _MEASURING or (token.upos == "PROPN" and t.upos == "PROPN") for t in of)


def _marked_of(sentence: Sentence, token: Token) -> bool:
    return any(t.form.lower() == "of" for t in sentence.children(token, "case"))


def _core(sentence: Sentence, token: Token) -> list[Token]:
    """The head with what stands before it, and the rest of its name."""
    inner = {token.id}
    for child in sentence.children(token, *_CORE):
        if child.form.lower() == "only" and child.relation == "advmod":
            continue  # *only _____ per cent*: it stays in the sentence
        inner.update(t.id for t in sentence.subtree(child))
    ids = sorted(inner)
    words = [sentence.token(i) for i in ids]
    return trim_edges(words) if ids[-1] - ids[0] + 1 == len(ids) else []


def _tells_the_kind(sentence: Sentence, token: Token) -> bool:
    head = sentence.head(token)
    attributive = token.relation == "amod" and token.xpos == "JJ" and head is not None and head.upos == "NOUN"
    alone = not sentence.children(token)
    form = token.form if token.id > 1 else token.form.lower()
    return attributive and alone and form not in _NO_KIND and bool(_KIND.match(form))


def _infinitive(article: Article, sentence: Sentence, token: Token) -> Iterator[tuple[str, Phrase]]:
    """*to shoot scenes*: what somebody meant to do, or was to do."""
    marks = sentence.children(token, "mark")
    if token.xpos != "VB" or token.relation not in ("advcl", "xcomp", "acl", "csubj") or len(marks) != 1:
        return
    if marks[0].form.lower() != "to" or sentence.children(token, "nsubj", "conj"):
        return
    words = trim_edges([t for t in sentence.subtree(token) if t.id > marks[0].id])
    if words and words[0] is token and words[-1].id - words[0].id + 1 == len(words):
        yield "action", phrase(article, sentence, token, tokens=words, marker="")
