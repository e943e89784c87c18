"""What the source clause says and an item does not: the proposition put together from question and answer is compared
with the words of the clause.

Additions may be left out: what stands in brackets, non-restrictive clauses, further statements. All else says which
one, when, where or under what condition, and without it the item says more than the article.
"""

from __future__ import annotations

import re

from quizgen.facts.extents import after_comma
from quizgen.records import BLANK, Candidate, Entity, Mention, Sentence, Token
from quizgen.selection.context import Context
from quizgen.selection.words import STOP, content, lower, stem

_MEANING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "SYM"})
_SOME = frozenset("some most many few several half all both no every each".split())
"""Determiners that say how many of them are meant."""
_LIMITING = frozenset(
    "only partly partially mainly mostly largely chiefly primarily nearly almost often sometimes usually generally "
    "typically commonly rarely seldom reportedly allegedly supposedly possibly probably perhaps apparently roughly "
    "approximately about least instead never less more most".split()
)
"""Adverbs without which the rest would say more than the article."""
_LINKING = frozenset(
    "also however therefore thus then moreover furthermore instead meanwhile nevertheless nonetheless additionally "
    "consequently similarly finally hence indeed still too overall notably specifically importantly accordingly "
    "likewise otherwise currently today now eventually even such example instance addition fact contrast".split()
)
"""Words that tie a sentence to its neighbours."""
_CONDITIONS = frozenset({"if", "unless", "when", "whenever", "until", "provided", "except", "once"})


def left_out(candidate: Candidate, context: Context) -> tuple[Token, ...]:
    """The words of the clause that neither the question nor the answer says, in their order."""
    clause, sentence = candidate.fact.clause, context.sentence(candidate)
    if clause is None or sentence is None or not clause.predicate:
        return ()
    asked = candidate.item.question.replace(BLANK, " ")
    answer = candidate.answer.text if candidate.item.type.value == "true_false" else candidate.item.answer
    said = content(asked) | content(answer) | frozenset(re.findall(r"\d+", f"{asked} {answer}"))
    raw = frozenset(lower(f"{asked} {answer}"))
    scope = _timed_scope if candidate.fact.kind == "quantity" else _scope
    found = [t for t in sentence.once(scope, sentence.token(clause.predicate)) if not _told(t, said, raw)]
    if not found:
        return ()
    known = _known(context, sentence, said)
    return tuple(t for t in found if t.id not in known)


def _weighs(token: Token) -> bool:
    if token.upos == "DET" or token.relation == "det":
        return token.form.casefold() in _SOME
    return token.upos in _MEANING or (token.upos == "ADV" and token.form.casefold() in _LIMITING)


def _told(token: Token, said: frozenset[str], raw: frozenset[str]) -> bool:
    word = token.form.casefold()
    if word in _SOME:
        return word in raw
    if word in STOP or word in _LINKING or not re.search(r"\w", word):
        return True
    return stem(word) in said or stem(token.lemma) in said or any(stem(w) in said for w in re.split(r"[-–.,]", word))


def _known(context: Context, sentence: Sentence, said: frozenset[str]) -> set[int]:
    """Tokens of mentions whose entity is named in the item by other words, and of dates that were reckoned out."""
    ids = set(context.once(_dated, sentence))
    for entity, mention, words in context.once(_mentioned, sentence):
        replaced = words.isdisjoint(said) or (entity.type == "person" and mention.kind == "name")
        if replaced and _named(entity, said):
            ids.update(mention.tokens)
    return ids


def _mentioned(context: Context, sentence: Sentence) -> tuple[tuple[Entity, Mention, frozenset[str]], ...]:
    """The mentions of the sentence, each with its entity and the stems of its words."""
    pairs = ((e, m) for e in context.analysis.entities for m in e.mentions if m.sentence == sentence.index)
    found = ((e, m, frozenset(stem(sentence.token(i).form) for i in m.tokens)) for e, m in pairs)
    return tuple(entry for entry in found if entry[2])


def _dated(context: Context, sentence: Sentence) -> frozenset[int]:
    """Ids of the tokens of dates that were reckoned out."""
    spans = [span for span, _ in context.analysis.dates if span.overlaps(sentence.span)]
    return frozenset(t.id for span in spans for t in sentence.tokens if t.span in span)


def _named(entity: Entity, said: frozenset[str]) -> bool:
    words = content(entity.name)
    return bool(words) and bool(words & said) and entity.named


def _scope(sentence: Sentence, predicate: Token) -> tuple[Token, ...]:
    """The words of the clause that weigh something."""
    return _within(sentence, predicate, timed=False)


def _timed_scope(sentence: Sentence, predicate: Token) -> tuple[Token, ...]:
    """The same with those that tell the time: *48,000 pins in a day*."""
    return _within(sentence, predicate, timed=True)


def _within(sentence: Sentence, predicate: Token, *, timed: bool) -> tuple[Token, ...]:
    dropped: set[int] = set()
    for token in sentence.subtree(predicate):
        if token is predicate or token.id in dropped:
            continue
        time = token.head == predicate.id and _is_other_time(sentence, token) and not timed
        if time or _is_addition(sentence, predicate, token):
            dropped.update(t.id for t in sentence.subtree(token))
    kept = (t for t in sentence.subtree(predicate) if t.id not in dropped and _weighs(t))
    return tuple(t for t in kept if not sentence.once(_in_brackets, t))


def _is_addition(sentence: Sentence, predicate: Token, token: Token) -> bool:
    if token.relation in ("parataxis", "discourse", "vocative", "list", "reparandum"):
        return True
    if token.relation == "conj" and token.head == predicate.id:
        return True
    if token.relation == "conj" and (subject := sentence.head(token)) is not None and subject.relation == "nsubj":
        return True  # *an actor, Ann, and a director, Bob, came*: either may be asked for
    if token.relation == "advcl":
        if token.xpos == "VB" and any(t.form.lower() == "to" for t in sentence.children(token, "mark")):
            return False  # *began to come around to support it*
        if _is_moment(sentence, token):
            return True
        marks = {t.form.lower() for t in sentence.children(token, "mark", "advmod") if t.id < token.id}
        always = predicate.xpos in ("VBZ", "VBP", "VB") or any(
            t.xpos == "VBZ" for t in sentence.children(predicate, "cop")
        )
        # What is always so holds *as the storm moves over land*; what happened once is told apart by the rest.
        return not marks & (_CONDITIONS | {"as", "while", "after", "before"} if always else _CONDITIONS)
    if token.relation in ("acl", "appos"):
        return after_comma(sentence, token)
    return token.relation == "conj" and token.upos in ("VERB", "AUX") and bool(sentence.children(token, "nsubj"))


def _is_other_time(sentence: Sentence, token: Token) -> bool:
    """*two years later*, *in June*: what happened once is told apart by the rest as well."""
    return token.relation in ("obl", "advmod", "nmod") and token.entity == "time"


def _is_moment(sentence: Sentence, token: Token) -> bool:
    """*when the tide rose*: a moment of the past and no condition."""
    marks = {t.form.lower() for t in sentence.children(token, "mark", "advmod") if t.id < token.id}
    past = token.xpos == "VBD" or any(t.xpos == "VBD" for t in sentence.children(token, "aux", "cop"))
    return bool(marks & {"when", "once"}) and past


def _in_brackets(sentence: Sentence, token: Token) -> bool:
    depth = 0
    for other in sentence.tokens[: token.id - 1]:
        depth += other.form in ("(", "[")
        depth -= other.form in (")", "]") and depth > 0
    return depth > 0
