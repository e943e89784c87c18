"""Finds the noun phrases and pronouns that can stand for someone or something, with what agreement needs of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.analysis import lexicon, names, types
from quizgen.analysis.coreference import proper as proper_names
from quizgen.analysis.coreference.nominal import PRONOUNS, Nominal
from quizgen.analysis.coreference.phrases import (
    contiguous,
    determiner_of,
    inside_of,
    is_false_conjunct,
    left_of,
    number_of,
    surface,
)
from quizgen.analysis.quotes import in_speech
from quizgen.records import BlockKind, Sentence, Span, Token, replace

_NO_NOUN_PHRASE = lexicon.word_set(
    """
    flat fixed goeswith compound amod det case cc mark punct advmod cop aux nummod discourse vocative expl
    """
)


_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_LONGEST_NAME = 5
"""Words of a title; a longer one is a headline."""
_NO_NAME = lexicon.word_set("flat fixed goeswith reparandum list")


def find(sentences: Sequence[Sentence], spoken: Sequence[Span], title: str = "") -> tuple[Nominal, ...]:
    """The nominals of a document in order of the text; joined ones stand right after their last part.

    What the title calls its subject counts as a name, be it none: *the Haber process* in an article of that title.
    """
    found: list[Nominal] = []
    words = title_words(title)
    place = 0
    for sentence in sentences:
        if sentence.skipped or sentence.block in (BlockKind.CODE, BlockKind.TABLE):
            continue
        place += sentence.block in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTE)
        found += _in_order(_in_sentence(sentence, spoken), len(found), place)
    small = words and _is_small(words, found, sentences)
    opening = _opening_pronoun(found)
    return tuple(_neutral(_told_by(opening, _as_name(nominal, words, bool(small)), words), found) for nominal in found)


def _opening_pronoun(found: Sequence[Nominal]) -> Nominal | None:
    """*She* of an article that begins with it, before anybody was named but in its title."""
    first = next((n for n in found if not n.in_heading), None)
    return first if first is not None and first.kind == "pronoun" and first.gender in ("masc", "fem") else None


def _told_by(opening: Nominal | None, nominal: Nominal, title: tuple[str, ...]) -> Nominal:
    """The name in the title as that of a person, where the article goes on with *he* or *she*."""
    named = nominal.kind == "name" and nominal.in_heading and len(title) > 1 and nominal.words == title
    if opening is None or not named or nominal.number != "sing":
        return nominal
    return replace(nominal, type="person", gender=opening.gender)


def title_words(title: str) -> tuple[str, ...]:
    """What names are compared with: the title in lower case without article and brackets; none of a long headline."""
    words = tuple(re.findall(r"\w+(?:['’]\w+)?", re.sub(r"\([^()]*\)$", "", title.casefold())))
    words = words[1:] if words[:1] in (("the",), ("a",), ("an",)) else words
    return words if len(words) <= _LONGEST_NAME else ()


def _is_small(title: tuple[str, ...], found: Sequence[Nominal], sentences: Sequence[Sentence]) -> bool:
    """Whether the article writes the words of its title without capitals: *streptomycin*, *the human heart*."""
    inside = [n for n in found if n.tokens[0] > 1 and not n.in_heading and title_words(n.text) == title]
    if inside:
        return any(n.text.islower() for n in inside)
    forms = {t.form for s in sentences if s.block is not BlockKind.TITLE for t in s.tokens if t.id > 1}
    return title[-1] in forms and not any(word.capitalize() in forms for word in title)


def _neutral(nominal: Nominal, found: Sequence[Nominal]) -> Nominal:
    """A surname tells no gender, be it a first name of others: *Hillary* beside *Edmund Hillary*."""
    if nominal.kind != "name" or len(nominal.words) != 1 or not nominal.gender:
        return nominal
    if nominal.gender != names.gender_of_name(nominal.words[0]):
        return nominal
    surname = any(n.kind == "name" and len(n.words) > 1 and n.words[-1] == nominal.words[0] for n in found)
    return replace(nominal, gender="") if surname else nominal


def _as_name(nominal: Nominal, title: tuple[str, ...], small: bool) -> Nominal:
    """A description in the very words of the title as the name that it is in this article.

    ``small``: whether it needs no capital.
    """
    if nominal.kind not in ("description", "name") or not title or title_words(nominal.text) != title:
        return nominal
    text = re.sub("^The ", "the ", nominal.text)
    if small:
        text = text.casefold()
    if nominal.kind == "name":
        return replace(nominal, text=text)
    if nominal.number != "sing" or nominal.determiner not in ("", "the", "a", "an"):
        return nominal
    if nominal.determiner in ("a", "an"):
        text = f"the {text.partition(' ')[2]}"
    return replace(nominal, kind="name", words=title, text=text, modifiers=frozenset(), restricted=False)


def _in_sentence(sentence: Sentence, spoken: Sequence[Span]) -> list[Nominal]:
    """The nominals of a sentence, with keys from 0 and the joined ones last."""
    by_head: dict[int, Nominal] = {}
    for token in sentence.tokens:
        if token.upos not in _NOMINAL and token.xpos != "PRP$":
            continue
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
    above = sentence.head(token)
    called = token.relation == "flat" and above is not None and above.upos == "NOUN"  # *spokesman Boris Orlov*
    if proper and types.is_glued(sentence, token):
        return None
    if proper and not called and (token.relation in _NO_NAME or token.deprel == "nmod:desc"):
        return None
    if proper and (len(token.form.rstrip(".")) == 1 and not sentence.children(token, "flat", "compound")):
        return None  # °F, the L of *L-band*
    if proper and token.relation in ("compound", "amod"):
        return proper_names.modifier_name(sentence, token, key, spoken)
    if proper and token.relation in ("nmod", "conj") and proper_names.stands_inside_name(sentence, token):
        return None
    if proper and not proper_names.is_class(sentence, token):
        return proper_names.name(sentence, token, key, spoken)
    return _description(sentence, token, key, spoken)


def _description(sentence: Sentence, token: Token, key: int, spoken: bool) -> Nominal:
    left = left_of(sentence, token)
    right = [t for t in sentence.children(token, "nmod") if t.id > token.id and t.deprel != "nmod:poss"]
    after = {t.id for child in right for t in inside_of(sentence, child)}
    tokens = contiguous({t.id for t in (*left, token)} | after)
    while tokens and sentence.token(tokens[-1]).upos == "PUNCT":
        tokens = tokens[:-1]
    lemma = token.lemma.casefold()
    modifiers = {t.lemma.casefold() for t in left if t.upos not in ("DET", "PUNCT", "PRON") and t.relation != "det"}
    modifiers |= {child.lemma.casefold() for child in right}
    return Nominal(
        key, sentence, token, "description", tokens, (lemma,), surface(sentence, [sentence.token(i) for i in tokens]),
        number_of(sentence, token), lexicon.GENDER.get(lemma, ""), types.phrase_type(sentence, token),
        frozenset(modifiers), determiner_of(sentence, token), spoken,
        restricted=bool(right) or bool(sentence.children(token, "acl", "acl:relcl", "nummod")),
    )  # fmt: skip


def _one_person(first: Nominal, second: Nominal) -> bool:
    """*the missionary and explorer*: two callings behind one article are one person's, unless they *are*."""
    both = first.kind == second.kind == "description" and first.number == second.number == "sing"
    people = lexicon.is_person_noun(first.words[0]) and lexicon.is_person_noun(second.words[0])
    own = second.sentence.children(second.head, "det", "nmod:poss")
    own += tuple(t for t in first.sentence.children(first.head, "appos", "flat") if t.id < second.head.id)
    verb = first.sentence.head(first.head)
    group = (verb, *first.sentence.children(verb, "aux", "cop")) if verb is not None else ()
    several = any(t.form in ("are", "were", "have", "do") for t in group)
    return both and people and first.determiner in ("a", "an", "the") and not own and not several


