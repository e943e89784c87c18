"""The records that the stages hand to one another. Frozen, picklable, no I/O.

Offsets are half-open character offsets into ``Document.text``. Token ids follow UD: 1-based inside their
sentence, 0 is the root. Every collection is a tuple, so that a record can be hashed, compared and shared.
"""

from __future__ import annotations

import dataclasses
import datetime
import enum
import hashlib
import re
import unicodedata
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

Told = TypeVar("Told")

# --------------------------------------------------------------------------------------------------------------
# Reading
# --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open character offsets into ``Document.text``."""

    start: int
    end: int

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


class BlockKind(str, enum.Enum):
    """What a stretch of text is on the page. Statements are read from paragraphs and quotes alone."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    CAPTION = "caption"
    QUOTE = "quote"
    TABLE = "table"
    CODE = "code"
    ROW = "row"
    """One row of a table of facts made by hand: a statement, but no sentence."""

    __str__ = str.__str__


@dataclass(frozen=True, slots=True)
class Block:
    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a table of facts made by hand."""

    column: str
    """Name of its column as it stands in a sentence: *year of birth*."""
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Row:
    """What a table of facts made by hand says of one thing: its filled cells, in the order of the columns."""

    cells: tuple[Cell, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """One article as read: its text, and what is known about it."""

    text: str
    """The text that all offsets point into. The title is in here only where it is a block of its own."""
    title: str = ""
    date: datetime.date | None = None
    """The day on which the article was written: *Tuesday* and *last year* are counted from it."""
    language: str = "en"
    source: str = ""
    """Where it was read from, as the user gave it: a path, a URL, ``-``, or empty for a string."""
    link: str = ""
    """A URL at which a reader finds the article, if one is known."""
    author: str = ""
    blocks: tuple[Block, ...] = ()
    """In order, not overlapping. Empty means: the whole text is paragraphs separated by blank lines."""
    rows: tuple[Row, ...] = ()
    """Of a table of facts made by hand. Where there are any, they are asked about and nothing is parsed."""
    notes: tuple[str, ...] = ()
    """What of the source was not read, a sentence each."""
    _key: list[str] = field(init=False, repr=False, compare=False, default_factory=list)
    """The key once it was asked for: every item has it."""

    @property
    def key(self) -> str:
        """Names the article over its later versions: it is made of the title or the source, never of the text."""
        if not self._key:
            self._key.append(self._digest())
        return self._key[0]

    def _digest(self) -> str:
        name = self.title or re.sub(r"^.*[/\\]|\.[A-Za-z0-9]+$", "", self.source) or self.text[:80]
        return digest(" ".join(unicodedata.normalize("NFC", name).casefold().split()))


def digest(*parts: str) -> str:
    """Sixteen hex digits that stand for these strings, in any process and on any machine."""
    joined = "\x1f".join(parts)
    return hashlib.sha256(joined.encode("utf8", "surrogatepass")).hexdigest()[:16]


# --------------------------------------------------------------------------------------------------------------
# Analysis
# --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Token:
    """One syntactic word of Universal Dependencies."""

    id: int
    """1-based position in the sentence."""
    form: str
    lemma: str
    upos: str
    xpos: str
    feats: tuple[tuple[str, str], ...]
    """UD features, sorted by name: ``(("Number", "Plur"),)``."""
    head: int
    """Id of the head, 0 for the root."""
    deprel: str
    """UD relation with its subtype: ``nsubj:pass``."""
    start: int
    end: int
    """Offsets into the document. The words of one orthographic token (*don't*) split it between them."""
    entity: str = ""
    """Type of the noun phrase whose head this is: person, place, organization, time, event, object, abstract,
    animal, plant, substance. Empty: none."""
    confidence: float = 1.0
    """Probability of the arc times that of its label; 1.0 for gold trees."""

    relation: str = field(init=False, repr=False, compare=False, default="")
    """The relation without its subtype: ``nsubj`` for ``nsubj:pass``."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "relation", self.deprel.partition(":")[0])  # it is asked for hundreds of times

    def feat(self, name: str) -> str:
        """Value of a UD feature, empty when absent."""
        for key, value in self.feats:
            if key == name:
                return value
        return ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A parsed sentence; knows the way about its own tree."""

    index: int
    """Position among the sentences of the document, from 0."""
    tokens: tuple[Token, ...]
    text: str
    """``Document.text[start:end]``."""
    start: int
    end: int
    block: BlockKind = BlockKind.PARAGRAPH
    paragraph: int = 0
    """Position of its block among the blocks of the document, from 0."""
    skipped: str = ""
    """Why this sentence was not analysed (too long, not a statement); empty when it was."""
    _children: tuple[tuple[Token, ...], ...] = field(init=False, repr=False, compare=False, default=())
    _subtrees: dict[int, tuple[Token, ...]] = field(init=False, repr=False, compare=False, default_factory=dict)
    """Those that were asked for: each is, many times over."""
    _relations: tuple[frozenset[str], ...] = field(init=False, repr=False, compare=False, default=())
    """The relations of the children, with and without subtype: what is asked for is mostly not among them."""
    _told: dict[Hashable, Any] = field(init=False, repr=False, compare=False, default_factory=dict)
    """What was asked ``once``."""

    def __post_init__(self) -> None:
        children: list[list[Token]] = [[] for _ in range(len(self.tokens) + 1)]
        for token in self.tokens:
            if 0 <= token.head <= len(self.tokens):
                children[token.head].append(token)
        relations = [frozenset([r for t in below for r in (t.relation, t.deprel)]) for below in children]
        object.__setattr__(self, "_children", tuple(map(tuple, children)))
        object.__setattr__(self, "_relations", tuple(relations))

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def root(self) -> Token | None:
        return next((t for t in self.tokens if t.head == 0), None)

    def token(self, id: int) -> Token:
        return self.tokens[id - 1]

    def head(self, token: Token) -> Token | None:
        return self.tokens[token.head - 1] if token.head else None

    def children(self, token: Token, *relations: str) -> tuple[Token, ...]:
        """Dependents in order of the text; ``relations`` match with (``nsubj:pass``) or without subtype (``nsubj``)."""
        if not relations:
            return self._children[token.id]
        if self._relations[token.id].isdisjoint(relations):
            return ()
        return tuple([t for t in self._children[token.id] if t.relation in relations or t.deprel in relations])

    def child(self, token: Token, *relations: str) -> Token | None:
        """The first dependent that stands in one of these relations."""
        if relations and self._relations[token.id].isdisjoint(relations):
            return None
        for below in self._children[token.id]:
            if not relations or below.relation in relations or below.deprel in relations:
                return below
        return None

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """The token and all below it, in order of the text."""
        if not self._children[token.id]:
            return (token,)
        found = self._subtrees.get(token.id)
        if found is None:
            found = self._subtrees[token.id] = self._below(token)
        return found

    def _below(self, token: Token) -> tuple[Token, ...]:
        seen = {token.id}
        todo = [token.id]
        while todo:
            for child in self._children[todo.pop()]:
                if child.id not in seen:
                    seen.add(child.id)
                    todo.append(child.id)
        return tuple([self.tokens[i - 1] for i in sorted(seen)])

    def once(self, tell: Callable[[Sentence, Token], Told], token: Token) -> Told:
        """``tell(self, token)``, worked out when it is first asked for: stages ask the same of a word many times over.

        ``tell`` may look at nothing but the two, and what it gives must not be changed.
        """
        key = (tell, token.id)
        if key not in self._told:
            self._told[key] = tell(self, token)
        found: Told = self._told[key]
        return found

    def ancestors(self, token: Token) -> Iterator[Token]:
        """From the token's head up to the root."""
        seen = {token.id}
        while token.head and token.head not in seen:
            seen.add(token.head)
            token = self.tokens[token.head - 1]
            yield token


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of one sentence that names, describes or points at an entity."""

    sentence: int
    """Index of the sentence."""
    tokens: tuple[int, ...]
    """Ids of the tokens that a name would take the place of: the whole phrase up to its post-modifiers."""
    head: int
    """Id of the head token."""
    kind: str
    """name, description or pronoun."""


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something that the article speaks of, with every mention that was resolved with confidence."""

    id: int
    name: str
    """The fullest name, or the first description, as it stands alone: *Yulia Peresild*, *the 37-year-old actor*.
    For several taken together: *Yulia Peresild and Klim Shipenko*."""
    type: str = ""
    """As ``Token.entity``; empty when unknown."""
    gender: str = ""
    """masc, fem or empty: what the article's own pronouns and titles tell."""
    number: str = "sing"
    """sing or plur."""
    mentions: tuple[Mention, ...] = ()
    roles: tuple[str, ...] = ()
    """Lower-case nouns by which the article calls it: *actor*, *film director*."""
    named: bool = False
    """Whether ``name`` is a proper name."""
    parts: tuple[int, ...] = ()
    """Ids of the entities taken together under one plural mention."""
    noun: str = ""
    """Lower-case noun for what it is, where its name or the article says so: *college*, *magazine*, *city*."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document with its sentences and entities."""

    document: Document
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...] = ()
    dates: tuple[tuple[Span, str], ...] = ()
    """Time expressions with what they mean by the calendar, as they are best written in a question:
    ``(Span(310, 317), "October 5, 2021")``. Only where the article's date settles it."""


