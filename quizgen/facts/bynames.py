"""What something is called, known as, referred to as: as a clause that can be asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen import text
from quizgen.facts.apart import picks_out, says_which
from quizgen.facts.arguments import arguments_of
from quizgen.facts.article import Article
from quizgen.facts.clauses import ParsedClause, is_statement
from quizgen.facts.events import make_fact
from quizgen.facts.extents import after_comma
from quizgen.facts.lexicon import NAMING
from quizgen.facts.participles import participle_verb
from quizgen.facts.phrases import phrase
from quizgen.facts.remade import swapped
from quizgen.facts.verbs import EMPTY_ADVERBS
from quizgen.records import Argument, Clause, Fact, Phrase, Sentence, Token, replace

_WITH_AS = frozenset({"know", "refer"})
"""Verbs that give a name only with *as*."""


def bynames(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """*Molten rock below the surface is called magma*: ``called`` *magma*; *known as*, *referred to as* likewise."""
    for parsed in (*found, *namings(article, sentence)):
        verb = parsed.clause.verb
        if verb.lemma not in NAMING | _WITH_AS or not verb.passive or verb.negated:
            continue
        if picks_out(sentence, parsed.predicate) or not _is_told_apart(sentence, parsed):
            continue  # *a barrier known as MOSE*: ``names`` asks which barrier
        told = _given(sentence, parsed)
        if told is None:
            continue
        argument, token = told
        called = replace(argument, phrase=_unquoted(argument.phrase), required=True)
        complete = _with_adverb(sentence, _referred(_in_front(swapped(parsed, argument, called), called)))
        roles = [("called", called.phrase), *_meaning(complete, called.phrase, token)]
        fact = make_fact("name", complete, sentence, *roles)
        yield replace(fact, confidence=min(fact.confidence, token.confidence))


def _is_told_apart(sentence: Sentence, parsed: ParsedClause) -> bool:
    """*Molten rock* and *the capital of Peru*, not *the first part*; what somebody was named once has its time."""
    clause, subject = parsed.clause, parsed.subject
    if clause.verb.lemma == "name" and clause.subject.type == "person":
        return False  # *was named player of the year*
    timed = clause.verb.tense != "past" or any(a.phrase.type == "time" for a in clause.arguments)
    described = clause.subject.determiner in ("", "a", "an") or says_which(sentence, subject)
    in_passing = parsed.predicate.deprel == "acl"  # *Norton, known as the Emperor, lived …*
    joined = subject.upos != "PROPN" and bool(sentence.children(subject, "conj"))
    return described and not joined and (timed or subject.upos != "PROPN" or in_passing)


def _given(sentence: Sentence, parsed: ParsedClause) -> tuple[Argument, Token] | None:
    """The name that the clause gives; None when there is none or more than one."""
    found = []
    for argument, token in parsed.arguments:
        wanted = argument.role == "attribute" and parsed.clause.verb.lemma in NAMING
        behind = argument.role == "oblique" and argument.phrase.marker == "as"
        if (wanted or behind) and token.upos in ("NOUN", "PROPN") and token.id > parsed.predicate.id:
            found.append((argument, token))
    if len(found) != 1 or sentence.children(found[0][1], "conj", "acl"):
        return None
    return found[0]


def _unquoted(name: Phrase) -> Phrase:
    """As it is written, and not as the article calls the same thing elsewhere."""
    bare = re.sub(r"^(the |an? )?[“\"‘'](.+)[”\"’']$", r"\1\2", text.unquote(name.original))
    return replace(name, text=bare, names=())


def _in_front(parsed: ParsedClause, called: Argument) -> ParsedClause:
    """*known in English as Amazonia* → *known as Amazonia in English*: the preposition stays at the verb."""
    others = [a for a in parsed.clause.arguments if a is not called]
    before = tuple(a for a in others if a.position == "before")
    after = tuple(a for a in others if a.position != "before")
    return replace(parsed, clause=replace(parsed.clause, arguments=(*before, called, *after)))


def _referred(parsed: ParsedClause) -> ParsedClause:
    """*referred to as*: parsers make of *to* a phrase of its own."""
    if parsed.clause.verb.lemma != "refer":
        return parsed
    kept = tuple(a for a in parsed.clause.arguments if a.phrase.text != "to")
    return replace(
        parsed, clause=replace(parsed.clause, arguments=kept, verb=replace(parsed.clause.verb, particle="to"))
    )


def _with_adverb(sentence: Sentence, parsed: ParsedClause) -> ParsedClause:
    """*also known as*, *sometimes called*: it has other names too."""
    verb = parsed.clause.verb
    found = [t for t in sentence.children(parsed.predicate, "advmod") if t.id < parsed.predicate.id]
    found = [t for t in found if t.form.lower() == "also" or t.form.lower() not in EMPTY_ADVERBS]
    words = [t.form.lower() for t in found if not sentence.children(t)]
    adverbs = tuple(w for w in words if w not in verb.adverbs)
    return replace(parsed, clause=replace(parsed.clause, verb=replace(verb, adverbs=(*adverbs, *verb.adverbs))))


def _meaning(parsed: ParsedClause, called: Phrase, token: Token) -> Iterator[tuple[str, Phrase]]:
    """*molten rock that lies below the surface* is all that *magma* means, if nothing beside it narrows it."""
    clause = parsed.clause
    alone = len(clause.arguments) == 1 and not clause.condition and not clause.attribution
    general = clause.subject.determiner in ("", "a", "an") and not clause.subject.proper and clause.verb.tense == "pres"
    told = len(clause.subject.tokens) >= 4 and not clause.subject.dangling and not clause.verb.adverbs
    if alone and general and told and token.upos == "NOUN" and parsed.subject.upos == "NOUN":
        yield "meaning", clause.subject


def namings(article: Article, sentence: Sentence) -> Iterator[ParsedClause]:
    """Participles that name in passing what is known already: *Kearney Boulevard, named after …*; *also known as*."""
    if not is_statement(sentence):
        return
    for token in sentence.tokens:
        noun = sentence.head(token)
        if token.xpos != "VBN" or token.deprel != "acl" or token.lemma not in NAMING or noun is None:
            continue
        verb = participle_verb(sentence, token)
        if verb is None or not after_comma(sentence, token) or article.quoted(token):
            continue
        arguments = tuple(arguments_of(article, sentence, token))
        subject = phrase(article, sentence, noun, without=[token], marker="")
        clause = Clause(
            subject, verb, tuple(a for a, _ in arguments), sentence.index,
            confidence=min(token.confidence, noun.confidence),
        )  # fmt: skip
        yield ParsedClause(clause, token, noun, arguments)
