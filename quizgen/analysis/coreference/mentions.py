"""Finds the noun phrases and pronouns that can stand for someone or something, with what agreement needs of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen.analysis import lexicon, names, types
from quizgen.analysis.quotes import in_speech
from quizgen.records import BlockKind, Mention, Sentence, Span, Token, replace

PRONOUNS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("he", "him", "his"), ("sing", "masc")),
    **dict.fromkeys(("she", "her", "hers"), ("sing", "fem")),
    **dict.fromkeys(("it", "its"), ("sing", "neut")),
    **dict.fromkeys(("they", "them", "their", "theirs", "'em"), ("plur", "")),
}
"""Third-person pronouns with number and gender; all others (I, we, you, reflexives) never resolve."""

_NO_NOUN_PHRASE = lexicon.word_set(
    """
    flat fixed goeswith compound amod det case cc mark punct advmod cop aux nummod discourse vocative expl
    """
)
_NO_NAME = lexicon.word_set("flat fixed goeswith reparandum list")
_LEFT = lexicon.word_set(
    """
    det amod compound nummod nmod advmod nmod:desc nmod:poss det:predet
    """
)
_CLASS_NOUNS = lexicon.word_set(
    """
    house republic kingdom isle strait department office museum treaty declaration center centre states court
    statue tower duke earl lord king queen prince princess emperor bishop archbishop bank bay gulf cape school
    order house day faculty hall church chamber battle siege
    """
)
_OF_NAMES = (
    lexicon.ORGANIZATION_NOUNS | lexicon.ORGANIZATION_MAYBE | lexicon.PLACE_NOUNS | lexicon.PLACE_MAYBE | _CLASS_NOUNS
)
"""Words that make one name with what follows *of*: *University of Oslo*, *Bay of Bengal*."""


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun phrase, a pronoun, or several noun phrases joined by *and*."""

    key: int
    """Position among the nominals of the document, in order of the text."""
    sentence: Sentence
    head: Token
    kind: str
    """name, description, pronoun or joined."""
    tokens: tuple[int, ...]
    words: tuple[str, ...]
    """Of a name: its words, lower case, without title and article. Of a description: its head's lemma."""
    text: str
    """As it would stand alone."""
    number: str
    gender: str
    type: str
    modifiers: frozenset[str] = frozenset()
    """Lemmas of what stands before a noun or after it with *of*, lower case, without determiners."""
    determiner: str = ""
    spoken: bool = False
    modifying: bool = False
    """Whether it stands inside a larger noun as its modifier: *SpaceX* of *SpaceX vehicle*."""
    restricted: bool = False
    """Whether something after the noun says which is meant: *the man who called*, *the city on the coast*."""
    parts: tuple[int, ...] = ()
    place: int = 0
    """Position of its sentence among the sentences of running text; a heading has that of the sentence before it."""

    @property
    def start(self) -> int:
        return self.head.start

    @property
    def is_predicate(self) -> bool:
        """*a mission* of *Stardust is a mission*: its subject stands for both."""
        sentence, head = self.sentence, self.head
        return self.kind == "description" and bool(sentence.children(head, "cop") and sentence.children(head, "nsubj"))

    def mention(self) -> Mention:
        kind = "description" if self.kind == "joined" else self.kind
        return Mention(self.sentence.index, self.tokens, self.head.id, kind)


def find(sentences: Sequence[Sentence], spoken: Sequence[Span]) -> tuple[Nominal, ...]:
    """The nominals of a document in order of the text; joined ones stand right after their last part."""
    found: list[Nominal] = []
    place = 0
    for sentence in sentences:
        if sentence.skipped or sentence.block in (BlockKind.CODE, BlockKind.TABLE):
            continue
        place += sentence.block in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE)
        found += _in_order(_in_sentence(sentence, spoken), len(found), place)
    return tuple(found)


def _in_sentence(sentence: Sentence, spoken: Sequence[Span]) -> list[Nominal]:
    """The nominals of a sentence, with keys from 0 and the joined ones last."""
    by_head: dict[int, Nominal] = {}
    for token in sentence.tokens:
        nominal = _nominal(sentence, token, len(by_head), in_speech(spoken, token.start))
        if nominal:
            by_head[token.id] = nominal
    return [*by_head.values(), *_joined(sentence, by_head, len(by_head))]