# --------------------------------------------------------------------------------------------------------------
# Facts
# --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Phrase:
    """Some words of the article as they would stand alone. In a template it prints as its text."""

    text: str
    """References resolved, punctuation at the edges dropped, without its preposition."""
    head: str
    """Lemma of the head word."""
    type: str = ""
    """person, organization, place, time, number, money, percent, object, event, abstract, …; empty: unknown."""
    number: str = "sing"
    """sing or plur: how a verb agrees with it."""
    person: int = 3
    gender: str = ""
    marker: str = ""
    """The preposition or conjunction that introduces it in its clause: *in*, *because of*; empty: none."""
    determiner: str = ""
    """Lower-case first determiner or possessive: *the*, *a*, *his*, *Byron's*; empty: none."""
    proper: bool = False
    """Whether the head is a proper name."""
    noun: str = ""
    """For a quantity the thing counted (*people* of *over 600 people*); for *which*-questions the kind of thing."""
    value: str = ""
    """The normal form where there is one: an ISO date, a plain number, the full name."""
    dangling: str = ""
    """A pronoun or pointing word in it that could not be resolved; such a phrase asks nothing."""
    sentence: int = 0
    tokens: tuple[int, ...] = ()
    """Ids of the tokens it was made of, without the marker."""
    head_id: int = 0
    """Id of its head token; 0 for a phrase that was put together."""
    span: Span = Span(0, 0)
    """From its first token to its last."""
    aliases: tuple[str, ...] = ()
    """Other ways to write the same answer: surname alone, digits for words."""
    definition: str = ""
    """The noun phrase that the article describes it by: *Russian actor* for *Yulia Peresild*."""
    original: str = ""
    """The text with its own pronouns, as the article has it."""
    names: tuple[str, ...] = ()
    """The names that stand in ``text`` in place of pronouns and descriptions."""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Verb:
    """The verb group of a clause."""

    lemma: str
    """Lemma of the lexical verb; ``be`` for a copula."""
    form: str
    """The lexical verb as it stands in the clause, lower case: *docked*, *been accompanied* without auxiliaries."""
    tag: str
    """XPOS of the lexical verb: VBD, VBZ, VBN, …"""
    auxiliaries: tuple[str, ...] = ()
    """In order, contractions written out, without *not*: ``("will", "be")``."""
    tense: str = ""
    """past or pres, of the finite word; empty for a modal."""
    modal: str = ""
    passive: bool = False
    copula: bool = False
    negated: bool = False
    negation: str = ""
    """The word that negates it: *not*, *never*, *hardly*."""
    particle: str = ""
    """*up* of *give up*."""
    adverbs: tuple[str, ...] = ()
    """Adverbs between the auxiliary and the verb that carry meaning: *never*, *also* is dropped."""

    def __str__(self) -> str:
        return " ".join((*self.auxiliaries, self.form))


