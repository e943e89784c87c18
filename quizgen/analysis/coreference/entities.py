"""From sets of nominals to the entities that the later stages read."""

from __future__ import annotations

from collections import Counter

from quizgen.analysis.coreference.clusters import Clusters
from quizgen.analysis.coreference.mentions import Nominal
from quizgen.records import Entity


def build(clusters: Clusters) -> tuple[Entity, ...]:
    """Entities in order of their first mention, with ids from 0; what is said once and has no name is left out."""
    kept = [key for key in clusters.ids() if _worth(clusters, key)]
    wanted = {clusters.id(part) for key in kept for part in clusters.bearer(key).parts}
    kept = sorted(set(kept) | wanted, key=lambda key: clusters.members(key)[0].start)
    numbers = {key: i for i, key in enumerate(kept)}
    entities: list[Entity] = []
    for key in kept:
        parts = tuple(numbers[clusters.id(part)] for part in clusters.bearer(key).parts)
        entities.append(_entity(clusters, key, numbers[key], parts))
    names = {entity.id: entity.name for entity in entities}
    return tuple(_joined_name(entity, names) for entity in entities)


def _worth(clusters: Clusters, key: int) -> bool:
    members = clusters.members(key)
    return clusters.described(key) and (len(members) > 1 or members[0].kind == "name")


def _entity(clusters: Clusters, key: int, number: int, parts: tuple[int, ...]) -> Entity:
    members = clusters.members(key)
    gender = clusters.gender(key)
    return Entity(
        id=number,
        name=_name(members),
        type=clusters.type(key),
        gender=gender if gender in ("masc", "fem") else "",
        number="plur" if parts else clusters.number(key),
        mentions=tuple(m.mention() for m in members),
        roles=tuple(clusters.bearer(key).roles),
        named=clusters.named(key) and not parts,
        parts=parts,
    )


def _name(members: list[Nominal]) -> str:
    """The fullest proper name; of equals the one that is used most, then first. Without one the first description."""
    names = [m for m in members if m.kind == "name"]
    if not names:
        described = [m for m in members if m.kind in ("description", "joined")]
        return (described or members)[0].text
    used = Counter(m.text for m in names if not m.modifying)
    fullest = max(names, key=lambda m: (len(m.words), len("".join(m.words)), used[m.text], -m.key))
    return fullest.text


def _joined_name(entity: Entity, names: dict[int, str]) -> Entity:
    if not entity.parts:
        return entity
    first, last = [names[part] for part in entity.parts[:-1]], names[entity.parts[-1]]
    joined = f"{', '.join(first)} and {last}"
    return Entity(
        entity.id, joined, entity.type, entity.gender, "plur", entity.mentions, entity.roles, entity.named, entity.parts
    )
