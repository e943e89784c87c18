"""Document to parsed sentences: cut, parse, and put tokens with offsets, lemmas and features together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizgen.analysis import lemmas, morphology, openings, sentences, words
from quizgen.analysis.lexicon import word_set
from quizgen.analysis.names import place_rank
from quizgen.records import Block, BlockKind, Document, Sentence, Span, Token

if TYPE_CHECKING:
    from quizgen.analysis.parser import Model, Parsed

LONGEST = 160
"""Words of the longest sentence that is parsed in one piece."""
_SHORTEST_PART = 5

Spans = list[tuple[int, int]]
"""Half-open offsets of words into their document."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A sentence as it stands in the document, before it is parsed."""

    words: Spans
    block: BlockKind
    paragraph: int
    skipped: str = ""


def parse(document: Document, model: Model) -> tuple[Sentence, ...]:
    """The sentences of a document with their trees, in order of the text.

    A sentence longer than ``LONGEST`` words or the model's window is cut at clause boundaries; what cannot be cut,
    and program code, is ``skipped``. Any text goes in; nothing is raised.
    """
    return parse_each([document], model)[0]


def parse_each(documents: Sequence[Document], model: Model) -> list[tuple[Sentence, ...]]:
    """As ``parse``, of several documents: the sentences of all of them are run side by side."""
    cuts = [[cut for whole in _cuts(one) for cut in _fit(one.text, whole, model)] for one in documents]
    pairs = list(zip(documents, cuts, strict=True))
    trees = iter(model.parse([_forms(one, cut) for one, own in pairs for cut in own if not cut.skipped]))
    return [
        openings.mended(
            [sentence(one.text, at, cut, None if cut.skipped else next(trees)) for at, cut in enumerate(own)]
        )
        for one, own in pairs
    ]


def _forms(document: Document, cut: Cut) -> list[str]:
    return [document.text[start:end] for start, end in cut.words]