@dataclass(frozen=True, slots=True)
class Argument:
    """One constituent of a clause beside its verb."""

    role: str
    """object, recipient, attribute, complement (xcomp), content (ccomp), oblique, agent, adverb, or an adverbial
    clause by what it tells: purpose, means, cause, clause."""
    phrase: Phrase
    position: str = "after"
    """before or after the verb."""
    required: bool = False
    """Whether the clause would be wrong or empty without it."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A statement taken apart so that grammar can put it together again as a question."""

    subject: Phrase
    verb: Verb
    arguments: tuple[Argument, ...] = ()
    """In the order of the text, the subject left out."""
    sentence: int = 0
    condition: str = ""
    """An *if*, *unless* or *when* clause without which it would not be true; written in front."""
    attribution: str = ""
    """Who says so, when the article does not say it itself: *Dmitry Peskov*."""
    confidence: float = 1.0
    predicate: int = 0
    """Id of the token that heads the clause; 0 for a clause that was put together."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that the article states, with its roles filled."""

    kind: str
    """One of the names in ``quizgen.facts.ROLES``."""
    roles: tuple[tuple[str, Phrase], ...]
    sentence: int
    """Index of the sentence that states it."""
    evidence: Span
    clause: Clause | None = None
    confidence: float = 1.0
    extractor: str = ""
    _key: list[str] = field(init=False, repr=False, compare=False, default_factory=list)
    """The key once it was asked for."""

    @property
    def key(self) -> str:
        """Made of content alone: the same after an unrelated edit of the article."""
        if not self._key:
            self._key.append(self._digest())
        return self._key[0]

    def _digest(self) -> str:
        verb = self.clause.verb.lemma if self.clause else ""
        roles = sorted(self.roles, key=lambda role: role[0])
        words = (f"{name}={' '.join(phrase.text.casefold().split())}" for name, phrase in roles)
        return digest(self.kind, verb, *words)

    def extracted_by(self, name: str) -> Fact:
        """The same fact with the name of its extractor, which is no part of its key."""
        named = Fact(self.kind, self.roles, self.sentence, self.evidence, self.clause, self.confidence, name)
        named._key.append(self.key)
        return named

    def role(self, name: str) -> Phrase | None:
        for key, phrase in self.roles:
            if key == name:
                return phrase
        return None