def _in_order(nominals: Sequence[Nominal], offset: int, place: int) -> Iterator[Nominal]:
    """The same with keys for the whole document."""
    last = {n.key: max((nominals[part].head.id for part in n.parts), default=n.head.id) for n in nominals}
    ordered = sorted(nominals, key=lambda n: (last[n.key], n.kind == "joined", n.key))
    keys = {nominal.key: offset + i for i, nominal in enumerate(ordered)}
    for n in ordered:
        yield replace(n, key=keys[n.key], parts=tuple(keys[part] for part in n.parts), place=place)


def _nominal(sentence: Sentence, token: Token, key: int, spoken: bool) -> Nominal | None:
    low = token.form.casefold()
    if token.upos == "PRON" or token.xpos == "PRP$":
        if low not in PRONOUNS or token.relation in ("expl", "reparandum"):
            return None
        number, gender = PRONOUNS[low]
        kind = "person" if gender in ("masc", "fem") else ""
        return Nominal(
            key, sentence, token, "pronoun", (token.id,), (low,), token.form, number, gender, kind, spoken=spoken
        )  # fmt: skip
    proper = token.upos == "PROPN"
    if not proper and (token.upos != "NOUN" or token.relation in _NO_NOUN_PHRASE):
        return None
    if proper and (token.relation in _NO_NAME or token.deprel == "nmod:desc"):
        return None
    if proper and (len(token.form.rstrip(".")) == 1 and not sentence.children(token, "flat", "compound")):
        return None  # °F, the L of *L-band*
    if proper and token.relation in ("compound", "amod"):
        return _modifier_name(sentence, token, key, spoken)
    if proper and token.relation in ("nmod", "conj") and _inside_name(sentence, token):
        return None
    if proper and not _is_class(sentence, token):
        return _name(sentence, token, key, spoken)
    return _description(sentence, token, key, spoken)


def _is_class(sentence: Sentence, token: Token) -> bool:
    """A common noun in capitals: *the President*, *the Municipality*, *Madam Speaker*, *Emperor of Mexico*."""
    words = types.name_words(sentence, token)
    if not all(_common(t.form.casefold()) or _common(t.lemma.casefold()) for t in words):
        return False
    office = lexicon.title_gender(words[-1].form) is not None or types.is_person_noun(words[-1].form)
    return office or not _of_phrase(sentence, words[-1], token)


def _common(word: str) -> bool:
    return word in _OF_NAMES or lexicon.title_gender(word) is not None or types.is_person_noun(word)


def _inside_name(sentence: Sentence, token: Token) -> bool:
    """*Thrones* of *Game of Thrones*, *Mexico* of *Gulf of Mexico*."""
    for above in sentence.ancestors(token):
        if above.upos == "PROPN":
            words = types.name_words(sentence, above)
            return token in _of_phrase(sentence, words[-1], above)
        if token.relation not in ("nmod", "conj"):
            return False
    return False


def _modifier_name(sentence: Sentence, token: Token, key: int, spoken: bool) -> Nominal | None:
    """A name inside a noun (*an Elon Musk rocket*); part of a longer name it is no mention."""
    head = sentence.head(token)
    if head is None or head.upos == "PROPN" or lexicon.title_gender(token.form) is not None:
        return None
    words = types.name_words(sentence, token)
    kind = types.phrase_type(sentence, token)
    if kind == "time" or lexicon.is_time_noun(words[0].form):
        return None
    return Nominal(
        key, sentence, token, "name", tuple(t.id for t in words), _plain(words, kind == "person"),
        _slice(sentence, words), _number(sentence, token), name_gender(sentence, token, words), kind,
        spoken=spoken, modifying=True,
    )  # fmt: skip


