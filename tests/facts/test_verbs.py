"""The verb group: ``sentence → field=value …``; what is not named is empty or false."""

from __future__ import annotations

import pytest
from fact_table import analysed, rows

from quizgen.analysis.parser import Model
from quizgen.facts.article import Article
from quizgen.facts.clauses import clauses
from quizgen.records import Verb

TABLE = """
    Anna opened the door. → lemma=open form=opened tense=past
    Anna opens the door. → lemma=open form=opens tense=pres
    Anna will open the door. → lemma=open form=open auxiliaries=will modal=will
    Anna has opened the door. → lemma=open form=opened auxiliaries=has tense=pres
    Anna had opened the door. → lemma=open form=opened auxiliaries=had tense=past
    Anna is opening the door. → lemma=open form=opening auxiliaries=is tense=pres
    Anna has been opening the door. → lemma=open form=opening auxiliaries=has,been tense=pres
    Anna may have opened the door. → lemma=open form=opened auxiliaries=may,have modal=may
    The door was opened by Anna. → lemma=open form=opened auxiliaries=was tense=past passive=True
    The door has been opened. → lemma=open form=opened auxiliaries=has,been tense=pres passive=True
    The door can be opened. → lemma=open form=opened auxiliaries=can,be modal=can passive=True
    The vote is to be held in May. → lemma=hold form=held auxiliaries=is,to,be tense=pres passive=True
    The door got opened by Anna. → lemma=open form=opened auxiliaries=got tense=past passive=True
    The door is being opened. → lemma=open form=opened auxiliaries=is,being tense=pres passive=True
    The door is open. → lemma=be form=is tense=pres copula=True
    Anna didn't open the door. → lemma=open form=open auxiliaries=did tense=past negated=True negation=not
    Anna doesn’t open the door. → lemma=open form=open auxiliaries=does tense=pres negated=True negation=not
    Anna won't open the door. → lemma=open form=open auxiliaries=will modal=will negated=True negation=not
    Anna can't open the door. → lemma=open form=open auxiliaries=can modal=can negated=True negation=not
    Anna has never opened the door. → lemma=open form=opened auxiliaries=has tense=pres negated=True negation=never
    The treaty hardly changed the law. → lemma=change form=changed tense=past negated=True negation=hardly
    Anna'll open the door. → lemma=open form=open auxiliaries=will modal=will
    She's opened the door. → lemma=open form=opened auxiliaries=has tense=pres
    She's a doctor. → lemma=be form=is tense=pres copula=True
    They've opened the door. → lemma=open form=opened auxiliaries=have tense=pres
    Anna gave up the search. → lemma=give form=gave tense=past particle=up
    Anna turned the light off. → lemma=turn form=turned tense=past particle=off
    Anna often opens the door. → lemma=open form=opens tense=pres adverbs=often
    Anna has slowly opened the door. → lemma=open form=opened auxiliaries=has tense=pres adverbs=slowly
    Anna also opened the door. → lemma=open form=opened tense=past
    Anna did open the door. → lemma=open form=open auxiliaries=did tense=past
    Anna had to open the door. → lemma=have form=had tense=past
"""
SHARED = """
    The car was washed and dried. → was washed / was dried
    Anna can sing and dance. → can sing / can dance
    Houses were built, sold and burned. → were built / were sold / were burned
    The queen opened the bridge and named the ship. → opened / named
"""


def verbs(sentence: str, model: Model) -> list[Verb]:
    article = Article(analysed(sentence, model))
    return [parsed.clause.verb for parsed in clauses(article, article.sentences[0])]


def written(verb: Verb) -> str:
    named = {
        field: getattr(verb, field) for field in Verb.__dataclass_fields__ if field != "tag" and getattr(verb, field)
    }
    return " ".join(f"{k}={','.join(v) if isinstance(v, tuple) else v}" for k, v in named.items())


@pytest.mark.parametrize("row", rows(TABLE), ids=str)
def test_one_verb(row: tuple[str, tuple[str, ...]], model: Model) -> None:
    assert tuple(written(verb) for verb in verbs(row[0], model)) == row[1]


@pytest.mark.parametrize("row", rows(SHARED), ids=str)
def test_auxiliaries_that_are_said_once(row: tuple[str, tuple[str, ...]], model: Model) -> None:
    assert tuple(sorted(str(verb) for verb in verbs(row[0], model))) == row[1]