# --------------------------------------------------------------------------------------------------------------
# Rules
# --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Expected:
    """One item that an example must give."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with exactly the items that its rule must make of it."""

    given: str
    items: tuple[Expected, ...]
    why: str = ""
    date: datetime.date | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """What to ask of a kind of fact. Field names are those of the YAML."""

    id: str
    fact: str
    question: str
    """Jinja2 source."""
    answer: str
    """Jinja2 source."""
    type: str = "short"
    """short, cloze or true_false; a short item becomes a choice when good distractors exist."""
    when: tuple[tuple[str, tuple[tuple[str, tuple[str | bool, ...]], ...]], ...] = ()
    """``(role, ((field, allowed values), …))``; a field *present* with false demands that the role is empty."""
    statement: str = ""
    """Jinja2 source of the fact as a sentence with ``BLANK`` for the answer; for facts that have no clause."""
    distractors: str = ""
    """The role whose like make distractors; empty: none."""
    accept: tuple[str, ...] = ()
    """Jinja2 sources of further answers that are right."""
    score: float = 0.5
    """How much such questions are worth by default, 0 to 1."""
    source: str = ""
    enabled: bool = True
    examples: tuple[Example, ...] = ()
    path: str = ""
    line: int = 0


# --------------------------------------------------------------------------------------------------------------
# Items
# --------------------------------------------------------------------------------------------------------------


class ItemType(str, enum.Enum):
    SHORT = "short"
    CHOICE = "choice"
    CLOZE = "cloze"
    TRUE_FALSE = "true_false"
    MATCHING = "matching"
    ORDERING = "ordering"

    __str__ = str.__str__


SETS = (ItemType.MATCHING, ItemType.ORDERING)
"""What is made of several facts: these items have parts, and are answered with a letter for each."""


@dataclass(frozen=True, slots=True)
class Distractor:
    text: str
    reason: str = ""
    """Why it was chosen: *another person in the article*."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence of the article that an item rests on."""

    text: str
    start: int = 0
    end: int = 0
    answer_start: int = -1
    """Where the answer stands, in the document; -1 when it is not there to the letter."""
    answer_end: int = -1