def blocks(document: Document) -> Iterator[Block]:
    """The blocks of a document; without any, its paragraphs: what stands between blank lines."""
    if document.blocks:
        yield from document.blocks
        return
    for match in re.finditer(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*", document.text):
        yield Block(BlockKind.PARAGRAPH, Span(*match.span()))


def sentence(text: str, index: int, cut: Cut, tree: Parsed | None) -> Sentence:
    """Put a sentence together; without a tree all its words hang on the first one."""
    start, end = cut.words[0][0], cut.words[-1][1]
    tokens = _flat(text, cut) if tree is None else _tokens(text, cut, tree)
    return Sentence(index, tokens, text[start:end], start, end, cut.block, cut.paragraph, cut.skipped)


def _tokens(text: str, cut: Cut, tree: Parsed) -> tuple[Token, ...]:
    forms = [text[start:end] for start, end in cut.words]
    tree = mended(forms, tree)
    lemma = lemmas.lemmas(forms, tree)
    feats = morphology.features(forms, lemma, tree)
    columns = zip(
        range(1, len(forms) + 1), forms, lemma, tree.upos, tree.xpos, feats, tree.heads, tree.relations,
        (start for start, _ in cut.words), (end for _, end in cut.words), tree.entities, tree.confidence,
        strict=True,
    )  # fmt: skip
    return tuple(Token(*column) for column in columns)


def mended(forms: list[str], tree: Parsed) -> Parsed:
    """The tree without faults that parsers make: *WHO* as a pronoun, two words of a name side by side, a participle
    for a past tense, and a preposition taken for a particle.
    """
    upos, xpos = list(tree.upos), list(tree.xpos)
    heads, relations = list(tree.heads), list(tree.relations)
    shouted = all(form.isupper() for form in forms if form.isalpha())
    for i, form in enumerate(forms):
        if form in _INITIALS and not shouted and upos[i] == "PRON":
            upos[i], xpos[i] = "PROPN", "NNP"
        twin = (
            i > 0 and heads[i] == heads[i - 1] and relations[i] == relations[i - 1] and relations[i] in _ONE_OF_A_KIND
        )
        if twin and upos[i] == upos[i - 1] == "PROPN":
            heads[i], relations[i] = i, "flat"
    copulas = {head: i for i, head in enumerate(heads) if relations[i] == "cop"}
    for i in range(len(forms)):
        if relations[i] == "nmod" and i < copulas.get(heads[i], 0):
            relations[i] = "obl"  # *In logic, a proof is a chain*: no part of the chain
        if relations[i] == "case" and 0 < heads[i] <= i and forms[i].lower() in ("o'clock", "o’clock"):
            upos[i], xpos[i], relations[i] = "ADV", "RB", "advmod"  # *at ten o'clock*: no second preposition
        if heads[i] and relations[i] in _COPULAR and upos[heads[i] - 1] == "ADJ":
            relations[i] = _COPULAR[relations[i]]  # *are set to return*: an adjective has no passive
        if relations[i] == "nsubj:pass" and heads[i] and _lost_finite(heads[i] - 1, upos, xpos, heads, relations):
            relations[i], xpos[heads[i] - 1] = "nsubj", "VBD"
        goal = _goal(i, forms, tree) if relations[i] == "compound:prt" else -1
        if goal >= 0:
            heads[i], relations[i], upos[i], xpos[i], relations[goal] = goal + 1, "case", "ADP", "IN", "obl"
        place = _place_described(i, forms, tree) if relations[i] == "appos" else -1
        if place >= 0:
            heads[i] = place + 1
    return replace(tree, upos=tuple(upos), xpos=tuple(xpos), heads=tuple(heads), relations=tuple(relations))


def _place_described(at: int, forms: list[str], tree: Parsed) -> int:
    """*an elm in Lyme Regis, a small town*: the place whose name stands before the comma, where the parser hung the
    town on the elm; -1 elsewhere."""
    above, comma = tree.heads[at] - 1, at - 1
    while comma > above and forms[comma] != ",":
        comma -= 1
    if tree.entities[at] != "place" or above < 0 or tree.entities[above] == "place" or comma <= above + 1:
        return -1
    name = comma - 1
    while tree.upos[name] == "PROPN" and tree.relations[name] in ("flat", "compound") and tree.heads[name] - 1 > above:
        name = tree.heads[name] - 1
    told = tree.upos[name] == "PROPN" and tree.entities[name] == "place" and tree.upos[at] == "NOUN"
    return name if told and tree.heads[name] - 1 == above and tree.relations[name] == "nmod" else -1


def _lost_finite(at: int, upos: list[str], xpos: list[str], heads: list[int], relations: list[str]) -> bool:
    """A participle in the place of a finite verb, without any auxiliary: it is a past tense (*actors docked at*)."""
    auxiliaries = any(h == at + 1 and r in ("aux", "aux:pass", "cop") for h, r in zip(heads, relations, strict=True))
    finite = relations[at] in ("root", "conj", "ccomp", "parataxis")
    return upos[at] == "VERB" and xpos[at] == "VBN" and finite and not auxiliaries


def _goal(at: int, forms: list[str], tree: Parsed) -> int:
    """The noun that a particle is the preposition of, *carried oil up 183 steps*; -1 where it is a particle indeed.

    Behind the object, a particle is the last word on the deed; what follows without a preposition of its own is a time,
    *picked him up last week*, or what the word leads to.
    """
    verb = tree.heads[at]
    behind = any(
        h == verb and r == "obj" and verb - 1 < i < at
        for i, (h, r) in enumerate(zip(tree.heads, tree.relations, strict=True))
    )
    if not behind or forms[at].lower() not in _WAYS:
        return -1
    for noun in range(at + 1, len(forms)):
        inside = [i for i, head in enumerate(tree.heads) if head == noun + 1]
        if tree.heads[noun] == verb and tree.relations[noun].partition(":")[0] in ("obl", "obj"):
            bare = not any(tree.relations[i] == "case" for i in inside)
            nominal = tree.upos[noun] in ("NOUN", "PROPN") and tree.entities[noun] != "time"
            return noun if bare and nominal and min([*inside, noun]) == at + 1 else -1
    return -1


_WAYS = frozenset("up down along across over around through past".split())
_COPULAR = {"aux:pass": "cop", "nsubj:pass": "nsubj"}
_INITIALS = frozenset({"WHO", "IT", "US"})
_ONE_OF_A_KIND = frozenset({"xcomp", "obj", "obl", "nsubj", "nsubj:pass", "appos"})
"""Relations in which two neighbouring words hardly stand to one head."""


def _flat(text: str, cut: Cut) -> tuple[Token, ...]:
    return tuple(
        Token(i, text[a:b], text[a:b], "X", "", (), min(i - 1, 1), "dep" if i > 1 else "root", a, b, confidence=0.0)
        for i, (a, b) in enumerate(cut.words, start=1)
    )


def _cuts(document: Document) -> Iterator[Cut]:
    for number, block in enumerate(blocks(document)):
        skipped = "program code" if block.kind is BlockKind.CODE else ""
        for start, end in _units(document.text, block):
            spans = words.split(document.text[start:end])
            if spans:
                yield Cut([(start + a, start + b) for a, b in spans], block.kind, number, skipped)


def _units(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """Sentences; in a table and in code, lines."""
    start, end = block.span.start, block.span.end
    if block.kind in (BlockKind.TABLE, BlockKind.CODE):
        yield from (match.span() for match in re.compile(r"\S[^\n]*").finditer(text, start, end))
    else:
        start += _dateline(text[start:end]) if block.kind is BlockKind.PARAGRAPH else 0
        yield from ((start + a, start + b) for a, b in sentences.split(text[start:end]))


_AGENCY = re.compile(
    r"[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+){0,3}(?:, [A-Z][\w. ]{1,24}?)?"
    r"(?: \([A-Z][\w ]{1,20}\) ?[—–-]{1,2} ?| ?[—–]{1,2} ?| - )(?=[A-Z“\"])"
)
"""*HOLLIS CREEK, Neb. (AP) — A fire*: where the report was written, and for whom."""
_PLACE = re.compile(r"(?P<place>[A-Z][\w.'’ ]+?)(?:, [A-Z][\w. ]+?)?(?: \([\w./ ]+\))? (?:—|–|--?) (?=[A-Z\"“])")
"""*Taipei, Taiwan — The festival*"""


def _dateline(text: str) -> int:
    """How long the place is that news begin with: it is no part of their first sentence."""
    found, place = _AGENCY.match(text), _PLACE.match(text)
    if found is None and place is not None and place_rank(place["place"]) in ("city", "country"):
        found = place
    return found.end() if found is not None else 0


# --------------------------------------------------------------------------------------------------------------
# Sentences that are too long
# --------------------------------------------------------------------------------------------------------------


def _fit(text: str, cut: Cut, model: Model) -> Iterator[Cut]:
    """Parts that the model can see whole."""
    rest = cut.words
    while rest and not cut.skipped:
        length = _room(text, rest, model)
        if length == len(rest):
            yield Cut(rest, cut.block, cut.paragraph)
            return
        place = _clause_boundary([text[a:b] for a, b in rest[:length]])
        if not place:
            break
        yield Cut(rest[:place], cut.block, cut.paragraph)
        rest = rest[place:]
    if rest:
        reason = cut.skipped or f"longer than {LONGEST} words, and nowhere to cut it"
        yield Cut(rest, cut.block, cut.paragraph, reason)


def _room(text: str, spans: Spans, model: Model) -> int:
    """How many of these words the model can see at once."""
    pieces = 2
    for count, (start, end) in enumerate(spans[:LONGEST]):
        pieces += len(model.pieces(text[start:end]))
        if pieces > model.window:
            return count
    return min(len(spans), LONGEST)


_JOINS = word_set("and but or nor so yet while whereas because although though since which who when where if")


def _clause_boundary(forms: Sequence[str]) -> int:
    """Number of words before the best place to cut: after the last semicolon, else colon or dash, else before a
    conjunction after a comma; 0 when there is none."""
    places = range(len(forms) - 1, _SHORTEST_PART, -1)
    for marks in ((";",), (":", "—", "–", "--")):
        for place in places:
            if forms[place - 1] in marks:
                return place
    return next((i for i in places if forms[i - 1] == "," and forms[i].lower() in _JOINS), 0)
