"""How far a phrase reaches: which of the words below a head stand with it in print, and which are left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quizgen import text
from quizgen.records import Sentence, Token

ERAS = frozenset({"BC", "AD", "BCE", "CE", "B.C.", "A.D.", "B.C.E.", "C.E."})


def phrase_tokens(sentence: Sentence, head: Token, without: Iterable[Token] = ()) -> list[Token]:
    """The tokens of the phrase: its subtree less marker, loose additions and what the caller leaves out."""
    dropped: set[int] = set()
    for token in (*without, *loose(sentence, head)):
        dropped.update(t.id for t in sentence.subtree(token))
    kept = [t for t in sentence.subtree(head) if t.id not in dropped]
    return trim_edges(kept)


def torn(sentence: Sentence, head: Token, words: Sequence[Token]) -> str:
    """A preposition of the phrase that stands inside it: the tree is wrong, and the words without it would be too.

    *The dominant*, of *the dominant if not entire population*, is torn too: its noun hangs elsewhere.
    """
    the = sentence.child(head, "det")
    if head.upos == "ADJ" and head.xpos == "JJ" and the is not None and the in words:
        return the.form
    inside = [
        t
        for t in sentence.children(head, "case")
        if t.xpos != "POS" and words[0].id < t.id < words[-1].id and t not in words
    ]
    return inside[0].form if inside else ""


def with_era(sentence: Sentence, words: list[Token]) -> list[Token]:
    """*by the 7th century BC*: parsers often leave the era outside."""
    last = words[-1].id
    if last < len(sentence.tokens) and sentence.token(last + 1).form in ERAS:
        return [*words, sentence.token(last + 1)]
    return words


def trim_edges(tokens: list[Token]) -> list[Token]:
    """Without commas, dashes and full stops at either end (quotes and brackets are judged as text)."""
    while tokens and tokens[0].upos == "PUNCT" and tokens[0].form not in text.OPENING + "\"'":
        tokens = tokens[1:]
    while tokens and tokens[-1].upos == "PUNCT" and tokens[-1].form in {",", ".", ";", ":", "-", "–", "—", "!", "?"}:
        tokens = tokens[:-1]
    return tokens


def loose(sentence: Sentence, head: Token) -> tuple[Token, ...]:
    """Dependents that belong to the clause or only add a remark: case, conjunctions, non-restrictive clauses,
    brackets, discourse words."""
    return sentence.once(_loose, head)


def _loose(sentence: Sentence, head: Token) -> tuple[Token, ...]:
    found = [
        t
        for t in sentence.children(
            head,
            "case",
            "mark",
            "cc",
            "punct",
            "discourse",
            "parataxis",
            "reparandum",
            "vocative",
            "nsubj",
            "cop",
            "aux",
            "expl",
            "csubj",
        )
        if not _inner_punct(sentence, head, t)
    ]
    if copulas := sentence.children(head, "cop"):
        found += sentence.children(head, "advcl", "obl")
        found += [t for t in sentence.children(head, "advmod") if t.id < copulas[0].id]  # *currently* of the clause
    for token in sentence.subtree(head):
        if token is head:
            continue
        if (
            token.relation == "conj"
            and (token.xpos in ("VBD", "VBZ", "VBP") or sentence.children(token, "nsubj", "aux", "cop"))
            and not sentence.children(token, "mark")
        ):
            found.append(token)
        if token.relation == "appos" and (_remark(sentence, token) or _behind_the_colon(sentence, token)):
            found.append(token)
        if (
            (token.relation in ("acl", "advcl") and after_comma(sentence, token) and not _after_aside(sentence, token))
            or (token.relation == "appos" and _bracketed(sentence, token))
            or token.relation in ("parataxis", "discourse")
            or (token.relation == "conj" and _excepted(sentence, token))
            or (token.relation in ("appos", "conj", "nmod", "acl") and _some_of_them(sentence, token))
            or (token.head == head.id and _place_behind(sentence, token))
            or (token.deprel == "dep" and _bracketed(sentence, token))
            or (token.relation in ("conj", "appos") and _spelled_again(sentence, token))
        ):  # fmt: skip
            found.append(token)
    return tuple(found)


def _after_aside(sentence: Sentence, token: Token) -> bool:
    """*the highest-ranking officer, Union or Confederate, killed in the war*: the comma closes what stands between."""
    first = next(t for t in sentence.subtree(token) if t.upos != "PUNCT")
    head, before = sentence.head(token), sentence.token(max(1, first.id - 1))
    aside = head is not None and any(head.id < t.id < before.id for t in sentence.children(head, "appos"))
    determined = head is not None and any(t.form.lower() == "the" for t in sentence.children(head, "det"))
    opens = token is first and token.xpos in ("VBN", "VBG")  # *the ampere (A), often shortened to amp*: a remark
    return aside and determined and opens and before.form == ","


def _place_behind(sentence: Sentence, token: Token) -> bool:
    """*the school of Dr. Glennie, in Dulwich*: a prepositional phrase behind a comma."""
    return token.relation == "nmod" and after_comma(sentence, token) and bool(sentence.children(token, "case"))


def _inner_punct(sentence: Sentence, head: Token, token: Token) -> bool:
    """Hyphens, quotes and list commas inside the phrase stay."""
    if token.upos != "PUNCT":
        return False
    if token.form in "\"'“”‘’`()[]" or token.xpos in ("HYPH", "``", "''"):
        return True
    inner = [
        t
        for t in sentence.children(head)
        if t.upos != "PUNCT" and t.relation not in ("case", "mark", "nsubj", "cop", "aux", "parataxis")
    ]
    return any(t.id < token.id for t in (*inner, head)) and any(t.id > token.id for t in (*inner, head))


def after_comma(sentence: Sentence, token: Token) -> bool:
    """Whether a comma, dash or bracket stands right before the clause: it is then non-restrictive."""
    first = sentence.subtree(token)[0]
    if first.form == ",":
        return True
    return first.id > 1 and sentence.token(first.id - 1).form in {",", "–", "—", "-", "(", ";"}


def _excepted(sentence: Sentence, token: Token) -> bool:
    """*to Hewish and Ryle, but not to Bell*"""
    return any(t.form.lower() == "not" for t in sentence.children(token)) and any(
        t.form.lower() == "but" for t in sentence.children(token, "cc")
    )


def _some_of_them(sentence: Sentence, token: Token) -> bool:
    """*buildings, among them the castle*: an example, which without *among them* would be all."""
    before = sentence.subtree(token)[0]
    opening = [before.form.lower(), sentence.token(before.id - 1).form.lower() if before.id > 1 else ""]
    following = sentence.token(before.id + 1).form.lower() if before.id < len(sentence.tokens) else ""
    return opening[0] == "among" and following in ("them", "these", "which", "those")


def _spelled_again(sentence: Sentence, token: Token) -> bool:
    """*or ISS* behind the name that the initials stand for."""
    initials = token.form.isupper() and 2 <= len(token.form) <= 7
    return initials and any(t.form.lower() == "or" for t in sentence.children(token, "cc"))


def _remark(sentence: Sentence, token: Token) -> bool:
    """*Sputnik 1, the first artificial satellite*: the name is enough, the rest is told by ``appositions``."""
    head = sentence.head(token)
    determined = any(t.form.lower() in ("a", "an", "the") for t in sentence.children(token, "det"))
    return (
        head is not None
        and head.upos == "PROPN"
        and token.upos == "NOUN"
        and determined
        and after_comma(sentence, token)
    )


def _behind_the_colon(sentence: Sentence, token: Token) -> bool:
    """*in December 1823: the skeleton of a plesiosaur*: what happened then, and no part of the time."""
    head, first = sentence.head(token), sentence.subtree(token)[0]
    colon = first if first.form == ":" else sentence.token(max(1, first.id - 1))
    return head is not None and head.entity == "time" and colon.form == ":"


def _bracketed(sentence: Sentence, token: Token) -> bool:
    first = sentence.subtree(token)[0]
    return opens_remark(sentence, first) or (first.id > 1 and opens_remark(sentence, sentence.token(first.id - 1)))


def opens_remark(sentence: Sentence, token: Token) -> bool:
    """A bracket that stands free; *f(n)* and *object(s)* are one word with theirs."""
    joined = token.id > 1 and sentence.token(token.id - 1).end == token.start
    return token.form in ("(", "[") and not (joined and token.form == "(")


def case_marker(sentence: Sentence, head: Token) -> str:
    """The preposition or conjunction in front, with all its words: *because of*, *according to*."""
    return sentence.once(_case_marker, head)


def _case_marker(sentence: Sentence, head: Token) -> str:
    words: list[Token] = []
    for token in sentence.children(head, "case", "mark"):
        if token.id > head.id and token.xpos == "POS":
            continue
        words += [t for t in sentence.subtree(token) if t.upos != "PUNCT"]
    return " ".join(small(t) for t in sorted(words, key=lambda t: t.id))


def small(token: Token) -> str:
    """In lower case, but for *On* of *in On the Road*: a capital inside the sentence belongs to a title."""
    return token.form if token.id > 1 and token.form.istitle() and token.upos == "ADP" else token.form.lower()