def _name(sentence: Sentence, token: Token, key: int, spoken: bool) -> Nominal | None:
    words = list(types.name_words(sentence, token))
    words += _of_phrase(sentence, words[-1], token)
    words = [*_quoted_owner(sentence, token), *words]
    kind = types.phrase_type(sentence, token)
    if kind in ("time", "money", "percent", "number") or lexicon.is_time_noun(words[0].form):
        return None
    left = _left(sentence, token)
    article = next((t for t in left if t.form in ("the", "The")), None)
    if kind == "person" and not token.xpos.endswith("S"):
        article = None  # *the younger John Edleston*
    if article and article.form == "The" and not _starts_sentence(sentence, article):
        words, article = [article, *words], None  # *The* is of the name: ‘The Challenge’
    tokens = {t.id for t in (*left, *words)}
    text = _slice(sentence, words)
    return Nominal(
        key, sentence, token, "name", _contiguous(tokens), _plain(words, kind == "person"),
        f"the {text}" if article else text,
        _number(sentence, token), name_gender(sentence, token, words), kind,
        frozenset(t.lemma.casefold() for t in sentence.children(token, "amod") if t not in words),
        _determiner(sentence, token), spoken,
    )  # fmt: skip


def _quoted_owner(sentence: Sentence, token: Token) -> list[Token]:
    """*Anning's* of a name that stands in quotation marks: “Anning's Fossil Depot”."""
    for owner in sentence.children(token, "nmod:poss"):
        inside = list(sentence.subtree(owner))
        before = inside[0].id - 1
        quoted = before > 0 and sentence.token(before).form in ("“", '"', "‘", "'", "«")
        if owner.upos == "PROPN" and quoted and inside[-1].id < token.id:
            return inside
    return []


def _description(sentence: Sentence, token: Token, key: int, spoken: bool) -> Nominal:
    left = _left(sentence, token)
    right = [t for t in sentence.children(token, "nmod") if t.id > token.id and t.deprel != "nmod:poss"]
    after = {t.id for child in right for t in _inside(sentence, child)}
    tokens = _contiguous({t.id for t in (*left, token)} | after)
    while tokens and sentence.token(tokens[-1]).upos == "PUNCT":
        tokens = tokens[:-1]
    lemma = token.lemma.casefold()
    modifiers = {t.lemma.casefold() for t in left if t.upos not in ("DET", "PUNCT", "PRON") and t.relation != "det"}
    modifiers |= {child.lemma.casefold() for child in right}
    return Nominal(
        key, sentence, token, "description", tokens, (lemma,), _slice(sentence, [sentence.token(i) for i in tokens]),
        _number(sentence, token), lexicon.GENDER.get(lemma, ""), types.phrase_type(sentence, token),
        frozenset(modifiers), _determiner(sentence, token), spoken,
        restricted=bool(right) or bool(sentence.children(token, "acl", "acl:relcl", "nummod")),
    )  # fmt: skip


def _joined(sentence: Sentence, by_head: dict[int, Nominal], key: int) -> Iterator[Nominal]:
    """Noun phrases joined by *and*; *or* leaves open which is meant."""
    for first in by_head.values():
        rest = [by_head[t.id] for t in sentence.children(first.head, "conj") if t.id in by_head]
        conjunctions = {t.lemma.casefold() for r in rest for t in sentence.children(r.head, "cc")}
        whole = [t for t in sentence.children(first.head, "conj") if t.upos not in ("VERB", "ADJ")]
        if not rest or len(rest) != len(whole) or not conjunctions or conjunctions - {"and", "&"} or first.modifying:
            continue
        parts = (first, *rest)
        kinds = {part.type for part in parts}
        tokens = tuple(sorted({i for part in parts for i in part.tokens}))
        tokens = tuple(range(tokens[0], tokens[-1] + 1))
        text = _slice(sentence, [sentence.token(i) for i in tokens])
        yield Nominal(
            key, sentence, first.head, "joined", tokens, (), text, "plur", "", kinds.pop() if len(kinds) == 1 else "",
            determiner=first.determiner, spoken=first.spoken, parts=tuple(part.key for part in parts),
        )  # fmt: skip
        key += 1


def name_gender(sentence: Sentence, token: Token, words: Sequence[Token]) -> str:
    """What titles, role nouns before the name, and the first name tell."""
    if types.phrase_type(sentence, token) not in ("person", "") or types.names_thing(sentence, token):
        return ""
    for t in (*_left(sentence, token), token):
        told = lexicon.title_gender(t.form) if t.form[:1].isupper() else None
        told = told or lexicon.GENDER.get(t.lemma.casefold(), "") if t not in words or t is not words[-1] else ""
        if told:
            return told
    return names.gender_of_name(words[0].form) if len(words) > 1 or not types.place_rank(words[0].form) else ""


