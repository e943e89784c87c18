"""From sets of nominals to the entities that the later stages read."""

from __future__ import annotations

from collections import Counter

from quizgen.analysis import lexicon
from quizgen.analysis.coreference import settling
from quizgen.analysis.coreference.clusters import Clusters
from quizgen.analysis.coreference.mentions import title_words
from quizgen.analysis.coreference.nominal import Nominal
from quizgen.records import Entity, replace


def build(clusters: Clusters, title: str = "") -> tuple[Entity, ...]:
    """Entities in order of their first mention, with ids from 0; what is said once and has no name is left out.

    ``title`` is that of the article: where it is the full name of someone whom the text calls by surname, it is taken.
    """
    kept = [key for key in clusters.ids() if _worth(clusters, key)]
    wanted = {clusters.id(part) for key in kept for part in clusters.bearer(key).parts}
    kept = sorted(set(kept) | wanted, key=lambda key: clusters.members(key)[0].start)
    numbers = {key: i for i, key in enumerate(kept)}
    entities: list[Entity] = []
    for key in kept:
        parts = tuple(numbers[clusters.id(part)] for part in clusters.bearer(key).parts)
        entity = _entity(clusters, key, numbers[key], parts, title_words(title))
        entity = _with_title(entity, title) if clusters.is_topic(key) else entity
        same = any(entity.name == other.name for other in entities)
        entities.append(_told_apart(entity, clusters.members(key)) if same else entity)
    names = {entity.id: entity.name for entity in entities}
    return tuple(_joined_name(entity, names) for entity in entities)


def _worth(clusters: Clusters, key: int) -> bool:
    members = clusters.members(key)
    return clusters.described(key) and (len(members) > 1 or members[0].kind == "name")


def _entity(clusters: Clusters, key: int, number: int, parts: tuple[int, ...], title: tuple[str, ...] = ()) -> Entity:
    members = clusters.members(key)
    gender = clusters.gender(key)
    type = settling.type_of(clusters, key)
    return Entity(
        id=number,
        name=_name(members, title or (_opening(members) if clusters.bearer(key).opens_title else ())),
        type=type,
        gender=gender if gender in ("masc", "fem") else "",
        number="plur" if parts else clusters.number(key),
        mentions=tuple(m.mention() for m in members),
        roles=tuple(clusters.bearer(key).roles),
        named=clusters.named(key) and not parts,
        parts=parts,
        noun=settling.noun_of(clusters, key, type),
    )


def _opening(members: list[Nominal]) -> tuple[str, ...]:
    """The name in a title that is a headline: *Juan Rulfo* of *Juan Rulfo, the man who sold tyres*."""
    return next((m.words for m in members if m.kind == "name" and m.in_heading and len(m.words) > 1), ())


def _name(members: list[Nominal], title: tuple[str, ...]) -> str:
    """The name of the title, else the fullest proper name; of equals the one that is used most, then first. Without
    one the first description.

    Headlines leave articles out: *Loire* above an article on *the Loire*.
    """
    names = [m for m in members if m.kind == "name" and not m.in_heading] or [m for m in members if m.kind == "name"]
    if not names:
        described = [m for m in members if m.kind in ("description", "joined")]
        return (described or members)[0].text
    headed = [m for m in members if m.kind == "name" and m.in_heading and title in (m.words, title_words(m.text))]
    if headed:  # *Doctor Who*, beside which stands the name of one of its stories
        names = [m for m in names if set(title_words(m.text)) & set(title)] or headed
    names = [m for m in names if m.words == title] or names
    used = Counter(m.text for m in names if not m.modifying)
    fullest = max(names, key=lambda m: (len(m.words), m.text in used, used[m.text], len(m.text), -m.key))
    return lexicon.without_letters(fullest.text)


def _with_title(entity: Entity, title: str) -> Entity:
    """*Martin Luther* from the title for *Luther* in the text, *Anna Brown* for *Anna Mary Louise Brown*."""
    words, name = title.split(), entity.name.split()
    capitals = [word[:1].isupper() for word in words]
    whole = 2 <= len(words) <= 5 and capitals[0] and capitals[-1] and sum(capitals) >= len(words) - 2  # *von*, *de la*
    full = whole and words[-1] == name[-1]
    short = full and (len(name) == 1 or (words[0] == name[0] and len(words) < len(name)))
    titled = full and lexicon.title_gender(words[0]) is not None
    return replace(entity, name=title) if short and not titled and entity.type == "person" else entity


def _told_apart(entity: Entity, members: list[Nominal]) -> Entity:
    """*Captain Abraham Lincoln* for the grandfather in an article on *Abraham Lincoln*."""
    addresses = (m.sentence.token(m.tokens[0]).form for m in members if m.kind == "name")
    address = next((form for form in addresses if lexicon.title_gender(form) is not None), "")
    return replace(entity, name=f"{address} {entity.name}".strip()) if entity.type == "person" else entity


def _joined_name(entity: Entity, names: dict[int, str]) -> Entity:
    if not entity.parts:
        return entity
    first, last = [names[part] for part in entity.parts[:-1]], names[entity.parts[-1]]
    joined = f"{', '.join(first)} and {last}"
    return replace(entity, name=joined, number="plur")
