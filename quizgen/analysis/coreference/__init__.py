"""Who and what the article speaks of: its names, descriptions and pronouns, gathered under one entity each.

Sieves in order of their precision: names, appositions and roles over the whole article; then, from left to right,
definite descriptions and pronouns. What is doubtful stays out: a mention that is in no entity is unresolved.
After Lee et al. 2013, "Deterministic coreference resolution based on entity-centric, precision-ranked rules".
"""

from __future__ import annotations

from collections.abc import Sequence

from quizgen import clock
from quizgen.analysis.quotes import speech
from quizgen.records import Document, Entity, Sentence

__all__ = ["resolve"]


def resolve(document: Document, sentences: Sequence[Sentence]) -> tuple[Entity, ...]:
    """The entities of an article, in order of their first mention.

    A pronoun or description that is in an entity of ``named`` true can be replaced by its name; one that is in no
    entity is not resolved. ``Mention.tokens`` are what the name takes the place of: of a possessive the pronoun alone.
    """
    from quizgen.analysis.coreference import descriptions, entities, joined, mentions, naming, pronouns, roles
    from quizgen.analysis.coreference.clusters import Clusters

    clusters = Clusters(mentions.find(sentences, speech(document, sentences), document.title))
    naming.unite(clusters, document.title)
    roles.learn(clusters)
    descriptions.learn_classes(clusters)
    for nominal in clusters.nominals:
        clock.tick()
        if nominal.kind == "pronoun":
            pronouns.resolve(clusters, nominal)
        elif nominal.kind == "description":
            descriptions.resolve(clusters, nominal)
        elif nominal.kind == "joined":
            joined.resolve(clusters, nominal)
    return entities.build(clusters, document.title)
