"""Conditions of what is always so: *When water reaches 100 °C, it boils.*"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen import text
from quizgen.facts.article import Article, token_span
from quizgen.facts.clauses import ParsedClause
from quizgen.facts.extents import trim_edges
from quizgen.records import Fact, Phrase, Sentence, Token

_MARKS = frozenset({"if", "when", "whenever"})
_STATES = frozenset(
    "be have need require mean know use call seem appear remain lie want like depend consist contain include belong "
    "follow apply exist tend".split()
)
"""Verbs of what nobody would call an event."""
_PERSONS = frozenset("i you we he she me my your our his her him us".split())
_LEANING = {"it": "Sing", "its": "Sing", "they": "Plur", "their": "Plur", "them": "Plur"}
_MOST = 14


def conditions(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """``case`` *when water reaches 100 °C* and ``outcome`` *it boils*."""
    for parsed in found:
        case = _case(sentence, parsed)
        if case is None or not _is_general(parsed):
            continue
        under = trim_edges(list(sentence.subtree(case)))
        outcome = _outcome(sentence, parsed, case)
        if not outcome or not _stands_alone(article, sentence, case, under, outcome):
            continue
        roles = (("case", _phrase(article, sentence, under)), ("outcome", _phrase(article, sentence, outcome)))
        sure = min(parsed.clause.confidence, case.confidence)
        yield Fact("condition", roles, sentence.index, sentence.span, confidence=sure)


def _case(sentence: Sentence, parsed: ParsedClause) -> Token | None:
    """The clause with *if* or *when*, in the present, with a subject of its own."""
    for token in sentence.children(parsed.predicate, "advcl"):
        marks = [t.form.lower() for t in sentence.children(token, "mark", "advmod") if t.id < token.id]
        finite = [token, *sentence.children(token, "aux", "cop")]
        present = any(t.xpos in ("VBZ", "VBP") for t in finite) and not any(t.xpos in ("VBD", "MD") for t in finite)
        first = sentence.subtree(token)[0].form.lower() in _MARKS
        if marks and marks[0] in _MARKS and first and present and sentence.children(token, "nsubj"):
            return token
    return None


def _is_general(parsed: ParsedClause) -> bool:
    verb = parsed.clause.verb
    timeless = verb.tense == "pres" or verb.modal in ("will", "can", "may")
    happens = verb.lemma not in _STATES and not verb.copula and parsed.predicate.relation == "root"
    plain = parsed.subject.deprel != "expl" and not parsed.clause.attribution
    dated = any(a.phrase.type == "time" for a in parsed.clause.arguments)
    return timeless and happens and plain and not dated and "have" not in verb.auxiliaries


def _outcome(sentence: Sentence, parsed: ParsedClause, case: Token) -> list[Token]:
    """The main clause without its condition, its linking words and what is joined to it."""
    dropped = {t.id for t in sentence.subtree(case)}
    for token in sentence.children(parsed.predicate, "cc", "punct", "discourse", "parataxis"):
        dropped |= {t.id for t in sentence.subtree(token)}
    for token in sentence.children(parsed.predicate, "advmod"):
        if token.form.lower() in ("then", "however", "also", "therefore", "thus"):
            dropped.add(token.id)
    return trim_edges([t for t in sentence.subtree(parsed.predicate) if t.id not in dropped])


def _stands_alone(article: Article, sentence: Sentence, case: Token, under: list[Token], outcome: list[Token]) -> bool:
    """No person, no name, and no pronoun but one for the subject of the condition."""
    words = [*under, *outcome]
    long = len(under) > _MOST or len(outcome) > _MOST
    if long or any(t.form.lower() in _PERSONS or t.form in "()[]" for t in words):
        return False
    if any(t.upos == "PROPN" and t.entity in ("person", "organization") for t in words):
        return False
    subject = sentence.child(case, "nsubj")
    if subject is None or subject.upos not in ("NOUN", "PROPN") or article.dangling(sentence, under):
        return False
    number = "Plur" if sentence.children(subject, "conj") else subject.feat("Number")
    leaning = [t for t in outcome if t.form.lower() in _LEANING]
    if leaning:
        return all(_LEANING[t.form.lower()] == number for t in leaning)
    return not article.dangling(sentence, outcome)


def _phrase(article: Article, sentence: Sentence, tokens: list[Token]) -> Phrase:
    written = text.trim(article.write(sentence, tokens, resolve=False))
    return Phrase(
        written, "", type="clause", sentence=sentence.index, tokens=tuple(t.id for t in tokens), span=token_span(tokens)
    )  # fmt: skip
