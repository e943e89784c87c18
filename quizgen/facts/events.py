"""Events: who did what, and the when, where, why and how that stand beside it."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.analysis import dates
from quizgen.facts.article import Article
from quizgen.facts.clauses import ParsedClause
from quizgen.facts.lexicon import SAYING
from quizgen.facts.phrases import conjunct
from quizgen.records import Argument, Fact, Phrase, Sentence, Token, replace

_POINTS = frozenset(
    {
        "",
        "in",
        "on",
        "at",
        "during",
        "between",
        "by",
        "after",
        "before",
        "around",
        "about",
        "circa",
        "early in",
        "late in",
    }
)
_PLACES = frozenset(
    [
        "in",
        "at",
        "on",
        "near",
        "to",
        "into",
        "onto",
        "from",
        "through",
        "across",
        "along",
        "beside",
        "behind",
        "outside",
        "inside",
        "under",
        "over",
        "between",
        "within",
        "around",
        "off",
        "above",
        "below",
        "beneath",
        "toward",
        "towards",
        "aboard",
        "throughout",
    ]
) | {"in front of", "next to", "close to", "north of", "south of", "east of", "west of", "on top of", "outside of"}
_MAKING = frozenset(
    [
        "compose",
        "write",
        "publish",
        "paint",
        "build",
        "invent",
        "record",
        "design",
        "direct",
        "produce",
        "release",
        "translate",
        "edit",
        "illustrate",
    ]
)
_LOCATED = frozenset(
    "located situated visible available active open based common present headquartered buried born".split()
)
_TOGETHER = frozenset(
    [
        "meet",
        "marry",
        "gather",
        "agree",
        "differ",
        "compete",
        "share",
        "cooperate",
        "collaborate",
        "unite",
        "form",
        "constitute",
    ]
)
"""Verbs that are said of several at once and not of each."""


def make_fact(kind: str, parsed: ParsedClause, sentence: Sentence, *extra: tuple[str, Phrase]) -> Fact:
    """A fact that rests on a clause: its arguments become roles, the first of each kind; ``extra`` come first."""
    roles = dict(extra)
    roles.setdefault("subject", parsed.clause.subject)
    for argument in parsed.clause.arguments:
        roles.setdefault(argument.role, argument.phrase)
    return Fact(
        kind=kind,
        roles=tuple(roles.items()),
        sentence=sentence.index,
        evidence=sentence.span,
        clause=parsed.clause,
        confidence=parsed.clause.confidence,
    )


def events(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """One fact a clause: *Peresild and Shipenko docked at the ISS*."""
    for parsed in found:
        verb = parsed.clause.verb
        reports = verb.lemma in SAYING and any(a.role == "content" for a in parsed.clause.arguments)
        able = verb.copula and parsed.predicate.upos == "ADJ" and len(parsed.arguments) > 1
        if reports or (verb.copula and not able):
            continue
        yield make_fact("event", _made_things(parsed), sentence)
        yield from _of_each(article, sentence, parsed)


def _made_things(parsed: ParsedClause) -> ParsedClause:
    """What is written, painted or built is no person, whatever its name looks like: *composed Thyrza*."""
    if parsed.clause.verb.lemma not in _MAKING or parsed.clause.verb.passive:
        return parsed
    arguments = tuple(
        replace(a, phrase=replace(a.phrase, type="object")) if a.role == "object" and a.phrase.type == "person" else a
        for a in parsed.clause.arguments
    )
    return replace(parsed, clause=replace(parsed.clause, arguments=arguments))


def _of_each(article: Article, sentence: Sentence, parsed: ParsedClause) -> Iterator[Fact]:
    """*A Russian actor, X, and a producer, Y, docked*: the event told of each one who is described."""
    joined = [parsed.subject, *sentence.children(parsed.subject, "conj")]
    if len(joined) < 2 or parsed.clause.verb.lemma in _TOGETHER:
        return
    for token in joined:
        one = conjunct(article, sentence, token)
        if one.definition and one.type == "person":
            clause = replace(parsed.clause, subject=one)
            yield make_fact("event", replace(parsed, clause=clause), sentence)


def times(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """When something happened: at what ``time``, for what ``duration``, after what ``interval``, from what ``start``,
    to what ``end``."""
    for parsed in found:
        if changes_twice(parsed):
            continue
        for argument, token in parsed.arguments:
            if argument.role == "object" and _lasts(parsed, argument, sentence, token):
                yield make_fact("time", parsed, sentence, ("duration", argument.phrase))
        for argument, token in adjuncts(parsed):
            role = _time_role(article, sentence, argument, token)
            if role:
                yield make_fact("time", parsed, sentence, (role, argument.phrase))


def changes_twice(parsed: ParsedClause) -> bool:
    """*rose from 12,000 in 1970 to 45,000 in 2010*: each time belongs to one of the ends and not to the change."""
    ends = {a.phrase.marker for a, _ in parsed.arguments if a.phrase.type in ("number", "percent", "money", "")}
    timed = [a for a, _ in parsed.arguments if a.phrase.type == "time"]
    return {"from", "to"} <= ends and len(timed) > 1


def _lasts(parsed: ParsedClause, argument: Argument, sentence: Sentence, token: Token) -> bool:
    """*The trip took two days.*"""
    return (
        parsed.clause.verb.lemma in ("take", "last", "spend")
        and argument.phrase.type == "time"
        and bool(sentence.children(token, "nummod"))
    )


def _time_role(article: Article, sentence: Sentence, argument: Argument, token: Token) -> str:
    phrase = argument.phrase
    if token.lemma == "age":
        return ""  # *at the age of 47*: ``ages``
    if phrase.determiner in ("a", "an") and not phrase.marker:
        return ""  # *1.3 million people a year*: how often, not when
    if phrase.determiner in ("every", "each", "any") or phrase.text.lower().startswith(("every ", "each ")):
        return ""
    if phrase.type != "time" or dates.is_deictic(str(phrase)):
        return ""
    if phrase.marker in ("since", "until", "till"):
        return "start" if phrase.marker == "since" else "end"
    counted = bool(sentence.children(token, "nummod")) and token.xpos == "NNS"
    if phrase.marker in ("for", "over", "throughout") or (counted and phrase.marker == ""):
        some = phrase.determiner in ("a", "an") or any(
            t.lemma in ("several", "many", "few") for t in sentence.children(token, "amod")
        )
        return "duration" if counted or some else ""
    if counted and phrase.marker in ("after", "before", "within", "in"):
        return "interval"
    if phrase.marker in _POINTS and argument.role in ("oblique", "adverb"):
        return "time"
    return ""


def places(article: Article, sentence: Sentence, found: tuple[ParsedClause, ...]) -> Iterator[Fact]:
    """Where something happened, stands or goes."""
    for parsed in found:
        governed = parsed.predicate.upos == "ADJ" and parsed.predicate.lemma not in _LOCATED  # *interested in Rome*
        for argument, _ in () if governed else adjuncts(parsed):
            if _is_place(argument):
                yield make_fact("place", parsed, sentence, ("place", argument.phrase))
        for argument, _ in parsed.arguments:
            if argument.role == "attribute" and parsed.clause.verb.copula and _is_place(argument):
                yield make_fact("place", parsed, sentence, ("place", argument.phrase))


def _is_place(argument: Argument) -> bool:
    return argument.phrase.type == "place" and argument.phrase.marker in _PLACES


def adjuncts(parsed: ParsedClause) -> Iterator[tuple[Argument, Token]]:
    for argument, token in parsed.arguments:
        if argument.role in ("oblique", "adverb"):
            yield argument, token