def _joined(sentence: Sentence, by_head: dict[int, Nominal], key: int) -> Iterator[Nominal]:
    """Noun phrases joined by *and*; *or* leaves open which is meant."""
    for first in by_head.values():
        conjuncts = [t for t in sentence.children(first.head, "conj") if t.upos not in ("VERB", "ADJ")]
        whole = [t for t in conjuncts if not is_false_conjunct(sentence, first.head, t)]
        rest = [by_head[t.id] for t in whole if t.id in by_head]
        conjunctions = {t.lemma.casefold() for r in rest for t in sentence.children(r.head, "cc")}
        if not rest or len(rest) != len(whole) or not conjunctions or conjunctions - {"and", "&"} or first.modifying:
            continue
        if len(rest) == 1 and _one_person(first, rest[0]):
            continue
        parts = (first, *rest)
        kinds = {part.type for part in parts}
        tokens = tuple(sorted({i for part in parts for i in part.tokens}))
        tokens = tuple(range(tokens[0], tokens[-1] + 1))
        text = surface(sentence, [sentence.token(i) for i in tokens])
        yield Nominal(
            key, sentence, first.head, "joined", tokens, (), text, "plur", "", kinds.pop() if len(kinds) == 1 else "",
            determiner=first.determiner, spoken=first.spoken, parts=tuple(part.key for part in parts),
        )  # fmt: skip
        key += 1
