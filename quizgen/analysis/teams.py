"""Teams: in an article on a match, who beats and is beaten is one, be it called a country, a city or the Owls."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.analysis.lexicon import word_set
from quizgen.records import Sentence, Token

_SPORT = word_set(
    """
    match season league cup tournament championship team goal goalkeeper striker midfielder defender coach referee
    stadium quarterback touchdown inning pitcher batsman wicket scorer semifinal semi-final quarterfinal quarter-final
    playoff football soccer rugby basketball baseball cricket hockey halftime half-time penalty kickoff kick-off
    substitute offside captain squad fixture
    """
)
_TEAM_SUBJECT = word_set(
    """
    beat defeat face play win lose draw score trail concede qualify eliminate thrash substitute advance outscore rout
    edge oust relegate equalize equalise
    """
)
_TEAM_OBJECT = word_set("beat defeat face play eliminate thrash coach manage captain lead outscore rout edge oust")
_LEAST_WORDS, _LEAST_DIFFERENT = 8, 4


def is_on_sport(sentences: Sequence[Sentence]) -> bool:
    """Whether the article speaks of matches at length: not one goal of a campaign, but goals, coaches and a league."""
    met = [t.lemma.casefold() for s in sentences for t in s.tokens if t.upos in ("NOUN", "PROPN")]
    met = [word for word in met if word in _SPORT]
    return len(met) >= _LEAST_WORDS and len(set(met)) >= _LEAST_DIFFERENT


def plays(sentence: Sentence, token: Token) -> bool:
    """Whether the name stands where a team does: *Belgium faced Japan*, *against the Owls*; *in Belgium* is a place."""
    verb = sentence.head(token)
    if token.upos != "PROPN" or verb is None:
        return False
    if token.relation == "conj" and verb.upos == "PROPN":
        return plays(sentence, verb)
    lemma, role = verb.lemma.casefold(), token.deprel
    if role == "nsubj":
        return lemma in _TEAM_SUBJECT
    if role in ("obj", "nsubj:pass"):
        return lemma in _TEAM_OBJECT
    case = sentence.child(token, "case")
    return role in ("obl", "nmod") and case is not None and case.form.casefold() == "against"