def _of_phrase(sentence: Sentence, last: Token, head: Token) -> list[Token]:
    """*of Oslo* after *University*, *of Thrones* after *Game*; not after a person or a well-known place."""
    if types.place_rank(last.form) or last.form.casefold() in names.FIRST_NAMES or last.relation == "flat":
        return []
    if head.xpos == "NNPS" and head.form.casefold() not in _OF_NAMES:
        return []  # *the Normans of Apulia*
    for child in sentence.children(head, "nmod"):
        case = sentence.child(child, "case")
        if case and case.form == "of" and child.upos == "PROPN" and case.id == last.id + 1:
            inside = [case, *sentence.children(child, "det"), *types.name_words(sentence, child)]
            inside.sort(key=lambda t: t.id)
            return inside + _of_phrase(sentence, inside[-1], child)
    return []


def _left(sentence: Sentence, token: Token) -> list[Token]:
    """What stands before the head and belongs to it, without prepositions; contiguous with the head."""
    ids = {token.id}
    for child in sentence.children(token):
        if child.id < token.id and (child.deprel in _LEFT or child.relation in ("det", "amod", "nummod")):
            ids |= {t.id for t in sentence.subtree(child)}
    block = [token.id]
    for i in range(token.id - 1, 0, -1):
        hyphen = sentence.token(i).form in ("-", "–", "/")
        if i not in ids and not (hyphen and i - 1 in ids):
            break
        block.append(i)
    return [sentence.token(i) for i in reversed(block) if i != token.id]


def _inside(sentence: Sentence, token: Token) -> Iterator[Token]:
    """A subtree without relative clauses, appositions, parentheses and further conjuncts."""
    yield token
    for child in sentence.children(token):
        if child.deprel not in ("acl:relcl", "appos", "parataxis", "conj", "cc", "punct", "acl"):
            yield from _inside(sentence, child)


def _starts_sentence(sentence: Sentence, token: Token) -> bool:
    """Whether its capital may come from its place: nothing but punctuation before it, and no quotation mark."""
    before = sentence.tokens[: token.id - 1]
    return all(t.upos == "PUNCT" and t.form not in "‘'“\"«" for t in before)


def _contiguous(ids: set[int]) -> tuple[int, ...]:
    """The ids from the first as far as they run on; a hyphen between them may be missing."""
    ordered = sorted(ids)
    return tuple(range(ordered[0], ordered[-1] + 1))


def _plain(words: Sequence[Token], person: bool) -> tuple[str, ...]:
    """What names are compared by: lower-case words without articles, stops, and a person's honorific."""
    plain = [re.sub(r"['’]s$|\.$", "", t.form.casefold()) for t in words if re.search(r"\w", t.form)]
    if len(plain) == 2 and lexicon.is_honorific(plain[0]) and person:
        plain.pop(0)
    return tuple(word for word in plain if word and word != "the") or ("",)


def _slice(sentence: Sentence, tokens: Sequence[Token]) -> str:
    """The characters from the first of the tokens to the last, spaces made single, dangling quotes dropped."""
    text = sentence.text[tokens[0].start - sentence.start : tokens[-1].end - sentence.start]
    return " ".join(text.split()).strip(" ,;:‘’'\"“”") if len(tokens) > 1 else text


def _number(sentence: Sentence, token: Token) -> str:
    if token.upos == "PROPN" and types.place_rank(" ".join(t.form for t in types.name_words(sentence, token))):
        return "sing"  # *the United States is*
    told = token.feat("Number")
    if told:
        return "plur" if told in ("Plur", "Ptan") else "sing"
    return "plur" if token.xpos in ("NNS", "NNPS") else "sing"


def _determiner(sentence: Sentence, token: Token) -> str:
    """Lower-case determiner or possessive; a conjunct without one shares the definite one of the first."""
    for child in sentence.children(token, "det", "nmod:poss"):
        if child.deprel == "nmod:poss" and child.upos != "PRON":
            return "'s"
        return child.form.casefold()
    head = sentence.head(token)
    if token.relation == "conj" and head is not None and head.upos == "NOUN" and token.xpos == "NN":
        shared = _determiner(sentence, head)
        return shared if shared == "the" else ""
    return ""
