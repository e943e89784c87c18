"""What the filters and the ranking want to know of an article, counted once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cached_property
from typing import Any

from quizgen.analysis.names import place_rank
from quizgen.records import Analysis, Candidate, Entity, Sentence, Token, Told
from quizgen.selection.words import STOP, content, stem, tokenize

TOPIC_MENTIONS = 3
"""So often at least a place must be spoken of that the article is about."""


HERO_MENTIONS = 8
"""So often, and twice as often as anybody else, is spoken of whom an article is about whatever its title says."""
FIRST_PERSON = frozenset("i me my mine we us our ours you your yours".split())


class Context:
    """Looks things up in one analysed article. Holds no state that changes, but for what it remembers."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.document = analysis.document
        self._told: dict[tuple[Callable[[Context, Sentence], Any], int], Any] = {}

    def once(self, tell: Callable[[Context, Sentence], Told], sentence: Sentence) -> Told:
        """``tell(self, sentence)``, worked out when it is first asked for: a sentence has dozens of candidates."""
        key = (tell, sentence.index)
        if key not in self._told:
            self._told[key] = tell(self, sentence)
        found: Told = self._told[key]
        return found

    def sentence(self, candidate: Candidate) -> Sentence | None:
        index = candidate.fact.sentence
        return self.analysis.sentences[index] if 0 <= index < len(self.analysis.sentences) else None

    def answer_head(self, candidate: Candidate) -> Token | None:
        """The token of the sentence that heads the answer: the one whose head lies outside of the answer."""
        sentence = self.sentence(candidate)
        ids = set(candidate.answer.tokens)
        if sentence is None or not ids or candidate.answer.sentence != sentence.index:
            return None
        return next((t for t in sentence.tokens if t.id in ids and t.head not in ids), None)

    @cached_property
    def upos(self) -> dict[str, str]:
        """Lower-case form → the part of speech that it mostly has in this article."""
        counts: dict[str, Counter[str]] = {}
        for sentence in self.analysis.sentences:
            for token in sentence.tokens:
                counts.setdefault(token.form.casefold(), Counter())[token.upos] += 1
        return {form: max(sorted(tags), key=tags.__getitem__) for form, tags in counts.items()}

    @cached_property
    def stem_counts(self) -> Counter[str]:
        """How often each content word stands in the article, by stem."""
        return Counter(
            stem(token.form)
            for sentence in self.analysis.sentences
            for token in sentence.tokens
            if token.form.casefold() not in STOP and re.match(r"\w", token.form)
        )

    @cached_property
    def top_count(self) -> int:
        """How often the content word stands there that does oftenest."""
        return max(self.stem_counts.values(), default=1)

    @cached_property
    def first_person(self) -> float:
        """Share of *I*, *we*, *you* and their like among the words."""
        words = [t for sentence in self.analysis.sentences for t in sentence.tokens if t.upos != "PUNCT"]
        own = sum(t.upos in ("PRON", "DET") and t.form.casefold() in FIRST_PERSON for t in words)
        return own / len(words) if words else 0.0

    @cached_property
    def first_told(self) -> dict[str, int]:
        """Stem of each noun → index of the sentence that has it first."""
        result: dict[str, int] = {}
        for sentence in self.analysis.sentences:
            for token in sentence.tokens:
                if token.upos in ("NOUN", "PROPN"):
                    result.setdefault(stem(token.form), sentence.index)
        return result

    @cached_property
    def noun_heads(self) -> Counter[str]:
        """How many singular noun phrases with this lemma as their head the article introduces or speaks of with a
        modifier that tells them apart; *the school in Dulwich* and *Aberdeen Grammar School* make two."""
        seen: dict[str, set[str]] = {}
        for sentence in self.analysis.sentences:
            for token in sentence.tokens:
                if token.upos not in ("NOUN", "PROPN"):
                    continue
                apart = sentence.children(token, "amod", "compound", "nmod", "nummod", "flat", "appos")
                words = " ".join(t.form.casefold() for t in apart)
                seen.setdefault(stem(token.lemma or token.form), set()).add(words)
        return Counter({lemma: len(kinds - {""}) for lemma, kinds in seen.items()})

    @cached_property
    def title_stems(self) -> frozenset[str]:
        return frozenset(stem(word) for word in tokenize(self.document.title) if word.casefold() not in STOP)

    @cached_property
    def topic_place(self) -> Entity | None:
        """The place that the article is about: in its title or first in its text, and named oftener than any other."""
        named = [e for e in self.analysis.entities if e.named and e.type]
        top = max(named, key=lambda e: (len(e.mentions), -e.id), default=None)
        if top is None or top.type != "place" or len(top.mentions) < TOPIC_MENTIONS:
            return None
        first = self.analysis.sentences[min(m.sentence for m in top.mentions)]
        opens = any(
            m.sentence == first.index and first.token(m.head).relation == "nsubj" and first.token(m.head).id < 5
            for m in top.mentions
        )
        return top if content(top.name) <= self.title_stems or (opens and first.paragraph == 0) else None

    @cached_property
    def topic_preposition(self) -> str:
        """*in* or *on*, whichever the article says oftener of the place that it is about; empty: it says neither."""
        said: Counter[str] = Counter()
        for mention in self.topic_place.mentions if self.topic_place else ():
            sentence = self.analysis.sentences[mention.sentence]
            head = sentence.token(mention.head)
            if mention.kind != "pronoun" and head.relation in ("obl", "nmod"):
                said.update(case.form.lower() for case in sentence.children(head, "case"))
        if said["in"] and self.topic_place and place_rank(self.topic_place.name):
            return "in"  # *on Jacksonville*: the hurricane's effect was
        best = max(("in", "on"), key=lambda word: said[word])
        return best if said[best] else ""

    @cached_property
    def hero(self) -> frozenset[str]:
        """Stems of the title and of the name that the article is about: the one that is spoken of again and again, or
        most of all and in the title."""
        named = sorted((e for e in self.analysis.entities if e.named), key=lambda e: (-len(e.mentions), e.id))
        if not named:
            return self.title_stems
        top, stems = len(named[0].mentions), content(named[0].name)
        second = len(named[1].mentions) if len(named) > 1 else 0
        alone = top >= HERO_MENTIONS and top >= 2 * second
        return self.title_stems | stems if alone or stems & self.title_stems else self.title_stems

    @cached_property
    def names(self) -> dict[str, Entity]:
        """Casefolded name of a named entity → the entity; every word of a person's name as well."""
        result: dict[str, Entity] = {}
        for entity in self.analysis.entities:
            if entity.named:
                result.setdefault(entity.name.casefold(), entity)
        for entity in self.analysis.entities:
            if entity.named and entity.type == "person":
                for word in entity.name.casefold().split():
                    result.setdefault(word, entity)
        return result

    @cached_property
    def paragraphs(self) -> int:
        return 1 + max((sentence.paragraph for sentence in self.analysis.sentences), default=0)
