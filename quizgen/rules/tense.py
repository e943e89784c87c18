"""Whether what an article tells in passing, without a verb, holds today or held once."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.records import Analysis, Phrase, Sentence, Token

_FINITE = {"VBD": "past", "VBZ": "pres", "VBP": "pres"}


def of_person(person: Phrase, analysis: Analysis) -> str:
    """*past* or *pres* for what somebody is by office or profession.

    News tells of today. Elsewhere the verbs that are said of the person decide, and without any those of the whole
    article: *attributed to Reza Abbasi, court painter of Shah Abbas*, in a history, is long ago.
    """
    if analysis.document.date:
        return "pres"
    own = [_FINITE[verb.xpos] for verb in _said_of(person, analysis)]
    told = own or [_FINITE[t.xpos] for s in analysis.sentences for t in s.tokens if t.xpos in _FINITE]
    return "past" if told.count("past") * 2 > len(told) else "pres"


def _said_of(person: Phrase, analysis: Analysis) -> Iterator[Token]:
    """Finite verbs whose subject the person is, wherever the article names or means them."""
    here = (person.sentence, person.head_id)
    for entity in analysis.entities:
        places = [(mention.sentence, mention.head) for mention in entity.mentions]
        if not entity.parts and here in places:
            for sentence, head in places:
                yield from _finite_above(analysis.sentences[sentence], head)


def _finite_above(sentence: Sentence, head: int) -> Iterator[Token]:
    token = sentence.token(head)
    predicate = sentence.head(token)
    if token.relation != "nsubj" or predicate is None:
        return
    for verb in (predicate, *sentence.children(predicate, "aux", "cop")):
        if verb.xpos in _FINITE:
            yield verb
