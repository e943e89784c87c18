"""Clauses: every statement of a sentence taken apart into subject, verb and arguments.

Only what the article itself states, or reports as said by somebody, becomes a clause: questions, commands, direct
speech, hypothetical and embedded thoughts are passed over (Heilman & Smith 2010, section 3, on factive contexts).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.facts.arguments import arguments_of, condition_of
from quizgen.facts.article import Article, definite
from quizgen.facts.extents import after_comma
from quizgen.facts.lexicon import NAMING, REPORTING
from quizgen.facts.participles import (
    agrees,
    agrees_with_noun,
    find_subject,
    is_free_participle,
    is_reduced,
    noun_of,
    owner_of,
    participle_verb,
)
from quizgen.facts.phrases import phrase
from quizgen.facts.verbs import either_voice, verb_group
from quizgen.records import Argument, BlockKind, Clause, Phrase, Sentence, Token, replace

_LABEL = re.compile(
    r"(?:figure|fig\.|table|photo|image|box|chart|map|source|credit|see also|note)\b[\s:.]*(?:\d|[A-Z(])", re.I
)
"""How captions and references begin that came as running text."""

_NOBODY = frozenset({"nobody", "none", "nothing", "neither", "no-one", "anyone", "anybody", "anything"})

_FACTUAL_MARKS = frozenset({"because", "since", "after", "although", "though", "while", "whereas", "until"})


@dataclass(frozen=True, slots=True)
class ParsedClause:
    """A clause with the tokens it was read from, for extractors that look closer."""

    clause: Clause
    predicate: Token
    subject: Token
    arguments: tuple[tuple[Argument, Token], ...]
    """Each argument with its head token."""


def clauses(article: Article, sentence: Sentence) -> Iterator[ParsedClause]:
    """The statements of one sentence, in the order of their predicates."""
    if not is_statement(sentence):
        return
    for predicate in sentence.tokens:
        found = _clause(article, sentence, predicate)
        if found is not None:
            yield found


def is_statement(sentence: Sentence) -> bool:
    """Whether the sentence can state anything: running text, not a question or a shout."""
    running = sentence.block in (BlockKind.PARAGRAPH, BlockKind.QUOTE)
    ending = sentence.text.rstrip("\"'”’»)] ")[-1:]
    told = ending not in ("?", "!", ":") and not _LABEL.match(sentence.text)
    return bool(sentence.tokens) and not sentence.skipped and running and told


def _clause(article: Article, sentence: Sentence, predicate: Token) -> ParsedClause | None:
    context = _context(article, sentence, predicate)
    if context is None or article.quoted(predicate):
        return None
    reduced = is_reduced(sentence, predicate)
    free = not reduced and is_free_participle(sentence, predicate)
    verb = participle_verb(sentence, predicate) if reduced or free else verb_group(sentence, predicate)
    subject = (
        _described_by(sentence, predicate)
        if reduced
        else owner_of(sentence, predicate)
        if free
        else find_subject(sentence, predicate)
    )
    if verb is None or subject is None or subject.form.lower() in _NOBODY:
        return None
    if _disagrees(sentence, subject, predicate) or (reduced and _picks_out(sentence, predicate)):
        return None
    if any(doubt(sentence, predicate) for doubt in _DOUBTS):
        return None
    found = tuple(arguments_of(article, sentence, predicate))
    if verb.lemma in ("do", "follow") and not verb.passive and not any(a.role == "object" for a, _ in found):
        return None  # *about 50 do so each year*, *Gagarin followed*: it leans on what was said before
    marks = [t.id for t in sentence.children(predicate, "mark")]
    # *a year after they gained it*: what stands before the conjunction belongs to it and not to the clause.
    found = tuple((a, t) for a, t in found if not (marks and t.id < marks[0]))
    arguments = tuple((a, t) for a, t in found if a.phrase.marker != "according to")
    said_by = next((a.phrase.text for a, _ in found if a.phrase.marker == "according to" and not a.phrase.dangling), "")
    made = _subject_phrase(article, sentence, subject, predicate)
    clause = Clause(
        subject=replace(made, text=definite(made.text)) if reduced else made,
        verb=verb,
        arguments=tuple(argument for argument, _ in arguments),
        sentence=sentence.index,
        condition=condition_of(article, sentence, predicate),
        attribution=context or said_by,
        confidence=_confidence(sentence, predicate, subject, arguments),
        predicate=predicate.id,
    )
    return ParsedClause(clause, predicate, subject, arguments)


def _described_by(sentence: Sentence, participle: Token) -> Token | None:
    """*The theorist was a former prisoner, taken in 1709*: the theorist was taken, and his name is in the question."""
    noun = noun_of(sentence, participle)
    apart = after_comma(sentence, participle) and sentence.children(noun, "cop")
    return find_subject(sentence, noun) if apart else noun


def _shares_object(sentence: Sentence, predicate: Token) -> bool:
    """*financed and directed the building*: what was financed stands behind the other verb."""
    if sentence.children(predicate, "obj", "xcomp", "ccomp") or sentence.children(predicate, "aux:pass", "nsubj:pass"):
        return False
    for other in sentence.children(predicate, "conj"):
        between = sentence.tokens[predicate.id : other.id - 1]
        joined = bool(between) and all(t.relation == "cc" for t in between)
        if joined and sentence.children(other, "obj") and not sentence.children(other, "nsubj", "mark"):
            return True
    return False


def _behind_a_remark(sentence: Sentence, predicate: Token) -> bool:
    """*Decline set in under the Tahirids, who came later, and was confirmed*: the decline was, not they."""
    first, cc = sentence.head(predicate), sentence.child(predicate, "cc")
    if predicate.relation != "conj" or first is None or first.deprel != "acl:relcl" or cc is None or cc.id == 1:
        return False
    return not sentence.children(predicate, "nsubj") and sentence.token(cc.id - 1).form == ","


def _picks_out(sentence: Sentence, participle: Token) -> bool:
    """*Australians born in India suffered most*: it tells which of them, not what they all are."""
    noun = noun_of(sentence, participle)
    people = noun.xpos in ("NNS", "NNPS") and noun.entity == "person"
    several = people and not sentence.children(noun, "det", "nummod", "nmod:poss")
    return several and not after_comma(sentence, participle)


def _left_a_verb_out(sentence: Sentence, predicate: Token) -> bool:
    """*built the first in 1877 and the second in 1888*: two statements, and only one of them has its verb."""
    phrases = sentence.children(predicate, "obl")
    for first in sentence.children(predicate, "obj", "nsubj:pass", "obl"):
        for other in sentence.children(first, "conj"):
            between = any(first.id < t.id < other.id for t in phrases)
            own = any(t.entity == "time" for t in sentence.children(other, "nmod", "orphan"))
            if between and (own or any(t.id > other.id for t in phrases)):
                return True
    return False


def _points_there(sentence: Sentence, predicate: Token) -> bool:
    """*He stayed there for twenty years*: the place is told elsewhere, and without it another place may be meant."""
    return any(t.form.lower() in ("there", "here") for t in sentence.children(predicate, "advmod"))


def _so_that(sentence: Sentence, predicate: Token) -> bool:
    """*The neck was so long that he suspected a forgery*: neither half is true without the other."""
    result = any(
        t.form.lower() == "that" for c in sentence.children(predicate, "advcl") for t in sentence.children(c, "mark")
    )
    return result and any(t.form.lower() == "so" for t in sentence.subtree(predicate)[: predicate.id])


def _watches_another(sentence: Sentence, predicate: Token) -> bool:
    """*watched them carry shells*: whom they watched is no part of what is left."""
    return any(sentence.children(t, "nsubj") for t in sentence.children(predicate, "xcomp"))


def _denied(sentence: Sentence, predicate: Token) -> bool:
    """*nor could he marry*: the clause does not say it."""
    return any(t.form.lower() in ("nor", "neither") for t in sentence.children(predicate, "cc"))


def _is_something(sentence: Sentence, predicate: Token) -> bool:
    """*its role is to take evidence*: what it is, not what it does."""
    return predicate.upos == "VERB" and bool(sentence.children(predicate, "cop"))


def _may_be_what_is_said(sentence: Sentence, predicate: Token) -> bool:
    """*She says it is hard and will take time*: whether she or it takes time, the tree only guesses."""
    saying = sentence.head(predicate)
    if saying is None or predicate.relation != "conj" or saying.lemma not in REPORTING:
        return False
    said = [t for t in sentence.children(saying, "ccomp") if t.id < predicate.id]
    return bool(said) and not sentence.children(predicate, "nsubj")


_DOUBTS = (
    _may_be_what_is_said,
    _watches_another,
    _denied,
    _behind_a_remark,
    either_voice,
    _left_a_verb_out,
    _points_there,
    _shares_object,
    _so_that,
    _is_something,
)
"""Why the tree below a predicate is no statement by itself: each is asked before its arguments are written out."""


def _disagrees(sentence: Sentence, subject: Token, predicate: Token) -> bool:
    """*The settlements was built*: a slip of the article, which no question should repeat.

    *the waters beyond the strait that are known*: the tree has the clause hang on the wrong noun.
    """
    below = subject.head == predicate.id and subject.relation == "nsubj"
    if below:
        return not agrees(sentence, subject, predicate)
    return not agrees_with_noun(sentence, subject, predicate)


def _context(article: Article, sentence: Sentence, predicate: Token) -> str | None:
    """Who states the clause: empty for the article itself, a name for reported speech, None when nobody does."""
    relation, head = predicate.relation, sentence.head(predicate)
    if predicate.upos not in ("VERB", "AUX") and not sentence.children(predicate, "cop"):
        return None
    if head is None:
        return ""
    if is_free_participle(sentence, predicate):
        return _context(article, sentence, head)
    if is_reduced(sentence, predicate):
        return "" if predicate.lemma not in NAMING else None
    if relation == "conj":
        return _context(article, sentence, head)
    if relation in ("ccomp", "parataxis") and head.lemma in REPORTING:
        return _speaker(article, sentence, head)
    if (
        relation == "parataxis"
        and predicate.id > head.id
        and predicate.lemma not in REPORTING
        and sentence.children(predicate, "nsubj")
    ):
        return _context(article, sentence, head)  # *… ; the second half of the sentence*
    if predicate.deprel == "acl:relcl":
        return "" if _tells_more(article, sentence, predicate, head) else None
    if relation == "advcl" and _mark(sentence, predicate) in _FACTUAL_MARKS:
        return _context(article, sentence, head) if head.relation != "xcomp" else None
    return None


def _speaker(article: Article, sentence: Sentence, saying: Token) -> str | None:
    subject = find_subject(sentence, saying)
    outer = _context(article, sentence, saying) if saying.head else ""
    if subject is None or outer is None or outer:
        return None
    speaker = phrase(article, sentence, subject)
    return (
        None if speaker.dangling or (subject.upos == "PRON" and speaker.text == subject.form.lower()) else speaker.text
    )


def _tells_more(article: Article, sentence: Sentence, predicate: Token, antecedent: Token) -> bool:
    """A relative clause after a comma, or on a name, adds a statement; otherwise it only picks out which one."""
    first = sentence.subtree(predicate)[0]
    comma = first.form == "," or (first.id > 1 and sentence.token(first.id - 1).form == ",")
    relative = sentence.child(predicate, "nsubj")
    if relative is None or relative.xpos not in ("WDT", "WP"):
        return False
    settled = antecedent.relation in ("nsubj", "obj", "obl", "nmod", "appos", "conj", "root")
    return settled and comma and (antecedent.upos == "PROPN" or article.entity(sentence, antecedent) is not None)


def _mark(sentence: Sentence, predicate: Token) -> str:
    mark = sentence.child(predicate, "mark")
    return mark.form.lower() if mark else ""


def _existent_number(sentence: Sentence, predicate: Token) -> str:
    thing = sentence.child(predicate, "nsubj")
    return "plur" if thing is not None and thing.xpos in ("NNS", "NNPS") else "sing"


def _subject_phrase(article: Article, sentence: Sentence, subject: Token, predicate: Token) -> Phrase:
    """The subject without the relative clause that the predicate itself stands in."""
    if subject.deprel == "expl":
        return Phrase(
            "there",
            "there",
            number=_existent_number(sentence, predicate),
            sentence=sentence.index,
            tokens=(subject.id,),
            head_id=subject.id,
        )
    inner = [t for t in (predicate, *sentence.ancestors(predicate)) if t.head == subject.id and t.relation == "acl"]
    if inner:  # *Michels, who was appointed in 1965, and then Kovács*: it says nothing of the other
        inner += [t for t in sentence.children(subject, "conj") if t.id > inner[0].id]
    return phrase(article, sentence, subject, without=inner, marker="")


def _confidence(
    sentence: Sentence, predicate: Token, subject: Token, arguments: tuple[tuple[Argument, Token], ...]
) -> float:
    """The least certain of the arcs that hold the clause together."""
    core = [predicate, subject, *(t for a, t in arguments if a.required)]
    return min(t.confidence for t in core)
