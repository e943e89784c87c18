"""The parts of a noun phrase, and what its words tell of number and definiteness."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.analysis import lexicon, types
from quizgen.records import Sentence, Token

_LEFT = lexicon.word_set(
    """
    det amod compound nummod nmod advmod nmod:desc nmod:poss det:predet
    """
)


def names_of(sentence: Sentence, noun: Token) -> list[Token]:
    """Heads of the names that stand in apposition with a noun, however the parser joined them to it.

    *the spokesman Boris Orlov* may be ``flat``; *an engineer, Karen Holm, and a producer, Peter Lund* may look like a
    list of three, but a name right after a person noun and a comma, with another such pair to follow, is none.
    """
    found = [t for t in sentence.children(noun, "appos") if not _after_conjunct(sentence, noun, t)]
    found += [t for t in sentence.children(noun, "flat") if noun.upos == "NOUN" and t.upos == "PROPN"][:1]
    found += [t for t in sentence.children(noun, "conj") if is_false_conjunct(sentence, noun, t)]
    return [t for t in found if not _after_colon(sentence, noun, t)]


def _after_colon(sentence: Sentence, first: Token, second: Token) -> bool:
    """*Phone: 12 34*: a label is not what follows it."""
    return any(t.form == ":" for t in sentence.tokens[first.id : second.id])


def is_false_conjunct(sentence: Sentence, noun: Token, token: Token) -> bool:
    """Whether what looks like a conjunct is a name in apposition (see ``names_of``)."""
    if noun.upos != "NOUN" or token.upos != "PROPN" or token.id != noun.id + 2 or sentence.child(token, "cc"):
        return False
    later = [t for t in sentence.children(noun, "conj") if t.id > token.id]
    paired = any(t.upos == "NOUN" and types.is_person_noun(t.lemma) and sentence.child(t, "appos") for t in later)
    return paired and types.is_person_noun(noun.lemma)


def _after_conjunct(sentence: Sentence, noun: Token, apposition: Token) -> bool:
    """*goiter and cretinism, a condition*: which of the two is meant is open."""
    conjuncts = sentence.children(noun, "conj")
    return any(t.id < apposition.id and not is_false_conjunct(sentence, noun, t) for t in conjuncts)


def left_of(sentence: Sentence, token: Token) -> list[Token]:
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


def inside_of(sentence: Sentence, token: Token) -> Iterator[Token]:
    """A subtree without relative clauses, appositions, parentheses and further conjuncts."""
    yield token
    for child in sentence.children(token):
        if child.deprel not in ("acl:relcl", "appos", "parataxis", "conj", "cc", "punct", "acl"):
            yield from inside_of(sentence, child)


def starts_sentence(sentence: Sentence, token: Token) -> bool:
    """Whether its capital may come from its place: nothing but punctuation before it, and no quotation mark."""
    before = sentence.tokens[: token.id - 1]
    return all(t.upos == "PUNCT" and t.form not in "‘'“\"«" for t in before)


def contiguous(ids: set[int]) -> tuple[int, ...]:
    """The ids from the first as far as they run on; a hyphen between them may be missing."""
    ordered = sorted(ids)
    return tuple(range(ordered[0], ordered[-1] + 1))


def plain_words(words: Sequence[Token], person: bool) -> tuple[str, ...]:
    """What names are compared by: lower-case words without articles, stops, and a person's honorific."""
    plain = [re.sub(r"['’]s$|\.$", "", t.form.casefold()) for t in words if re.search(r"\w", t.form)]
    if len(plain) == 2 and lexicon.is_honorific(plain[0]) and person:
        plain.pop(0)
    return tuple(word for word in plain if word and word != "the") or ("",)


def surface(sentence: Sentence, tokens: Sequence[Token]) -> str:
    """The characters from the first of the tokens to the last, spaces made single, dangling quotes dropped."""
    text = sentence.text[tokens[0].start - sentence.start : tokens[-1].end - sentence.start]
    return " ".join(text.split()).strip(" ,;:‘’'\"“”") if len(tokens) > 1 else text


def number_of(sentence: Sentence, token: Token) -> str:
    if token.upos == "PROPN" and types.place_rank(" ".join(t.form for t in types.name_words(sentence, token))):
        return "sing"  # *the United States is*
    told = token.feat("Number")
    if told:
        return "plur" if told in ("Plur", "Ptan") else "sing"
    return "plur" if token.xpos in ("NNS", "NNPS") else "sing"


def determiner_of(sentence: Sentence, token: Token) -> str:
    """Lower-case determiner or possessive; a conjunct without one shares the definite one of the first."""
    for child in sentence.children(token, "det", "nmod:poss"):
        if child.deprel == "nmod:poss" and child.upos != "PRON":
            return "'s"
        return child.form.casefold()
    head = sentence.head(token)
    if token.relation == "conj" and head is not None and head.upos == "NOUN" and token.xpos == "NN":
        shared = determiner_of(sentence, head)
        return shared if shared == "the" else ""
    return ""
