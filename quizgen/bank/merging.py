"""A quiz made again from its article: what people did to it stays, what is new is added, what was lost is marked.

Who did what is told by the bank's memory: an item whose content is not what was made has been edited by a person, one
that was made and is gone has been deleted by a person, one that was never made was added by a person.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from quizgen.records import Item, ItemBank, ItemType, Memory, digest

_WORDED = frozenset({ItemType.SHORT, ItemType.CHOICE})
"""Types that one wording serves."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it is read now."""

    key: str
    chosen: tuple[Item, ...]
    """What a sheet would ask of it."""
    everything: Mapping[str, Item]
    """Id → every item that passes."""
    sentences: tuple[str, ...]


@dataclass(slots=True)
class Report:
    """What became of the items of a quiz, by id; for the user."""

    added: list[str] = field(default_factory=list)
    reworded: list[str] = field(default_factory=list)
    edited: list[str] = field(default_factory=list)
    """A person's edits, kept."""
    deleted: list[str] = field(default_factory=list)
    """A person's deletions, kept."""
    stale: list[str] = field(default_factory=list)


def remembering(bank: ItemBank, sentences: Iterable[str]) -> ItemBank:
    """The bank as it was made, with a memory of that."""
    made = tuple((item.id, fingerprint(item)) for item in bank.items)
    return replace(bank, memory=Memory(made, tuple(dict.fromkeys(map(_sentence, sentences)))))


def again(earlier: ItemBank, fresh: ItemBank, articles: Sequence[Article]) -> tuple[ItemBank, Report]:
    """The earlier quiz with what its articles say now. Items of other articles and those made by hand stay as they are.

    ``fresh`` is the quiz that would be made of the articles alone; of it come title and sources of new articles.
    """
    report = Report()
    made = dict(earlier.memory.made)
    items = list(earlier.items)
    for article in articles:
        items = [_kept(item, article, made, report) if item.document == article.key else item for item in items]
        report.deleted += _deletions(items, article, made)
        items = _with(items, _additions(items, article, earlier.memory, report))
    known = {item.id: item for article in articles for item in article.chosen}
    untouched = set(report.edited)
    for item in items:
        if item.id not in untouched and (item.id in made or item.id in known):
            made[item.id] = fingerprint(item)
    read = (*earlier.memory.read, *(_sentence(text) for article in articles for text in article.sentences))
    sources = {source.key: source for source in (*earlier.sources, *fresh.sources)}
    memory = Memory(tuple(made.items()), tuple(dict.fromkeys(read)))
    return replace(earlier, items=tuple(items), sources=tuple(sources.values()), memory=memory), report


def fingerprint(item: Item) -> str:
    """Eight hex digits of what a person may have changed; where it stands in the article is not among it."""
    from quizgen.bank import content

    told = (*content(replace(item, evidence=replace(item.evidence, text="", answer_start=-1))), item.difficulty)
    return digest(repr(told))[:8]


def _sentence(text: str) -> str:
    return digest(" ".join(text.split()))[:8]


def _kept(item: Item, article: Article, made: Mapping[str, str], report: Report) -> Item:
    """An item of this article as it is to stand in the quiz now."""
    new = article.everything.get(item.id)
    mine = item.id in made
    edited = mine and fingerprint(item) != made[item.id]
    if edited:
        report.edited.append(item.id)
    if new is None:
        return _looked_up(item, article, report)
    found = replace(item, evidence=new.evidence, stale=False)
    if edited or not mine or (new.question, new.answer) == (item.question, item.answer) or not _alike(item, new):
        return found
    report.reworded.append(item.id)
    return replace(found, question=new.question, answer=new.answer, accept=new.accept, parts=new.parts)


def _alike(item: Item, new: Item) -> bool:
    """Whether the new wording fits the type that the item has; a matching is made anew with other parts each time."""
    return item.type is new.type or {item.type, new.type} <= _WORDED


def _looked_up(item: Item, article: Article, report: Report) -> Item:
    """An item that is not made any more: sound as long as its sentence stands in the article."""
    wanted = [part.evidence.text for part in item.parts] or [item.evidence.text]
    there = {_sentence(text) for text in article.sentences}
    lost = [text for text in wanted if text and _sentence(text) not in there]
    if lost:
        report.stale.append(item.id)
    return replace(item, stale=bool(lost))


def _deletions(items: Sequence[Item], article: Article, made: Mapping[str, str]) -> Iterator[str]:
    """Ids of what was made of the article once, could be made again, and is not in the quiz."""
    here = {item.id for item in items}
    return (id for id in made if id in article.everything and id not in here)


def _additions(items: Sequence[Item], article: Article, memory: Memory, report: Report) -> list[Item]:
    """What a sheet would ask of sentences that were not read before."""
    here = {item.id for item in items} | {id for id, _ in memory.made}
    read = set(memory.read) or {_sentence(item.evidence.text) for item in items}
    news = [item for item in article.chosen if item.id not in here and not _was_read(item, read)]
    report.added += [item.id for item in news]
    return news


def _was_read(item: Item, read: Collection[str]) -> bool:
    texts = [part.evidence.text for part in item.parts] or [item.evidence.text]
    return all(_sentence(text) in read for text in texts)


def _with(items: Sequence[Item], news: Sequence[Item]) -> list[Item]:
    """Each new item before the first of its article that stands behind it there; the order of the others stays."""
    result = list(items)
    for item in news:
        behind = (
            at
            for at, other in enumerate(result)
            if other.document == item.document and not other.parts and other.evidence.start > item.evidence.start
        )
        result.insert(len(result) if item.parts else next(behind, len(result)), item)
    return result