BLANK = "_____"


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a matching or an ordering, with the sentence that it rests on."""

    text: str
    """Of a matching its left side, of an ordering what happened."""
    match: str = ""
    """Of a matching its right side; of an ordering the date that gives it its place, which only the key shows."""
    evidence: Evidence = Evidence("")


def answer_of(type: ItemType, parts: tuple[Part, ...]) -> str:
    """The answer of a matching or an ordering in words, for people and for programs that know nothing of parts."""
    return "; ".join(_in_words(type, part) for part in parts)


def _in_words(type: ItemType, part: Part) -> str:
    if type is ItemType.MATCHING:
        return f"{part.text} – {part.match}"
    text = part.text.removesuffix(".")
    return f"{text} ({part.match})" if part.match else text


def scrambled(lines: tuple[str, ...], seed: str) -> tuple[str, ...]:
    """Several lines in an order that the seed alone decides, and that is never the one in which they came."""
    order = tuple(sorted(lines, key=lambda line: digest(seed, line)))
    return order if order != lines else (*order[1:], *order[:1])


@dataclass(frozen=True, slots=True)
class Item:
    """A question with its answer, and why it may be asked."""

    id: str
    """Sixteen hex digits of document key, fact key, rule id and answer role."""
    type: ItemType
    question: str
    """For a cloze the sentence with ``BLANK``, for true_false the statement."""
    answer: str
    """For true_false *True* or *False*; for what has parts, ``answer_of`` them."""
    accept: tuple[str, ...] = ()
    """Other answers that are right."""
    distractors: tuple[Distractor, ...] = ()
    evidence: Evidence = Evidence("")
    rule: str = ""
    fact: str = ""
    """Kind of the fact."""
    document: str = ""
    """Key of the article, one of ``ItemBank.sources``."""
    difficulty: str = "medium"
    """easy, medium or hard."""
    score: float = 0.5
    tags: tuple[str, ...] = ()
    changed: str = ""
    """ISO time (UTC, seconds) at which its content last changed; empty until it is in a bank that was saved."""
    explanation: str = ""
    """Shown with the answer: for a false statement, what is true."""
    parts: tuple[Part, ...] = ()
    """Of a matching the pairs, of an ordering what happened, the earliest first; of all others none."""
    stale: bool = False
    """Whether the article no longer has the sentence that it rests on; told when the quiz is made again."""

    @property
    def solution(self) -> tuple[str, ...]:
        """Of what has parts: the lines that bear letters, as they follow one another in the right answer."""
        return tuple(part.match if self.type is ItemType.MATCHING else part.text for part in self.parts)

    @property
    def answer_lines(self) -> tuple[str, ...]:
        """The answer in words; of what has parts a line each."""
        return tuple(_in_words(self.type, part) for part in self.parts) or (self.answer,)

    @property
    def options(self) -> tuple[str, ...]:
        """The answer and the distractors, or the lines that bear letters, in an order that the id alone decides."""
        if self.parts:
            return scrambled(self.solution, self.id)
        texts = (self.answer, *(d.text for d in self.distractors))
        return tuple(sorted(texts, key=lambda text: digest(self.id, text)))


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a rule made of a fact, before anything was chosen."""

    item: Item
    """Short, or cloze or true_false as the rule says; without distractors yet. A true_false candidate is true."""
    fact: Fact
    rule: Rule
    answer: Phrase
    """The phrase that is asked for."""
    statement: str = ""
    """The fact as a sentence with ``BLANK`` where the answer stands; empty when it cannot be said so."""


@dataclass(frozen=True, slots=True)
class Source:
    """An article that items of a bank come from."""

    key: str
    title: str = ""
    date: datetime.date | None = None
    source: str = ""
    link: str = ""
    author: str = ""


@dataclass(frozen=True, slots=True)
class Memory:
    """What a bank remembers of its making, so that it can be made again without losing what people did to it."""

    made: tuple[tuple[str, str], ...] = ()
    """Id and digest of the content of every item that was ever made for it: another content is a person's edit, an
    item that is gone is a person's deletion."""
    read: tuple[str, ...] = ()
    """Digests of the sentences that were read: of these no further item is wanted."""


@dataclass(frozen=True, slots=True)
class ItemBank:
    """The items made of one article or of several, in the order in which they are asked."""

    title: str
    items: tuple[Item, ...]
    sources: tuple[Source, ...] = ()
    language: str = "en"
    memory: Memory = Memory()

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def source_of(self, item: Item) -> Source | None:
        return next((s for s in self.sources if s.key == item.document), None)


@dataclass(frozen=True, slots=True)
class Rejection:
    """A candidate that was not used, and why. ``filter`` names what rejected it."""

    question: str
    answer: str
    rule: str
    sentence: int
    filter: str
    reason: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that was read, found, made and refused in one article."""

    analysis: Analysis
    facts: tuple[Fact, ...]
    candidates: tuple[Item, ...]
    rejections: tuple[Rejection, ...]
    bank: ItemBank


Record = TypeVar("Record")


def replace(record: Record, /, **changes: Any) -> Record:
    """``dataclasses.replace`` under a name of the project."""
    return dataclasses.replace(record, **changes)  # type: ignore[type-var]
