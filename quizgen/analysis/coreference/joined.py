"""Phrases that take several bearers together: *Peresild and Shipenko*, *the actor and the director*."""

from __future__ import annotations

from quizgen.analysis.coreference.clusters import Clusters
from quizgen.analysis.coreference.nominal import Nominal


def resolve(clusters: Clusters, nominal: Nominal) -> bool:
    """Merge it with an earlier phrase that takes the same bearers together; tells whether it did."""
    bearers = {clusters.id(part) for part in nominal.parts}
    for other in clusters.nominals[: nominal.key]:
        if other.kind == "joined" and {clusters.id(part) for part in other.parts} == bearers:
            clusters.merge(other.key, nominal.key)
            return True
    return False
